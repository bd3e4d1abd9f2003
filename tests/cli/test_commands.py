"""Commands as a user gives them: options that combine, profiles, packs, statuses."""

import io
import json
import sys

import pytest

from careerkit.cli.app import COMMANDS
from careerkit.commands.validate import cli as validate
from careerkit.store import open_store as opening
from careerkit.store import validate as validating
from careerkit.store.compile import compile_store
from careerkit.store.digest import write_digest

CAREER = "medical-records-technician"


def answer(result):
    """Return the data of a JSON answer."""
    assert (result.status, result.err) == (0, "")
    return json.loads(result.out)["data"]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command(name, run):
    """Every command has help, which leads with its summary's subject and lists --json."""
    result = run(name, "--help")
    assert result.status == 0
    assert f"Usage: careerkit {name}" in result.out
    assert "--json" in result.out


def test_summaries_are_not_cut(run):
    """The list of commands fits 80 columns: no summary ends in dots."""
    assert "..." not in run("--help").out.partition("Commands:")[2]


@pytest.mark.parametrize("name", [CAREER, "29-2072", "medical records technicians", "29-2072.00"])
def test_show_takes_ids_codes_and_titles(name, run):
    """A career is found by id, SOC code, O*NET code, or title in any number and case."""
    assert json.loads(run("show", name, "--json").out)["data"]["id"] == CAREER


def test_show_tells_of_an_older_code(run):
    """An older code finds the career, and a note on stderr says it was split."""
    result = run("show", "29-2071")
    assert result.status == 0
    assert "was split from SOC 2010 29-2071" in result.err


def test_show_has_the_fields_of_the_contract(run):
    """The card holds every field of the contract; wages say their area."""
    data = answer(run("show", CAREER, "--json"))
    promised = "id title soc group summary duties aka requirements outlook wages credentials"
    assert {*promised.split(), "programs", "related"} <= set(data)
    assert (
        data["wages"][0]["area"],
        data["wages"][0]["area_type"],
    ) == ("United States", "national")


def test_show_keeps_history_apart_from_current(run):
    """The newest figures come first; the figures of the seed page stay, dated."""
    data = answer(run("show", CAREER, "--json"))
    assert [figures["base_year"] for figures in data["outlook"]] == [2024, 2014]
    assert [figures["period"] for figures in data["wages"]] == ["2025-05", "2024-05", "2015-05"]
    assert tuple(figures["median"] for figures in data["wages"]) == (51140, 50250, None)


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        (("--degree", "aas", "--accredited", "cahiim"), 0),
        (("--degree", "aas", "--accredited", "none"), 10),
        (("--degree", "aas"), 11),
    ],
)
def test_check_answers_by_exit_status(facts, status, run):
    """With --check, 0 is eligible, 10 not eligible and 11 unknown."""
    assert status == run("eligible", "rhit", *facts, "--check").status


def test_check_of_several_is_eligible_for_all(run):
    """Of several credentials the worst verdict decides."""
    facts = ("--degree", "aas", "--accredited", "cahiim", "--check")
    assert run("eligible", "rhit", "cca", *facts).status == 0
    assert run("eligible", "rhit", "rhia", *facts).status == 10
    assert run("eligible", "--career", CAREER, *facts).status == 10


def test_eligible_lists_what_the_facts_bear_on(run):
    """Without names, credentials that no fact bears on are counted, and --all shows them."""
    held = ("eligible", "--holds", "rhit", "--as-of", "2026-11-22", "--json")
    data = answer(run(*held))
    held_ids = [result["credential"] for result in data["results"] if result["held"]]
    assert held_ids == ["ahima-rhit"]
    everything = answer(run(*held, "--all"))
    assert everything["left_out"] == 0
    assert len(everything["results"]) == len(data["results"]) + data["left_out"]


def test_eligible_without_facts_says_so(run):
    """No facts is no error: an empty list, and a note on what to give."""
    result = run("eligible", "--json")
    assert result.status == 0
    assert json.loads(result.out)["data"]["results"] == []
    assert "no facts were given" in result.err


