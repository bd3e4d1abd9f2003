"""Careers filtered, sorted and found by a text."""

import pytest
import yaml

from careerkit.catalog import Catalog
from careerkit.queries.listing import SORTS, Filters, careers, search
from careerkit.store.compile import compile_store
from careerkit.store.read import Store

SOURCE = {
    "title": "A source",
    "publisher": "Somebody",
    "kind": "third-party",
    "retrieved": "2026-11-22",
}


def career(title, soc, aka=(), **told):
    """Return the record of a career; a figure that is left out is not on record."""
    page = {"source": "page"}
    claims = (
        [{"level": told["education"], "basis": "typical"} | page] if "education" in told else []
    )
    names = {"growth": "growth_percent", "openings": "openings_per_year"}
    projected = {name: told[key] for key, name in names.items() if key in told}
    years = {"base_year": 2024, "horizon_year": 2034}
    paid = [{"period": "2025-05", "median": told["wage"]} | page] if "wage" in told else []
    return {
        "title": title,
        "soc": soc,
        "aka": list(aka),
        "group": "health-information",
        "summary": "Does what it is called.",
        "sources": ["page"],
        "requirements": {"education": claims},
        "outlook": [years | projected | page] if projected else [],
        "wages": paid,
    }


RECORDS = {
    "medical-coder": career(
        "Medical coder",
        "29-2072",
        education="certificate",
        growth=7.1,
        openings=14200,
        wage=51140,
        aka=["Coding specialist", "Health information clerk"],
    ),
    "records-manager": career(
        "Records manager",
        "11-9111",
        education="bachelor",
        growth=23,
        openings=62100,
        wage=117960,
        aka=["Medical and health services manager"],
    ),
    "file-clerk": career(
        "File clerk", "43-4071", education="high_school", growth=-10.5, openings=8000, wage=39000
    ),
    "new-career": career("Zebra records keeper", "43-9999", aka=["Medical record clerk"]),
    "archivist": career("archivist", "25-4011", education="master", growth=7.1, wage=51140),
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """Return a catalog of five careers, one of them without any figure."""
    folder = tmp_path_factory.mktemp("shelf")
    for kind in ("careers", "sources"):
        (folder / kind).mkdir()
    (folder / "sources" / "page.yaml").write_text(yaml.safe_dump(SOURCE))
    for name, record in RECORDS.items():
        (folder / "careers" / f"{name}.yaml").write_text(yaml.safe_dump(record))
    path = folder / "store.sqlite"
    compile_store([folder], path)
    return Catalog(Store(path))


def listed(shelf, sort="title", limit=None, **filters):
    """Return the ids of the careers that pass."""
    return [row.id for row in careers(shelf, Filters(**filters), sort, limit).careers]


def test_without_filters_every_career_is_listed(shelf):
    """No filter leaves nothing out."""
    assert set(listed(shelf)) == set(RECORDS)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"group": "health-information"}, set(RECORDS)),
        ({"group": "health"}, set(RECORDS)),
        ({"group": "information"}, set()),
        ({"education": "certificate"}, {"medical-coder", "file-clerk"}),
        ({"education": "high_school"}, {"file-clerk"}),
        ({"education": "none"}, set()),
        ({"education": "doctorate"}, set(RECORDS) - {"new-career"}),
        ({"min_wage": 51140}, {"medical-coder", "records-manager", "archivist"}),
        ({"min_wage": 51141}, {"records-manager"}),
        ({"min_growth": 7.1}, {"medical-coder", "records-manager", "archivist"}),
        ({"min_growth": -20}, set(RECORDS) - {"new-career"}),
        ({"min_wage": 0}, set(RECORDS) - {"new-career"}),
        ({"min_growth": 0}, {"medical-coder", "records-manager", "archivist"}),
    ],
)
def test_a_filter_keeps_what_has_the_figure(shelf, filters, found):
    """A filter keeps the careers that reach it; a figure not on record passes no filter on it."""
    assert set(listed(shelf, **filters)) == found


def test_filters_combine(shelf):
    """A career must pass every filter that is given."""
    both = {"min_growth": 7.1, "education": "bachelor"}
    assert listed(shelf, **both) == ["medical-coder", "records-manager"]
    assert listed(shelf, **both, min_wage=60000) == ["records-manager"]
    assert listed(shelf, **both, min_wage=60000, group="health") == ["records-manager"]
    assert listed(shelf, **both, min_wage=200000) == []


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("title", ["archivist", "file-clerk", "medical-coder", "records-manager", "new-career"]),
        ("growth", ["records-manager", "archivist", "medical-coder", "file-clerk", "new-career"]),
        ("openings", ["records-manager", "medical-coder", "file-clerk", "archivist", "new-career"]),
        ("wage", ["records-manager", "archivist", "medical-coder", "file-clerk", "new-career"]),
        (
            "education",
            ["file-clerk", "medical-coder", "records-manager", "archivist", "new-career"],
        ),
    ],
)
def test_sorts_put_the_best_first_and_the_unknown_last(shelf, sort, order):
    """Figures fall, titles and levels rise; what has no figure comes last, equals by their id."""
    assert listed(shelf, sort=sort) == order


