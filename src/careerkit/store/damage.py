"""The failure for a store that is not as it was written."""

from typing import Final

from careerkit.errors import CareerkitError, bad_data
from careerkit.words import shortened

REINSTALL: Final = "reinstall careerkit"
"""The remedy where the damaged store is the one that careerkit came with."""


def damaged(why: object, remedy: str = REINSTALL) -> CareerkitError:
    """Return the failure for a damaged store: the reason, on one short line, and the remedy.

    (SQLite's message about a damaged schema repeats the schema, over many lines.)
    """
    line = shortened(" ".join(str(why).split()))
    return bad_data(f"the data of careerkit are damaged ({line}); {remedy}")
