"""The page of a list of schools."""

from dataclasses import replace

import pytest
from pages import page_on, tables, texts

from careerkit.commands.schools.answer import (
    NearPlace,
    ProgramAsked,
    SchoolList,
    SchoolRow,
    StudyAsked,
)
from careerkit.render.page import Heading, Pairs, Prose

ROW = {
    "unitid": 204617,
    "name": "Sinclair Community College",
    "city": "Dayton",
    "state": "OH",
    "control": "public",
    "cip": "51.0707",
    "program": "Health Information Technology",
    "level": "associate",
    "lengths": (),
    "awards": 31,
    "year": "2023-24",
    "net_price": 5992,
    "earnings_1yr": 40000,
    "earnings_4yr": 45867,
    "debt": None,
    "distance": "some",
    "miles": None,
    "url": "https://www.sinclair.edu/",
    "source": "ipeds-2024",
    "net_price_source": "scorecard-2026",
    "graduates_source": "scorecard-2026",
}
TITLE = "Schools for Health Information Technology (CIP 51.0707)"
COOK = StudyAsked(kind="career", id="cook", title="Cook")
EACH_ROW = "one for each program and level at a school"
ONE_CLOSED = "of which 1 has closed since and is left out"
TWO_CLOSED = "of which 2 have closed since and are left out"
NO_PROGRAM = "No program of study on record leads to this career"
NEAR = NearPlace(name="Dayton, OH", latitude=39.76, longitude=-84.19, schools=9, within=12.5)


def answer(*rows, **more):
    """Return an answer with some rows, each as what differs from the usual one."""
    title = "Health Information Technology"
    usual = {
        "asked": StudyAsked(kind="cip", id="51.0707", title=title),
        "programs": (ProgramAsked(cip="51.0707", title=title, schools=len(rows)),),
        "schools": tuple(SchoolRow(**(ROW | row)) for row in rows),
        **dict.fromkeys(("total", "rows_total"), len(rows)),
        **dict.fromkeys(("closed", "unplaced"), 0),
        **dict.fromkeys(("level", "state", "area", "near")),
        "year": "2023-24",
        "control": (),
        "distance": False,
        "sort": "awards",
        "sources": ("cip-2020", "ipeds-2024"),
    }
    return SchoolList(**(usual | more))


@pytest.fixture
def drawn(catalog):
    """Return the page of an answer."""
    return lambda *rows, **more: page_on(catalog, answer(*rows, **more), stale=False)


def table(page):
    """Return the rows of a page's one table."""
    (rows,) = tables(page)
    return rows


def test_a_row_tells_what_a_client_asks_first(drawn):
    """Name, place, control, address, level, awards, price, earnings."""
    page = drawn({})
    assert page.title == TITLE
    assert table(page) == [
        {
            "School": "Sinclair Community College",
            "Place": "Dayton, OH",
            "Control": "public",
            "Web address": "www.sinclair.edu",
            "Level": "associate",
            "Awards": "31",
            "Net price": "$5,992",
            "Earnings": "$45,867",
        }
    ]


def test_what_all_rows_share_is_told_once(drawn):
    """The level that was asked for and a single program stand in the title, not in each row."""
    (row,) = table(drawn({}, level="associate"))
    assert not {"Level", "CIP", "Length", "Miles"} & set(row)
    page = drawn({}, {"cip": "51.0706"}, level="associate")
    assert [row["CIP"] for row in table(page)] == ["51.0707", "51.0706"]


@pytest.mark.parametrize(
    ("told", "told_as"),
    [
        ({"awards": 0}, {"Awards": "0 (offered)"}),
        ({"awards": 1200}, {"Awards": "1,200"}),
        ({"net_price": None}, {"Net price": "-"}),
        ({"net_price": -250}, {"Net price": "-$250"}),
        ({"earnings_4yr": None}, {"Earnings": "*$40,000"}),
        ({"earnings_4yr": None, "earnings_1yr": None}, {"Earnings": "-"}),
        ({"control": None}, {"Control": "-"}),
        ({"control": "private_for_profit"}, {"Control": "private for-profit"}),
        ({"url": None}, {"Web address": "-"}),
        ({"url": "http://a.edu/b/"}, {"Web address": "a.edu/b"}),
        ({"level": "post_baccalaureate_certificate"}, {"Level": "post-bacc."}),
        ({"lengths": ("under 12 weeks",)}, {"Length": "under 12 wk"}),
        ({"lengths": ("12 weeks to 1 year", "1 to 2 years")}, {"Length": "12 wk-2 yr"}),
        ({"lengths": ("under 12 weeks", "2 to 4 years")}, {"Length": "under 4 yr"}),
        ({"lengths": ("a while",)}, {"Length": "a while"}),
    ],
)
def test_figures_and_words_are_told_as_people_read_them(drawn, told, told_as):
    """What is missing is a dash, never nothing or 0."""
    (row,) = table(drawn(told))
    assert told_as.items() <= row.items()


