"""What holds of every verdict, whatever the client, the rule and the day (found by Hypothesis).

Clients come in two kinds. ``clients`` are any at all, contradictory ones included. ``tellings`` are
two accounts of one consistent person, the second of which tells more: the person is made whole
first and then facts are withheld, so that what is told later never contradicts what the model lets
one conclude. These are the conclusions (DESIGN section 3 and the model's docstrings):

* a list that is given is complete, so a list is withheld as a whole, never in part;
* a program without status and dates is taken to be completed, so of a program that is not, one of
  status and expected date is always told;
* what an accreditor accredits is complete, so the bodies told accredit the program's field at its
  level, and foreign reciprocity needs a program abroad.
"""

import dataclasses
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.answers.eligibility import Verdict
from careerkit.dates import first_day
from careerkit.eligibility import check
from careerkit.model.client import Client, HeldCredential, Statements, Study
from careerkit.model.credential import Credential, Route
from careerkit.model.organization import Accreditor, Accredits
from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Counted
from careerkit.model.vocabulary import (
    AWARD_LEVELS,
    CONFIDENCE,
    DEGREES,
    LEVEL_MATCHES,
    LEVELS,
    STAGES,
    STUDY_STATUSES,
)
from careerkit.rules.evaluate import evaluate
from careerkit.rules.finding import Case, Reference
from careerkit.rules.kleene import Truth, all_of, any_of, at_least
from careerkit.rules.registry import CONDITIONS
from careerkit.yamldata.records import find_files, read_entries

DATA = Path(__file__).resolve().parent.parent.parent / "data"
ENTRIES, _ = read_entries(find_files(DATA, "data")[0])
REAL = [entry.value for entry in ENTRIES if isinstance(entry.value, Credential)]
CAHIIM = next(entry.value for entry in ENTRIES if entry.id == "cahiim")
WIDE = Accreditor(
    id="wide",
    name="Wide",
    abbreviation="WIDE",
    url="https://example.org",
    accredits=(
        Accredits(field="him", levels=("associate", "bachelor")),
        Accredits(field="business", levels=("associate", "master")),
    ),
    confidence="confirmed",
    sources=(),
)
BODIES = {"cahiim": CAHIIM, "wide": WIDE}
REFERENCE = Reference(accreditors=BODIES)
DAYS = (date(2017, 7, 1), date(2021, 12, 31), date(2022, 1, 1), date(2026, 11, 22))
ASKED_FIELDS = ("him", "business", "health_informatics")
TOLD_FIELDS = (*ASKED_FIELDS, "health_science")
HELD = ("ahima-rhit", "ahima-cca")
COUNTRIES = ("US", "US", "US", "CA")
many = settings(derandomize=True, deadline=None, max_examples=200)

# Any client at all
days = st.dates(date(2015, 1, 1), date(2028, 12, 31))
written = st.one_of(
    days.map(str),
    days.map(lambda day: str(day)[:7]),
    days.map(lambda day: str(day.year)),
    st.sampled_from(["0001", "9999", "9999-12", "9999-12-31", "2024", "2023-12-31"]),
)
bodies = st.lists(st.sampled_from([*BODIES, "unheard-of"]), max_size=2, unique=True).map(tuple)
studies = st.builds(
    Study,
    level=st.sampled_from([*LEVELS, "unknown", None]),
    field=st.sampled_from([*TOLD_FIELDS, None]),
    accredited_by=st.none() | bodies,
    approved_by=st.none() | bodies,
    status=st.sampled_from([*STUDY_STATUSES, None, None]),
    completed=st.none() | written,
    expected=st.none() | written,
    country=st.sampled_from(COUNTRIES),
)
holdings = st.builds(
    HeldCredential,
    id=st.sampled_from(HELD),
    earned=st.none() | written,
    active=st.sampled_from([True, False, None]),
)
statements = st.builds(Statements, foreign_reciprocity=st.sampled_from([True, False, None]))
clients = st.builds(
    Client,
    education=st.none() | st.lists(studies, max_size=4).map(tuple),
    credentials=st.none() | st.lists(holdings, max_size=3).map(tuple),
    facts=statements,
)

