"""Check whether a client may have a credential, by which route, or what exactly is missing.

Pure: records and facts in, a verdict out. careerkit checks published rules; the issuer decides.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from careerkit.answers.eligibility import ConditionVerdict, CredentialVerdict, RouteVerdict, Verdict
from careerkit.model.client import Client
from careerkit.model.credential import Credential, Route
from careerkit.model.vocabulary import CONFIDENCE
from careerkit.rules.evaluate import LAST_STAGE, evaluate, later_parts
from careerkit.rules.result import Case, ConditionResult, Effort
from careerkit.rules.three_valued import Truth
from careerkit.rules.time_limits import is_closed

_VERDICTS = {
    Truth.MET: Verdict.ELIGIBLE,
    Truth.NOT_MET: Verdict.NOT_ELIGIBLE,
    Truth.UNKNOWN: Verdict.UNKNOWN,
}
_DOUBT = {word: rank for rank, word in enumerate(CONFIDENCE)}
LAST = LAST_STAGE  # as a caseload imports it
"""The stage at which everything counts."""
_NOTHING = ConditionResult(
    condition="all_of",
    verdict=Truth.MET,
    requirement="nothing at this stage",
    reason="no condition",
)


class Judged:
    """A route, open or closed, with the result of its rule for a client.

    ``later`` returns the results of the parts that count after the stage.
    """

    def __init__(
        self,
        route: Route,
        as_of: date,
        result: ConditionResult | None,
        later: Callable[[], Iterable[ConditionResult | None]],
    ) -> None:
        self.route = route
        self.closed = is_closed(route, as_of)
        self.result = result or _NOTHING
        self._later = later

    @cached_property
    def needed(self) -> tuple[ConditionResult, ...]:
        """The later parts of the rule that are not met or unknown."""
        return tuple(part for part in self._later() if part and part.verdict is not Truth.MET)

    @property
    def verdict(self) -> Verdict:
        """The verdict by this route."""
        return Verdict.NOT_ELIGIBLE if self.closed else _VERDICTS[self.result.verdict]

    @property
    def leaves(self) -> tuple[ConditionResult, ...]:
        """The results of the conditions and groups of the rule, one by one."""
        if self.result.condition == "all_of" and self.result.parts:
            return self.result.parts
        return (self.result,)

    @cached_property
    def confidence(self) -> str:
        """The weakest confidence of the route and its conditions."""
        return _least_sure(self.result, self.route.confidence)

    @property
    def doubt(self) -> tuple[int, int, int]:
        """How weak a met route is: its confidence, what is still needed, what it assumes."""
        return _DOUBT[self.confidence], len(self.needed), len(self.result.assumes)

    @property
    def settled(self) -> bool:
        """Whether no part of the rule is unknown."""
        return all(leaf.verdict is not Truth.UNKNOWN for leaf in self.leaves)


def _least_sure(result: ConditionResult, confidence: str) -> str:
    """Return the weakest of ``confidence`` and of the conditions that a result rests on."""
    if result.confidence and _DOUBT[result.confidence] > _DOUBT[confidence]:
        confidence = result.confidence
    for part in result.parts:
        if result.condition == "all_of" or part.verdict is result.verdict:
            confidence = _least_sure(part, confidence)
    return confidence


def check(credential: Credential, case: Case, stage: str = "sit") -> CredentialVerdict:
    """Return the verdict on one credential for the client of ``case`` at ``stage``."""
    routes = _judged(credential, case, stage)
    verdict = _verdict(credential, routes, case)
    return verdict._replace(routes=tuple(_shown(route) for route in routes))


def check_briefly(credential: Credential, case: Case, stage: str) -> CredentialVerdict:
    """Return the verdict of ``check`` without its routes.

    With ``case.find`` nothing is read of the client but the credentials held.
    """
    return _verdict(credential, _judged(credential, case, stage), case)


def holdings(client: Client) -> frozenset[str] | None:
    """Return the ids of the credentials that a client holds now; None without a list."""
    if client.credentials is None:
        return None
    return frozenset([held.id for held in client.credentials if held.active is not False])


def _judged(credential: Credential, case: Case, stage: str) -> list[Judged]:
    return [_on_route(route, case, stage) for route in credential.routes]


def _on_route(route: Route, case: Case, stage: str) -> Judged:
    def later() -> Iterator[ConditionResult | None]:
        for part in later_parts(route.requires, stage):
            yield evaluate(part, case, LAST_STAGE)

    return Judged(route, case.as_of, evaluate(route.requires, case, stage), later)


def _verdict(credential: Credential, routes: Sequence[Judged], case: Case) -> CredentialVerdict:
    verdict, best = _decide(credential, [route for route in routes if not route.closed])
    near = best is not None and _is_near(best) and not _leads_round(credential, best)
    nearly = verdict is Verdict.NOT_ELIGIBLE and near
    return CredentialVerdict(
        credential=credential.id,
        name=credential.name,
        abbreviation=credential.abbreviation,
        issuer=credential.issuer,
        issuer_name=case.reference.issuers.get(credential.issuer, credential.issuer),
        kind=credential.kind,
        held=_is_held(credential, case),
        verdict=verdict,
        route=best.route.id if best and verdict is Verdict.ELIGIBLE else None,
        missing=_missing(best) if verdict is Verdict.NOT_ELIGIBLE else (),
        ask=_questions(routes) if verdict is Verdict.UNKNOWN else (),
        assumes=best.result.assumes if best else (),
        still_needed=_still_needed(credential, best),
        nearly=nearly,
        bears=_bears(credential, routes, case, settled=nearly or verdict is Verdict.ELIGIBLE),
        confidence=best.confidence if best else credential.confidence,
        url=credential.url,
        cautions=tuple(caution.text for caution in credential.cautions),
        routes=(),
        sources=best.route.sources if best else credential.sources,
    )


def _bears(credential: Credential, routes: Sequence[Judged], case: Case, *, settled: bool) -> int:
    """Count the facts that speak to a credential.

    Facts that speak to many credentials count only if they settle this one.
    """
    results = [route.result for route in routes if not route.closed]
    facts = max((result.relevance for result in results), default=0)
    if settled and not facts:
        facts = max((result.background_relevance for result in results), default=0)
    return max(facts, int(_is_held(credential, case) or False))


def _is_held(credential: Credential, case: Case) -> bool | None:
    held = holdings(case.client)
    return None if held is None else credential.id in held


def _decide(credential: Credential, routes: list[Judged]) -> tuple[Verdict, Judged | None]:
    """Return the verdict over open routes and the route that explains it best."""
    met = [route for route in routes if route.verdict is Verdict.ELIGIBLE]
    if met:
        return Verdict.ELIGIBLE, min(met, key=lambda route: route.doubt)
    unknown = [route for route in routes if route.verdict is Verdict.UNKNOWN]
    if unknown:
        return Verdict.UNKNOWN, min(unknown, key=_spoken_to)
    nearest = min(
        routes, key=lambda route: (_leads_round(credential, route), *_farness(route)), default=None
    )
    return Verdict.NOT_ELIGIBLE, nearest


def _leads_round(credential: Credential, judged: Judged) -> bool:
    """Tell whether a route requires the credential itself, which the client does not hold."""
    return credential.id in judged.result.required_credentials


def _farness(judged: Judged) -> tuple[Effort, bool, int, float, bool, int]:
    """Order routes that are not met: the nearest first, of equals one that the facts speak to.

    A route with an unknown part may lack more than is known: it comes after settled routes, unless
    the facts speak to it.
    """
    effort, missing_count, months_short = judged.result.distance
    relevance = judged.result.relevance
    return (
        effort,
        not (judged.settled or relevance),
        missing_count,
        months_short,
        not judged.settled,
        -relevance,
    )


def _spoken_to(judged: Judged) -> tuple[bool, bool]:
    """Order routes: first by relevant facts, then by background facts."""
    return not judged.result.relevance, not judged.result.background_relevance


def _missing(judged: Judged | None) -> tuple[str, ...]:
    if judged is None:
        return ("a route that is open on this day",)
    if judged.result.condition != "all_of":
        return (judged.result.missing,) if judged.result.missing else ()
    return tuple(dict.fromkeys(leaf.missing for leaf in judged.result.parts if leaf.missing))


def _questions(routes: Sequence[Judged]) -> tuple[str, ...]:
    unknown = (route.result for route in routes if route.verdict is Verdict.UNKNOWN)
    return tuple(dict.fromkeys(question for result in unknown for question in result.ask))


def _is_near(judged: Judged) -> bool:
    effort, missing_count, _ = judged.result.distance
    return judged.settled and missing_count == 1 and effort is Effort.STEP


def _still_needed(credential: Credential, best: Judged | None) -> tuple[str, ...]:
    needs = [part.requirement for part in (best.needed if best else ())]
    if credential.exam:
        needs.append(f"pass the {credential.exam.name} exam")
    return tuple(needs)


def _shown(judged: Judged) -> RouteVerdict:
    route = judged.route
    return RouteVerdict(
        id=route.id,
        label=route.label,
        verdict=judged.verdict,
        closed=judged.closed,
        confidence=judged.confidence,
        effect=route.effect,
        valid_from=route.valid_from,
        valid_until=route.valid_until,
        conditions=tuple(_condition(leaf) for leaf in judged.leaves),
        sources=route.sources,
    )


def _condition(result: ConditionResult) -> ConditionVerdict:
    return ConditionVerdict(
        condition=result.condition,
        stage=result.stage,
        verdict=result.verdict,
        requirement=result.requirement,
        reason=result.reason,
        missing=result.missing,
        ask=result.ask,
        conditions=tuple(_condition(part) for part in result.parts),
    )
