"""The condition on the highest completed level of education."""

import pytest
from evaluating import MET, NOT_MET, UNKNOWN, YES_NO_UNTOLD, result_of

from careerkit.model.client import Client, Statements, Study
from careerkit.model.vocabulary import LEVELS
from careerkit.rules.result import LEVEL, Effort

DONE = "2020-05-15"


def judged(level, *education, listed=True, foreign_evaluation=None, **parameters):
    """Return what asking for a level comes to for a client with these programs."""
    facts = Statements(foreign_evaluation=foreign_evaluation)
    client = Client(education=education if listed else None, facts=facts)
    return result_of("degree_at_least", client, level=level, **parameters)


@pytest.mark.parametrize("rule", LEVELS)
@pytest.mark.parametrize("has", LEVELS)
def test_a_level_implies_those_below(rule, has):
    """A completed level meets every level up to it and none above."""
    order = list(LEVELS)
    result = judged(rule, Study(level=has, completed=DONE))
    assert result.verdict is (MET if order.index(has) >= order.index(rule) else NOT_MET)


def test_a_program_without_a_degree_reaches_no_level():
    """A program that gives no degree says nothing of a level."""
    assert judged("high_school", Study(field="medical_coding", completed=DONE)).verdict is NOT_MET


def test_a_level_not_told_is_open():
    """A completed program of an untold level may reach any."""
    result = judged("bachelor", Study(level="unknown", completed=DONE))
    assert result.verdict is UNKNOWN
    assert result.ask == ("Does the client have a bachelor's degree or higher?",)
    assert result.reason == "what was said of the client's education does not settle it"


def test_untold_education_is_open_and_none_is_not_met():
    """No list is unknown; an empty one is known to hold nothing."""
    unstated = judged("high_school", listed=False)
    assert unstated.verdict is UNKNOWN
    assert unstated.reason == "nothing was said of the client's education"
    assert unstated.relevance == 0
    none = judged("high_school")
    assert none.verdict is NOT_MET
    assert none.reason == "no completed program of the client reaches that level"


@pytest.mark.parametrize(("field", "truth"), [("him", MET), ("business", NOT_MET), (None, UNKNOWN)])
def test_a_degree_in_a_field(field, truth):
    """Where a field is asked, another one fails and an untold one stays open."""
    result = judged("bachelor", Study(level="master", field=field, completed=DONE), field="him")
    assert result.verdict is truth


def test_the_reason_names_the_field_that_decided():
    """A met level names the field of the program that met it, where it was told."""
    stated = judged("bachelor", Study(level="master", field="business", completed=DONE))
    assert stated.reason == "the client's education reaches that level (business)"
    second = Study(level="bachelor", field="him", completed=DONE)
    business = Study(level="master", field="business", completed=DONE)
    assert judged("bachelor", business, second).reason == stated.reason
    unstated = judged("bachelor", Study(level="master", completed=DONE))
    assert unstated.reason == "the client's education reaches that level"


@pytest.mark.parametrize(
    ("stated", "truth"),
    [
        ({"completed": "2026-11-22"}, MET),
        ({"completed": "2026-11-23"}, NOT_MET),
        ({"status": "in_progress"}, NOT_MET),
        ({"status": "final_term", "expected": "2026-12-20"}, NOT_MET),
        ({"expected": "2026-12-20"}, NOT_MET),
        ({"expected": "2026-11-21"}, UNKNOWN),
        ({"status": "completed"}, MET),
    ],
)
def test_only_completed_study_counts(stated, truth):
    """A degree counts from the day it is completed; a passed expected day leaves it open."""
    assert judged("bachelor", Study(level="bachelor", **stated)).verdict is truth


@pytest.mark.parametrize("level", ["some_college", "certificate", "associate", "unknown"])
@pytest.mark.parametrize("status", ["in_progress", "final_term"])
def test_college_in_progress_leaves_high_school_open(level, status):
    """A client in college may have finished high school, and grade school, without saying so."""
    assert judged("grade_8", Study(level=level, status=status)).verdict is UNKNOWN
    result = judged("high_school", Study(level=level, status=status))
    assert result.verdict is UNKNOWN
    assert result.ask == ("Does the client have a high-school diploma or equivalent?",)


