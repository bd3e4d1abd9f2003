"""A mistake in a data file, as a value: where it is and what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One mistake at ``file:line:column`` (both from 1). ``code`` is stable, for scripts."""

    file: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        """Return the problem in the form that editors jump to."""
        return f"{self.file}:{self.line}:{self.column}: {self.message} [{self.code}]"
