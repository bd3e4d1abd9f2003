"""The condition on work in a field: amounts, kinds, windows, and the words for what is missing."""

import pytest
from evaluating import MET, NOT_MET, UNKNOWN, by_truth, evaluated

from careerkit.model.client import Client, Study
from careerkit.model.entries import Work
from careerkit.model.rule import Condition
from careerkit.rules.result import HOUR, Effort


def asking(work="phlebotomy", **parameters):
    """Return a condition on work."""
    return Condition(condition="work_in_field", work=work, **parameters)


def judged(condition, *work, listed=True, education=None):
    """Return what the condition comes to for a client with this work."""
    return evaluated(condition, Client(work=work if listed else None, education=education))


def phlebotomy(**stated):
    """Return a job in phlebotomy."""
    return Work(field="phlebotomy", **stated)


YEAR = asking(years=1)
RECENT = asking(years=1, within_years=3)


def test_enough_work_meets_it():
    """A year of the work asked for is what is asked."""
    result = judged(YEAR, phlebotomy(years=1))
    assert (result.verdict, result.requirement) == (MET, "1 year of phlebotomy work")
    assert result.reason == "the client's work adds up to it"
    assert (result.missing, result.ask, result.assumes) == (None, (), ())
    assert (result.relevance, result.background_relevance) == (1, 0)


def test_untold_work_is_asked_and_none_is_missing():
    """No word on work is open; an empty list is known to be none."""
    result = judged(YEAR, listed=False)
    assert result.verdict is UNKNOWN
    assert result.ask == ("Does the client have 1 year of phlebotomy work?",)
    assert result.reason == "nothing was said of the client's work"
    result = judged(YEAR)
    assert (result.verdict, result.missing) == (NOT_MET, "1 year of phlebotomy work")
    assert result.reason == "the client has no such work"
    assert result.relevance == 0


@pytest.mark.parametrize(
    ("wanted", "stated", "missing"),
    [
        ({"years": 2}, {"months": 16}, "8 more months"),
        ({"years": 2}, {"months": 23}, "1 more month"),
        ({"years": 2}, {"years": 1}, "1 more year"),
        ({"years": 5}, {"years": 2}, "3 more years"),
        ({"months": 18}, {"years": 1}, "6 more months"),
        ({"hours": 500}, {"hours": 480}, "20 more hours"),
        ({"hours": 500}, {"hours": 499}, "1 more hour"),
        ({"hours": 3500}, {"hours": 1000.5}, "2,499.5 more hours"),
        ({"years": 1}, {"from_": "2025-01-15", "to": "2026-01-13"}, "1 more month"),
        ({"years": 1, "hours": 1200}, {"years": 1, "hours": 1000}, "200 more hours"),
        (
            {"years": 1, "hours": 1200},
            {"months": 11, "hours": 1000},
            "1 more month and 200 more hours",
        ),
    ],
)
def test_what_is_missing_is_the_exact_rest(wanted, stated, missing):
    """A counselor reads how much more it takes, in the unit of the rule."""
    result = judged(asking(**wanted), phlebotomy(**stated))
    assert result.verdict is NOT_MET
    assert result.missing.replace(" of phlebotomy work", "") == missing


@pytest.mark.parametrize(
    ("wanted", "stated", "months_short"),
    [
        ({"years": 2}, {"months": 16}, 8),
        ({"years": 5}, {"years": 2}, 36),
        ({"hours": 500}, {"hours": 480}, 20 * HOUR),
        ({"years": 1, "hours": 4000}, {"months": 11, "hours": 1000}, 3000 * HOUR),
        ({"years": 1, "hours": 1200}, {"months": 2, "hours": 1100}, 10),
        ({"years": 1, "domains": ("hematology",)}, {"years": 1, "domains": ()}, 1),
        ({"years": 1, "current": True}, {"years": 1, "current": False}, 1),
        (
            {"hours": 100, "supervision_hours": 80},
            {"hours": 100, "supervision_hours": 30},
            50 * HOUR,
        ),
        (
            {"hours": 100, "over_months": 6},
            {"hours": 100, "from_": "2026-01-01", "to": "2026-03-31"},
            3,
        ),
    ],
)
def test_months_short_are_the_longest_of_what_is_short(wanted, stated, months_short):
    """Months, hours and spread are lacking side by side; what has no amount counts for a month."""
    result = judged(asking(**wanted), phlebotomy(**stated))
    assert (result.verdict, result.months_short) == (NOT_MET, months_short)


