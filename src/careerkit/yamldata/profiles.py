"""A client's profile: the same strict reading as records, plus what cannot be true of anyone."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

import yaml

from careerkit.contradictions import contradictions
from careerkit.model.client import Client
from careerkit.yamldata.decode import Document, decode
from careerkit.yamldata.nodes import parse_tree
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

    ``known`` holds the ids of the records a profile may name, by kind. A key ``beside`` the facts
    is passed over.
    """
    root = parse_tree(content, shown)
    if not isinstance(root, yaml.Node):
        return None, [root]
    if beside and isinstance(root, yaml.MappingNode):
        root.value = [(key, value) for key, value in root.value if key.value != beside]
    document = Document(shown=shown)
    ids = {kind: set(of_kind) for kind, of_kind in known.items()}
    _spell_ids(root, set().union(*ids.values()))
    client = decode(Client, root, document)
    if client:
        for path, code, message in (*find_dangling(client, ids), *contradictions(client, as_of)):
            document.report(path, code, message)
    return (None if document.problems else client), sorted(document.problems)


def _spell_ids(node: yaml.Node, ids: set[str]) -> None:
    """Take ``abet_eac`` for the id abet-eac: people write both, and records only one."""
    if isinstance(node, yaml.ScalarNode):
        spelled = node.value.replace("_", "-")
        if spelled in ids:
            node.value = spelled
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _spell_ids(item, ids)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            _spell_ids(value, ids)
