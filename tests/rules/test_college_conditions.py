"""Conditions on college credits and on courses."""

import pytest
from evaluating import MET, NOT_MET, UNKNOWN, by_truth, result_of

from careerkit.model.client import Client, Credits
from careerkit.model.entries import Course
from careerkit.rules.result import CREDIT, HOUR, Effort


def of_credits(credits_held, courses=None, **parameters):
    """Return what a number of credits comes to."""
    client = Client(credits=credits_held, courses=courses)
    return result_of("credit_hours_at_least", client, **{"credits": 60, **parameters})


def of_courses(courses, credits_held=None, **parameters):
    """Return what courses in some subjects come to."""
    return result_of("course_in", Client(credits=credits_held, courses=courses), **parameters)


@pytest.mark.parametrize(
    ("stated", "truth", "missing"),
    [
        (Credits(total=60), MET, None),
        (Credits(total=59), NOT_MET, "1 more college credit (semester hours)"),
        (Credits(total=48), NOT_MET, "12 more college credits (semester hours)"),
        (Credits(total=0), NOT_MET, "60 college credits (semester hours)"),
        (Credits(graduate=60), MET, None),
        (Credits(graduate=30), UNKNOWN, None),
        (Credits(subjects={"chemistry": 40, "biology": 20}), MET, None),
        (Credits(subjects={}), UNKNOWN, None),
        (Credits(), UNKNOWN, None),
        (None, UNKNOWN, None),
    ],
)
def test_a_total_is_no_less_than_its_parts(stated, truth, missing):
    """What is known of parts is a least; only a total tells that there is no more."""
    result = of_credits(stated)
    assert (result.verdict, result.missing) == (truth, missing)
    if truth is UNKNOWN:
        assert result.ask == ("Does the client have 60 college credits (semester hours)?",)


@pytest.mark.parametrize(
    ("stated", "courses", "background_relevance", "reason"),
    [
        (None, None, 0, "nothing was said of the client's college credits"),
        (Credits(total=0), None, 0, "the client's college credits do not reach it"),
        (Credits(total=1), None, 1, "the client's college credits do not reach it"),
        (None, {"chemistry": Course()}, 0, "nothing was said of the client's college credits"),
        (
            Credits(subjects={"chemistry": 1}),
            None,
            1,
            "what was said of the client's college credits does not settle it",
        ),
    ],
)
def test_only_credits_that_there_are_speak_to_a_number_of_them(
    stated, courses, background_relevance, reason
):
    """None at all, or a course of which no credits were told, singles nothing out."""
    result = of_credits(stated, courses)
    assert (result.background_relevance, result.reason) == (background_relevance, reason)


@pytest.mark.parametrize(
    ("stated", "courses", "truth"),
    [
        (None, None, UNKNOWN),
        (Credits(total=99), None, UNKNOWN),
        (Credits(subjects={}), None, NOT_MET),
        (Credits(subjects={"chemistry": 0}), None, NOT_MET),
        (Credits(subjects={"chemistry": 1}), None, MET),
        (None, {"chemistry": Course()}, UNKNOWN),
        (None, {"chemistry": Course(grade="F")}, NOT_MET),
        (None, {"chemistry": Course(credits=4, grade="F")}, NOT_MET),
        (None, {"chemistry": Course(credits=1)}, MET),
        (Credits(subjects={"biology": 4}), {"chemistry": Course(credits=0)}, NOT_MET),
    ],
)
def test_a_credit_in_a_subject_is_told_by_either_list(stated, courses, truth):
    """One credit is enough where one is asked; a list that was told and lacks it has none."""
    result = of_credits(stated, courses, credits=1, subjects=("chemistry",))
    assert result.verdict is truth
    assert result.relevance == result.background_relevance == (1 if truth is MET else 0)
    unstated = truth is UNKNOWN and stated is None
    assert (result.reason.startswith("nothing was said")) is unstated


def test_nothing_told_is_not_a_credit():
    """Where parts of a total are told, one that has none adds none."""
    assert of_credits(Credits(subjects={}), credits=1).verdict is UNKNOWN