# Any rule that the checks of records let pass
asked_fields = st.sampled_from([None, *ASKED_FIELDS])
confidences = st.sampled_from([None, *CONFIDENCE])
matches = st.sampled_from(list(LEVEL_MATCHES))
award_levels = st.sampled_from(list(AWARD_LEVELS))
accreditors = st.sampled_from([("cahiim",), ("wide",), ("cahiim", "wide")])


def _programs(name, accreditors_asked, levels):
    return st.builds(
        Condition,
        condition=st.just(name),
        confidence=confidences,
        field=asked_fields,
        level=levels,
        level_match=matches,
        accreditors=accreditors_asked,
    )


CONDITIONS_BY_NAME = {
    "program_accredited_by": _programs(
        "program_accredited_by", accreditors, st.none() | award_levels
    ),
    "program_approved_by": _programs("program_approved_by", accreditors, st.none() | award_levels),
    "enrolled_final_term": _programs(
        "enrolled_final_term", st.just(()) | accreditors, st.none() | award_levels
    ),
    "degree_at_least": st.builds(
        Condition,
        condition=st.just("degree_at_least"),
        confidence=confidences,
        level=st.sampled_from(list(LEVELS)),
        field=asked_fields,
    ),
    "holds_credential": st.builds(
        Condition,
        condition=st.just("holds_credential"),
        confidence=confidences,
        credentials=st.sampled_from([("ahima-rhit",), HELD]),
        active=st.booleans(),
    ),
    "foreign_reciprocity": st.builds(
        Condition,
        condition=st.just("foreign_reciprocity"),
        confidence=confidences,
        organization=st.just("ahima"),
        field=st.sampled_from([None, "him"]),
    ),
}
conditions = st.one_of(*CONDITIONS_BY_NAME.values())


def _counted(parts):
    return st.integers(1, len(parts)).map(lambda n: AtLeast(at_least=Counted(n=n, of=tuple(parts))))


def _groups(rules):
    several = st.lists(rules, min_size=2, max_size=3)
    return st.one_of(
        st.lists(rules, min_size=1, max_size=3).map(lambda parts: AllOf(all_of=tuple(parts))),
        several.map(lambda parts: AnyOf(any_of=tuple(parts))),
        several.flatmap(_counted),
    )


inner = st.recursive(conditions, _groups, max_leaves=5)
staged = st.builds(
    lambda condition, stage: dataclasses.replace(condition, stage=stage),
    conditions,
    st.sampled_from(list(STAGES)),
)
outermost = st.lists(staged | inner, max_size=3).map(lambda parts: AllOf(all_of=tuple(parts)))
rules = outermost | inner | staged


def _credential(listed, open_one):
    """Return a credential of generated routes, one of which is always open."""
    routes = [
        Route(id=f"r{index}", label="a route", confidence=sure, valid_until=until, requires=rule)
        for index, (rule, sure, until) in enumerate(listed)
    ]
    routes.append(
        Route(id="open", label="an open route", confidence="confirmed", requires=open_one)
    )
    return Credential(
        id="generated",
        name="Generated",
        abbreviation="G",
        issuer="ahima",
        kind="certification",
        careers=(),
        url="https://example.org",
        confidence="confirmed",
        routes=tuple(routes),
        sources=(),
    )


routes_listed = st.lists(
    st.tuples(
        rules, st.sampled_from(list(CONFIDENCE)), st.sampled_from([None, None, "2016", "2030"])
    ),
    max_size=2,
)
generated = st.builds(_credential, routes_listed, rules)
credentials = st.sampled_from(REAL) | generated
stages = st.sampled_from(list(STAGES))
asked_days = st.sampled_from(DAYS)


