"""What the records and tables of titles take from O*NET and SOC equals the published files.

The files are read here by their lines and tabs, and by openpyxl: nothing of the importers is used
to say what must be on record.
"""

import csv
import shutil
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from importing import changes_nothing

from careerkit.importers import onet, soc
from careerkit.importers.packed import expanded
from careerkit.model.career import Career, EducationSurvey
from careerkit.store.compile import load

ROOT = Path(__file__).resolve().parent.parent
FILES = ROOT.parent / "shared" / "data"
ONET, SOC = FILES / "onet-30.1", FILES / "soc-2018"
SOURCE = "onet-30-1"
CODE = "O*NET-SOC Code"
CATEGORIES = {
    "Less than a High School Diploma": "less_than_high_school",
    "High School Diploma": "high_school",
    "Post-Secondary Certificate": "certificate",
    "Some College Courses": "some_college",
    "Associate's Degree": "associate",
    "Bachelor's Degree": "bachelor",
    "Post-Baccalaureate Certificate": "post_baccalaureate_certificate",
    "Master's Degree": "master",
    "Post-Master's Certificate": "post_master_certificate",
    "First Professional Degree": "first_professional",
    "Doctoral Degree": "doctorate",
    "Post-Doctoral Training": "post_doctoral",
}
LETTERS = {"1.00": "R", "2.00": "I", "3.00": "A", "4.00": "S", "5.00": "E", "6.00": "C"}
PLACES = ("First", "Second", "Third")
KINDS = {"occupation": 0, "reported": 1, "alternate": 2}

pytestmark = pytest.mark.skipif(
    not (ONET.is_dir() and SOC.is_dir()), reason="the official files are not beside the project"
)


def table(name):
    """Return the rows of a text file of O*NET as mappings by its first line."""
    head, *lines = (ONET / f"{name}.txt").read_bytes().decode("utf-8").split("\r\n")
    assert lines.pop() == ""
    names = head.split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines]


def sheet(name, head):
    """Return the rows below row 8, the header, of the only sheet of a workbook of SOC."""
    from openpyxl import load_workbook

    book = load_workbook(SOC / name, read_only=True)
    lines = [*book.worksheets[0].iter_rows(values_only=True)]
    book.close()
    assert lines[7][: len(head)] == head
    return lines[8:]


@pytest.fixture(scope="module")
def detailed():
    """Return the codes of the detailed occupations of SOC 2018."""
    head = ("Major Group", "Minor Group", "Broad Group", "Detailed Occupation")
    return {row[3] for row in sheet("soc_structure_2018.xlsx", head) if row[3]}


@pytest.fixture(scope="module")
def careers():
    """Return the careers on record."""
    entries, problems = load([ROOT / "data"], {})
    assert problems == []
    return [entry.value for entry in entries if isinstance(entry.value, Career)]


@pytest.fixture(scope="module")
def parts(careers, detailed):
    """Return the SOC codes of each career by its own code: one, or those it is combined of."""
    own = {career.soc for career in careers}
    left = {code for code in detailed - own if not code.startswith("55")}
    combined = {soc: sorted(code for code in left if code[:6] == soc[:6]) for soc in own - detailed}
    return {**{code: [code] for code in own & detailed}, **combined}


@pytest.fixture(scope="module")
def published():
    """Return what each file says, by O*NET-SOC code."""
    zones = {row[CODE]: int(row["Job Zone"]) for row in table("Job Zones")}
    points = {
        (row[CODE], row["Element Name"].split()[0]): LETTERS.get(row["Data Value"], "")
        for row in table("Interests")
        if row["Scale ID"] == "IH"
    }
    holland = {code: "".join(points[code, place] for place in PLACES) for code in zones}
    levels = {
        row["Category"]: next(
            level
            for words, level in CATEGORIES.items()
            if row["Category Description"].startswith(words)
        )
        for row in table("Education, Training, and Experience Categories")
        if row["Scale ID"] == "RL"
    }
    assert len({*levels.values()}) == len(CATEGORIES)
    survey = defaultdict(dict)
    for row in table("Education, Training, and Experience"):
        if row["Scale ID"] == "RL":
            share = None if row["Recommend Suppress"] == "Y" else float(row["Data Value"])
            survey[row[CODE]][levels[row["Category"]]] = share
    tools = defaultdict(set)
    for row in table("Technology Skills"):
        if row["In Demand"] == "Y":
            tools[row[CODE]].add(row["Example"])
    related = defaultdict(list)
    for row in table("Related Occupations"):
        if row["Relatedness Tier"].startswith("Primary"):
            related[row[CODE]].append((int(row["Index"]), row["Related O*NET-SOC Code"]))
    return zones, holland, dict(survey), dict(tools), related


