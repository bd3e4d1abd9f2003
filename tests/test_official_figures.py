"""The figures on record equal those of the official files, cell by cell.

The files are large and not part of the project: they lie in ``../shared/data`` where the project is
developed, and each test says so where its file is absent.
"""

import csv
import gzip
import io
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from projections import ENTRY, WORDS, columns

from careerkit.model.career import Career, newest_outlook, newest_wage
from careerkit.model.program import Program
from careerkit.model.vocabulary import AWARD_LEVELS
from careerkit.names import normalise

FILES = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
LEVEL_OF_IPEDS = {
    **dict.fromkeys(("20", "21", "2", "4"), "certificate"),
    "3": "associate",
    "5": "bachelor",
    "6": "post_baccalaureate_certificate",
    "7": "master",
    "8": "post_master_certificate",
    **dict.fromkeys(("17", "18", "19"), "doctorate"),
}


def official(name):
    """Return the path of an official file, or skip the test where it is absent."""
    path = FILES / name
    if not path.is_file():
        pytest.skip(f"the official file ../shared/data/{name} is not here")
    return path


def sheet(name, title, *required):
    """Yield the rows of a worksheet as mappings, under the row that holds ``required`` names."""
    from openpyxl import load_workbook

    book = load_workbook(official(name), read_only=True)
    header = None
    for row in book[title].iter_rows(values_only=True):
        if header:
            yield dict(zip(header, row, strict=True))
        elif set(required) <= set(row):
            header = row
    book.close()
    assert header, f"{name} has no row of headings with {required}"


def table(name, delimiter=","):
    """Yield the rows of a delimited text, packed or not, as mappings."""
    content = official(name).read_bytes()
    text = gzip.decompress(content) if name.endswith(".gz") else content
    stream = io.StringIO(text.decode("utf-8-sig"), newline="")
    quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    yield from csv.DictReader(stream, delimiter=delimiter, quoting=quoting)


def one(rows, **wanted):
    """Return the one row that has these values."""
    (row,) = (row for row in rows if all(row[key] == value for key, value in wanted.items()))
    return row


@pytest.fixture(scope="module")
def career(catalog):
    """Return the career of the seed page."""
    return catalog.one(Career, "medical-records-technician")


@pytest.fixture(scope="module")
def programs(catalog):
    """Return every program on record."""
    return list(catalog.all(Program))


COLUMNS = columns(2024)
CODE, KIND = COLUMNS["code"], COLUMNS["kind"]


@pytest.fixture(scope="module")
def projection(career):
    """Return the row of the career in table 1.2 of the projections."""
    rows = sheet("bls-projections-2024-34/occupation.xlsx", "Table 1.2", CODE, KIND)
    return one(rows, **{CODE: career.soc, KIND: "Line item"})


def test_projected_employment_is_that_of_table_1_2(career, projection):
    """Employment and openings are the published thousands, written in persons."""
    current = newest_outlook(career)
    assert current.source == "bls-projections-2024-34"
    assert (current.base_year, current.horizon_year) == (2024, 2034)
    assert current.employment_base == round(projection[COLUMNS["now"]] * 1000)
    assert current.employment_horizon == round(projection[COLUMNS["then"]] * 1000)
    assert current.openings_per_year == round(projection[COLUMNS["openings"]] * 1000)


def test_projected_growth_is_that_of_table_1_2(career, projection):
    """Growth is the published percentage, and fits the employment at both ends."""
    current = newest_outlook(career)
    published = projection[COLUMNS["change"]]
    assert current.growth_percent == published
    computed = (current.employment_horizon / current.employment_base - 1) * 100
    assert round(computed, 1) == published


def test_entry_requirements_are_those_of_table_5_4(career):
    """Education, experience and training are the categories that BLS assigns."""
    rows = sheet("bls-projections-2024-34/education.xlsx", "Table 5.4", CODE)
    row = one(rows, **{CODE: career.soc})
    required = career.requirements
    source = "bls-projections-2024-34"
    (education,) = (claim for claim in required.education if claim.source == source)
    assert education.basis == "typical"
    claims = {
        "education": education,
        "experience": required.experience,
        "training": required.training,
    }
    for part, column in ENTRY.items():
        assert claims[part].level == WORDS[part][row[column]], part


def test_table_1_2_and_table_5_4_agree(career, projection):
    """Both tables assign the same education, so it does not matter which one is cited."""
    rows = sheet("bls-projections-2024-34/education.xlsx", "Table 5.4", CODE)
    column = ENTRY["education"]
    assert one(rows, **{CODE: career.soc})[column] == projection[column]


