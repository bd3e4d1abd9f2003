"""A wage's range as text: marks in order, inside the width, and only of what is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.model.career import Wage
from careerkit.render.charts import PLAIN, Scale, axis, legend, scale_of, wage_range

NAMES = ("p10", "p25", "median", "p75", "p90")
TOP = ("median", "p75", "p90")
SCALE = Scale(low=10_000, high=110_000, unit="year")
WIDTHS = st.integers(3, 60)


def wage(*, at_least=(), unit="year", **figures):
    """Return a wage with these figures."""
    return Wage(period="2025-05", unit=unit, at_least=at_least, source="page", **figures)


@st.composite
def wages(draw, least_known=0):
    """Return a wage of rising percentiles, some unknown, from some of them upward top-coded."""
    figures = sorted(draw(st.lists(st.floats(0, 1e6), min_size=5, max_size=5)))
    known = sorted(draw(st.sets(st.integers(0, 4), min_size=least_known)))
    top_coded = draw(st.integers(0, len(known)))
    return wage(
        at_least=tuple(NAMES[each] for each in known[top_coded:]),
        **{NAMES[each]: figures[each] for each in known},
    )


def exact(paid, name):
    """Tell whether a figure is on record and exactly known."""
    return getattr(paid, name) is not None and name not in paid.at_least


@given(wages(), wages(least_known=1), WIDTHS)
def test_a_range_is_as_wide_as_asked_or_empty(paid, other, width):
    """A drawing has just the width asked for; where no percentile is known there is none."""
    drawn = wage_range(paid, scale_of([paid, other]), width)
    assert len(drawn) == (width if any(getattr(paid, name) is not None for name in NAMES) else 0)


@given(wages(least_known=1), wages(), WIDTHS)
def test_the_marks_stand_in_order(paid, other, width):
    """Lowest 10%, median, highest 10% or the open end: from left to right, each once at most."""
    drawn = wage_range(paid, scale_of([paid, other]), width)
    marks = [each for each in drawn if each in "├█┤>"]
    assert marks == [each for each in "├█┤>" if each in marks]
    assert set(drawn.strip("·")) <= set("├─▒█┤>")


@given(wages(least_known=1), wages(), WIDTHS)
def test_only_what_is_known_is_drawn(paid, other, width):
    """An unknown or top-coded figure gets no mark; a line whose last figure is a least is open."""
    drawn = wage_range(paid, scale_of([paid, other]), width)
    assert ("█" in drawn) is exact(paid, "median")
    assert exact(paid, "p10") or "├" not in drawn
    assert exact(paid, "p90") or "┤" not in drawn
    last = [name for name in NAMES if getattr(paid, name) is not None][-1]
    assert (">" in drawn) is (last in paid.at_least)


@given(wages(least_known=1), wages(least_known=1), WIDTHS)
def test_one_scale_compares(paid, other, width):
    """On one scale the higher of two medians is never drawn left of the lower."""
    scale = scale_of([paid, other])
    lines = [(each.median, wage_range(each, scale, width)) for each in (paid, other)]
    found = sorted((median, line.index("█")) for median, line in lines if "█" in line)
    assert [at for _, at in found] == sorted(at for _, at in found)


@given(st.lists(wages(), max_size=5))
def test_a_scale_holds_every_percentile(several):
    """The ends of a scale are the lowest and the highest percentile on record."""
    figures = [getattr(each, name) for each in several for name in NAMES]
    known = [figure for figure in figures if figure is not None]
    scale = scale_of(several)
    assert (scale is None) is (not known)
    if scale is not None:
        assert (scale.low, scale.high) == (min(known), max(known))


@given(wages(least_known=1), WIDTHS)
def test_an_axis_is_as_wide_as_its_drawings(paid, width):
    """An axis has the width of its drawings, or what its two figures take."""
    drawn = axis(scale_of([paid]), width)
    low, line, high = drawn.split()
    assert len(drawn) == width or len(line) == 1
    assert low.startswith("$")
    assert high.startswith("$")


DRAWINGS = {
    "all five": (
        wage(p10=20_000, p25=30_000, median=40_000, p75=60_000, p90=80_000),
        "·├▒█▒▒─┤····",
    ),
    "no quarters": (wage(p10=20_000, median=40_000, p90=80_000), "·├─█───┤····"),
    "one quarter": (wage(p25=30_000, median=40_000, p90=80_000), "··─█───┤····"),
    "median alone": (wage(median=40_000), "···█········"),
    "open above": (wage(p10=60_000, median=90_000, p90=110_000, at_least=("p90",)), "·····├──█──>"),
    "median and above open": (
        wage(p10=60_000, p25=80_000, **dict.fromkeys(TOP, 110_000), at_least=TOP),
        "·····├─▒▒▒▒>",
    ),
    "all in one place": (wage(p10=50_000, median=50_000, p90=50_000), "····█·······"),
    "beyond the scale": (wage(p10=1_000, median=40_000, p90=900_000), "├──█──────┤·"),
    "only a mean": (wage(mean=50_000), ""),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawing(name):
    """A range looks as shown here; where marks share a place the median is the one to see."""
    paid, drawn = DRAWINGS[name]
    assert wage_range(paid, SCALE, 12) == drawn


def test_a_scale_of_one_figure_puts_it_in_the_middle():
    """Without a distance there is no left and no right."""
    paid = wage(median=40_000)
    assert wage_range(paid, scale_of([paid]), 9) == "···█·····"


def test_hourly_and_annual_wages_share_no_scale():
    """No drawing sets dollars an hour against dollars a year."""
    hourly, annual = wage(median=20.5, unit="hour"), wage(median=40_000)
    with pytest.raises(ValueError, match="no common scale"):
        scale_of([hourly, annual])
    with pytest.raises(ValueError, match="by the hour does not go on a scale by the year"):
        wage_range(hourly, SCALE)
    assert scale_of([hourly, wage(mean=40_000)]).unit == "hour"


def test_a_width_for_nothing_is_refused():
    """Two columns are too narrow for two ends and what lies beyond."""
    with pytest.raises(ValueError, match="in 2 columns"):
        wage_range(wage(median=40_000), SCALE, 2)


def test_an_axis_says_where_it_is_open():
    """The upper end of an axis has a plus where some wage reaches it or more."""
    top = wage(p10=50_000, p90=239_200, at_least=("p90",))
    assert axis(scale_of([top]), 24) == "$50,000 ────── $239,200+"
    higher = wage(p10=50_000, p90=300_000)
    assert axis(scale_of([top, higher]), 24) == "$50,000 ─────── $300,000"


def test_a_legend_explains_the_marks_in_use():
    """The open end is explained where there is one, and nothing where nothing is drawn."""
    closed = "├ lowest 10%, ▒ middle half, █ median, ┤ highest 10%"
    top = wage(median=50_000, p90=239_200, at_least=("p90",))
    assert legend([wage(median=50_000)]) == closed
    assert legend([wage(median=50_000), top]) == f"{closed}, > that or more"
    assert legend([wage(mean=50_000)]) == legend([]) == ""


@given(wages(least_known=1), WIDTHS)
def test_every_character_has_a_plain_one(paid, width):
    """Where only ASCII can be written, a drawing keeps its width and its marks."""
    scale = scale_of([paid])
    drawn = wage_range(paid, scale, width) + axis(scale, width) + legend([paid])
    assert drawn.translate(PLAIN).isascii()
    assert len(drawn.translate(PLAIN)) == len(drawn)
