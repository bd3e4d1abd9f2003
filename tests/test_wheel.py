"""The built wheel, installed beside the checkout: what users get."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]


@pytest.fixture(scope="session")
def wheel(made_once):
    """Build the wheel with what is installed here: no network."""

    def build(folder):
        options = ["--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder)]
        subprocess.run([*PIP, "wheel", *options, str(ROOT)], check=True, capture_output=True)

    return next(made_once("wheel", build).glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel, made_once):
    """Install the wheel into a folder of its own."""

    def install(folder):
        options = ["--no-deps", "--no-index", "--target", str(folder)]
        subprocess.run([*PIP, "install", *options, str(wheel)], check=True, capture_output=True)

    return made_once("installed", install)


def python(installed, *argv, **env):
    """Run Python with the installed package, far from the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "HOME": "/nonexistent", **env}
    command = [sys.executable, "-P", *argv]
    return subprocess.run(
        command, capture_output=True, text=True, env=environment, cwd=installed, check=False
    )


def careerkit(installed, *argv, **env):
    """Run the installed careerkit."""
    return python(installed, "-m", "careerkit", *argv, **env)


def with_pack(installed, folder, record, name, cache):
    """Return how many careers the installed careerkit has with a pack of a copy of a record."""
    source = ROOT / "data" / record
    (folder / source.parent.name).mkdir(parents=True)
    (folder / source.parent.name / name).write_text(source.read_text())
    done = careerkit(installed, "list", "--json", "--data", str(folder), XDG_CACHE_HOME=cache)
    return done.returncode, json.loads(done.stdout)["data"]["total"]


def test_wheel_holds_the_store_and_no_data_folder(wheel):
    """The wheel carries the store, its digest, the code and its types; no YAML, no tests."""
    names = zipfile.ZipFile(wheel).namelist()
    assert {"careerkit/store.sqlite", "careerkit/store.sqlite.sha256"} < {*names}
    assert "careerkit/py.typed" in names
    assert not [name for name in names if name.endswith(".yaml") or "tests" in name]


def test_installed_code_is_what_runs(installed):
    """The installed package answers, not the checkout."""
    done = python(installed, "-c", "import careerkit; print(careerkit.__file__)")
    assert done.stdout.startswith(str(installed))


@pytest.mark.parametrize(
    "argv",
    [
        ("show", "medical-records-technician"),
        ("show", "29-2072", "--json"),
        ("list",),
        ("search", "medcial", "recrods"),
        ("outlook", "29-2072"),
        ("eligible", "--degree", "aas", "--accredited", "cahiim"),
        ("credential", "rhit"),
        ("programs", "29-2072", "--education", "hs"),
        ("sources",),
    ],
    ids=" ".join,
)
def test_installed_commands_answer_as_the_checkout(argv, installed, run):
    """Every command prints the same from the wheel as from the checkout."""
    day = ("--as-of", "2026-11-22")
    done = careerkit(installed, *argv, *day)
    assert (done.returncode, done.stderr) == (0, "")
    assert run(*argv, *day).out == done.stdout


def test_installed_json_loads_neither_rich_nor_yaml(installed):
    """From the wheel's store a JSON answer loads no Rich, no PyYAML, no platformdirs."""
    code = (
        "import sys; from careerkit.cli import main; main(sys.argv[1:]); "
        "print(*sys.modules, file=sys.stderr)"
    )
    modules = {*python(installed, "-c", code, "show", "29-2072", "--json").stderr.split()}
    assert "careerkit" in modules
    assert modules.isdisjoint({"rich", "yaml", "platformdirs", "hashlib"})


def test_installed_pack_compiles_on_top(installed, tmp_path):
    """A pack is compiled on top of the wheel's store, and refers to its records."""
    record, cache = "careers/medical-records-technician.yaml", str(tmp_path / "cache")
    result = with_pack(installed, tmp_path / "pack", record, "chart-librarian.yaml", cache)
    assert result == (0, 833)


def test_installed_pack_without_a_home_still_answers(installed, tmp_path):
    """Where no cache can be written the answer comes all the same."""
    record = "sources/seed-2016.yaml"
    result = with_pack(installed, tmp_path / "pack", record, "another.yaml", "/dev/null")
    assert result == (0, 832)


@pytest.mark.parametrize("format_", ["table", "json", "csv", "markdown"])
def test_installed_data_are_as_they_were_built(format_, installed):
    """Without a path the installed store is held against the digest that came with it."""
    done = careerkit(installed, "validate", "--format", format_)
    assert (done.returncode, done.stderr) == (0, "")
    if format_ in ("table", "markdown"):
        assert "exactly as they were built" in " ".join(done.stdout.split())


def test_installed_data_that_changed_are_reported(installed, tmp_path):
    """One flipped bit anywhere in the installed store ends in one line: reinstall."""
    copy = tmp_path / "damaged"  # other tests run what is installed at the same time
    shutil.copytree(installed / "careerkit", copy / "careerkit")
    with (copy / "careerkit" / "store.sqlite").open("r+b") as store:
        store.seek(-(store.seek(0, os.SEEK_END) // 2), os.SEEK_END)
        (byte,) = store.read(1)
        store.seek(-1, os.SEEK_CUR)
        store.write(bytes([byte ^ 1]))
    done = careerkit(copy, "validate")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (4, "", 1)
    assert "reinstall careerkit" in done.stderr


def test_python_api(installed):
    """The public functions work over the wheel's store."""
    code = (
        "from datetime import date; import careerkit; from careerkit.model.client import Study; "
        "client = careerkit.Client(education=(Study(level='associate', field='him', "
        "accredited_by=('cahiim',)),)); "
        "print(careerkit.check('rhit', client, as_of=date(2026, 11, 22)).verdict)"
    )
    assert python(installed, "-c", code).stdout == "eligible\n"
