"""Conditions on one program that is completed: accredited, approved, or simply completed."""

import dataclasses
from math import inf

import pytest
from evaluating import MET, NOT_MET, UNKNOWN, YES_NO_UNTOLD, accreditor, by_truth, evaluated

from careerkit.model.client import Client, Study
from careerkit.model.organization import Accredits
from careerkit.model.rule import Condition
from careerkit.rules.result import HOUR, LEVEL, Effort, Reference

CAHIIM = accreditor(
    "cahiim",
    Accredits(field="him", levels=("associate", "bachelor", "master")),
    Accredits(field="health_informatics", levels=("master",)),
)
REFERENCE = Reference(accreditors={"cahiim": CAHIIM})
GRADUATE = {"level": "associate", "field": "him", "completed": "2026-05-15"}


def condition(name="program_accredited_by", **parameters):
    """Return a condition on an associate program in health information, accredited by CAHIIM."""
    given = {"field": "him", "level": "associate", "accreditors": ("cahiim",), **parameters}
    return Condition(condition=name, **given)


def judged(wanted, *education, listed=True):
    """Return what the condition comes to for a client with these programs."""
    client = Client(education=education if listed else None)
    return evaluated(wanted, client, reference=REFERENCE)


def test_an_accredited_graduate_meets_it():
    """A completed program at the level, in the field, accredited by the body is what is asked."""
    result = judged(condition(), Study(**GRADUATE, accredited_by=("cahiim",)))
    assert result.verdict is MET
    assert result.requirement == (
        "completed associate program in health information management, accredited by CAHIIM"
    )
    assert result.reason == "the client's associate program is what is asked"
    assert (result.missing, result.ask, result.assumes) == (None, (), ())
    assert result.effort is Effort.NONE
    assert result.relevance == 3


def test_approval_by_another_word_is_not_accreditation():
    """A rule that asks for accreditation is not met by approval alone."""
    assert judged(condition(), Study(**GRADUATE, approved_by=("cahiim",))).verdict is UNKNOWN
    result = judged(condition(), Study(**GRADUATE, approved_by=("cahiim",), accredited_by=()))
    assert result.verdict is NOT_MET


@pytest.mark.parametrize(
    ("accredited", "approved", "truth"),
    [
        (None, ("cahiim",), MET),
        (("cahiim",), None, MET),
        (("cahiim",), (), MET),
        ((), ("cahiim",), MET),
        ((), (), NOT_MET),
        (None, None, UNKNOWN),
        ((), None, UNKNOWN),
        (None, (), UNKNOWN),
    ],
)
def test_accreditation_stands_for_approval(accredited, approved, truth):
    """A body approves a program that it approves or accredits: a no takes both to be a no."""
    study = Study(**GRADUATE, accredited_by=accredited, approved_by=approved)
    result = judged(condition("program_approved_by"), study)
    assert result.verdict is truth
    assert "approved by CAHIIM" in result.requirement


STATE = dataclasses.replace(CAHIIM, id="state", accredits=(Accredits(field="him", levels=()),))


@pytest.mark.parametrize(
    ("wanted", "accredited", "approved", "truth"),
    [
        (("state",), None, (), NOT_MET),
        (("state",), None, ("cahiim",), NOT_MET),
        (("state",), (), None, UNKNOWN),
        (("state",), None, None, UNKNOWN),
        (("state",), None, ("state",), MET),
        (("state",), ("state",), (), MET),
        (("state", "cahiim"), None, (), UNKNOWN),
        (("state", "unheard-of"), None, (), UNKNOWN),
    ],
)
def test_a_body_that_accredits_no_award_approves_or_does_not(wanted, accredited, approved, truth):
    """A program that nobody approves is not approved, unless a body named accredits programs."""
    wanted = condition("program_approved_by", accreditors=wanted)
    study = Study(**GRADUATE, accredited_by=accredited, approved_by=approved)
    reference = Reference(accreditors={"cahiim": CAHIIM, "state": STATE})
    client = Client(education=(study,))
    assert evaluated(wanted, client, reference=reference).verdict is truth


def test_accredited_by_nobody_settles_accreditation_alone():
    """A rule on accreditation asks nobody about approval."""
    study = Study(**GRADUATE, accredited_by=())
    assert judged(condition(), study).verdict is NOT_MET


