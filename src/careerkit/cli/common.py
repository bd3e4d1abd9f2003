"""What every command shares: its options, its session, and the way its answer goes out."""

import inspect
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, TextIO, TypeVar

import typer

from careerkit.answers import Answer
from careerkit.answers.reply import Reply, Resolved, cited
from careerkit.catalog import Catalog
from careerkit.errors import CareerkitError, ExitStatus, bad_data, usage_error
from careerkit.freshness import staleness
from careerkit.model.kinds import kind_of
from careerkit.model.plain import to_plain
from careerkit.progress import on_terminal
from careerkit.render import FORMATS, write
from careerkit.render.text import visible
from careerkit.store.open_store import open_store
from careerkit.words import article, join, shortened

T = TypeVar("T")
Format: Any = Literal[tuple(FORMATS)]


class Answered(NamedTuple):
    """An answer with an exit status of its own."""

    data: Answer
    status: ExitStatus = ExitStatus.OK


class Session:
    """One run of a command: its date, its catalog (opened on first use), its format."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.format: str = "json" if options["json"] else options["format"]
        self.no_color: bool = options["no_color"]
        self.packs: list[Path] = options["data"] or _packs_from_environment()
        self.as_of = _day(options["as_of"])
        self.notes: list[str] = []
        self.resolved: list[Resolved] = []

    @cached_property
    def catalog(self) -> Catalog:
        """The built-in data with the packs of ``--data`` on top."""
        for pack in self.packs:
            if not pack.is_dir():
                raise bad_data(f"--data: there is no folder '{pack}'")
        try:
            return Catalog(open_store(self.packs, on_terminal("compiling the data")))
        except OSError as error:
            raise bad_data(f"{error.filename or 'the data'}: {error.strerror}") from error

    def sources(self, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Return plain records of sources, with whether each is ``stale`` on the day asked."""
        records = self.catalog.store.bodies_of("source", ids) if ids else {}
        return {
            source: {**records[source], "stale": staleness(records[source], self.as_of)[0]}
            for source in ids
        }

    def say(self, text: str) -> None:
        """Say something of this run, on stderr."""
        typer.echo(visible(f"careerkit: {text}"), err=True)

    def note(self, text: str) -> None:
        """Say something that belongs to the answer, on stderr and in JSON."""
        self.notes.append(text)
        self.say(text)

    def resolve(self, kind: str, name: str) -> str:
        """Return the id of the one record that ``name`` fits, and tell how it was understood."""
        from careerkit.queries.resolve import resolve  # not while completing or helping

        record_id = resolve(self.catalog, kind, name)
        self.understood(kind, name, record_id)
        return record_id

    def named(self, record: type[T], name: str) -> T:
        """Return the one record that ``name`` fits, as ``resolve`` does."""
        return self.catalog.one(record, self.resolve(kind_of(record), name))

    def kept(self, what: str, text: str) -> None:
        """Note that a client's field, which no vocabulary has, is kept as given."""
        from careerkit.synonyms import near

        self.resolved.append(
            Resolved(text, what.replace(" ", "_"), None, None, "told", near(text, what))
        )
        self.note(kept_as_told(what, text))

    def understood(self, kind: str, name: str, record_id: str) -> None:
        """Record in the answer how a name was understood that is not the record's own."""
        from careerkit.queries.resolve import how_understood

        if resolved := how_understood(self.catalog, kind, name.strip(), record_id):
            self.resolved.append(resolved)


def kept_as_told(what: str, text: str) -> str:
    """Say that a client's field, which no vocabulary has, is kept, and what it may mean.

    ``what`` is "field of study" or "field of work".
    """
    from careerkit.synonyms import near

    likely = near(text, what)
    hint = f" Is it {join(likely, 'or')}?" if likely else ""
    return (
        f"'{shortened(text)}' is not {article(what)} that careerkit knows: it is kept as told, "
        f"and what turns on it is unknown.{hint}"
    )


class Outcome:
    """What a command leaves to be written, and the status to exit with."""

    def __init__(self, session: Session, answered: Answered) -> None:
        self.session = session
        self.answered = answered

    @property
    def status(self) -> ExitStatus:
        """The exit status."""
        return self.answered.status

    def write(self, stream: TextIO) -> None:
        """Write the answer in the session's format, with the sources it cites."""
        data = self.answered.data
        plain = to_plain(data)
        reply = Reply(
            command=data.command,
            as_of=self.session.as_of,
            data=data,
            plain=plain,
            sources=self.session.sources(cited(plain)),
            notes=tuple(self.session.notes),
            resolved=tuple(self.session.resolved),
        )
        write(reply, self.session.format, stream, no_color=self.session.no_color)


def answering(function: Callable[..., Answer | Answered | Outcome]) -> Callable[..., Outcome]:
    """Make a command of ``function``: it takes a session first, then its own parameters.

    The shared options are added to its signature, from which Typer makes the command line.
    """

    def run(**values: Any) -> Outcome:  # noqa: ANN401 - whatever the command's parameters are
        session = Session({name: values.pop(name) for name in _SHARED})
        answer = function(session, **values)
        if isinstance(answer, Outcome):
            return answer
        answered = answer if isinstance(answer, Answered) else Answered(data=answer)
        return Outcome(session=session, answered=answered)

    own = list(inspect.signature(function).parameters.values())[1:]
    named = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    parameters = [*named, *_SHARED.values()]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # read by inspect
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    run.__doc__ = function.__doc__
    return run


def named(flag: str, read: Callable[[str], T], text: str | None) -> T | None:
    """Return what ``read`` makes of an option's text, None without one; errors name the flag."""
    if text is None:
        return None
    try:
        return read(text)
    except CareerkitError as error:
        raise CareerkitError(f"{flag}: {error.message}", error.status, error.details) from error


def option(name: str, flag: str, kind: Any, default: Any, **info: Any) -> inspect.Parameter:  # noqa: ANN401 - any type
    """Return the parameter of a command that ``flag`` fills; ``info`` goes to Typer."""
    annotation = Annotated[kind, typer.Option(flag, **info)]
    place = inspect.Parameter.KEYWORD_ONLY
    return inspect.Parameter(name, place, annotation=annotation, default=default)


_PACKS = "A folder of records to add; repeatable. Also CAREERKIT_DATA."
_AS_OF = "Answer as of this day; today if left out."
_OPTIONS = (
    option("format", "--format", Format, "table", help="How the answer is printed."),
    option("json", "--json", bool, default=False, help="Same as --format json."),
    option("data", "--data", list[Path], (), metavar="DIR", help=_PACKS),
    option("as_of", "--as-of", str | None, None, metavar="DATE", help=_AS_OF),
    option("no_color", "--no-color", bool, default=False, help="Print without any style."),
)
_SHARED = {parameter.name: parameter for parameter in _OPTIONS}


def _packs_from_environment() -> list[Path]:
    listed = os.environ.get("CAREERKIT_DATA", "")
    return [Path(folder) for folder in listed.split(os.pathsep) if folder]


def _day(text: str | None) -> date:
    if text is None:
        return date.today()  # noqa: DTZ011 - the user's own day, not a moment in time
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise usage_error(f"--as-of: '{text}' is not a day; write it like 2026-05-15") from None
