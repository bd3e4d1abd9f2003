"""Conditions on training, named courses, military training, exams and procedures."""

import pytest
from evaluating import MET, NOT_MET, UNKNOWN, by_truth, result_of

from careerkit.model.client import Client
from careerkit.model.entries import ExamPassed, MilitaryTraining, Training
from careerkit.rules.result import HOUR, Effort


def judged(name, sections, /, **parameters):
    """Return what a condition comes to for a client with these sections."""
    return result_of(name, Client(**sections), **parameters)


def hours(*entries, listed=True, **parameters):
    """Return what 80 hours of coding training come to."""
    given = {"subject": "medical_coding", "hours": 80, **parameters}
    return judged("training_hours", {"training": entries if listed else None}, **given)


def coding(**stated):
    """Return training in medical coding."""
    return Training(subject="medical_coding", **stated)


@pytest.mark.parametrize(
    ("entries", "truth", "missing"),
    [
        ([coding(hours=80)], MET, None),
        ([coding(hours=50), coding(hours=30)], MET, None),
        ([coding(hours=79)], NOT_MET, "1 more hour of training in medical coding"),
        ([coding(hours=60)], NOT_MET, "20 more hours of training in medical coding"),
        ([], NOT_MET, "80 hours of training in medical coding"),
        ([Training(name="aapc_practicode")], NOT_MET, "80 hours of training in medical coding"),
        ([Training(subject="phlebotomy", hours=99)], NOT_MET, "80 hours of training in"),
        ([coding()], UNKNOWN, None),
        ([coding(), coding(hours=80)], MET, None),
        ([coding(hours=80, completed="2026-11-23")], NOT_MET, "80 hours of training in"),
    ],
)
def test_hours_of_the_subject_add_up(entries, truth, missing):
    """Hours of other subjects and of courses to come do not count; the rest is told."""
    result = hours(*entries)
    assert result.verdict is truth
    assert (result.missing or "").startswith(missing or "")
    assert bool(result.missing) is bool(missing)
    assert result.relevance == any(entry.subject == "medical_coding" for entry in entries)


@pytest.mark.parametrize(("entries", "short"), [([coding(hours=60)], 20), ([], 80)])
def test_months_short_of_training_is_the_hours_that_are_short(entries, short):
    """The rest of the hours is what is lacking."""
    assert hours(*entries).months_short == short * HOUR


@pytest.mark.parametrize(
    ("completed", "truth"),
    by_truth(met=["2021-11-22"], not_met=["2021-11-21"], unknown=["2021-11", "2021", None]),
)
def test_training_may_have_to_be_recent(completed, truth):
    """A day before the window is too early; a date by year is open where the year is cut."""
    result = hours(coding(hours=80, completed=completed), within_years=5)
    assert result.verdict is truth
    assert result.requirement == "80 hours of training in medical coding in the last 5 years"
    if truth is NOT_MET:
        assert result.missing == result.requirement


def test_training_of_an_untold_day_may_be_recent():
    """What is lacking is the least that can be lacking: the training may lie in the window."""
    result = hours(coding(hours=50), within_years=5)
    assert result.verdict is NOT_MET
    assert result.missing == "30 more hours of training in medical coding in the last 5 years"
    assert result.months_short == 30 * HOUR


@pytest.mark.parametrize(
    ("kind", "section", "rule", "what"),
    [
        ("training_hours", "training", {"subject": "phlebotomy", "hours": 9}, "training"),
        ("training_completed", "training", {"name": "aapc_practicode"}, "training"),
        ("military_training", "military", {"field": "phlebotomy"}, "military training"),
        ("exam_passed", "exams", {"exam": "finra-sie"}, "exams"),
        (
            "procedures_performed",
            "procedures",
            {"procedure": "venipuncture_live", "count": 9},
            "procedures",
        ),
    ],
)
def test_the_reason_tells_whether_anything_was_said(kind, section, rule, what):
    """Nothing said is not the same as none."""
    empty = {} if section == "procedures" else ()
    assert (
        judged(kind, {section: None}, **rule).reason == f"nothing was said of the client's {what}"
    )
    stated = judged(kind, {section: empty}, **rule)
    assert stated.reason == f"what was said of the client's {what} does not have it"


def test_training_is_asked_where_it_was_not_told():
    """No word on training is open."""
    result = hours(listed=False)
    assert result.verdict is UNKNOWN
    assert result.ask == ("Does the client have 80 hours of training in medical coding?",)
    assert result.reason == "nothing was said of the client's training"