def test_every_sort_is_tried():
    """The sorts tried above are all there are."""
    assert set(SORTS) == {"title", "growth", "openings", "wage", "education"}


@pytest.mark.parametrize("limit", [0, 1, 3, 99])
def test_a_limit_cuts_the_list_and_not_the_total(shelf, limit):
    """A limit shows the first of the list and still says how many there are."""
    found = careers(shelf, Filters(), "wage", limit)
    assert len(found.careers) == min(limit, len(RECORDS))
    assert found.total == len(RECORDS)


def test_a_row_keeps_what_is_missing_missing(shelf):
    """A figure that is not on record is None in the row, never zero."""
    (row,) = (
        each for each in careers(shelf, Filters(), "title", None).careers if not each.education
    )
    assert (row.id, row.growth_percent, row.median_wage) == ("new-career", None, None)
    assert row.openings_per_year is None
    assert row.sources == ()


def found(catalog, text, limit=None):
    """Return what a search finds: career, the name that fits, and how."""
    return [(each.id, each.matched, each.match) for each in search(catalog, text, limit).matches]


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Medical coder", ("medical-coder", "Medical coder", "title")),
        ("MEDICAL-CODERS", ("medical-coder", "Medical coder", "title")),
        ("coding specialists", ("medical-coder", "Coding specialist", "other name")),
        ("29-2072", ("medical-coder", "29-2072", "other name")),
        ("records man", ("records-manager", "Records manager", "beginning")),
        ("clerk information", ("medical-coder", "Health information clerk", "words")),
        ("archvist", ("archivist", "archivist", "spelling")),
        ("fiel clerk", ("file-clerk", "File clerk", "spelling")),
    ],
)
def test_a_name_fits_in_one_of_five_ways(shelf, text, best):
    """A text is a title, another name, a beginning, words of a name or a misspelling of one."""
    assert found(shelf, text)[0] == best


def test_better_fits_come_first(shelf):
    """Fits are ranked: title, other name, beginning, words; of equals, more openings first."""
    assert found(shelf, "medical record clerk") == [
        ("new-career", "Medical record clerk", "other name")
    ]
    assert found(shelf, "medical") == [
        ("records-manager", "Medical and health services manager", "beginning"),
        ("medical-coder", "Medical coder", "beginning"),
        ("new-career", "Medical record clerk", "beginning"),
    ]
    assert found(shelf, "record") == [
        ("records-manager", "Records manager", "beginning"),
        ("new-career", "Zebra records keeper", "words"),
    ]
    assert found(shelf, "clerk") == [
        ("medical-coder", "Health information clerk", "words"),
        ("file-clerk", "File clerk", "words"),
        ("new-career", "Medical record clerk", "words"),
    ]


def test_a_career_is_found_once_by_its_best_name(shelf):
    """A career of which several names fit is listed once, under the best of them."""
    ids = [each for each, _, _ in found(shelf, "medical")]
    assert len(ids) == len(set(ids))


def test_spelling_is_tried_only_where_nothing_else_fits(shelf):
    """A text that fits as it is written is not taken for a misspelling of something else."""
    assert {fit for _, _, fit in found(shelf, "coder")} == {"words"}
    assert {fit for _, _, fit in found(shelf, "medcial codr")} == {"spelling"}


@pytest.mark.parametrize("text", ["", "   ", "?!", "zq", "welder", "x" * 300])
def test_what_fits_nothing_finds_nothing(shelf, text):
    """A text that no name fits finds an empty list."""
    assert found(shelf, text) == []


@pytest.mark.parametrize("text", ['"', "a OR b", "records*", "NEAR(", "o'brien", "%", "-"])
def test_a_text_is_never_a_query(shelf, text):
    """Whatever is typed is looked for, and never read as a language of the index."""
    assert isinstance(found(shelf, text), list)


def test_a_limit_cuts_what_is_found(shelf):
    """The best fits are kept."""
    best = ("records-manager", "Medical and health services manager", "beginning")
    assert found(shelf, "medical", 1) == [best]


def test_a_match_carries_the_row_of_its_career(shelf):
    """What is found comes with its current figures."""
    (match,) = search(shelf, "coding specialist", None).matches
    assert (match.median_wage, match.growth_percent, match.soc) == (51140, 7.1, "29-2072")
    assert search(shelf, "Coding", None).text == "Coding"


@pytest.mark.parametrize(
    ("text", "matched", "fit"),
    [
        ("medcial recrods", "Medical records", "spelling"),
        ("29-2072", "29-2072", "other name"),
        ("health information clerk", "Health information clerk", "other name"),
        ("Medical Records Technician", "Medical records technician", "title"),
        ("medical-records-technician", "Medical records technician", "title"),
    ],
)
def test_the_career_of_the_seed_page_is_found(catalog, text, matched, fit):
    """The real records are found by title, other titles, code, id and misspellings."""
    (best, name, how) = found(catalog, text)[0]
    assert best == "medical-records-technician"
    assert name.startswith(matched)
    assert how == fit
