"""Every career's figures equal those of the official workbooks, cell by cell.

The workbooks are read here with openpyxl alone, and by the names of their columns as published: no
helper of the importers stands between them and the records. They lie in ``../shared/data`` where
the project is developed, and each test says so where a file is absent. The comparison runs over a
fresh import into an empty folder and over the project's own records.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from importing import changes_nothing
from projections import ENTRY, MISSING, SHARES, WORDS, columns

from careerkit.importers import bls_projections, bls_wages
from careerkit.model.career import Career
from careerkit.store.compile import load

ROOT = Path(__file__).resolve().parent.parent
FILES = ROOT.parent / "shared" / "data"
OCCUPATION = "bls-projections-2024-34/occupation.xlsx"
EDUCATION = "bls-projections-2024-34/education.xlsx"
NATIONAL = {year: f"bls-oews-2025/national_M{year}_dl.xlsx" for year in (2024, 2025)}
PROJECTIONS = "bls-projections-2024-34"
COLUMNS = columns(2024)
CODE, TITLE = COLUMNS["code"], COLUMNS["title"]
OUTLOOK = {
    "employment_base": COLUMNS["now"],
    "employment_horizon": COLUMNS["then"],
    "growth_percent": COLUMNS["change"],
    "openings_per_year": COLUMNS["openings"],
}
FIGURES = {
    "mean": "MEAN",
    "p10": "PCT10",
    "p25": "PCT25",
    "median": "MEDIAN",
    "p75": "PCT75",
    "p90": "PCT90",
}
TOP = {"A": 239_200, "H": 115}


def official(name):
    """Return the path of an official file, or skip the test where it is absent."""
    path = FILES / name
    if not path.is_file():
        pytest.skip(f"the official file ../shared/data/{name} is not here")
    return path


def rows(name, sheet, header, code):
    """Return the rows of a sheet that have a code, as mappings by the names in its header row."""
    from openpyxl import load_workbook

    book = load_workbook(official(name), read_only=True)
    lines = [*book[sheet].iter_rows(values_only=True)]
    book.close()
    names = lines[header - 1]
    listed = [dict(zip(names, line, strict=True)) for line in lines[header:]]
    return [row for row in listed if row[code]]


def by_code(listed, code):
    """Return rows by their code, of which there is one each."""
    keyed = {row[code]: row for row in listed}
    assert len(keyed) == len(listed)
    return keyed


@pytest.fixture(scope="module")
def projected():
    """Return the line items of table 1.2 by code."""
    listed = rows(OCCUPATION, "Table 1.2", 2, CODE)
    return by_code([row for row in listed if row["Occupation type"] == "Line item"], CODE)


@pytest.fixture(scope="module")
def attained():
    """Return the rows of table 5.3 by code."""
    return by_code(rows(EDUCATION, "Table 5.3", 2, CODE), CODE)


@pytest.fixture(scope="module")
def assigned():
    """Return the rows of table 5.4 by code."""
    return by_code(rows(EDUCATION, "Table 5.4", 2, CODE), CODE)


@pytest.fixture(scope="module")
def paid():
    """Return the detailed rows of the national wages by year and code."""
    by_year = {}
    for year, name in NATIONAL.items():
        listed = rows(name, f"national_M{year}_dl", 1, "OCC_CODE")
        detailed = [row for row in listed if row["O_GROUP"] == "detailed"]
        assert {(row["AREA_TITLE"], row["I_GROUP"]) for row in detailed} == {
            ("U.S.", "cross-industry")
        }
        by_year[year] = by_code(detailed, "OCC_CODE")
    return by_year


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """Import the official files into an empty folder."""
    data = tmp_path_factory.mktemp("official") / "data"
    day = date(2026, 11, 22)
    first = bls_projections.import_files([official(OCCUPATION), official(EDUCATION)], data, day)
    second = bls_wages.import_files([official(name) for name in NATIONAL.values()], data, day)
    assert (first, second) == (832, 831)
    return data


def the_one(claims, source):
    """Return the one claim that is from a source, or None where that is not so."""
    cited = [claim for claim in claims if claim and claim.source == source]
    return cited[0] if len(cited) == 1 else None


def persons(cell):
    """Return thousands, as the cell shows them, in persons."""
    return None if cell == MISSING else int(Decimal(str(cell)) * 1000)


def expected_outlook(row):
    """Yield what an outlook must hold for a row of table 1.2."""
    yield "base_year", 2024
    yield "horizon_year", 2034
    for name, column in OUTLOOK.items():
        is_percent = name == "growth_percent"
        cell = row[column]
        yield name, (None if cell == MISSING else cell) if is_percent else persons(cell)


def expected_attainment(row):
    """Yield what an attainment must hold for a row of table 5.3."""
    for name, column in SHARES.items():
        yield name, row[column]
    yield "exact", "[1]" not in row[TITLE]


def expected_wage(row, year):
    """Yield what a wage must hold for a row of the national workbook."""
    unit = "H" if row["HOURLY"] == "TRUE" else "A"
    yield "period", f"{year}-05"
    yield "unit", {"H": "hour", "A": "year"}[unit]
    yield "area", "United States"
    yield "area_type", "national"
    yield "describes", None
    yield "employment", None if row["TOT_EMP"] == "**" else row["TOT_EMP"]
    cells = {name: row[f"{unit}_{column}"] for name, column in FIGURES.items()}
    for name, cell in cells.items():
        yield name, {"*": None, "#": TOP[unit]}.get(cell, cell)
    yield "at_least", tuple(name for name, cell in cells.items() if cell == "#")


def parts_of(career, projected, attained, assigned, paid):
    """Yield each part of a career that a workbook has, with what it must hold."""
    soc = career.soc
    row = projected[soc]
    yield "career", career, [("official_title", row[TITLE].strip())]
    yield "outlook", the_one(career.outlook, PROJECTIONS), expected_outlook(row)
    for part, column in ENTRY.items():
        claims = getattr(career.requirements, part)
        claim = the_one(claims if part == "education" else [claims], PROJECTIONS)
        for table in (projected, assigned):
            yield part, claim, [("level", WORDS[part][table[soc][column]])]
    attainment = the_one([career.attainment], PROJECTIONS)
    yield "attainment", attainment, expected_attainment(attained[soc])
    for year, table in paid.items():
        if soc in table:
            source = f"bls-oews-{year}"
            yield source, the_one(career.wages, source), expected_wage(table[soc], year)


@pytest.fixture(scope="module")
def imported(fresh):
    """Return the entries of the fresh import, and their problems."""
    return load([fresh], {})


def differences(read, projected, attained, assigned, paid):
    """Compare the careers of a folder, as it was read, with the workbooks.

    Return each difference, the codes on record that the workbooks have, and how many cells were
    compared.
    """
    entries, problems = read
    assert problems == []
    careers = [entry.value for entry in entries if isinstance(entry.value, Career)]
    careers = [career for career in careers if career.soc in projected]
    differing, count = [], 0
    for career in careers:
        for part, value, expected in parts_of(career, projected, attained, assigned, paid):
            for name, wanted in expected:
                count += 1
                kept = getattr(value, name, "nothing on record")
                if (kept, isinstance(kept, bool)) != (wanted, isinstance(wanted, bool)):
                    differing.append(f"{career.id} {part} {name}: {kept!r}, published {wanted!r}")
        absent = {f"bls-oews-{year}" for year in paid if career.soc not in paid[year]}
        kept = sorted(absent & {wage.source for wage in career.wages})
        differing += [f"{career.id} {source}: on record, published nothing" for source in kept]
    return differing, {career.soc for career in careers}, count


CELLS = 1 + 6 + 2 * 3 + 8
CELLS_OF_A_WAGE = 6 + 6 + 1


def test_a_fresh_import_equals_the_workbooks(imported, projected, attained, assigned, paid):
    """Every cell of all 832 occupations in a new folder is that of the workbooks."""
    differing, codes, count = differences(imported, projected, attained, assigned, paid)
    assert differing == []
    assert codes == projected.keys()
    assert count == 832 * CELLS + (831 + 830) * CELLS_OF_A_WAGE


def test_the_records_equal_the_workbooks(projected, attained, assigned, paid):
    """Every cell of the occupations that the project has on record is that of the workbooks."""
    read = load([ROOT / "data"], {})
    differing, codes, count = differences(read, projected, attained, assigned, paid)
    assert differing == []
    assert "29-2072" in codes
    assert count >= len(codes) * CELLS


def test_a_difference_is_found(imported, projected, attained, assigned, paid):
    """The comparison is no formality: a figure off by one, absent or renamed is told."""
    off = {**projected, "29-2072": {**projected["29-2072"], "Employment, 2024": 194.9}}
    low = {**attained, "29-2072": {**attained["29-2072"], TITLE: "Clerks[1]"}}
    wrong = {**paid[2025], "29-2072": {**paid[2025]["29-2072"], "A_MEDIAN": "*"}}
    gone = {code: row for code, row in paid[2024].items() if code != "29-2072"}
    differing, _, _ = differences(imported, off, low, assigned, {2025: wrong, 2024: gone})
    assert [line.partition(": ")[0].split(" ", 1)[1] for line in differing] == [
        "outlook employment_base",
        "attainment exact",
        "bls-oews-2025 median",
        "bls-oews-2024",
    ]


def test_a_fresh_import_is_valid(imported):
    """An import into an empty folder gives 832 careers, three sources and no problem."""
    entries, problems = imported
    assert problems == []
    kinds = [entry.kind.name for entry in entries]
    assert (kinds.count("career"), kinds.count("source"), len(kinds)) == (832, 3, 835)


@pytest.mark.nightly
def test_a_second_import_changes_nothing(fresh):
    """The official files again leave every byte of the records."""
    paths = [official(EDUCATION), official(OCCUPATION)]
    assert changes_nothing(bls_projections.import_files, fresh, *paths)
    assert changes_nothing(bls_wages.import_files, fresh, *map(official, NATIONAL.values()))


def test_what_is_known_of_the_files_holds(projected, attained, assigned, paid):
    """The workbooks are those the project knows: their counts, gaps and symbols."""
    assert len(projected) == 832
    assert projected.keys() == assigned.keys() == attained.keys() - {"00-0000"}
    assert projected.keys() - paid[2025].keys() == {"11-1031", "45-3031"}
    assert projected.keys() - paid[2024].keys() == {"45-3031"}
    assert all(table.keys() <= projected.keys() for table in paid.values())
    for year, hashes in ((2024, 45), (2025, 0)):
        table = paid[year].values()
        assert sum(row["A_PCT90"] == "#" for row in table) == hashes
        assert {row["OCC_CODE"] for row in table if row["HOURLY"] == "TRUE"} == {
            *("27-2011", "27-2031", "27-2042", "27-2091", "27-2099")
        }
