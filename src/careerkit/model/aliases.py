"""Other names and spellings of vocabulary words, for the facts of a client.

Records use the words themselves. Another name means what its word means, or less: it never widens
what a client has.
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
"""Other names and their words, by vocabulary."""


def canonical(text: str, what: str, words: Collection[str]) -> str:
    """Return the one of ``words`` that ``text`` names, or ``text`` itself where it names none.

    ``what`` names the vocabulary. A blank, a hyphen and an underscore are alike.
    """
    if text in words:
        return text
    named = {_underscored(word): word for word in words}
    named |= {_underscored(name): word for name, word in ALIASES.get(what, {}).items()}
    word = named.get(_underscored(text), text)
    return word if word in words else text


def _underscored(text: str) -> str:
    return text.replace(" ", "_").replace("-", "_")


def respelled(shape: Shape, value: Any, respell: Callable[[Constraint, str], str]) -> Any:  # noqa: ANN401 - any value of the shape
    """Return ``value`` with ``respell`` applied to every text that has a constraint.

    A value that is not of the shape stays as it is.
    """
    if shape.form == "scalar" and shape.constraint and isinstance(value, str):
        return respell(shape.constraint, value)
    if shape.form == "list" and shape.item and isinstance(value, tuple | list):
        return tuple(respelled(shape.item, item, respell) for item in value)
    if shape.form == "mapping" and shape.key and shape.item and isinstance(value, Mapping):
        changed = {
            respelled(shape.key, key, respell): respelled(shape.item, item, respell)
            for key, item in value.items()
        }
        return changed if len(changed) == len(value) else value
    if shape.form == "record" and isinstance(value, shape.record):
        slots = {attribute_of(key): slot for key, slot in slots_of(shape.record).items()}
        texts = {name: respelled(slots[name], getattr(value, name), respell) for name in slots}
        return dataclasses.replace(value, **texts)  # type: ignore[type-var]  # a dataclass
    return value
