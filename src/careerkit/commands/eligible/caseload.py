"""``careerkit eligible --caseload``: rows as they are judged, or a summary."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import TextIO

import typer

from careerkit.answers.caseload import CaseloadSummary
from careerkit.caseload.counts import Tally, summary
from careerkit.caseload.lines import lines_of
from careerkit.caseload.rows import FORMATS
from careerkit.caseload.work import MOST_FIELDS, Done, Task, judged
from careerkit.cli.common import Answered, Outcome, Session, kept_as_told
from careerkit.errors import ExitStatus, bad_data
from careerkit.model.credential import Credential
from careerkit.progress import Progress, on_terminal
from careerkit.render.text import visible

MOST_MISSING = 10
"""How many of the most frequent missing items the summary lists."""
_FIELDS = 10
_UNREAD = "surrogateescape"
"""Keeps bytes that are not UTF-8, so that their row can report them."""


class Caseload:
    """The clients of a file, judged against some or all credentials."""

    def __init__(
        self, session: Session, path: Path, stage: str, named: Sequence[str] | None, *, all_: bool
    ) -> None:
        self._session = session
        self._path = path
        self._shown = "<stdin>" if str(path) == "-" else str(path)
        self._stage = stage
        self._named = None if named is None else tuple(named)
        self._all = all_
        self._left_out = 0
        self._fields: dict[tuple[str, str], None] = {}

    @property
    def status(self) -> ExitStatus:
        """The exit status: bad data where a row had mistakes."""
        return ExitStatus.BAD_DATA if self._left_out else ExitStatus.OK

    def judged(self, rows: str) -> Iterator[Done]:
        """Yield the file in parts, with ``rows`` in a format, or counts only if that is empty.

        Mistakes in rows go to stderr after each part, unknown fields at the end.
        """
        with _opened(self._path) as stream, self._progress(rows) as progress:
            header, lines = lines_of(stream, self._shown)
            done = 0
            for part in judged(self._task(rows, header), lines, self._session.catalog):
                done += part.tally.clients + part.left_out
                self._left_out += part.left_out
                if len(self._fields) < MOST_FIELDS:
                    self._fields.update(dict.fromkeys(part.fields_as_told))
                if part.problems:
                    progress(done, done)
                for problem in part.problems:
                    typer.echo(visible(str(problem)), err=True)
                progress(done, 0)
                yield part
        if not done:
            self._session.say(f"{self._shown} names no client")
        self._say_fields()
        if self._left_out:
            are = "row has mistakes and is" if self._left_out == 1 else "rows have mistakes and are"
            self._session.say(f"{self._left_out:,} {are} left out")

    def _say_fields(self) -> None:
        for what, text in islice(self._fields, _FIELDS):
            self._session.say(kept_as_told(what, text))
        if (more := len(self._fields) - _FIELDS) > 0:
            least = "at least " if len(self._fields) >= MOST_FIELDS else ""
            fields, are = ("field", "is") if more == 1 else ("fields", "are")
            self._session.say(f"{least}{more:,} more unknown {fields} {are} kept as told")

    @contextmanager
    def _progress(self, rows: str) -> Iterator[Progress]:
        """Show progress on a terminal unless rows go there; clear it at the end."""
        shown = None if rows and sys.stdout.isatty() else on_terminal("judging clients:")
        progress = shown or (lambda _done, _total: None)
        try:
            yield progress
        finally:
            progress(0, 0)

    def _task(self, rows: str, header: Sequence[str] | None) -> Task:
        return Task(
            packs=tuple(self._session.packs),
            as_of=self._session.as_of,
            stage=self._stage,
            named=self._named,
            everything=self._all,
            rows=rows,
            header=None if header is None else tuple(header),
            shown=self._shown,
        )

    def summary(self) -> CaseloadSummary:
        """Return the caseload counted."""
        tally = Tally()
        for part in self.judged(""):
            tally.merge(part.tally)
        records = self._session.catalog.some(Credential, self._named)
        return summary(tally, records, self._stage, self._left_out, MOST_MISSING)


class Streamed(Outcome):
    """Rows that are written while clients are judged."""

    def __init__(self, session: Session, caseload: Caseload) -> None:
        self.session = session
        self._caseload = caseload

    @property
    def status(self) -> ExitStatus:
        """The exit status."""
        return self._caseload.status

    def write(self, stream: TextIO) -> None:
        """Write the rows; a failure before the first one leaves nothing written."""
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
        text = FORMATS[self.session.format].header
        for part in self._caseload.judged(self.session.format):
            stream.write(text + part.text)
            text = ""
        stream.write(text)
        stream.flush()


def answered(session: Session, caseload: Caseload, *, counts: bool) -> Outcome:
    """Return the outcome: rows in CSV and JSON Lines, a summary otherwise or where ``counts``."""
    if session.format in FORMATS and not counts:
        return Streamed(session, caseload)
    data = caseload.summary()
    return Outcome(session, Answered(data=data, status=caseload.status))


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    if str(path) == "-":
        if sys.stdin is None:
            raise bad_data("--caseload: stdin is closed")
        yield TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors=_UNREAD, newline="")
        return
    try:
        stream = path.open(encoding="utf-8", errors=_UNREAD, newline="")
    except OSError as error:
        raise bad_data(f"--caseload: {path}: {error.strerror}") from error
    with stream:
        yield stream
