"""Dates of three precisions, and months counted from a day."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careerkit.dates import (
    add_days,
    add_months,
    date_in_words,
    first_day,
    is_date,
    last_day,
    months_between,
)

days = st.dates()
texts = days.flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-05-15", date(2026, 5, 15), date(2026, 5, 15)),
        ("2026-05", date(2026, 5, 1), date(2026, 5, 31)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_date_spans_the_days_it_can_mean(text, first, last):
    """A day means itself; a month or year runs from its first to its last day."""
    assert is_date(text)
    assert (first, last) == (first_day(text), last_day(text))


@pytest.mark.parametrize(
    "text",
    [
        *("2026-13", "2026-02-30", "2026-02-29", "2026-11-31", "0000", "0000-01-01"),
        *("2026-00", "2026-00-10", "2026-05-00"),
        *("", " ", "2026-", "2026-5", "2026-05-1", "26", "20260515", "2026-05-15T00:00"),
        *(" 2026", "2026\n", "2026/05/15", "05/15/2026", "May 2026", "-2026", "12026"),
        *("२०२६", "2026-05-1५"),
    ],
)
def test_what_is_no_date_is_refused(text):
    """A day that does not exist, another notation and digits of other scripts are no dates."""
    assert not is_date(text)
    with pytest.raises(ValueError, match=r".+"):
        first_day(text)
    with pytest.raises(ValueError, match=r".+"):
        last_day(text)


@given(texts)
@example("9999")
@example("9999-12")
@example("9999-12-31")
@example("0001")
def test_the_first_day_is_never_after_the_last(text):
    """Every valid date text has a first and a last day, in that order."""
    assert is_date(text)
    assert first_day(text) <= last_day(text)


@given(st.text("0123456789-", max_size=11) | st.text(max_size=12))
def test_a_text_is_a_date_with_both_ends_or_none(text):
    """What is_date accepts has both ends; what it refuses raises ValueError and nothing else."""
    if is_date(text):
        assert first_day(text) <= last_day(text)
    else:
        with pytest.raises(ValueError, match=r".+"):
            last_day(text)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 11, 22), 24, date(2028, 11, 22)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 5, 15), 0, date(2026, 5, 15)),
    ],
)
def test_months_are_added(day, months, expected):
    """The day of the month stays, or becomes the last of a shorter month."""
    assert expected == add_months(day, months)


def test_months_beyond_all_days_end_with_the_first_or_last():
    """Where no such day exists, the first or the last day of all stands for it."""
    assert add_months(date.max, 1) == date.max
    assert add_months(date(9999, 6, 1), 12) == date.max
    assert add_months(date.min, -1) == date.min
    assert add_days(date.max, 1) == date.max
    assert add_days(date.min, -1) == date.min
    assert add_days(date(2024, 2, 28), 1) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("first", "end", "months"),
    [
        (date(2025, 1, 1), date(2026, 1, 1), 12),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2025, 1, 31), date(2025, 2, 28), 1),
        (date(2025, 1, 15), date(2025, 2, 1), 17 / 31),
        (date(2025, 1, 1), date(2025, 1, 1), 0),
        (date(2025, 1, 2), date(2025, 1, 1), 0),
        (date(9999, 12, 1), date.max, 30 / 30),
    ],
)
def test_months_between_days_count_parts_of_a_month(first, end, months):
    """Whole months from day to day, then the days left as a part of their month."""
    assert months_between(first, end) == pytest.approx(months)


@given(st.dates(), st.dates(), st.integers(0, 400))
def test_more_days_are_no_fewer_months(first, end, more):
    """The months between two days never shrink as the end moves on."""
    assert months_between(first, end) <= months_between(first, add_days(end, more)) + 1e-9


@pytest.mark.parametrize(
    ("text", "words"),
    [("2026-05-05", "5 May 2026"), ("2026-12", "Dec 2026"), ("2015", "2015")],
)
def test_a_date_is_told_in_words(text, words):
    """A day, month or year is worded as what it is."""
    assert date_in_words(text) == words


some_days = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
some_months = st.integers(min_value=-1200, max_value=1200)


@given(days)
@example(date.max)
@example(date.min)
def test_no_months_change_nothing(day):
    """Adding zero months returns the same day, for every day there is."""
    assert day == add_months(day, 0)


@given(some_days, some_months)
def test_adding_months_moves_as_many_months(day, months):
    """The result lies exactly that many calendar months away, never later in its month."""
    moved = add_months(day, months)
    assert months == (moved.year - day.year) * 12 + moved.month - day.month
    assert moved.day <= day.day


@given(some_days, some_days, some_months)
def test_adding_months_keeps_the_order(one, other, months):
    """Of two days the earlier is not the later after the same months."""
    earlier, later = sorted((one, other))
    assert add_months(earlier, months) <= add_months(later, months)


@given(some_days.filter(lambda day: day.day <= 28), some_months, some_months)
def test_adding_months_twice_adds_their_sum(day, some, more):
    """Up to the 28th, adding in two steps is adding at once, and it can be undone."""
    assert add_months(day, some + more) == add_months(add_months(day, some), more)
    assert day == add_months(add_months(day, some), -some)
