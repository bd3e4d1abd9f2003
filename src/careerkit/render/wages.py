"""What a career pays: the nation through the years, and areas beside it."""

from collections.abc import Sequence

from careerkit.model.career import Wage
from careerkit.model.vocabulary import WAGE_UNITS
from careerkit.render.charts import axis, legend, scale_of, wage_range
from careerkit.render.page import Block, Cell, Citations, Column, Grid, Heading, Prose
from careerkit.render.words import count, dashed, dollars, when
from careerkit.words import join

AT_LEAST = "A figure with + is only known to be that or more."
_FIGURES = ("median", "mean", "p10", "p90")
_COLUMNS = (
    Column("Median", right=True),
    Column("Mean", right=True),
    Column("Lowest 10%", right=True),
    Column("Highest 10%", right=True),
    Column("Workers", right=True),
)
_LOCAL = {"median": "Median", "p10": "Lowest\n10%", "p90": "Highest\n10%"}
_JOBS = ("Mean wage", "Workers", "Of 1,000\njobs", "Location\nquotient")
_QUOTIENT = (
    "Location quotient: the occupation's share of jobs there, over its share in the US; above 1 it"
    " is more common there."
)


def wages(found: Sequence[Wage], without: Sequence[str], cite: Citations) -> list[Block]:
    """Return the wages of the nation, then those of areas; ``without`` names areas with none."""
    national = [wage for wage in found if wage.area_type == "national"]
    local = [wage for wage in found if wage.area_type != "national"]
    notes = [Prose(f"{when(each.period)}: {each.note}", "quiet") for each in national if each.note]
    return [
        *_national(national, cite),
        *notes,
        *_local(local, national[:1], cite),
        *_without(without),
        *top_coded(found),
    ]


def _national(found: Sequence[Wage], cite: Citations) -> list[Block]:
    if not found:
        return []
    rows = [[when(each.period), *_cells(each), cite.mark(each.source)] for each in found]
    title = f"Wages {WAGE_UNITS[found[0].unit]} ({found[0].area})"
    grid = Grid([Column("Date"), *_COLUMNS, Column("Source")], rows)
    return [Heading(title), grid, *_middle_half(found[:1])]


def _local(local: Sequence[Wage], nation: Sequence[Wage], cite: Citations) -> list[Block]:
    """Return a table for each unit: hourly and annual wages have no common scale.

    Areas of which no wage was released stand in the first, the nation where it has the unit.
    """
    if not local:
        return []
    units = [*dict.fromkeys(wage.unit for wage in local if _is_paid(wage))]
    units = units or [(*nation, local[0])[0].unit]
    blocks: list[Block] = []
    for unit in units:
        here = [w for w in local if (w.unit if _is_paid(w) else units[0]) == unit]
        blocks += _paid(here, [wage for wage in nation if wage.unit == unit], unit, cite)
    marks = legend([*local, *nation])
    ranges = [Prose(f"Range: {marks}.", "quiet")] if marks else []
    return [*blocks, *ranges, Prose(_QUOTIENT, "quiet")]


def _paid(local: list[Wage], nation: list[Wage], unit: str, cite: Citations) -> list[Block]:
    """Return the areas of one unit with their ranges on one scale."""
    beside = [*local, *nation]
    scale = scale_of(wage for wage in beside if _is_paid(wage))
    columns = [Column("Area"), *(Column(title, right=True) for title in _LOCAL.values())]
    columns += [Column(axis(scale), whole=True)] if scale else []
    rows: list[list[Cell]] = []
    for wage in beside:
        date = "" if _is_of_one_date(beside) else f", {when(wage.period)}"
        titled = f"{wage.area}{date} {cite.mark(wage.source)}"
        figures = [dashed(amount(wage, figure)) for figure in _LOCAL]
        drawn = [(_is_paid(wage) and wage_range(wage, scale)) or "-"] if scale else []
        rows.append([titled, *figures, *drawn])
    names = join([wage.area for wage in local], "and")
    date = f", {when(local[0].period)}" if _is_of_one_date(beside) else ""
    heading = Heading(f"Wages {WAGE_UNITS[unit]} in {names}{date}")
    unreleased = [
        Prose(f"BLS has released how many work in {wage.area}, but not what they earn.")
        for wage in local
        if not _is_paid(wage)
    ]
    return [heading, Grid(columns, rows), *_middle_half(local), *unreleased, _jobs(beside)]


def _jobs(beside: Sequence[Wage]) -> Grid:
    """Return how many work in each area, and whether that is many for it."""
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
    return Grid([Column("Area"), *(Column(title, right=True) for title in _JOBS)], rows)


def _is_paid(wage: Wage) -> bool:
    return any(getattr(wage, figure) is not None for figure in ("mean", *_LOCAL))


def _is_of_one_date(found: Sequence[Wage]) -> bool:
    return len({wage.period for wage in found}) == 1


def _without(areas: Sequence[str]) -> list[Block]:
    return [Prose(f"BLS has released no wages of this occupation for {area}.") for area in areas]


def _cells(wage: Wage) -> list[Cell]:
    return [
        *(dashed(amount(wage, figure)) for figure in _FIGURES),
        dashed(count(wage.employment)),
    ]


def _ratio(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio:,.2f}"


def amount(wage: Wage, figure: str) -> str:
    """Return a figure of a wage, marked where it is only known to be that or more."""
    return dollars(getattr(wage, figure), at_least=figure in wage.at_least, unit=wage.unit)


def _middle_half(found: Sequence[Wage]) -> list[Block]:
    return [
        Prose(f"{_place(wage)} {_earned(wage)} {WAGE_UNITS[wage.unit]}.")
        for wage in found
        if wage.p25 and wage.p75
    ]


def _earned(wage: Wage) -> str:
    if "p25" in wage.at_least:
        return f"three quarters of all workers earned {dollars(wage.p25)} or more"
    low, high = amount(wage, "p25"), amount(wage, "p75")
    return f"half of all workers earned between {low} and {high}"


def _place(wage: Wage) -> str:
    if wage.area_type == "national":
        return f"In {when(wage.period)}"
    return f"In {wage.area}"


def top_coded(found: Sequence[Wage]) -> list[Block]:
    """Say what a plus behind a figure means, where one has it."""
    if not any(wage.at_least for wage in found):
        return []
    return [Prose(AT_LEAST, "quiet")]