def test_verdict_keys_of_the_contract(run):
    """Each result and route has the keys of the contract."""
    data = answer(run("eligible", "rhia", "--degree", "aas", "--accredited", "cahiim", "--json"))
    assert {"stage", "results", "left_out"} == set(data)
    (result,) = data["results"]
    promised = "credential name issuer verdict route missing ask nearly confidence url routes"
    assert set(promised.split()) <= set(result)
    for route in result["routes"]:
        assert {"id", "label", "verdict", "closed", "conditions"} <= set(route)


def test_several_programs_by_flags(run):
    """A bachelor's in anything and an approved certificate together open the RHIA."""
    facts = ("--degree", "bs", "--field", "business", "--accredited", "none")
    study = ("--study", "degree=postbacc,field=him,approved=cahiim")
    data = answer(run("eligible", "rhia", *facts, *study, "--json"))
    assert tuple(data["results"][0][key] for key in ("verdict", "route")) == (
        "eligible",
        "postbacc",
    )


PROFILE = """\
education:
  - {level: associate, field: him, accredited_by: [cahiim], completed: 2026-05-15}
credentials: []
"""


def test_profile_file(run, tmp_path):
    """A profile says the same as flags."""
    path = tmp_path / "client.yaml"
    path.write_text(PROFILE)
    data = answer(run("eligible", "rhit", "--profile", str(path), "--json"))
    assert data["results"][0]["verdict"] == "eligible"
    assert data["results"][0]["assumes"] == []


def test_profile_from_stdin(run, monkeypatch):
    """``-`` reads the profile from stdin."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PROFILE.encode())))
    data = answer(run("eligible", "rhit", "--profile", "-", "--json"))
    assert data["results"][0]["verdict"] == "eligible"


def test_profile_mistakes_are_told_at_their_line(run, tmp_path):
    """A profile with mistakes exits 4 and names each line."""
    path = tmp_path / "client.yaml"
    path.write_text("education:\n  - {level: asociate, completed: 2031-01-01}\nheight: 30\n")
    result = run("eligible", "rhit", "--profile", str(path))
    assert (result.status, result.out) == (4, "")
    assert (
        f"{path}:2:13: 'asociate' is not a level of study; did you mean 'associate'?" in result.err
    )
    assert f"{path}:3:1: 'height' is not a key here" in result.err


def test_as_of_opens_a_closed_route(run):
    """A route that has closed counts on a day when it was open, and not today."""
    facts = ("rhia", "--holds", "rhit", "--degree", "bs", "--field", "business", "--json")
    then = answer(run("eligible", *facts, "--as-of", "2021-12-31"))
    now = answer(run("eligible", *facts, "--as-of", "2022-01-01"))
    assert then["results"][0]["route"] == "rhit-proviso"
    assert now["results"][0]["verdict"] == "not_eligible"


def test_pack_adds_records(run, data, tmp_path, small_house):
    """A folder given by --data, or by CAREERKIT_DATA, adds its records to the built-in ones."""
    pack = tmp_path / "pack"
    (pack / "careers").mkdir(parents=True)
    text = (data / "careers" / f"{CAREER}.yaml").read_text()
    text = text.replace("title: Medical records technician", "title: Chart librarian")
    (pack / "careers" / "chart-librarian.yaml").write_text(text)
    listing = answer(run("list", "--data", str(pack), "--json"))
    assert [career["id"] for career in listing["careers"]] == ["chart-librarian", CAREER]


def test_pack_from_the_environment(run, data, monkeypatch, small_house):
    """CAREERKIT_DATA names packs as --data does."""
    (data / "careers" / f"{CAREER}.yaml").unlink()
    monkeypatch.setenv("CAREERKIT_DATA", str(data))
    assert answer(run("list", "--json"))["total"] == 1


def test_validate_tells_problems_as_the_answer(run, data):
    """Problems are the answer of validate, on stdout, and the status is 4."""
    path = data / "careers" / f"{CAREER}.yaml"
    path.write_text(path.read_text().replace("soc: 29-2072", "soc: 29-207"))
    result = run("validate", str(path), "--json")
    assert result.status == 4
    (problem,) = json.loads(result.out)["data"]["problems"]
    assert (str(path), 4, 6, "format") == tuple(
        problem[key] for key in ("file", "line", "column", "code")
    )


@pytest.fixture
def built(tmp_path, monkeypatch):
    """Pretend that careerkit came as a wheel, with a store of one source and its digest."""
    path = tmp_path / "installed" / "store.sqlite"
    path.parent.mkdir()
    compile_store([a_pack(tmp_path / "own")], path)
    write_digest(path)
    for module in (opening, validate, validating):
        monkeypatch.setattr(module, "BUNDLED", path)
    return path


def a_pack(folder):
    """Make a data folder that holds one source."""
    (folder / "sources").mkdir(parents=True)
    text = "title: t\npublisher: p\nkind: seed\nretrieved: 2026-11-22\n"
    (folder / "sources" / "page.yaml").write_text(text, encoding="utf-8")
    return folder


def test_validate_without_a_path_checks_the_checkout(run, small_house):
    """In a checkout the project's own records are checked, and the answer says so."""
    report = answer(run("validate", "--json"))
    files = len([*small_house.glob("*/*.yaml")])
    assert (report["files"], report["problems"]) == (files, [])
    assert report["checked"] == [{"what": "checkout", "path": str(small_house)}]
    assert "Checked the data folder of this checkout: " in run("validate").out


