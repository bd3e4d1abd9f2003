"""What an import did."""

from dataclasses import dataclass

from careerkit.answers import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport(Answer):
    """The number of files read, and of records that changed or came new."""

    command = "import"

    dataset: str
    into: str
    files: int
    changed: int