@pytest.mark.parametrize(
    ("wanted", "stated", "missing"),
    [
        ({"hours": 500}, {"hours": 100}, "400 more hours of paid phlebotomy work"),
        ({"years": 1}, {"months": 4}, "8 more months of paid phlebotomy work"),
        (
            {"hours": 100, "supervision_hours": 80},
            {"hours": 100, "supervision_hours": 30},
            "50 more hours of paid phlebotomy work with the supervisor",
        ),
    ],
)
def test_work_that_may_count_is_not_missing(wanted, stated, missing):
    """Of work that may have been paid, what is lacking is the least that can be lacking."""
    result = judged(asking(paid=True, **wanted), phlebotomy(**stated))
    assert (result.verdict, result.missing) == (NOT_MET, missing)


def test_work_that_may_count_is_no_gap():
    """Work that may have been paid may be spread as long as it can have been."""
    wanted = asking(paid=True, hours=100, over_months=6)
    stated = {"hours": 100, "from_": "2026-01-01", "to": "2026-03-31"}
    assert judged(wanted, phlebotomy(**stated)).months_short == 3


def test_a_part_of_a_month_that_is_short_is_a_month():
    """However little is short, a counselor reads a whole month."""
    assert judged(YEAR, phlebotomy(months=11.998)).missing == "1 more month of phlebotomy work"


@pytest.mark.parametrize(
    ("wanted", "stated", "truth"),
    [
        ({"hours": 2080}, {"years": 5}, UNKNOWN),
        ({"hours": 2080}, {"years": 5, "full_time": False}, UNKNOWN),
        ({"years": 1}, {"hours": 9000}, UNKNOWN),
        ({"years": 1}, {"hours": 9000, "from_": "2026-01-01"}, NOT_MET),
        ({"years": 1}, {"months": 12}, MET),
        ({"months": 12}, {"years": 1}, MET),
        ({"years": 1}, {}, UNKNOWN),
        ({"hours": 10}, {}, UNKNOWN),
    ],
)
def test_hours_are_never_made_of_years_nor_years_of_hours(wanted, stated, truth):
    """Only months and years are the same measure; a calendar year bounds what fits in it."""
    assert judged(asking(**wanted), phlebotomy(**stated)).verdict is truth


FULL_TIME = ("full-time work is at least 30 hours a week",)


@pytest.mark.parametrize(
    ("hours", "stated", "truth"),
    [
        (3120, {"years": 2}, MET),
        (3121, {"years": 2}, UNKNOWN),
        (1560, {"from_": "2025-01-01", "to": "2025-12-31"}, MET),
        (1561, {"from_": "2025-01-01", "to": "2025-12-31"}, UNKNOWN),
        (1560, {"years": 2, "hours": 1559}, NOT_MET),
        (10, {}, UNKNOWN),
    ],
)
def test_full_time_work_has_the_hours_of_full_time(hours, stated, truth):
    """Full-time is 30 hours a week at least, said aloud; hours that were told count as told."""
    result = judged(asking(hours=hours), phlebotomy(full_time=True, **stated))
    assert result.verdict is truth
    assert result.assumes == (FULL_TIME if truth is MET else ())
    assert judged(asking(hours=hours), phlebotomy(**stated)).verdict is not MET


@pytest.mark.parametrize(
    "counted", [{"supervision_hours": 100}, {"after_degree": True, "level": "master"}]
)
def test_hours_with_clients_are_not_all_hours_of_a_job(counted):
    """Where a rule counts clinical hours, after a degree or with a supervisor, years make none."""
    job = phlebotomy(years=5, full_time=True, supervision_hours=200)
    result = judged(asking(hours=1000, **counted), job)
    assert result.verdict is UNKNOWN
    assert any("hours" in question for question in result.ask)


