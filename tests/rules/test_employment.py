"""Employment periods as stretches of time: what is sure and what is possible of their length."""

from datetime import date, timedelta

import pytest
from evaluating import MET, NOT_MET, TODAY, UNKNOWN, by_truth
from hypothesis import given
from hypothesis import strategies as st

from careerkit.dates import months_between
from careerkit.model.entries import Work
from careerkit.rules.employment import Period, ends_of, goes_on, months_of, spread
from careerkit.rules.three_valued import Truth
from careerkit.rules.time_limits import ANY

LONG_AGO = date(2023, 11, 22)


def period(*, start=date.min, fits=MET, **stated):
    """Return a period of work in a window that opens on a day."""
    work = Work(field="phlebotomy", **stated)
    begin, end = ends_of(work, TODAY)
    opens = start if isinstance(start, tuple) else (start, start)
    return Period(work=work, fits=fits, begin=begin, end=end, start=opens)


def months(*periods, once=False, unbroken=False):
    """Return the months that periods add up to, to the hundredth."""
    low, high = months_of(periods, once=once, unbroken=unbroken)
    return round(low, 2), round(high, 2)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"from_": "2025-01-01", "to": "2025-12-31"}, (12, 12)),
        ({"from_": "2025-01-15", "to": "2026-01-14"}, (12, 12)),
        ({"from_": "2025-01-15", "to": "2026-01-13"}, (11.97, 11.97)),
        ({"from_": "2024-02-29", "to": "2025-02-27"}, (12, 12)),
        ({"from_": "2025-01", "to": "2025-12"}, (10.06, 12)),
        ({"from_": "2025", "to": "2025"}, (0, 12)),
        ({"from_": "2025-11-23"}, (12, 12)),
        ({"from_": "2025-11-23", "current": True}, (12, 12)),
        ({"from_": "2025-11-24"}, (11.97, 11.97)),
        ({"months": 5}, (5, 5)),
        ({"years": 1.5}, (18, 18)),
        ({"years": 1, "from_": "2020", "to": "2024"}, (12, 12)),
        ({"hours": 500, "from_": "2025-01-01", "to": "2025-12-31"}, (0, 12)),
        ({"hours": 500, "months": 3}, (3, 3)),
    ],
)
def test_a_period_is_as_long_as_told_or_as_its_dates(stated, expected):
    """A length told counts as told, else the time between the dates, the last day included."""
    assert months(period(**stated)) == expected


def test_nothing_told_of_a_period_can_be_any_length():
    """A field alone tells neither months nor hours."""
    low, high = months(period())
    assert low == 0
    assert high > 12000
    assert period().hours() == (0, ANY)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"from_": "2023-11-22", "to": "2024-11-21"}, (12, 12)),
        ({"from_": "2022-11-22", "to": "2024-11-21"}, (12, 12)),
        ({"from_": "2020-01-01", "to": "2023-11-22"}, (0.03, 0.03)),
        ({"from_": "2020-01-01", "to": "2023-11-21"}, (0, 0)),
        ({"months": 12}, (0, 12)),
        ({"months": 60}, (0, 36.03)),
        ({"months": 12, "to": "2026-06-30"}, (12, 12)),
        ({"months": 12, "to": "2024-05-21"}, (6, 6)),
        ({"months": 12, "current": True}, (12, 12)),
        ({"months": 12, "from_": "2023-05-22", "current": False}, (6, 6)),
        ({"months": 24, "from_": "2022-11-22", "to": "2024-11-21"}, (12, 12)),
        ({"months": 6, "from_": "2022-11-22", "to": "2024-11-21"}, (0, 6)),
        ({"months": 18, "from_": "2022-11-22", "to": "2024-11-21"}, (6, 12)),
        ({"years": 3, "to": "2010"}, (0, 0)),
    ],
)
def test_only_the_part_inside_a_window_counts(stated, expected):
    """Dates tell which part is inside; a length alone may lie outside."""
    assert months(period(start=LONG_AGO, **stated)) == expected


