"""Steps of study: one program for all that is asked of one, and what entry asks before it."""

from dataclasses import replace
from datetime import date

import pytest

from careerkit.model.client import Client, Statements, Study
from careerkit.model.rule import Condition
from careerkit.pathways.step import NoWay

HIGH_SCHOOL = Condition(condition="degree_at_least", level="high_school")
ASSOCIATE = Condition(condition="degree_at_least", level="associate")
BACHELOR = Condition(condition="degree_at_least", level="bachelor")
MASTER = Condition(condition="degree_at_least", level="master")
HIM = Condition(
    condition="program_accredited_by", field="him", level="associate", accreditors=("cahiim",)
)
NURSING = Condition(
    condition="program_approved_by", field="registered_nursing", accreditors=("state",)
)
BUSINESS = Condition(condition="program_completed", field="business")
GED = Client(education=(Study(level="high_school"),))


def told(plan):
    """Return kind, level and months of every step."""
    return [(step.kind, step.level, step.months) for step in plan.steps]


def test_school_comes_before_a_program(planned):
    """The founders' example: high school or GED, then the accredited associate program."""
    plan = planned(HIM)
    assert [step.text for step in plan.steps] == [
        "Finish high school or earn a GED",
        "Complete an associate program in health information management, accredited by CAHIIM",
    ]
    assert told(plan) == [("finish_high_school", "high_school", None), ("program", "associate", 24)]
    assert [step.known for step in plan.steps] == [False, False]


def test_a_step_says_where_its_length_and_its_programs_come_from(planned):
    """Who meets entry begins with the program; its length is that of the record of the level."""
    (step,) = planned(HIM, client=GED).steps
    assert (step.kind, step.level, step.months) == ("program", "associate", 24)
    assert step.sources == ("page", "lengths")
    assert (step.cips, step.accreditors, step.known) == (("51.0707",), ("cahiim",), True)


def test_what_entry_asks_rests_on_the_record_of_the_level(planned):
    """School that a program asks for is as sure as the record that says so."""
    asked = Condition(condition="program_completed", field="him", level="certificate")
    school, program = planned(asked, client=Client(education=())).steps
    assert (school.sources, school.confidence) == (("entry",), "reported")
    assert (program.sources, program.confidence) == (("page",), "confirmed")


def test_graduate_study_needs_a_degree_first(planned):
    """A master's program is entered with a bachelor's degree, that with high school."""
    assert told(planned(MASTER)) == [
        ("finish_high_school", "high_school", None),
        ("program", "bachelor", 48),
        ("program", "master", 12),
    ]


def test_one_program_serves_for_the_degree_too(planned):
    """Where the rule names no level, the program is at the one that a degree is asked at."""
    plan = planned(BUSINESS, BACHELOR, client=GED)
    assert [(step.level, step.field) for step in plan.steps] == [("bachelor", "business")]


BY_OTHER = Condition(
    condition="program_accredited_by", field="business", accreditors=("other",), hours=100
)
BY_CAHIIM = Condition(condition="program_accredited_by", field="him", accreditors=("cahiim",))


@pytest.mark.parametrize(
    ("conditions", "levels"),
    [
        ([HIM, BACHELOR], ["bachelor", "associate"]),
        ([BY_OTHER, ASSOCIATE], ["associate", None]),
        ([BY_CAHIIM], ["associate"]),
    ],
    ids=["of another level", "not accredited at the level", "lowest of its body"],
)
def test_a_program_is_at_a_level_that_its_rule_and_bodies_allow(planned, conditions, levels):
    """A degree at another level is a program of its own; without one, the body's lowest counts."""
    assert [step.level for step in planned(*conditions, client=GED).steps] == levels


@pytest.mark.parametrize(
    ("offered", "client", "level"),
    [
        ((), GED, None),
        (("certificate", "associate"), GED, None),
        (("associate", "bachelor"), GED, "associate"),
        (("associate", "bachelor"), Client(education=(Study(level="bachelor"),)), None),
    ],
)
def test_where_nobody_names_a_level_schools_tell_it(planned, lookups, offered, client, level):
    """It is the lowest degree that schools give, unless they give less, or the client has one."""
    plan = planned(NURSING, client=client, lookups=lookups(offered=offered))
    assert [step.level for step in plan.steps] == [level]


def test_hours_of_a_program_are_its_length(planned):
    """720 clock hours are five months full-time."""
    asked = Condition(condition="program_completed", field="medical_admin", hours=720)
    (step,) = planned(asked, client=GED).steps
    assert (step.months, step.level) == (5, None)
    assert step.text == (
        "Complete a program in medical administrative assisting, at least 720 hours long"
    )


def test_study_that_goes_on_is_finished(planned):
    """Who is in the program needs the rest of it, not another."""
    begun = Study(level="associate", field="him", accredited_by=("cahiim",), expected="2027-05")
    plan = planned(HIM, client=Client(education=(replace(begun, status="in_progress"),)))
    assert told(plan) == [("finish_program", "associate", 7)]
    assert plan.client_state.day == date(2027, 6, 22)


def test_study_that_goes_on_elsewhere_does_not_help(planned):
    """A program that nobody accredits is not finished for a rule that asks for accreditation."""
    begun = Study(level="associate", field="him", accredited_by=(), status="in_progress")
    plan = planned(HIM, client=Client(education=(begun, Study(level="high_school"))))
    assert told(plan) == [("program", "associate", 24)]


def test_high_school_takes_as_long_as_was_told(planned):
    """Sixty days of high school are two months; a GED is no longer the point."""
    client = Client(education=(), facts=Statements(high_school_days_left=60))
    (step,) = planned(HIGH_SCHOOL, client=client).steps
    assert (step.text, step.months) == ("Finish high school", 2)


def test_a_degree_from_abroad_is_a_matter_of_judgement(planned):
    """Nobody is sent to earn again what a judgement of study abroad would settle."""
    plan = planned(BACHELOR, client=Client(education=(Study(level="bachelor", country="IN"),)))
    assert not plan.steps
    (proviso,) = plan.provided
    assert proviso.text == "the client's study abroad is judged equal to a bachelor's degree"


def test_an_open_question_stands_beside_its_step(planned):
    """Where something was told, the step says what would make it needless."""
    (step,) = planned(HIM, client=Client(education=(Study(level="associate", field="him"),))).steps
    assert step.note == "Is the client's associate program accredited by CAHIIM?"
    assert not step.known


def test_nobody_completes_a_program_in_the_past(planned):
    """What had to be completed before a day that has come is no step."""
    asked = Condition(condition="program_completed", field="him", completed_before="2013-01-01")
    with pytest.raises(NoWay):
        planned(asked)


@pytest.mark.parametrize(
    ("level", "text"),
    [
        ("some_college", "Study at a college for some time; no degree is needed"),
        ("grade_8", "Finish the eighth grade"),
    ],
)
def test_schooling_below_a_degree(planned, level, text):
    """College without a degree, and school below a diploma, are steps of no known length."""
    asked = Condition(condition="degree_at_least", level=level)
    plan = planned(asked, client=Client(education=(Study(level="none"),)))
    assert (plan.steps[-1].text, plan.steps[-1].months) == (text, None)
    assert plan.client_state.meets(asked)
