"""Finds a client's ways to a credential or into a career, with schools and pay."""

from collections.abc import Iterator, Sequence
from functools import cache, partial

from careerkit.answers.eligibility import Verdict
from careerkit.catalog import Catalog
from careerkit.commands.pathway.answer import (
    NamedAccreditor,
    NotAWay,
    Pathway,
    PathwayStep,
    PathwayWay,
)
from careerkit.commands.pathway.pay import pay_of
from careerkit.commands.pathway.schools import Programs
from careerkit.eligibility import check
from careerkit.model.career import Career
from careerkit.model.client_vocabulary import STATES
from careerkit.model.credential import Credential
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.organization import Issuer
from careerkit.model.study import AdvancedStudy, FieldOfStudy, LevelOfStudy
from careerkit.pathways.career_steps import in_a_field
from careerkit.pathways.career_ways import career_ways, entries, has_reached, law_met, level_met
from careerkit.pathways.client_state import ClientState, client_state_of
from careerkit.pathways.lookups import Lookups
from careerkit.pathways.step import Step
from careerkit.pathways.way import Found, Way
from careerkit.pathways.ways import credential_ways
from careerkit.rules.result import Case
from careerkit.rules.three_valued import Truth
from careerkit.words import counted, join

_MOST = 3
_SHARE = 0.1
"""Smallest share of a field's awards at a level at which it counts as offered."""
_NO_LICENSE = (
    "No license is on record for this career. That does not mean that none is needed: ask "
)
_NO_LICENSE_ITSELF = (
    "The law asks for {named}, which is no license of a state itself. Whether a license is needed "
    "too, ask "
)
_SOME_JOBS = "On record for this career: {named}. Whether a job takes it, and what else, ask "
_KNOWN = {Truth.MET: True, Truth.NOT_MET: False, Truth.UNKNOWN: None}
_ANSWERS = {Verdict.ELIGIBLE: True, Verdict.NOT_ELIGIBLE: False, Verdict.UNKNOWN: None}


def pathway(catalog: Catalog, kind: str, goal: str, case: Case) -> Pathway:
    """Return the ways of the client of ``case`` to a ``career`` or ``credential`` (its id)."""
    client_state = client_state_of(case.client, case.as_of, case.reference)
    if kind == "career":
        return _to_career(catalog, catalog.one(Career, goal), client_state)
    return _to_credential(catalog, catalog.one(Credential, goal), client_state)


def _to_career(catalog: Catalog, career: Career, client_state: ClientState) -> Pathway:
    cips = tuple(sorted(program.cip for program in catalog.career_programs(career.id)))
    entry_routes = entries(career, cips)
    state = client_state.client.state
    license_note = _license_note(catalog, career, state)
    lookups = _lookups(catalog)._replace(leading=cips)
    paths = career_ways(career, entry_routes, client_state, lookups)
    return Pathway(
        goal_kind="career",
        goal=career.id,
        goal_title=career.title,
        stage=None,
        reached=has_reached(entry_routes, client_state, partial(_is_license, catalog, state)),
        law_met=law_met(entry_routes, client_state),
        level_met=_KNOWN[level_met(entry_routes, client_state)],
        field_checked=False if in_a_field(career) else None,
        license_note=license_note,
        held=None,
        state=client_state.client.state,
        ways=_ways(catalog, paths.ways, client_state),
        further=0,
        pay=pay_of(catalog, career, client_state.client.state),
        left_out=_left_out(paths),
        notes=(
            *_advanced_notes(catalog, cips),
            *([license_note] if license_note else ()),
            *_required_notes(catalog, career),
        ),
        url=None,
        sources=(),
    )


def _to_credential(catalog: Catalog, record: Credential, client_state: ClientState) -> Pathway:
    verdict = check(record, client_state.case)
    paths = credential_ways(record.id, client_state, _lookups(catalog))
    shown = [] if verdict.held else paths.ways[:_MOST]
    careers = [career_id for soc in record.careers for career_id in catalog.careers_of_soc(soc)]
    career = catalog.one(Career, careers[0]) if careers else None
    return Pathway(
        goal_kind="credential",
        goal=record.id,
        goal_title=f"{record.abbreviation} ({record.name})",
        stage="license" if record.kind == "licence" else "award",
        reached=_ANSWERS[verdict.verdict],
        law_met=None,
        level_met=None,
        field_checked=None,
        license_note=None,
        held=verdict.held,
        state=client_state.client.state,
        ways=_ways(catalog, shown, client_state),
        further=0 if verdict.held else len(paths.ways) - len(shown),
        pay=pay_of(catalog, career, client_state.client.state) if career else None,
        left_out=() if verdict.held else _left_out(paths),
        notes=_notes(record),
        url=record.url,
        sources=record.sources,
    )


def _advanced_notes(catalog: Catalog, cips: Sequence[str]) -> Iterator[str]:
    for study in catalog.all(AdvancedStudy):
        if among := [cip for cip in cips if cip in study.cips]:
            count = f"{len(among)} of {counted(len(cips), 'program')} for this career"
            verb = "takes" if len(among) == 1 else "take"
            yield f"{count} {verb} only {study.who}: becoming one comes first."


