"""A client's profile: the same strict reading as records, plus what cannot be true of anyone."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from careerkit.dates import first_day, last_day
from careerkit.model.client import Client, Study
from careerkit.model.problem import Problem
from careerkit.yamldata.checks import find_dangling
from careerkit.yamldata.decode import Document, Path, decode
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
        for path, code, message in (*find_dangling(client, ids), *_impossible(client, as_of)):
            document.report(path, code, message)
    return (None if document.problems else client), sorted(document.problems)


def _impossible(client: Client, as_of: date) -> Iterator[tuple[Path, str, str]]:
    for index, study in enumerate(client.education or ()):
        for name, code, message in _study(study, as_of):
            yield ("education", index, name), code, message
    for index, held in enumerate(client.credentials or ()):
        if held.earned and first_day(held.earned) > as_of:
            yield ("credentials", index, "earned"), "future", f"{held.earned} is after {as_of}"


def _study(study: Study, as_of: date) -> Iterator[tuple[str, str, str]]:
    if study.completed and first_day(study.completed) > as_of:
        message = f"{study.completed} is after {as_of}; write it as 'expected'"
        yield "completed", "future", message
    if study.completed and study.status not in (None, "completed"):
        yield "status", "contradiction", f"'{study.status}', yet it has a date of completion"
    if study.expected and study.status == "completed":
        yield "expected", "contradiction", "the program is completed already"
    if study.completed and study.expected:
        yield "expected", "contradiction", "the program has a date of completion already"
    if study.expected and not study.completed and last_day(study.expected) < as_of:
        yield "expected", "past", f"{study.expected} has passed; was the program completed?"
