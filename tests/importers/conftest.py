"""What the tests of importers begin with."""

import pytest


@pytest.fixture
def data(tmp_path):
    """Make an empty data folder."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder
