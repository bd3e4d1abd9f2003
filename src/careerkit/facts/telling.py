"""One typed answer of an interview to the value of the fact it is about.

The same texts are valid as for flags, with the same messages for mistakes.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from careerkit.dates import is_date
from careerkit.errors import CareerkitError
from careerkit.facts.client import client_from_texts
from careerkit.facts.reading import NONE_WORD, Resolve, length, read
from careerkit.facts.registry import FACTS, OTHER_FACTS, Fact
from careerkit.model.client import Client, Study
from careerkit.model.shape import attribute_of, slots_of

_DATES = re.compile(r"\s*\d{4}\s*(-|to\b|until\b|\.\.|$)")
_RANGE = re.compile(r"\s+(?:to|until|-)\s+|\s*\.\.\s*")
_FLAG = re.compile(r"--[a-z-]+: ")


def parse_answer(path: Sequence[str | int], text: str, resolve: Resolve) -> Any:  # noqa: ANN401 - any fact
    """Return the value for the fact at ``path`` of a profile.

    For a list that is one entry, for a mapping a pair of key and value, and for ``none`` an empty
    one. For a detail of an entry, it is the changes to the entry, by attribute. Raises a usage
    error, without the name of a flag.
    """
    section, key = str(path[0]), str(path[-1])
    try:
        if path[2:]:
            return _changes(section, key, text, resolve)
        if section == "education":
            return _program(text, resolve)
        if section == OTHER_FACTS.section:
            return getattr(_client(OTHER_FACTS, f"{key}={text}", resolve).facts, key)
        fact = next(fact for fact in FACTS if fact.section == section)
        if section == "credits":
            text = "0" if text.strip().lower() == NONE_WORD else text
            return getattr(_client(fact, f"{key}={text}", resolve).credits, key)
        return _entry(getattr(_client(fact, text, resolve), section))
    except CareerkitError as error:
        message = _FLAG.sub("", error.message, count=1).removeprefix(f"{key}: ")
        raise CareerkitError(message, error.status, error.details) from error


def _client(fact: Fact, text: str, resolve: Resolve) -> Client:
    return client_from_texts({fact.name: [text] if fact.listed else text}, (), resolve)


def _entry(section: Any) -> Any:  # noqa: ANN401 - any section
    """Return the only entry of a section; a scalar or an empty section as it is."""
    if isinstance(section, Mapping):
        return next(iter(section.items()), ())
    return section[0] if isinstance(section, tuple) and section else section


def _program(text: str, resolve: Resolve) -> Any:  # noqa: ANN401 - a study
    """Read a level, perhaps with more: ``aas``, ``bs,field=business``."""
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
    if text.strip().lower() in ("yes", "y"):
        text = "completed"
    key = "completed" if re.match(r"\s*\d", text) or is_date(text) else "status"
    return {key: read(slots_of(Study)[key], text, resolve)}


def _dates(text: str, resolve: Resolve) -> dict[str, Any]:
    slots = slots_of(slots_of(Client)["work"].item.record)  # type: ignore[union-attr]  # a list of records
    begun, *ended = _RANGE.split(text.strip(), maxsplit=1)
    dates = {"from_": read(slots["from"], begun, resolve)}
    if ended and ended[0].lower() not in ("now", "today"):
        dates["to"] = read(slots["to"], ended[0], resolve)
    return dates
