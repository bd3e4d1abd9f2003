"""What holds of every verdict, whatever the client, the rule and the day (found by Hypothesis).

Clients come in two kinds. ``clients`` are any at all, contradictory ones included. ``tellings`` are
two accounts of one consistent person, the second of which tells more: the person is made whole
first and then facts are withheld, so that what is told later never contradicts what the model lets
one conclude. These are the conclusions (DESIGN section 3 and the model's docstrings):

* a list that is given is complete, so a list is withheld as a whole, never in part;
* a program without status and dates is taken to be completed, so of a program that is not, one of
  status and expected date is always told;
* work that has begun goes on where no end is told, and what is told by its dates alone is as long
  as they are, so its end and its amount are withheld only with its begin;
* work told by its length and its end is one stretch, so its length is that between its dates;
* a course without a grade is not a failed one, credits by subject are those of the courses, and the
  days left of high school are those of the program that goes on;
* a credential told without its standing is held, so of one that has lapsed that is always told;
* a rule may take a school for accredited until told, so of one that is not that is always told;
* what an accreditor accredits is complete, so the bodies told accredit the program's field at its
  level, and foreign reciprocity and evaluation need a program abroad in the field.
"""

import dataclasses
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from evaluating import accreditor, credential, evaluated
from hypothesis import given, settings
from hypothesis import strategies as st

from careerkit.answers.eligibility import Verdict
from careerkit.dates import add_months, first_day
from careerkit.eligibility import check
from careerkit.model.client import Client, Credits, HeldCredential, Statements, Study
from careerkit.model.client_vocabulary import GRADES, LEGAL_STATUSES, MEMBER_CLASSES
from careerkit.model.credential import Credential, Route
from careerkit.model.entries import Course, ExamPassed, Membership, MilitaryTraining, Training, Work
from careerkit.model.organization import Accredits
from careerkit.model.rule import AllOf, AnyOf, AtLeast, Condition, Counted, StateSince
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
from careerkit.rules.registry import CONDITIONS
from careerkit.rules.result import Case, Effort, Reference
from careerkit.rules.three_valued import Truth, all_of, any_of, at_least
from careerkit.yamldata.records import find_files, read_entries