@pytest.mark.parametrize("level", ["grade_8", "high_school"])
def test_high_school_in_progress_is_not_completed(level):
    """A client still in high school has no diploma."""
    assert judged("high_school", Study(level=level, status="in_progress")).verdict is NOT_MET


def test_college_in_progress_does_not_leave_a_degree_open():
    """A degree in progress is no degree."""
    study = Study(level="bachelor", status="final_term")
    assert judged("bachelor", study).verdict is NOT_MET
    assert judged("associate", study).verdict is NOT_MET


def test_foreign_study_is_not_ours_to_judge():
    """A level reached abroad is asked about: somebody has to find it equal."""
    study = Study(level="bachelor", completed=DONE, country="CA")
    result = judged("high_school", study)
    assert result.verdict is UNKNOWN
    assert result.ask == (
        "Is the client's foreign degree judged equal to a high-school diploma or equivalent?",
    )
    assert judged("master", study).verdict is NOT_MET


@pytest.mark.parametrize(("foreign_evaluation", "truth"), YES_NO_UNTOLD)
def test_an_evaluation_settles_foreign_study(foreign_evaluation, truth):
    """An evaluation found it equal, which the answer says, or did not."""
    study = Study(level="bachelor", completed=DONE, country="CA")
    result = judged("bachelor", study, foreign_evaluation=foreign_evaluation)
    assert result.verdict is truth
    equal = "the evaluation of the client's foreign study found a bachelor's degree or higher"
    assert result.assumes == ((equal,) if truth is MET else ())
    assert judged("master", study, foreign_evaluation=foreign_evaluation).verdict is NOT_MET
    home = Study(level="bachelor", completed=DONE)
    beside = judged("bachelor", study, home, foreign_evaluation=foreign_evaluation)
    assert (beside.verdict, beside.assumes) == (MET, ())


def test_an_evaluation_leaves_open_what_it_does_not_speak_to():
    """An untold field of a foreign degree is asked about, not the evaluation again."""
    study = Study(level="bachelor", completed=DONE, country="CA")
    result = judged("bachelor", study, foreign_evaluation=True, field="him")
    assert result.verdict is UNKNOWN
    assert result.ask == (
        "Does the client have a bachelor's degree or higher, in health information management?",
    )
    assert judged("bachelor", study, foreign_evaluation=False, field="him").verdict is NOT_MET
    going = Study(level="bachelor", status="in_progress", country="CA")
    assert judged("bachelor", going, foreign_evaluation=True).verdict is NOT_MET


def test_study_at_home_settles_what_study_abroad_leaves_open():
    """One program that reaches the level is enough, whatever else is open."""
    abroad = Study(level="master", completed=DONE, country="CA")
    home = Study(level="bachelor", completed=DONE)
    result = judged("bachelor", abroad, home)
    assert result.verdict is MET
    assert result.ask == ()


def test_an_untold_status_is_assumed_aloud():
    """A degree given without a status is taken to be completed, and the result says so."""
    result = judged("bachelor", Study(level="bachelor"))
    assert result.verdict is MET
    assert result.assumes == ("the bachelor's program is completed",)


def test_school_without_a_status_needs_no_assumption():
    """A highest level, told as such, is completed by its meaning."""
    assert judged("high_school", Study(level="high_school")).assumes == ()
    assert judged("high_school", Study(level="some_college")).assumes == ()


@pytest.mark.parametrize(
    ("rule", "has", "words"),
    [
        ("high_school", "certificate", "high-school diploma"),
        ("bachelor", "post_baccalaureate_certificate", "bachelor's degree"),
        ("master", "post_master_certificate", "master's degree"),
    ],
)
def test_a_certificate_takes_the_level_before_it_for_granted_aloud(rule, has, words):
    """A certificate is no degree: that its holder had what it builds on is an assumption."""
    result = judged(rule, Study(level=has, completed=DONE))
    assert result.verdict is MET
    assert len(result.assumes) == 1
    assert words in result.assumes[0]


