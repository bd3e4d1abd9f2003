"""The verdicts on a caseload, counted."""

from dataclasses import dataclass

from careerkit.answers import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialCounts:
    """How many clients have which verdict on a credential; the ``nearly`` are not eligible yet."""

    credential: str
    abbreviation: str
    name: str
    eligible: int
    nearly: int
    not_eligible: int
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Something that clients lack, and in how many verdicts."""

    missing: str
    verdicts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseloadSummary(Answer):
    """The verdicts on all clients, counted; ``left_out`` clients had mistakes in their row."""

    command = "eligible"
    rows = "credentials"
    page = "careerkit.commands.eligible.caseload_page"

    stage: str
    clients: int
    left_out: int
    credentials: tuple[CredentialCounts, ...]
    missing: tuple[Missing, ...]
