"""The ways of one client to one credential."""

from datetime import date

import pytest

from careerkit.model.client import Client, Study
from careerkit.model.entries import ExamPassed, Work
from careerkit.model.rule import AnyOf, Condition

SCHOOL = Condition(condition="degree_at_least", level="high_school")
DEGREE = Condition(condition="degree_at_least", level="associate")
CODING = Condition(condition="work_in_field", work="medical_coding", years=2, stage="award")
HIM = Condition(
    condition="program_accredited_by", field="him", level="associate", accreditors=("cahiim",)
)
GED = Client(education=(Study(level="high_school"),))


def kinds(way):
    """Return the kinds of a way's steps."""
    return [step.kind for step in way.steps]


def test_steps_lead_to_the_exam_and_it_gives_the_credential(ways, record, path):
    """The founders' example: program, exam, and nothing after it."""
    (way,) = ways(record("one", path("him", HIM)), GED).ways
    assert kinds(way) == ["program", "exam"]
    assert (way.steps[-1].text, way.steps[-1].credential) == ("Pass the ONE exam", "one")
    assert (way.route, way.label, way.months, way.before) == ("him", "Route him", 24, 1)
    assert way.steps[-1].sources == ("exam-page",)


def test_what_the_award_asks_comes_after_the_exam(ways, record, path):
    """Where more is asked after the exam, the credential is applied for at the end."""
    (way,) = ways(record("one", path("work", SCHOOL, CODING)), GED).ways
    assert kinds(way) == ["exam", "work", "credential"]
    assert way.steps[-1].text == "Apply to BODY for the ONE"
    assert [step.credential for step in way.steps] == [None, None, "one"]


def test_a_credential_without_an_exam_is_applied_for(ways, record, path):
    """No exam is invented."""
    (way,) = ways(record("one", path("open"), exam=None), GED).ways
    assert kinds(way) == ["credential"]


@pytest.mark.parametrize(
    ("exam", "text"),
    [
        ("ONE", "Pass the ONE exam"),
        ("Big Test", "Pass the Big Test for the ONE"),
        ("NCLEX", "Pass the NCLEX exam for the ONE"),
    ],
)
def test_the_exam_is_called_by_its_name(ways, record, path, exam, text):
    """The credential is named where the exam does not name it; no exam is an exam twice."""
    (way,) = ways(record("one", path("open"), exam=exam)).ways
    assert way.steps[-1].text == text


def test_an_exam_of_its_own_that_a_rule_names_is_passed_once(ways, record, path):
    """The rule's exam is the credential's: it is one step, and none where it was passed."""
    passed = Condition(condition="exam_passed", exam="cpa-uniform", stage="award")
    cpa = record("cpa", path("only", SCHOOL, passed), exam="Uniform CPA")
    (way,) = ways(cpa, GED).ways
    assert kinds(way) == ["exam"]
    (way,) = ways(cpa, Client(education=GED.education, exams=(ExamPassed(id="cpa-uniform"),))).ways
    assert kinds(way) == ["credential"]


def test_a_degree_that_only_the_award_asks_is_earned_first(ways, record, path):
    """Who must study anyway studies before the exam; who may sit now need not."""
    later = Condition(condition="degree_at_least", level="bachelor", stage="award")
    course = Condition(condition="program_completed", field="business")
    one = record("one", path("only", course, later))
    (way,) = ways(one, GED).ways
    assert kinds(way) == ["program", "exam"]
    studied = Study(field="business", level=None)
    (way,) = ways(one, Client(education=(studied, Study(level="high_school")))).ways
    assert kinds(way) == ["exam", "program", "credential"]


def test_students_near_the_end_sit_before_they_finish(ways, record, path):
    """Early testing comes before the degree that the award waits for."""
    now = Condition(condition="enrolled_final_term", field="him", level="associate")
    rest = Condition(condition="program_completed", field="him", level="associate", stage="award")
    begun = Study(level="associate", field="him", status="final_term", expected="2027-05")
    one = record("one", path("early", now, rest), path("late", HIM))
    (way,) = ways(one, Client(education=(begun,))).ways
    assert (way.route, kinds(way)) == ("early", ["exam", "finish_program", "credential"])
    assert [each.label for each in ways(one, GED).left_out] == ["Route early"]


ENDS = "it ends on 31 Dec 2027, before its steps can be done"
CLOSED = {
    "past": ([HIM], {"valid_until": "2020-12-31"}, "it counted until 31 Dec 2020"),
    "ends before the exam": ([HIM], {"valid_until": "2027-12-31"}, ENDS),
    "opens later": ([HIM], {"valid_from": "2030-01-01"}, "it opens on 1 Jan 2030"),
    "ends before the award": ([SCHOOL, CODING], {"valid_until": "2027-12-31"}, ENDS),
}