def test_hours_enough_without_the_full_time_work_assume_nothing():
    """What full-time work comes to is assumed only where it is needed."""
    stated, week = phlebotomy(hours=100), phlebotomy(months=6, full_time=True)
    assert judged(asking(hours=100), stated, week).assumes == ()
    assert judged(asking(hours=101), stated, week).assumes == FULL_TIME
    assert judged(asking(months=6), stated, week).assumes == ()


def test_full_time_work_before_the_window_makes_no_hours():
    """Only the months inside the window make hours."""
    wanted = asking(hours=780, within_years=1)
    stated = {"full_time": True, "to": "2026-05-21"}
    assert judged(wanted, phlebotomy(from_="2025-05-22", **stated)).verdict is MET
    assert judged(wanted, phlebotomy(from_="2025-12-22", **stated)).verdict is UNKNOWN


TWICE = ("the months worked in two jobs at the same time count for each",)


@pytest.mark.parametrize(
    ("first", "second", "assumes"),
    [
        (("2025-01-01", "2025-06-30"), ("2025-01-01", "2025-06-30"), TWICE),
        (("2025-01-01", "2025-06-30"), ("2025-06-30", "2025-12-30"), TWICE),
        (("2025-01-01", "2025-06-30"), ("2025-07-01", "2025-12-31"), ()),
        (("2024-01-01", "2024-12-31"), ("2024-03-01", "2024-09-30"), ()),
    ],
)
def test_months_that_count_twice_are_said_aloud(first, second, assumes):
    """Where a year comes together only by two jobs at once, the answer says so."""
    jobs = [phlebotomy(from_=begin, to=end) for begin, end in (first, second)]
    result = judged(YEAR, *jobs)
    assert (result.verdict, result.assumes) == (MET, assumes)
    once = judged(asking(years=1, non_overlapping=True), *jobs)
    assert once.verdict is (NOT_MET if assumes else MET)
    assert once.assumes == ()


def test_hours_in_two_jobs_at_once_are_hours_of_each():
    """Hours are hours, whenever they were worked; jobs without dates are not said to overlap."""
    job = {"from_": "2025-01-01", "to": "2025-06-30", "hours": 500}
    assert judged(asking(hours=1000), phlebotomy(**job), phlebotomy(**job)).assumes == ()
    assert judged(YEAR, phlebotomy(months=6), phlebotomy(months=6)).assumes == ()


def test_other_measures_are_asked_in_the_unit_of_the_rule():
    """What would settle it is the amount in the unit asked."""
    hours = judged(asking(hours=500, within_years=2), phlebotomy(years=1))
    assert hours.ask == (
        "How many hours of phlebotomy work in the last 2 years does the client have?",
    )
    assert judged(YEAR, phlebotomy(hours=9000)).ask == (
        "How many months of phlebotomy work does the client have?",
    )
    assert hours.reason == "what was said of the client's work does not settle it"


@pytest.mark.parametrize(
    ("stated", "truth"),
    [
        ({"years": 1}, UNKNOWN),
        ({"months": 11}, NOT_MET),
        ({"years": 1, "from_": "2025-01-01", "to": "2025-12-31"}, MET),
        ({"years": 1, "from_": "2022-01-01", "to": "2022-12-31"}, NOT_MET),
        ({"from_": "2022-11-22", "to": "2024-11-21"}, MET),
        ({"from_": "2022-11-22", "to": "2024-11-20"}, NOT_MET),
        ({"from_": "2025-11-23"}, MET),
        ({"from_": "2025-11-24"}, NOT_MET),
        ({"from_": "2025-11"}, UNKNOWN),
        ({"from_": "2025-10"}, MET),
        ({"from_": "2026-11-23", "years": 9}, NOT_MET),
        ({"years": 1, "to": "2024-11-21"}, MET),
        ({"years": 1, "to": "2024-11-20"}, NOT_MET),
    ],
)
def test_a_window_takes_the_part_that_lies_in_it(stated, truth):
    """A day too early or too short is short; a length without dates is open unless too little."""
    assert judged(RECENT, phlebotomy(**stated)).verdict is truth