def occupations_of(socs, zones):
    """Return the codes with data for some SOC codes, and whether they are whole ones."""
    whole = [f"{soc}.00" for soc in socs if f"{soc}.00" in zones]
    return whole or sorted(code for code in zones if code[:7] in socs), bool(whole)


def differences(careers, parts, published):
    """Return each difference between records and files, and how many values were compared."""
    zones, holland, survey, tools, related = published
    homes = {code: soc for soc, codes in parts.items() for code in codes}
    names = {career.soc: career.official_title or career.title for career in careers}
    levels = CATEGORIES.values()
    differing, counts = [], Counter()
    for career in careers:
        socs = parts[career.soc]
        codes, whole = occupations_of(socs, zones)
        ranked = sorted(
            (index, at, code) for at, c in enumerate(codes) for index, code in related[c]
        )
        near = [homes.get(code[:7]) for _, _, code in ranked]
        near = [soc for soc in dict.fromkeys(near) if soc and soc != career.soc]
        answers = survey.get(codes[0], {}) if whole and len(socs) == 1 else {}
        expected = {
            "zones": tuple(sorted({zones[code] for code in codes})),
            "holland": tuple(dict.fromkeys(holland[code] for code in codes if whole)),
            "in_demand": tuple(sorted(set().union(*(tools.get(code, ()) for code in codes)))),
            "related": [(soc, names[soc]) for soc in near],
            **{level: answers.get(level) for level in levels},
        }
        kept = {
            "zones": career.job_zone.zones if career.job_zone else (),
            "holland": career.interests.holland if career.interests else (),
            "in_demand": career.technology.in_demand if career.technology else (),
            "related": [(r.soc, r.title) for r in career.related if r.source == SOURCE],
            **{level: getattr(career.education_survey, level, None) for level in levels},
        }
        for name, value in expected.items():
            counts[name] += bool(value) if isinstance(value, tuple | list) else value is not None
            if kept[name] != value:
                differing.append(f"{career.id} {name}: {kept[name]!r}, published {value!r}")
        cited = [career.job_zone, career.interests, career.technology, career.education_survey]
        differing += [f"{career.id}: {part}" for part in cited if part and part.source != SOURCE]
    return differing, counts


def test_the_records_equal_the_files(careers, parts, published):
    """Every zone, code, share, technology and neighbour of the 832 careers is that of O*NET."""
    differing, counts = differences(careers, parts, published)
    assert differing == []
    assert (counts["zones"], counts["holland"], counts["related"]) == (785, 762, 785)
    assert (counts["in_demand"], counts["high_school"]) == (411, 673)


def test_a_difference_is_found(careers, parts, published):
    """The comparison is no formality: a zone, letter, share, tool or neighbour off is told."""
    zones, holland, survey, tools, related = published
    code = "29-1141.00"
    shares = {level: share and share + 0.01 for level, share in survey[code].items()}
    ranked = [(10 - index, other) for index, other in related[code]]
    changed = (
        {**zones, code: 1},
        {**holland, code: "R"},
        {**survey, code: shares},
        {**tools, code: {"Abacus"}},
        {**related, code: ranked},
    )
    differing, _ = differences(careers, parts, changed)
    careers, values = zip(*(line.partition(": ")[0].split() for line in differing), strict=True)
    assert {"zones", "holland", "related", "in_demand", "associate"} <= {*values}
    assert {*careers} == {"registered-nurse"}