def test_aspects_of_two_programs_never_add_up():
    """Each of two programs lacks what the other has: neither is what is asked."""
    certificate = Study(level="certificate", field="him", accredited_by=("cahiim",))
    degree = Study(**GRADUATE, accredited_by=())
    result = judged(condition(), certificate, degree)
    assert result.verdict is NOT_MET
    assert result.missing == (
        "a completed associate program in health information management, accredited by CAHIIM"
    )
    assert result.reason == "the client's certificate program is not at associate level"
    assert result.effort is Effort.DEGREE


@pytest.mark.parametrize("kind", ["program_accredited_by", "program_approved_by"])
def test_an_accredited_certificate_beside_another_degree_is_no_accredited_degree(kind):
    """A master's in business and an accredited post-master's certificate do not add up to it."""
    business = Study(level="master", field="business", completed="2015")
    bodies = {"accredited_by": ("cahiim",), "approved_by": ("cahiim",)}
    certificate = Study(level="post_master_certificate", field="him", completed="2020", **bodies)
    wanted = condition(kind, level="master", level_match="at_least")
    assert judged(wanted, business, certificate).verdict is NOT_MET
    exactly = condition(kind, level="post_master_certificate", level_match="exact")
    assert judged(exactly, business, certificate).verdict is MET


@pytest.mark.parametrize("kind", ["program_accredited_by", "program_approved_by"])
@pytest.mark.parametrize(
    ("level", "effort"),
    [
        ("certificate", Effort.STEP),
        ("post_baccalaureate_certificate", Effort.STEP),
        ("associate", Effort.DEGREE),
        ("doctorate", Effort.DEGREE),
    ],
)
def test_a_certificate_is_less_than_a_degree(kind, level, effort):
    """To lack a certificate program is to lack something smaller than a degree."""
    result = judged(condition(kind, level=level))
    assert (result.verdict, result.effort) == (NOT_MET, effort)


@pytest.mark.parametrize(
    ("wanted", "months_short"),
    [
        ({"level": "associate"}, 3 * LEVEL),
        ({"level": "bachelor"}, 4 * LEVEL),
        ({"level": "certificate"}, 2 * LEVEL),
        ({"level": "certificate", "years": 2}, 24),
        ({"level": None, "hours": 1000}, 1000 * HOUR),
        ({"level": None}, 4 * LEVEL),
        ({"level": None, "institution_accredited": True}, 12),
        ({"level": "associate", "completed_before": "2020"}, inf),
    ],
)
def test_months_short_of_a_program_is_the_whole_of_it(wanted, months_short):
    """A program is lacking from high school up, or by its length; one too late, for ever."""
    wanted = condition("program_completed", accreditors=(), **wanted)
    for client in ((), (Study(level="bachelor", field="business", completed="2020"),)):
        result = judged(wanted, *client)
        assert (result.verdict, result.months_short) == (NOT_MET, months_short)


def test_untold_education_asks_for_the_program():
    """Without a word on education the question is the whole requirement."""
    result = judged(condition(), listed=False)
    assert result.verdict is UNKNOWN
    assert result.reason == "nothing was said of the client's education"
    (question,) = result.ask
    assert question == (
        "Has the client completed an associate program in health information management, "
        "accredited by CAHIIM?"
    )
    assert result.relevance == 0


def test_no_program_at_all_is_said_so():
    """A client known to have studied nothing has no such program."""
    result = judged(condition())
    assert (result.verdict, result.reason) == (NOT_MET, "the client has no such program")
    assert result.relevance == 0


def test_the_reason_names_all_that_falls_short():
    """The reason says of the closest program each thing that it is not."""
    assert judged(condition(), Study(level="certificate", field="business")).reason == (
        "the client's certificate program is not at associate level, "
        "is not in health information management"
    )


def test_the_reason_names_all_that_is_unknown():
    """The reason says of the closest program each thing that is not known."""
    result = judged(condition(level="master"), Study(level="master", completed="2026"))
    assert result.reason == (
        "not known of the client's master's program: whether it is in health information "
        "management, accredited by CAHIIM"
    )
    (question,) = result.ask
    assert question == (
        "Is the client's master's program in health information management "
        "and accredited by CAHIIM?"
    )


def test_the_closest_program_speaks():
    """Of several programs, the one that comes closest gives the reason and the question."""
    near = Study(**GRADUATE)
    far = Study(level="bachelor", field="business", accredited_by=())
    for education in ((near, far), (far, near)):
        result = judged(condition(), *education)
        assert result.verdict is UNKNOWN
        assert result.ask == ("Is the client's associate program accredited by CAHIIM?",)