def test_a_length_placed_by_one_end_is_an_assumption():
    """A year of work that ended lately is taken to be one stretch, and the answer says so."""
    result = judged(RECENT, phlebotomy(years=1, to="2026-06"))
    assert result.verdict is MET
    assert result.assumes == ("the phlebotomy work was one stretch without a break",)
    assert judged(YEAR, phlebotomy(years=1, to="2026-06")).assumes == ()
    assert judged(RECENT, phlebotomy(from_="2025-01")).assumes == ()


def test_dates_are_asked_where_they_would_settle_it():
    """Of a length without dates, or of rough dates, the exact ones are asked."""
    when = ("From when to when was the client's phlebotomy work?",)
    assert judged(RECENT, phlebotomy(years=1)).ask == when
    assert judged(YEAR, phlebotomy(from_="2025-11")).ask == when
    assert judged(YEAR, phlebotomy()).ask == (
        "How many months of phlebotomy work does the client have?",
    )


KINDS = asking(years=1, full_time=True, paid=True, supervised=True)


@pytest.mark.parametrize(
    ("stated", "truth"),
    by_truth(
        met=[{"full_time": True, "paid": True, "supervised": True}],
        not_met=[{"full_time": False, "paid": True, "supervised": True}, {"full_time": False}],
        unknown=[{"full_time": True, "paid": True}, {}],
    ),
)
def test_work_of_another_kind_does_not_count(stated, truth):
    """Work that is known not to be paid, full-time or supervised counts for nothing."""
    assert judged(KINDS, phlebotomy(years=1, **stated)).verdict is truth


def test_kinds_are_worded_and_asked():
    """The requirement names each kind, and the question those that were not told."""
    assert judged(KINDS).missing == "1 year of paid, full-time, supervised phlebotomy work"
    result = judged(KINDS, phlebotomy(years=1, paid=True))
    assert result.ask == ("Was the client's phlebotomy work full-time and supervised?",)
    too_little = judged(KINDS, phlebotomy(months=4))
    assert too_little.missing == "8 more months of paid, full-time, supervised phlebotomy work"


def test_periods_of_the_field_add_up_and_others_do_not():
    """Work in another field counts for nothing; two periods in the field add up."""
    half = phlebotomy(months=6)
    assert judged(YEAR, half, half).verdict is MET
    other = Work(field="ekg", years=9)
    assert judged(YEAR, half, other).missing == "6 more months of phlebotomy work"
    assert judged(YEAR, other).relevance == 0


@pytest.mark.parametrize(
    ("wanted", "stated", "truth"),
    [
        ("billing_coding", "medical_coding", MET),
        ("medical_coding", "billing_coding", UNKNOWN),
        ("healthcare_or_finance", "phlebotomy", MET),
        ("phlebotomy", "other", NOT_MET),
    ],
)
def test_a_narrower_field_counts_and_a_wider_one_leaves_it_open(wanted, stated, truth):
    """Coding is billing or coding; billing or coding may not be coding."""
    assert judged(asking(wanted, years=1), Work(field=stated, years=1)).verdict is truth


def test_a_wider_field_is_asked_about():
    """The question names what was told and what is asked."""
    assert judged(asking("medical_coding", years=1), Work(field="billing_coding", years=1)).ask == (
        "Does the client's medical billing or coding work count as medical coding work?",
    )


