"""Makes folders of event posts of any size, the same ones every time."""

import os
import random

WORDS = (
    "öppna data digital samverkan kommun region utveckling tjänster medborgare innovation hälsa vård skola kultur miljö "
    "transport energi forskning programmering tillgänglighet säkerhet arkiv nätverk framtid samhälle workshop seminarium "
    "the open source community meets to share tools methods and lessons with newcomers and experts alike"
).split()
PLACES = "Sundsvall Härnösand Umeå Göteborg Malmö Lund Örebro Uppsala Stockholm Kiruna online".split()
KINDS = "Meetup Hackathon Frukostseminarium Konferens Nätverksträff Workshop Föreläsning".split()


def make(folder, count, has_text=True):
    """Writes `count` posts of about two kilobytes, or without their text, into `folder`, unless they are there already."""
    if os.path.isdir(folder) and len(os.listdir(folder)) == count:
        return
    os.makedirs(folder, exist_ok=True)
    random_ = random.Random(1)
    for number in range(count):
        year, month, day = random_.randrange(2015, 2031), random_.randrange(1, 13), random_.randrange(1, 29)
        hour = random_.randrange(8, 19)
        place = random_.choice(PLACES)
        title = f"{random_.choice(KINDS)} {random_.choice(WORDS)} {year} nr {number}"
        paragraphs = [" ".join(random_.choices(WORDS, k=70)).capitalize() + "." for _ in range(3)]
        url = f"https://www.example.se/{number}"
        text = f"""---
lang: sv
title: {title}
image: ''
ingress-text: {paragraphs[0]}
event-date: {year}-{month:02}-{day:02} {hour:02}:00:00
event-date-desc: {day}/{month} kl {hour}-{hour + 2}
place: {place}
links:
- title: Program & anmälan
  url: {url}
ref: post{number}
---
{paragraphs[1]}

### Program

{paragraphs[2]} Läs mer på [www.example.se]({url}/program) eller skriv till [oss]({url}/kontakt).
"""
        if not has_text:
            text = f"---\ntitle: {title}\nevent-date: {year}-{month:02}-{day:02} {hour:02}:00:00\nplace: {place}\n---\n"
        with open(os.path.join(folder, f"{year}-{month:02}-{day:02}-{number}.md"), "w") as file:
            file.write(text)
