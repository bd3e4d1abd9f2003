"""Conditions on a study that goes on: its final term, or on the way to a level."""

from datetime import date

import pytest
from evaluating import MET, NOT_MET, TODAY, UNKNOWN, accreditor, by_truth, evaluated

from careerkit.model.client import Client, Statements, Study
from careerkit.model.rule import Condition
from careerkit.rules.registry import CONDITIONS
from careerkit.rules.result import LEVEL, Effort, Reference

REFERENCE = Reference(accreditors={"cahiim": accreditor("cahiim")})


def condition(name="enrolled_final_term", **parameters):
    """Return a condition on an associate program in health information, accredited by CAHIIM."""
    given = {"field": "him", "level": "associate", "accreditors": ("cahiim",), **parameters}
    return Condition(condition=name, **given)


def judged(wanted, *education, listed=True, as_of=TODAY, **statements):
    """Return what the condition comes to for a client with these programs and statements."""
    client = Client(education=education if listed else None, facts=Statements(**statements))
    return evaluated(wanted, client, as_of, REFERENCE)


def student(**stated):
    """Return an associate program in health information."""
    return Study(level="associate", field="him", **stated)


def test_final_term_is_met_in_it():
    """A student in the final term of the program is what is asked."""
    study = student(accredited_by=("cahiim",), status="final_term")
    result = judged(condition(), study)
    assert result.verdict is MET
    assert result.requirement == (
        "final term of an associate program in health information management, accredited by CAHIIM"
    )


@pytest.mark.parametrize(
    ("stated", "truth"),
    [
        ({"institution_accredited": True, "hours": 720}, MET),
        ({"institution_accredited": True, "hours": 719}, NOT_MET),
        ({"institution_accredited": False, "hours": 720}, NOT_MET),
        ({"institution_accredited": True}, UNKNOWN),
        ({"hours": 720}, UNKNOWN),
    ],
)
def test_a_final_term_may_be_asked_of_an_accredited_school_and_of_a_long_program(stated, truth):
    """The school and the length of the program count where the rule asks for them."""
    wanted = condition(accreditors=(), institution_accredited=True, hours=720)
    study = student(status="final_term", **stated)
    result = judged(wanted, study)
    assert result.verdict is truth
    assert result.requirement == (
        "final term of an associate program in health information management, "
        "at an accredited institution, at least 720 hours long"
    )


@pytest.mark.parametrize(
    ("stated", "truth"),
    [
        ({"status": "final_term", "expected": "2026-12-20"}, MET),
        ({"status": "final_term", "expected": "2026-11-22"}, MET),
        ({"status": "final_term", "expected": "2026-11-21"}, UNKNOWN),
        ({"status": "in_progress", "expected": "2027-05"}, NOT_MET),
        ({"status": "in_progress", "expected": "2026-10"}, UNKNOWN),
        ({"status": "completed"}, NOT_MET),
        ({"completed": "2026-05-15"}, NOT_MET),
        ({}, NOT_MET),
        ({"expected": "2026-12-20"}, UNKNOWN),
        ({"completed": "2026-11-23"}, UNKNOWN),
    ],
)
def test_final_term_turns_on_what_was_told(stated, truth):
    """Only a status tells a final term; a coming end without one leaves it open."""
    study = student(accredited_by=("cahiim",), **stated)
    assert judged(condition(), study).verdict is truth


def test_final_term_of_any_such_program():
    """Without accreditors the condition asks nobody's accreditation."""
    wanted = condition(accreditors=())
    result = judged(wanted, student(status="final_term"))
    assert result.verdict is MET
    assert (
        result.requirement == "final term of an associate program in health information management"
    )


def test_final_term_lacking_is_worded_as_being_in_it():
    """What is missing is being in the final term, and that is as far as a degree."""
    result = judged(condition())
    assert result.missing.startswith("being in the final term of an associate program")
    assert result.effort is Effort.DEGREE


def test_final_term_of_a_certificate_is_less_than_a_degree():
    """To lack the final term of a certificate program is less than to lack a degree."""
    assert judged(condition(level="certificate")).effort is Effort.STEP


