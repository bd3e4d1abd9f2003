"""A client's facts from a profile file, with every mistake at its line."""

import sys
from datetime import date
from pathlib import Path

from careerkit.catalog import Catalog
from careerkit.errors import bad_data, usage_error
from careerkit.model.client import Client


def read_profile(path: Path, catalog: Catalog, as_of: date) -> Client:
    """Return the client that a YAML (or JSON) file describes; ``-`` reads stdin.

    Raises ``CareerkitError`` with every problem at ``file:line:column``.
    """
    from careerkit.yamldata.profiles import decode_profile  # brings in yaml

    shown = "<stdin>" if str(path) == "-" else str(path)
    try:
        content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise usage_error(f"--profile: {path}: {error.strerror}") from error
    known = {kind: catalog.store.ids(kind) for kind in ("accreditor", "credential")}
    client, problems = decode_profile(content, shown, known, as_of)
    if client is None:
        raise bad_data(f"{len(problems)} problem(s) in the profile", problems)
    return client