@pytest.mark.parametrize(
    ("rule", "has"),
    [("bachelor", "post_baccalaureate_certificate"), ("master", "post_master_certificate")],
)
def test_a_certificate_in_a_field_is_no_degree_in_it(rule, has):
    """A degree in business and a certificate in the field are no degree in the field."""
    degree = Study(level=rule, field="business", completed=DONE)
    certificate = Study(level=has, field="him", completed=DONE)
    result = judged(rule, degree, certificate, field="him")
    assert result.verdict is NOT_MET
    far = judged(rule, degree, field="him")
    assert result.months_short == far.months_short
    own = Study(level=rule, field="him", completed=DONE)
    assert judged(rule, own, certificate, field="him").assumes == ()
    assert judged("certificate", certificate, field="him").verdict is MET
    assert judged(rule, degree, certificate).verdict is MET


def test_a_certificate_asked_for_assumes_nothing():
    """Where a certificate itself is asked, it takes nothing for granted."""
    assert judged("certificate", Study(level="certificate", completed=DONE)).assumes == ()


def test_of_programs_that_all_take_something_for_granted_the_highest_is_told():
    """One assumption is enough, and that of the highest program says most."""
    lower, higher = Study(level="associate"), Study(level="bachelor")
    for studies in ((lower, higher), (higher, lower)):
        assert judged("associate", *studies).assumes == ("the bachelor's program is completed",)


def test_a_program_that_needs_no_assumption_wins():
    """One program without an assumption is enough to assume nothing."""
    assumed = Study(level="certificate", completed=DONE)
    plain = Study(level="high_school", completed=DONE)
    assert judged("high_school", assumed, plain).assumes == ()
    assert judged("high_school", plain, assumed).assumes == ()


@pytest.mark.parametrize(
    ("level", "effort", "missing"),
    [
        ("high_school", Effort.STEP, "a high-school diploma or equivalent"),
        ("certificate", Effort.STEP, "a certificate or diploma below a degree"),
        ("associate", Effort.DEGREE, "an associate degree or higher"),
        ("bachelor", Effort.DEGREE, "a bachelor's degree or higher"),
        ("post_baccalaureate_certificate", Effort.STEP, "a post-baccalaureate certificate"),
        ("doctorate", Effort.DEGREE, "a doctorate"),
    ],
)
def test_what_is_missing_and_how_much_it_is(level, effort, missing):
    """Only degrees are as much as a degree; what is missing is named as it is asked."""
    result = judged(level)
    assert result.effort is effort
    assert result.missing.startswith(missing)


def test_a_field_is_part_of_what_is_missing():
    """A degree asked for in a field is missing in that field."""
    result = judged("bachelor", field="him")
    assert result.missing == "a bachelor's degree or higher, in health information management"
    assert result.requirement == "bachelor's degree or higher, in health information management"


@pytest.mark.parametrize(
    ("studies", "levels"),
    [
        ((Study(level="associate", completed=DONE),), 1),
        ((Study(level="some_college"),), 3),
        ((Study(level="high_school", completed=DONE),), 4),
        ((Study(level="grade_8"),), 5),
        ((), 6),
        ((Study(level="high_school"), Study(level="associate")), 1),
        ((Study(level="associate"), Study(level="high_school")), 1),
        ((Study(level="associate", status="in_progress"),), 4),
        ((Study(level="grade_8", status="in_progress"),), 5),
        ((Study(level="unknown", status="in_progress"),), 4),
        ((Study(field="phlebotomy"),), 4),
    ],
)
def test_months_short_are_measured_from_the_best_level_completed(studies, levels):
    """To a bachelor's degree it is so many levels; a program without one stands for high school."""
    result = judged("bachelor", *studies)
    assert result.verdict is NOT_MET
    assert result.months_short == levels * LEVEL


