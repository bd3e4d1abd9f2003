"""What a store keeps beside a record: the names that find it, and its row in lists."""

from collections.abc import Iterator
from typing import cast

from careerkit.answers.career_row import CareerRow
from careerkit.model.career import NATION, Career, entry_education, newest_outlook, newest_wage
from careerkit.model.credential import Credential
from careerkit.model.program import Program
from careerkit.rules.evaluate import conditions_in
from careerkit.rules.registry import STUDY_CONDITIONS

Name = tuple[str, str]


def title_of(record: object) -> str:
    """Return the title or name of a record, empty where it has neither."""
    return str(getattr(record, "title", None) or getattr(record, "name", ""))


def names_of(kind: str, record: object) -> Iterator[Name]:
    """Yield (text, role) for every name: title, official, aka, abbreviation, code or id."""
    yield title_of(record), "title"
    yield str(getattr(record, "id", "")), "id"
    if abbreviation := getattr(record, "abbreviation", ""):
        yield str(abbreviation), "abbreviation"
    if kind in ("career", "credential", "program"):
        yield from ((name, "aka") for name in cast("Career | Credential | Program", record).aka)
    if isinstance(record, Career):
        if record.official_title:
            yield record.official_title, "official"
        yield record.soc, "code"
        yield from ((code.code, "code") for code in record.codes)
    if isinstance(record, Program):
        yield record.cip, "code"


def socs_of(career: Career) -> list[str]:
    """Return the SOC codes of a career: its own, and those that BLS counts together under it."""
    merged = (c for c in career.codes if c.system == "soc-2018" and c.relation == "merged-from")
    return [*dict.fromkeys((career.soc, *(related.code for related in merged)))]


def study_asked(credential: Credential) -> Iterator[tuple[str, str, str]]:
    """Yield (field, accreditor, level) of study that open routes ask for, empty if not given."""
    open_routes = (route for route in credential.routes if route.valid_until is None)
    for condition in (c for route in open_routes for c in conditions_in(route.requires)):
        if condition.field and condition.condition in STUDY_CONDITIONS:
            for accreditor in condition.accreditors or ("",):
                yield condition.field, accreditor, condition.level or ""


def row_of(career: Career) -> CareerRow:
    """Return the career's row in lists: its current figures and where they come from."""
    outlook, wage = newest_outlook(career), newest_wage(career)
    claim = entry_education(career)
    annual = wage if wage and wage.unit == "year" else None
    sources = [fact.source for fact in (claim, outlook) if fact]
    return CareerRow(
        id=career.id,
        title=career.title,
        soc=career.soc,
        group=career.group,
        education=claim.level if claim else None,
        growth_percent=outlook.growth_percent if outlook else None,
        openings_per_year=outlook.openings_per_year if outlook else None,
        median_wage=annual.median if annual else None,
        median_wage_at_least=annual is not None and "median" in annual.at_least,
        employment=wage.employment if wage else None,
        area=wage.area if wage else NATION,
        wage_source=wage.source if wage else None,
        sources=tuple(dict.fromkeys(sources)),
    )
