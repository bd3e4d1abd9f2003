"""A client's facts from a profile file, with every mistake at its line."""

import sys
from datetime import date
from pathlib import Path

from careerkit.catalog import Catalog
from careerkit.errors import bad_data
from careerkit.model.client import Client
from careerkit.words import counted


def read_profile(path: Path, catalog: Catalog, as_of: date) -> Client:
    """Return the client that a YAML (or JSON) file describes; ``-`` reads stdin.

    Raises ``CareerkitError`` with every problem at ``file:line:column``.
    """
    from careerkit.yamldata.profiles import decode_profile  # brings in yaml

    shown = "<stdin>" if str(path) == "-" else str(path)
    try:
        content = _content(path)
    except OSError as error:
        raise bad_data(f"--profile: {path}: {error.strerror}") from error
    known = {kind: catalog.store.ids(kind) for kind in ("accreditor", "credential", "issuer")}
    client, problems = decode_profile(content, shown, known, as_of)
    if client is None:
        raise bad_data(f"{counted(len(problems), 'problem')} in the profile", problems)
    return client


def _content(path: Path) -> bytes:
    from careerkit.yamldata.nodes import MAX_BYTES

    if str(path) == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)
