"""Reads iCalendar with a parser that knows nothing of Anslag (the icalendar package), and prints as JSON what it found.

    python3 calendar_file.py < FILE.ics

Run by whichever Python has the package: Debian installs it (python3-icalendar) for its own only."""

import json
import sys


def main():
    import icalendar

    data = sys.stdin.buffer.read()
    calendar = icalendar.Calendar.from_ical(data)
    faults = [f"{part.name}: {name}: {why}" for part in calendar.walk() for name, why in part.errors]
    faults += [f"a line of {len(line)} bytes" for line in data.split(b"\r\n") if len(line) > 75]
    if b"\n" in data.replace(b"\r\n", b""):
        faults.append("a line that does not end in CR LF")
    zones = {str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")}
    names = set()
    events = []
    for event in calendar.walk("VEVENT"):
        for needed in ("uid", "dtstamp", "dtstart", "summary"):
            if needed not in event:
                faults.append(f"an event without {needed}")
        if event["uid"] in names:
            faults.append(f"two events {event['uid']}")
        names.add(event["uid"])
        times = [event[name] for name in ("dtstart", "dtend") if name in event]
        faults += [f"no zone {time.params['tzid']}" for time in times if time.params.get("tzid", "") not in zones | {""}]
        if len({type(time.dt) for time in times}) > 1:
            faults.append(f"{event['uid']} starts and ends otherwise")
        elif len(times) == 2 and len({time.dt.tzinfo for time in times if hasattr(time.dt, "tzinfo")}) < 2:
            if times[0].dt >= times[1].dt:
                faults.append(f"{event['uid']} ends before it starts")
        events.append(
            {
                "summary": str(event["summary"]),
                "start": event["dtstart"].dt.isoformat(),
                "end": event["dtend"].dt.isoformat() if "dtend" in event else None,
                "rule": event["rrule"].to_ical().decode() if "rrule" in event else None,
                "status": str(event.get("status", "")),
                "location": str(event.get("location", "")),
                "description": str(event.get("description", "")),
            }
        )
    json.dump({"faults": faults, "events": events}, sys.stdout)


if __name__ == "__main__":
    main()
