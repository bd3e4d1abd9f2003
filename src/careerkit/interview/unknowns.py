"""The gaps in a profile, and the client with a gap filled.

A path names a place of the profile: ``("age",)``, ``("work",)`` for a whole list, and
``("work", 1, "paid")`` for a detail of one entry. What the model assumes is no gap: a country left
out is the US, a program without a status is completed, and work with dates lasted as long as they
say.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from careerkit.facts import STUDY_FACTS
from careerkit.facts.registry import FACTS, STATEMENTS
from careerkit.model.client import Client, Credits, Study
from careerkit.model.shape import Shape, attribute_of, slots_of
from careerkit.rules.program_match import ENROLLED

Path = tuple[str | int, ...]

_OF_STUDY = {fact.key for fact in STUDY_FACTS}
_HEADS = {fact.section: fact.head for fact in FACTS}
_LONG_AGO = "1900-01-01"
_FAR_AHEAD = "2200-01-01"
_MUCH = 1000


def gaps(client: Client, key: str) -> Iterator[Path]:
    """Yield the paths that are unknown of the fact with ``key`` in the registry."""
    if key in _OF_STUDY:
        yield from _study_gaps(client.education, key)
    elif key in STATEMENTS:
        if getattr(client.facts, key) is None:
            yield "facts", key
    elif key == "credits":
        held = client.credits or Credits()
        yield from ((key, name) for name in ("total", "graduate") if getattr(held, name) is None)
    elif getattr(client, key) is None:
        yield (key,)
    else:
        yield from _details(client, key)


def _study_gaps(studies: Sequence[Study] | None, key: str) -> Iterator[Path]:
    if studies is None:
        yield ("education",)
    for index, study in enumerate(studies or ()):
        if is_unknown(study, key):
            yield "education", index, key


def is_unknown(study: Study, key: str) -> bool:
    """Tell whether a fact of a program is unknown; its end is asked for by one of three keys."""
    if key == "level":
        return study.level == "unknown"
    if key == "country" or getattr(study, key) is not None:
        return False
    if key == "status":
        return bool(study.expected) and not study.completed
    if key == "completed":
        return study.status in (None, "completed") and not study.expected
    return key != "expected" or study.status in ENROLLED


def _details(client: Client, section: str) -> Iterator[Path]:
    shape = slots_of(Client)[section]
    if shape.item is None or shape.item.form != "record":
        return
    entries = getattr(client, section)
    pairs = entries.items() if isinstance(entries, Mapping) else enumerate(entries)
    for place, entry in pairs:
        for key in slots_of(shape.item.record):
            if key not in _HEADS[section] and _is_open(section, entry, key):
                yield section, place, key


def _is_open(section: str, entry: Any, key: str) -> bool:  # noqa: ANN401 - an entry of any section
    """Tell whether a detail is unknown, and an answer could not contradict the entry."""
    if getattr(entry, attribute_of(key)) is not None:
        return False
    if section != "work":
        return True
    amount = (entry.years, entry.months, entry.hours) != (None, None, None)
    return {
        "years": False,  # how long it was is asked for as "months"
        "months": not amount and entry.from_ is None,
        "hours": entry.years is not None or entry.months is not None,
        "from": amount,
        "to": False,  # when it was is asked for as "from"
        "current": entry.from_ is None and entry.to is None,
    }.get(key, True)


def filled(client: Client, path: Path, value: Any) -> Client:  # noqa: ANN401 - any fact
    """Return ``client`` with a ``value`` at ``path``; for a detail, the changes to its entry."""
    name = str(path[0])
    changed: dict[str, Any] = {name: _within(getattr(client, name), path[1:], value)}
    return dataclasses.replace(client, **changed)


def _within(section: Any, rest: Path, value: Any) -> Any:  # noqa: ANN401 - any section
    if not rest:
        return value
    if not rest[1:]:
        return dataclasses.replace(section or Credits(), **{str(rest[0]): value})
    place, entry = rest[0], dataclasses.replace(section[rest[0]], **value)
    if isinstance(section, Mapping):
        return {**section, place: entry}
    return tuple(entry if index == place else other for index, other in enumerate(section))


def guesses(path: Path, as_of: date, bodies: Sequence[str]) -> list[Any]:
    """Return values that ``path`` might have, the poorest first, to try what they would settle.

    ``bodies`` are the ids of all accreditors: any rule on accreditors names one of them.
    """
    section, key = str(path[0]), str(path[-1])
    shape = slots_of(Client)[section]
    if path[1:]:
        record = (shape.item.record if shape.item else None) or shape.record
        shape = slots_of(record)[key]
    if section == "work" and key == "from":
        return [{"from_": _LONG_AGO, "to": _LONG_AGO}, {"from_": as_of.isoformat()}]
    if not path[1:] and shape.form == "mapping":
        return [{}, _everything(shape)]
    values = _values(shape, as_of.isoformat(), bodies)
    if key == "expected":
        values.append(_FAR_AHEAD)
    detail = len(path) > len(("section", "key"))
    return [{attribute_of(key): value} for value in values] if detail else values


def _values(shape: Shape, day: str, bodies: Sequence[str]) -> list[Any]:
    if shape.form == "list":
        plain = shape.item is not None and shape.item.form == "scalar"
        return [(), tuple(bodies)] if plain else [()]
    if shape.scalar is bool:
        return [False, True]
    if shape.scalar in {int, float}:
        return [0, _MUCH]
    if shape.constraint and shape.constraint.date:
        return [_LONG_AGO, day]
    return list(shape.constraint.values) if shape.constraint else []


def _everything(shape: Shape) -> dict[str, Any]:
    """Return as much of every subject or procedure as any rule asks."""
    words = shape.key.constraint.values if shape.key and shape.key.constraint else ()
    if shape.item is None or shape.item.form == "scalar":
        return dict.fromkeys(words, _MUCH)
    best = {
        name: slot.constraint.values[0] if slot.constraint and slot.constraint.values else _MUCH
        for name, slot in slots_of(shape.item.record).items()
    }
    return dict.fromkeys(words, shape.item.record(**best))
