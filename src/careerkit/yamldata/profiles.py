"""Read a client's profile: as strictly as records, plus contradictions between its values."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

import yaml

from careerkit import synonyms
from careerkit.contradictions import contradictions
from careerkit.errors import CareerkitError
from careerkit.model.aliases import canonical
from careerkit.model.client import Client
from careerkit.model.types import Constraint
from careerkit.yamldata.decode import Document, decode
from careerkit.yamldata.nodes import LOADER, parse_tree
from careerkit.yamldata.references import find_dangling

if TYPE_CHECKING:
    from careerkit.model.problem import Problem


def decode_profile(
    content: bytes,
    shown: str,
    known: Mapping[str, Iterable[str]],
    as_of: date,
    beside: str = "",
) -> "tuple[Client | None, list[Problem]]":
    """Return the client, or None with every problem of the profile.

    ``known`` has the ids, by kind, of the records that a profile may name. The top-level key
    ``beside`` is ignored. An empty file is a client of whom nothing is known.
    """
    root = parse_tree(content, shown)
    if _is_empty(root):
        return Client(), []
    if not isinstance(root, yaml.Node):
        return None, [root]
    if isinstance(root, yaml.MappingNode):
        root.value = [
            (key, _section(key, value))
            for key, value in root.value
            if not beside or key.value != beside
        ]
    ids = {kind: set(of_kind) for kind, of_kind in known.items()}
    document = Document(shown, lambda constraint, text: _respelled(constraint, text, ids))
    client = decode(Client, root, document)
    if client:
        for path, code, message in (*find_dangling(client, ids), *contradictions(client, as_of)):
            document.report(path, code, message)
    return (None if document.problems else client), sorted(document.problems)


def _is_empty(root: "yaml.Node | Problem") -> bool:
    """Tell whether a file has nothing but comments and a document marker."""
    if isinstance(root, yaml.ScalarNode):
        return not root.value and not root.style
    return not isinstance(root, yaml.Node) and root.code == "empty"


def _respelled(constraint: Constraint, text: str, ids: Mapping[str, set[str]]) -> str:
    """Return the word or id that a text is another spelling of, else the text."""
    if constraint.refers_to:
        words = ids.get(constraint.refers_to, set()).union(constraint.unrecorded)
        return canonical(text, constraint.what, words)
    word = canonical(text, constraint.what, constraint.values)
    if word in constraint.values or not constraint.values:
        return word
    try:
        return synonyms.word(text, constraint.what, constraint.values)
    except CareerkitError:
        return text  # the decoder decides whether it is a problem or is kept as it is


def _section(key: yaml.Node, value: yaml.Node) -> yaml.Node:
    """Return the value of a section; an empty list means none, also where keys are expected."""
    none = LISTED_IF_EMPTY.get(key.value) if isinstance(key, yaml.ScalarNode) else None
    if none is None or not isinstance(value, yaml.SequenceNode) or value.value:
        return value
    return yaml.compose(none, Loader=LOADER) or value


LISTED_IF_EMPTY = {
    "procedures": "{}",
    "courses": "{}",
    "credits": "{total: 0, graduate: 0, subjects: {}}",
    "facts": "{}",
}
"""The meaning of an empty list in sections that are no lists; for facts it means nothing."""