AFTER_2024 = date(2024, 1, 1), date(2024, 12, 31)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"from_": "2024-07-01", "to": "2025-06-30"}, (6.03, 12)),
        ({"from_": "2024-07-01", "to": "2025-06-30", "years": 1}, (6.03, 12)),
        ({"from_": "2024-07-01", "to": "2025-06-30", "months": 9}, (3.03, 9)),
        ({"from_": "2025-01-01", "to": "2025-06-30", "months": 6}, (6, 6)),
        ({"from_": "2023-07-01", "to": "2024-06-30"}, (0, 6)),
    ],
)
def test_a_window_may_open_on_any_day_of_a_year(stated, expected):
    """What lies after the last day on which it can open is sure, after the first possible."""
    assert months(period(start=AFTER_2024, **stated)) == expected


@pytest.mark.parametrize(
    ("stated", "certain", "possible"),
    [
        ({"from_": "2023-11-01", "to": "2024-01"}, True, True),
        ({"from_": "2022", "to": "2023"}, False, True),
        ({"from_": "2022-01-01", "to": "2023-11-22"}, True, True),
        ({"from_": "2022-01-01", "to": "2023-11-21"}, False, False),
        ({"from_": "2022-01-01", "to": "2023-11"}, False, True),
        ({}, False, True),
    ],
)
def test_a_period_counts_surely_if_some_day_of_it_does(stated, certain, possible):
    """A day that lies inside the window and surely in the period is enough."""
    answer = period(start=LONG_AGO, **stated)
    assert (answer.certain, answer.possible) == (certain, possible)
    open_kind = period(start=LONG_AGO, fits=UNKNOWN, **stated)
    assert (open_kind.certain, open_kind.possible) == (False, possible)


def test_a_month_that_can_end_as_the_window_opens_is_not_sure():
    """A period that surely ends before the window opens on its next day has no sure day inside."""
    assert not period(start=date(2025, 6, 2), from_="2025-01-01", to="2025-06").certain
    assert period(start=date(2025, 6, 1), from_="2025-01-01", to="2025-06").certain


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"hours": 500}, (0, 500)),
        ({"hours": 500, "from_": "2024-01-01"}, (500, 500)),
        ({"hours": 500, "from_": "2022-01-01"}, (0, 500)),
        ({"hours": 500, "from_": "2020", "to": "2021"}, (0, 0)),
        ({"years": 1, "from_": "2025-01"}, (0, ANY)),
        ({"years": 1, "from_": "2020", "to": "2021"}, (0, 0)),
    ],
)
def test_hours_of_a_period_that_is_partly_inside_are_open(stated, expected):
    """Hours are never made from time: those of a period that reaches outside may be any part."""
    assert period(start=LONG_AGO, **stated).hours() == expected
    with_supervisor = {
        "supervision_hours" if key == "hours" else key: stated[key] for key in stated
    }
    assert period(start=LONG_AGO, **with_supervisor).supervision() == expected


def test_hours_that_were_not_told_can_be_any():
    """A period inside the window may have any number of hours, with the supervisor or without."""
    inside = period(start=LONG_AGO, from_="2025-01-01")
    assert inside.hours() == inside.supervision() == (0, ANY)


def test_what_may_not_fit_adds_nothing_for_sure():
    """A period that may be of another kind counts as possible only."""
    assert months(period(fits=UNKNOWN, months=5)) == (0, 5)
    assert months(period(fits=NOT_MET, months=5)) == (0, 0)
    assert period(fits=UNKNOWN, hours=5).hours() == (0, 5)


def test_overlapping_periods_count_each_or_once():
    """The same months of two jobs count twice unless each month counts once."""
    first = period(from_="2025-01-01", to="2025-12-31")
    second = period(from_="2025-07-01", to="2026-06-30")
    assert months(first, second) == (24, 24)
    assert months(first, second, once=True) == (18, 18)
    assert months(first, first, once=True) == (12, 12)