def test_final_term_untold_is_asked():
    """Without a word on education the question is whether the client is in the final term."""
    result = judged(condition(), listed=False)
    assert result.verdict is UNKNOWN
    assert result.ask[0].startswith("Is the client in the final term of an associate program")


def test_a_level_or_higher_is_worded_so():
    """A rule that takes higher levels says so in its requirement."""
    wanted = condition(level="bachelor", level_match="at_least")
    wording = CONDITIONS[wanted.condition].requirement(wanted, REFERENCE)
    assert "bachelor's or higher program in health information management" in wording


@pytest.mark.parametrize(
    ("stated", "truth"),
    [
        ({"status": "final_term", "expected": "2027-01-21"}, MET),
        ({"status": "final_term", "expected": "2027-01-22"}, NOT_MET),
        ({"status": "in_progress", "expected": "2027-01-21"}, MET),
        ({"expected": "2026-12"}, MET),
        ({"expected": "2027-01"}, UNKNOWN),
        ({"expected": "2027-02"}, NOT_MET),
        ({"expected": "2026-11"}, MET),
        ({"expected": "2026-10"}, UNKNOWN),
        ({"status": "final_term"}, UNKNOWN),
        ({"status": "in_progress"}, UNKNOWN),
        ({"completed": "2026-05"}, NOT_MET),
        ({}, NOT_MET),
    ],
)
def test_the_end_may_have_to_be_near(stated, truth):
    """Some days to go are counted to the day; a month that is cut leaves it open."""
    study = student(accredited_by=("cahiim",), **stated)
    result = judged(condition(within_days=60), study)
    assert result.verdict is truth
    assert result.requirement == (
        "last 60 days of an associate program in health information management, "
        "accredited by CAHIIM"
    )
    if truth is UNKNOWN:
        assert result.ask == ("Is the client's associate program going to end within 60 days?",)


def test_the_last_days_of_all_break_nothing():
    """Days to go at the end of the calendar stay inside it."""
    study = student(accredited_by=("cahiim",), expected="9999-12-31")
    assert judged(condition(within_days=60), study, as_of=date.max).verdict is MET


@pytest.mark.parametrize(
    ("stated", "approved", "truth"),
    [
        ({"approved_by": ()}, True, NOT_MET),
        ({"accredited_by": ()}, True, UNKNOWN),
        ({"approved_by": ()}, False, UNKNOWN),
        ({"accredited_by": ()}, False, NOT_MET),
        ({"approved_by": ("cahiim",)}, True, MET),
        ({"accredited_by": ("cahiim",)}, True, MET),
        ({"approved_by": ("cahiim",), "accredited_by": ()}, False, NOT_MET),
        ({"approved_by": ("cahiim",)}, False, UNKNOWN),
    ],
)
def test_approval_counts_where_the_rule_says_so(stated, approved, truth):
    """A body that approves programs asks for its approval, or its accreditation; others do not."""
    study = student(status="final_term", **stated)
    result = judged(condition(approved=approved), study)
    assert result.verdict is truth
    assert ("approved by CAHIIM" in result.requirement) is approved


def pursuing(*education, days=60, level="high_school", **more):
    """Return what being on the way to a level comes to."""
    wanted = Condition(condition="in_pursuit_of", level=level, within_days=days)
    return judged(wanted, *education, **more)


@pytest.mark.parametrize(
    ("stated", "truth"),
    by_truth(
        met=[{"status": "in_progress", "expected": "2027-01-21"}],
        not_met=[{"status": "in_progress", "expected": "2027-01-22"}, {"completed": "2024-06"}],
        unknown=[{"expected": "2027-01"}, {"status": "in_progress"}, {"expected": "2026-06-10"}],
    ),
)
def test_high_school_may_have_to_end_soon(stated, truth):
    """The date of graduation tells how long high school still takes."""
    assert pursuing(Study(level="high_school", **stated)).verdict is truth


def test_any_time_to_go_will_do_without_a_limit():
    """Without a limit of days it is enough to be on the way."""
    study = Study(level="high_school", status="in_progress", expected="2028-06")
    result = pursuing(study, days=None)
    assert result.verdict is MET
    assert result.requirement == (
        "high-school diploma or equivalent to come, still being studied for"
    )
    assert pursuing(days=None).missing == "studying for a high-school diploma or equivalent"
    assert pursuing(days=None, listed=False).ask == (
        "Is the client studying for a high-school diploma or equivalent?",
    )


