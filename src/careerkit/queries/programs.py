"""The programs of a career, held against the client's education."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from careerkit.answers.programs import (
    AccreditationItem,
    Destination,
    ProgramMatch,
    ProgramMatches,
    Standing,
)
from careerkit.catalog import Catalog
from careerkit.model.career import Career
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.organization import Accreditor
from careerkit.model.program import Program
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
"""How far up each level of education is: what the next rung opens is the client's next step."""
_STANDINGS = [Standing.OPEN_NOW, Standing.NEXT_STEP, Standing.LATER, None]


class _Standing(NamedTuple):
    standing: Standing | None = None
    why: str | None = None
    open_levels: tuple[str, ...] = ()
    next_levels: tuple[str, ...] = ()


class _Names(NamedTuple):
    title: Callable[[str, str], str]
    short: Mapping[str, str]
    accreditors: Mapping[str, Accreditor]


_UNTOLD = _Standing()


def programs(
    catalog: Catalog, career: Career, education: str | None, level: str | None
) -> ProgramMatches:
    """Return the programs of ``career``, only those with an award at ``level`` if it is given.

    ``education`` is the highest level the client has completed, None where it is not known. With
    it, programs come in the order open now, next step, later.
    """
    names = _Names(
        title=catalog.store.title,
        short=catalog.store.abbreviations("credential"),
        accreditors={each.id: each for each in catalog.all(Accreditor)},
    )
    found = [
        _match(catalog.one(Program, each), education, level, names) for each in career.programs
    ]
    if level:
        found = [match for match in found if level in match.levels]
    if education:
        found.sort(key=lambda match: _STANDINGS.index(match.standing))
    return ProgramMatches(
        career=career.id,
        career_title=career.title,
        education=education,
        level=level,
        programs=tuple(found),
        schools_count=None,
    )


def _match(
    program: Program, education: str | None, level: str | None, names: _Names
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
        open_to_client=bool(standing.open_levels) if standing.standing else None,
        open_levels=standing.open_levels,
        next_levels=standing.next_levels,
        standing=standing.standing,
        why=standing.why,
        awards=program.awards,
        entry=program.entry,
        leads_to=_destinations(program, names),
        accreditation=_accreditation(program, names),
        note=program.note,
        sources=program.sources,
    )


def _needs(program: Program, levels: tuple[str, ...]) -> dict[str, str]:
    """Return what entry asks for by award level; a level without an entry rule is left out."""
    return {
        level: entry.requires
        for entry in program.entry
        for level in entry.levels
        if level in levels
    }


def _standing(needs: Mapping[str, str], education: str) -> _Standing:
    if not needs:
        return _Standing(why="what it asks on entry is not on record")
    has = LEVEL_ORDER[education]
    open_levels = tuple(level for level, need in needs.items() if LEVEL_ORDER[need] <= has)
    if open_levels:
        asked = sorted({needs[level] for level in open_levels}, key=LEVEL_ORDER.__getitem__)
        most = "at most " if len(asked) > 1 else ""
        return _Standing(Standing.OPEN_NOW, _asks(asked[-1], most), open_levels=open_levels)
    need = min(needs.values(), key=LEVEL_ORDER.__getitem__)
    is_next = _RUNGS[need] - _RUNGS[education] <= 1
    standing = Standing.NEXT_STEP if is_next else Standing.LATER
    next_levels = tuple(level for level, asked in needs.items() if asked == need)
    return _Standing(standing, f"{_asks(need)} first", next_levels=next_levels)


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
