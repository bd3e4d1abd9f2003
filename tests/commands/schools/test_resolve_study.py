"""What study is asked for: by a code, a title, or the career that it leads to."""

import pytest
from pages import catalog_of

from careerkit.catalog import Catalog
from careerkit.commands.schools.resolve_study import resolve_study
from careerkit.errors import CareerkitError, ExitStatus

COOKING = ("12.0500", "12.0501", "12.0503")
UNKNOWN = ExitStatus.NOT_FOUND
GENERAL = "12.0500  Cooking, General"
ARTS = ("12.0501  Baking and Pastry Arts/Baker", "12.0503  Culinary Arts/Chef Training")
HOSPITALITY = "52.0901  Hospitality Administration, General"
FOOD = "52.0905  Restaurant/Food Services Management"


@pytest.mark.parametrize(
    ("text", "kind", "found", "cips"),
    [
        ("12.0500", "cip", "12.0500", ("12.0500",)),
        (" CIP 12.0500 ", "cip", "12.0500", ("12.0500",)),
        ("120500", "cip", "12.0500", ("12.0500",)),
        ("12.05", "cip", "12.05", COOKING),
        ("12", "cip", "12", COOKING),
        ("cook", "career", "cook", COOKING),
        ("35-2014", "career", "cook", COOKING),
        ("porter", "career", "porter", ()),
        ("pastry", "program", "pastry", ("12.0501",)),
        ("Bread and cakes", "program", "pastry", ("12.0501",)),
        ("cooking, general", "cip", "12.0500", ("12.0500",)),
        ("Chef Training", "cip", "12.0503", ("12.0503",)),
        ("hospitality", "cip", "52.0901", ("52.0901",)),
    ],
)
def test_codes_careers_programs_and_titles_are_understood(campus, text, kind, found, cips):
    """Codes stand for all below them; a career for what leads to it; a title for its code."""
    asked = resolve_study(campus, text)
    assert (asked.kind, asked.id, asked.cips) == (kind, found, cips)


@pytest.mark.parametrize(
    ("text", "status", "told", "details"),
    [
        (
            "12.0599",
            ExitStatus.USAGE,
            "CIP 12.0599 (Cooking, Other) is a former code; use 12.0500 (Cooking, General)",
            (),
        ),
        ("12.0509", UNKNOWN, "there is no CIP code 12.0509; the nearest:", (GENERAL, *ARTS)),
        ("52.01", UNKNOWN, "there is no CIP code 52.01; the nearest:", (HOSPITALITY, FOOD)),
        ("52.0901123", UNKNOWN, "there is no CIP code 52.0901123; the nearest:", (HOSPITALITY,)),
        ("99", UNKNOWN, "there is no CIP code 99", ()),
        ("", UNKNOWN, "there is no career or program ''; on record are:", None),
        ("xyzzy", UNKNOWN, "there is no career or program 'xyzzy'; on record", None),
        ("arts", ExitStatus.USAGE, "'arts' fits 2 programs; name one by its code", ARTS),
    ],
)
def test_what_is_not_one_thing_is_told_with_what_is_near(campus, text, status, told, details):
    """A former code comes with today's, an unknown one with its group, words with all they fit."""
    with pytest.raises(CareerkitError) as caught:
        resolve_study(campus, text)
    assert caught.value.status == status
    assert caught.value.message.startswith(told)
    if details is not None:
        assert caught.value.details == details


def test_a_whole_title_is_meant_where_several_careers_fit(campus, monkeypatch):
    """What fits several careers is a program of that very title, and else the careers are told."""
    several = CareerkitError("fits 2 careers", ExitStatus.USAGE, ["one", "two"])

    resolve = Catalog.resolve

    def resolved(self, kind, name):
        if kind == "career":
            raise several
        return resolve(self, kind, name)

    monkeypatch.setattr(Catalog, "resolve", resolved)
    assert resolve_study(campus, "Baker").cips == ("12.0501",)
    with pytest.raises(CareerkitError) as caught:
        resolve_study(campus, "Arts")
    assert caught.value is several


def test_without_a_table_of_codes_that_is_said(tmp_path):
    """No code can be known to be wrong where no code is on record."""
    empty = catalog_of(tmp_path, {"sources": {}})
    with pytest.raises(CareerkitError) as caught:
        resolve_study(empty, "51.0707")
    assert caught.value.message == "no CIP code is on record: the data have no table of them"
