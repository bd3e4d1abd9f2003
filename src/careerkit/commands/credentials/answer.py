"""Credentials in a list: filtered by career, issuer, kind, or by who may sit."""

from dataclasses import dataclass

from careerkit.answers import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialRow:
    """A credential in a list.

    ``careers`` are SOC codes. ``relation`` is how it stands to the career asked for, by
    ``relation_source``; None without a career, or where that is not on record. ``routes_open``
    counts the routes that count on the day asked; ``open_to_anyone``: one of them asks for nothing
    before the exam.
    """

    id: str
    name: str
    abbreviation: str
    issuer: str
    issuer_abbreviation: str
    issuer_name: str
    kind: str
    careers: tuple[str, ...]
    relation: str | None
    relation_source: str | None
    open_to_anyone: bool
    routes_open: int
    confidence: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialList(Answer):
    """The credentials that pass every filter; ``career`` is the id of the career asked for."""

    command = "credentials"
    rows = "credentials"
    paged = True

    credentials: tuple[CredentialRow, ...]
    total: int
    career: str | None
    career_title: str | None