def test_months_are_counted_once_where_the_rule_says_so():
    """Two jobs at the same time are one stretch of time for such a rule."""
    first = Work(field="leading_projects", from_="2025-01-01", to="2025-12-31")
    second = Work(field="leading_projects", from_="2025-07-01", to="2026-06-30")
    plain = asking("leading_projects", months=24, within_years=8)
    assert judged(plain, first, second).verdict is MET
    once = asking("leading_projects", months=24, within_years=8, non_overlapping=True)
    result = judged(once, first, second)
    assert result.missing == "6 more months of work leading projects in the last 8 years"
    assert result.requirement == (
        "24 months of work leading projects in the last 8 years, each month counted once"
    )


def test_continuous_years_have_no_gap():
    """Two years with a gap are not two continuous years."""
    wanted = asking("management_accounting", years=2, continuous=True)
    assert wanted.continuous
    periods = [
        Work(field="management_accounting", from_="2022-01-01", to="2022-12-31"),
        Work(field="management_accounting", from_="2024-01-01", to="2024-12-31"),
    ]
    result = judged(wanted, *periods)
    assert result.verdict is NOT_MET
    assert result.requirement.startswith("2 continuous years of management accounting")
    assert judged(wanted, Work(field="management_accounting", years=2)).verdict is MET


@pytest.mark.parametrize(
    ("domains", "truth"),
    [
        (("asset_security", "security_operations"), MET),
        (("asset_security",), NOT_MET),
        (("asset_security", "other"), NOT_MET),
        (None, UNKNOWN),
    ],
)
def test_domains_are_counted(domains, truth):
    """Some number of domains is asked; another domain is none of them."""
    wanted = asking("information_security", years=5, min_domains=2, paid=True)
    work = Work(field="information_security", years=5, paid=True, domains=domains)
    result = judged(wanted, work)
    assert result.verdict is truth
    assert result.requirement == (
        "5 years of paid information security work, in at least 2 domains"
    )
    if truth is NOT_MET:
        assert result.missing == "paid information security work in 1 more domain"
    if truth is UNKNOWN:
        assert result.ask == ("In which domains was the client's information security work?",)


@pytest.mark.parametrize(
    ("wanted", "stated", "missing"),
    [
        ({}, ("chemistry",), "full-time clinical laboratory work in hematology and urinalysis"),
        ({"within_years": 10}, ("chemistry", "hematology"), " in the last 10 years, in urinalysis"),
        ({"min_domains": 2}, (), " in 2 more of chemistry, hematology and urinalysis"),
        ({"min_domains": 2}, ("urinalysis",), " in 1 more of chemistry and hematology"),
        ({"domains": (), "min_domains": 3}, ("urinalysis",), " in 2 more domains"),
    ],
)
def test_the_domains_that_are_missing_are_named(wanted, stated, missing):
    """Where the rule names domains, those that the work did not cover are told."""
    three = {"domains": ("chemistry", "hematology", "urinalysis"), **wanted}
    rule = asking("clinical_lab", years=1, full_time=True, **three)
    job = {"from_": "2024-01-01", "to": "2025-06-01", "full_time": True}
    assert judged(rule, Work(field="clinical_lab", domains=stated, **job)).missing.endswith(missing)


@pytest.mark.parametrize(
    ("wanted", "missing"),
    [
        ({"years": 2, "within_years": 5}, "1 more year of phlebotomy work in the last 5 years"),
        (
            {"hours": 600, "within_years": 5},
            "100 more hours of phlebotomy work in the last 5 years",
        ),
        ({"hours": 600}, "100 more hours of phlebotomy work"),
        ({"years": 2, "continuous": True}, "1 more continuous year of phlebotomy work"),
        ({"months": 13, "continuous": True}, "1 more continuous month of phlebotomy work"),
    ],
)
def test_when_the_rest_of_the_work_counts_is_told(wanted, missing):
    """What is left of an amount has the window of the whole, and is continuous where that is."""
    job = {"from_": "2024-01-01", "to": "2024-12-31"}
    stated = {"hours": 500, **job} if "hours" in wanted else job
    assert judged(asking(**wanted), phlebotomy(**stated)).missing == missing


