"""A mistake in a data file, as a value: where it is and what to do about it."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One mistake at ``file:line:column`` (both from 1). ``code`` is stable, for scripts."""

    file: str
    line: int
    column: int
    code: str
    message: str

    @classmethod
    def of_file(cls, file: str, code: str, message: str) -> Self:
        """Return a problem of a whole file or folder."""
        return cls(file=file, line=1, column=1, code=code, message=message)

    def __str__(self) -> str:
        """Return the problem in the form that editors jump to."""
        return f"{self.file}:{self.line}:{self.column}: {self.message} [{self.code}]"
