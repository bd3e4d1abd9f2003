"""One client's ways into a career: by its usual schooling, and by its credentials."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from careerkit.model.career import Career, EducationClaim, entry_education
from careerkit.model.rule import Condition
from careerkit.model.vocabulary import AWARD_LEVELS, DEGREES, FIELDS, LEVELS, USUAL
from careerkit.pathways.career_steps import applying, later_steps
from careerkit.pathways.client_state import ClientState
from careerkit.pathways.lookups import Aim, Lookups
from careerkit.pathways.plan import Origin
from careerkit.pathways.step import Step
from careerkit.pathways.way import Found, LeftOut, Way, least_sure, unlike
from careerkit.pathways.ways import credential_ways, plan_from
from careerkit.rules.three_valued import Truth, any_of
from careerkit.words import article, join, sentence

_MOST = 3
_NO_ROUTE = "no route on record is one for this client"
_LATER = "it asks for work, so it comes later"
_ALIKE = "employers expect this or the like"
_FIRST = ("work", "apprenticeship")
"""Steps that only the career itself gives: a credential that asks for one comes later."""


class Entry(NamedTuple):
    """What a career asks of beginners: usual schooling (one claim) and credentials by law."""

    claim: EducationClaim | None
    aim: Aim | None
    required: tuple[str, ...]


def entries(career: Career, cips: tuple[str, ...]) -> list[Entry]:
    """Return what a career asks on entry, the claim that counts most first.

    Where the law asks for credentials, they alone are the first entry: usual schooling is extra.
    """
    required = tuple(link.id for link in career.credentials if link.relation == "required-by-law")
    main = entry_education(career)
    claims = [*([main] if main else []), *career.requirements.education]
    by_level = {claim.level: claim for claim in reversed(claims)}
    usual = sorted(by_level.values(), key=claims.index)
    by_law = [Entry(None, None, required)] if required else []
    return by_law + [Entry(claim, _aim(claim, cips), required) for claim in usual]


def _aim(claim: EducationClaim, cips: tuple[str, ...]) -> Aim | None:
    if claim.level == "none":
        return None
    condition = Condition(condition="degree_at_least", level=claim.level)
    return Aim(condition, cips, (claim.source,))


def level_met(entries: Sequence[Entry], client_state: ClientState) -> Truth:
    """Tell whether the client's education is at a usual level, whatever its field.

    Unknown where no source says what is usual.
    """
    claimed = [entry for entry in entries if entry.claim]
    if not claimed:
        return Truth.UNKNOWN
    return any_of(
        Truth.MET if entry.aim is None else client_state.find(entry.aim.condition).verdict
        for entry in claimed
    )


def law_met(entries: Sequence[Entry], client_state: ClientState) -> bool | None:
    """Tell whether the client holds what the law asks for; None where that is not known."""
    required = {name for entry in entries for name in entry.required}
    if not required or client_state.client.credentials is None:
        return None
    return _held(client_state) >= required


def has_reached(
    entries: Sequence[Entry], client_state: ClientState, is_license: Callable[[str], bool]
) -> bool | None:
    """Tell whether the client has what a career asks of those who begin; None where nobody knows.

    A yes takes every license that the law asks for, told to be active, and of the client's state
    where it is one of a state; a certification that the law asks for is no license itself. Where no
    license is on record, a usual level that is met leaves open whether the field is the right one
    and whether a license is needed.
    """
    required = {name for entry in entries for name in entry.required}
    if required:
        if law_met(entries, client_state) is False:
            return False
        credentials = client_state.client.credentials or ()
        active = {credential.id for credential in credentials if credential.active}
        return True if active >= required and all(map(is_license, required)) else None
    return False if level_met(entries, client_state) is Truth.NOT_MET else None


def _held(client_state: ClientState) -> set[str]:
    return {held.id for held in client_state.client.credentials or () if held.active is not False}


def career_ways(
    career: Career, entries: Sequence[Entry], client_state: ClientState, lookups: Lookups
) -> Found:
    """Return at most three ways into a career that differ in something large."""
    plain = [way for entry in entries for way in _plain_ways(entry, client_state, lookups)]
    if entries and entries[0].required:
        chosen = [_compared(way, entries) for way in unlike(sorted(plain, key=_rank))]
        left_out = [
            reason
            for name in (() if chosen else entries[0].required)
            for reason in credential_ways(name, client_state, lookups).left_out
        ]
    else:
        further, left_out = _by_credentials(career, entries, client_state, lookups)
        schooled = unlike(plain)
        known = [way.levels for way in further]
        others = [way for way in schooled[1:] if way.levels not in known]
        chosen = [_with_expected(way, career, lookups) for way in schooled[:1]]
        chosen += [*further, *others]
    tail = later_steps(career, client_state)
    ways = [_entered(way, tail, career, entries) for way in chosen[:_MOST]]
    expected = any(link.relation == "expected" for link in career.credentials)
    ways.sort(key=lambda way: (expected and way.credential is None, way.rank))
    return Found(ways, left_out)


def _with_expected(way: Way, career: Career, lookups: Lookups) -> Way:
    """Add a note on the credentials that employers expect, where a way lacks them."""
    lacking = [
        _name(link.id, lookups)
        for link in career.credentials
        if link.relation == "expected"
        and link.id not in _held(way.end)
        and _is_of(link.id, way.end, lookups)
    ]
    if not lacking:
        return way
    return way._replace(notes=(f"Employers expect more: {join(lacking, 'or')}",))


def _rank(way: Way) -> tuple[object, ...]:
    return way.rank


def _plain_ways(entry: Entry, client_state: ClientState, lookups: Lookups) -> list[Way]:
    """Return the ways to the schooling and the credentials of an entry, and no more."""
    lacking = [name for name in entry.required if name not in _held(client_state)]
    if not lacking:
        return [_schooling(entry, client_state, lookups)]
    first, *others = lacking
    ways = _ways_to(first, entry, client_state, lookups)
    for credential in others:
        ways = [further for way in ways for further in _joined(way, credential, entry, lookups)]
    return [way._replace(label=_label(way, entry, lookups)) for way in ways]


def _compared(way: Way, entries: Sequence[Entry]) -> Way:
    """Add a note on what is usual to a way that meets only the law, where that asks for less."""
    usual = [entry.aim.condition for entry in entries if entry.aim]
    level = next((condition.level for condition in usual), None)
    if level not in DEGREES or any(map(way.end.meets, usual)):
        return way
    note = f"The law asks for less than what is usual, which is {article(LEVELS[level])}"
    return way._replace(notes=(note, *way.notes))


def _joined(way: Way, credential: str, entry: Entry, lookups: Lookups) -> Iterator[Way]:
    """Yield the way that leads on to a further credential, if there is one."""
    lookups = lookups._replace(aim=entry.aim)
    for then in credential_ways(credential, way.end, lookups).ways[:1]:
        yield then._replace(
            steps=(*way.steps, *then.steps),
            provided=(*way.provided, *then.provided),
            assumes=(*way.assumes, *then.assumes),
            confidence=least_sure((way.confidence, then.confidence)),
            sources=tuple(dict.fromkeys((*way.sources, *then.sources))),
        )


def _schooling(entry: Entry, client_state: ClientState, lookups: Lookups) -> Way:
    aim = entry.aim
    sources = (entry.claim.source,) if entry.claim else ()
    plan = plan_from(client_state, lookups._replace(aim=aim), Origin(sources, USUAL))
    plan.settle((aim.condition,) if aim else ())
    way = Way(
        credential=None,
        route=None,
        label="",
        steps=tuple(plan.steps),
        provided=tuple(plan.provided),
        assumes=(),
        confidence=USUAL,
        sources=sources,
        notes=(),
        before=0,
        order=0,
        end=plan.client_state,
    )
    return way._replace(label=_label(way, entry, lookups))


def _by_credentials(
    career: Career, entries: Sequence[Entry], client_state: ClientState, lookups: Lookups
) -> tuple[list[Way], list[LeftOut]]:
    """Return a way by a credential that employers expect, and one by an optional credential.

    Optional credentials whose program is at a usual level of the career come first.
    """
    levels = [entry.claim.level for entry in entries if entry.claim]
    schooled = level_met(entries, client_state) is Truth.MET
    expected: list[Way] = []
    optional: list[Way] = []
    left_out: list[LeftOut] = []
    for link in career.credentials:
        if link.id in _held(client_state):
            continue
        if not _is_of(link.id, client_state, lookups):
            left_out.append(LeftOut(_name(link.id, lookups), "it is the license of another state"))
            continue
        known = _ways_to(link.id, entries[0], client_state, lookups)
        ways = [way for way in known if _leads_in(way)]
        if not ways:
            left_out.append(_left_out(link.id, _LATER if known else _NO_ROUTE, lookups))
        (expected if link.relation == "expected" else optional).extend(ways[:1])
    expected.sort(key=_rank)
    optional.sort(key=_rank if schooled else lambda way: (not _studies_at(way, levels),))
    left_out += [_left_out(way.credential or "", _ALIKE, lookups) for way in expected[1:]]
    return unlike([*expected[:1], *optional[:1]]), left_out


def _is_of(credential: str, client_state: ClientState, lookups: Lookups) -> bool:
    """Tell whether a credential may count where the client lives."""
    place, state = lookups.place(credential), client_state.client.state
    return place is None or state is None or place == state


def _ways_to(
    credential: str, entry: Entry, client_state: ClientState, lookups: Lookups
) -> list[Way]:
    extra = (entry.aim.condition,) if entry.aim else ()
    aimed = lookups._replace(aim=entry.aim)
    ways = credential_ways(credential, client_state, aimed, extra=extra).ways
    return [way._replace(label=_label(way, entry, lookups)) for way in ways]


def _leads_in(way: Way) -> bool:
    return not way.is_exceptional and all(step.kind not in _FIRST for step in way.steps)


def _studies_at(way: Way, levels: Sequence[str]) -> bool:
    programs = [step for step in way.steps if step.kind == "program" and step.field]
    return any(step.level in levels for step in programs)


def _left_out(credential: str, reason: str, lookups: Lookups) -> LeftOut:
    reason = f"{reason}; see careerkit pathway {credential}"
    return LeftOut(_name(credential, lookups), reason)


def _name(credential: str, lookups: Lookups) -> str:
    record = lookups.credential(credential)
    return record.abbreviation if record else credential


def _entered(way: Way, tail: Sequence[Step], career: Career, entries: Sequence[Entry]) -> Way:
    """Add the steps after schooling and credentials; to a way without a step before, applying."""
    steps = (*way.steps, *tail)
    if all(step.after_hire and step.kind != "apprenticeship" for step in steps):
        usual = [entry.aim.condition for entry in entries if entry.aim]
        schooled = not usual or any(map(way.end.meets, usual))
        steps = (applying(career, schooled=schooled), *steps)
    return way._replace(steps=steps)


def _label(way: Way, entry: Entry, lookups: Lookups) -> str:
    programs = [step for step in way.steps if step.kind in ("program", "finish_program")]
    kinds = {step.kind for step in way.steps}
    schooling = ""
    if programs:
        last = programs[-1]
        noun = f"{AWARD_LEVELS.get(last.level or '', '')} program".strip()
        named = f"{noun} in {FIELDS[last.field]}" if last.field else LEVELS.get(last.level or "")
        schooling = sentence(named or noun)
    elif "finish_high_school" in kinds:
        schooling = LEVELS["high_school"]
    elif entry.claim and "course" in kinds:
        schooling = LEVELS[entry.claim.level]
    elif entry.claim and not way.credential:
        none = entry.claim.level == "none"
        schooling = "without schooling" if none else "with the level of schooling at hand"
    elif not way.credential:
        schooling = "with what the law asks at hand"
    held = f"the {_name(way.credential, lookups)}" if way.credential else ""
    return sentence(" and ".join(filter(None, (schooling, held))))
