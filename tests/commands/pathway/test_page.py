"""The page of a pathway: ways one after another, as numbered steps."""

from datetime import date

import pytest
from drawing import blank, headings, prose, rows

from careerkit.answers.reply import Reply
from careerkit.commands.pathway.answer import (
    FirstSchool,
    FirstSchools,
    NamedAccreditor,
    NamedProgram,
    NotAWay,
    Pathway,
    PathwayStep,
    PathwayWay,
    Pay,
)
from careerkit.model.plain import to_plain
from careerkit.render.page import Bullets
from careerkit.render.page_of import page_of

SCHOOL = blank(FirstSchool, name="A College", city="Lima", awards=1, net_price=0)
SCHOOLS = blank(
    FirstSchools,
    step=1,
    state="OH",
    level="associate",
    count=1,
    year="2023-24",
    schools=(SCHOOL,),
)


def step(**changed):
    """Return a step, usually an associate program of two years."""
    usual = {"number": 1, "kind": "program", "text": "Complete a program", "months": 24}
    usual |= {"known": True, "level": "associate", "confidence": "confirmed"}
    return blank(PathwayStep, **usual | changed)


def way(*steps, **changed):
    """Return a way of some steps."""
    usual = {"way": 1, "label": "A program", "months_total": 24, "months_at_least": 24}
    usual |= {"steps": steps or (step(),), "confidence": "confirmed"}
    return blank(PathwayWay, **usual | changed)


@pytest.fixture
def drawn():
    """Return the page of a pathway of some ways."""

    def draw(*ways, **changed):
        usual = {"goal_kind": "credential", "goal": "ahima-rhit", "goal_title": "RHIT"}
        data = blank(Pathway, **usual | {"reached": False, "ways": ways} | changed)
        plain = to_plain(data)
        day = date(2026, 11, 22)
        return page_of(Reply(command="pathway", as_of=day, data=data, plain=plain, sources={}))

    return draw


@pytest.mark.parametrize(
    ("times", "words"),
    [
        ({}, "about 2 years"),
        ({"months_total": 18, "months_at_least": 18}, "about 1.5 years"),
        ({"months_total": 12, "months_at_least": 12}, "about 1 year"),
        ({"months_total": 13, "months_at_least": 13}, "about 13 months"),
        ({"months_total": 1, "months_at_least": 1}, "about 1 month"),
        ({"months_total": 0, "months_at_least": 0}, "no further study is on record"),
        ({"after_school": True}, "about 2 years after high school"),
        ({"months_total": None}, "at least 2 years"),
        ({"months_total": None, "months_at_least": 0}, "how long is not on record"),
    ],
)
def test_a_way_says_how_long_it_takes(drawn, times, words):
    """What is not known is never shown as short: it is a least, or not on record."""
    assert headings(drawn(way(**times))) == [f"1. A program: {words}"]


def test_steps_are_numbered_and_say_how_long_they_take(drawn):
    """Work tells its time in its own words; a program has it behind."""
    work = step(number=2, kind="work", text="Gain 1 year of work", months=12)
    doctor = step(number=3, text="Earn a doctorate", months=36, at_least=True)
    assert rows(drawn(way(step(), work, doctor)))[:3] == [
        ("1", "Complete a program (2 years)"),
        ("2", "Gain 1 year of work"),
        ("3", "Earn a doctorate (3 years or more)"),
    ]


def test_what_may_be_done_already_is_marked(drawn):
    """A mark is explained where there is one, and only there."""
    page = drawn(way(step(known=False)))
    assert rows(page)[0] == ("1", "Complete a program (2 years) *")
    assert any(text.startswith("Steps marked *") for text in prose(page))
    assert not any(text.startswith("Steps marked *") for text in prose(drawn(way())))