DATA = Path(__file__).resolve().parent.parent.parent / "data"
ENTRIES, _ = read_entries(
    file for file in find_files(DATA, "data")[0] if file.kind.name in ("credential", "accreditor")
)
REAL = [entry.value for entry in ENTRIES if isinstance(entry.value, Credential)]
CAHIIM = next(entry.value for entry in ENTRIES if entry.id == "cahiim")
WIDE = accreditor(
    "wide",
    Accredits(field="him", levels=("associate", "bachelor")),
    Accredits(field="business", levels=("associate", "master")),
)
BODIES = {"cahiim": CAHIIM, "wide": WIDE}
REFERENCE = Reference(accreditors=BODIES)
DAYS = (date(2017, 7, 1), date(2021, 12, 31), date(2022, 1, 1), date(2026, 11, 22))
ASKED_FIELDS = ("him", "business", "health_informatics")
TOLD_FIELDS = (*ASKED_FIELDS, "health_science")
WORK = ("billing_coding", "medical_coding", "health_it", "other")
SUBJECTS = ("medical_coding", "project_management")
COURSES = ("chemistry", "human_anatomy")
DOMAINS = ("chemistry", "hematology", "asset_security", "other")
EXAMS = ("cpa-uniform", "finra-sie")
BODIES_JOINED = ("aapc", "ache")
PROCEDURES = ("ekg_live", "venipuncture_live")
STATES = ("OH", "TX", "VA")
NUMBERS = ("ce_hours", "exam_attempts", "high_school_days_left")
YES_NO = [
    field.name
    for field in dataclasses.fields(Statements)
    if field.name not in (*NUMBERS, "legal_status")
]
HELD = ("ahima-rhit", "ahima-cca")
COUNTRIES = ("US", "US", "US", "CA")
fewer = settings(max_examples=settings.default.max_examples // 4)
"""For what is tried on every kind of condition."""

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
bools = st.sampled_from([True, False, None])
few = st.none() | st.sampled_from([1.0, 10.0, 40.0, 60.0])
amounts = st.none() | st.sampled_from([0.0, 0.5, 1.0, 2.0, 11.0, 12.0, 24.0, 400.0, 5000.0])
statements = st.builds(
    Statements,
    **dict.fromkeys(YES_NO, bools),
    ce_hours=few,
    exam_attempts=st.none() | st.integers(0, 6),
    high_school_days_left=st.none() | st.integers(0, 90),
    legal_status=st.none() | st.sampled_from([*LEGAL_STATUSES]),
)
works = st.builds(
    Work,
    field=st.sampled_from(WORK),
    **dict.fromkeys(("hours", "months", "years", "supervision_hours"), amounts),
    **dict.fromkeys(("from_", "to"), st.none() | written),
    **dict.fromkeys(("current", "full_time", "paid", "supervised"), bools),
    domains=st.none() | st.lists(st.sampled_from(DOMAINS), unique=True).map(tuple),
)
trainings = st.builds(
    Training,
    subject=st.none() | st.sampled_from(SUBJECTS),
    name=st.none() | st.just("aapc_practicode"),
    hours=few,
    completed=st.none() | written,
)
memberships = st.builds(
    Membership,
    organization=st.sampled_from(BODIES_JOINED),
    since=st.none() | written,
    class_=st.none() | st.sampled_from([*MEMBER_CLASSES]),
)
passes = st.builds(ExamPassed, id=st.sampled_from(EXAMS), passed=st.none() | written)
drills = st.builds(
    MilitaryTraining, field=st.sampled_from(TOLD_FIELDS), weeks=few, completed=st.none() | written
)
courses = st.builds(Course, credits=few, hours=few, grade=st.none() | st.sampled_from([*GRADES]))
ENTRIES_OF = {
    "education": studies,
    "credentials": holdings,
    "work": works,
    "training": trainings,
    "memberships": memberships,
    "exams": passes,
    "military": drills,
}
"""The sections that are lists, with what one of their entries can be."""
clients = st.builds(
    Client,
    age=st.none() | st.integers(0, 120),
    state=st.none() | st.sampled_from(STATES),
    **{
        name: st.none() | st.lists(entry, max_size=3).map(tuple)
        for name, entry in ENTRIES_OF.items()
    },
    procedures=st.none() | st.dictionaries(st.sampled_from(PROCEDURES), st.integers(0, 40)),
    credits=st.none()
    | st.builds(
        Credits,
        total=few,
        graduate=few,
        subjects=st.none()
        | st.dictionaries(st.sampled_from(COURSES), st.sampled_from([0.0, 3.0, 6.0])),
    ),
    courses=st.none() | st.dictionaries(st.sampled_from(COURSES), courses),
    facts=statements,
)

# Any rule that the checks of records let pass
flag = st.just(True)
award_levels = st.sampled_from(list(AWARD_LEVELS))
limits = st.sampled_from(["2013-01-01", "2024-06", "2026"])
PARAMETERS_OF = {
    **dict.fromkeys(
        (
            *("approved", "institution_accredited", "active", "lapsed", "proctored", "full_time"),
            *("paid", "supervised", "current", "continuous", "non_overlapping", "after_degree"),
            *("graduate", "incomplete", "per_state", "school_assumed"),
        ),
        flag,
    ),
    **dict.fromkeys(("who", "kind", "accreditation_timing"), st.just("of this kind")),
    **dict.fromkeys(("completed_before", "completed_after", "earned_before"), limits),
    **dict.fromkeys(("held_years", "tenure_years", "years"), st.sampled_from([0.5, 1.0, 2.0])),
    **dict.fromkeys(("months", "over_months", "within_months"), st.sampled_from([6, 12, 18])),
    **dict.fromkeys(("hours", "hours_each", "weeks"), st.sampled_from([10.0, 40.0, 400.0])),
    **dict.fromkeys(("credits", "credits_each"), st.sampled_from([3.0, 10.0, 60.0])),
    "field": st.sampled_from(ASKED_FIELDS),
    "level": award_levels,
    "level_match": st.sampled_from(list(LEVEL_MATCHES)),
    "accreditors": st.sampled_from([("cahiim",), ("wide",), ("cahiim", "wide")]),
    "credentials": st.sampled_from([("ahima-rhit",), HELD]),
    "organization": st.sampled_from(BODIES_JOINED),
    "classes": st.sampled_from([("member",), ("member", "student")]),
    "work": st.sampled_from(WORK[:3]),
    "domains": st.sampled_from([DOMAINS[:1], DOMAINS[:2]]),
    "min_domains": st.just(1),
    "supervision_hours": st.sampled_from([1.0, 10.0]),
    "within_years": st.sampled_from([1, 3, 5]),
    "within_days": st.sampled_from([30, 90]),
    "subject": st.sampled_from(SUBJECTS),
    "name": st.just("aapc_practicode"),
    "subjects": st.sampled_from([COURSES[:1], COURSES]),
    "min_grade": st.sampled_from(["A", "B-", "C"]),
    "exam": st.sampled_from(EXAMS),
    "max_attempts": st.sampled_from([1, 3]),
    "procedure": st.sampled_from(PROCEDURES),
    "count": st.sampled_from([1, 30]),
    "states": st.sampled_from([("OH",), ("OH", "TX")]),
    "states_effective": st.sampled_from(["2017-01-01", "2026", "2026-11-23"]).map(
        lambda since: (StateSince(state="VA", since=since),)
    ),
    "statuses": st.sampled_from([("us_citizen",), ("us_citizen", "lawfully_admitted_alien")]),
}
OWN_PARAMETERS = {
    ("age_at_least", "years"): st.sampled_from([16.0, 18.0, 21.0]),
    ("degree_at_least", "level"): st.sampled_from(list(LEVELS)),
    ("foreign_evaluation", "field"): st.just("him"),
    ("foreign_reciprocity", "field"): st.just("him"),
    ("in_pursuit_of", "level"): st.sampled_from(["high_school", "high_school", "associate"]),
}


@st.composite
def parameters(draw, name):
    """Draw a condition of a kind, with what it needs and some of what it takes."""
    kind = CONDITIONS[name]
    taken = {
        *kind.needs,
        *draw(st.sets(st.sampled_from(kind.takes), max_size=3) if kind.takes else st.just(())),
    }
    if kind.needs_one_of:
        taken |= draw(st.sets(st.sampled_from(kind.needs_one_of), min_size=1))
    values = {
        key: draw(OWN_PARAMETERS.get((name, key), PARAMETERS_OF[key])) for key in sorted(taken)
    }
    sure = draw(st.sampled_from([None, *CONFIDENCE]))
    return Condition(condition=name, confidence=sure, **values)


CONDITIONS_BY_NAME = {name: parameters(name) for name in CONDITIONS}
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
    last = Route(id="open", label="an open route", confidence="confirmed", requires=open_one)
    return credential(*routes, last, confidence="confirmed")


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
        study.field == scope.field
        and study.level in scope.levels
        and not (scope.since and day < first_day(scope.since))
        for scope in BODIES[body].accredits
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
        institution_accredited=draw(st.booleans()),
        completed=str(as_of - timedelta(ago)) if done else None,
        expected=None if done else str(as_of + timedelta(ahead)),
        hours=draw(st.sampled_from([20.0, 400.0])),
        years=draw(st.sampled_from([0.5, 2.0])),
        country=draw(st.sampled_from(COUNTRIES)),
    )
    possible = [name for name in BODIES if _may_accredit(name, study, as_of)]
    some = st.lists(st.sampled_from(possible), unique=True) if possible else st.just([])
    return dataclasses.replace(
        study, accredited_by=tuple(draw(some)), approved_by=tuple(draw(some))
    )


