"""What checking data files found."""

from dataclasses import dataclass
from typing import ClassVar

from careerkit.model.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationReport:
    """The number of files read and every problem in them, by file and line."""

    command: ClassVar[str] = "validate"
    rows: ClassVar[str] = "problems"

    files: int
    problems: tuple[Problem, ...]
