"""The ways of one client into a career: its usual schooling, and the credentials that matter."""

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
_FIRST = ("work", "apprenticeship")
"""What a career itself gives: a credential that asks for it is no way in, but comes later."""


class Entry(NamedTuple):
    """What is asked of those who begin: the usual schooling by one claim, and what the law asks."""

    claim: EducationClaim | None
    aim: Aim | None
    required: tuple[str, ...]


def entries(career: Career, cips: tuple[str, ...]) -> list[Entry]:
    """Return what a career asks on entry, the claim that counts most first.

    Where the law asks for a credential, what it asks is enough: what is merely usual comes beside
    it.
    """
    required = tuple(each.id for each in career.credentials if each.relation == "required-by-law")
    main = entry_education(career)
    claims = [*([main] if main else []), *career.requirements.education]
    by_level = {claim.level: claim for claim in reversed(claims)}
    found = [
        Entry(claim, _aim(claim, cips), required)
        for claim in sorted(by_level.values(), key=claims.index)
    ]
    return [Entry(None, None, required), *found] if required else found


def _aim(claim: EducationClaim, cips: tuple[str, ...]) -> Aim | None:
    if claim.level == "none":
        return None
    asked = Condition(condition="degree_at_least", level=claim.level)
    return Aim(asked, cips, (claim.source,))


def level_met(asked: Sequence[Entry], client_state: ClientState) -> Truth:
    """Tell whether the client's education is at a usual level, whatever its field."""
    return any_of(
        Truth.MET if entry.aim is None else client_state.find(entry.aim.condition).verdict
        for entry in asked
        if entry.claim
    )


def law_met(asked: Sequence[Entry], client_state: ClientState) -> bool | None:
    """Tell whether the client holds what the law asks for; None where that is not known."""
    required = {name for entry in asked for name in entry.required}
    if not required or client_state.client.credentials is None:
        return None
    return _held(client_state) >= required


def has_reached(
    asked: Sequence[Entry], client_state: ClientState, is_license: Callable[[str], bool]
) -> bool | None:
    """Tell whether the client has what a career asks of those who begin; None where nobody knows.

    A yes takes every license that the law asks for, told to be active, and of the client's state
    where it is one of a state; a certification that the law asks for is no license itself. Where no
    license is on record, a usual level that is met leaves open whether the field is the right one
    and whether a license is needed.
    """
    required = {name for entry in asked for name in entry.required}
    if required:
        if law_met(asked, client_state) is False:
            return False
        credentials = client_state.client.credentials or ()
        active = {credential.id for credential in credentials if credential.active}
        return True if active >= required and all(map(is_license, required)) else None
    return False if level_met(asked, client_state) is Truth.NOT_MET and asked else None


def _held(client_state: ClientState) -> set[str]:
    held = client_state.client.credentials or ()
    return {each.id for each in held if each.active is not False}


def career_ways(
    career: Career, asked: Sequence[Entry], client_state: ClientState, lookups: Lookups
) -> Found:
    """Return at most three ways into a career that differ in something large."""
    plain = [way for each in asked for way in _plain(each, client_state, lookups)]
    if asked and asked[0].required:
        chosen = unlike(sorted(plain, key=_rank))
        left_out = [] if chosen else list(_reasons(asked[0], client_state, lookups))
        chosen = [_compared(each, asked) for each in chosen]
    else:
        further, left_out = _credentials(career, asked, client_state, lookups)
        schooled = unlike(plain)
        known = [way.levels for way in further]
        others = [each for each in schooled[1:] if each.levels not in known]
        chosen = [_lacking(each, career, lookups) for each in schooled[:1]]
        chosen += [*further, *others]
    tail = later_steps(career, client_state)
    ways = [_entered(each, tail, career, asked) for each in chosen[:_MOST]]
    expected = any(each.relation == "expected" for each in career.credentials)
    ways.sort(key=lambda way: (expected and way.credential is None, way.rank))
    return Found(ways, left_out)


def _lacking(way: Way, career: Career, lookups: Lookups) -> Way:
    """Return a way without a credential with a word on those that employers expect."""
    links = [
        each.id
        for each in career.credentials
        if each.relation == "expected"
        and each.id not in _held(way.end)
        and _is_of(each.id, way.end, lookups)
    ]
    if not links:
        return way
    names = join((_name(each, lookups) for each in links), "or")
    return way._replace(notes=(f"Employers expect more: {names}",))


def _rank(way: Way) -> tuple[object, ...]:
    return way.rank


def _plain(entry: Entry, client_state: ClientState, lookups: Lookups) -> list[Way]:
    """Return the ways that have the schooling, and what the law asks."""
    aimed = lookups._replace(aim=entry.aim)
    extra = (entry.aim.condition,) if entry.aim else ()
    lacking = [each for each in entry.required if each not in _held(client_state)]
    if not lacking:
        return [_schooling(entry, client_state, aimed)]
    first, *others = lacking
    ways = credential_ways(first, client_state, aimed, extra=extra).ways
    for each in others:
        ways = [joined for way in ways for joined in _joined(way, each, aimed)]
    return [way._replace(label=_label(way, entry, lookups)) for way in ways]


