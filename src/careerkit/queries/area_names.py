"""Names of areas: the cities and states in their official titles, and nicknames."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from careerkit.names import normalise, with_initials_joined
from careerkit.store.areas import Area

_STATES_TOLD = re.compile("[A-Z]{2}(?:-[A-Z]{2})*")
_SHORT_FORMS = {"ft": "fort", "mt": "mount", "saint": "st"}
_METRO = re.compile(r" (?:metro(?:politan)?(?: area)?|area|msa)$")
_NONMETROPOLITAN = re.compile(" nonmetropolitan area.*")
_PARTS = re.compile("[-/]")
_NICKNAMES = {
    "DC": "Washington",
    "DFW": "Dallas",
    "KC": "Kansas City",
    "LA": "Los Angeles",
    "New York City": "New York",
    "NYC": "New York",
    "OKC": "Oklahoma City",
    "Philly": "Philadelphia",
    "SLC": "Salt Lake City",
    "Twin Cities": "Minneapolis",
}
"""Nicknames of cities, to the city in the title of its area."""


def called(local: Sequence[Area], states: Mapping[str, str], text: str) -> list[Area]:
    """Return the areas of a code or name, or else those with a city of that name."""
    norm = compared(text)
    code = text.strip().lstrip("0")
    exact = [
        area
        for area in local
        if norm and (norm == compared(area.title) or code == area.code.lstrip("0"))
    ]
    city = meant_by(norm) or _METRO.sub("", norm)
    metros = [area for area in local if area.area_type == "metropolitan"]
    return (
        exact
        or [area for area in metros if city in names_of(area)]
        or [area for area in metros if city in _with_states(area, states)]
    )


def meant_by(norm: str) -> str:
    """Return the city of a nickname, as ``compared`` writes it; empty if it is no nickname."""
    meant = (city for name, city in _NICKNAMES.items() if compared(name) == norm)
    return compared(next(meant, ""))


def with_words(local: Sequence[Area], norm: str) -> list[Area]:
    """Return the areas with all words (or beginnings) in their name; metropolitan ones first."""
    words = norm.split()
    fitting = [
        area
        for area in local
        if words
        and all(
            any(word.startswith(beginning) for word in compared(area.title).split())
            for beginning in words
        )
    ]
    named = [area for area in fitting if norm in names_of(area)]
    return named or [area for area in fitting if area.area_type == "metropolitan"] or fitting


def names_of(area: Area) -> set[str]:
    """Return what an area is called: ``Portland-Vancouver-Hillsboro, OR-WA`` after three cities."""
    name = _NONMETROPOLITAN.sub("", area.title.partition(",")[0])
    return {compared(name) for part in name.split("--") for name in (part, *_PARTS.split(part))}


def _with_states(area: Area, states: Mapping[str, str]) -> set[str]:
    """Return an area's cities with its states: ``portland or``, ``portland oregon``."""
    names = [name for code in states_of(area) for name in (compared(code), states.get(code, ""))]
    return {f"{city} {state}" for city in names_of(area) for state in names}


def states_of(area: Area) -> list[str]:
    """Return the postal codes of the states an area lies in: its name ends with them."""
    _, _, states = area.title.rpartition(", ")
    return states.split("-") if _STATES_TOLD.fullmatch(states) else [area.state]


@cache
def compared(text: str) -> str:
    """Normalize a name for comparison: ``Saint Paul`` and ``St. Paul`` agree, accents go."""
    plain = text if text.isascii() else _without_accents(text)
    words = with_initials_joined(normalise(plain)).split()
    return " ".join(_SHORT_FORMS.get(word, word) for word in words)


def _without_accents(text: str) -> str:
    from unicodedata import combining, normalize  # no name on record has an accent

    return "".join(char for char in normalize("NFKD", text) if not combining(char))
