"""What the other engines are given of a client, and how they tell of their work.

A profile in plain values: levels by rank, dates as the number of their month, no word for what was
not told. Needs nothing but Python: it runs in the environments of the other engines.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

Facts = dict[str, Any]

LEVELS = (
    *("", "grade_8", "high_school", "some_college", "certificate", "associate", "bachelor"),
    *("post_baccalaureate_certificate", "master", "post_master_certificate", "doctorate"),
)
RANK = {level: rank for rank, level in enumerate(LEVELS)}
NOW = 2026 * 12 + 11
"""The last month that counts; the day asked about is its last."""
EIGHT_YEARS = NOW - 8 * 12 + 1
"""The first month of the last eight years."""
HOURS = 160
"""Hours of work that are a month of it, where only those were told."""
CREDENTIALS = ("ahima-rhit", "ahima-chps", "pmi-pmp")
"""What is asked of each client, in this order."""


def months(text: str) -> int:
    """Return the number of the month of a date."""
    return int(text[:4]) * 12 + int(text[5:7])


def plain(profile: Facts) -> Facts:
    """Return what the rules read of a profile."""
    spells = map(_spell, profile.get("work") or ())
    return {
        "programs": list(map(_program, profile.get("education") or ())),
        "educated": "education" in profile,
        "work": sorted(spells, key=lambda spell: spell["first"]),
        "credentials": [
            {"id": each["id"], "active": each.get("active", False)}
            for each in profile.get("credentials") or ()
        ],
        "training": profile.get("training") or [],
        "reciprocity": profile.get("facts", {}).get("foreign_reciprocity", False),
    }


def _program(study: Facts) -> Facts:
    told = "completed" if "completed" in study or "expected" not in study else "expected"
    return {
        "level": RANK[study["level"]],
        "field": study.get("field", ""),
        "bodies": study.get("accredited_by") or [],
        "status": study.get("status", told),
        "abroad": study.get("country", "US") != "US",
    }


def _spell(work: Facts) -> Facts:
    """Return a spell of work; without dates its ``last`` month comes before the ``first``."""
    amount = work.get("months", work.get("years", 0) * 12) or work.get("hours", 0) / HOURS
    first, last = 0, -1
    if "from" in work:
        first = months(work["from"])
        last = months(work["to"]) if "to" in work else NOW
        last = min(last, first + amount - 1) if amount else last
        amount = last - first + 1
    return {"field": work["field"], "first": first, "last": last, "months": amount}


def tell(
    ready: Callable[[Sequence[Facts]], Any], judge: Callable[[Any], Sequence[Sequence[bool]]]
) -> None:
    """Read the command line (clients, answers, how many), do the work and print what it took.

    ``ready`` makes of profiles what the engine takes, ``judge`` gives a yes or no for each rule and
    client: a sequence of clients for each of ``CREDENTIALS``.
    """
    source, target, count = sys.argv[1:]
    with Path(source).open(encoding="utf-8") as stream:
        profiles = [json.loads(line) for line, _ in zip(stream, range(int(count)), strict=False)]
    start = time.process_time()
    data = ready(profiles)
    made = time.process_time()
    answers = judge(data)
    done = time.process_time()
    write(target, answers, lambda yes: "y" if yes else "n")
    print(json.dumps({"ready": made - start, "judge": done - made, "clients": len(profiles)}))


def write(target: str, answers: Sequence[Sequence[Any]], letter: Callable[[Any], str]) -> None:
    """Write a line for each credential, a letter for each client."""
    lines = ("".join(map(letter, each)) for each in answers)
    Path(target).write_text("\n".join(lines), encoding="utf-8")


def is_day(day: date) -> bool:
    """Tell whether what is written here holds for a day: the last of the month that counts."""
    return months(day.isoformat()) == NOW
