"""Compile the records into the wheel: installed, careerkit reads one SQLite file."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class StoreHook(BuildHookInterface):  # type: ignore[type-arg]  # the configuration is not typed
    """Add ``careerkit/store.sqlite`` and its digest to a wheel.

    An editable install reads the checkout instead.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile ``data/``; a problem in it stops the build."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from careerkit.store.compile import compile_store
        from careerkit.store.digest import write_digest

        self._folder = tempfile.TemporaryDirectory()
        target = Path(self._folder.name) / "store.sqlite"
        compile_store([root / "data"], target)
        for path in (target, write_digest(target)):
            build_data["force_include"][str(path)] = f"careerkit/{path.name}"

    def finalize(self, *_: Any) -> None:  # noqa: ANN401 - hatchling's signature
        """Remove the compiled file again."""
        if folder := getattr(self, "_folder", None):
            folder.cleanup()