def test_notes_say_what_figures_mean_and_where_they_are_from(drawn):
    """Each figure's meaning comes with its source, and accreditation is said not to be known."""
    awards, price, earnings, rest = texts(drawn({}))[1:]
    assert awards == "Awards are those of 2023-24, as schools report them for first majors [2]."
    assert price.endswith("whatever is studied there [3].")
    assert "four years after completion, of graduates" in earnings
    assert rest.startswith("Whether a program is accredited is not in this record")
    assert "closed after the directory was made is still listed. No school pays" in rest


def test_notes_are_only_of_what_is_shown(drawn):
    """Zero awards, first-year earnings and other things are explained where they occur."""
    page = drawn({"awards": 0, "earnings_4yr": None, "net_price": None, "net_price_source": None})
    told = " ".join(texts(page))
    assert "0 (offered): the program is offered" in told
    assert "(with *: one year after it)" in told
    assert "Net price:" not in told
    nothing = {"earnings_1yr": None, "earnings_4yr": None, "graduates_source": None}
    assert "Earnings:" not in " ".join(texts(drawn(nothing)))
    assert "ask the school whether this is one" in " ".join(texts(drawn({}, distance=True)))


def test_filters_are_told_in_the_title(drawn):
    """Level, state and place as they were understood, and miles in a column of their own."""
    near = {"near": NEAR, "sort": "distance", "area": "Ohio", "unplaced": 2}
    page = drawn({"miles": 3.25}, level="associate", **near)
    assert page.title == f"{TITLE}, associate level, in Ohio, within 12.5 miles of Dayton, OH"
    assert table(page)[0]["Miles"] == "3.2"
    told = texts(page)
    assert "from the middle of the 9 schools that the directory has in Dayton, OH." in told[4]
    assert told[5].startswith("2 more schools may be near")
    one = drawn({"miles": 0.0}, near=replace(NEAR, schools=1))
    assert "from the school that the directory has in Dayton, OH." in texts(one)[4]


@pytest.mark.parametrize(
    ("control", "title"),
    [
        (("public",), "Public schools for Health"),
        (("private_for_profit",), "Private for-profit schools for Health"),
        (("private_nonprofit", "private_for_profit"), "Private schools for Health"),
    ],
)
def test_who_runs_the_schools_is_told_in_the_title(drawn, control, title):
    """With what they offer at a distance, if that was asked for."""
    told = drawn({}, control=control, distance=True).title
    assert told.startswith(title)
    assert told.endswith("(CIP 51.0707), at a distance")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, "2 schools on record [1][2]. Most awards first."),
        ({"sort": "name"}, "2 schools on record [1][2]. By name."),
        (
            {"total": 3, "closed": 1},
            f"3 schools on record, {ONE_CLOSED} [1][2]. Most awards first.",
        ),
        (
            {"total": 5, "closed": 2, "rows_total": 3},
            f"5 schools on record, {TWO_CLOSED} [1][2]. 2 of them, most awards first.",
        ),
        ({"total": 1}, f"1 school on record [1][2]. 2 rows, {EACH_ROW}, most awards first."),
        (
            {"total": 900, "rows_total": 1000, "sort": "net-price"},
            f"900 schools on record [1][2]. 2 of 1,000 rows, {EACH_ROW}, lowest net price first.",
        ),
    ],
)
def test_the_page_says_how_many_there_are(drawn, more, told):
    """How many schools, how many of them closed, how many rows are shown, and in which order."""
    assert texts(drawn({}, {}, **more))[0] == told


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, "No school on record reported such a program in 2023-24."),
        ({"level": "master"}, "No school on record passes every filter."),
        ({"near": NEAR}, "No school on record passes every filter. --within MILES looks farther."),
        ({"year": None}, "No school is on record: the data have no table of schools."),
        ({"total": 1, "closed": 1}, f"1 school on record, {ONE_CLOSED} [1][2]."),
        (
            {"programs": (), "asked": COOK},
            f"{NO_PROGRAM}, so there is no school to list. That does not mean that there is none.",
        ),
    ],
)
def test_why_there_is_no_row_is_said(drawn, more, told):
    """A filter, a closed school, no program, no table: each is told as what it is."""
    page = drawn(**more)
    assert texts(page) == [told]
    assert tables(page) == []


def test_programs_of_a_career_are_listed_with_their_codes(drawn):
    """Rows tell a code; what it stands for, and who offers none, is told once."""
    programs = tuple(
        ProgramAsked(cip=f"51.070{at}", title=f"Program {at}", schools=at % 2) for at in range(4)
    )
    page = drawn({}, asked=COOK, programs=programs)
    assert page.title == "Schools for Cook"
    assert page.blocks[1] == Heading("Programs")
    assert page.blocks[2] == Pairs(
        [("51.0701", "Program 1: 1 school"), ("51.0703", "Program 3: 1 school")]
    )
    assert page.blocks[3] == Prose("None of these schools offers 51.0700 or 51.0702.")
    many = programs[1:2] + programs[:1] * 9
    assert "offers 9 more programs." in texts(drawn({}, asked=COOK, programs=many))[1]


def test_a_program_on_record_is_told_with_its_code(drawn):
    """Its title is ours, so the title of CIP is told below."""
    asked = StudyAsked(kind="program", id="health-information-technology", title="HIT")
    page = drawn({}, asked=asked)
    assert page.title == "Schools for HIT (CIP 51.0707)"
    assert Heading("Programs") in page.blocks
