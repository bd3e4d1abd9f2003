"""Every code, pair, school, award and figure of graduates equals that of the official files.

The files are read here with ``csv`` alone, by the names of their columns as published: no helper of
the importers stands between them and the project's tables. They lie in ``../shared/data`` where the
project is developed, and each test says so where a file is absent.
"""

import csv
import gzip
import io
import re
import shutil
from collections import Counter
from operator import itemgetter
from pathlib import Path

import pytest
from importing import changes_nothing

from careerkit.csvdata.folders import Bulk, check_sources, read_folder
from careerkit.csvdata.rows import AwardRow, CipRow, CrosswalkRow, FieldRow, PriceRow
from careerkit.importers import cip, cip_soc, ipeds, scorecard
from careerkit.importers.packed import expanded
from careerkit.model.school import School

ROOT = Path(__file__).resolve().parent.parent
FILES = ROOT.parent / "shared" / "data"
CODES = "cip-2020/CIPCode2020.csv"
PAIRS = "cip-2020/CIP2020_SOC2018_Crosswalk.csv"
DIRECTORY = "ipeds-2024/hd2024.csv.gz"
OFFERS = "ipeds-2024/ic2024.csv.gz"
AWARDS = "ipeds-2024/c2024_a.csv.gz"
GRADUATES = "scorecard-2026/field_of_study.csv.gz"
PRICES = "scorecard-2026/institutions.csv.gz"
CONTROLS = {"1": "public", "2": "private_nonprofit", "3": "private_for_profit", "-3": None}


def lines(name, *columns):
    """Yield the named cells of each row of a published file; skip where it is absent."""
    path = FILES / name
    if not path.is_file():
        pytest.skip(f"the official file ../shared/data/{name} is not here")
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8-sig")
    rows = csv.reader(io.StringIO(text, newline=""))
    names = next(rows)
    return map(itemgetter(*map(names.index, columns)), rows)


@pytest.fixture(scope="module")
def bulk():
    """Read the project's own tables of programs and schools."""
    sources, problems = [], []
    for name in ("cip", "crosswalks", "schools"):
        tables, wrong = read_folder(ROOT / "data" / name, name, name)
        sources += tables
        problems += wrong
    assert problems == []
    return Bulk(sources)


def of_source(bulk, source):
    """Return the tables of a source."""
    return next(tables for tables in bulk.tables if tables.source == source)


@pytest.fixture(scope="module")
def directory(bulk):
    """Return the tables of IPEDS."""
    return of_source(bulk, "ipeds-2024")


@pytest.fixture(scope="module")
def figures(bulk):
    """Return the tables of College Scorecard."""
    return of_source(bulk, "scorecard-2026")


def test_the_codes_of_programs_equal_the_file(bulk):
    """All codes are there once, 2,173 valid ones of six digits; former ones name a valid one."""
    codes = of_source(bulk, "cip-2020").of(CipRow)
    expected = {}
    for code, action, title, text in lines(CODES, "CIPCode", "Action", "CIPTitle", "CIPDefinition"):
        now = None
        if action in {"Moved from", "Deleted"}:
            now = re.search(r"(?:to|under) ([\d.]+)$", text)[1]
        plain = re.sub(" +", " ", title).removesuffix(".")
        expected[re.sub('[="]', "", code)] = (plain, now)
    assert {row.code: (row.title, row.now) for row in codes} == expected
    assert len(codes) == 2_848
    valid = Counter(len(row.code) for row in codes if row.now is None)
    assert valid == {2: 50, 5: 464, 7: 2_173}
    former = {row.code: row.now for row in codes if row.now}
    assert len(former) == 161
    assert (former["01.0309"], former["45.14"], former["60.04"]) == ("01.1004", "45.1103", "61")


def test_the_pairs_equal_the_file(bulk):
    """Each pair is there once; a program or occupation without a match is none."""
    pairs = of_source(bulk, "cip-soc-2020").of(CrosswalkRow)
    published = [*lines(PAIRS, "CIP2020Code", "SOC2018Code")]
    programs, occupations = (Counter(row[at] for row in published) for at in (0, 1))
    assert (len(published), programs["99.9999"], occupations["99-9999"]) == (6_097, 180, 194)
    expected = {row for row in published if row[0] != "99.9999" and row[1] != "99-9999"}
    assert {*pairs} == expected
    assert len(pairs) == len(expected) == 5_723
    leads = {cip: [soc for code, soc in pairs if code == cip] for cip in ("51.0707", "51.3801")}
    assert leads == {"51.0707": ["29-2072", "29-9021"], "51.3801": ["25-1072", "29-1141"]}
    valid = {
        row.code
        for row in of_source(bulk, "cip-2020").of(CipRow)
        if row.now is None and len(row.code) == 7
    }
    assert {pair.cip for pair in pairs} <= valid


def distance(everything, part):
    """Return the word for how much of a level is offered at a distance."""
    if everything == "1" and part != "-2":
        return "all"
    return {"1": "some", "0": "none"}.get(part)