def test_an_untold_status_is_assumed_aloud():
    """A program given without a status is taken to be completed and accredited at the time."""
    study = Study(level="associate", field="him", accredited_by=("cahiim",))
    result = judged(condition(), study)
    assert result.verdict is MET
    assert result.assumes == (
        "the associate program is completed, and was accredited by CAHIIM at the time",
    )


def test_an_untold_field_is_assumed_aloud():
    """A field that the accreditor tells is an assumption to confirm."""
    study = Study(level="associate", accredited_by=("cahiim",), completed="2026-05-15")
    result = judged(condition(), study)
    assert result.verdict is MET
    assert result.assumes == (
        "the associate program is in health information management, which was not said: confirm it",
    )


def test_no_field_asked_assumes_none():
    """Where the rule names no field, an untold field is no assumption."""
    study = Study(level="associate", accredited_by=("cahiim",), completed="2026-05-15")
    result = judged(condition(field=None), study)
    assert result.verdict is MET
    assert result.assumes == ()


@pytest.mark.parametrize(
    ("study", "relevance"),
    [
        (Study(level="associate", field="him", accredited_by=("cahiim",)), 3),
        (Study(level="associate", field="him", accredited_by=()), 2),
        (Study(level="associate", accredited_by=("cahiim",)), 3),
        (Study(level="bachelor", field="business", accredited_by=()), 0),
        (Study(level="associate", field="business", accredited_by=()), 0),
        (Study(level="associate"), 1),
        (Study(level="associate", accredited_by=()), 1),
        (Study(level="associate", status="in_progress"), 0),
        (Study(level="certificate", field="him"), 1),
        (Study(level="unknown", field="him"), 1),
    ],
)
def test_facts_that_speak_to_it_are_counted(study, relevance):
    """Field and accreditor speak to the condition; a level alone only while the rest is open."""
    assert judged(condition(), study).relevance == relevance


def completed(*education, listed=True, **parameters):
    """Return what a completed program in phlebotomy comes to."""
    wanted = Condition(condition="program_completed", **{"field": "phlebotomy", **parameters})
    return judged(wanted, *education, listed=listed)


PHLEBOTOMY = Study(field="phlebotomy", completed="2025-08-01")


def test_a_program_that_gives_no_degree_is_a_program():
    """A completed program in the field is enough, whatever its level and accreditor."""
    result = completed(PHLEBOTOMY)
    assert (result.verdict, result.requirement) == (MET, "completed program in phlebotomy")
    assert result.reason == "the client's program in phlebotomy is what is asked"
    assert result.relevance == 1
    assert completed(Study(level="certificate", field="phlebotomy")).verdict is MET


def test_no_program_in_the_field_is_a_step_away():
    """A training program is smaller than a degree, unless it takes as long as one, or may."""
    result = completed()
    assert result.missing == "a completed program in phlebotomy"
    assert result.effort is Effort.DEGREE
    assert completed(institution_accredited=True).effort is Effort.STEP
    hours = [completed(hours=hours).effort for hours in (40, 3999, 4000)]
    assert hours == [Effort.STEP, Effort.STEP, Effort.DEGREE]
    efforts = [completed(years=years).effort for years in (1.5, 2, 3)]
    assert efforts == [Effort.STEP, Effort.DEGREE, Effort.DEGREE]
    assert completed(level="associate").effort is Effort.DEGREE


@pytest.mark.parametrize(
    ("level", "truth"),
    by_truth(
        not_met=["high_school", "some_college"],
        unknown=["associate", "certificate", "unknown", None],
    ),
)
def test_schooling_without_a_field_is_no_program_in_one(level, truth):
    """A diploma is no program in a field unless that was told; a degree may be."""
    result = completed(Study(level=level, completed="2020"))
    assert (result.verdict, result.relevance) == (truth, 0)
    stated = Study(level="high_school", field="phlebotomy", completed="2025")
    assert completed(stated).verdict is MET