@pytest.mark.parametrize(
    ("study", "truth"),
    [
        (Study(level="associate", status="in_progress"), MET),
        (Study(level="associate", expected="2026-06"), UNKNOWN),
        (Study(level="unknown", status="in_progress"), UNKNOWN),
        (Study(level="associate", completed="2025"), NOT_MET),
        (Study(level="bachelor", status="in_progress"), NOT_MET),
    ],
)
def test_a_level_is_pursued_by_a_program_at_it_that_goes_on(study, truth):
    """A program that ended, or is at another level, does not count; one that may have is open."""
    assert pursuing(study, level="associate", days=None).verdict is truth


@pytest.mark.parametrize(("left", "truth"), [(60, MET), (61, NOT_MET), (0, MET)])
def test_the_days_left_settle_it(left, truth):
    """Days left of high school tell it without a program, and over one without a date."""
    assert pursuing(listed=False, high_school_days_left=left).verdict is truth
    assert pursuing(Study(level="grade_8"), high_school_days_left=left).verdict is truth


def test_days_left_of_high_school_tell_of_nothing_else():
    """A level other than high school takes its own program."""
    assert pursuing(listed=False, level="associate", high_school_days_left=9).verdict is UNKNOWN
    studying = Study(level="associate", expected="2026-12")
    assert pursuing(studying, level="associate").verdict is MET


@pytest.mark.parametrize(
    ("education", "truth"),
    by_truth(
        not_met=[(Study(level="associate"),), ()],
        unknown=[(Study(level="grade_8"),), (Study(level="unknown"),)],
    ),
)
def test_no_diploma_yet_leaves_it_open(education, truth):
    """Who has no diploma may be on the way; who studied nothing is not."""
    result = pursuing(*education)
    assert result.verdict is truth
    if truth is NOT_MET:
        assert result.missing == "being within 60 days of a high-school diploma or equivalent"
        assert result.effort is Effort.STEP
    else:
        assert result.ask == (
            "Will the client have a high-school diploma or equivalent within 60 days?",
        )


def test_being_on_the_way_is_general():
    """To finish high school soon speaks to many rules alike."""
    result = pursuing(listed=False, high_school_days_left=9)
    assert (result.relevance, result.background_relevance) == (0, 1)


def test_the_last_days_are_a_step_for_those_who_study():
    """A student near the end lacks a little time; for an outsider the program is nearer."""
    wanted = condition(within_days=30)
    study = {"level": "associate", "field": "him", "accredited_by": ("cahiim",)}
    near = judged(wanted, Study(**study, status="in_progress", expected="2026-12-23"))
    assert near.verdict is NOT_MET
    assert near.missing.startswith("being in the last 30 days of an associate program")
    assert near.effort is Effort.STEP
    far = judged(wanted, Study(**study, status="in_progress", expected="2029-12-23"))
    outside = judged(wanted)
    assert (far.effort, outside.effort) == (Effort.DEGREE, Effort.DEGREE)
    assert far.months_short < 3 * LEVEL < outside.months_short


@pytest.mark.parametrize("level", ["associate", "bachelor"])
def test_to_be_on_the_way_to_a_degree_is_as_much_as_a_degree(level):
    """Who does not study for it is not nearly there; who does is nearer than the degree."""
    wanted = condition("in_pursuit_of", level=level, within_days=365)
    levels = {"associate": 3, "bachelor": 4}[level]
    outside = judged(wanted)
    assert outside.effort is Effort.DEGREE
    assert outside.months_short > levels * LEVEL
    student = judged(wanted, Study(level=level, expected="2029-05"))
    assert student.verdict is NOT_MET
    assert student.months_short <= levels * LEVEL < outside.months_short


def test_to_be_on_the_way_to_a_diploma_is_a_step():
    """High school is smaller than a degree."""
    wanted = condition("in_pursuit_of", level="high_school", within_days=60)
    assert judged(wanted).effort is Effort.STEP
    assert judged(wanted, high_school_days_left=90).months_short < judged(wanted).months_short
