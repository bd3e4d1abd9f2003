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


def table(name, delimiter=","):
    """Yield the rows of a delimited text, packed or not, as mappings."""
    content = official(name).read_bytes()
    text = gzip.decompress(content) if name.endswith(".gz") else content
    stream = io.StringIO(text.decode("utf-8-sig"), newline="")
    quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    yield from csv.DictReader(stream, delimiter=delimiter, quoting=quoting)


@pytest.fixture(scope="module")
def career(catalog):
    """Return the career of the seed page."""
    return catalog.one(Career, "medical-records-technician")


@pytest.fixture(scope="module")
def programs(catalog):
    """Return every program on record."""
    return list(catalog.all(Program))


def test_the_newest_figures_are_those_of_the_last_vintage(career):
    """Outlook, wage and entry are the last of BLS; growth fits the jobs at both ends."""
    outlook, wage = newest_outlook(career), newest_wage(career)
    assert (outlook.source, outlook.base_year) == ("bls-projections-2024-34", 2024)
    computed = (outlook.employment_horizon / outlook.employment_base - 1) * 100
    assert round(computed, 1) == outlook.growth_percent
    assert (wage.source, wage.period, wage.area) == ("bls-oews-2025", "2025-05", "United States")
    claims = career.requirements.education
    (basis,) = (claim.basis for claim in claims if claim.source == outlook.source)
    assert basis == "typical"


def test_the_occupation_is_one_of_the_soc(career):
    """The career's code is a detailed occupation of SOC 2018, and its O*NET code exists."""
    from openpyxl import load_workbook

    book = load_workbook(official("soc-2018/soc_structure_2018.xlsx"), read_only=True)
    rows = [*book["2018 Structure"].iter_rows(min_row=8, values_only=True)]
    book.close()
    assert rows[0][3] == "Detailed Occupation"
    assert career.soc in {row[3] for row in rows}
    codes = {row["O*NET-SOC Code"] for row in table("onet-30.1/Occupation Data.txt", "\t")}
    named = {code.code for code in career.codes if code.system == "onet-soc-2019"}
    assert named
    assert named <= codes


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