def test_periods_without_dates_may_overlap():
    """Of two lengths without dates the longer is sure, their sum is possible."""
    assert months(period(months=12), period(months=6), once=True) == (12, 18)
    dated = period(from_="2025-01-01", to="2025-12-31")
    assert months(dated, period(months=6), once=True) == (12, 18)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("2020-01-01", "2020-12-31", 6), ("2021-01-01", "2021-12-31", 9), (15, 15)),
        (("2020-01", "2020-12", 12), ("2021-01", "2022-12", 24), (36, 36)),
        (("2020-01", "2021-01", 12), ("2021-01", "2023-01", 24), (35, 36)),
        (("2020-01-01", "2021-06-30", 9), ("2021-01-01", "2021-12-31", 9), (12, 18)),
        (("2020-01-01", "2020-12-31", 6), ("2020-01-01", "2020-12-31", 6), (6, 12)),
    ],
)
def test_what_cannot_overlap_adds_up_even_once(first, second, expected):
    """Months in stretches apart cannot count twice; where stretches meet, those may that fit."""
    periods = [period(from_=begin, to=end, months=amount) for begin, end, amount in (first, second)]
    assert months(*periods, once=True) == expected
    assert months(*reversed(periods), once=True) == expected


def test_three_stretches_may_share_what_two_do():
    """A stretch shares with all before it together, not with the last one alone."""
    periods = [
        period(from_="2020-01-01", to="2020-12-31", months=11),
        period(from_="2020-02-01", to="2020-02-29", months=0.5),
        period(from_="2020-11-01", to="2021-10-31", months=11),
    ]
    assert months(*periods, once=True) == (22.5 - 1 - 2, 22)


def test_what_may_not_count_shares_no_months():
    """Work that may be of another kind takes nothing from what is sure."""
    sure = [period(from_=f"{year}-01-01", to=f"{year}-12-31", months=6) for year in (2020, 2021)]
    open_kind = period(fits=UNKNOWN, from_="2020-01-01", to="2021-12-31", months=6)
    assert months(*sure, open_kind, once=True) == (12, 18)


@pytest.mark.parametrize(
    ("stated", "end"),
    [
        ({"from_": "2019-01-01", "to": "2021-01-01", "years": 2}, "2020-12-31"),
        ({"from_": "2019-01-01", "to": "2021-01-02", "years": 2}, "2021-01-02"),
        ({"from_": "2019-01-01", "to": "2020-12-31", "years": 2}, "2020-12-31"),
        ({"from_": "2019-01-01", "to": "2021-01-01", "months": 23.98}, "2021-01-01"),
        ({"from_": "2019-01-01", "to": "2019-01-01", "months": 0}, "2019-01-01"),
        ({"from_": "2025-11-22", "current": True, "years": 1}, "2026-11-21"),
    ],
)
def test_years_from_a_day_to_the_same_day_end_the_day_before(stated, end):
    """Two years from one day to the same day leave out the day more, and are solid."""
    job = period(**stated)
    assert [str(day) for day in job.end] == [end, end]


def test_years_from_a_day_to_the_same_day_are_one_solid_stretch():
    """Such periods add up unbroken and once, with no day too many, and lie in a window by dates."""
    first = period(from_="2019-01-01", to="2021-01-01", years=2)
    second = period(from_="2021-01-01", to="2022-01-01", years=1)
    assert months(first, second) == (36, 36)
    assert months(first, second, once=True) == (36, 36)
    assert months(first, second, unbroken=True) == (36, 36)
    late = period(start=date(2020, 1, 1), from_="2019-01-01", to="2021-01-01", years=2)
    assert months(late) == (12, 12)


def test_rough_ends_are_left_as_they_are():
    """Of the month in which a job ended, no day can be told to be one too many."""
    assert period(from_="2019-01-01", to="2021-01", years=2).end[1] == date(2021, 1, 31)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"hours": 2000, "full_time": True}, (12, 12)),
        ({"hours": 1560, "full_time": True}, (12, 12)),
        ({"hours": 1559, "full_time": True}, (0, 12)),
        ({"hours": 2000, "full_time": False}, (0, 12)),
        ({"hours": 2000}, (0, 12)),
    ],
)
def test_dates_of_full_time_work_tell_its_months_beside_hours(stated, expected):
    """Hours that may be part-time leave the months open; those of full-time work do not."""
    answer = period(from_="2025-01-01", to="2025-12-31", **stated)
    assert months(answer) == expected
    assert answer.solid is (expected == (12, 12))


