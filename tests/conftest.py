"""What many tests share: the real records, a small data folder to break, the command line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from careerkit.catalog import Catalog
from careerkit.cli import main

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path_factory, monkeypatch):
    """No test reads or writes the user's own cache, packs or terminal settings."""
    for name in ("CAREERKIT_DATA", "CAREERKIT_DEBUG", "NO_COLOR", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def data(tmp_path) -> Path:
    """Copy the real records, to change them."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    return folder


@pytest.fixture(scope="session")
def catalog(tmp_path_factory) -> Catalog:
    """Compile the real records and open them."""
    from careerkit.store.compile import compile_store
    from careerkit.store.read import Store

    path = tmp_path_factory.mktemp("store") / "store.sqlite"
    compile_store([DATA], path)
    return Catalog(Store(path))


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
    """Add the option that writes golden files anew."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")
