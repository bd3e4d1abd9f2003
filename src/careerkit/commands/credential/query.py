"""Builds the card of a credential: rule, exam and renewal in words."""

from collections.abc import Iterator
from datetime import date

from careerkit.catalog import Catalog
from careerkit.commands.credential.answer import (
    CareerItem,
    CredentialCard,
    RequirementItem,
    RouteItem,
)
from careerkit.dates import first_day
from careerkit.model.credential import Credential, Route
from careerkit.model.organization import Issuer
from careerkit.model.rule import AllOf, AnyOf, Condition, Rule
from careerkit.queries.reference import reference
from careerkit.rules.evaluate import stages_of
from careerkit.rules.registry import CONDITIONS
from careerkit.rules.result import Reference
from careerkit.rules.time_limits import is_closed


def credential_card(catalog: Catalog, credential: Credential, as_of: date) -> CredentialCard:
    """Return the card of ``credential``; routes say whether they are closed on ``as_of``."""
    words = reference(catalog)
    return CredentialCard(
        id=credential.id,
        name=credential.name,
        abbreviation=credential.abbreviation,
        aka=credential.aka,
        issuer=credential.issuer,
        issuer_name=catalog.one(Issuer, credential.issuer).name,
        kind=credential.kind,
        careers=tuple(
            item for soc in credential.careers for item in _careers(catalog, soc, credential.id)
        ),
        routes=tuple(_route(route, words, as_of) for route in credential.routes),
        recommended=credential.recommended,
        exam=credential.exam,
        renewal=credential.renewal,
        cautions=credential.cautions,
        notes=credential.notes,
        url=credential.url,
        confidence=credential.confidence,
        sources=credential.sources,
    )


def _careers(catalog: Catalog, soc: str, credential: str) -> Iterator[CareerItem]:
    ids = catalog.careers_of_soc(soc)
    if not ids:
        yield CareerItem(id=None, title=None, soc=soc, relation=None, relation_source=None)
    for career_id in ids:
        career = catalog.plain("career", career_id)
        links = {link["id"]: link for link in career["credentials"]}
        link = links.get(credential, {})
        yield CareerItem(
            id=career_id,
            title=career["title"],
            soc=soc,
            relation=link.get("relation"),
            relation_source=link.get("source"),
        )


def _route(route: Route, words: Reference, as_of: date) -> RouteItem:
    return RouteItem(
        id=route.id,
        label=route.label,
        confidence=route.confidence,
        closed=is_closed(route, as_of),
        status=_status(route, as_of),
        valid_from=route.valid_from,
        valid_until=route.valid_until,
        effect=route.effect,
        note=route.note,
        requires=_requirement(route.requires, words),
        sources=route.sources,
    )


def _status(route: Route, as_of: date) -> str:
    if not is_closed(route, as_of):
        return "open"
    begins = route.valid_from
    return "not_yet_open" if begins and as_of < first_day(begins) else "closed"


def _requirement(rule: Rule, words: Reference) -> RequirementItem:
    if isinstance(rule, Condition):
        return RequirementItem(
            condition=rule.condition,
            stage=rule.stage,
            requirement=CONDITIONS[rule.condition].requirement(rule, words),
            confidence=rule.confidence,
            conditions=(),
        )
    name, lead, parts = _group(rule)
    stages = stages_of(rule)
    return RequirementItem(
        condition=name,
        stage=stages.pop() if len(stages) == 1 else "sit",
        requirement=lead if parts else "nothing: anyone may",
        confidence=None,
        conditions=tuple(_requirement(part, words) for part in parts),
    )


def _group(rule: Rule) -> tuple[str, str, tuple[Rule, ...]]:
    if isinstance(rule, AllOf):
        return "all_of", "all of", rule.all_of
    if isinstance(rule, AnyOf):
        return "any_of", "any one of", rule.any_of
    assert not isinstance(rule, Condition)  # noqa: S101 - narrows the union for the type checker
    return "at_least", f"at least {rule.at_least.n} of", rule.at_least.of