def test_periods_that_touch_add_up_to_whole_months():
    """A year in two jobs, one after the other, is a year to the day."""
    parts = period(from_="2025-01-15", to="2025-06-30"), period(from_="2025-07-01", to="2026-01-14")
    assert months(*parts) == (12, 12)
    assert months(*parts, once=True) == (12, 12)
    assert months(*parts, unbroken=True) == (12, 12)


@pytest.mark.parametrize(
    ("first", "unbroken", "whole"),
    [(12, (24, 24), (24, 24)), (11.98, (12, 23.98), (23.98, 23.98)), (6, (12, 18), (18, 18))],
)
def test_a_length_that_fills_its_dates_leaves_no_gap(first, unbroken, whole):
    """Work that was told to fill the time between its dates runs on into what touches it."""
    parts = (
        period(months=first, from_="2024-01-01", to="2024-12-31"),
        period(years=1, from_="2025-01-01", to="2025-12-31"),
    )
    assert months(*parts, unbroken=True) == unbroken
    assert months(*parts) == whole


def test_a_stretch_inside_another_adds_nothing():
    """Three runs, of which one lies inside another: each day counts once."""
    parts = (
        period(from_="2024-01-01", to="2024-02-29"),
        period(from_="2024-04-01", to="2024-07-31"),
        period(from_="2024-05-01", to="2024-05-31"),
    )
    assert months(*parts, once=True) == (6, 6)
    assert months(*parts, unbroken=True) == (4, 4)


def test_years_alone_make_no_sure_run():
    """A job of 2025 can have been of one day, or of the whole year."""
    assert months(period(from_="2025", to="2025"), once=True) == (0, 12)


def test_a_gap_breaks_a_run():
    """Without a gap only the longest run counts; without dates a run may go on."""
    parts = period(from_="2024-01-01", to="2024-06-30"), period(from_="2024-07-02", to="2025-01-01")
    assert months(*parts, unbroken=True) == (6, 6)
    assert months(period(months=12), period(months=6), unbroken=True) == (12, 18)
    assert months(unbroken=True) == (0, 0)


@pytest.mark.parametrize(
    ("stated", "truth"),
    by_truth(
        met=[{"from_": "2025"}, {"current": True}, {"to": "2026-11-22"}, {"to": "2026-12"}],
        not_met=[{"from_": "2025", "current": False}, {"to": "2026-11-21"}, {"to": "2026-10"}],
        unknown=[{}, {"to": "2026-11"}],
    ),
)
def test_work_goes_on_if_it_began_and_no_end_was_told(stated, truth):
    """An end in the month of the day leaves it open; no word on begin or end does too."""
    assert goes_on(Work(field="phlebotomy", **stated), TODAY) is truth


def test_on_the_last_day_of_its_last_month_work_may_still_go_on():
    """Who told the month in which work ends may mean its last day."""
    ended = Work(field="phlebotomy", to="2026-11")
    assert goes_on(ended, date(2026, 11, 30)) is UNKNOWN
    assert goes_on(ended, date(2026, 12, 1)) is NOT_MET


def test_work_is_spread_from_its_first_begin_to_its_last_end():
    """Two jobs with a gap are spread over both and the gap."""
    first, last = (
        period(from_="2024-01-01", to="2024-03-31"),
        period(from_="2025-10-01", to="2025-12-31"),
    )
    assert spread([first, last]) == (24, 24)
    assert spread([last]) == (3, 3)
    assert spread([]) == (0, 0)
    assert spread([period(months=30)])[0] == 30
    low, high = spread([period(hours=30)])
    assert (low, high > 100) == (0, True)
    assert spread([period(fits=UNKNOWN, from_="2025-10-01", to="2025-12-31")]) == (0, 3)


