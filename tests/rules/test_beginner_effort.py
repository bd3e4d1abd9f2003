"""What it takes to come to hold a credential."""

from datetime import date
from math import inf

import pytest
from evaluating import TODAY, at_least, either, every, holding

from careerkit.model.client import Client, HeldCredential
from careerkit.model.credential import Route
from careerkit.model.rule import Condition
from careerkit.rules.beginner_effort import beginner_effort, turning_days
from careerkit.rules.evaluate import evaluate
from careerkit.rules.result import Case, Effort, Reference

DEGREE = Condition(condition="degree_at_least", level="bachelor")
SCHOOL = Condition(condition="degree_at_least", level="high_school")
APPROVAL = Condition(condition="authority_approval", who="the board")
CHECK = Condition(condition="background_check", stage="license")
LICENSED = Condition(condition="degree_at_least", level="bachelor", stage="license")
CREDIT = Condition(condition="credit_hours_at_least", credits=1)
GRADUATE = Condition(condition="credit_hours_at_least", credits=1, graduate=True)
MEMBER = Condition(condition="membership", organization="body", stage="award")


OWN = holding("own")
FORMER = holding("own", "danb-cda-former")
OTHER = holding("other")


def routes(*ways, **when):
    """Return the routes with some rules, open at a time."""
    return tuple(
        Route(id="r", label="", confidence="reported", requires=way, **when) for way in ways
    )


@pytest.mark.parametrize(
    ("rule", "required"),
    [
        (OWN, ("own",)),
        (FORMER, ("own",)),
        (holding("danb-cda-former"), ()),
        (OTHER, ("other",)),
        (holding("own", "other"), ()),
        (DEGREE, ()),
        (every(DEGREE, FORMER), ("own",)),
        (every(OTHER, OWN), ("own", "other")),
        (either(OWN, DEGREE), ()),
        (either(OWN, FORMER), ("own",)),
        (either(OWN, DEGREE, SCHOOL), ()),
        (either(every(DEGREE, OWN), every(OTHER, FORMER)), ("own",)),
        (every(DEGREE, either(OWN, FORMER)), ("own",)),
        (at_least(2, OWN, DEGREE, SCHOOL), ()),
        (at_least(2, OWN, DEGREE), ("own",)),
        (at_least(2, every(), OWN, DEGREE), ()),
        (every(), ()),
    ],
)
def test_a_rule_needs_the_credentials_that_every_way_through_it_takes(rule, required):
    """Whoever holds none has no other way: credentials of no record are none that one can earn."""
    case = Case(client=Client(education=(), credentials=()), as_of=TODAY, reference=Reference())
    assert {*evaluate(rule, case, "license").required_credentials} == {*required}


@pytest.mark.parametrize(
    ("held", "required"),
    [
        ((HeldCredential(id="danb-cda-former"),), ()),
        ((HeldCredential(id="own", active=False),), ()),
        ((HeldCredential(id="other"),), ("own",)),
        (None, ()),
    ],
)
def test_what_is_held_or_may_be_is_not_needed_first(held, required):
    """A former credential lets in, and a lapsed one is not earned anew; the untold is open."""
    case = Case(client=Client(credentials=held), as_of=TODAY, reference=Reference())
    assert evaluate(FORMER, case, "sit").required_credentials == required


@pytest.mark.parametrize(
    ("ways", "effort", "months_short"),
    [
        ([DEGREE], Effort.DEGREE, 36),
        ([DEGREE, SCHOOL], Effort.STEP, 12),
        ([every()], Effort.STEP, 0),
        ([DEGREE, every()], Effort.STEP, 0),
        ([DEGREE, OWN], Effort.DEGREE, 36),
        ([DEGREE, APPROVAL], Effort.DEGREE, 36),
        ([APPROVAL], Effort.STEP, 0),
        ([every(SCHOOL, CHECK)], Effort.STEP, 12),
        ([every(SCHOOL, MEMBER)], Effort.STEP, 13),
        ([every(SCHOOL, LICENSED)], Effort.DEGREE, 48),
        ([CREDIT], Effort.STEP, 0.8),
        ([GRADUATE], Effort.STEP, 0.8),
        ([OWN], Effort.OUT_OF_REACH, inf),
        ([], Effort.OUT_OF_REACH, inf),
    ],
)
def test_a_credential_takes_what_its_shortest_way_does(ways, effort, months_short):
    """Measured from the beginning, to the end; approval of a single case is no way to count on."""
    assert beginner_effort("own", routes(*ways), TODAY) == (effort, months_short)


@pytest.mark.parametrize(
    "parameters",
    [
        {"condition": "apprenticeship", "field": "phlebotomy"},
        {"condition": "practicum", "field": "phlebotomy"},
        {"condition": "foreign_evaluation", "field": "phlebotomy"},
        {"condition": "foreign_reciprocity", "field": "phlebotomy", "organization": "body"},
        {"condition": "military_training", "field": "phlebotomy"},
        {"condition": "procedures_performed", "procedure": "ekg_live", "count": 1},
        {"condition": "course_in", "subjects": ("physics",), "min_grade": "C"},
        {"condition": "work_in_field", "work": "ekg", "hours": 1},
        {"condition": "training_hours", "subject": "phlebotomy", "hours": 1},
        {"condition": "exam_passed", "exam": "ncees-fe"},
        {"condition": "holds_credential", "credentials": ("other",)},
    ],
)
def test_a_beginner_has_done_nothing_yet(parameters):
    """Whatever has to be done is some way off."""
    assert beginner_effort("own", routes(Condition(**parameters)), TODAY) > (Effort.STEP, 0)


def test_closed_routes_are_no_way():
    """What is open on the day counts alone."""
    ways = routes(SCHOOL, valid_until="2026-11-22") + routes(DEGREE)
    efforts = [beginner_effort("own", ways, day)[0] for day in (TODAY, date(2026, 11, 23))]
    assert efforts == [Effort.STEP, Effort.DEGREE]


def test_only_the_days_that_records_name_turn_anything():
    """They are those on which routes open and close, and what conditions name as a limit."""
    before = Condition(condition="holds_credential", credentials=("x",), earned_before="2022-02-07")
    ways = routes(every(DEGREE, before), valid_from="2020", valid_until="2026-11") + routes(SCHOOL)
    days = [date.min, date(2020, 1, 1), date(2021, 1, 1), date(2022, 2, 7), date(2022, 2, 8)]
    assert turning_days(ways) == [*days, date(2026, 11, 1), date(2026, 12, 1)]