def test_survey_shares_of_all_levels_have_a_field():
    """Each category of the survey is a field of the record, and there is no other."""
    assert [*EducationSurvey.__slots__] == [*CATEGORIES.values(), "source"]


def titles_on_record(name):
    """Return the rows of a table of titles."""
    text = (ROOT / "data" / "titles" / f"{name}.csv").read_bytes().decode("utf-8")
    assert "\r" not in text
    head, *rows = csv.reader(text.splitlines())
    assert head == ["code", "title", "short_title", "kind"]
    return [tuple(row) for row in rows]


def test_the_titles_of_onet_equal_the_files():
    """Every title of every occupation is there once, with its short form and best kind."""
    titles = {}
    for row in table("Alternate Titles"):
        short = row["Short Title"] if row["Short Title"] != "n/a" else ""
        titles[row[CODE], row["Alternate Title"]] = (short, "alternate")
    for row in table("Sample of Reported Titles"):
        key = (row[CODE], row["Reported Job Title"])
        titles[key] = (titles.get(key, ("",))[0], "reported")
    for row in table("Occupation Data"):
        key = (row[CODE], row["Title"])
        titles[key] = (titles.get(key, ("",))[0], "occupation")
    expected = {(*key, *values) for key, values in titles.items()}
    on_record = titles_on_record("onet-30-1")
    assert {*on_record} == expected
    assert len(on_record) == len(expected) == 57_518
    assert on_record == sorted(on_record, key=lambda row: (row[0], KINDS[row[3]], row[1]))


def test_the_titles_of_soc_equal_the_workbook(detailed):
    """Every direct-match title is there once, without blanks around it."""
    head = ("2018 SOC Code", "2018 SOC Title", "2018 SOC Direct Match Title")
    rows = sheet("soc_2018_direct_match_title_file.xlsx", head)
    expected = {(row[0], row[2].strip(), "", "direct_match") for row in rows}
    on_record = titles_on_record("soc-2018")
    assert {*on_record} == expected
    assert len(on_record) == len(expected) == 6_534
    assert on_record == sorted(on_record)
    assert {row[0] for row in on_record} <= detailed


def test_twelve_combined_careers_take_in_28_codes(careers, parts, detailed):
    """BLS counts 28 occupations under 12 codes of its own: each career names those it takes in."""
    named = {
        career.soc: [
            code.code
            for code in career.codes
            if (code.system, code.relation) == ("soc-2018", "merged-from")
        ]
        for career in careers
    }
    merged = {code: sorted(codes) for code, codes in named.items() if codes}
    assert merged == {soc: codes for soc, codes in parts.items() if soc not in detailed}
    assert (len(merged), sum(map(len, merged.values()))) == (12, 28)
    assert merged["29-2010"] == ["29-2011", "29-2012"]
    assert len({code for codes in parts.values() for code in codes}) == 848
    assert {code[:2] for code in detailed - {c for codes in parts.values() for c in codes}} == {
        "55"
    }


def test_importing_again_changes_nothing(tmp_path):
    """The records and tables are what the importers write, byte for byte, in either order."""
    data = tmp_path / "data"
    for folder in ("careers", "sources", "titles"):
        shutil.copytree(ROOT / "data" / folder, data / folder)
    assert changes_nothing(onet.import_files, data, *expanded(ONET, onet.SUFFIXES))
    assert changes_nothing(soc.import_files, data, *expanded(SOC, soc.SUFFIXES))


def test_what_is_known_of_the_files_holds(published, detailed):
    """The files are those the project knows: their counts and gaps."""
    zones, holland, survey, tools, related = published
    codes = {row[CODE] for row in table("Occupation Data")}
    assert (len(codes), len(zones), len(detailed)) == (1_016, 923, 867)
    assert {code[:7] for code in codes} == detailed
    assert zones.keys() == holland.keys() == related.keys()
    assert len(zones.keys() - survey.keys()) == 45
    assert "29-2072.00" not in survey
    assert len(tools) == 495
    parts_only = {code[:7] for code in zones} - {code[:7] for code in zones if code[7:] == ".00"}
    assert len(parts_only) == 24