def test_work_after_the_degree_is_called_so():
    """What is left of it, and how much of it there is, are told and asked as after the degree."""
    wanted = asking(hours=1000, after_degree=True)
    assert judged(wanted, phlebotomy(hours=500, from_="2024-01-01")).missing == (
        "500 more hours of phlebotomy work after the degree"
    )


def test_hours_without_dates_are_asked_for_their_dates():
    """Whether hours that were told lie in the window only their dates tell."""
    wanted = asking(hours=500, within_years=2)
    when = ("From when to when was the client's phlebotomy work?",)
    assert judged(wanted, phlebotomy(hours=600)).ask == when
    many = ("How many hours of phlebotomy work in the last 2 years does the client have?",)
    assert judged(wanted, phlebotomy(hours=600, from_="2023-01-01", to="2025-06-01")).ask == many
    assert judged(wanted, phlebotomy(from_="2025-01-01", to="2025-06-01")).ask == many
    assert judged(asking(hours=500), phlebotomy()).ask == (
        "How many hours of phlebotomy work does the client have?",
    )


def test_named_domains_are_all_asked():
    """Where domains are named without a number, the work covers each of them."""
    wanted = asking("clinical_lab", years=1, domains=("chemistry", "hematology"))
    chemistry = Work(field="clinical_lab", years=1, domains=("chemistry",))
    hematology = Work(field="clinical_lab", years=1, domains=("hematology",))
    assert judged(wanted, chemistry).verdict is NOT_MET
    assert judged(wanted, chemistry, hematology).verdict is MET
    assert (
        judged(wanted).missing == "1 year of clinical laboratory work, in chemistry and hematology"
    )
    either = asking("clinical_lab", years=1, domains=("chemistry", "hematology"), min_domains=1)
    assert judged(either, chemistry).verdict is MET
    assert "in at least 1 of chemistry and hematology" in judged(either).missing


@pytest.mark.parametrize(
    ("stated", "truth"),
    by_truth(
        met=[{"years": 3, "current": True}, {"from_": "2024-01-01"}],
        not_met=[{"years": 3, "to": "2026-10"}, {"months": 3, "current": True}],
        unknown=[{"years": 3}],
    ),
)
def test_work_may_have_to_go_on_still(stated, truth):
    """A rule for people at work asks that the work has not ended."""
    result = judged(asking(years=2, current=True), phlebotomy(**stated))
    assert result.verdict is truth
    assert result.requirement == "2 years of phlebotomy work, still going on"


def test_ended_work_lacks_going_on():
    """What is missing, and what is asked, is that the work goes on."""
    wanted = asking(years=2, current=True)
    assert judged(wanted, phlebotomy(years=3, to="2026-10")).missing == (
        "phlebotomy work that still goes on"
    )
    assert judged(wanted, phlebotomy(years=3)).ask == (
        "Does the client's phlebotomy work still go on?",
    )


SUPERVISED = asking("counseling", hours=3000, supervision_hours=100, over_months=24)


@pytest.mark.parametrize(
    ("stated", "truth", "words"),
    [
        ({"supervision_hours": 100, "from_": "2024-01-01"}, MET, ""),
        ({"supervision_hours": 60, "from_": "2024-01-01"}, NOT_MET, "40 more hours of counseling"),
        ({"from_": "2024-01-01"}, UNKNOWN, "How many hours of the client's counseling work were"),
        ({"supervision_hours": 100, "from_": "2025-06-01"}, NOT_MET, "spread over 24 months"),
        ({"supervision_hours": 100}, UNKNOWN, "From when to when was the client's counseling"),
    ],
)
def test_supervision_and_spread_are_asked_beside_the_hours(stated, truth, words):
    """Hours with the supervisor count, and the time over which the work was spread."""
    result = judged(SUPERVISED, Work(field="counseling", hours=3000, **stated))
    assert result.verdict is truth
    assert words in (result.missing or "".join(result.ask))


def test_supervision_and_spread_are_worded():
    """The requirement names both."""
    assert judged(SUPERVISED).missing == (
        "3,000 hours of counseling work, over at least 24 months, "
        "100 hours of it with the supervisor"
    )


