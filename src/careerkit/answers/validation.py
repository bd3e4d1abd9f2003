"""What checking data files found."""

from dataclasses import dataclass

from careerkit.answers import Answer
from careerkit.model.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationReport(Answer):
    """The number of files read and every problem in them, by file and line."""

    command = "validate"
    rows = "problems"

    files: int
    problems: tuple[Problem, ...]
