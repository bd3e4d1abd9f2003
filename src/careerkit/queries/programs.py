"""The programs of a career, held against the client's education."""

from collections.abc import Mapping

from careerkit.answers.programs import (
    AccreditationItem,
    Destination,
    ProgramMatch,
    ProgramMatches,
    Standing,
)
from careerkit.catalog import Catalog
from careerkit.model.career import Career
from careerkit.model.organization import Accreditor
from careerkit.model.program import Program
from careerkit.model.vocabulary import LEVELS

_LEVEL_ORDER = {level: rank for rank, level in enumerate(LEVELS)}
_LADDER = ("high_school", "bachelor", "master", "doctorate")
"""Levels that open programs above them, each one award after the one before."""
_STANDINGS = [Standing.OPEN_NOW, Standing.NEXT_STEP, Standing.LATER, None]


def programs(
    catalog: Catalog, career: Career, education: str | None, level: str | None
) -> ProgramMatches:
    """Return the programs of ``career``, only those with an award at ``level`` if it is given.

    ``education`` is the highest level the client has completed, None where it is not known. With
    it, programs come in the order open now, next step, later.
    """
    accreditors = {each.id: each for each in catalog.all(Accreditor)}
    found = [
        _match(catalog, catalog.one(Program, each), education, level, accreditors)
        for each in career.programs
    ]
    if level:
        found = [match for match in found if level in match.levels]
    if education:
        found.sort(key=lambda match: _STANDINGS.index(match.standing))
    return ProgramMatches(
        career=career.id,
        career_title=career.title,
        education=education,
        programs=tuple(found),
        schools_count=None,
    )


def _match(
    catalog: Catalog,
    program: Program,
    education: str | None,
    level: str | None,
    accreditors: Mapping[str, Accreditor],
) -> ProgramMatch:
    levels = tuple(award.level for award in program.awards)
    needs = _needs(program, (level,) if level in levels else levels)
    standing, open_levels, why = _standing(needs, education) if education else (None, (), None)
    lengths = [award.months for award in program.awards if award.months]
    return ProgramMatch(
        id=program.id,
        title=program.title,
        scope=program.scope,
        cip=program.cip,
        levels=levels,
        months=min(lengths, default=None),
        open_to_client=None if standing is None else standing is Standing.OPEN_NOW,
        open_levels=open_levels,
        standing=standing,
        why=why,
        awards=program.awards,
        entry=program.entry,
        leads_to=_destinations(catalog, program),
        accreditation=_accreditation(catalog, program, accreditors),
        note=program.note,
        sources=program.sources,
    )


def _needs(program: Program, levels: tuple[str, ...]) -> dict[str, str]:
    """Return what entry asks for by award level; a level without an entry rule is left out."""
    return {
        level: entry.requires for entry in program.entry for level in entry.levels if level in levels
    }


def _standing(
    needs: Mapping[str, str], education: str
) -> tuple[Standing | None, tuple[str, ...], str | None]:
    """Return the standing of a program, the levels open now, and why."""
    if not needs:
        return None, (), "what it asks on entry is not on record"
    has = _LEVEL_ORDER[education]
    open_levels = tuple(level for level, need in needs.items() if _LEVEL_ORDER[need] <= has)
    if open_levels:
        need = max((needs[level] for level in open_levels), key=_LEVEL_ORDER.__getitem__)
        return Standing.OPEN_NOW, open_levels, f"usually asks for {_a(LEVELS[need])}"
    need = min(needs.values(), key=_LEVEL_ORDER.__getitem__)
    steps = sum(has < _LEVEL_ORDER[rung] <= _LEVEL_ORDER[need] for rung in _LADDER)
    standing = Standing.NEXT_STEP if steps <= 1 else Standing.LATER
    return standing, (), f"usually asks for {_a(LEVELS[need])} first"


def _a(label: str) -> str:
    return f"{'an' if label[0] in 'aeiou' else 'a'} {label}"


def _destinations(catalog: Catalog, program: Program) -> tuple[Destination, ...]:
    careers = catalog.store.titles("career")
    credentials = catalog.store.titles("credential")
    return (
        *(Destination(kind="career", id=c, title=careers[c]) for c in program.leads_to.careers),
        *(
            Destination(kind="credential", id=c, title=credentials[c])
            for c in program.leads_to.credentials
        ),
    )


def _accreditation(
    catalog: Catalog, program: Program, accreditors: Mapping[str, Accreditor]
) -> tuple[AccreditationItem, ...]:
    short = catalog.store.abbreviations("credential")
    return tuple(
        AccreditationItem(
            accreditor=each.accreditor,
            name=accreditors[each.accreditor].abbreviation,
            url=accreditors[each.accreditor].url,
            levels=each.levels,
            opens=tuple(short[credential] for credential in each.opens),
        )
        for each in program.accreditation
    )
