"""What many tests share: the real records, a small data folder to break, the command line."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from careerkit.catalog import Catalog
from careerkit.cli import main
from careerkit.store import open_store as opening
from careerkit.store.compile import compile_store
from careerkit.store.open_store import open_store
from careerkit.store.read import Store

# A deadline would be an assertion on elapsed time.
settings.register_profile("careerkit", deadline=None)
settings.load_profile("careerkit")

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
CAREER = "medical-records-technician"


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path_factory, monkeypatch):
    """No test reads or writes the user's own cache, packs or terminal settings."""
    for name in ("CAREERKIT_DATA", "CAREERKIT_DEBUG", "NO_COLOR", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(scope="session")
def small(tmp_path_factory) -> Path:
    """Copy the real records, of careers only one: enough for most claims, and quick to compile.

    Of wages, programs and schools there is what has to do with that career: health.
    """
    folder = tmp_path_factory.mktemp("small") / "data"
    shutil.copytree(DATA, folder, ignore=_left_out)
    for name in ("careers", "advanced"):
        (folder / name).mkdir()
    shutil.copy(DATA / "careers" / f"{CAREER}.yaml", folder / "careers")
    for path in (folder / "programs").iterdir():
        careers = re.findall(r"careers: \[(.+?)\]", path.read_text(encoding="utf-8"))
        if careers and CAREER not in careers[0]:
            path.unlink()
    return folder


def _left_out(path: str, names: list[str]) -> list[str]:
    """Return what of a folder of the data the small records do without."""
    if Path(path) == DATA:
        return ["careers", "advanced"]
    tables = [name for name in names if re.fullmatch(r"(awards-|fields-|)\d\d.csv", name)]
    return [name for name in tables if not name.endswith(("-51.csv", "29.csv"))]


@pytest.fixture
def data(small, tmp_path) -> Path:
    """Copy the small records, to change them, without the bulk tables, which take long to read."""
    folder = tmp_path / "data"
    bulk = ["titles", "wages", "cip", "crosswalks", "schools"]
    shutil.copytree(small, folder, ignore=lambda path, _: bulk if path == str(small) else [])
    return folder


@pytest.fixture
def small_house(small, monkeypatch) -> Path:
    """Let careerkit take the small records for its own."""
    monkeypatch.setattr(opening, "CHECKOUT", small)
    return small


@pytest.fixture(scope="session")
def catalog(small, tmp_path_factory) -> Catalog:
    """Compile the small records and open them."""
    path = tmp_path_factory.mktemp("store") / "store.sqlite"
    compile_store([small], path)
    return Catalog(Store(path))


@pytest.fixture(scope="session")
def whole(tmp_path_factory) -> Catalog:
    """Open all data of the project, compiled once for all tests that ask for them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
        return Catalog(open_store([]))


class Result:
    """What a command left behind."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.out = out
        self.err = err


@pytest.fixture
def run(capsys) -> Callable[..., Result]:
    """Run the command line in this process: ``run("show", "x", "--json")``."""

    def call(*argv: str) -> Result:
        status = main(list(argv))
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return call


def pytest_addoption(parser):
    """Add the option that writes golden files, and the console blocks of pages, anew."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden, pages anew")
