"""What the tests of stores share: records that are quick to compile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from packs import SOURCE, write

from careerkit.store import open_store as opening
from careerkit.store.compile import compile_store
from careerkit.store.digest import write_digest

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
    """Return a function that writes a source into a data folder, and returns the folder."""

    def add(folder: Path, name: str, title: str = "A page") -> Path:
        return write(folder, {f"sources/{name}.yaml": SOURCE.replace("A page", title)})

    return add


@pytest.fixture
def tiny(tmp_path) -> Path:
    """Make a data folder of two careers and their source: it compiles at once."""
    careers = {f"careers/{name}.yaml": CAREER.format(name.title()) for name in ("clerk", "filer")}
    return write(tmp_path / "tiny", {"sources/page.yaml": SOURCE, **careers})


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
