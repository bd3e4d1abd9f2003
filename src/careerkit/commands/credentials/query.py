"""Credentials filtered and sorted.

Rows are made of plain records: all credentials are read, and building their rules would take
longer than everything else.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from careerkit.catalog import Catalog
from careerkit.commands.credentials.answer import CredentialList, CredentialRow
from careerkit.dates import first_day, last_day
from careerkit.model.vocabulary import CONFIDENCE, CREDENTIAL_KINDS, CREDENTIAL_RELATIONS

Plain = Mapping[str, Any]


def _place(words: Iterable[str]) -> Callable[[str | None], int]:
    """Return the rank function of a vocabulary; unknown words come last."""
    listed = [*words]
    return lambda word: listed.index(word) if word in listed else len(listed)


_KIND, _RELATION, _CONFIDENCE = map(_place, (CREDENTIAL_KINDS, CREDENTIAL_RELATIONS, CONFIDENCE))

SORTS: dict[str, Callable[[CredentialRow], Any]] = {
    "short": lambda row: row.abbreviation.casefold(),
    "name": lambda row: row.name.casefold(),
    "issuer": lambda row: row.issuer_abbreviation.casefold(),
    "kind": lambda row: _KIND(row.kind),
    "relation": lambda row: _RELATION(row.relation),
    "routes": lambda row: -row.routes_open,
    "confidence": lambda row: _CONFIDENCE(row.confidence),
}
"""The key of each sort. What is equal stays in the order of short names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a credential must have; ``career`` and ``issuer`` are ids.

    With ``open_to_anyone`` it must have a route that asks for nothing before the exam.
    """

    career: str | None = None
    issuer: str | None = None
    kind: str | None = None
    open_to_anyone: bool = False

    def passes(self, row: CredentialRow) -> bool:
        """Tell whether a row passes every filter but the career."""
        return (
            self.issuer in (None, row.issuer)
            and self.kind in (None, row.kind)
            and row.open_to_anyone >= self.open_to_anyone
        )


def credentials(
    catalog: Catalog, filters: Filters, sort: str, limit: int | None, as_of: date
) -> CredentialList:
    """Return the credentials that pass ``filters`` on a day, sorted, at most ``limit`` of them.

    A credential is of a career where either record names the other.
    """
    bodies = list(catalog.store.bodies("credential"))
    career = catalog.plain("career", filters.career) if filters.career else None
    links: dict[str, Plain] = {}
    if career:
        links = {link["id"]: link for link in career["credentials"]}
        codes = {soc for body in bodies for soc in body["careers"]}
        own = {soc for soc in codes if career["id"] in catalog.careers_of_soc(soc)}
        bodies = [body for body in bodies if body["id"] in links or own & {*body["careers"]}]
    names, short = (catalog.store.titles("issuer"), catalog.store.abbreviations("issuer"))
    rows = [_row(body, links.get(body["id"]), names, short, as_of) for body in bodies]
    passing = [row for row in rows if filters.passes(row)]
    passing.sort(key=SORTS["short"])
    passing.sort(key=SORTS[sort])
    return CredentialList(
        credentials=tuple(passing[:limit]),
        total=len(passing),
        career=career["id"] if career else None,
        career_title=career["title"] if career else None,
    )


def _row(
    body: Plain,
    link: Plain | None,
    issuers: Mapping[str, str],
    short: Mapping[str, str],
    as_of: date,
) -> CredentialRow:
    routes = [route for route in body["routes"] if _counts(route, as_of)]
    return CredentialRow(
        id=body["id"],
        name=body["name"],
        abbreviation=body["abbreviation"],
        issuer=body["issuer"],
        issuer_abbreviation=short[body["issuer"]],
        issuer_name=issuers[body["issuer"]],
        kind=body["kind"],
        careers=tuple(body["careers"]),
        relation=link["relation"] if link else None,
        relation_source=link["source"] if link else None,
        open_to_anyone=any(asks_nothing(route["requires"]) for route in routes),
        routes_open=len(routes),
        confidence=body["confidence"],
        url=body["url"],
    )


def _counts(route: Plain, as_of: date) -> bool:
    """Tell whether a plain route is open on a day: ``eligibility.is_closed`` on plain values."""
    begins, ends = route["valid_from"], route["valid_until"]
    begun = not begins or as_of >= first_day(begins)
    return begun and not (ends and as_of > last_day(ends))


def asks_nothing(rule: Plain) -> bool:
    """Tell whether a plain rule requires nothing before the exam."""
    if "condition" in rule:
        return bool(rule.get("stage", "sit") != "sit")
    if "all_of" in rule:
        return all(map(asks_nothing, rule["all_of"]))
    if "any_of" in rule:
        return any(map(asks_nothing, rule["any_of"]))
    counted = rule["at_least"]
    return bool(sum(map(asks_nothing, counted["of"])) >= counted["n"])