@pytest.mark.parametrize(
    ("stated", "truth"),
    [
        (Credits(total=11), NOT_MET),
        (Credits(total=12), UNKNOWN),
        (Credits(total=11, subjects={"chemistry": 12}), MET),
        (Credits(total=11, subjects={"chemistry": 11}), NOT_MET),
        (Credits(total=0), NOT_MET),
    ],
)
def test_no_part_has_more_credits_than_all(stated, truth):
    """A total that is too small settles subjects, alone and together, and graduate credits."""
    science = {"subjects": ("chemistry", "biology"), "credits": 12}
    result = of_credits(stated, **science)
    assert result.verdict is truth
    one = of_courses(None, stated, subjects=("chemistry",), credits_each=12)
    assert one.verdict is truth
    if not stated.subjects:
        assert of_courses(None, stated, **science).verdict is truth
    if not stated.subjects and truth is NOT_MET:
        assert result.missing == result.requirement
        assert of_credits(stated, graduate=True, credits=12).verdict is NOT_MET


def test_a_course_without_credits_has_no_more_than_all():
    """Of a course whose credits were not told, the total bounds what they can be."""
    taken = {"chemistry": Course()}
    for most, truth in ((11, NOT_MET), (12, UNKNOWN)):
        result = of_courses(taken, Credits(total=most), subjects=("chemistry",), credits=12)
        assert result.verdict is truth


def test_courses_are_parts_of_a_total_too():
    """Credits of courses count toward a total that was not told; failed courses give none."""
    courses = {"chemistry": Course(credits=40), "biology": Course(credits=20)}
    assert of_credits(None, courses).verdict is MET
    failed = {**courses, "biology": Course(credits=20, grade="F")}
    assert of_credits(None, failed).verdict is UNKNOWN


def test_credits_in_all_are_general_and_those_of_a_subject_are_not():
    """A total speaks to many rules, credits in a named subject to this one."""
    total = of_credits(Credits(total=60))
    assert (total.relevance, total.background_relevance) == (0, 1)
    subject = ("healthcare_or_business_management",)
    named = of_credits(Credits(subjects={subject[0]: 12}), credits=12, subjects=subject)
    assert (named.verdict, named.relevance) == (MET, 1)
    assert named.requirement == (
        "12 college credits in health care or business management (semester hours)"
    )