def _past(as_of):
    return st.integers(0, 3000).map(lambda ago: str(as_of - timedelta(ago)))


@st.composite
def whole_works(draw, as_of):
    """Draw a job of which everything is known: its time, or its hours, or its months."""
    mostly = st.sampled_from([True, True, True, False])
    ended = as_of.replace(day=1) - timedelta(1)
    form = draw(st.sampled_from(["time", "hours", "months"]))
    length = draw(st.integers(1, 40))
    if form == "months" or draw(st.booleans()):
        after = add_months(ended + timedelta(1), -draw(st.integers(0, 60)))
        to, begun = str(after - timedelta(1)), add_months(after, -length)
    else:
        to, begun = None, add_months(as_of, -length)
    hours = draw(st.sampled_from([5.0, 400.0]))
    return Work(
        field=draw(st.sampled_from(WORK)),
        hours=hours if form == "hours" else None,
        months=float(length) if form == "months" else None,
        from_=str(begun),
        to=to,
        current=to is None,
        full_time=draw(mostly),
        paid=draw(mostly),
        supervised=draw(mostly),
        supervision_hours=draw(st.sampled_from([0.0, 5.0])),
        domains=tuple(draw(st.lists(st.sampled_from(DOMAINS), unique=True))),
    )


@st.composite
def whole_credits(draw):
    """Draw courses, and the credits that they give at least."""
    grades = st.sampled_from([*GRADES])
    taken = draw(st.dictionaries(st.sampled_from(COURSES), st.tuples(st.integers(1, 9), grades)))
    courses = {
        subject: Course(
            credits=0.0 if grade == "F" else float(amount), hours=amount * 10.0, grade=grade
        )
        for subject, (amount, grade) in taken.items()
    }
    subjects = {subject: course.credits for subject, course in courses.items()}
    graduate = draw(st.sampled_from([0.0, 40.0]))
    total = max(graduate, sum(subjects.values())) + draw(st.sampled_from([0.0, 20.0]))
    return Credits(total=total, graduate=graduate, subjects=subjects), courses


