"""What many tests share: the real records, a small data folder to break, the command line."""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import settings

from careerkit.catalog import Catalog
from careerkit.cli import main
from careerkit.model.kinds import BULK_FOLDERS
from careerkit.store import open_store as opening
from careerkit.store.compile import compile_store
from careerkit.store.open_store import open_store
from careerkit.store.read import Store

# With every run the same few examples on every machine; in .ci/nightly many, and each night others.
# A deadline would be an assertion on elapsed time.
settings.register_profile("quick", deadline=None, derandomize=True, max_examples=40)
settings.register_profile("nightly", deadline=None, max_examples=1000)

pytest_plugins = ["campus"]

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
CAREER = "medical-records-technician"


@pytest.fixture(scope="session")
def shared(tmp_path_factory) -> Path:
    """Return a folder of this run that all its worker processes share."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    folder = folder / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def made_once(shared) -> Callable[[str, Callable[[Path], object]], Path]:
    """Make what a name stands for in the first process that asks, while the others wait."""

    def get(name: str, make: Callable[[Path], object]) -> Path:
        path, aside = shared / name, shared / f"{name}.new"
        # SQLite locks files alike on every system, and lets go when a process is killed.
        with closing(sqlite3.connect(shared / f"{name}.lock", timeout=3600)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            if not path.exists():
                make(aside)
                aside.rename(path)
        return path

    return get


@pytest.fixture(autouse=True)
def cache_of_its_own(shared, monkeypatch):
    """No test reads or writes the user's own cache, packs or terminal settings."""
    for name in ("CAREERKIT_DATA", "CAREERKIT_DEBUG", "NO_COLOR", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(shared / "cache"))


@pytest.fixture(scope="session")
def small(made_once) -> Path:
    """Copy the real records, of careers only one: enough for most claims, and quick to compile.

    Of wages, programs and schools there is what has to do with that career: health.
    """
    return made_once("small", lambda aside: _copy_small(aside / "data")) / "data"


def _copy_small(folder: Path) -> None:
    """Copy the small records."""
    shutil.copytree(DATA, folder, ignore=_left_out)
    for name in ("careers", "advanced"):
        (folder / name).mkdir()
    shutil.copy(DATA / "careers" / f"{CAREER}.yaml", folder / "careers")
    for path in (folder / "programs").iterdir():
        careers = re.findall(r"careers: \[(.+?)\]", path.read_text(encoding="utf-8"))
        if careers and CAREER not in careers[0]:
            path.unlink()


def _left_out(path: str, names: list[str]) -> list[str]:
    """Return what of a folder of the data the small records do without."""
    if Path(path) == DATA:
        return ["careers", "advanced"]
    tables = [name for name in names if re.fullmatch(r"(awards-|fields-|)\d\d.csv", name)]
    return [name for name in tables if not name.endswith(("-51.csv", "29.csv"))]


@pytest.fixture(scope="session")
def records(small, made_once) -> Path:
    """Copy the small records without the bulk tables beside them, which take long to compile."""

    def copy(aside: Path) -> None:
        shutil.copytree(small, aside / "data", ignore=_bulk_of(small))

    return made_once("records", copy) / "data"


def _bulk_of(folder: Path) -> Callable[[str, list[str]], tuple[str, ...]]:
    """Return what leaves out the bulk tables of a data folder as it is copied."""
    return lambda path, _: BULK_FOLDERS if Path(path) == folder else ()


@pytest.fixture
def data(records, tmp_path) -> Path:
    """Copy the small records, to change them, without the bulk tables, which take long to read."""
    return Path(shutil.copytree(records, tmp_path / "data"))


@pytest.fixture
def small_house(records, monkeypatch) -> Path:
    """Let careerkit take the small records, without bulk tables, for its own."""
    monkeypatch.setattr(opening, "CHECKOUT", records)
    return records


@pytest.fixture(scope="session")
def catalog(small, made_once) -> Catalog:
    """Compile the small records and open them."""
    return Catalog(Store(made_once("small.sqlite", lambda aside: compile_store([small], aside))))


@pytest.fixture(scope="session")
def cached(shared, made_once) -> Path:
    """Compile all data of the project into the cache, once for every test that reads them."""

    def compile_all(aside: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_CACHE_HOME", str(shared / "cache"))
            open_store([]).close()
        aside.touch()

    made_once("cached", compile_all)
    return shared / "cache"


@pytest.fixture(scope="session")
def whole(cached) -> Catalog:
    """Open all data of the project."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cached))
        return Catalog(open_store([]))


class Result:
    """What a command left behind."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.out = out
        self.err = err


@pytest.fixture
def run(capsys, cached) -> Callable[..., Result]:
    """Run the command line in this process: ``run("show", "x", "--json")``."""

    def call(*argv: str) -> Result:
        status = main(list(argv))
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return call


def pytest_addoption(parser):
    """Add the options that write what is printed anew, and that run the long tests."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden, pages anew")
    parser.addoption("--nightly", action="store_true", help="draw many examples; run every test")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config):
    """Use one process where pages are written anew, and for a test that is named."""
    alone = config.getoption("--update-golden") or any("::" in each for each in config.args)
    return 0 if alone else None


def pytest_configure(config):
    """Choose how many examples the properties draw, before their modules are read."""
    settings.load_profile("nightly" if config.getoption("--nightly") else "quick")


def pytest_collection_modifyitems(config, items):
    """Leave out what is for the night."""
    if not config.getoption("--nightly"):
        left_out = [item for item in items if item.get_closest_marker("nightly")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def pytest_terminal_summary(terminalreporter):
    """Say how many claims were not checked because the official files are not there."""
    skipped = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", ())]
    if number := sum("the official file" in reason for reason in skipped):
        terminalreporter.write_line(
            f"{number} claims on the official files were not checked: the files are not in "
            "../shared/data (CONTRIBUTING.md, 'Official files', says how to get them)"
        )
