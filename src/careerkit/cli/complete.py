"""Names offered when the user presses Tab."""

from careerkit.store.locate import open_store


def careers(incomplete: str) -> list[str]:
    """Return the ids of careers that begin with what was typed."""
    return _ids("career", incomplete)


def credentials(incomplete: str) -> list[str]:
    """Return the ids of credentials that begin with what was typed."""
    return _ids("credential", incomplete)


def _ids(kind: str, incomplete: str) -> list[str]:
    return [each for each in open_store([]).ids(kind) if each.startswith(incomplete.lower())]
