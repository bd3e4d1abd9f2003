"""Compares the programs of a career with the client's education."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from careerkit.catalog import Catalog
from careerkit.commands.programs.answer import (
    AccreditationItem,
    Destination,
    ProgramMatch,
    ProgramMatches,
    Standing,
)
from careerkit.commands.programs.cip_programs import CipPrograms
from careerkit.commands.programs.offered import Offers, distinct
from careerkit.model.career import Career, entry_education
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.organization import Accreditor
from careerkit.model.program import Entry, Program
from careerkit.model.vocabulary import LEVELS
from careerkit.words import article

_RUNGS = {
    **dict.fromkeys(("none", "grade_8"), 0),
    **dict.fromkeys(("high_school", "certificate"), 1),
    **dict.fromkeys(("some_college", "associate"), 2),
    **dict.fromkeys(("bachelor", "post_baccalaureate_certificate"), 3),
    **dict.fromkeys(("master", "post_master_certificate"), 4),
    "doctorate": 5,
}
"""How far up each level of education is: a program one rung up is the client's next step."""
_AS_RECORDED = ("id", "title", "scope", "cip", "awards", "entry", "note", "sources")
_STANDINGS = [Standing.OPEN_NOW, Standing.NEXT_STEP, Standing.LATER, None]


class _Openness(NamedTuple):
    standing: Standing | None = None
    why: str | None = None
    is_open: bool | None = None
    open_levels: tuple[str, ...] = ()
    next_levels: tuple[str, ...] = ()


class _Names(NamedTuple):
    title: Callable[[str, str], str]
    short: Mapping[str, str]
    accreditors: Mapping[str, Accreditor]


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
    come first, the others by the awards of the year. Schools are counted in ``state`` (a postal
    code) if it is given.
    """
    names = _Names(
        title=catalog.store.title,
        short=catalog.store.abbreviations("credential"),
        accreditors={accreditor.id: accreditor for accreditor in catalog.all(Accreditor)},
    )
    offers = Offers(catalog, state)
    listed = _programs(catalog, career, names)
    matches = [_match(program, education, level, names, offers) for program in listed]
    if level:
        matches = [match for match in matches if level in match.levels]
    if education:
        matches.sort(key=lambda match: _STANDINGS.index(match.standing))
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
        programs=tuple(matches),
        schools_count=_schools_count(matches, career, level, offers) if year else None,
        awards_year=year,
    )


def _programs(catalog: Catalog, career: Career, names: _Names) -> list[Program]:
    """Return the programs with a record of their own, then those of codes that schools report."""
    recorded = [catalog.one(Program, program_id) for program_id in career.programs]
    known = {program.cip for program in recorded if program.scope == "field"}
    others = [x for x in catalog.career_programs(career.id) if x.levels and x.cip not in known]
    if not others:
        return recorded
    by_code = CipPrograms(catalog, career.id, names.accreditors)
    return [*recorded, *map(by_code.program, others)]


def _schools_count(
    matches: Sequence[ProgramMatch], career: Career, level: str | None, offers: Offers
) -> int:
    return distinct(
        offers.schools(match.cip, [level] if level else match.levels)
        for match in matches
        if career.id in {destination.id for destination in match.leads_to}
    )


def _match(
    program: Program, education: str | None, level: str | None, names: _Names, offers: Offers
) -> ProgramMatch:
    levels = tuple(award.level for award in program.awards)
    asked = (level,) if level in levels else levels
    openness = _openness(_entries(program, asked), education) if education else _Openness()
    shown = openness.open_levels or openness.next_levels or asked
    months = {award.level: award.months for award in program.awards}
    lengths = [award.months for award in program.awards if award.months and award.level in shown]
    return ProgramMatch(
        **{name: getattr(program, name) for name in _AS_RECORDED},
        levels=levels,
        months=min(lengths, default=None),
        open_to_client=openness.is_open,
        open_levels=openness.open_levels,
        next_levels=openness.next_levels,
        standing=openness.standing,
        why=openness.why,
        schools=len(offers.schools(program.cip, asked)),
        offered=offers.offered(program.cip, months, level),
        leads_to=_destinations(program, names),
        accreditation=_accreditation(program, names),
    )


def _entries(program: Program, levels: tuple[str, ...]) -> dict[str, Entry]:
    """Return the entry rule of each award level; a level without one is left out."""
    return {level: entry for entry in program.entry for level in entry.levels if level in levels}


def _openness(entries: Mapping[str, Entry], education: str) -> _Openness:
    if not entries:
        return _Openness(why="what it asks on entry is not on record")
    required = {level: entry.requires for level, entry in entries.items() if not entry.who}
    if not required:
        return _for_an_occupation([*entries.values()], education)
    has = LEVEL_ORDER[education]
    open_levels = tuple(level for level, entry in required.items() if LEVEL_ORDER[entry] <= has)
    if open_levels:
        asked = sorted({required[level] for level in open_levels}, key=LEVEL_ORDER.__getitem__)
        why = _asks(asked[-1], "at most " if len(asked) > 1 else "")
        return _Openness(Standing.OPEN_NOW, why, is_open=True, open_levels=open_levels)
    least = min(required.values(), key=LEVEL_ORDER.__getitem__)
    is_next = _RUNGS[least] - _RUNGS[education] <= 1
    standing = Standing.NEXT_STEP if is_next else Standing.LATER
    next_levels = tuple(level for level, entry in required.items() if entry == least)
    return _Openness(standing, f"{_asks(least)} first", is_open=False, next_levels=next_levels)


def _for_an_occupation(entries: Sequence[Entry], education: str) -> _Openness:
    # Education alone never opens these programs; too little of it keeps them closed.
    least = min(LEVEL_ORDER[entry.requires] for entry in entries)
    is_open = False if LEVEL_ORDER[education] < least else None
    return _Openness(Standing.LATER, f"takes only {entries[0].who}", is_open=is_open)


def _asks(level: str, most: str = "") -> str:
    return f"usually asks for {most}{article(LEVELS[level])}"


def _destinations(program: Program, names: _Names) -> tuple[Destination, ...]:
    leads_to = program.leads_to
    destinations = [("career", career) for career in leads_to.careers]
    destinations += [("credential", credential) for credential in leads_to.credentials]
    return tuple(
        Destination(
            kind=kind,
            id=record_id,
            title=names.title(kind, record_id),
            short=names.short[record_id] if kind == "credential" else None,
        )
        for kind, record_id in destinations
    )


def _accreditation(program: Program, names: _Names) -> tuple[AccreditationItem, ...]:
    return tuple(
        AccreditationItem(
            accreditor=item.accreditor,
            name=names.accreditors[item.accreditor].abbreviation,
            url=names.accreditors[item.accreditor].url,
            levels=item.levels,
            opens=tuple(names.short[credential] for credential in item.opens),
        )
        for item in program.accreditation
    )
