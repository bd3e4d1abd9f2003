"""What can be known of a client: one registry, from which flags, profile keys and docs are made.

A fact belongs to a section of the profile. The facts of ``education`` describe one program, and
never mix with another's: further programs are given whole, as a compact text.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careerkit import spoken
from careerkit.dates import is_date
from careerkit.errors import CareerkitError, usage_error
from careerkit.model.client import Client, HeldCredential, Statements, Study
from careerkit.model.vocabulary import STUDY_STATUSES
from careerkit.suggest import did_you_mean

Resolve = Callable[[str, str], str]
"""Finds the id of the record of a kind that a name fits."""
NOBODY = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that can be known: its profile key, its flag, and how its text is read.

    ``read`` takes the text and a resolver of names and returns the value of the key. A ``listed``
    fact may be given more than once.
    """

    key: str
    section: str
    flag: str
    metavar: str
    help: str
    read: Callable[[str, Resolve], Any]
    listed: bool = False

    @property
    def name(self) -> str:
        """The flag as a Python name, which is also the key in a compact program text."""
        return self.flag.removeprefix("--").replace("-", "_")


def _accreditor(text: str, resolve: Resolve) -> str:
    try:
        return resolve("accreditor", text)
    except CareerkitError as error:
        hint = (
            "This asks who accredits the program itself, not the college; say none if nobody does."
        )
        raise CareerkitError(error.message, error.status, (*error.details, hint)) from error


def _date(text: str, _resolve: Resolve) -> str:
    if not is_date(text):
        message = f"'{text}' is not a date; write 2026-05-15, or 2026-05 where that is all you know"
        raise usage_error(message)
    return text


def _status(text: str, _resolve: Resolve) -> str:
    word = text.strip().lower().replace("-", "_").replace(" ", "_")
    if word not in STUDY_STATUSES:
        hint = did_you_mean(word, STUDY_STATUSES) or f"; use one of {', '.join(STUDY_STATUSES)}"
        raise usage_error(f"'{text}' is not a status of study{hint}")
    return word


def _country(text: str, _resolve: Resolve) -> str:
    code = text.strip().upper()
    if len(code) != len("US") or not code.isalpha():
        raise usage_error(f"'{text}' is not a country code of two letters, like US or CA")
    return code


def _yes_no(text: str, _resolve: Resolve) -> bool:
    answers = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
    if text.strip().lower() not in answers:
        raise usage_error(f"'{text}' is neither yes nor no")
    return answers[text.strip().lower()]


FACTS = (
    Fact(
        key="level",
        section="education",
        flag="--degree",
        metavar="LEVEL",
        help="Degree or level of the client's program: aas, bs, hs, ged, certificate …",
        read=lambda text, _: spoken.study_level(text),
    ),
    Fact(
        key="field",
        section="education",
        flag="--field",
        metavar="FIELD",
        help="Its field of study: him, business, other …",
        read=lambda text, _: spoken.field(text),
    ),
    Fact(
        key="accredited_by",
        section="education",
        flag="--accredited",
        metavar="BODY",
        help="Who accredits that program (not the college): cahiim, or none. Repeatable.",
        read=_accreditor,
        listed=True,
    ),
    Fact(
        key="approved_by",
        section="education",
        flag="--approved",
        metavar="BODY",
        help="Who approves that program, or none. Repeatable.",
        read=_accreditor,
        listed=True,
    ),
    Fact(
        key="status",
        section="education",
        flag="--status",
        metavar="STATUS",
        help="completed, final_term or in_progress; taken to be completed if left out.",
        read=_status,
    ),
    Fact(
        key="completed",
        section="education",
        flag="--completed",
        metavar="DATE",
        help="When the program was completed: 2026-05-15 or 2026-05.",
        read=_date,
    ),
    Fact(
        key="expected",
        section="education",
        flag="--expected",
        metavar="DATE",
        help="When it will be completed.",
        read=_date,
    ),
    Fact(
        key="country",
        section="education",
        flag="--country",
        metavar="CODE",
        help="Where the program was studied; US if left out.",
        read=_country,
    ),
    Fact(
        key="credentials",
        section="credentials",
        flag="--holds",
        metavar="CREDENTIAL",
        help="A credential the client holds, or none. Repeatable.",
        read=lambda text, resolve: resolve("credential", text),
        listed=True,
    ),
    Fact(
        key="foreign_reciprocity",
        section="facts",
        flag="--foreign-reciprocity",
        metavar="yes|no",
        help="Finished a program abroad under an agreement with the issuer.",
        read=_yes_no,
    ),
)
STUDY_FACTS = tuple(fact for fact in FACTS if fact.section == "education")


def client_from_texts(
    texts: Mapping[str, str | Sequence[str] | None], studies: Sequence[str], resolve: Resolve
) -> Client:
    """Return the client that flags describe; a fact without a text stays unknown.

    ``texts`` holds flag texts by fact name; ``studies`` further programs, each a compact text such
    as ``degree=bs,field=business,accredited=none``. Raises a usage error that names the flag.
    """
    own = {fact.name: texts.get(fact.name) for fact in STUDY_FACTS}
    programs = [_study(own, resolve)] if any(own.values()) else []
    programs += [_study(_compact(text), resolve) for text in studies]
    held = _values(_fact("holds"), texts.get("holds"), resolve)
    reciprocity = _values(_fact("foreign_reciprocity"), texts.get("foreign_reciprocity"), resolve)
    return Client(
        education=tuple(programs) or None,
        credentials=None if held is None else tuple(HeldCredential(id=each) for each in held),
        facts=Statements(foreign_reciprocity=reciprocity),
    )


def _fact(name: str) -> Fact:
    return next(fact for fact in FACTS if fact.name == name)


def _study(texts: Mapping[str, str | Sequence[str] | None], resolve: Resolve) -> Study:
    values = {fact.key: _values(fact, texts.get(fact.name), resolve) for fact in STUDY_FACTS}
    told = {key: value for key, value in values.items() if value is not None}
    return Study(**{"level": "unknown", **told})


def _values(fact: Fact, text: str | Sequence[str] | None, resolve: Resolve) -> Any:  # noqa: ANN401
    """Return the value of a fact; None where it was not given."""
    if not text:
        return None
    try:
        if not fact.listed:
            return fact.read(str(text), resolve)
        listed = [text] if isinstance(text, str) else list(text)
        if NOBODY in [each.lower() for each in listed]:
            if len(listed) > 1:
                raise usage_error(f"'{NOBODY}' contradicts the others")
            return ()
        return tuple(dict.fromkeys(fact.read(each, resolve) for each in listed))
    except CareerkitError as error:
        message = f"{fact.flag}: {error.message}"
        raise CareerkitError(message, error.status, error.details) from error


def _compact(text: str) -> dict[str, str | list[str]]:
    """Return a compact program text as texts by fact name; ``+`` joins several bodies."""
    names = {fact.name: fact for fact in STUDY_FACTS}
    found: dict[str, str | list[str]] = {}
    for part in text.split(","):
        key, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or not value:
            raise usage_error(f"--study: '{part.strip()}' is not key=value, such as degree=bs")
        if key not in names:
            hint = did_you_mean(key, names) or f"; use {', '.join(names)}"
            raise usage_error(f"--study: there is no '{key}'{hint}")
        if key in found:
            raise usage_error(f"--study: '{key}' is given twice in '{text}'")
        found[key] = value.split("+") if names[key].listed else value
    return found
