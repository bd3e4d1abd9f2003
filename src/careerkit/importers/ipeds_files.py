"""The files of IPEDS that are read: the directory, the awards, what is offered at a distance."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from careerkit.errors import bad_data
from careerkit.importers.bulk import named
from careerkit.importers.tables import Openable

_REVISED: Final = "_rv."
_NAMES: Final = {
    f"{before}2024{after}.csv": re.compile(
        rf"{before}(\d{{4}}){after}(_rv)?\.csv(\.gz)?", re.ASCII | re.IGNORECASE
    )
    for before, after in (("hd", ""), ("c", "_a"), ("ic", ""))
}


class Survey(NamedTuple):
    """The three files of one year: HD, C_A and IC."""

    year: int
    directory: Openable
    awards: Openable
    offers: Openable

    @property
    def source(self) -> str:
        """The id of the source."""
        return f"ipeds-{self.year}"

    @property
    def awards_year(self) -> str:
        """The school year of the awards, as in 2023-24: the one before the survey."""
        return f"{self.year - 1}-{self.year % 100:02}"


def survey(paths: Sequence[Openable]) -> Survey:
    """Return the files of one survey; others are left alone.

    A revised file (``c2024_a_rv.csv``) takes the place of the first one beside it. Raises
    ``CareerkitError`` where one is absent, given twice, or of another year.
    """
    revised = {
        path.name.lower().replace(_REVISED, ".") for path in paths if _REVISED in path.name.lower()
    }
    files = named([path for path in paths if path.name.lower() not in revised], _NAMES)
    (first, name), *others = files.values()
    for path, other in others:
        if other[1] != name[1]:
            raise bad_data(f"{path}: is of {other[1]}, but {first} of {name[1]}; give one year")
    return Survey(int(name[1]), *(path for path, _ in files.values()))