# One consistent person, and how much of that person is told
def _may_accredit(body, study, as_of):
    """Tell whether a body can have accredited a program: certificates it may always have."""
    if study.level not in DEGREES:
        return True
    day = first_day(study.completed) if study.completed else as_of
    return any(
        study.field == each.field
        and study.level in each.levels
        and not (each.since and day < first_day(each.since))
        for each in BODIES[body].accredits
    )


@st.composite
def whole_studies(draw, as_of):
    """Draw a program of which everything is known."""
    ago, ahead = draw(st.integers(0, 4000)), draw(st.integers(0, 900))
    status = draw(st.sampled_from(["completed", "completed", "final_term", "in_progress"]))
    done = status == "completed"
    study = Study(
        level=draw(st.sampled_from([*LEVELS, None])),
        field=draw(st.sampled_from(TOLD_FIELDS)),
        status=status,
        completed=str(as_of - timedelta(ago)) if done else None,
        expected=None if done else str(as_of + timedelta(ahead)),
        country=draw(st.sampled_from(COUNTRIES)),
    )
    possible = [each for each in BODIES if _may_accredit(each, study, as_of)]
    some = st.lists(st.sampled_from(possible), unique=True) if possible else st.just([])
    return dataclasses.replace(
        study, accredited_by=tuple(draw(some)), approved_by=tuple(draw(some))
    )


@st.composite
def whole_clients(draw, as_of):
    """Draw a consistent person of whom everything is known."""
    education = tuple(draw(st.lists(whole_studies(as_of), max_size=3)))
    held = st.builds(
        HeldCredential,
        id=st.sampled_from(HELD),
        earned=st.integers(0, 3000).map(lambda ago: str(as_of - timedelta(ago))),
        active=st.booleans(),
    )
    possible = any(
        each.country != "US" and each.status == "completed" and each.field == "him"
        for each in education
    )
    return Client(
        education=education,
        credentials=tuple(draw(st.lists(held, max_size=2))),
        facts=Statements(foreign_reciprocity=possible and draw(st.booleans())),
    )


STUDY_UNTOLD = {
    each.name: "unknown" if each.name == "level" else None
    for each in dataclasses.fields(Study)
    if each.name != "country"
}
"""What stands for "not told" of each fact of a program."""


def _withheld_study(draw, study):
    """Withhold facts of a program, never all that says it is not completed."""
    untold = set(draw(st.lists(st.sampled_from(sorted(STUDY_UNTOLD)), unique=True)))
    if study.status != "completed" and {"status", "expected"} <= untold:
        untold.remove(draw(st.sampled_from(["status", "expected"])))
    return dataclasses.replace(study, **{key: STUDY_UNTOLD[key] for key in untold})


def _withheld_credential(draw, held):
    keys = draw(st.lists(st.sampled_from(["earned", "active"]), unique=True))
    return dataclasses.replace(held, **dict.fromkeys(keys))


def _withheld(draw, client, whole):
    """Tell less of ``client``; ``whole`` is the person it is about."""
    told = {}
    if client.education is None or draw(st.integers(0, 5)) == 0:
        told["education"] = None
    else:
        pairs = zip(client.education, whole.education, strict=True)
        told["education"] = tuple(_merge(_withheld_study(draw, w), told) for told, w in pairs)
    if client.credentials is None or draw(st.integers(0, 5)) == 0:
        told["credentials"] = None
    else:
        told["credentials"] = tuple(_withheld_credential(draw, h) for h in client.credentials)
    if draw(st.booleans()):
        told["facts"] = Statements()
    return dataclasses.replace(client, **told)


def _merge(less, told):
    """Return a program of which only what both tell is told, its end told by one at least."""
    untold = {key for key, empty in STUDY_UNTOLD.items() if getattr(told, key) == empty}
    ends = {"status", "expected"} - untold
    merged = dataclasses.replace(less, **{key: STUDY_UNTOLD[key] for key in untold})
    ended = told.status == "completed" or told.completed
    if not ended and not any(getattr(merged, key) for key in ends):
        merged = dataclasses.replace(merged, **{key: getattr(told, key) for key in ends})
    return merged


