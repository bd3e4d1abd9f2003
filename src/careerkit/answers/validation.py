"""What checking data files found."""

from dataclasses import dataclass

from careerkit.answers import Answer
from careerkit.model.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file or folder that was checked; ``what`` says why.

    It is ``installed`` for the data in the installed package, ``checkout`` for the data folder of a
    checkout, ``pack`` for a folder of ``--data`` or ``CAREERKIT_DATA``, ``argument`` for a path
    given on the command line.
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