@st.composite
def whole_statements(draw, education, as_of):
    """Draw what was said of a person with this education."""
    abroad = any(
        study.country != "US" and study.status == "completed" and study.field == "him"
        for study in education
    )
    stated = {name: draw(st.booleans()) for name in YES_NO}
    for name in ("foreign_reciprocity", "foreign_evaluation"):
        stated[name] = stated[name] and abroad
    left = [
        (first_day(study.expected) - as_of).days
        for study in education
        if study.level == "high_school" and study.expected
    ]
    return Statements(
        **stated,
        ce_hours=draw(st.sampled_from([0.0, 10.0, 40.0])),
        exam_attempts=draw(st.integers(0, 4)),
        high_school_days_left=min(left, default=None),
        legal_status=draw(st.sampled_from([*LEGAL_STATUSES])),
    )


@st.composite
def whole_clients(draw, as_of):
    """Draw a consistent person of whom everything is known."""

    def listed(entry):
        return tuple(draw(st.lists(entry, max_size=3)))

    past = _past(as_of)
    education = listed(whole_studies(as_of))
    held = st.builds(
        HeldCredential,
        id=st.sampled_from(HELD),
        earned=past,
        active=st.booleans(),
        proctored=st.booleans(),
    )
    hours = st.sampled_from([10.0, 30.0])
    trained = st.builds(
        Training,
        subject=st.sampled_from(SUBJECTS),
        name=st.sampled_from([None, "aapc_practicode"]),
        hours=hours,
        completed=past,
    )
    belongs = st.builds(
        Membership,
        organization=st.sampled_from(BODIES_JOINED),
        since=past,
        class_=st.sampled_from([*MEMBER_CLASSES]),
    )
    drilled = st.builds(
        MilitaryTraining, field=st.sampled_from(TOLD_FIELDS), weeks=hours, completed=past
    )
    credits_told, courses = draw(whole_credits())
    return Client(
        age=draw(st.integers(14, 60)),
        state=draw(st.sampled_from(STATES)),
        education=education,
        credentials=listed(held),
        work=listed(whole_works(as_of)),
        training=listed(trained),
        memberships=listed(belongs),
        exams=listed(st.builds(ExamPassed, id=st.sampled_from(EXAMS), passed=past)),
        procedures=draw(st.dictionaries(st.sampled_from(PROCEDURES), st.integers(0, 40))),
        military=listed(drilled),
        credits=credits_told,
        courses=courses,
        facts=draw(whole_statements(education, as_of)),
    )