@pytest.mark.parametrize(
    ("level", "levels"), [("associate", 3), ("bachelor", 4), ("doctorate", 8), ("high_school", 1)]
)
def test_a_degree_in_another_field_brings_no_one_nearer_than_high_school(level, levels):
    """Another field stands for high school, and what is lacking is never nothing."""
    result = judged(level, Study(level="master", field="business", completed=DONE), field="him")
    assert result.months_short == levels * LEVEL


@pytest.mark.parametrize(
    ("level", "background_relevance"), [("bachelor", 1), ("unknown", 1), ("associate", 0)]
)
def test_education_bears_on_it_unless_it_falls_short(level, background_relevance):
    """A program that reaches the level, or may, speaks to the condition as to many others."""
    result = judged("bachelor", Study(level=level, completed=DONE))
    assert (result.background_relevance, result.relevance) == (background_relevance, 0)


@pytest.mark.parametrize(("stated", "background_relevance"), [(True, 1), (False, 0)])
def test_education_bears_on_a_level_below_a_degree_even_where_it_falls_short(
    stated, background_relevance
):
    """Schooling speaks to what is smaller than a degree: its lack is a step away."""
    education = (Study(level="grade_8"),) if stated else ()
    assert judged("high_school", *education).background_relevance == background_relevance


@pytest.mark.parametrize(
    ("field", "relevance"), [("him", 1), ("business", 0), (None, 0), ("healthcare", 0)]
)
def test_a_degree_in_the_field_asked_singles_the_rule_out(field, relevance):
    """A field that the rule asks for speaks to this rule, unlike a level."""
    rule = judged("bachelor", Study(level="bachelor", field=field, completed=DONE), field="him")
    assert rule.relevance == relevance


@pytest.mark.parametrize(
    ("stated", "rule", "truth"),
    [
        ("him", "him", MET),
        ("him", "healthcare", MET),
        ("healthcare", "him", UNKNOWN),
        ("business", "healthcare", NOT_MET),
        (None, "him", UNKNOWN),
    ],
)
def test_a_narrower_field_counts_and_a_wider_one_leaves_it_open(stated, rule, truth):
    """Study within the field asked is study in it; of a wider one nobody knows."""
    study = Study(level="bachelor", field=stated, completed=DONE)
    assert judged("bachelor", study, field=rule).verdict is truth


def test_schooling_below_high_school_is_worded_as_what_is_asked():
    """Of the lowest levels the label says what is lacking; the requirement what is asked."""
    assert judged("grade_8").missing == "an eighth-grade education"
    assert judged("some_college").missing == "a period of college study"


@pytest.mark.parametrize(
    ("stated", "missing", "effort"),
    [
        ({"status": "final_term"}, "finishing the bachelor's program", Effort.STEP),
        ({"expected": "2026-12"}, "finishing the bachelor's program", Effort.STEP),
        ({"expected": "2029-06"}, "finishing the bachelor's program", Effort.DEGREE),
        ({"level": "associate", "status": "final_term"}, "a bachelor's degree or higher", None),
        ({"country": "CA", "status": "final_term"}, "a bachelor's degree or higher", None),
    ],
)
def test_a_student_is_told_to_finish_what_will_be_enough(stated, missing, effort):
    """Study that goes on and will reach the level is a step once it ends soon."""
    result = judged("bachelor", Study(**{"level": "bachelor", "field": "business", **stated}))
    assert (result.verdict, result.missing) == (NOT_MET, missing)
    assert result.effort is (effort or Effort.DEGREE)


def test_a_degree_to_come_in_another_field_is_none_to_finish():
    """Where a field is asked for, only study in it is finished for that."""
    study = Study(level="bachelor", field="business", status="final_term")
    assert judged("bachelor", study, field="welding").missing.startswith("a bachelor's degree")
    ends = judged("bachelor", study, field="business").missing
    assert ends == "finishing the bachelor's program in business"