@pytest.mark.parametrize("case", CLOSED.values(), ids=CLOSED)
def test_a_route_that_is_closed_when_it_is_needed_is_no_way(ways, record, path, case):
    """It must be open on the days on which its steps, up to the award, are done; not today."""
    conditions, dates, reason = case
    found = ways(record("one", path("him", *conditions, **dates)), GED)
    assert not found.ways
    assert [left_out.reason for left_out in found.left_out] == [reason]


def test_a_route_that_opens_in_time_is_a_way(ways, record, path):
    """A rule of next year is for those who finish after it."""
    (way,) = ways(record("one", path("him", HIM, valid_from="2028-01-01")), GED).ways
    assert way.end.day == date(2028, 11, 22)


def test_a_window_that_the_steps_do_not_fit_in_is_no_way(ways, record, path):
    """A program of the last year is too old after two years of work that must come after it."""
    recent = Condition(condition="program_completed", field="him", within_years=1)
    after = Condition(
        condition="work_in_field", work="ehr", years=2, after_degree=True, level="associate"
    )
    found = ways(record("one", path("both", recent, after, DEGREE)), GED)
    assert not found.ways
    assert "the time that the rule looks back" in found.left_out[0].reason


def test_ways_that_differ_in_nothing_large_are_one(ways, record, path):
    """Two bodies that may accredit one program are no two ways."""
    other = Condition(condition="program_completed", field="him", level="associate")
    assert len(ways(record("one", path("a", HIM), path("b", other)), GED).ways) == 1


def test_the_surest_and_shortest_way_comes_first(ways, record, path):
    """Confirmed before unverified; of those, the shorter before the longer."""
    work = Condition(condition="work_in_field", work="ehr", years=5)
    asked = Condition(condition="membership", organization="aapc")
    unsure = path("unsure", asked, confidence="unverified")
    found = ways(record("one", unsure, path("long", work), path("short", HIM)), GED).ways
    assert [(way.route, way.confidence) for way in found] == [
        ("short", "confirmed"),
        ("long", "confirmed"),
        ("unsure", "unverified"),
    ]


def test_a_way_is_as_sure_as_the_least_sure_thing_in_it(ways, record, path):
    """A condition that is only reported makes the way reported."""
    unsure = Condition(condition="cpr_current", confidence="reported")
    (way,) = ways(record("one", path("him", HIM, unsure)), GED).ways
    assert way.confidence == "reported"


def test_exceptions_are_left_to_those_who_have_no_other_way(ways, record, path):
    """What somebody may allow in single cases is a way only where there is no other."""
    allowed = Condition(condition="authority_approval", who="it", kind="in place of the program")
    special = path("special", allowed)
    (way,) = ways(record("one", path("him", HIM), special), GED).ways
    assert way.route == "him"
    (way,) = ways(record("one", special), GED).ways
    assert way.route == "special"


def test_who_may_sit_now_is_not_sent_to_study(ways, record, path):
    """Where one route is met, those that begin with steps are not shown."""
    one = record("one", path("him", HIM), path("school", SCHOOL))
    (way,) = ways(one, GED).ways
    assert (way.route, kinds(way)) == ("school", ["exam"])


def test_each_alternative_in_a_rule_is_a_way(ways, record, path):
    """A choice inside one route is a choice of ways, where it is a large one."""
    choice = AnyOf(any_of=(DEGREE, Condition(condition="work_in_field", work="ehr", years=5)))
    found = ways(record("one", path("either", choice)), GED).ways
    assert [kinds(way) for way in found] == [["program", "exam"], ["work", "exam"]]


def test_what_rests_on_work_that_goes_on_says_so(ways, record, path):
    """Time counts work that goes on, which is an assumption about the client."""
    asked = Condition(condition="work_in_field", work="medical_coding", years=2)
    client = Client(work=(Work(field="medical_coding", from_="2026-01"),))
    (way,) = ways(record("one", path("work", asked)), client).ways
    assert way.assumes == ("the client's present work goes on all the while",)


def test_what_an_eligible_verdict_assumes_a_way_assumes(ways, record, path):
    """A degree without a date is taken to be completed, and the way says so."""
    client = Client(education=(Study(level="associate"),))
    (way,) = ways(record("one", path("degree", DEGREE)), client).ways
    assert way.assumes == ("the associate program is completed",)
