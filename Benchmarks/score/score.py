"""Hold what Anslag understands against what a careful reader found.

    ANSLAG=<program> python3 Benchmarks/score/score.py [--misses]

`posts.jsonl` and `texts.jsonl` hold facts by path, read from the documents of ../shared/corpus by a person:
"none" where the document does not say, "?" where a reader may see it either way, "a|b" where both are right.
Precision is the share of what was found that is right, recall the share of what can be found that was.
An item holds something invented where a field is filled of which the document says nothing.
"""

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
CORPUS = os.path.normpath(os.path.join(HERE, "..", "..", "..", "shared", "corpus"))
FIELDS = ["title", "kind", "start", "end", "venue", "attendance", "contacts", "links", "published"]


def words(text):
    """The words of a text without case and marks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))


def digits(text):
    return re.sub(r"\D", "", text)


def address(url):
    """What tells two links apart: not the scheme, `www.` nor a slash at the end."""
    return re.sub(r"^https?://(www\.)?", "", url.strip()).rstrip("/")


class Reading:
    """What the program found in a document, a value or None by field."""

    def __init__(self, item, front_matter):
        lines = [line for line in front_matter.splitlines() if not line.lstrip().startswith("#")]
        keyed = {address(url) for url in re.findall(r"https?://[^\s\"'<>]+", "\n".join(lines))}
        event = next((o for o in item.get("occurrences", []) if o["role"] == "event"), {})
        venue = item.get("venue", {})
        parts = ("name", "room", "street", "postalCode", "locality", "region", "country")
        attendance = item.get("attendance")
        partial, _, partial_end = (event.get("partial") or "").partition("/")
        if partial_end.startswith("T"):
            partial_end = partial.split("T")[0] + partial_end
        self.fields = {
            "title": item.get("title"),
            "kind": item.get("kind"),
            "start": event.get("start") or partial or None,
            "end": event.get("end") or partial_end or None,
            "venue": " ".join(venue[part] for part in parts if venue.get(part)) or None,
            "attendance": None if attendance == "unknown" else attendance,
            "published": item.get("published"),
        }
        self.contacts = item.get("contacts", [])
        self.links = [link["url"] for link in item.get("links", []) if address(link["url"]) in keyed]


def is_moment(expected, found):
    """Whether two moments are one to the minute; the offset counts where the expectation gives one."""
    if expected.endswith("Z"):
        return found.startswith(expected[:-1]) and found.endswith(("Z", "+00:00"))
    if "T" not in expected:
        return found == expected
    return found[: len(expected)] == expected


def is_venue(expected, found):
    """Whether nearly all words are the same."""
    a, b = Counter(words(expected)), Counter(words(found))
    return 2 * (a & b).total() >= 0.8 * (a.total() + b.total())


def is_right(field, expected, found):
    for one in expected.split("|"):
        if field in ("start", "end", "published") and is_moment(one, found):
            return True
        if field == "venue" and is_venue(one, found):
            return True
        if field not in ("start", "end", "published", "venue") and words(one) == words(found):
            return True
    return False


def is_contact(expected, found):
    phones = {digits(p.get("e164") or p["asWritten"]) for p in found.get("phones", [])}
    return (
        words(expected["name"]) == words(found.get("name", ""))
        and set(expected["emails"]) == set(found.get("emails", []))
        and {digits(p) for p in expected["phones"]} == phones
    )


class Score:
    def __init__(self):
        self.right, self.found, self.expected = Counter(), Counter(), Counter()
        self.misses, self.invented, self.items = [], set(), 0

    def count(self, key, right, found, expected):
        self.right[key] += right
        self.found[key] += found
        self.expected[key] += expected

    def compare(self, fact, reading, keys):
        self.items += 1
        for field in FIELDS:
            if fact[field] == "?":
                continue
            if field == "contacts":
                right, found, expected = self.lists(
                    [] if fact[field] == "none" else list(fact[field]),
                    [c for c in reading.contacts if not self.may_stand(c, fact)], is_contact)
            elif field == "links":
                right, found, expected = self.lists(
                    [] if fact[field] == "none" else list(fact[field]), reading.links,
                    lambda a, b: address(a) == address(b))
            else:
                value = reading.fields[field]
                may_be_none = "none" in fact[field].split("|")
                right = int(value is not None and is_right(field, fact[field], value))
                found, expected = int(value is not None), int(right or not may_be_none)
            for key in keys:
                self.count((key, field), right, found, expected)
            if right < max(found, expected):
                shown = {"contacts": reading.contacts, "links": reading.links}.get(field) or reading.fields.get(field)
                self.misses.append((fact["path"], field, fact[field], shown))
                if found and fact[field] == "none":
                    self.invented.add(fact["path"])

    @staticmethod
    def may_stand(contact, fact):
        """A person who is named without an address is no miss."""
        return (contact.get("name") in fact.get("also", [])
                and not contact.get("emails") and not contact.get("phones"))

    @staticmethod
    def lists(expected, found, matches):
        right = 0
        left = list(found)
        for one in expected:
            hit = next((other for other in left if matches(one, other)), None)
            if hit is not None:
                left.remove(hit)
                right += 1
        return right, len(found), len(expected)


def read_items(program):
    listing = subprocess.run(
        [program, "list", "--ndjson", "--view", "all", "--today", "2020-01-01", "-s", "frontmatter", "-s", "text"],
        cwd=CORPUS, stdout=subprocess.PIPE, check=True).stdout
    items = {}
    for line in listing.splitlines():
        item = json.loads(line)
        items.setdefault(item["source"]["path"], item)
    return items


def front_matter(path):
    with open(os.path.join(CORPUS, path), encoding="utf-8", errors="replace") as file:
        text = file.read()
    parts = re.split(r"^(?:---|\+\+\+)\s*$", text, maxsplit=2, flags=re.M)
    return parts[1] if len(parts) == 3 and path.startswith("frontmatter/") else ""


def table(score, groups, width):
    print(" " * width + "".join(f"{field:>12}" for field in FIELDS))
    for group in groups:
        cells = []
        for field in FIELDS:
            key = (group, field)
            precision = score.right[key] / score.found[key] if score.found[key] else None
            recall = score.right[key] / score.expected[key] if score.expected[key] else None
            shown = "/".join("–" if value is None else f"{value:.2f}" for value in (precision, recall))
            cells.append(f"{shown:>12}")
        print(f"{group:<{width}}" + "".join(cells))


def main():
    if not os.path.isdir(CORPUS):
        print("skipped: there is no ../shared/corpus beside the checkout")
        return
    items = read_items(os.path.abspath(os.environ.get("ANSLAG", ".build/release/anslag")))
    score, groups = Score(), defaultdict(int)
    for name in ("posts", "texts"):
        with open(os.path.join(HERE, name + ".jsonl"), encoding="utf-8") as file:
            for fact in map(json.loads, file):
                site = fact["path"].split("/")[1].split("+")[0]
                for group in (name, site):
                    groups[group] += 1
                item = items.get(fact["path"], {})
                score.compare(fact, Reading(item, front_matter(fact["path"])), ["all", name, site])
    print(f"precision/recall of {score.items} documents of ../shared/corpus\n")
    table(score, ["all", *groups], 18)
    share = len(score.invented) / score.items
    print(f"\nsomething invented in {len(score.invented)} of {score.items} items ({share:.1%})")
    if "--misses" in sys.argv:
        for path, field, expected, found in score.misses:
            mark = "INVENTED " if path in score.invented and expected == "none" else ""
            print(f"\n{mark}{path}\n  {field}: expected {json.dumps(expected, ensure_ascii=False)}"
                  f"\n  {' ' * len(field)}  found    {json.dumps(found, ensure_ascii=False)}")


if __name__ == "__main__":
    main()
