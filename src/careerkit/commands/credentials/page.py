"""Credentials as tables, one a kind: five columns leave no room for it on a small terminal."""

from collections.abc import Iterator
from itertools import product

from careerkit.answers.reply import Reply
from careerkit.commands.credentials.answer import CredentialList, CredentialRow
from careerkit.model.vocabulary import CREDENTIAL_KINDS, CREDENTIAL_RELATIONS
from careerkit.render.page import (
    Block,
    Cell,
    Citations,
    Column,
    Grid,
    Heading,
    Page,
    Prose,
    StyledText,
)
from careerkit.render.words import when
from careerkit.words import counted, sentence

_COLUMNS = [
    *(Column("Short"), Column("Credential"), Column("Issuer")),
    *(Column("May sit", whole=True), Column("Confidence", whole=True)),
]
_MEANING = (
    "May sit: anyone, where one route asks for nothing before the exam, or whoever fits one of the "
    "routes open on {day}. Confirmed means by the issuer's own page or by two others that agree, "
    "reported by one page, unverified by none. careerkit credential CREDENTIAL shows the rule with "
    "its sources."
)
_RELATION_UNKNOWN = "relation to the career not on record"
_NONE = "No credential on record passes every filter."
_NONE_OF_CAREER = (
    " That does not mean that none is needed: many careers take a state license, so ask the "
    "state's licensing board."
)


def page(reply: Reply, cite: Citations) -> Page:
    """Return the credentials by kind; with a career, first by what they are to it."""
    listing: CredentialList = reply.data
    shown = len(listing.credentials)
    place = f" for {listing.career_title}" if listing.career else ""
    if not shown:
        return Page(f"No credentials{place}", [Prose(_NONE + (_NONE_OF_CAREER if place else ""))])
    of = f" of {listing.total}" if shown < listing.total else ""
    title = f"{shown}{of} credential{'s' if listing.total != 1 else ''}{place}"
    meaning = _MEANING.format(day=when(reply.as_of.isoformat()))
    return Page(title, [*_tables(listing, cite), Prose(meaning, "quiet"), *cite.blocks()])


def _tables(listing: CredentialList, cite: Citations) -> Iterator[Block]:
    relations = (*CREDENTIAL_RELATIONS.items(), (None, _RELATION_UNKNOWN))
    for (relation, stands), (kind, label) in product(relations, CREDENTIAL_KINDS.items()):
        rows = [row for row in listing.credentials if (row.relation, row.kind) == (relation, kind)]
        if rows:
            lead = f"{sentence(stands)}: " if listing.career else ""
            marks = cite.mark(*dict.fromkeys(row.relation_source for row in rows))
            yield Heading(f"{lead}{counted(len(rows), label)} {marks}".rstrip())
            yield Grid(_COLUMNS, [_cells(row) for row in rows])


def _cells(row: CredentialRow) -> list[Cell]:
    short = StyledText(row.abbreviation, "strong")
    return [short, row.name, row.issuer_abbreviation, _ways_in(row), row.confidence]


def _ways_in(row: CredentialRow) -> Cell:
    if row.open_to_anyone:
        return StyledText("anyone", "good")
    return counted(row.routes_open, "route") if row.routes_open else "no route"
