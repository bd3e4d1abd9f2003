"""What commands print, kept as files: ``pytest --update-golden`` writes them anew, to be read."""

import json
from pathlib import Path

import pytest

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
CAREER = "medical-records-technician"
CASELOAD = str(GOLDEN.parent.parent / "docs" / "how-to" / "caseload.csv")
DAY = ("--as-of", "2026-11-22")

COMMANDS = {
    "show": ("show", CAREER),
    "show-local": ("show", CAREER, "--state", "OH", "--metro", "Columbus, OH"),
    "list": ("list", "--group", "health-information"),
    "list-local": ("list", "--state", "OH", "--sort", "wage", "--limit", "10"),
    "list-none": ("list", "--min-wage", "900000"),
    "search": ("search", "medcial", "recrods"),
    "search-none": ("search", "zzzz"),
    "outlook": ("outlook", "29-2072"),
    "compare": ("compare", CAREER, "RN", "actor", "legislator", "fisher-or-hunter"),
    "eligible": ("eligible", "--degree", "aas", "--accredited", "cahiim"),
    "eligible-unknown": ("eligible", "rhit", "--degree", "aas"),
    "eligible-nearly": ("eligible", "rhia", "--degree", "bs", "--field", "business"),
    "eligible-award": ("eligible", "rhit", "--degree", "aas", "--stage", "award"),
    "eligible-caseload": ("eligible", "rhit", "cca", "--caseload", CASELOAD, "--summary"),
    "credential": ("credential", "rhia"),
    "credentials": ("credentials", "--issuer", "ahima", "--sort", "routes"),
    "credentials-career": ("credentials", "--career", CAREER),
    "programs": ("programs", CAREER),
    "programs-in-high-school": ("programs", CAREER, "--education", "in-high-school"),
    "programs-high-school": ("programs", CAREER, "--education", "high-school"),
    "programs-some-college": ("programs", CAREER, "--education", "some-college"),
    "programs-bachelor": ("programs", CAREER, "--education", "bs", "--level", "ms"),
    "schools": ("schools", CAREER, "--state", "OH", "--limit", "20"),
    "schools-near": ("schools", "51.0707", "--near", "Columbus, OH", "--within", "90"),
    "schools-none": ("schools", "51.3801", "--state", "Palau", "--level", "associate"),
    "sources": ("sources",),
    "pathway": ("pathway", CAREER, "--degree", "ged", "--state", "OH"),
    "pathway-stranger": ("pathway", "registered-nurse"),
    "pathway-credential": ("pathway", "pmp", "--degree", "bs", "--work", "none"),
}
FORMATS = ("table", "json", "csv", "markdown")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", COMMANDS)
def test_output_is_as_kept(name, form, run, request):
    """Each command prints, byte for byte, what its golden file holds."""
    result = run(*COMMANDS[name], *DAY, "--format", form)
    assert (result.status, result.err) == (0, "")
    path = GOLDEN / f"{name}.{form}.txt"
    if request.config.getoption("--update-golden"):
        path.write_text(result.out, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == result.out


def test_no_golden_file_is_left_over():
    """Every golden file belongs to a command here."""
    expected = {f"{name}.{form}.txt" for name in COMMANDS for form in FORMATS}
    assert expected == {path.name for path in GOLDEN.iterdir()}


def kept(name):
    """Return the JSON answer of a command as it is kept."""
    return json.loads((GOLDEN / f"{name}.json.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", COMMANDS)
def test_json_keeps_the_envelope(name):
    """JSON has exactly the keys of the contract, sorted, and every cited source."""
    answer = kept(name)
    assert list(answer) == [
        *("as_of", "careerkit", "command", "data", "notes", "resolved", "schema", "sources")
    ]
    assert (answer["schema"], answer["as_of"]) == (1, "2026-11-22")
    assert COMMANDS[name][0] == answer["command"]
    for source_id, source in answer["sources"].items():
        assert source_id == source["id"]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_cited_source_comes_along(name):
    """A source id anywhere in the data is a key of ``sources``."""
    answer = kept(name)

    def cited(value):
        if isinstance(value, dict):
            for key, item in value.items():
                if key.endswith("source") and isinstance(item, str):
                    yield item
                elif key == "sources" and isinstance(item, list):
                    yield from (source_id for source_id in item if isinstance(source_id, str))
                yield from cited(item)
        elif isinstance(value, list):
            for item in value:
                yield from cited(item)

    assert set(cited(answer["data"])) == set(answer["sources"])
