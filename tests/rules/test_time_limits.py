"""Dates against windows: a day before and after, leap years, dates known by month or year only."""

from datetime import date

import pytest
from evaluating import MET, NOT_MET, TODAY, UNKNOWN, by_truth

from careerkit.model.rule import Condition
from careerkit.rules.time_limits import (
    ANY,
    between,
    enough,
    since,
    total,
    when_completed,
    when_done,
    window,
    window_months,
)


def asking(**parameters):
    """Return a condition with a window."""
    return Condition(condition="program_completed", **parameters)


@pytest.mark.parametrize(
    ("parameters", "months", "words"),
    [
        ({}, None, ""),
        ({"within_years": 5}, 60, " in the last 5 years"),
        ({"within_years": 1}, 12, " in the last year"),
        ({"within_months": 12}, 12, " in the last year"),
        ({"within_months": 18}, 18, " in the last 18 months"),
        ({"within_months": 1}, 1, " in the last month"),
        ({"within_years": 1, "within_months": 6}, 18, " in the last 18 months"),
    ],
)
def test_a_window_is_told_in_months_and_in_words(parameters, months, words):
    """Years and months add up; the wording takes years where they are whole."""
    assert window_months(asking(**parameters)) == months
    assert window(asking(**parameters)) == words


@pytest.mark.parametrize(
    ("text", "truth"),
    by_truth(
        met=["2026-11-22", "2021-11-22", "2021-12", "2022", "2026-11"],
        not_met=["2021-11-21", "2021-10", "2020", "2026-11-23", "2026-12", "2027"],
        unknown=["2021-11", "2021", None],
    ),
)
def test_what_was_done_counts_to_the_day_its_years_are_over(text, truth):
    """Five years back to the day is within five years; what only an untold day decides is open."""
    assert when_done(text, asking(within_years=5), TODAY) is truth


def test_without_a_window_anything_past_counts():
    """No window asks for no date; what is still to come does not count."""
    assert when_done("1950", asking(), TODAY) is MET
    assert when_done(None, asking(), TODAY) is MET
    assert when_done("2026-11-23", asking(), TODAY) is NOT_MET


@pytest.mark.parametrize(
    ("done", "as_of", "truth"),
    [
        ("2024-02-29", date(2025, 2, 28), MET),
        ("2024-02-29", date(2025, 3, 1), NOT_MET),
        ("2023-02-28", date(2024, 2, 28), MET),
        ("2023-02-28", date(2024, 2, 29), NOT_MET),
        ("2023-03-01", date(2024, 2, 29), MET),
        ("2025-08-31", date(2026, 8, 31), MET),
    ],
)
def test_a_year_ends_on_its_anniversary_in_leap_years_too(done, as_of, truth):
    """A year from 29 February ends on 28 February, a year from 28 February a year later."""
    assert when_done(done, asking(within_years=1), as_of) is truth


@pytest.mark.parametrize(
    ("as_of", "truth"), [(date(2025, 2, 28), MET), (date(2025, 3, 1), NOT_MET)]
)
def test_a_month_from_the_last_of_a_long_month_ends_with_the_short_one(as_of, truth):
    """A month from 31 January is the last of February."""
    assert when_done("2025-01-31", asking(within_months=1), as_of) is truth


def test_the_first_and_last_days_of_all_break_nothing():
    """Windows at the ends of the calendar stay inside it."""
    assert when_done("0001", asking(within_years=5), date.min) is MET
    assert when_done("9999-12-31", asking(within_years=5), date.max) is MET


@pytest.mark.parametrize(
    ("text", "truth"),
    by_truth(
        met=["2023-11-22", "2023-10", "2022"],
        not_met=["2023-11-23", "2024"],
        unknown=["2023-11", "2023"],
    ),
)
def test_what_lasts_for_some_months_has_lasted_on_the_day_itself(text, truth):
    """Three years from a day are full three years later on that day."""
    assert since(text, 36, TODAY) is truth


@pytest.mark.parametrize(
    ("text", "truth"),
    by_truth(met=["2012-12-31", "2012"], not_met=["2013-01-01", "2013"], unknown=[None]),
)
def test_before_a_day_is_not_on_it(text, truth):
    """What was completed on the day named was not completed before it."""
    assert when_completed(text, asking(completed_before="2013-01-01")) is truth


@pytest.mark.parametrize(
    ("text", "truth"),
    by_truth(
        met=["2009-11-13", "2009-12"], not_met=["2009-11-12", "2008"], unknown=["2009-11", "2009"]
    ),
)
def test_after_a_day_is_not_on_it(text, truth):
    """What was completed on the day named was not completed after it."""
    assert when_completed(text, asking(completed_after="2009-11-12")) is truth


def test_both_ends_of_a_time_count():
    """Between two days is after the one and before the other."""
    wanted = asking(completed_after="2009", completed_before="2013")
    answer = [when_completed(text, wanted) for text in ("2009", "2010", "2012-12-31", "2013")]
    assert answer == [NOT_MET, MET, MET, NOT_MET]
    assert when_completed(None, asking()) is MET


@pytest.mark.parametrize(
    ("bounds", "truth"),
    by_truth(
        met=[(10, 10), (10, ANY), (9.9999999, 9.9999999)],
        not_met=[(9, 9)],
        unknown=[(9, 10), (0, ANY)],
    ),
)
def test_an_amount_between_bounds_is_enough_if_its_least_is(bounds, truth):
    """The least decides a yes, the most a no; a hair's breadth of rounding does not count."""
    assert enough(bounds, 10) is truth


def test_an_entry_adds_what_it_holds_if_it_fits():
    """What may not fit adds nothing for sure; an untold amount may be any."""
    assert between(MET, 5) == (5, 5)
    assert between(UNKNOWN, 5) == (0, 5)
    assert between(NOT_MET, None) == (0, 0)
    assert between(MET, None) == (0, ANY)
    assert total([(5, 5), (0, 5)]) == (5, 10)
    assert total([]) == (0, 0)
