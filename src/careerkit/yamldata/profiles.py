"""A client's profile: the same strict reading as records, plus what cannot be true of anyone."""

from collections.abc import Iterable, Mapping
from datetime import date

from careerkit.contradictions import contradictions
from careerkit.model.client import Client
from careerkit.model.problem import Problem
from careerkit.yamldata.checks import find_dangling
from careerkit.yamldata.decode import Document, decode
from careerkit.yamldata.nodes import parse_tree


def decode_profile(
    content: bytes, shown: str, known: Mapping[str, Iterable[str]], as_of: date
) -> tuple[Client | None, list[Problem]]:
    """Return the client, or None with every problem of the profile.

    ``known`` holds the ids of the records a profile may name, by kind.
    """
    root = parse_tree(content, shown)
    if isinstance(root, Problem):
        return None, [root]
    document = Document(shown=shown)
    client = decode(Client, root, document)
    if client:
        ids = {kind: set(of_kind) for kind, of_kind in known.items()}
        for path, code, message in (*find_dangling(client, ids), *contradictions(client, as_of)):
            document.report(path, code, message)
    return (None if document.problems else client), sorted(document.problems)
