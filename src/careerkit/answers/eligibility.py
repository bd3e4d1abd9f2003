"""Verdicts on credentials for one client.

Named tuples, as they are made by the hundred and take half the time of dataclasses.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from careerkit.answers import Answer


class Verdict(StrEnum):
    """The result of the published rules for the client."""

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
    """One route. A closed one is never met, whatever its conditions are."""

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

    ``route`` is the winning route of an eligible client. ``missing`` lists what the client lacks
    for the nearest open route, ``ask`` the questions that would settle an unknown, ``assumes`` the
    assumptions of an eligible verdict, ``still_needed`` what the credential requires after this
    stage. ``nearly``: not eligible, but all that is missing is one thing smaller than a degree, and
    nothing is unknown. ``bears`` counts the given facts that its rules read. ``held``: the client
    holds it already (None where that is not known). ``sources`` are those of the route that the
    verdict is about.
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