def _required_notes(catalog: Catalog, career: Career) -> tuple[str, ...]:
    required = [link.id for link in career.credentials if link.relation == "required-by-law"]
    return tuple(note for name in required for note in _notes(catalog.one(Credential, name)))


def _is_license(catalog: Catalog, state: str | None, credential: str) -> bool:
    """Tell whether a credential is a license that holds in a state, where one was told."""
    kind = catalog.plain("credential", credential)["kind"]
    return kind == "licence" and _place(catalog, credential) in (None, state)


def _license_note(catalog: Catalog, career: Career, state: str | None) -> str | None:
    """Say whom to ask about a license; None if one required by law is on record."""
    board = f"the licensing board of {STATES[state]}" if state else "the state's licensing board"
    required = [link.id for link in career.credentials if link.relation == "required-by-law"]
    if any(_is_license(catalog, state, name) for name in required):
        return None
    if required:
        named = join(catalog.one(Credential, name).abbreviation for name in required)
        return f"{_NO_LICENSE_ITSELF.format(named=named)}{board}."
    linked = [catalog.one(Credential, link.id) for link in career.credentials]
    licenses = [
        record.abbreviation
        for record in linked
        if record.kind == "licence" and (state is None or _is_license(catalog, state, record.id))
    ]
    if licenses:
        return f"{_SOME_JOBS.format(named=join(licenses))}{board}."
    return f"{_NO_LICENSE}{board}."


def _notes(record: Credential) -> tuple[str, ...]:
    return (*(caution.text for caution in record.cautions), *record.notes)


def _left_out(paths: Found) -> tuple[NotAWay, ...]:
    return tuple(NotAWay(label=item.label, reason=item.reason) for item in paths.left_out)


def _lookups(catalog: Catalog) -> Lookups:
    @cache
    def credential(name: str) -> Credential | None:
        return catalog.one(Credential, name) if name in catalog.store.ids("credential") else None

    @cache
    def cips(field: str) -> tuple[str, ...]:
        if field not in catalog.store.ids("field"):
            return ()
        return catalog.one(FieldOfStudy, field).cips

    @cache
    def offered(field: str) -> tuple[str, ...]:
        return _offered(catalog, cips(field))

    @cache
    def place(name: str) -> str | None:
        return _place(catalog, name)

    levels = {level.id: level for level in catalog.all(LevelOfStudy)}
    return Lookups(credential, levels, cips, offered, place)


def _offered(catalog: Catalog, cips: Sequence[str]) -> tuple[str, ...]:
    """Return the award levels of programs, lowest first, without rare ones."""
    awards: dict[str, int] = {}
    for cip in cips:
        counts = catalog.counts(cip)
        for level, (_, given) in (counts.levels if counts else {}).items():
            awards[level] = awards.get(level, 0) + given
    total = sum(awards.values())
    usual = (level for level, given in awards.items() if given and given >= _SHARE * total)
    return tuple(sorted(usual, key=LEVEL_ORDER.__getitem__))


def _place(catalog: Catalog, credential: str) -> str | None:
    """Return the state whose license a credential is: its issuer's name begins with it."""
    issuer = catalog.one(Issuer, catalog.plain("credential", credential)["issuer"])
    named = [code for code, name in STATES.items() if issuer.name.startswith(f"{name} ")]
    return named[0] if named else None


def _ways(
    catalog: Catalog, ways: Sequence[Way], client_state: ClientState
) -> tuple[PathwayWay, ...]:
    programs = Programs(catalog, client_state.client.state, client_state.day)
    return tuple(_way(number, way, programs, client_state) for number, way in enumerate(ways, 1))


def _way(number: int, way: Way, programs: Programs, client_state: ClientState) -> PathwayWay:
    numbered = list(enumerate(way.steps, 1))
    new = (at for at, step in numbered if step.kind == "program" and step.cips)
    first = next(new, None)
    return PathwayWay(
        way=number,
        label=way.label,
        through=way.credential,
        route=way.route,
        months_total=way.months,
        months_at_least=way.months_at_least,
        after_school=way.after_school,
        provided=tuple(dict.fromkeys(assumption.text for assumption in way.provided)),
        assumes=way.assumes,
        special=way.notes,
        steps=tuple(_step(at, step, programs, client_state) for at, step in numbered),
        schools=programs.schools(first, way.steps[first - 1]) if first else None,
        confidence=way.confidence,
        sources=way.sources,
    )


def _step(number: int, step: Step, programs: Programs, client_state: ClientState) -> PathwayStep:
    bodies = client_state.reference.accreditors
    named = (bodies[body] for body in step.accreditors if body in bodies)
    note = step.note or (programs.length(step) if step.months is None else None)
    return PathwayStep(
        number=number,
        kind=step.kind,
        text=step.text,
        months=step.months,
        at_least=step.open_ended,
        known=step.known,
        after_hire=step.after_hire,
        level=step.level,
        field=step.field,
        cips=step.cips,
        programs=programs.named(step),
        accreditors=tuple(
            NamedAccreditor(
                id=body.id, name=body.name, abbreviation=body.abbreviation, url=body.url
            )
            for body in named
        ),
        credential=step.credential,
        note=note,
        confidence=step.confidence,
        sources=tuple(dict.fromkeys((*step.sources, *programs.sources(step)))),
    )