def _compared(way: Way, asked: Sequence[Entry]) -> Way:
    """Return a way by what the law asks with a word on what is usual, where that is more."""
    usual = [each.aim.condition for each in asked if each.aim]
    level = next((each.level for each in usual), None)
    if level not in DEGREES or any(way.end.meets(each) for each in usual):
        return way
    told = f"The law asks for less than what is usual, which is {article(LEVELS[level])}"
    return way._replace(notes=(told, *way.notes))


def _joined(way: Way, credential: str, lookups: Lookups) -> Iterator[Way]:
    """Yield the way that leads on to a further credential, if there is one."""
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
    plan = plan_from(client_state, lookups, Origin(sources, USUAL))
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


def _credentials(
    career: Career, asked: Sequence[Entry], client_state: ClientState, lookups: Lookups
) -> tuple[list[Way], list[LeftOut]]:
    """Return a way by a credential that employers expect, and one by an optional one.

    Of the optional ones, that whose program is at a level that the career asks comes first.
    """
    levels = [each.claim.level for each in asked if each.claim]
    schooled = level_met(asked, client_state) is Truth.MET
    expected: list[Way] = []
    optional: list[Way] = []
    left_out: list[LeftOut] = []
    for link in career.credentials:
        if link.id in _held(client_state):
            continue
        if not _is_of(link.id, client_state, lookups):
            left_out.append(LeftOut(_name(link.id, lookups), "it is the license of another state"))
            continue
        known = _by(link.id, asked[0], client_state, lookups)
        ways = [each for each in known if _leads_in(each)]
        if not ways:
            left_out.append(_later(link.id, lookups, some=bool(known)))
        (expected if link.relation == "expected" else optional).extend(ways[:1])
    expected.sort(key=_rank)
    optional.sort(key=_rank if schooled else lambda way: (not _studies_at(way, levels),))
    left_out += [_further(each, lookups) for each in expected[1:]]
    return unlike([*expected[:1], *optional[:1]]), left_out


def _is_of(credential: str, client_state: ClientState, lookups: Lookups) -> bool:
    """Tell whether a credential may be of use where the client lives."""
    place, state = lookups.place(credential), client_state.client.state
    return place is None or state is None or place == state


def _by(credential: str, entry: Entry, client_state: ClientState, lookups: Lookups) -> list[Way]:
    extra = (entry.aim.condition,) if entry.aim else ()
    found = credential_ways(credential, client_state, lookups._replace(aim=entry.aim), extra=extra)
    return [each._replace(label=_label(each, entry, lookups)) for each in found.ways]


def _leads_in(way: Way) -> bool:
    """Tell whether a way needs no work that only the career itself would give."""
    return not way.is_exceptional and all(each.kind not in _FIRST for each in way.steps)


def _studies_at(way: Way, levels: Sequence[str]) -> bool:
    programs = [each for each in way.steps if each.kind == "program" and each.field]
    return any(each.level in levels for each in programs)


def _later(credential: str, lookups: Lookups, *, some: bool) -> LeftOut:
    if not some:
        reason = f"no route on record is one for this client; see careerkit pathway {credential}"
    else:
        reason = f"it asks for work, so it comes later; see careerkit pathway {credential}"
    return LeftOut(_name(credential, lookups), reason)


def _further(way: Way, lookups: Lookups) -> LeftOut:
    credential = way.credential or ""
    reason = f"employers expect this or the like; see careerkit pathway {credential}"
    return LeftOut(_name(credential, lookups), reason)


def _name(credential: str, lookups: Lookups) -> str:
    record = lookups.credential(credential)
    return record.abbreviation if record else credential


def _reasons(entry: Entry, client_state: ClientState, lookups: Lookups) -> Iterator[LeftOut]:
    for each in entry.required:
        yield from credential_ways(each, client_state, lookups).left_out


def _entered(way: Way, tail: Sequence[Step], career: Career, asked: Sequence[Entry]) -> Way:
    """Return a way with what comes after schooling and credentials, and never without a step."""
    steps = (*way.steps, *tail)
    if all(each.after_hire and each.kind != "apprenticeship" for each in steps):
        usual = [each.aim.condition for each in asked if each.aim]
        schooled = not usual or any(way.end.meets(each) for each in usual)
        steps = (applying(career, schooled=schooled), *steps)
    return way._replace(steps=steps)


def _label(way: Way, entry: Entry, lookups: Lookups) -> str:
    """Return what tells a way from others: its schooling and its credential."""
    programs = [each for each in way.steps if each.kind in ("program", "finish_program")]
    schooling = ""
    if programs:
        last = programs[-1]
        noun = f"{AWARD_LEVELS.get(last.level or '', '')} program".strip()
        named = f"{noun} in {FIELDS[last.field]}" if last.field else LEVELS.get(last.level or "")
        schooling = sentence(named or noun)
    elif any(each.kind == "finish_high_school" for each in way.steps):
        schooling = LEVELS["high_school"]
    elif entry.claim and any(each.kind == "course" for each in way.steps):
        schooling = LEVELS[entry.claim.level]
    elif entry.claim and not way.credential:
        none = entry.claim.level == "none"
        schooling = "without schooling" if none else "with the level of schooling at hand"
    elif not way.credential:
        schooling = "with what the law asks at hand"
    held = f"the {_name(way.credential, lookups)}" if way.credential else ""
    return sentence(" and ".join(filter(None, (schooling, held))))
