"""Every local wage equals that of the official files, cell by cell.

The files are read here with ``csv`` alone, by the names of their columns as published: no helper of
the importers stands between them and the store that the project's data compile to. They lie in
``../shared/data`` where the project is developed, and each test says so where a file is absent.
"""

import csv
import gzip
import io
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import pytest

from careerkit.importers.bls_wages import import_files
from careerkit.store.areas import areas, local_wage, local_wages
from careerkit.store.compile import compile_store
from careerkit.store.read import Store

ROOT = Path(__file__).resolve().parent.parent
FILES = ROOT.parent / "shared" / "data" / "bls-oews-2025"
KEYS = ("mean", "p10", "p25", "median", "p75", "p90")
NAMES = ("MEAN", "PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90")
COUNTS = ("employment", "jobs_per_1000", "location_quotient")
WANTED = ("AREA", "OCC_CODE", "O_GROUP", "HOURLY", "TOT_EMP", "JOBS_1000", "LOC_QUOTIENT")
TOP = {"year": 239_200, "hour": 115}
TYPES = {"2": "state", "3": "state", "4": "metropolitan", "6": "nonmetropolitan"}


class Known(NamedTuple):
    """A published file: the type of its areas, and how many areas and detailed rows it has."""

    kind: str
    area_type: str
    areas: int
    rows: int

    @property
    def path(self):
        """Its place; the test is skipped where it is absent."""
        path = FILES / f"{self.kind}_M2025_dl.csv.gz"
        if not path.is_file():
            pytest.skip(f"the official file ../shared/data/{FILES.name}/{path.name} is not here")
        return path

    @property
    def source(self):
        """The source that its figures should name."""
        return f"bls-oews-2025-{self.area_type}"


PUBLISHED = (
    Known("state", "state", 54, 36_168),
    Known("MSA", "metropolitan", 393, 141_015),
    Known("BOS", "nonmetropolitan", 135, 45_161),
)


def lines(known):
    """Return the names of the columns, and the lines below them."""
    text = gzip.decompress(known.path.read_bytes()).decode("utf-8")
    rows = csv.reader(io.StringIO(text, newline=""))
    return next(rows), rows


def number(cell):
    """Return a published figure, None where it was not released."""
    return None if cell in {"*", "**"} else float(cell)


def expected(known):
    """Yield area, code, unit, the nine figures and what is at least so much, of each row."""
    names, rows = lines(known)
    pick = itemgetter(*(names.index(name) for name in WANTED))
    wages = {
        unit: itemgetter(*(names.index(f"{unit[0].upper()}_{name}") for name in NAMES))
        for unit in ("annual", "hourly")
    }
    for line in rows:
        area, code, group, hourly, *counts = pick(line)
        if group == "detailed":
            unit = {"TRUE": "hour", "": "year"}[hourly]
            cells = wages["hourly" if hourly else "annual"](line)
            figures = [TOP[unit] if cell == "#" else number(cell) for cell in cells]
            at_least = [key for key, cell in zip(KEYS, cells, strict=True) if cell == "#"]
            yield area, code, (unit, *map(number, counts), *figures, at_least)


figures_of = itemgetter("unit", *COUNTS, *KEYS, "at_least")


def differences(store, known, rows):
    """Compare a store with published rows; return each difference, and how many rows agree."""
    kept = {
        (area.code, code): figures_of(wage)
        for area in areas(store)
        if area.area_type == known.area_type
        for code, wage in local_wages(store, area)
    }
    differing, agree = [], 0
    for area, code, figures in rows:
        on_record = kept.pop((area, code), "nothing")
        agree += on_record == figures
        if on_record != figures:
            differing.append(f"{area} {code}: {on_record} on record, {figures} published")
    return differing + [f"{area} {code}: published nothing" for area, code in kept], agree


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Compile the project's own tables, with the records of their sources alone."""
    folder = tmp_path_factory.mktemp("official")
    for name in ("wages", "sources"):
        (folder / "data").mkdir(exist_ok=True)
        (folder / "data" / name).symlink_to(ROOT / "data" / name)
    compile_store([folder / "data"], folder / "store.sqlite")
    return Store(folder / "store.sqlite")


@pytest.mark.parametrize("known", PUBLISHED, ids=lambda known: known.kind)
def test_every_wage_on_record_is_the_published_one(known, store):
    """Every figure of every detailed occupation in every area: no more, no fewer, no other."""
    differing, agree = differences(store, known, expected(known))
    assert differing == []
    assert agree == known.rows


@pytest.mark.parametrize("known", PUBLISHED, ids=lambda known: known.kind)
def test_every_area_on_record_is_a_published_one(known, store):
    """Code, name, type and first state of every area, under its own month and source."""
    names, rows = lines(known)
    pick = itemgetter(*map(names.index, ("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE")))
    published = {(code, title, TYPES[kind], state) for code, title, kind, state in map(pick, rows)}
    on_record = [area for area in areas(store) if area.area_type == known.area_type]
    assert len(on_record) == len(published) == known.areas
    keys = {(area.code, area.title, area.area_type, area.state) for area in on_record}
    assert keys == published
    assert {(area.period, area.source) for area in on_record} == {("2025-05", known.source)}


def test_there_are_no_other_areas(store):
    """The types of the three files are all there are on record."""
    assert len(areas(store)) == sum(known.areas for known in PUBLISHED)


def test_a_difference_is_found(store):
    """The comparison is no formality: a figure off by one, a row too many or too few is told."""
    known = PUBLISHED[0]
    rows = [*expected(known)]
    area, code, (unit, *figures) = rows[0]
    wrong = [(area, code, (unit, figures[0] + 1, *figures[1:])), (area, "99-9999", rows[1][2])]
    differing, agree = differences(store, known, [*wrong, *rows[2:]])
    assert [line.partition(":")[0] for line in differing] == [
        *(f"{area} {code}", f"{area} 99-9999", f"{rows[1][0]} {rows[1][1]}")
    ]
    assert agree == known.rows - 2


def test_what_is_known_of_the_files_holds(store):
    """The figures that people know of the files are found as the program finds them."""
    by_title = {area.title: area for area in areas(store)}
    wage = local_wage(store, by_title["Ohio"], "29-2072")
    assert (wage["employment"], wage["median"], wage["at_least"]) == (7_440, 50_990, [])
    assert (wage["area"], wage["area_type"], wage["period"], wage["source"]) == (
        *("Ohio", "state", "2025-05", "bls-oews-2025-state"),
    )
    assert local_wage(store, by_title["Ohio"], "11-1031") is None


def test_a_fresh_import_gives_the_tables_on_record(tmp_path):
    """The importer writes byte for byte what the project has, from the published files alone."""
    import_files([known.path for known in PUBLISHED], tmp_path, date(2026, 11, 22))
    fresh, own = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.csv")}
        for folder in (tmp_path / "wages", ROOT / "data" / "wages")
    )
    assert fresh.keys() >= {Path(known.source, "areas.csv") for known in PUBLISHED}
    assert [path for path in fresh | own if fresh.get(path) != own.get(path)] == []
