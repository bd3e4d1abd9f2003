"""Every program that the seed pages name is on record, under its own wording.

The pages lie in ``../shared/seed`` where the project is developed.
"""

from pathlib import Path

import pytest

from careerkit.model.program import Program
from careerkit.names import normalise

PAGES = sorted((Path(__file__).resolve().parent.parent.parent / "shared" / "seed").glob("*.txt"))
BULLET = "•"
POPULAR, LISTED, END = (
    *("Find schools that offer these popular programs", "Popular Schools"),
    "Find your perfect school",
)


def section(page, start, end):
    """Return the items of a page between two lines."""
    lines = [line.strip() for line in page.read_text("utf-8").splitlines()]
    rest = lines[lines.index(start) + 1 :]
    between = rest[: rest.index(end)]
    items = [line.removeprefix(BULLET).strip() for line in between if line.startswith(BULLET)]
    return [item for item in items if item and not item.startswith("What is your")]


@pytest.fixture(params=PAGES, ids=lambda path: path.stem)
def page(request):
    """Return a seed page, one after the other."""
    return request.param


@pytest.fixture(scope="module")
def names(catalog):
    """Return the normal form of every title and other name of a program."""
    return {
        normalise(name)
        for program in catalog.all(Program)
        for name in (program.title, *program.aka)
    }


def test_the_seed_pages_are_here():
    """The tests below have a page to read, or say that there is none."""
    if not PAGES:
        pytest.skip("the seed pages of ../shared/seed are not here")
    assert all(page.stat().st_size for page in PAGES)


def test_every_popular_program_is_on_record(page, names):
    """Each program under "popular programs" is a title or other name of a record."""
    popular = section(page, POPULAR, "Education Requirements")
    assert len(popular) == 17
    assert [name for name in popular if normalise(name) not in names] == []


def test_every_program_that_schools_list_is_on_record(page, names):
    """Each program listed under "popular schools" is a title or other name of a record."""
    listed = section(page, LISTED, END)
    assert len(listed) == 26
    assert [name for name in listed if normalise(name) not in names] == []
