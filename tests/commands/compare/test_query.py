"""Careers side by side: the current figures of each, and what is missing missing."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerkit.commands.compare.query import bachelor_or_more, compare
from careerkit.model.career import (
    Attainment,
    Career,
    EducationClaim,
    Outlook,
    Requirements,
    Wage,
    entry_education,
    newest_wage,
)
from careerkit.queries.areas import areas

SHARES = [each.name for each in dataclasses.fields(Attainment)][:7]


@pytest.fixture
def career(catalog):
    """Return the career of the seed page."""
    return catalog.one(Career, "medical-records-technician")


def compared(catalog, career, **changed):
    """Return what a comparison says of a career with these changes."""
    (row,) = compare(catalog, [dataclasses.replace(career, **changed)]).careers
    return row


def test_the_order_asked_is_kept(catalog, career):
    """Careers stand side by side in the order they were asked for, for the nation."""
    several = [dataclasses.replace(career, id=each) for each in "zam"]
    answer = compare(catalog, several)
    assert [each.id for each in answer.careers] == ["z", "a", "m"]
    assert answer.area == "United States"


def test_current_figures_are_compared(catalog, career):
    """Growth, jobs, openings and wages are the newest on record, as BLS published them."""
    row = compared(catalog, career)
    assert (row.title, row.soc) == ("Medical records technician", "29-2072")
    assert row.group == "health-information"
    assert (row.base_year, row.horizon_year, row.growth_percent) == (2024, 2034, 7.1)
    assert (row.employment, row.openings_per_year) == (194800, 14200)
    assert row.outlook_source == "bls-projections-2024-34"
    assert row.wage == newest_wage(career)
    assert (row.wage.period, row.wage.median) == ("2025-05", 51140)


def test_entry_is_what_bls_calls_typical(catalog, career):
    """Of the claims about education that of the current projection's source is compared."""
    row = compared(catalog, career)
    assert row.education.level == "certificate"
    assert row.education.source == "bls-projections-2024-34"
    assert (row.experience.level, row.training.level) == ("none", "none")


def test_every_source_is_named(catalog, career):
    """The sources of a row are those of its figures, each once."""
    row = compared(catalog, career, job_zone=None, interests=None)
    assert row.sources[:2] == ("bls-projections-2024-34", "bls-oews-2025")
    assert row.sources[2:] == tuple(
        dict.fromkeys(credential.source for credential in row.credentials)
    )


def test_credentials_are_named(catalog, career):
    """Each credential comes with its abbreviation, how much it matters, and who says so."""
    rhit = compared(catalog, career).credentials[0]
    assert (rhit.id, rhit.abbreviation) == ("ahima-rhit", "RHIT")
    assert (rhit.relation, rhit.source) == ("optional", "seed-2016")


def test_figures_for_another_code_say_so(catalog, career):
    """A projection for an older, wider occupation keeps its code and its note."""
    old = [vintage for vintage in career.outlook if vintage.base_year == 2014]
    row = compared(catalog, career, outlook=tuple(old))
    assert row.outlook_describes == "29-2071"
    assert "not comparable" in row.outlook_note


def test_wages_of_an_area_are_not_the_nations(catalog, career):
    """A newer wage of a state is not taken for the nation's."""
    local = Wage(period="2030-05", area="Ohio", area_type="state", median=1, source="seed-2016")
    row = compared(catalog, career, wages=(*career.wages, local))
    assert row.wage.period == "2025-05"


def test_what_is_missing_is_missing(catalog, career):
    """A career with nothing on record has None for every figure, never zero, and no source."""
    bare = dict.fromkeys(("attainment", "job_zone", "interests")) | dict.fromkeys(
        ("outlook", "wages", "credentials"), ()
    )
    row = compared(catalog, career, requirements=Requirements(), **bare)
    known = {name for name, value in dataclasses.asdict(row).items() if value is not None}
    assert known == {"id", "title", "soc", "group", "credentials", "sources"}
    assert row.credentials == row.sources == ()


def test_a_share_of_none_is_zero(catalog, career):
    """Nobody with a degree is a figure like any other, and not a missing one."""
    none = Attainment(**dict.fromkeys(SHARES, 0), source="seed-2016")
    assert compared(catalog, career, attainment=none).bachelor_or_more_percent == 0


def test_shares_of_degrees_add_up(catalog, career):
    """Bachelor's, master's and doctoral degrees are counted together."""
    row = compared(catalog, career)
    assert row.bachelor_or_more_percent == 23.3
    assert row.attainment == career.attainment


@given(st.lists(st.integers(0, 1000), min_size=3, max_size=3))
def test_rounded_shares_are_never_more_than_all(tenths):
    """Three shares of one decimal add up exactly, to all of the workers at most."""
    others = dict.fromkeys(SHARES[:4], 0)
    degrees = dict(zip(SHARES[4:], (each / 10 for each in tenths), strict=True))
    found = bachelor_or_more(Attainment(**others, **degrees, source="page"))
    assert found == min(sum(tenths), 1000) / 10


def test_entry_education_of_several_claims(career):
    """The current projection's source decides; else the last typical claim; else nothing."""

    def entry(*claims, outlook=career.outlook):
        needs = Requirements(education=claims)
        return entry_education(dataclasses.replace(career, requirements=needs, outlook=outlook))

    current = EducationClaim(level="master", basis="typical", source="bls-projections-2024-34")
    other = EducationClaim(level="associate", basis="typical", source="seed-2016")
    accepted = EducationClaim(level="certificate", basis="accepted", source="seed-2016")
    assert entry(current, other, accepted) == current
    assert entry(other, accepted) == other
    assert entry(current, other, outlook=()) == other
    assert entry(accepted) is None


def test_a_projection_without_figures_is_still_dated(catalog, career):
    """A projection that leaves figures out keeps its years and its source."""
    bare = Outlook(base_year=2030, horizon_year=2040, source="seed-2016")
    row = compared(catalog, career, outlook=(bare,))
    assert (row.base_year, row.growth_percent, row.employment) == (2030, None, None)
    assert row.outlook_source == "seed-2016"


def test_an_area_adds_what_is_paid_there(catalog, career):
    """Beside the nation's stand the wages of the area, with their own source."""
    (ohio,) = areas(catalog, "OH", None)
    answer = compare(catalog, [career], ohio)
    (row,) = answer.careers
    assert answer.area == "Ohio"
    wage = row.local_wage
    assert (wage.area, wage.employment, wage.median) == ("Ohio", 7440, 50990)
    assert row.wage == newest_wage(career)
    assert "bls-oews-2025-state" in row.sources


def test_an_area_without_figures_leaves_them_out(catalog, career):
    """An occupation that BLS tells nothing of in an area has no local wage, not one of zero."""
    (guam,) = areas(catalog, "GU", None)
    (row,) = compare(catalog, [dataclasses.replace(career, soc="99-9999")], guam).careers
    assert row.local_wage is None
