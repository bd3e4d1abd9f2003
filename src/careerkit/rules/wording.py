"""Phrases that conditions share."""

from collections.abc import Iterable, Mapping

from careerkit.model.client_vocabulary import OTHER_CREDENTIALS
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import AWARD_LEVELS, DEGREES, FIELDS, LEVELS
from careerkit.rules.result import Reference
from careerkit.words import join


def one_of(ids: Iterable[str], names: Mapping[str, str]) -> str:
    """Return the names of ``ids`` joined by "or"."""
    return join((names.get(key, key) for key in ids), "or")


def credentials(condition: Condition, reference: Reference) -> str:
    """Return the short names of a condition's credentials joined by "or"."""
    return one_of(condition.credentials, {**OTHER_CREDENTIALS, **reference.credentials})


def accreditors(condition: Condition, reference: Reference) -> str:
    """Return the short names of a condition's accreditors joined by "or"."""
    names = {key: body.abbreviation for key, body in reference.accreditors.items()}
    return one_of(condition.accreditors, names)


def program(condition: Condition) -> str:
    """Return such as "associate program in business"."""
    level = AWARD_LEVELS.get(condition.level or "", "")
    if condition.level_match == "at_least":
        level += " or higher"
    field = f" in {FIELDS[condition.field]}" if condition.field else ""
    return f"{level} program{field}".strip()


def degree(condition: Condition) -> str:
    """Return such as "bachelor's degree or higher, in health care"."""
    higher = " or higher" if condition.level in DEGREES else ""
    level = _SCHOOLING.get(condition.level or "none") or LEVELS[condition.level or "none"]
    field = f", in {FIELDS[condition.field]}" if condition.field else ""
    return f"{level}{higher}{field}"


_SCHOOLING = {"grade_8": "eighth-grade education", "some_college": "period of college study"}
"""Levels whose label names what is missing, worded as a requirement."""
