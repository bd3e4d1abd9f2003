"""The programs of a career, held against the client's education."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from careerkit.answers.programs import (
    AccreditationItem,
    Destination,
    ProgramMatch,
    ProgramMatches,
    Standing,
)
from careerkit.catalog import Catalog
from careerkit.model.career import Career, entry_education
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.organization import Accreditor
from careerkit.model.program import Entry, Program
from careerkit.model.vocabulary import LEVELS
from careerkit.queries.cip_programs import CipPrograms
from careerkit.queries.offered import Offers, distinct
from careerkit.words import article

_RUNGS = {
    **dict.fromkeys(("none", "grade_8"), 0),
    **dict.fromkeys(("high_school", "certificate"), 1),
    **dict.fromkeys(("some_college", "associate"), 2),
    **dict.fromkeys(("bachelor", "post_baccalaureate_certificate"), 3),
    **dict.fromkeys(("master", "post_master_certificate"), 4),
    "doctorate": 5,
}
"""How far up each level of education is: what the next rung opens is the client's next step."""
_STANDINGS = [Standing.OPEN_NOW, Standing.NEXT_STEP, Standing.LATER, None]


class _Standing(NamedTuple):
    standing: Standing | None = None
    why: str | None = None
    is_open: bool | None = None
    open_levels: tuple[str, ...] = ()
    next_levels: tuple[str, ...] = ()


class _Names(NamedTuple):
    title: Callable[[str, str], str]
    short: Mapping[str, str]
    accreditors: Mapping[str, Accreditor]


_UNTOLD = _Standing()


def programs(
    catalog: Catalog,
    career: Career,
    education: str | None,
    level: str | None,
    state: str | None = None,
) -> ProgramMatches:
    """Return the programs of ``career``, only those with an award at ``level`` if it is given.

    ``education`` is the highest level the client has completed, None where it is not known. With
    it, programs come in the order open now, next step, later; those with a record of their own
    come before the others, and these by the awards of the year. Schools are counted in ``state``
    (a postal code) if it is given.
    """
    names = _Names(
        title=catalog.store.title,
        short=catalog.store.abbreviations("credential"),
        accreditors={each.id: each for each in catalog.all(Accreditor)},
    )
    offers = Offers(catalog, state)
    listed = _programs(catalog, career, names)
    found = [_match(each, education, level, names, offers) for each in listed]
    if level:
        found = [match for match in found if level in match.levels]
    if education:
        found.sort(key=lambda match: _STANDINGS.index(match.standing))
    year = catalog.awards_year()
    entry = entry_education(career)
    return ProgramMatches(
        career=career.id,
        career_title=career.title,
        education=education,
        level=level,
        state=state,
        entry_education=entry.level if entry else None,
        education_source=entry.source if entry else None,
        programs=tuple(found),
        schools_count=_schools_count(found, career, level, offers) if year else None,
        awards_year=year,
    )


def _programs(catalog: Catalog, career: Career, names: _Names) -> list[Program]:
    """Return the programs with a record of their own, then those of codes that schools report."""
    recorded = [catalog.one(Program, each) for each in career.programs]
    known = {each.cip for each in recorded if each.scope == "field"}
    found = [x for x in catalog.career_programs(career.id) if x.levels and x.cip not in known]
    if not found:
        return recorded
    made = CipPrograms(catalog, career.id, names.accreditors)
    return [*recorded, *(made.program(each) for each in found)]


def _schools_count(
    found: Sequence[ProgramMatch], career: Career, level: str | None, offers: Offers
) -> int:
    """Count the schools that offer a program which leads to the career, each once."""
    return distinct(
        offers.schools(match.cip, [level] if level else match.levels)
        for match in found
        if any(each.id == career.id for each in match.leads_to)
    )


def _match(
    program: Program, education: str | None, level: str | None, names: _Names, offers: Offers
) -> ProgramMatch:
    levels = tuple(award.level for award in program.awards)
    asked = (level,) if level in levels else levels
    standing = _standing(_needs(program, asked), education) if education else _UNTOLD
    shown = standing.open_levels or standing.next_levels or asked
    lengths = [a.months for a in program.awards if a.months and a.level in shown]
    return ProgramMatch(
        id=program.id,
        title=program.title,
        scope=program.scope,
        cip=program.cip,
        levels=levels,
        months=min(lengths, default=None),
        open_to_client=standing.is_open,
        open_levels=standing.open_levels,
        next_levels=standing.next_levels,
        standing=standing.standing,
        why=standing.why,
        awards=program.awards,
        schools=len(offers.schools(program.cip, asked)),
        offered=offers.offered(
            program.cip,
            {award.level: award.months for award in program.awards},
            level,
        ),
        entry=program.entry,
        leads_to=_destinations(program, names),
        accreditation=_accreditation(program, names),
        note=program.note,
        sources=program.sources,
    )


def _needs(program: Program, levels: tuple[str, ...]) -> dict[str, Entry]:
    """Return what entry asks for by award level; a level without an entry rule is left out."""
    return {level: entry for entry in program.entry for level in entry.levels if level in levels}


def _standing(entries: Mapping[str, Entry], education: str) -> _Standing:
    if not entries:
        return _Standing(why="what it asks on entry is not on record")
    needs = {level: entry.requires for level, entry in entries.items() if not entry.who}
    if not needs:
        return _beyond([*entries.values()], education)
    has = LEVEL_ORDER[education]
    open_levels = tuple(level for level, need in needs.items() if LEVEL_ORDER[need] <= has)
    if open_levels:
        asked = sorted({needs[level] for level in open_levels}, key=LEVEL_ORDER.__getitem__)
        most = "at most " if len(asked) > 1 else ""
        why = _asks(asked[-1], most)
        return _Standing(Standing.OPEN_NOW, why, is_open=True, open_levels=open_levels)
    need = min(needs.values(), key=LEVEL_ORDER.__getitem__)
    is_next = _RUNGS[need] - _RUNGS[education] <= 1
    standing = Standing.NEXT_STEP if is_next else Standing.LATER
    next_levels = tuple(level for level, asked in needs.items() if asked == need)
    return _Standing(standing, f"{_asks(need)} first", is_open=False, next_levels=next_levels)


def _beyond(entries: Sequence[Entry], education: str) -> _Standing:
    """Return the standing of what takes people of an occupation: no education alone opens it."""
    least = min(LEVEL_ORDER[entry.requires] for entry in entries)
    is_open = False if LEVEL_ORDER[education] < least else None
    return _Standing(Standing.LATER, f"takes only {entries[0].who}", is_open=is_open)


def _asks(level: str, most: str = "") -> str:
    return f"usually asks for {most}{article(LEVELS[level])}"


def _destinations(program: Program, names: _Names) -> tuple[Destination, ...]:
    return (
        *(
            Destination(kind="career", id=each, title=names.title("career", each), short=None)
            for each in program.leads_to.careers
        ),
        *(
            Destination(
                kind="credential",
                id=each,
                title=names.title("credential", each),
                short=names.short[each],
            )
            for each in program.leads_to.credentials
        ),
    )


def _accreditation(program: Program, names: _Names) -> tuple[AccreditationItem, ...]:
    return tuple(
        AccreditationItem(
            accreditor=each.accreditor,
            name=names.accreditors[each.accreditor].abbreviation,
            url=names.accreditors[each.accreditor].url,
            levels=each.levels,
            opens=tuple(names.short[credential] for credential in each.opens),
        )
        for each in program.accreditation
    )