@pytest.mark.parametrize(
    ("entries", "truth"),
    [
        ((Training(name="aapc_practicode"),), MET),
        ((coding(hours=80),), NOT_MET),
        ((Training(name="aapc_practicode", completed="2027"),), NOT_MET),
        (None, UNKNOWN),
    ],
)
def test_a_named_course_is_completed_or_not(entries, truth):
    """A product is asked for by its name, which hours of its subject do not replace."""
    result = judged("training_completed", {"training": entries}, name="aapc_practicode")
    assert (result.verdict, result.requirement) == (truth, "AAPC Practicode completed")
    assert result.missing == ("AAPC Practicode completed" if truth is NOT_MET else None)
    if truth is UNKNOWN:
        assert result.ask == ("Has the client completed AAPC Practicode?",)


def drilled(**stated):
    """Return a course of 50 weeks in clinical laboratory work, unless stated otherwise."""
    return MilitaryTraining(**{"field": "clinical_lab", "weeks": 50, "completed": "2020", **stated})


@pytest.mark.parametrize(
    ("entries", "truth"),
    [
        ((drilled(),), MET),
        ((drilled(weeks=60),), MET),
        ((drilled(weeks=49),), NOT_MET),
        ((drilled(weeks=None),), UNKNOWN),
        ((drilled(completed=None),), UNKNOWN),
        ((drilled(completed="2016-11-21"),), NOT_MET),
        ((drilled(completed="2016-11-22"),), MET),
        ((drilled(field="mlt"),), MET),
        ((drilled(field="phlebotomy"),), NOT_MET),
        ((drilled(field="phlebotomy", weeks=60), drilled(weeks=9)), NOT_MET),
        ((), NOT_MET),
        (None, UNKNOWN),
    ],
)
def test_military_training_is_in_the_field_long_enough_and_lately(entries, truth):
    """Field, weeks and date belong to one course: two courses never add up."""
    rule = {"field": "clinical_lab", "weeks": 50, "within_years": 10}
    result = judged("military_training", {"military": entries}, **rule)
    wanted = (
        "military training of at least 50 weeks in clinical laboratory work in the last 10 years"
    )
    assert (result.verdict, result.requirement) == (truth, wanted)
    if truth is NOT_MET:
        assert (result.missing, result.effort) == (wanted, Effort.OUT_OF_REACH)
    if entries is None:
        assert result.ask == (f"Did the client complete {wanted}?",)


def test_military_training_of_any_length_is_enough_where_none_is_asked():
    """Without a number of weeks a short course counts."""
    sections = {"military": (drilled(weeks=9, completed=None),)}
    assert judged("military_training", sections, field="clinical_lab").verdict is MET


@pytest.mark.parametrize(
    ("exams", "truth"),
    [
        ((ExamPassed(id="finra-sie", passed="2022-11-22"),), MET),
        ((ExamPassed(id="finra-sie", passed="2022-11-21"),), NOT_MET),
        ((ExamPassed(id="finra-sie"),), UNKNOWN),
        ((ExamPassed(id="cpa-uniform", passed="2026"),), NOT_MET),
        ((), NOT_MET),
        (None, UNKNOWN),
    ],
)
def test_an_exam_is_passed_inside_its_window(exams, truth):
    """The exam that is named counts for as long as the rule says."""
    result = judged("exam_passed", {"exams": exams}, exam="finra-sie", within_years=4)
    assert result.verdict is truth
    exam = "FINRA Securities Industry Essentials exam"
    if truth is NOT_MET:
        assert result.missing == f"the {exam} passed in the last 4 years"
    if truth is UNKNOWN:
        assert result.ask == (f"Has the client passed the {exam} in the last 4 years?",)


def test_an_exam_without_a_date_counts_where_there_is_no_window():
    """A pass is a pass, whenever it was."""
    stated = {"exams": (ExamPassed(id="finra-sie"),)}
    assert judged("exam_passed", stated, exam="finra-sie").verdict is MET


STICK, STICKS = "capillary_or_finger_stick_live", "10 capillary or finger sticks on live people"


@pytest.mark.parametrize(
    ("procedures", "truth", "missing"),
    [
        ({STICK: 10}, MET, None),
        ({STICK: 12}, MET, None),
        ({STICK: 1}, NOT_MET, f"{STICKS}: 9 short"),
        ({STICK: 9}, NOT_MET, f"{STICKS}: 1 short"),
        ({STICK: 8}, NOT_MET, f"{STICKS}: 2 short"),
        ({"venipuncture_live": 99}, NOT_MET, STICKS),
        ({}, NOT_MET, STICKS),
        (None, UNKNOWN, None),
    ],
)
def test_procedures_are_counted(procedures, truth, missing):
    """A procedure that a list does not name was not done; how many are short is said."""
    client = Client(procedures=procedures)
    result = result_of("procedures_performed", client, procedure=STICK, count=10)
    assert (result.verdict, result.missing) == (truth, missing)
    done = (procedures or {}).get(STICK, 0)
    assert result.relevance == bool(done)
    assert result.months_short == ((10 - done) * HOUR if truth is NOT_MET else 0)
    if truth is UNKNOWN:
        assert result.ask == (f"Has the client performed {STICKS}?",)
