"""One answer of an interview, as a person types it, to the value of the fact that was asked for.

What may be typed, and what a mistake is told, is what holds of the flags.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from careerkit.dates import is_date
from careerkit.errors import CareerkitError
from careerkit.facts.client import client_from_texts
from careerkit.facts.reading import NONE_WORD, Resolve, length, read
from careerkit.facts.registry import FACTS, OTHER_FACTS, Fact
from careerkit.model.client import Client
from careerkit.model.shape import attribute_of, slots_of

_DATES = re.compile(r"\s*\d{4}\s*(-|to\b|until\b|\.\.|$)")
_RANGE = re.compile(r"\s+(?:to|until|-)\s+|\s*\.\.\s*")
_FLAG = re.compile(r"--[a-z-]+: ")


def parse_answer(path: Sequence[str | int], text: str, resolve: Resolve) -> Any:  # noqa: ANN401 - any fact
    """Return the value that ``text`` tells of what stands at ``path`` of a profile.

    An entry of a list is one entry, of a mapping a pair; ``none`` is an empty one. Of a detail of
    an entry, the entry's changes are returned. Raises a usage error, without the name of a flag.
    """
    section, key = str(path[0]), str(path[-1])
    try:
        if path[2:]:
            return _changes(section, key, text, resolve)
        if section == "education":
            return _program(text, resolve)
        if section == OTHER_FACTS.section:
            return getattr(_told(OTHER_FACTS, f"{key}={text}", resolve).facts, key)
        fact = next(each for each in FACTS if each.section == section)
        if section == "credits":
            text = "0" if text.strip().lower() == NONE_WORD else text
            return getattr(_told(fact, f"{key}={text}", resolve).credits, key)
        return _entry(getattr(_told(fact, text, resolve), section))
    except CareerkitError as error:
        message = _FLAG.sub("", error.message, count=1).removeprefix(f"{key}: ")
        raise CareerkitError(message, error.status, error.details) from error


def _told(fact: Fact, text: str, resolve: Resolve) -> Client:
    return client_from_texts({fact.name: [text] if fact.listed else text}, (), resolve)


def _entry(told: Any) -> Any:  # noqa: ANN401 - any section
    """Return the only entry of what was told; what is no list, and an empty one, as it is."""
    if isinstance(told, Mapping):
        return next(iter(told.items()), ())
    return told[0] if isinstance(told, tuple) and told else told


def _program(text: str, resolve: Resolve) -> Any:  # noqa: ANN401 - a study
    """Return the program of a level with perhaps more: ``aas``, ``bs,field=business``."""
    first, *_ = text.split(",")
    whole = text if "=" in first else f"degree={text}"
    education = client_from_texts({}, [whole], resolve).education or ()
    return education[0]


def _changes(section: str, key: str, text: str, resolve: Resolve) -> dict[str, Any]:
    if (section, key) == ("education", "completed"):
        return _completion(text, resolve)
    if (section, key) == ("work", "from") or (key == "months" and _DATES.match(text)):
        return _dates(text, resolve)
    if (section, key) == ("work", "months"):
        return length(text)
    shape = slots_of(Client)[section]
    slot = slots_of(shape.item.record if shape.item else object)[key]
    if slot.form == "list" and text.strip().lower() != NONE_WORD:
        text = re.sub(r"\s*,\s*", "+", text.strip())
    return {attribute_of(key): read(slot, text, resolve, key)}


def _completion(text: str, resolve: Resolve) -> dict[str, Any]:
    """Return when a program was completed, or how far it is."""
    slots = slots_of(slots_of(Client)["education"].item.record)  # type: ignore[union-attr]  # a list of records
    said = {"yes": "completed", "y": "completed"}.get(text.strip().lower(), text)
    if re.match(r"\s*\d", said) or is_date(said):
        return {"completed": read(slots["completed"], said, resolve)}
    return {"status": read(slots["status"], said, resolve)}


def _dates(text: str, resolve: Resolve) -> dict[str, Any]:
    slots = slots_of(slots_of(Client)["work"].item.record)  # type: ignore[union-attr]  # a list of records
    begun, *ended = _RANGE.split(text.strip(), maxsplit=1)
    told = {"from_": read(slots["from"], begun, resolve)}
    if ended and ended[0].lower() not in ("now", "today"):
        told["to"] = read(slots["to"], ended[0], resolve)
    return told