STUDY_UNTOLD = {
    field.name: "unknown" if field.name == "level" else None
    for field in dataclasses.fields(Study)
    if field.name != "country"
}
"""What stands for "not told" of each fact of a program."""
SCHOOLING = ("none", "grade_8", "high_school", "some_college")
TOGETHER = {
    Work: [
        *(("from_",), ("from_", "to", "current"), ("hours", "from_"), ("months",), ("current",)),
        *(("full_time",), ("paid",), ("supervised",), ("supervision_hours",), ("domains",)),
    ],
    HeldCredential: [("earned",), ("active",), ("proctored",)],
    Training: [("hours",), ("completed",)],
    Membership: [("since",), ("class_",)],
    ExamPassed: [("passed",)],
    MilitaryTraining: [("weeks",), ("completed",)],
    Credits: [("total",), ("graduate",), ("subjects",)],
    Course: [("credits",), ("hours",)],
}
"""What is withheld of an entry, each with what goes with it."""
DATES = ("completed", "earned", "from_", "to", "since", "passed")


def _withheld_study(draw, study):
    """Withhold facts of a program, never all that says it is not completed.

    Schooling up to some college is in a field only where that was told, and that a school is not
    accredited is always told, as rules may take untold schools for accredited ones.
    """
    unstated = set(draw(st.lists(st.sampled_from(sorted(STUDY_UNTOLD)), unique=True)))
    if study.status != "completed" and {"status", "expected"} <= unstated:
        unstated.remove(draw(st.sampled_from(["status", "expected"])))
    if study.level in SCHOOLING and "level" not in unstated:
        unstated.discard("field")
    if study.institution_accredited is False:
        unstated.discard("institution_accredited")
    return _coarse(draw, dataclasses.replace(study, **{key: STUDY_UNTOLD[key] for key in unstated}))


def _withheld_entry(draw, entry):
    """Withhold facts of an entry, or the day or month of a date."""
    groups = draw(st.lists(st.sampled_from(TOGETHER[type(entry)]), unique=True))
    unstated = dict.fromkeys(name for group in groups for name in group)
    if isinstance(entry, HeldCredential) and entry.active is False:
        unstated.pop("active", None)
    if isinstance(entry, Course) and entry.grade != "F" and draw(st.booleans()):
        unstated["grade"] = None
    return _coarse(draw, dataclasses.replace(entry, **unstated))


def _coarse(draw, entry):
    """Return an entry with only the month or the year of some of its dates."""
    dates = {name: getattr(entry, name, None) for name in DATES}
    less = {
        name: stated[: draw(st.sampled_from([4, 7, 10]))]
        for name, stated in dates.items()
        if stated
    }
    return dataclasses.replace(entry, **less)


def _withheld(draw, client, whole):
    """Tell less of ``client``; ``whole`` is the person it is about."""
    stated = {}
    for name in ENTRIES_OF.keys() - {"education"}:
        listed = getattr(client, name)
        stated[name] = listed and tuple(_withheld_entry(draw, entry) for entry in listed)
    if client.education is not None:
        pairs = zip(client.education, whole.education, strict=True)
        stated["education"] = tuple(_merge(_withheld_study(draw, w), stated) for stated, w in pairs)
    if client.credits:
        stated["credits"] = _withheld_entry(draw, client.credits)
    if client.courses:
        stated["courses"] = {
            subject: _withheld_entry(draw, course) for subject, course in client.courses.items()
        }
    said = dataclasses.fields(Statements)
    unstated = draw(st.sets(st.sampled_from([field.name for field in said])))
    stated["facts"] = dataclasses.replace(client.facts, **dict.fromkeys(unstated))
    sections = [field.name for field in dataclasses.fields(Client) if field.name != "facts"]
    stated |= dict.fromkeys(draw(st.sets(st.sampled_from(sections), max_size=4)))
    return dataclasses.replace(client, **stated)


def _merge(less, stated):
    """Return a program of which only what both tell is told, its end told by one at least."""
    unstated = {key for key, empty in STUDY_UNTOLD.items() if getattr(stated, key) == empty}
    ends = {"status", "expected"} - unstated
    merged = dataclasses.replace(less, **{key: STUDY_UNTOLD[key] for key in unstated})
    if merged.completed and len(merged.completed) > len(stated.completed):
        merged = dataclasses.replace(merged, completed=stated.completed)
    ended = stated.status == "completed" or stated.completed
    if not ended and not any(getattr(merged, key) for key in ends):
        merged = dataclasses.replace(merged, **{key: getattr(stated, key) for key in ends})
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
    assert sorted(record.id for record in REAL) == sorted(
        path.stem for path in (DATA / "credentials").glob("*.yaml")
    )


