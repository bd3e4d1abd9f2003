"""Shows what a career pays: in the nation through the years, and in areas beside it."""

from collections.abc import Iterable, Mapping, Sequence

from careerkit.model.career import Wage
from careerkit.model.vocabulary import WAGE_UNITS
from careerkit.render.charts import axis, legend, scale_of, wage_range
from careerkit.render.page import (
    Block,
    Cell,
    Citations,
    Column,
    Grid,
    Heading,
    Prose,
    figure_columns,
    remarks,
)
from careerkit.render.words import count, dashed, dollars, when
from careerkit.words import join

AT_LEAST = "A figure with + is only known to be that or more."
_FIGURES = ("median", "mean", "p10", "p90")
_TITLES = ("Median", "Mean", "Lowest 10%", "Highest 10%", "Workers")
FIGURES = {"median": "Median", "p10": "Lowest\n10%", "p90": "Highest\n10%"}
"""The figures beside a drawn range, with the titles of their columns."""
_JOBS = ("Mean wage", "Workers", "Of 1,000\njobs", "Location\nquotient")
_QUOTIENT = (
    "Location quotient: the occupation's share of jobs there, over its share in the US; above 1 it"
    " is more common there."
)


def wages(paid: Sequence[Wage], without: Sequence[str], cite: Citations) -> list[Block]:
    """Return the wages of the nation, then those of areas; ``without`` names areas with none."""
    national = [wage for wage in paid if wage.area_type == "national"]
    local = [wage for wage in paid if wage.area_type != "national"]
    return [
        *_national(national, cite),
        *remarks(*(f"{when(wage.period)}: {wage.note}" for wage in national if wage.note)),
        *_local(local, national[:1], cite),
        *(Prose(f"BLS has released no wages of this occupation for {area}.") for area in without),
        *top_coded(paid),
    ]


def _national(national: Sequence[Wage], cite: Citations) -> list[Block]:
    if not national:
        return []
    rows = [
        [
            when(wage.period),
            *(dashed(amount(wage, figure)) for figure in _FIGURES),
            dashed(count(wage.employment)),
            cite.mark(wage.source),
        ]
        for wage in national
    ]
    title = f"Wages {WAGE_UNITS[national[0].unit]} ({national[0].area})"
    grid = Grid([Column("Date"), *figure_columns(*_TITLES), Column("Source")], rows)
    return [Heading(title), grid, *_middle_half(national[:1])]


def _local(local: Sequence[Wage], nation: Sequence[Wage], cite: Citations) -> list[Block]:
    """Return a table for each unit: hourly and annual wages have no common scale.

    Areas for which no wage was released are in the first. The nation is in that of its own unit.
    """
    if not local:
        return []
    units = [*dict.fromkeys(wage.unit for wage in local if _is_paid(wage))]
    units = units or [(*nation, local[0])[0].unit]
    blocks: list[Block] = []
    for unit in units:
        here = [w for w in local if (w.unit if _is_paid(w) else units[0]) == unit]
        blocks += _of_unit(here, [wage for wage in nation if wage.unit == unit], unit, cite)
    return [*blocks, *explained([*local, *nation]), *remarks(_QUOTIENT)]


def _of_unit(local: list[Wage], nation: list[Wage], unit: str, cite: Citations) -> list[Block]:
    beside = [*local, *nation]
    is_of_one_date = len({wage.period for wage in beside}) == 1
    titled = []
    for wage in beside:
        date = "" if is_of_one_date else f", {when(wage.period)}"
        titled.append((f"{wage.area}{date} {cite.mark(wage.source)}", wage))
    columns, rows = with_ranges(Column("Area"), titled, FIGURES)
    names = join([wage.area for wage in local], "and")
    date = f", {when(local[0].period)}" if is_of_one_date else ""
    heading = Heading(f"Wages {WAGE_UNITS[unit]} in {names}{date}")
    unreleased = [
        Prose(f"BLS has released how many work in {wage.area}, but not what they earn.")
        for wage in local
        if not _is_paid(wage)
    ]
    return [heading, Grid(columns, rows), *_middle_half(local), *unreleased, _jobs(beside)]


def with_ranges(
    first: Column, titled: Sequence[tuple[str, Wage | None]], figures: Mapping[str, str]
) -> tuple[list[Column], list[list[Cell]]]:
    """Return the columns and rows of a table of wages of one unit, with their ranges drawn.

    ``titled`` has the first cell and the wage of each row, ``figures`` the titles of the columns.
    """
    scale = scale_of(wage for _, wage in titled if wage and _is_paid(wage))
    columns = [first, *figure_columns(*figures.values())]
    columns += [Column(axis(scale), whole=True)] if scale else []
    rows: list[list[Cell]] = []
    for title, wage in titled:
        amounts = [dashed(amount(wage, figure)) if wage else "-" for figure in figures]
        drawn = wage_range(wage, scale) if scale and wage and _is_paid(wage) else ""
        rows.append([title, *amounts, *([drawn or "-"] if scale else [])])
    return columns, rows


def explained(paid: Iterable[Wage]) -> list[Block]:
    """Return the legend of drawn ranges, where any is drawn."""
    marks = legend(paid)
    return remarks(f"Range: {marks}." if marks else None)


def _jobs(beside: Sequence[Wage]) -> Grid:
    rows: list[list[Cell]] = [
        [
            wage.area,
            dashed(amount(wage, "mean")),
            dashed(count(wage.employment)),
            _ratio(wage.jobs_per_1000),
            _ratio(wage.location_quotient),
        ]
        for wage in beside
    ]
    return Grid([Column("Area"), *figure_columns(*_JOBS)], rows)


def _is_paid(wage: Wage) -> bool:
    return any(getattr(wage, figure) is not None for figure in ("mean", *FIGURES))


def _ratio(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio:,.2f}"


def amount(wage: Wage, figure: str) -> str:
    """Return a figure of a wage in dollars, with a plus where it is only known to be that much."""
    return dollars(getattr(wage, figure), at_least=figure in wage.at_least, unit=wage.unit)


def _middle_half(paid: Sequence[Wage]) -> list[Block]:
    return [
        Prose(f"In {_time_or_place(wage)} {_earned(wage)} {WAGE_UNITS[wage.unit]}.")
        for wage in paid
        if wage.p25 and wage.p75
    ]


def _time_or_place(wage: Wage) -> str:
    return when(wage.period) if wage.area_type == "national" else wage.area


def _earned(wage: Wage) -> str:
    if "p25" in wage.at_least:
        return f"three quarters of all workers earned {dollars(wage.p25)} or more"
    low, high = amount(wage, "p25"), amount(wage, "p75")
    return f"half of all workers earned between {low} and {high}"


def top_coded(paid: Iterable[Wage]) -> list[Block]:
    """Explain the plus behind a figure, where some wage has one."""
    return remarks(AT_LEAST if any(wage.at_least for wage in paid) else None)