def closing(date_closed, year):
    """Return when a school closed, as far as the directory says it."""
    if date_closed != "-2":
        month, day, year = date_closed.split("/")
        return f"{year}-{month}-{day}"
    return year if year != "-2" else None


def test_the_schools_equal_the_directory(directory):
    """All 6,072 institutions with place, control, address, distance study and end."""
    offers = {
        unitid: (distance(everything, undergraduate), distance(everything, graduate))
        for unitid, everything, undergraduate, graduate in lines(
            OFFERS, "UNITID", "DISTNCED", "DSTNUGP", "DSTNGP"
        )
    }
    place = ("INSTNM", "CITY", "STABBR", "COUNTYNM", "ZIP", "CONTROL", "LATITUDE", "LONGITUD")
    expected = {}
    for unitid, *cells, url, closed, death in lines(
        DIRECTORY, "UNITID", *place, "WEBADDR", "CLOSEDAT", "DEATHYR"
    ):
        *names, code, control, latitude, longitude = cells
        expected[int(unitid)] = (
            *(*names, code[:5], CONTROLS[control], float(latitude), float(longitude)),
            (url if "://" in url or not url else f"https://{url}") or None,
            *offers.get(unitid, (None, None)),
            *("2023-24", closing(closed, death)),
        )
    assert {row.unitid: row[1:] for row in directory.of(School)} == expected
    assert len(directory.of(School)) == len(expected) == 6_072
    counts = Counter(row.control for row in directory.of(School))
    known = {"public": 1_980, "private_nonprofit": 1_813, "private_for_profit": 2_257, None: 22}
    assert counts == known
    assert Counter(bool(row.closed) for row in directory.of(School))[True] == 71


def test_the_awards_equal_the_file(directory):
    """Every row of every program is there, and no other; totals of institutions are no awards."""
    expected = Counter(
        AwardRow(cip, int(unitid), int(level), int(count))
        for cip, unitid, level, count in lines(AWARDS, "CIPCODE", "UNITID", "AWLEVEL", "CTOTALT")
        if cip != "99"
    )
    assert Counter(directory.of(AwardRow)) == expected
    assert len(directory.of(AwardRow)) == len(expected) == 267_595
    assert sum(row.awards == 0 for row in directory.of(AwardRow)) == 68_140


def test_what_is_known_of_two_programs_holds(directory):
    """51.0707 is offered at 419 institutions, 308 at associate level; 51.3801 at 2,125."""
    technicians = [row for row in directory.of(AwardRow) if row.cip == "51.0707"]
    associates = [row for row in technicians if row.awlevel == 3]
    assert len({row.unitid for row in technicians}) == 419
    assert (len(associates), sum(row.awards for row in associates)) == (308, 3_354)
    assert len({row.unitid for row in directory.of(AwardRow) if row.cip == "51.3801"}) == 2_125


def test_the_figures_of_graduates_equal_the_file(figures):
    """Every row with a figure, a school and a level is there as published, and no other."""
    names = ("earnings_median_1yr", "earnings_median_4yr", "debt_median")
    expected = {
        FieldRow(
            f"{cip[:2]}.{cip[2:]}",
            *(int(unitid), int(level)),
            *(int(cell) if cell else None for cell in cells),
        )
        for cip, unitid, level, *cells in lines(
            GRADUATES, "cip_code", "unitid", "credential_level", *names
        )
        if unitid != "NA" and level != "99" and any(cells)
    }
    assert {*figures.of(FieldRow)} == expected
    assert len(figures.of(FieldRow)) == len(expected) == 62_704


def test_the_prices_equal_the_file(figures):
    """Every school that has an average net price is there with it."""
    published = lines(PRICES, "unitid", "net_price_avg")
    expected = {PriceRow(int(unitid), int(price)) for unitid, price in published if price}
    assert {*figures.of(PriceRow)} == expected
    assert len(figures.of(PriceRow)) == len(expected) == 5_035


def test_every_table_has_its_source(bulk):
    """Each table is named after a source on record."""
    sources = {path.stem for path in (ROOT / "data" / "sources").glob("*.yaml")}
    assert check_sources(bulk, sources) == []


@pytest.mark.parametrize(
    ("importer", "folder"),
    [
        (cip, "cip-2020"),
        (cip_soc, "cip-2020"),
        (ipeds, "ipeds-2024"),
        (scorecard, "scorecard-2026"),
    ],
)
def test_importing_again_changes_nothing(importer, folder, tmp_path):
    """The tables are what the importers write, byte for byte."""
    if not (FILES / folder).is_dir():
        pytest.skip(f"the official files ../shared/data/{folder} are not here")
    data = tmp_path / "data"
    for name in ("cip", "crosswalks", "schools", "sources"):
        shutil.copytree(ROOT / "data" / name, data / name)
    paths = expanded(FILES / folder, importer.SUFFIXES)
    assert changes_nothing(importer.import_files, data, *paths)
