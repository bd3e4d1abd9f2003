"""The result of checking data files."""

from dataclasses import dataclass

from careerkit.answers import Answer
from careerkit.model.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file or folder that was checked; ``what`` says why.

    ``installed`` is the data in the installed package, ``checkout`` the data folder of a checkout,
    ``pack`` a folder of ``--data`` or ``CAREERKIT_DATA``, ``argument`` a path on the command line.
    """

    what: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationReport(Answer):
    """What was checked, the number of files read and every problem in them, by file and line."""

    command = "validate"
    rows = "problems"

    checked: tuple[Checked, ...]
    files: int
    problems: tuple[Problem, ...]
