"""What is said of a store that is not as it was written."""

from typing import Final

from careerkit.errors import CareerkitError, bad_data
from careerkit.words import shortened

REINSTALL: Final = "reinstall careerkit"
"""What to do where the damaged store is the one that careerkit came with."""


def damaged(why: object, remedy: str = REINSTALL) -> CareerkitError:
    """Return the failure for a damaged store: why it is taken to be damaged, and what to do.

    What SQLite says of a damaged schema repeats it, over many lines: one short line remains.
    """
    line = shortened(" ".join(str(why).split()))
    return bad_data(f"the data of careerkit are damaged ({line}); {remedy}")