def test_a_program_names_its_codes_and_who_must_accredit_it(drawn):
    """The counselor is sent to the body that knows, because no table does."""
    program = step(
        programs=(NamedProgram(cip="51.0707", title="Records"),),
        accreditors=(
            NamedAccreditor(id="b", name="Body", abbreviation="B", url="https://b.example"),
            NamedAccreditor(id="s", name="State", abbreviation="S", url=None),
        ),
        note="A note.",
    )
    page = drawn(way(program))
    assert rows(page)[1:4] == [
        ("", "Such as Records (51.0707)"),
        ("", "A note."),
        ("", "Verify the program with B: https://b.example"),
    ]
    assert any(text.startswith("No public table says") for text in prose(page))
    assert not any(text.startswith("No public table says") for text in prose(drawn(way())))


def test_schools_stand_below_their_way(drawn):
    """One school is one school; a price of nothing is a price."""
    assert rows(drawn(way(schools=SCHOOLS)))[1:3] == [
        ("Schools", "1 school in Ohio offers associate programs (step 1)"),
        ("", "A College, Lima: 1 award in 2023-24, net price $0 a year"),
    ]


def test_the_same_schools_are_listed_once(drawn):
    """Ways that begin with the same program refer to each other."""
    second = way(way=2, schools=SCHOOLS)
    assert ("Schools", "Those of way 1") in rows(drawn(way(schools=SCHOOLS), second))


def test_no_school_is_said_not_counted(drawn):
    """Nothing on record is said in words."""
    assert rows(drawn(way(schools=blank(FirstSchools, step=1))))[1] == (
        "Schools",
        "No school on record in the country offers such programs (step 1)",
    )


def test_schools_that_are_named_may_have_closed_since(drawn):
    """Where schools are named, the page says of which year they are, and to ask them."""
    start = "Schools are those that reported the program for 2023-24"
    assert any(text.startswith(start) for text in prose(drawn(way(schools=SCHOOLS))))
    assert not any(text.startswith("Schools are") for text in prose(drawn(way())))


def test_what_a_way_rests_on_stands_below_it(drawn):
    """Provisos, assumptions, what is special, and how sure the way is."""
    resting = way(
        provided=("a check", "an age"), assumes=("it holds",), special=("Only here", "so far")
    )
    assert rows(drawn(resting))[1:] == [
        ("Provided", "A check"),
        ("", "An age"),
        ("Assumes", "It holds"),
        ("Note", "Only here"),
        ("", "So far"),
        ("Evidence", "Confirmed"),
    ]


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ({"held": True}, "The client holds it already."),
        ({"reached": True}, "By the facts given, the client may sit for the exam now."),
        (
            {"reached": True, "goal_kind": "career"},
            "The client holds what is on record that the law asks for; see what to mind below.",
        ),
        (
            {"reached": None, "level_met": True, "goal_kind": "career"},
            "The level of education that is usual on entry is met.",
        ),
        ({"license_note": "Ask the board.", "ways": (way(),)}, "Ask the board."),
        ({}, "No way on record is one for this client; what stands against each is told below."),
    ],
)
def test_the_page_begins_with_where_the_client_stands(drawn, changed, text):
    """Holding it, being able to sit, or having no way is said first."""
    assert prose(drawn(**changed))[0] == text


def test_pay_reasons_and_cautions_follow_the_ways(drawn):
    """What it pays, what is not shown and why, and what to mind."""
    pay = blank(Pay, title="Clerk", unit="year", area="Ohio", period="2025-05", source=None)
    page = drawn(
        way(),
        pay=pay,
        left_out=(NotAWay(label="Old route", reason="it is closed"),),
        further=2,
        notes=("Mind this.",),
        url="https://example.org",
    )
    assert headings(page)[1:] == ["What it pays", "Not shown", "To mind"]
    assert ("Median", "not on record (Clerk, Ohio, May 2025)") in rows(page)
    further = "2 further ways take longer or rest on less: careerkit credential ahima-rhit has all"
    listed = [item for block in page.blocks if isinstance(block, Bullets) for item in block.items]
    assert listed == [
        (0, "Old route: it is closed"),
        (0, f"{further} routes"),
        (0, "Mind this."),
    ]
    assert "Verify with the issuer: https://example.org" in prose(page)
