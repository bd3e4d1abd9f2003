"""What the tests of stores share: records that are quick to compile."""

from collections.abc import Callable
from pathlib import Path

import pytest

from careerkit.store import open_store as opening
from careerkit.store.compile import compile_store
from careerkit.store.digest import write_digest

SOURCE = "title: {}\npublisher: Somebody\nkind: third-party\nretrieved: 2026-11-22\n"
CAREER = """
title: {}
soc: 43-4071
group: health-information
summary: Files things.
sources: [page]
requirements: {{}}
"""


@pytest.fixture
def a_pack() -> Callable[..., Path]:
    """Return what writes a source into a data folder, which is made if need be, and returns it."""

    def write(folder: Path, name: str, title: str = "A page") -> Path:
        (folder / "sources").mkdir(parents=True, exist_ok=True)
        (folder / "sources" / f"{name}.yaml").write_text(SOURCE.format(title), encoding="utf-8")
        return folder

    return write


@pytest.fixture
def tiny(tmp_path, a_pack) -> Path:
    """Make a data folder of two careers and their source: it compiles at once."""
    folder = a_pack(tmp_path / "tiny", "page")
    (folder / "careers").mkdir()
    for name in ("clerk", "filer"):
        text = CAREER.format(name.title())
        (folder / "careers" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def cache(tmp_path, monkeypatch) -> Path:
    """Name a cache home of this test's own; it does not exist yet."""
    home = tmp_path / "home" / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    return home / "careerkit"


@pytest.fixture
def checkout(tiny, cache, monkeypatch) -> Path:
    """Pretend that careerkit runs from a checkout with the tiny records."""
    monkeypatch.setattr(opening, "CHECKOUT", tiny)
    monkeypatch.setattr(opening, "BUNDLED", tiny.parent / "no-store.sqlite")
    return tiny


@pytest.fixture
def bundled(tiny, tmp_path, cache, monkeypatch) -> Path:
    """Pretend that careerkit came as a wheel, with a store, its digest and no checkout."""
    path = tmp_path / "wheel" / "store.sqlite"
    path.parent.mkdir()
    compile_store([tiny], path)
    write_digest(path)
    monkeypatch.setattr(opening, "BUNDLED", path)
    monkeypatch.setattr(opening, "CHECKOUT", tmp_path / "no-checkout")
    return path