def test_wages_are_those_of_may_2025(career):
    """Employment, mean and percentiles are the national estimates for the occupation."""
    rows = sheet("bls-oews-2025/national_M2025_dl.xlsx", "national_M2025_dl", "OCC_CODE")
    row = one(rows, OCC_CODE=career.soc, O_GROUP="detailed")
    assert (row["AREA_TITLE"], row["I_GROUP"]) == ("U.S.", "cross-industry")
    current = newest_wage(career)
    assert (current.period, current.source) == ("2025-05", "bls-oews-2025")
    assert (current.area, current.area_type) == ("United States", "national")
    assert current.employment == row["TOT_EMP"]
    for name, heading in (
        *(("mean", "A_MEAN"), ("p10", "A_PCT10"), ("p25", "A_PCT25")),
        *(("median", "A_MEDIAN"), ("p75", "A_PCT75"), ("p90", "A_PCT90")),
    ):
        assert getattr(current, name) == row[heading], name


def test_the_occupation_is_one_of_the_soc(career):
    """The career's code is a detailed occupation of SOC 2018, and its O*NET code exists."""
    rows = sheet("soc-2018/soc_structure_2018.xlsx", "2018 Structure", "Detailed Occupation")
    assert career.soc in {row["Detailed Occupation"] for row in rows}
    codes = {row["O*NET-SOC Code"] for row in table("onet-30.1/Occupation Data.txt", "\t")}
    named = {code.code for code in career.codes if code.system == "onet-soc-2019"}
    assert named
    assert named <= codes


def test_related_occupations_are_the_nearest_of_onet(career):
    """The neighbours are the ten that O*NET calls primary, in its order and by their names."""
    (own,) = (code.code for code in career.codes if code.system == "onet-soc-2019")
    rows = [
        row
        for row in table("onet-30.1/Related Occupations.txt", "\t")
        if row["O*NET-SOC Code"] == own and row["Relatedness Tier"].startswith("Primary-")
    ]
    rows.sort(key=lambda row: int(row["Index"]))
    titles = {
        row["O*NET-SOC Code"]: row["Title"] for row in table("onet-30.1/Occupation Data.txt", "\t")
    }
    nearest = [row["Related O*NET-SOC Code"] for row in rows]
    socs = [code[:7] for code in nearest]
    assert [related.soc for related in career.related] == socs
    names = [titles[f"{soc}.00"].casefold() for soc in socs]
    assert [related.title.casefold() for related in career.related] == names
    assert {related.source for related in career.related} == {"onet-30-1"}


@pytest.fixture(scope="module")
def cip():
    """Return the title of every valid six-digit program code."""
    return {
        row["CIPCode"].strip('="'): row["CIPTitle"]
        for row in table("cip-2020/CIPCode2020.csv")
        if row["Action"] not in ("Moved from", "Deleted") and len(row["CIPCode"].strip('="')) == 7
    }


def test_program_codes_are_valid(programs, cip):
    """Every program's code is one of the valid codes of CIP 2020."""
    assert len(cip) == 2173
    assert {program.cip for program in programs} <= cip.keys()


def words(text):
    """Return the words of a name in their normal form."""
    return set(normalise(text).split())


def test_fields_of_study_bear_a_name_of_their_code(programs, cip):
    """A field of study has a name made of words from the official title of its code."""
    for program in programs:
        if program.scope == "field":
            names = [program.title, *program.aka]
            official_words = words(cip[program.cip])
            assert any(words(name) <= official_words for name in names), program.id


def test_awards_share_a_word_with_their_code(programs, cip):
    """An award as a school lists it has something in common with the title of its code."""
    for program in programs:
        names = [program.title, *program.aka]
        assert words(cip[program.cip]) & set.union(*map(words, names)), program.id


def test_award_levels_are_those_that_schools_report(programs):
    """A field is listed at the levels that three institutions report or that awarded somebody.

    The rule is the note of data/sources/ipeds-2024.yaml.
    """
    codes = {program.cip for program in programs if program.scope == "field"}
    institutions, awarded = defaultdict(set), Counter()
    for row in table("ipeds-2024/c2024_a.csv.gz"):
        if row["CIPCODE"] in codes:
            key = row["CIPCODE"], LEVEL_OF_IPEDS[row["AWLEVEL"]]
            institutions[key].add(row["UNITID"])
            awarded[key] += int(row["CTOTALT"])
    for program in programs:
        if program.scope != "field":
            continue
        listed = [
            level
            for level in AWARD_LEVELS
            if len(institutions[program.cip, level]) >= 3 or awarded[program.cip, level]
        ]
        assert [award.level for award in program.awards] == listed, program.id
        assert {award.source for award in program.awards} == {"ipeds-2024"}


def test_careers_that_programs_lead_to_are_those_of_the_crosswalk(catalog, programs):
    """A program leads to the careers on record that the crosswalk pairs with its code."""
    pairs = defaultdict(set)
    for row in table("cip-2020/CIP2020_SOC2018_Crosswalk.csv"):
        pairs[row["CIP2020Code"]].add(row["SOC2018Code"])
    assert len(pairs) > 2000
    socs = {career.id: career.soc for career in catalog.all(Career)}
    for program in programs:
        related = {career for career, soc in socs.items() if soc in pairs[program.cip]}
        assert set(program.leads_to.careers) == related, program.id
        assert not related or "cip-soc-2020" in program.sources, program.id