@st.composite
def tellings(draw):
    """Draw a day and two accounts of one person, of which the second tells more."""
    as_of = draw(asked_days)
    whole = draw(whole_clients(as_of))
    more = _withheld(draw, whole, whole) if draw(st.booleans()) else whole
    return as_of, _withheld(draw, more, whole), more


def _about(condition, study):
    """Return a condition that asks for the very field and level of a program, if for any."""
    same = {"field": study.field} if condition.field in ASKED_FIELDS else {}
    if condition.level and study.level in AWARD_LEVELS:
        same["level"] = study.level
    return dataclasses.replace(condition, **same)


def verdict_of(credential, client, as_of, stage="sit"):
    """Return the verdict on a credential."""
    return check(credential, Case(client=client, as_of=as_of, reference=REFERENCE), stage)


def test_the_real_rules_are_among_them():
    """The properties are tried on every credential on record and every kind of condition."""
    assert CONDITIONS_BY_NAME.keys() == CONDITIONS.keys()
    assert [each.id for each in REAL] == sorted(
        path.stem for path in (DATA / "credentials").glob("*.yaml")
    )


@pytest.mark.parametrize("name", sorted(CONDITIONS))
@many
@given(telling=tellings(), data=st.data())
def test_telling_more_never_overturns_a_condition(name, telling, data):
    """What a condition came to stays, once it is met or not met, as more is told."""
    as_of, less, more = telling
    condition = data.draw(CONDITIONS_BY_NAME[name])
    if more.education and data.draw(st.booleans()):
        condition = _about(condition, data.draw(st.sampled_from(more.education)))
    before, after = (
        CONDITIONS[name].evaluate(condition, Case(client=client, as_of=as_of, reference=REFERENCE))
        for client in (less, more)
    )
    assert before.verdict in (Truth.UNKNOWN, after.verdict)


@many
@given(credentials, tellings(), stages)
def test_telling_more_never_overturns_a_verdict(credential, telling, stage):
    """Answering what was unknown settles a verdict, and never overturns one that was settled."""
    as_of, less, more = telling
    before = verdict_of(credential, less, as_of, stage).verdict
    after = verdict_of(credential, more, as_of, stage).verdict
    assert before in (Verdict.UNKNOWN, after)


def reordered(draw, rule):
    """Return a rule with the parts of every group in another order."""
    if isinstance(rule, Condition):
        return rule
    if isinstance(rule, AllOf):
        return AllOf(all_of=_shuffled(draw, rule.all_of))
    if isinstance(rule, AnyOf):
        return AnyOf(any_of=_shuffled(draw, rule.any_of))
    return AtLeast(at_least=Counted(n=rule.at_least.n, of=_shuffled(draw, rule.at_least.of)))


def _shuffled(draw, parts):
    return tuple(reordered(draw, part) for part in draw(st.permutations(parts)))


@many
@given(credentials, clients, asked_days, stages, st.data())
def test_order_never_counts(credential, client, as_of, stage, data):
    """The order of routes, conditions, programs and credentials never changes the verdict."""
    routes = tuple(
        dataclasses.replace(route, requires=reordered(data.draw, route.requires))
        for route in data.draw(st.permutations(credential.routes))
    )
    lists = {
        key: tuple(data.draw(st.permutations(getattr(client, key))))
        for key in ("education", "credentials")
        if getattr(client, key) is not None
    }
    mixed = dataclasses.replace(client, **lists)
    before = verdict_of(credential, client, as_of, stage)
    after = verdict_of(dataclasses.replace(credential, routes=routes), mixed, as_of, stage)
    assert after.verdict is before.verdict
    assert after.nearly is before.nearly
    assert after.confidence == before.confidence or after.verdict is not Verdict.ELIGIBLE
    assert set(after.ask) == set(before.ask) or len(client.education or ()) > 1