MASTER = Study(level="master", field="counseling", completed="2024-05-15")


@pytest.mark.parametrize(
    ("education", "stated", "truth"),
    [
        ((MASTER,), {"from_": "2024-05-15"}, MET),
        ((MASTER,), {"from_": "2024-05-14"}, UNKNOWN),
        ((MASTER,), {"from_": "2020", "to": "2024-05-14"}, NOT_MET),
        ((MASTER,), {}, UNKNOWN),
        ((Study(level="master", field="counseling"),), {"from_": "2024-06"}, UNKNOWN),
        ((Study(level="bachelor", completed="2020"),), {"from_": "2024-06"}, NOT_MET),
        ((Study(level="master", status="in_progress"),), {"from_": "2024-06"}, NOT_MET),
        ((Study(level="unknown"),), {"from_": "2024-06"}, UNKNOWN),
        ((Study(level="master", expected="2024"),), {"from_": "2024-06"}, UNKNOWN),
        ((), {"from_": "2024-06"}, NOT_MET),
        (None, {"from_": "2024-06"}, UNKNOWN),
    ],
)
def test_work_may_have_to_come_after_the_degree(education, stated, truth):
    """Work counts from the day of the degree, where the rule asks for work after it."""
    wanted = asking("counseling", hours=3000, after_degree=True, level="master")
    work = Work(field="counseling", hours=3000, **stated)
    result = judged(wanted, work, education=education)
    assert result.verdict is truth
    assert result.requirement == "3,000 hours of counseling work, after the degree"


@pytest.mark.parametrize(
    ("hours", "truth"), [(4000, MET), (3999, UNKNOWN), (1, UNKNOWN), (None, NOT_MET)]
)
def test_a_figure_that_states_set_leaves_less_of_it_open(hours, truth):
    """Less than the figure may do in the client's state; none at all does in no state."""
    wanted = asking("clinical_social_work_supervised", hours=4000, per_state=True)
    work = [Work(field="clinical_social_work_supervised", hours=hours)] if hours else []
    result = judged(wanted, *work)
    assert result.verdict is truth
    hours_asked = "4,000 hours of supervised clinical social work"
    if truth is MET:
        assert result.assumes == (f"the client's state asks for no more than {hours_asked}",)
    if truth is UNKNOWN:
        assert result.ask == (f"Does the client's state ask for less than {hours_asked}?",)


@pytest.mark.parametrize(
    ("wanted", "stated", "effort"),
    [
        ({"years": 2}, {"months": 1}, Effort.STEP),
        ({"years": 2}, {}, Effort.DEGREE),
        ({"years": 10}, {"years": 9}, Effort.STEP),
        ({"years": 10}, {"years": 8}, Effort.DEGREE),
        ({"years": 10}, {"years": 7}, Effort.DEGREE),
        ({"hours": 3999}, {}, Effort.STEP),
        ({"hours": 4000}, {}, Effort.DEGREE),
        ({"hours": 5000}, {}, Effort.DEGREE),
        ({"hours": 6000}, {"hours": 3000}, Effort.STEP),
    ],
)
def test_two_years_of_work_are_as_much_as_a_degree(wanted, stated, effort):
    """To lack less than about two years of work is smaller than to lack a degree."""
    work = [phlebotomy(**stated)] if stated else []
    assert judged(asking(**wanted), *work).effort is effort


def test_years_and_hours_of_one_period_are_both_asked():
    """A rule may ask for a year that has some hours; one entry may tell both."""
    wanted = asking("pharmacy_technician", years=1, hours=1200, within_years=3, supervised=True)
    work = {"field": "pharmacy_technician", "supervised": True, "from_": "2025-01-01"}
    assert judged(wanted, Work(**work, years=1, hours=1200)).verdict is MET
    assert judged(wanted, Work(**work, years=1)).verdict is UNKNOWN
    assert judged(wanted).missing == (
        "1 year and 1,200 hours of supervised pharmacy technician work in the last 3 years"
    )