@pytest.mark.parametrize(
    ("stated", "truth"),
    [
        (Credits(graduate=48), MET),
        (Credits(graduate=47, total=200), NOT_MET),
        (Credits(total=200), UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_graduate_credits_are_counted_apart(stated, truth):
    """A total says nothing of the graduate credits in it."""
    result = of_credits(stated, credits=48, graduate=True)
    assert result.verdict is truth
    if truth is NOT_MET:
        assert result.missing == "1 more graduate credit (semester hours)"


@pytest.mark.parametrize(
    ("total", "effort"),
    [(45, Effort.STEP), (30, Effort.STEP), (29, Effort.DEGREE), (None, Effort.NONE)],
)
def test_more_than_a_year_of_credits_is_as_much_as_a_degree(total, effort):
    """Up to 30 credits, a year of study, is smaller than a degree."""
    assert of_credits(Credits(total=total)).effort is effort


@pytest.mark.parametrize(("credits_each", "effort"), [(15, Effort.STEP), (16, Effort.DEGREE)])
def test_what_courses_lack_adds_up_to_a_degree(credits_each, effort):
    """Two subjects that lack 15 credits each are a year of study; with more, it is a degree."""
    rule = {"subjects": ("chemistry", "biology"), "credits_each": credits_each}
    assert of_courses({}, **rule).effort is effort


@pytest.mark.parametrize(
    ("rule", "stated", "missing"),
    [
        ({"credits_each": 6}, {"credits": 4}, "2 more credits in physics (grade C or better)"),
        (
            {"hours_each": 30},
            {"hours": 20},
            "10 more hours of a course in physics (grade C or better)",
        ),
        ({"credits": 6}, {"credits": 4}, "2 more credits in physics (grade C or better)"),
    ],
)
def test_a_course_without_a_grade_may_still_count(rule, stated, missing):
    """What is lacking is the least that can be lacking: the course may have the grade."""
    result = of_courses({"physics": Course(**stated)}, subjects=("physics",), min_grade="C", **rule)
    assert (result.verdict, result.missing) == (NOT_MET, missing)


def test_each_is_said_where_there_are_several():
    """Of one subject the credits are just told."""
    result = of_courses(None, subjects=("physics",), credits_each=4)
    assert result.requirement == "courses in physics (4 credits)"


EACH = {"subjects": ("chemistry", "biology"), "credits_each": 6}
SIX_EACH = Credits(subjects={"chemistry": 6, "biology": 6})


def took(**amounts):
    """Return courses of some credits, by subject."""
    return {subject: Course(credits=amount) for subject, amount in amounts.items()}


@pytest.mark.parametrize(
    ("courses", "stated", "truth", "missing"),
    [
        (took(chemistry=6, biology=8), None, MET, None),
        (took(chemistry=4, biology=8), None, NOT_MET, "2 more credits in chemistry"),
        (
            took(chemistry=5),
            None,
            NOT_MET,
            "1 more credit in chemistry and 6 more credits in biology",
        ),
        ({}, None, NOT_MET, "courses in chemistry and biology (6 credits each)"),
        (took(chemistry=None, biology=6), None, UNKNOWN, None),
        (None, SIX_EACH, MET, None),
        (None, Credits(subjects={"chemistry": 6}), NOT_MET, "6 more credits in biology"),
        (took(biology=6), Credits(subjects={"chemistry": 6}), MET, None),
        (took(chemistry=None, biology=None), SIX_EACH, MET, None),
        (None, Credits(total=99), UNKNOWN, None),
        (None, None, UNKNOWN, None),
    ],
)
def test_each_subject_has_its_credits(courses, stated, truth, missing):
    """Credits in a subject come from courses or from the list of credits, the larger counts."""
    result = of_courses(courses, stated, **EACH)
    assert (result.verdict, result.missing) == (truth, missing)
    if truth is UNKNOWN:
        assert result.ask == (
            "Does the client have courses in chemistry and biology (6 credits each)?",
        )


@pytest.mark.parametrize(
    ("grade", "truth"),
    by_truth(met=["A", "C+", "C"], not_met=["C-", "D", "F"], unknown=["P", None]),
)
def test_a_course_has_the_grade_or_better(grade, truth):
    """A pass without a letter tells no grade."""
    rule = {"subjects": ("physics",), "min_grade": "C"}
    result = of_courses({"physics": Course(credits=4, grade=grade)}, **rule)
    assert (result.verdict, result.requirement) == (truth, "courses in physics (grade C or better)")
    if truth is NOT_MET:
        assert result.missing == result.requirement


def test_a_failed_course_was_not_taken():
    """Without a grade asked for, an F still does not count."""
    assert of_courses({"physics": Course(grade="F")}, subjects=("physics",)).verdict is NOT_MET
    assert of_courses({"physics": Course(grade="D-")}, subjects=("physics",)).verdict is MET
    assert of_courses({"physics": Course()}, subjects=("physics",)).verdict is MET


def test_credits_without_a_course_tell_no_grade():
    """The list of credits by subject has no grades."""
    stated = Credits(subjects={"physics": 4})
    assert of_courses(None, stated, subjects=("physics",), min_grade="C").verdict is UNKNOWN
    assert of_courses(None, stated, subjects=("physics",)).verdict is MET


C = " (grade C or better)"
BOTH = "human anatomy and human physiology"
ANATOMY = {"subjects": ("human_anatomy", "human_physiology"), "credits": 6, "min_grade": "C"}


def anatomy(*courses):
    """Return courses in anatomy and physiology, each of some credits and perhaps a grade."""
    return {
        subject: Course(credits=amount, grade=grade)
        for subject, (amount, grade) in zip(ANATOMY["subjects"], courses, strict=False)
    }


@pytest.mark.parametrize(
    ("courses", "truth", "missing"),
    [
        (anatomy((4, "B"), (2, "C")), MET, None),
        (anatomy((6, "B")), NOT_MET, f"a course in human physiology{C}"),
        (anatomy((3, "B"), (2, "B")), NOT_MET, f"1 more credit in {BOTH}{C}"),
        (
            anatomy((4, "B"), (4, "D")),
            NOT_MET,
            f"a course in human physiology{C} and 2 more credits in {BOTH}{C}",
        ),
        (anatomy((4, "B"), (4, None)), UNKNOWN, None),
    ],
)
def test_credits_in_all_take_a_course_in_every_subject(courses, truth, missing):
    """One subject may bring most of a sum, but each is asked for; bad grades bring nothing."""
    result = of_courses(courses, **ANATOMY)
    assert (result.verdict, result.missing) == (truth, missing)
    assert result.relevance == len(courses)


@pytest.mark.parametrize(
    ("subjects", "truth"),
    by_truth(
        met=[{"chemistry": 5, "biology": 1}],
        not_met=[{"chemistry": 4, "biology": 1}, {"chemistry": 6, "biology": 0}, {"chemistry": 6}],
    ),
)
def test_a_subject_has_some_of_the_credits_in_all(subjects, truth):
    """Credits by subject tell of every subject: one that has none was not taken."""
    rule = {"subjects": ("chemistry", "biology"), "credits": 6}
    assert of_courses(None, Credits(subjects=subjects), **rule).verdict is truth


@pytest.mark.parametrize(
    ("rule", "courses", "months_short"),
    [
        ({"credits_each": 6}, {"chemistry": Course(credits=4)}, 8 * CREDIT),
        ({"hours_each": 30}, {"chemistry": Course(hours=20)}, 40 * HOUR),
        ({"credits": 6}, {"chemistry": Course(credits=4)}, 2 * CREDIT + 1),
        ({}, {"chemistry": Course()}, 1),
        ({}, {}, 2),
    ],
)
def test_months_short_are_the_credits_and_hours_that_are_short(rule, courses, months_short):
    """What each subject lacks adds up; a course that was not taken counts for a month."""
    result = of_courses(courses, subjects=("chemistry", "biology"), **rule)
    assert (result.verdict, result.months_short) == (NOT_MET, months_short)


def test_months_short_of_a_number_of_credits_is_its_rest():
    """Of 60 credits asked, a client with 45 lacks 15."""
    assert of_credits(Credits(total=45)).months_short == 15 * CREDIT


@pytest.mark.parametrize(
    ("hours", "truth", "missing"),
    [
        (30, MET, None),
        (29, NOT_MET, "1 more hour of a course in law of agency"),
        (None, UNKNOWN, None),
    ],
)
def test_courses_may_be_counted_in_clock_hours(hours, truth, missing):
    """Hours of a course are told with the course."""
    rule = {"subjects": ("law_of_agency",), "hours_each": 30}
    result = of_courses({"law_of_agency": Course(hours=hours)}, **rule)
    assert (result.verdict, result.missing) == (truth, missing)


def test_every_subject_is_asked_where_no_amount_is():
    """Named courses without credits are each asked for."""
    rule = {"subjects": ("accounting", "business")}
    assert of_courses({"accounting": Course()}, **rule).missing == "a course in business"


@pytest.mark.parametrize(
    ("courses", "truth"),
    [
        ({"accounting": Course(), "business": Course()}, MET),
        ({"accounting": Course()}, UNKNOWN),
        ({}, NOT_MET),
        (None, UNKNOWN),
    ],
)
def test_courses_that_states_set_leave_a_part_of_them_open(courses, truth):
    """What is less than asked may do in the client's state; nothing at all does in none."""
    rule = {"subjects": ("accounting", "business"), "per_state": True}
    result = of_courses(courses, **rule)
    assert result.verdict is truth
    if truth is MET:
        assert result.assumes == (
            "the client's state asks for no more than courses in accounting and business",
        )
    if courses and truth is UNKNOWN:
        assert result.ask == (
            "Does the client's state ask for less than courses in accounting and business?",
        )


def test_what_is_open_without_a_lack_is_asked_of_the_client():
    """Whether the state asks for less is asked only where something is lacking."""
    rule = {"subjects": ("accounting",), "min_grade": "C", "per_state": True}
    assert of_courses({"accounting": Course()}, **rule).ask == (
        "Does the client have courses in accounting (grade C or better)?",
    )


def test_reasons_tell_what_was_said():
    """The reason tells whether anything was said of credits."""
    assert of_courses(None, subjects=("physics",)).reason == (
        "nothing was said of the client's college credits"
    )
    assert of_courses({"physics": Course()}, subjects=("physics",), min_grade="C").reason == (
        "what was said of the client's college credits does not settle it"
    )
    assert of_courses({}, subjects=("physics",)).reason == (
        "the client's college credits do not reach it"
    )
