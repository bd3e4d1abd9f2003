"""The page of a career's programs: who offers them, what they lead to, what to verify."""

from datetime import date

import pytest

from careerkit.answers.reply import Reply, cited
from careerkit.commands.programs.query import programs
from careerkit.model.career import Career
from careerkit.model.plain import to_plain
from careerkit.render.page import Grid, Heading, Pairs, Prose
from careerkit.render.page_of import page_of


@pytest.fixture
def drawn(whole):
    """Return the blocks of the page on a career's programs."""

    def draw(career, education=None, level=None, state=None):
        data = programs(whole, whole.one(Career, career), education, level, state)
        plain = to_plain(data)
        sources = {each: whole.plain("source", each) | {"stale": None} for each in cited(plain)}
        reply = Reply(
            command="programs", as_of=date(2026, 11, 22), data=data, plain=plain, sources=sources
        )
        return page_of(reply).blocks

    return draw


def texts(blocks, kind=Prose):
    """Return the texts of paragraphs, or of headings."""
    return [each.text for each in blocks if isinstance(each, kind)]


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
    assert not [each for each in blocks if isinstance(each, Grid)]
    assert "No school in AK reports: Electrician." in texts(blocks)


def test_in_a_state_only_levels_that_its_schools_report_are_shown(drawn):
    """A row for which the state has no school is left out; in all it stands."""
    (grid,) = [each for each in drawn("welder", state="OK") if isinstance(each, Grid)]
    assert [row[1] for row in grid.rows] == ["certificate", "associate"]
    (grid,) = [each for each in drawn("welder") if isinstance(each, Grid)]
    assert [row[1] for row in grid.rows][:3] == ["certificate", "associate", "bachelor's"]


def test_a_career_without_programs_says_what_it_takes(drawn):
    """Where nothing leads there the page says what people enter with."""
    told = texts(drawn("cashier"))
    assert told[0].startswith("No program leads here")
    assert told[1] == "People usually enter this career with no formal credential."


def test_programs_below_the_usual_entry_may_not_be_enough(drawn):
    """A program below what is usual is not passed off as enough, nor as too little.

    What is usual is no rule: the law lets nurses in with less than most have.
    """
    told = "A program below that level may not be enough by itself."
    assert any(told in text for text in texts(drawn("elementary-school-teacher")))
    assert not any(told in text for text in texts(drawn("welder")))


def test_the_accreditation_to_look_for_is_told_by_credential(drawn):
    """Each credential names the bodies that may accredit the program, and where to verify."""
    blocks = drawn("phlebotomist", "high_school")
    assert "Accreditation to look for" in texts(blocks, Heading)
    told = dict(next(each for each in blocks if isinstance(each, Pairs)).rows)
    assert told["PTC"] == "a program accredited or approved by AMCA (https://www.amcaexams.com)"
    assert told["PBT(ASCP)"].startswith("certificate program accredited or approved by NAACLS (")
    assert any(
        text.startswith("No public file lists accredited programs") for text in texts(blocks)
    )
    assert any(text.startswith("Such a program may also count for RPT") for text in texts(blocks))


def test_a_degree_is_as_long_as_it_takes_at_the_least(drawn):
    """Certificates are as long as most are, degrees in years, what is not known is a dash."""
    (grid,) = [each for each in drawn("phlebotomist") if isinstance(each, Grid)]
    assert [row[2] for row in grid.rows] == ["under 12 weeks", "2 years"]


def test_earnings_after_one_year_are_marked(drawn):
    """What graduates earn a year after is not mistaken for what they earn after four."""
    (first, *_) = [each for each in drawn("elementary-school-teacher") if isinstance(each, Grid)]
    marked = {str(row[5])[0] for row in first.rows if row[5] != "-"}
    assert marked == {"$", "*"}
    assert any("(with *: one year)" in each for each in texts(drawn("elementary-school-teacher")))


def test_what_graduates_owe_stands_beside_what_they_earn(drawn):
    """Debt is told where it is published, and is a dash where it is not."""
    (grid,) = [each for each in drawn("welder") if isinstance(each, Grid)]
    assert [column.title for column in grid.columns][-2:] == ["Earnings", "Debt"]
    owed = [str(row[-1]) for row in grid.rows]
    assert owed[0].startswith("$")
    assert "-" in owed
    assert any("Debt: the same of what they owed" in each for each in texts(drawn("welder")))


def test_programs_for_qualified_people_say_for_whom(drawn):
    """A program that takes only registered nurses stands under a heading that says so."""
    headings = texts(drawn("nurse-practitioner", "master"), Heading)
    assert any("Each takes only registered nurses." in each for each in headings)
