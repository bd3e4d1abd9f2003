"""Failures that a user can act on, and their exit statuses."""

from collections.abc import Sequence
from enum import IntEnum


class ExitStatus(IntEnum):
    """The exit statuses of the command (DESIGN: the contract)."""

    OK = 0
    BUG = 1
    USAGE = 2
    NOT_FOUND = 3
    BAD_DATA = 4
    NOT_ELIGIBLE = 10
    UNKNOWN = 11
    INTERRUPTED = 130


class CareerkitError(Exception):
    """A failure with a one-line ``message`` for the user and the ``status`` to exit with.

    Each of ``details`` is printed on a line of its own.
    """

    def __init__(self, message: str, status: ExitStatus, details: Sequence[object] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.details = tuple(details)


def usage_error(message: str, details: Sequence[str] = ()) -> CareerkitError:
    """Return the failure for arguments that cannot be understood."""
    return CareerkitError(message, ExitStatus.USAGE, details)


def not_found(message: str, details: Sequence[str] = ()) -> CareerkitError:
    """Return the failure for a name that no record has."""
    return CareerkitError(message, ExitStatus.NOT_FOUND, details)


def bad_data(message: str, problems: Sequence[object] = ()) -> CareerkitError:
    """Return the failure for files that cannot be used as they are."""
    return CareerkitError(message, ExitStatus.BAD_DATA, problems)