@many
@given(credentials, clients, asked_days, stages, st.tuples(studies, holdings))
def test_more_of_a_good_thing_never_hurts(credential, client, as_of, stage, more):
    """One more program or credential leaves an eligible client eligible."""
    study, held = more
    if verdict_of(credential, client, as_of, stage).verdict is not Verdict.ELIGIBLE:
        return
    for key, one in (("education", study), ("credentials", held)):
        told = getattr(client, key)
        if told is not None:  # to begin a list is to answer what was unknown: see above
            richer = dataclasses.replace(client, **{key: (*told, one)})
            assert verdict_of(credential, richer, as_of, stage).verdict is Verdict.ELIGIBLE


@many
@given(credentials, clients, asked_days)
def test_a_later_stage_asks_for_no_less(credential, client, as_of):
    """Who is eligible at a stage is eligible at the stages before it."""
    order = [Verdict.NOT_ELIGIBLE, Verdict.UNKNOWN, Verdict.ELIGIBLE]
    found = [order.index(verdict_of(credential, client, as_of, stage).verdict) for stage in STAGES]
    assert found == sorted(found, reverse=True)


def joined(rule, case, stage):
    """Return what the conditions of a rule come to by the tables alone; None if none counts."""
    if isinstance(rule, Condition):
        counts = list(STAGES).index(rule.stage) <= list(STAGES).index(stage)
        return CONDITIONS[rule.condition].evaluate(rule, case).verdict if counts else None
    if isinstance(rule, AllOf):
        parts, join = rule.all_of, all_of
    elif isinstance(rule, AnyOf):
        parts, join = rule.any_of, any_of
    else:
        parts, join = rule.at_least.of, lambda truths: at_least(rule.at_least.n, truths)
    truths = [truth for part in parts if (truth := joined(part, case, stage)) is not None]
    return join(truths) if truths or not parts else None


@many
@given(rules, clients, asked_days, stages)
def test_a_rule_is_its_conditions_joined_by_the_tables(rule, client, as_of, stage):
    """A rule comes to what its conditions come to, joined by three-valued logic alone."""
    case = Case(client=client, as_of=as_of, reference=REFERENCE)
    finding = evaluate(rule, case, stage)
    assert (finding.verdict if finding else None) == joined(rule, case, stage)


@many
@given(credentials, clients, asked_days, stages)
def test_eligible_rests_on_an_open_route_that_is_met(credential, client, as_of, stage):
    """An eligible client meets all that the winning route asks; nothing in it is open or unmet."""
    found = verdict_of(credential, client, as_of, stage)
    if found.verdict is not Verdict.ELIGIBLE:
        assert found.route is None
        return
    shown = next(each for each in found.routes if each.id == found.route)
    route = next(each for each in credential.routes if each.id == found.route)
    case = Case(client=client, as_of=as_of, reference=REFERENCE)
    assert (shown.closed, shown.verdict) == (False, Verdict.ELIGIBLE)
    assert joined(route.requires, case, stage) in (Truth.MET, None)
    if isinstance(route.requires, AllOf | Condition):
        assert {each.verdict for each in shown.conditions} <= {"met"}


@many
@given(credentials, clients, asked_days, stages)
def test_each_verdict_says_what_it_owes(credential, client, as_of, stage):
    """A no says what is missing, an unknown what to ask, a yes neither; nothing says more."""
    found = verdict_of(credential, client, as_of, stage)
    owed = {
        Verdict.ELIGIBLE: (False, False),
        Verdict.NOT_ELIGIBLE: (True, False),
        Verdict.UNKNOWN: (False, True),
    }
    assert (bool(found.missing), bool(found.ask)) == owed[found.verdict]
    assert all(text.strip() for text in (*found.missing, *found.ask, *found.assumes))
    assert not (found.assumes and found.verdict is not Verdict.ELIGIBLE)
    assert not (found.nearly and found.verdict is not Verdict.NOT_ELIGIBLE)


@many
@given(credentials, clients, st.dates(), stages)
def test_no_client_breaks_a_rule(credential, client, as_of, stage):
    """Whatever the client, the rule and the day, there is a verdict."""
    assert verdict_of(credential, client, as_of, stage).verdict in set(Verdict)
