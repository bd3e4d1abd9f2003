"""What the tests of stores share: records that are quick to compile."""

import shutil
from pathlib import Path

import pytest

from careerkit.model.kinds import FOLDERS


@pytest.fixture(scope="session")
def records(small, tmp_path_factory) -> Path:
    """Copy the small records without the bulk tables beside them, which take long to compile."""
    folder = tmp_path_factory.mktemp("records") / "data"
    for name in FOLDERS:
        if (small / name).is_dir():
            shutil.copytree(small / name, folder / name)
    return folder
