"""Verdicts on credentials for one client.

They come by the hundred; as named tuples they are made in half the time.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from careerkit.answers import Answer


class Verdict(StrEnum):
    """What the published rules say of the client."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    UNKNOWN = "unknown"


class ConditionVerdict(NamedTuple):
    """One condition of a route, or a group with its ``conditions``.

    ``verdict`` is met, not_met or unknown.
    """

    condition: str
    stage: str
    verdict: str
    requirement: str
    reason: str
    missing: str | None
    ask: tuple[str, ...]
    conditions: tuple["ConditionVerdict", ...]


class RouteVerdict(NamedTuple):
    """One route. A closed one is never met, whatever its conditions say."""

    id: str
    label: str
    verdict: Verdict
    closed: bool
    confidence: str
    effect: str | None
    valid_from: str | None
    valid_until: str | None
    conditions: tuple[ConditionVerdict, ...]
    sources: tuple[str, ...]


class CredentialVerdict(NamedTuple):
    """The verdict on one credential.

    ``route`` is the winning route of an eligible client. ``missing`` is what the nearest open route
    lacks, ``ask`` what would settle an unknown, ``assumes`` what an eligible verdict takes for
    granted, ``still_needed`` what the credential takes after this stage. ``nearly``: not eligible,
    but one thing smaller than a degree is all that is missing, and nothing is unknown. ``bears``
    counts the given facts that speak to it. ``held`` tells whether the client holds it already
    (None where that was not told). ``sources`` stand behind the route the verdict is told by.
    """

    credential: str
    name: str
    abbreviation: str
    issuer: str
    issuer_name: str
    kind: str
    held: bool | None
    verdict: Verdict
    route: str | None
    missing: tuple[str, ...]
    ask: tuple[str, ...]
    assumes: tuple[str, ...]
    still_needed: tuple[str, ...]
    nearly: bool
    bears: int
    confidence: str
    cautions: tuple[str, ...]
    url: str
    routes: tuple[RouteVerdict, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilityReport(Answer):
    """The verdicts at one stage; ``left_out`` counts credentials that the facts do not bear on."""

    command = "eligible"
    page = "careerkit.commands.eligible.page"
    rows = "results"

    stage: str
    results: tuple[CredentialVerdict, ...]
    left_out: int
