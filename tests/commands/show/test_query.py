"""One career's card: what is on record, linked records looked up."""

import dataclasses

import pytest

from careerkit.commands.show.query import card
from careerkit.model.career import Career, RelatedCareer, Wage
from careerkit.model.program import Program
from careerkit.queries.areas import areas


@pytest.fixture
def career(catalog):
    """Return the career of the seed page."""
    return catalog.one(Career, "medical-records-technician")


def test_the_card_says_what_the_record_says(catalog, career):
    """What needs no looking up stands on the card as it stands in the record."""
    shown = card(catalog, career)
    for name in ("id", "title", "soc", "codes", "group", "summary", "duties", "aka", "sources"):
        assert getattr(shown, name) == getattr(career, name)
    for name in ("requirements", "job_zone", "interests", "education_survey", "technology"):
        assert getattr(shown, name) == getattr(career, name)


def test_claims_that_differ_stand_side_by_side(catalog, career):
    """The card keeps every claim about entry education, each with its source."""
    found = card(catalog, career).requirements.education
    assert {(each.level, each.basis, each.source) for each in found} == {
        ("certificate", "accepted", "seed-2016"),
        ("associate", "typical", "seed-2016"),
        ("certificate", "typical", "bls-projections-2024-34"),
    }


def test_figures_come_newest_first(catalog, career):
    """Projections and wages are given newest first, the old ones after them."""
    backward = dataclasses.replace(career, outlook=career.outlook[::-1], wages=career.wages[::-1])
    for record in (career, backward):
        shown = card(catalog, record)
        assert [vintage.base_year for vintage in shown.outlook] == [2024, 2014]
        assert [wage.period for wage in shown.wages] == ["2025-05", "2024-05", "2015-05"]


def test_old_figures_are_told_apart_from_current_ones(catalog, career):
    """The seed page's figures are dated and say which occupation they are for."""
    shown = card(catalog, career)
    assert (shown.outlook[-1].growth_percent, shown.outlook[-1].describes) == (15, "29-2071")
    assert (shown.wages[-1].mean, shown.wages[-1].describes) == (40430, "29-2071")
    assert shown.outlook[0].describes is None


def test_a_figure_without_a_month_is_older_than_one_with(catalog, career):
    """A wage of a year stands before those of earlier years, and after a month in it."""
    wages = [Wage(period=each, source="seed-2016") for each in ("2015", "2016-05", "2016")]
    shown = card(catalog, dataclasses.replace(career, wages=tuple(wages)))
    assert [wage.period for wage in shown.wages] == ["2016-05", "2016", "2015"]


def test_credentials_are_named(catalog, career):
    """A credential stands with its name, its issuer and how much it matters."""
    rhit = card(catalog, career).credentials[0]
    assert (rhit.id, rhit.abbreviation, rhit.issuer) == ("ahima-rhit", "RHIT", "ahima")
    assert rhit.name == "Registered Health Information Technician"
    assert (rhit.relation, rhit.source) == ("optional", "seed-2016")


def test_programs_are_named(catalog, career):
    """A program stands with its title, its code and the levels of its awards."""
    found = {program.id: program for program in card(catalog, career).programs}
    assert list(found)[: len(career.programs)] == list(career.programs)
    technology = found["health-information-technology"]
    assert (technology.title, technology.cip) == ("Health information technology", "51.0707")
    assert technology.levels[:3] == ("certificate", "associate", "bachelor")
    assert technology.sources == catalog.one(Program, technology.id).sources


def test_programs_without_a_record_come_from_the_crosswalk(catalog, career):
    """What schools offer and the crosswalk pairs with the career stands on the card by its code."""
    others = card(catalog, career).programs[len(career.programs) :]
    assert [(each.id, each.title) for each in others] == [
        ("51.0721", "Disease Registry Data Management")
    ]
    assert others[0].levels == ("certificate", "associate")
    assert others[0].sources == ("cip-2020", "cip-soc-2020", "ipeds-2024")


def test_a_neighbour_without_a_record_has_no_id(catalog, career):
    """A related occupation is named by its code, and linked where it has a record."""
    own = RelatedCareer(soc="29-2072", title="Itself", source="onet-30-1")
    found = card(catalog, dataclasses.replace(career, related=(*career.related, own))).related
    assert {each.id for each in found[:-1]} == {None}
    assert (found[0].soc, found[0].title) == ("31-9094", "Medical transcriptionists")
    assert found[-1].id == "medical-records-technician"


def test_a_career_with_nothing_yet_has_an_empty_card(catalog, career):
    """What is not on record is empty, never made up."""
    bare = dataclasses.replace(
        career, outlook=(), wages=(), credentials=(), programs=(), related=(), duties=()
    )
    shown = card(catalog, bare)
    assert (shown.outlook, shown.wages, shown.credentials) == ((), (), ())
    assert (shown.related, shown.duties) == ((), ())
    assert {program.sources for program in shown.programs} == {catalog.program_sources()}


def test_wages_of_areas_stand_behind_those_of_the_nation(catalog, career):
    """Each area's wage comes in the order asked for, with its place, date and source."""
    asked = areas(catalog, "Ohio", "Columbus")
    nation, local = card(catalog, career).wages, card(catalog, career, asked).wages
    assert local[: len(nation)] == nation
    assert [(each.area, each.area_type) for each in local[len(nation) :]] == [
        ("Columbus, OH", "metropolitan"),
        ("Ohio", "state"),
    ]
    ohio = local[-1]
    assert (ohio.period, ohio.unit, ohio.employment) == ("2025-05", "year", 7440)
    assert (ohio.median, ohio.location_quotient) == (50990, 1.07)
    assert ohio.source == "bls-oews-2025-state"


def test_an_area_without_wages_is_named(catalog, career):
    """Where BLS has no row of the occupation in an area, the card names the area."""
    asked = areas(catalog, "Ohio", "Columbus")
    shown = card(catalog, dataclasses.replace(career, soc="11-1031"), asked)
    assert shown.without_wages == ("Columbus, OH", "Ohio")
    assert shown.wages == card(catalog, career).wages
    assert card(catalog, career, asked).without_wages == ()
