"""Steps of study: one program for all that is asked of one, and what entry asks before it."""

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


def test_whoever_has_what_entry_asks_begins_with_the_program(planned):
    """A step that is behind the client is none."""
    assert told(planned(HIM, client=GED)) == [("program", "associate", 24)]


def test_a_step_says_where_its_length_and_its_programs_come_from(planned):
    """The rule stands behind the step, the record of the level behind its length."""
    (step,) = planned(HIM, client=GED).steps
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


def test_a_degree_of_another_level_is_a_program_of_its_own(planned):
    """An associate program that must be accredited never counts as a bachelor's degree."""
    plan = planned(HIM, BACHELOR, client=GED)
    assert [step.level for step in plan.steps] == ["bachelor", "associate"]


def test_a_degree_that_the_body_does_not_accredit_is_taken_apart(planned):
    """Where the accreditor is known not to work at the level, no program serves for both."""
    asked = Condition(
        condition="program_accredited_by", field="business", accreditors=("other",), hours=100
    )
    plan = planned(asked, ASSOCIATE, client=GED)
    assert [step.level for step in plan.steps] == ["associate", None]


def test_what_the_bodies_accredit_tells_the_level(planned):
    """A rule without a level means the lowest at which its bodies are known to work."""
    asked = Condition(condition="program_accredited_by", field="him", accreditors=("cahiim",))
    assert [step.level for step in planned(asked, client=GED).steps] == ["associate"]


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
    begun = Study(
        level="associate",
        field="him",
        accredited_by=("cahiim",),
        status="in_progress",
        expected="2027-05",
    )
    plan = planned(HIM, client=Client(education=(begun,)))
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
    plan = planned(HIGH_SCHOOL, client=client)
    assert [(step.text, step.months) for step in plan.steps] == [("Finish high school", 2)]


def test_a_degree_from_abroad_is_a_matter_of_judgement(planned):
    """Nobody is sent to earn again what a judgement of study abroad would settle."""
    plan = planned(BACHELOR, client=Client(education=(Study(level="bachelor", country="IN"),)))
    assert not plan.steps
    assert [each.text for each in plan.provided] == [
        "the client's study abroad is judged equal to a bachelor's degree"
    ]


def test_an_open_question_stands_beside_its_step(planned):
    """Where something was told, the step says what would make it needless."""
    plan = planned(HIM, client=Client(education=(Study(level="associate", field="him"),)))
    assert [(step.known, step.note) for step in plan.steps] == [
        (False, "Is the client's associate program accredited by CAHIIM?")
    ]


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
