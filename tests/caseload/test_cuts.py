"""The days on which a date begins or ceases to count."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.caseload import cuts as module
from careerkit.caseload.cuts import Cuts
from careerkit.dates import add_days, add_months
from careerkit.model.organization import Accreditor, Accredits
from careerkit.model.rule import Condition
from careerkit.rules.finding import Reference
from careerkit.rules.windows import since, when_completed, when_done

DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))


def cuts_of(as_of=date(2026, 11, 22), reference=None, **asked):
    """Return the cuts of one condition."""
    condition = Condition(condition="program_completed", **asked)
    return condition, Cuts([condition], reference or Reference(), as_of)


@given(DAYS, st.integers(0, 130), st.lists(DAYS, min_size=2, max_size=2))
def test_dates_in_one_place_are_alike_to_a_window(as_of, months, days):
    """Where no cut lies between two days, a window takes both or neither."""
    condition, cuts = cuts_of(as_of, within_months=months or None)
    first, second = map(str, days)
    if cuts.place(first) == cuts.place(second):
        assert when_done(first, condition, as_of) is when_done(second, condition, as_of)


@given(DAYS, st.integers(1, 12), st.lists(DAYS, min_size=2, max_size=2))
def test_dates_in_one_place_are_alike_to_a_tenure(as_of, years, days):
    """So it is with credentials and memberships that have to be some years old."""
    condition = Condition(condition="membership", tenure_years=float(years))
    cuts = Cuts([condition], Reference(), as_of)
    first, second = map(str, days)
    if cuts.place(first) == cuts.place(second):
        assert since(first, years * 12, as_of) is since(second, years * 12, as_of)


@given(st.sampled_from(["2013-01-01", "2024-06", "2026"]), st.lists(DAYS, min_size=2, max_size=2))
def test_dates_in_one_place_are_alike_to_named_days(limit, days):
    """So it is with programs completed before and after a named day."""
    first, second = map(str, days)
    for asked in ({"completed_before": limit}, {"completed_after": limit}):
        condition, cuts = cuts_of(**asked)
        if cuts.place(first) == cuts.place(second):
            assert when_completed(first, condition) is when_completed(second, condition)


def test_a_study_to_come_is_cut_at_the_last_day_that_counts():
    """A term that ends within 30 days is told from one that ends on the day after."""
    _, cuts = cuts_of(within_days=30)
    last = add_days(date(2026, 11, 22), 30)
    assert cuts.place(str(last)) != cuts.place(str(add_days(last, 1)))
    assert cuts.place(str(last)) == cuts.place(str(add_days(last, -1)))


def test_what_an_accreditor_began_is_a_cut():
    """A program is told from one completed before its accreditor began."""
    body = Accreditor(
        id="x",
        name="X",
        abbreviation="X",
        accredits=(Accredits(field="him", levels=("associate",), since="2024"),),
        confidence="confirmed",
        sources=(),
    )
    _, cuts = cuts_of(reference=Reference(accreditors={"x": body}))
    assert cuts.place("2023-12-31") != cuts.place("2024-01-01")


@pytest.mark.parametrize("text", ["2024", "2024-02"])
def test_a_month_or_year_has_the_places_of_its_ends(text):
    """What is known only roughly lies between the places of its first and last day."""
    _, cuts = cuts_of(within_months=33)
    opens = add_months(date(2026, 11, 22), -33)
    assert cuts.place(text) == (
        cuts.place(f"{text}-01-01"[:10])[0],
        cuts.place({"2024": "2024-12-31", "2024-02": "2024-02-29"}[text])[0],
    )
    assert cuts.place(str(add_days(opens, -1))) != cuts.place(str(opens))


def test_places_are_remembered_for_some_dates_only(monkeypatch):
    """However many dates there are, few are remembered, and none is told wrong."""
    monkeypatch.setattr(module, "MOST", 2)
    _, cuts = cuts_of(within_years=3)
    days = [f"20{year:02}-06-01" for year in range(10, 30)]
    assert [cuts.place(day) for day in days] == [cuts.place(day) for day in days]
    assert cuts.place(None) is None