@pytest.mark.parametrize(
    ("stated", "truth"),
    by_truth(
        met=[{"completed": "2021-11-22"}],
        not_met=[{"completed": "2021-11-21"}, {"completed": "2020"}, {"status": "in_progress"}],
        unknown=[{"completed": "2021-11"}, {"status": "completed"}, {}, {"expected": "2026-10"}],
    ),
)
def test_a_program_may_have_to_be_recent(stated, truth):
    """The window ends on the anniversary; without a date of completion it is open."""
    result = completed(Study(field="phlebotomy", **stated), within_years=5)
    assert result.verdict is truth
    assert result.requirement == "completed program in phlebotomy, in the last 5 years"
    if truth is UNKNOWN:
        assert result.ask == (
            "Is the client's program in phlebotomy completed in the last 5 years?",
        )


def test_an_older_program_does_not_hide_a_recent_one():
    """Of two programs in the field the one inside the window counts."""
    old = Study(field="phlebotomy", completed="2010")
    assert completed(old, PHLEBOTOMY, within_years=5).verdict is MET
    assert completed(old, within_years=5).reason == (
        "the client's program in phlebotomy is not completed in the last 5 years"
    )


@pytest.mark.parametrize(
    ("when", "truth"), [("2009-11-11", MET), ("2009-11-12", NOT_MET), (None, UNKNOWN)]
)
def test_a_program_may_have_to_be_completed_before_a_day(when, truth):
    """A closed date is out of reach once it has passed."""
    study = Study(field="phlebotomy", completed=when)
    result = completed(study, completed_before="2009-11-12")
    assert result.verdict is truth
    assert result.requirement == "completed program in phlebotomy, before 12 Nov 2009"
    assert result.effort is (Effort.OUT_OF_REACH if truth is NOT_MET else Effort.NONE)


def test_a_day_that_has_not_come_is_in_reach():
    """A program can still be completed before a day to come, and after a day that has passed."""
    assert completed(years=1, completed_before="2026-11-23").effort is Effort.STEP
    assert completed(years=1, completed_before="2026-11-22").effort is Effort.OUT_OF_REACH
    result = completed(PHLEBOTOMY, completed_after="2025-07")
    assert result.verdict is MET
    assert result.requirement == "completed program in phlebotomy, after Jul 2025"


@pytest.mark.parametrize(
    ("stated", "truth"),
    [({"hours": 720}, MET), ({"hours": 719}, NOT_MET), ({"years": 5}, UNKNOWN), ({}, UNKNOWN)],
)
def test_a_program_may_have_to_be_long(stated, truth):
    """Clock hours of the program are told with it."""
    result = completed(dataclasses.replace(PHLEBOTOMY, **stated), hours=720)
    assert result.verdict is truth
    assert result.requirement == "completed program in phlebotomy, at least 720 hours long"
    if truth is UNKNOWN:
        assert result.ask == ("Is the client's program in phlebotomy at least 720 hours long?",)


def test_years_and_hours_are_both_asked():
    """A program may have to be of some years and of some hours."""
    wanted = {"hours": 100, "years": 2}
    assert completed(dataclasses.replace(PHLEBOTOMY, hours=100), **wanted).verdict is UNKNOWN
    both = dataclasses.replace(PHLEBOTOMY, hours=100, years=2)
    assert completed(both, **wanted).verdict is MET
    assert "at least 100 hours and 2 years long" in completed(**wanted).missing


@pytest.mark.parametrize(("stated", "truth"), YES_NO_UNTOLD)
def test_the_school_may_have_to_be_accredited(stated, truth):
    """The accreditation of the school as a whole is a fact of its own."""
    study = dataclasses.replace(PHLEBOTOMY, institution_accredited=stated)
    result = completed(study, institution_accredited=True)
    assert result.verdict is truth
    assert result.requirement == "completed program in phlebotomy, at an accredited institution"


ASSUMED_SCHOOL = (
    "the program in phlebotomy is at an accredited institution, which was not said: confirm it"
)


@pytest.mark.parametrize(
    ("stated", "truth", "assumes"),
    [(True, MET, ()), (False, NOT_MET, ()), (None, MET, (ASSUMED_SCHOOL,))],
)
def test_a_school_is_assumed_to_be_accredited_only_where_nothing_was_told(stated, truth, assumes):
    """A rule that takes the school for accredited says so, and believes who tells otherwise."""
    study = dataclasses.replace(PHLEBOTOMY, institution_accredited=stated)
    result = completed(study, institution_accredited=True, school_assumed=True)
    assert (result.verdict, result.assumes) == (truth, assumes)
    assert result.requirement == "completed program in phlebotomy, at an accredited institution"