@pytest.mark.parametrize("name", sorted(CONDITIONS))
@fewer
@given(telling=tellings(), data=st.data())
def test_telling_more_never_overturns_a_condition(name, telling, data):
    """What a condition came to stays, once it is met or not met, as more is told."""
    as_of, less, more = telling
    condition = data.draw(CONDITIONS_BY_NAME[name])
    if more.education and data.draw(st.booleans()):
        condition = _about(condition, data.draw(st.sampled_from(more.education)))
    before, after = (evaluated(condition, client, as_of, REFERENCE) for client in (less, more))
    assert before.verdict in (Truth.UNKNOWN, after.verdict)


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


@given(credentials, clients, asked_days, stages, st.data())
def test_order_never_counts(credential, client, as_of, stage, data):
    """The order of routes, conditions, programs and credentials never changes the verdict."""
    routes = tuple(
        dataclasses.replace(route, requires=reordered(data.draw, route.requires))
        for route in data.draw(st.permutations(credential.routes))
    )
    lists = {
        key: tuple(data.draw(st.permutations(getattr(client, key))))
        for key in ENTRIES_OF
        if getattr(client, key) is not None
    }
    mixed = dataclasses.replace(client, **lists)
    before = verdict_of(credential, client, as_of, stage)
    after = verdict_of(dataclasses.replace(credential, routes=routes), mixed, as_of, stage)
    assert (after.verdict, after.nearly) == (before.verdict, before.nearly)
    assert after.confidence == before.confidence or after.verdict is not Verdict.ELIGIBLE
    assert set(after.ask) == set(before.ask) or len(client.education or ()) > 1


more_entries = st.sampled_from([*ENTRIES_OF]).flatmap(
    lambda name: st.tuples(st.just(name), ENTRIES_OF[name])
)


def richer(client, name, entry):
    """Return clients with one good thing more each: an entry, a number, a yes."""
    listed = getattr(client, name)
    if listed is not None:  # to begin a list is to answer what was unknown: see above
        yield dataclasses.replace(client, **{name: (*listed, entry)})
    if client.age is not None:
        yield dataclasses.replace(client, age=client.age + 1)
    if client.procedures:
        more = {key: number + 1 for key, number in client.procedures.items()}
        yield dataclasses.replace(client, procedures=more)
    if client.credits and client.credits.total is not None:
        stated = dataclasses.replace(client.credits, total=client.credits.total + 1)
        yield dataclasses.replace(client, credits=stated)
    facts = dataclasses.replace(client.facts, **dict.fromkeys(YES_NO, True))
    yield dataclasses.replace(client, facts=facts)
    if client.facts.ce_hours is not None:
        facts = dataclasses.replace(client.facts, ce_hours=client.facts.ce_hours + 1)
        yield dataclasses.replace(client, facts=facts)


@given(credentials, clients, asked_days, stages, more_entries)
def test_more_of_a_good_thing_never_hurts(credential, client, as_of, stage, more):
    """One more entry, number or yes leaves an eligible client eligible."""
    if verdict_of(credential, client, as_of, stage).verdict is not Verdict.ELIGIBLE:
        return
    for better in richer(client, *more):
        assert verdict_of(credential, better, as_of, stage).verdict is Verdict.ELIGIBLE


@pytest.mark.parametrize("name", sorted(CONDITIONS))
@fewer
@given(client=clients, as_of=asked_days, more=more_entries, data=st.data())
def test_more_of_a_good_thing_keeps_a_condition_met(name, client, as_of, more, data):
    """A condition that is met stays so with one more entry, number or yes."""
    condition = data.draw(CONDITIONS_BY_NAME[name])
    if evaluated(condition, client, as_of, REFERENCE).verdict is Truth.MET:
        for better in richer(client, *more):
            assert evaluated(condition, better, as_of, REFERENCE).verdict is Truth.MET


