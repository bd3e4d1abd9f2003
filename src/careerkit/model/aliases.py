"""Other spellings and names of vocabulary words, which the facts of a client may use.

Records keep to the words themselves. No other name widens what a client is taken to have: it means
what its word means, or less.
"""

import dataclasses
from collections.abc import Callable, Collection, Mapping
from typing import Any

from careerkit.model.shape import Shape, attribute_of, slots_of
from careerkit.model.types import Constraint

ALIASES = {
    "accreditor id": {"coaemsp_lor": "coaemsp"},
    "field of study": {
        "billing_coding": "medical_coding",
        "teacher_alternative_route": "teacher_preparation",
    },
    "subject of a course": {
        "principles_1": "real_estate_principles_1",
        "principles_2": "real_estate_principles_2",
    },
}
"""Other names of words, by what the words are."""


def canonical(text: str, what: str, words: Collection[str]) -> str:
    """Return the one of ``words`` that ``text`` names, or ``text`` itself where it names none.

    ``what`` is what the words are. A blank, a hyphen and an underscore are alike.
    """
    if text in words:
        return text
    wanted = _alike(text)
    named = {_alike(name): word for name, word in ALIASES.get(what, {}).items()}
    known = {_alike(word): word for word in words}
    word = named.get(wanted, known.get(wanted, text))
    return word if word in words else text


def _alike(text: str) -> str:
    return text.replace(" ", "_").replace("-", "_")


def respelled(shape: Shape, value: Any, respell: Callable[[Constraint, str], str]) -> Any:  # noqa: ANN401 - any value of the shape
    """Return ``value`` with every text that has a constraint as ``respell`` writes it.

    What is not of the shape stays as it is.
    """
    if shape.form == "scalar" and shape.constraint and isinstance(value, str):
        return respell(shape.constraint, value)
    if shape.form == "list" and shape.item and isinstance(value, tuple | list):
        return tuple(respelled(shape.item, each, respell) for each in value)
    if shape.form == "mapping" and shape.key and shape.item and isinstance(value, Mapping):
        told = [
            (respelled(shape.key, key, respell), respelled(shape.item, each, respell))
            for key, each in value.items()
        ]
        return dict(told) if len(dict(told)) == len(told) else value
    if shape.form == "record" and isinstance(value, shape.record):
        slots = {attribute_of(key): slot for key, slot in slots_of(shape.record).items()}
        changed = {name: respelled(slots[name], getattr(value, name), respell) for name in slots}
        return dataclasses.replace(value, **changed)  # type: ignore[type-var]  # a dataclass
    return value
