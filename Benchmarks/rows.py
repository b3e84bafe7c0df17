"""What is measured, and what has to be reached: the rows of docs/performance.md. `must` and `aim` are per size where they grow with
it. Sizes are counts of posts."""

# Keys of rows whose bounds depend on what was read before.
NEW = (100_000, "nothing remembered")
REMEMBERED = (100_000, "remembered")

ROWS = {
    1: ("first frame of a small folder", "ms", 20, 10),
    2: ("first frame of 10,000 posts, nothing remembered", "ms", 50, 20),
    3: ("first frame of 100,000 posts, nothing remembered", "ms", 150, 90),
    4: ("first frame, remembered", "ms", 12, 6),
    5: ("all in the list, nothing remembered", "ms", {10_000: 75, 100_000: 750, 1_000_000: 9000}, {10_000: 50, 100_000: 450, 1_000_000: 5500}),
    6: ("all in the list, files not in memory", "ms", {100_000: 4500}, {100_000: 500}),
    7: ("work of looking through a folder that is remembered", "ms", {100_000: 300}, {100_000: 1}),
    8: ("a letter more, in titles, places and days", "ms", {100_000: 8}, {100_000: 2}),
    9: ("a letter more, in titles, places and days", "ms", {1_000_000: 40}, {1_000_000: 12}),
    10: ("a letter more, in all text", "ms", {100_000: 40}, {100_000: 16}),
    12: ("a letter taken back", "ms of work", 2, 1),
    13: ("a row further", "ms of work", 0.5, 0.15),
    14: ("a row further", "bytes", 1500, 500),
    15: ("a page further", "ms of work", 1.2, 0.5),
    16: ("200 keys at once", "ms of work", 10, 3),
    17: ("another size of the window", "ms of work", 3, 1.5),
    18: ("front matter, in memory", "µs", 4, 1),
    21: ("a row further with the detail, less one without", "ms of work", 0.3, 0.06),
    22: ("memory an item", "bytes", {100_000: 350}, {100_000: 130}),
    23: ("memory for a byte of text", "bytes", {100_000: 1.3}, {100_000: 1.1}),
    24: ("list --json", "ms", {NEW: 900, REMEMBERED: 150}, {NEW: 480, REMEMBERED: 45}),
    25: ("list WORD --json", "ms", {NEW: 800, REMEMBERED: 60}, {NEW: 430, REMEMBERED: 22}),
    26: ("show ID --json", "ms", {REMEMBERED: 12}, {REMEMBERED: 4}),
}


def bound(value, size, note):
    """The bound of a row at a size; None where it has none there."""
    return value.get((size, note), value.get(size)) if isinstance(value, dict) else value


class Report:
    """Prints each figure as it comes, beside its bounds and what else was measured in the same run, and keeps them all."""

    def __init__(self):
        self.results = []
        print(f"{'':4}{'':52}{'':>10}{'':12}{'must':>9}{'aim':>9}   beside it")

    def add(self, number, value, size=None, limit=None, note="", **peers):
        """`limit`: the same by a program that does only what the machine asks for. `peers`: by other programs."""
        name, unit, must, aim = ROWS[number]
        must, aim = bound(must, size, note), bound(aim, size, note)
        beside = {name.replace("_", " "): peer for name, peer in peers.items() if peer}
        if limit:
            beside["limit"] = limit
        result = {"row": number, "name": name, "note": note, "size": size, "unit": unit, "value": round(value, 3)}
        result |= {"must": must, "aim": aim, "beside": {key: round(peer, 3) for key, peer in beside.items()}}
        self.results.append(result)
        words = name + (f", {size:,}" if size else "") + (f", {note}" if note else "")
        ratios = "  ".join(f"{key} {figure(peer)} (× {value / peer:.2f})" for key, peer in beside.items())
        met = "" if must is None else "aim" if aim and value <= aim else "must" if value <= must else "OVER"
        print(
            f"{number:>3} {words:<52}{figure(value):>10} {unit:<11}{figure(must):>9}{figure(aim):>9} {met:<5} {ratios}",
            flush=True,
        )

    def table(self):
        """The figures as a table in Markdown."""
        lines = ["| # | what | posts | figure | must | aim | beside it |", "| --- | --- | --- | --- | --- | --- | --- |"]
        for result in self.results:
            name = result["name"] + (f" ({result['note']})" if result["note"] else "")
            beside = ", ".join(f"{key} {figure(peer)}" for key, peer in result["beside"].items())
            size = f"{result['size']:,}" if result["size"] else ""
            cells = [str(result["row"]), name, size, f"{figure(result['value'])} {result['unit']}"]
            lines.append("| " + " | ".join(cells + [figure(result["must"]), figure(result["aim"]), beside]) + " |")
        return "\n".join(lines)


def figure(value):
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