def test_one_end_and_a_length_tell_the_other_end():
    """Only a period with one end and a length is taken to be one stretch."""
    assert period(months=12, to="2025-12-31").begin == (date(2025, 1, 1), date(2025, 1, 1))
    ended = period(months=12, from_="2024-01-01", current=False)
    assert ended.end == (date(2024, 12, 31), date(2024, 12, 31))
    derived = [
        period(months=12, to="2025-12-31"),
        period(months=12, current=True),
        ended,
        period(months=12, from_="2024-01-01"),
        period(months=12, from_="2024", to="2025"),
        period(months=12),
    ]
    assert [job.derived for job in derived] == [True, True, True, False, False, False]


ROUGH = [
    (
        {"from_": "2024", "years": 1, "current": False},
        ("2024-01-01", "2024-12-31"),
        ("2024-12-31", "2025-12-30"),
    ),
    (
        {"from_": "2024-03", "months": 1.5, "current": False},
        ("2024-03-01", "2024-03-31"),
        ("2024-03-31", "2024-05-30"),
    ),
    (
        {"from_": "2026", "months": 6, "current": False},
        ("2026-01-01", "2026-11-22"),
        ("2026-06-30", "2026-11-22"),
    ),
    ({"to": "2024", "years": 1}, ("2023-01-02", "2024-01-01"), ("2024-01-01", "2024-12-31")),
    ({"to": "2024-06", "months": 2.5}, ("2024-03-02", "2024-05-01"), ("2024-06-01", "2024-06-30")),
]


@pytest.mark.parametrize(("stated", "begin", "end"), ROUGH)
def test_a_rough_end_and_a_length_tell_the_other_end_as_roughly(stated, begin, end):
    """From the first day it can be one, to the last; a part of a month can be none or all of it."""
    answer = ends_of(Work(field="phlebotomy", **stated), TODAY)
    assert [tuple(map(str, ends)) for ends in answer] == [begin, end]


some_days = st.dates(date(2020, 1, 1), TODAY)


@given(st.lists(st.tuples(some_days, st.integers(0, 900)), max_size=4), some_days)
def test_once_is_the_days_that_some_period_covers(listed, opens):
    """Counting each month once comes to the days that any period covers inside the window."""
    ends = [(day, min(day + timedelta(length), TODAY)) for day, length in listed]
    periods = [period(start=opens, from_=str(day), to=str(end)) for day, end in ends]
    low, high = months_of(periods, once=True, unbroken=False)
    days = {
        day + timedelta(index)
        for day, end in ends
        for index in range((end - day).days + 1)
        if day + timedelta(index) >= opens
    }
    assert low == pytest.approx(high)
    assert low * 28 <= len(days) + 1e-6
    assert low * 31 + 1e-6 >= len(days)
    whole = months_of(periods, once=False, unbroken=False)
    assert whole[0] + 1e-6 >= low


amounts = st.none() | st.floats(0.5, 30)


@given(st.tuples(some_days, some_days), st.sampled_from([4, 7, 10]), amounts, some_days)
def test_one_period_counts_as_it_does_beside_one_that_cannot(ends, rough, amount, opens):
    """Work that lies outside the window, beside another, changes nothing."""
    begun, ended = sorted(ends)
    stated = {"from_": str(begun)[:rough], "to": str(ended)[:rough], "months": amount}
    outside = period(start=opens, from_="2001-01-01", to="2001-12-31")
    for fits in Truth:
        one = period(start=opens, fits=fits, **stated)
        assert months(one) == months(one, outside)


@given(some_days, some_days, st.sampled_from([4, 7]), st.sampled_from([4, 7]))
def test_a_rougher_date_only_widens_what_is_possible(begun, ended, rough, rougher):
    """What is told by month or year has the exact length between its bounds."""
    begun, ended = sorted((begun, ended))
    exact = months_of([period(from_=str(begun), to=str(ended))], once=False, unbroken=False)
    stated = period(from_=str(begun)[:rough], to=str(ended)[:rougher])
    low, high = months_of([stated], once=False, unbroken=False)
    assert low <= exact[0] + 1e-6
    assert exact[0] == pytest.approx(months_between(begun, ended + timedelta(1)))
    assert exact[1] <= high + 1e-6