@pytest.mark.parametrize("name", sorted(CONDITIONS))
@fewer
@given(client=clients, as_of=st.dates(), data=st.data())
def test_each_finding_says_what_it_owes(name, client, as_of, data):
    """A condition not met says what is missing, an unknown one what to ask, a met one neither."""
    result = evaluated(data.draw(CONDITIONS_BY_NAME[name]), client, as_of, REFERENCE)
    owed = {Truth.MET: (False, False), Truth.NOT_MET: (True, False), Truth.UNKNOWN: (False, True)}
    assert (bool(result.missing), bool(result.ask)) == owed[result.verdict]
    lacks = result.verdict is Truth.NOT_MET
    assert (result.effort > Effort.NONE, result.missing_count, result.months_short > 0) == (
        lacks,
        lacks,
        lacks,
    )
    assert not (result.assumes and result.verdict is not Truth.MET)
    assert all(question.endswith("?") or "? " in question for question in result.ask)
    texts = (result.requirement, result.reason, result.missing or "", *result.ask)
    for text in (*texts, *result.assumes):
        assert text == " ".join(text.split())
        assert not re.search(r"None|\bnan\b|\binf\b|-\d+ more|\b0 more|[{}_]", text), text
        assert not re.search(r"\b1 (more )?(year|month|hour|credit|week|day)s\b", text), text


@given(credentials, clients, asked_days)
def test_a_later_stage_asks_for_no_less(credential, client, as_of):
    """Who is eligible at a stage is eligible at the stages before it."""
    order = [Verdict.NOT_ELIGIBLE, Verdict.UNKNOWN, Verdict.ELIGIBLE]
    answer = [order.index(verdict_of(credential, client, as_of, stage).verdict) for stage in STAGES]
    assert answer == sorted(answer, reverse=True)


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


@given(rules, clients, asked_days, stages)
def test_a_rule_is_its_conditions_joined_by_the_tables(rule, client, as_of, stage):
    """A rule comes to what its conditions come to, joined by three-valued logic alone."""
    case = Case(client=client, as_of=as_of, reference=REFERENCE)
    result = evaluate(rule, case, stage)
    assert (result.verdict if result else None) == joined(rule, case, stage)


@given(credentials, clients, asked_days, stages)
def test_eligible_rests_on_an_open_route_that_is_met(credential, client, as_of, stage):
    """An eligible client meets all that the winning route asks; nothing in it is open or unmet."""
    answer = verdict_of(credential, client, as_of, stage)
    if answer.verdict is not Verdict.ELIGIBLE:
        assert answer.route is None
        return
    shown = next(row for row in answer.routes if row.id == answer.route)
    route = next(own for own in credential.routes if own.id == answer.route)
    case = Case(client=client, as_of=as_of, reference=REFERENCE)
    assert (shown.closed, shown.verdict) == (False, Verdict.ELIGIBLE)
    assert joined(route.requires, case, stage) in (Truth.MET, None)
    if isinstance(route.requires, AllOf | Condition):
        assert {condition.verdict for condition in shown.conditions} <= {"met"}


@given(credentials, clients, asked_days, stages)
def test_each_verdict_says_what_it_owes(credential, client, as_of, stage):
    """A no says what is missing, an unknown what to ask, a yes neither; nothing says more."""
    answer = verdict_of(credential, client, as_of, stage)
    owed = {
        Verdict.ELIGIBLE: (False, False),
        Verdict.NOT_ELIGIBLE: (True, False),
        Verdict.UNKNOWN: (False, True),
    }
    assert (bool(answer.missing), bool(answer.ask)) == owed[answer.verdict]
    assert all(text.strip() for text in (*answer.missing, *answer.ask, *answer.assumes))
    assert not (answer.assumes and answer.verdict is not Verdict.ELIGIBLE)
    assert not (answer.nearly and answer.verdict is not Verdict.NOT_ELIGIBLE)


@given(credentials, clients, st.dates(), stages)
def test_no_client_breaks_a_rule(credential, client, as_of, stage):
    """Whatever the client, the rule and the day, there is a verdict."""
    assert verdict_of(credential, client, as_of, stage).verdict in set(Verdict)
