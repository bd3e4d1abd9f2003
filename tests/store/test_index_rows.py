"""What a store keeps beside a record: its names, and its row in lists."""

import pytest

from careerkit.model.career import Career, EducationClaim, Outlook, RelatedCode, Requirements, Wage
from careerkit.model.kinds import KINDS
from careerkit.model.organization import Issuer
from careerkit.model.source import Source
from careerkit.store.index_rows import names_of, row_of, title_of


def career(education=(), **values):
    """Return a career with these values and no others."""
    return Career(
        id="clerk",
        title="Clerk",
        soc="29-2072",
        group="health-information",
        summary="Keeps records.",
        sources=("s",),
        requirements=Requirements(education=tuple(education)),
        **values,
    )


def claim(level, source, basis="typical"):
    """Return a claim about entry education."""
    return EducationClaim(level=level, basis=basis, source=source)


def outlook(base, source, **figures):
    """Return a projection over ten years."""
    return Outlook(base_year=base, horizon_year=base + 10, source=source, **figures)


ISSUER = Issuer(
    id="ahima", name="An Association", abbreviation="AA", url="https://a.org", sources=("s",)
)


def test_a_record_is_called_by_its_title_or_name():
    """Careers and sources have titles, organizations have names."""
    source = Source(id="s", title="A page", publisher="P", kind="mirror", retrieved="2026")
    titles = [title_of(record) for record in (career(), source, ISSUER, object())]
    assert titles == ["Clerk", "A page", "An Association", ""]


def test_a_career_is_asked_for_by_title_id_other_names_and_codes():
    """Every name and every code of a career leads to it."""
    codes = (
        RelatedCode(system="soc-2010", code="29-2071", relation="split-from"),
        RelatedCode(system="onet-soc-2019", code="29-2072.00", relation="same-as"),
    )
    record = career(aka=("Keeper",), codes=codes, official_title="Clerks, all")
    assert list(names_of("career", record)) == [
        *(("Clerk", "title"), ("clerk", "id"), ("Keeper", "aka"), ("Clerks, all", "official")),
        *(("29-2072", "code"), ("29-2071", "code"), ("29-2072.00", "code")),
    ]


@pytest.mark.parametrize(
    ("kind", "record_id", "name"),
    [
        ("program", "health-information-technology", ("51.0707", "code")),
        ("credential", "ahima-rhit", ("RHIT", "abbreviation")),
        ("issuer", "ahima", ("AHIMA", "abbreviation")),
    ],
)
def test_a_record_is_asked_for_by_its_code_or_abbreviation(kind, record_id, name, catalog):
    """CIP codes of programs and abbreviations of credentials and issuers are names of theirs."""
    record = catalog.one(KINDS[kind].record, record_id)
    assert name in list(names_of(kind, record))


def test_every_real_record_has_a_title_and_an_id(catalog):
    """Each record of each kind has names to be asked for, none of them empty."""
    for kind in KINDS.values():
        for record in catalog.all(kind.record):
            names = list(names_of(kind.name, record))
            assert {"title", "id"} <= {role for _, role in names}
            assert all(text for text, _ in names)


def test_a_career_without_figures_has_a_row_without_figures():
    """What is not on record is None in the row, and no source is cited for it."""
    row = row_of(career())
    expected = ("clerk", "Clerk", "29-2072", "health-information")
    assert (row.id, row.title, row.soc, row.group) == expected
    figures = (row.education, row.growth_percent, row.openings_per_year, row.median_wage)
    assert figures == (None, None, None, None)
    assert (row.median_wage_at_least, row.sources) == (False, ())


@pytest.mark.parametrize(("figures", "expected"), [(("median", "p90"), True), (("p90",), False)])
def test_a_row_tells_a_wage_that_is_only_known_to_be_that_or_more(figures, expected):
    """A median at the top of what is released is "at least" so much; other figures are not it."""
    row = row_of(career(wages=(Wage(period="2025", median=239200, at_least=figures, source="s"),)))
    assert (row.median_wage, row.median_wage_at_least) == (239200, expected)


@pytest.mark.parametrize("figures", [(), ("median",)])
def test_wages_by_the_hour_are_no_annual_wage(figures):
    """A row holds annual wages: an hourly figure leaves the median unknown, and not at least it."""
    wage = Wage(period="2025", unit="hour", median=45.5, at_least=figures, source="s")
    row = row_of(career(wages=(wage,)))
    assert (row.median_wage, row.median_wage_at_least) == (None, False)


def test_a_row_has_the_current_figures_and_their_sources():
    """The newest vintage and the newest wages are taken, each source cited once."""
    newest = outlook(2024, "new", growth_percent=7.1, openings_per_year=14200)
    older = outlook(2014, "old", growth_percent=15, openings_per_year=1)
    wages = (
        Wage(period="2025-05", median=51140, source="new"),
        Wage(period="2015-05", median=1, source="old"),
    )
    claims = [claim("certificate", "new"), claim("associate", "old")]
    row = row_of(career(education=claims, outlook=(newest, older), wages=wages))
    figures = (row.education, row.growth_percent, row.openings_per_year, row.median_wage)
    assert (figures, row.sources) == (("certificate", 7.1, 14200, 51140), ("new",))


def test_a_figure_that_the_newest_lacks_is_not_taken_from_an_older():
    """Old figures are never shown as current."""
    vintages = (outlook(2014, "old", growth_percent=15), outlook(2024, "new"))
    older = Wage(period="2015", median=1, source="old")
    row = row_of(career(outlook=vintages, wages=(older, Wage(period="2025", mean=2, source="new"))))
    assert (row.growth_percent, row.median_wage) == (None, None)


@pytest.mark.parametrize("national_first", [True, False])
def test_a_row_has_the_wage_of_the_nation(national_first):
    """Wages of a state are not the career's wage in lists, newer or not, first or last."""
    nation = Wage(period="2024-05", median=50000, source="s")
    state = Wage(period="2025-05", area="Ohio", area_type="state", median=40000, source="s")
    wages = (nation, state) if national_first else (state, nation)
    assert row_of(career(wages=wages)).median_wage == 50000


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([claim("associate", "seed")], "associate"),
        ([claim("associate", "seed"), claim("certificate", "bls")], "certificate"),
        ([claim("certificate", "bls"), claim("associate", "seed")], "certificate"),
        ([claim("certificate", "one"), claim("associate", "two")], "associate"),
        ([claim("associate", "seed"), claim("none", "bls", "accepted")], "associate"),
        ([claim("associate", "bls", "required")], None),
        ([claim("associate", "bls"), claim("bachelor", "bls")], "bachelor"),
    ],
)
def test_entry_education_is_that_of_the_projection_or_the_last_typical(claims, expected):
    """The level BLS calls typical counts, or else the last that any source calls typical."""
    row = row_of(career(education=claims, outlook=(outlook(2024, "bls"),)))
    assert row.education == expected


def test_without_a_projection_the_last_typical_level_counts():
    """Entry education needs no projection."""
    assert row_of(career(education=[claim("associate", "seed")])).education == "associate"