def test_a_school_is_not_assumed_where_the_rule_does_not_ask_for_one():
    """Without a school asked for, nothing of it is assumed."""
    assert completed(PHLEBOTOMY, school_assumed=True).assumes == ()


def test_windows_and_timing_are_part_of_accreditation():
    """An accredited program may have to be recent; when it was accredited is worded."""
    wanted = condition(within_months=12, accreditation_timing="while the client was enrolled")
    result = judged(wanted, Study(**GRADUATE, accredited_by=("cahiim",)))
    assert result.verdict is MET
    assert result.requirement == (
        "completed associate program in health information management, accredited by CAHIIM "
        "(while the client was enrolled), in the last year"
    )
    before = {**GRADUATE, "completed": "2025-11-21"}
    assert judged(wanted, Study(**before, accredited_by=("cahiim",))).verdict is NOT_MET


def test_a_level_that_is_not_asked_speaks_to_nothing():
    """Where the rule names no level, the client's level alone does not single it out."""
    wanted = condition(level=None, field="phlebotomy")
    assert judged(wanted, Study(level="associate")).relevance == 0


def test_a_wider_field_leaves_it_open():
    """A program in health care may be one in phlebotomy; one in business is not."""
    assert completed(Study(field="healthcare")).verdict is UNKNOWN
    assert completed(Study(field="business")).verdict is NOT_MET
    wide = completed(PHLEBOTOMY, field="healthcare")
    assert wide.verdict is MET


def test_two_limits_of_time_are_told_as_two():
    """A window and a day that a program has to be before are both in the requirement."""
    assert completed(PHLEBOTOMY, within_years=20, completed_before="2030-01-01").requirement == (
        "completed program in phlebotomy, in the last 20 years and before 1 Jan 2030"
    )


SOON = {"status": "in_progress", "expected": "2027-05"}
FAR = {"status": "in_progress", "expected": "2029-05"}
STUDENT = {"level": "associate", "field": "him", "accredited_by": ("cahiim",)}


@pytest.mark.parametrize(
    ("stated", "months_short"),
    [
        ({"status": "in_progress", "expected": "2027-05-21"}, 6),
        ({"status": "final_term"}, 1),
        ({"expected": "2026-12-21"}, 1),
    ],
)
def test_a_student_who_ends_soon_is_told_to_finish(stated, months_short):
    """Who is in the program, and near its end, lacks a step and is not sent to another program."""
    result = judged(condition(), Study(**STUDENT, **stated))
    assert result.verdict is NOT_MET
    assert result.missing == "finishing the associate program in health information management"
    assert (result.effort, result.months_short) == (Effort.STEP, months_short)


@pytest.mark.parametrize("stated", [FAR, {"status": "in_progress"}])
def test_a_student_who_does_not_end_soon_is_nearer_than_a_beginner(stated):
    """The rest of the program may be as much as a degree, and is less than the whole."""
    result = judged(condition(), Study(**STUDENT, **stated))
    assert result.missing == "finishing the associate program in health information management"
    assert result.effort is Effort.DEGREE
    assert result.months_short < judged(condition()).months_short


@pytest.mark.parametrize(
    "stated",
    [
        {"level": "certificate"},
        {"field": "business"},
        {"accredited_by": ()},
        {"status": "final_term", "expected": None, "country": "US", "level": "bachelor"},
    ],
)
def test_a_student_of_another_program_lacks_the_whole(stated):
    """To finish a program that is not what is asked brings nothing."""
    study = Study(**{**STUDENT, **SOON, **stated})
    result = judged(condition(level_match="exact"), study)
    assert result.missing.startswith("a completed associate program")
    assert result.effort is Effort.DEGREE


def test_of_two_programs_that_go_on_the_nearer_end_counts():
    """Who studies twice finishes the sooner first."""
    studies = Study(**STUDENT, **FAR), Study(**STUDENT, **SOON)
    for ordered in (studies, studies[::-1]):
        assert judged(condition(), *ordered).effort is Effort.STEP


def test_nobody_finishes_in_time_for_a_day_that_has_passed():
    """A program that had to be completed before a day is out of reach, however near its end."""
    late = condition(completed_before="2026-11-22")
    assert judged(late, Study(**STUDENT, **SOON)).effort is Effort.OUT_OF_REACH
