"""Shows answers that are longer than the terminal in the user's pager.

Rich's ``console.pager()``, which is that of ``pydoc``, does not serve: it loses the answer where
the user's pager cannot be run, shows color codes instead of colors in less, and starts less even
where ``PAGER`` is empty, which asks for none.
"""

import os
from typing import TextIO

_USUAL = "less -FIRX"
_NONE = ["cat"]
_UNABLE = ("dumb", "unknown")
_SETTINGS = {"LESS": "FIRX", "LV": "-c"}
"""Environment of pagers: keep colors, and quit where all fits."""
_SHORTEST = 5


def show(text: str, stream: TextIO) -> None:
    """Write a text to a terminal, through a pager where it is longer and the user has one."""
    command = _command() if _is_longer(text, stream) else []
    if not command or not _is_paged(text, stream, command):
        stream.write(text)


def _is_longer(text: str, stream: TextIO) -> bool:
    try:
        lines = os.get_terminal_size(stream.fileno()).lines
    except (OSError, ValueError):
        return False
    # The shell's prompt takes a line. A terminal without a known height pages nothing.
    return lines >= _SHORTEST and text.count("\n") >= lines


def _command() -> list[str]:
    """Return the pager's command; empty where there is none, or none is wanted."""
    from shlex import split
    from shutil import which

    if os.environ.get("TERM", "dumb") in _UNABLE:
        return []
    wanted = next((os.environ[x] for x in ("CAREERKIT_PAGER", "PAGER") if x in os.environ), _USUAL)
    try:
        command = split(wanted)
    except ValueError:  # a quote without its end
        return []
    return command if command and command != _NONE and which(command[0]) else []


def _is_paged(text: str, stream: TextIO, command: list[str]) -> bool:
    """Run the pager; False where it cannot be run. Leaving it early is no mistake."""
    import signal
    import subprocess

    stream.flush()
    # Ctrl-C is for the pager: less stops a search, others end. A handler that does nothing is set,
    # as the pager would inherit SIG_IGN.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        pager = subprocess.Popen(  # noqa: S603 - the user's own
            command,
            stdin=subprocess.PIPE,
            stdout=stream.fileno(),
            env={**_SETTINGS, **os.environ},
            encoding=stream.encoding or "utf-8",
            errors="replace",
        )
        pager.communicate(text)
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return True
