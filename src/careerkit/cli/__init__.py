"""The command line: ``main`` is the one error boundary."""

import os
import sys
from collections.abc import Sequence

_REPORT = (
    "This is a bug: please report it with the command you ran; CAREERKIT_DEBUG=1 adds the details."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; every failure ends in one clear line."""
    try:
        from careerkit.cli.app import run  # inside: an interrupt while loading is handled too

        return run(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _close_quietly()
        return 0
    except Exception as error:  # noqa: BLE001 - the boundary: nothing may leave as a traceback
        return _explain(_cause(error))


def _cause(error: Exception) -> Exception:
    """Return the damage of the installed data, if any, in place of an internal error.

    A byte that changed on the disk can cause any error, long after it was read.
    """
    from careerkit.errors import CareerkitError

    if not isinstance(error, CareerkitError | OSError | ImportError):
        from careerkit.store.digest import check_digest
        from careerkit.store.open_store import BUNDLED

        try:
            if BUNDLED.is_file():
                check_digest(BUNDLED)
        except CareerkitError as damage:
            return damage
    return error


def _explain(error: Exception) -> int:
    from careerkit.errors import CareerkitError, ExitStatus

    if isinstance(error, CareerkitError):
        lines = [f"careerkit: {error.message}", *(f"  {detail}" for detail in error.details)]
        status = int(error.status)
    elif os.environ.get("CAREERKIT_DEBUG"):
        import traceback

        lines = ["".join(traceback.format_exception(error)).rstrip()]
        status = int(ExitStatus.BUG)
    elif isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        lines = [f"careerkit: {where}{error.strerror}"]
        status = int(ExitStatus.BUG)
    else:
        what = f"{type(error).__name__}: {error}"
        lines = [f"careerkit: internal error ({what}). {_REPORT}"]
        status = int(ExitStatus.BUG)
    _say(lines)
    return status


def _say(lines: Sequence[str]) -> None:
    from careerkit.render.text import visible

    for line in lines:
        sys.stderr.write(visible(line, keep="\n") + "\n")


def _close_quietly() -> None:
    """Point stdout nowhere, so that the interpreter's last flush does not complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
