"""Texts about a client, such as those of flags, to the client's record."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from careerkit.errors import CareerkitError, usage_error
from careerkit.facts.reading import NONE_WORD, NONE_WORDS, Resolve, known, pair, read
from careerkit.facts.registry import FACTS, OTHER_FACTS, STATEMENTS, STUDY_FACTS, Fact
from careerkit.model.client import Client, Credits, Statements, Study
from careerkit.model.shape import slots_of

Text = str | Sequence[str] | None


def client_from_texts(
    texts: Mapping[str, Text], studies: Sequence[str], resolve: Resolve
) -> Client:
    """Return the client that flags describe; a fact without a text stays unknown.

    ``texts`` holds flag texts by fact name; ``studies`` further programs, each a compact text such
    as ``degree=bs,field=business,accredited=none``. Raises a usage error that names the flag.
    """
    own = {fact.name: texts.get(fact.name) for fact in STUDY_FACTS if fact.flag}
    programs = [_study(own, resolve)] if any(own.values()) else []
    for compact in studies:
        with _naming("--study"):
            program = program_texts(compact)
        programs.append(_study(program, resolve))
    sections = {}
    for fact in FACTS:
        text = texts.get(fact.name)
        if text and fact.section not in {"education", "facts"}:
            with _naming(fact.flag):
                sections[fact.section] = section_value(fact, text, resolve)
    statements = Statements(**_statements(texts, resolve))
    return Client(education=tuple(programs) or None, facts=statements, **sections)


@contextmanager
def _naming(flag: str) -> Iterator[None]:
    """Put the flag before the message of an error."""
    try:
        yield
    except CareerkitError as error:
        raise CareerkitError(f"{flag}: {error.message}", error.status, error.details) from error


def _study(texts: Mapping[str, Text], resolve: Resolve) -> Study:
    values = {}
    for fact in STUDY_FACTS:
        if text := texts.get(fact.name):
            with _naming(fact.flag or "--study"):
                values[fact.key] = study_value(fact, text, resolve)
    return Study(**{"level": "unknown", **values})


def program_texts(text: str) -> dict[str, Text]:
    """Return a compact program text as texts by fact name; ``+`` joins several bodies.

    A yes-or-no key alone says yes. ``degree=none`` with more keys than a country is a program that
    gives no degree; without them it is no schooling at all. Raises a usage error.
    """
    names = {fact.name: fact for fact in STUDY_FACTS}
    texts: dict[str, Text] = {}
    for part in text.split(","):
        key, value = pair(_with_yes(part), names, "degree=bs")
        if key in texts:
            raise usage_error(f"'{key}' is given twice in '{text}'")
        texts[key] = value.split("+") if names[key].listed else value
    if texts.keys() - {"degree", "country"} and str(texts.get("degree", "")).lower() == NONE_WORD:
        texts["degree"] = _NO_DEGREE[0]
    return texts


_NO_DEGREE = ("nondegree", "non-degree")


def _with_yes(part: str) -> str:
    """Return key=value; the key of a yes-or-no fact may stand alone."""
    slot = slots_of(Study).get(part.strip().lower().replace("-", "_").replace(" ", "_"))
    return f"{part}=yes" if slot and slot.scalar is bool else part


def study_value(fact: Fact, text: Text, resolve: Resolve) -> Any:  # noqa: ANN401 - any fact
    """Return the value of a fact of one program; raise a usage error."""
    shape = slots_of(Study)[fact.key]
    if fact.key == "level" and str(text).strip().lower() in _NO_DEGREE:
        return None
    if not fact.listed or shape.item is None:
        return read(shape, str(text), resolve, fact.key)
    item = shape.item
    return tuple(dict.fromkeys(read(item, part, resolve) for part in _listed(text)))


def section_value(fact: Fact, text: Text, resolve: Resolve) -> Any:  # noqa: ANN401 - any section
    """Return the value of a section of the client; raise a usage error."""
    from careerkit.facts.compact import credits_of, entry_of, record_of

    shape = slots_of(Client)[fact.section]
    if shape.form == "scalar":
        return read(shape, str(text), resolve, "years")
    listed = _listed(text)
    if shape.form == "list" and shape.item:
        records = [record_of(fact, shape.item, entry, resolve) for entry in listed]
        return tuple(records if fact.repeats else dict.fromkeys(records))
    if shape.form == "mapping":
        return _once(entry_of(fact, shape, entry, resolve) for entry in listed)
    return _credits(_once(credits_of(shape, amount, resolve) for amount in listed))


def _listed(text: Text) -> list[str]:
    """Return the texts of a fact that may be given again; none at all for ``none`` and ``no``."""
    listed = [text] if isinstance(text, str) else list(text or ())
    none = next((entry for entry in listed if entry.strip().lower() in NONE_WORDS), None)
    if none is None:
        return listed
    if len(listed) > 1:
        raise usage_error(f"'{none.strip()}' contradicts the others")
    return []


def _once(entries: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in entries:
        if key in values:
            raise usage_error(f"'{key}' is given twice")
        values[key] = value
    return values


def _credits(amounts: dict[str, Any]) -> Credits:
    if not amounts:
        return Credits(total=0, graduate=0, subjects={})
    total, graduate = amounts.pop("total", None), amounts.pop("graduate", None)
    return Credits(total=total, graduate=graduate, subjects=amounts or None)


def _statements(texts: Mapping[str, Text], resolve: Resolve) -> dict[str, Any]:
    by_flag: dict[str, Any] = {}
    for fact in STATEMENTS.values():
        text = texts.get(fact.name) if fact.flag else None
        if text:
            with _naming(fact.flag):
                by_flag[fact.key] = statement_value(fact.key, str(text), resolve)
    given = texts.get(OTHER_FACTS.name) or ()
    with _naming(OTHER_FACTS.flag):
        named = named_statements([given] if isinstance(given, str) else given, resolve)
        return _once(chain(by_flag.items(), named.items()))


def named_statements(texts: Iterable[str], resolve: Resolve) -> dict[str, Any]:
    """Return statements from texts such as ``cpr_current=no``; raise a usage error."""
    return _once(_named_statement(text, resolve) for text in texts)


def statement_value(key: str, text: str, resolve: Resolve) -> Any:  # noqa: ANN401 - any fact
    """Return the value of a statement; raise a usage error."""
    shape = slots_of(Statements)[key]
    return read(shape, text, resolve, "hours" if key.endswith("hours") else "")


def _named_statement(text: str, resolve: Resolve) -> tuple[str, Any]:
    """Return the name and value of a statement; its name alone says yes."""
    name, _, value = text.partition("=")
    key = known(name, slots_of(Statements))
    if not value.strip():
        if slots_of(Statements)[key].scalar is not bool:
            raise usage_error(f"'{key}' needs a value, such as {key}=VALUE")
        return key, True
    try:
        return key, statement_value(key, value, resolve)
    except CareerkitError as error:
        raise CareerkitError(f"{key}: {error.message}", error.status, error.details) from error
