"""The result of an import."""

from dataclasses import dataclass

from careerkit.answers import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport(Answer):
    """The number of files read, and of records that are new or changed."""

    command = "import"

    dataset: str
    into: str
    files: int
    changed: int
