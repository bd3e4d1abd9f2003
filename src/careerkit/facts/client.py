"""What is told of a client in texts, such as those of flags, to the client."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from careerkit.errors import CareerkitError, usage_error
from careerkit.facts.reading import NOBODY, Resolve, known, pair, read
from careerkit.facts.registry import FACTS, OTHER_FACTS, STATEMENTS, STUDY_FACTS, Fact
from careerkit.model.client import Client, Credits, Statements, Study
from careerkit.model.shape import Shape, slots_of

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
    programs += [_study(_program(text), resolve) for text in studies]
    others = [fact for fact in FACTS if fact.section not in {"education", "facts"}]
    sections = {
        fact.section: _section(fact, slots_of(Client)[fact.section], text, resolve)
        for fact in others
        if (text := texts.get(fact.name))
    }
    told = Statements(**_statements(texts, resolve))
    return Client(education=tuple(programs) or None, facts=told, **sections)


@contextmanager
def _naming(flag: str) -> Iterator[None]:
    """Put the flag before the message of an error."""
    try:
        yield
    except CareerkitError as error:
        raise CareerkitError(f"{flag}: {error.message}", error.status, error.details) from error


def _study(texts: Mapping[str, Text], resolve: Resolve) -> Study:
    slots = slots_of(Study)
    values = {
        fact.key: _study_value(fact, slots[fact.key], text, resolve)
        for fact in STUDY_FACTS
        if (text := texts.get(fact.name))
    }
    return Study(**{"level": "unknown", **values})


def _program(text: str) -> dict[str, Text]:
    """Return a compact program text as texts by fact name; ``+`` joins several bodies."""
    names = {fact.name: fact for fact in STUDY_FACTS}
    found: dict[str, Text] = {}
    with _naming("--study"):
        for part in text.split(","):
            key, value = pair(part, names, "degree=bs")
            if key in found:
                raise usage_error(f"'{key}' is given twice in '{text}'")
            found[key] = value.split("+") if names[key].listed else value
    return found


def _study_value(fact: Fact, shape: Shape, text: Text, resolve: Resolve) -> Any:  # noqa: ANN401
    with _naming(fact.flag or "--study"):
        if not fact.listed or shape.item is None:
            return read(shape, str(text), resolve, fact.key)
        item = shape.item
        return tuple(dict.fromkeys(read(item, each, resolve) for each in _listed(text)))


def _section(fact: Fact, shape: Shape, text: Text, resolve: Resolve) -> Any:  # noqa: ANN401
    from careerkit.facts.compact import credits_of, entry_of, record_of

    with _naming(fact.flag):
        if shape.form == "scalar":
            return read(shape, str(text), resolve, "years")
        listed = _listed(text)
        if shape.form == "list" and shape.item:
            records = [record_of(fact, shape.item, each, resolve) for each in listed]
            return tuple(records if fact.repeats else dict.fromkeys(records))
        if shape.form == "mapping":
            return _once(entry_of(fact, shape, each, resolve) for each in listed)
        return _credits(_once(credits_of(shape, each, resolve) for each in listed))


def _listed(text: Text) -> list[str]:
    """Return the texts of a fact that may be given again; none at all for ``none``."""
    listed = [text] if isinstance(text, str) else list(text or ())
    if NOBODY not in [each.strip().lower() for each in listed]:
        return listed
    if len(listed) > 1:
        raise usage_error(f"'{NOBODY}' contradicts the others")
    return []


def _once(entries: Iterator[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in entries:
        if key in found:
            raise usage_error(f"'{key}' is given twice")
        found[key] = value
    return found


def _credits(amounts: dict[str, Any]) -> Credits:
    if not amounts:
        return Credits(total=0, graduate=0, subjects={})
    total, graduate = amounts.pop("total", None), amounts.pop("graduate", None)
    return Credits(total=total, graduate=graduate, subjects=amounts or None)


def _statements(texts: Mapping[str, Text], resolve: Resolve) -> dict[str, Any]:
    slots = slots_of(Statements)
    found: dict[str, Any] = {}
    for fact in STATEMENTS.values():
        text = texts.get(fact.name) if fact.flag else None
        if text:
            with _naming(fact.flag):
                found[fact.key] = read(slots[fact.key], str(text), resolve)
    with _naming(OTHER_FACTS.flag):
        texts_of = texts.get(OTHER_FACTS.name) or ()
        for text in [texts_of] if isinstance(texts_of, str) else texts_of:
            name, _, value = text.partition("=")
            key = known(name, slots)
            if key in found:
                raise usage_error(f"'{key}' is given twice")
            found[key] = _statement(slots[key], key, value, resolve)
    return found


def _statement(shape: Shape, key: str, text: str, resolve: Resolve) -> Any:  # noqa: ANN401
    """Return what a statement says; its name alone says yes."""
    if not text.strip():
        if shape.scalar is not bool:
            raise usage_error(f"'{key}' needs a value, such as {key}=VALUE")
        return True
    try:
        return read(shape, text, resolve, "hours" if key.endswith("hours") else "")
    except CareerkitError as error:
        raise CareerkitError(f"{key}: {error.message}", error.status, error.details) from error
