"""The page of a career's programs: who offers them, what they lead to, what to verify."""

import pytest
from pages import page_on, tables, texts

from careerkit.commands.programs.query import programs
from careerkit.model.career import Career
from careerkit.render.page import Heading, Pairs


@pytest.fixture
def drawn(whole):
    """Return the blocks of the page on a career's programs."""

    def draw(career, education=None, level=None, state=None):
        answer = programs(whole, whole.one(Career, career), education, level, state)
        return page_on(whole, answer).blocks

    return draw


def test_schools_are_counted_and_can_be_listed(drawn):
    """The page begins with how many schools there are, and the command that lists them."""
    first = texts(drawn("welder", state="OK"))[0]
    assert first == (
        "30 schools in OK report a program that leads here; "
        "careerkit schools welder --state OK lists them."
    )
    assert texts(drawn("lawyer", state="VT"))[0].startswith("1 school in VT reports a program")
    assert "report a doctoral program" in texts(drawn("lawyer", level="doctorate"))[0]


def test_a_state_without_schools_says_so(drawn):
    """Where no school of a state offers a program there is no empty table, but its name."""
    blocks = drawn("electrician", "high_school", state="AK")
    assert texts(blocks)[0] == "No school in AK reports a program that leads here."
    assert tables(blocks) == []
    assert "No school in AK reports: Electrician." in texts(blocks)


def test_in_a_state_only_levels_that_its_schools_report_are_shown(drawn):
    """A row for which the state has no school is left out; in all it stands."""
    (rows,) = tables(drawn("welder", state="OK"))
    assert [row["Level"] for row in rows] == ["certificate", "associate"]
    (rows,) = tables(drawn("welder"))
    assert [row["Level"] for row in rows][:3] == ["certificate", "associate", "bachelor's"]


def test_a_career_without_programs_says_what_it_takes(drawn):
    """Where nothing leads there the page says what people enter with."""
    nothing, usual, *_ = texts(drawn("cashier"))
    assert nothing.startswith("No program leads here")
    assert usual == "People usually enter this career with no formal credential."


def test_programs_below_the_usual_entry_may_not_be_enough(drawn):
    """A program below what is usual is not passed off as enough, nor as too little.

    What is usual is no rule: the law lets nurses in with less than most have.
    """
    caution = "A program below that level may not be enough by itself."
    assert any(caution in text for text in texts(drawn("elementary-school-teacher")))
    assert not any(caution in text for text in texts(drawn("welder")))


def test_the_accreditation_to_look_for_is_told_by_credential(drawn):
    """Each credential names the bodies that may accredit the program, and where to verify."""
    blocks = drawn("phlebotomist", "high_school")
    assert "Accreditation to look for" in texts(blocks, Heading)
    bodies = dict(next(block for block in blocks if isinstance(block, Pairs)).rows)
    assert bodies["PTC"] == "a program accredited or approved by AMCA (https://www.amcaexams.com)"
    assert bodies["PBT(ASCP)"].startswith("certificate program accredited or approved by NAACLS (")
    assert any(
        text.startswith("No public file lists accredited programs") for text in texts(blocks)
    )
    assert any(text.startswith("Such a program may also count for RPT") for text in texts(blocks))


def test_a_degree_is_as_long_as_it_takes_at_the_least(drawn):
    """Certificates are as long as most are, degrees in years, what is not known is a dash."""
    (rows,) = tables(drawn("phlebotomist"))
    assert [row["Full-time"] for row in rows] == ["under 12 weeks", "2 years"]


def test_earnings_after_one_year_are_marked(drawn):
    """What graduates earn a year after is not mistaken for what they earn after four."""
    blocks = drawn("elementary-school-teacher")
    earnings = [row["Earnings"] for row in tables(blocks)[0]]
    assert {text[0] for text in earnings if text != "-"} == {"$", "*"}
    assert any("(with *: one year)" in text for text in texts(blocks))


def test_what_graduates_owe_stands_beside_what_they_earn(drawn):
    """Debt is told where it is published, and is a dash where it is not."""
    blocks = drawn("welder")
    (rows,) = tables(blocks)
    assert [*rows[0]][-2:] == ["Earnings", "Debt"]
    assert rows[0]["Debt"].startswith("$")
    assert "-" in {row["Debt"] for row in rows}
    assert any("Debt: the same of what they owed" in text for text in texts(blocks))


def test_programs_for_qualified_people_say_for_whom(drawn):
    """A program that takes only registered nurses stands under a heading that says so."""
    headings = texts(drawn("nurse-practitioner", "master"), Heading)
    assert any("Each takes only registered nurses." in heading for heading in headings)