@pytest.mark.parametrize("format_", ["table", "markdown"])
def test_validate_without_a_path_checks_what_is_installed(format_, run, built):
    """A store that is as it was built is confirmed in words, with status 0."""
    result = run("validate", "--format", format_)
    assert (result.status, result.err) == (0, "")
    assert "1 file checked, no problems" in result.out
    text = " ".join(result.out.split())
    assert "the data installed with careerkit, which are exactly as they were built" in text


def test_validate_without_a_path_answers_scripts(run, built):
    """JSON says what was checked; CSV has its header and no row, for there are no problems."""
    report = answer(run("validate", "--json"))
    checked = [{"what": "installed", "path": str(built)}]
    assert report == {"checked": checked, "files": 1, "problems": []}
    result = run("validate", "--format", "csv")
    assert (result.status, result.out) == (0, "file,line,column,code,message\n")


@pytest.mark.parametrize("format_", ["table", "json", "csv", "markdown"])
def test_validate_tells_a_damaged_installation(format_, run, built):
    """A byte that changed is one line that says to reinstall, and status 4, in every format."""
    built.write_bytes(built.read_bytes()[:-1] + b"?")
    result = run("validate", "--format", format_)
    assert (result.status, result.out, result.err.count("\n")) == (4, "", 1)
    assert "reinstall careerkit" in result.err


@pytest.mark.parametrize("named", ["--data", "CAREERKIT_DATA"])
def test_validate_without_a_path_checks_the_packs_too(named, run, built, tmp_path, monkeypatch):
    """The folders that answers are made from are checked with the installed data."""
    pack = a_pack(tmp_path / "pack")
    monkeypatch.setenv("CAREERKIT_DATA", str(pack) if named == "CAREERKIT_DATA" else "")
    argv = ("validate", *(("--data", str(pack)) if named == "--data" else ()))
    report = answer(run(*argv, "--json"))
    assert [place["what"] for place in report["checked"]] == ["installed", "pack"]
    assert (report["files"], report["problems"]) == (2, [])
    assert "Checked the records that you added: " in run(*argv).out
    (pack / "sources" / "page.yaml").write_text("[", encoding="utf-8")
    result = run(*argv, "--json")
    (problem,) = json.loads(result.out)["data"]["problems"]
    assert (result.status, problem["code"]) == (4, "syntax")


@pytest.mark.parametrize(
    ("line", "index", "offered"),
    [
        ("careerkit sh", 1, "show"),
        ("careerkit show med", 2, CAREER),
        ("careerkit compare RN med", 3, CAREER),
        ("careerkit eligible ahima-rhi", 2, "ahima-rhia"),
    ],
)
def test_completion(line, index, offered, run, monkeypatch):
    """Tab offers commands, careers and credentials."""
    monkeypatch.setenv("_CAREERKIT_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(index))
    with pytest.raises(SystemExit) as stop:
        run()
    assert stop.value.code == 0


def test_only_the_asked_command_is_loaded():
    """A command is not paid for by the others."""
    from careerkit.cli.app import build

    assert len(build({"sources"}, others=False).registered_commands) == 1
    assert len(COMMANDS) == len(build({"sources"}, others=True).registered_commands)
