"""The Typer application, built with only the command of this run."""

import os
import sys
from collections.abc import Collection, Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Annotated

import typer
from typer.main import get_command

from careerkit._version import __version__
from careerkit.cli.common import Outcome
from careerkit.errors import usage_error

COMMANDS = {
    "show": "One career: requirements, outlook, pay, credentials, programs.",
    "list": "Careers that fit, with their current figures.",
    "search": "Find careers by title or code; misspellings are forgiven.",
    "outlook": "Projections of jobs, every vintage side by side.",
    "compare": "Two to five careers, side by side.",
    "eligible": "What a client may sit for, and what exactly is missing.",
    "credential": "One credential: its routes, exam, renewal, sources.",
    "credentials": "Credentials by career, issuer or kind, or open to all.",
    "programs": "Programs for a career: open now, next step, later.",
    "pathway": "Steps to a credential or a career, in up to three ways.",
    "schools": "Schools for a career or program: awards, price, place.",
    "sources": "Every source, its date, and what is stale.",
    "validate": "Check data files: every problem, at its line and column.",
    "import": "Turn published files into records.",
}
"""The subcommands in the order of the help, each with its line there."""

_HELP = """What a career requires, whether it grows, what it pays, and which credentials a client
may sit for today: offline, with a source for every figure. careerkit checks published rules; the
issuer decides."""


def build(names: Collection[str], *, others: bool) -> typer.Typer:
    """Return the application with the subcommands ``names``.

    Only their modules are loaded, for speed. With ``others`` the remaining commands are listed for
    help, errors and completion.
    """
    app = typer.Typer(
        name="careerkit",
        help=_HELP,
        rich_markup_mode=None,  # plain help: faster, and no brackets read as markup
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    for name, summary in COMMANDS.items():
        if name in names:
            module = import_module(f"{package_of(name)}.cli")
            app.command(name, short_help=summary)(module.command)
        elif others:
            app.command(name, short_help=summary)(_only_named)
    return app


def package_of(name: str) -> str:
    """Return the package of a subcommand; a word of the language gets an underscore."""
    return f"careerkit.commands.{name}{'_' if iskeyword(name) else ''}"


def run(argv: Sequence[str]) -> int:
    """Parse ``argv``, run its command, write the answer, return the exit status."""
    argv = [*argv] or ["--help"]
    wanted = _completed() or argv[0]
    known = wanted in COMMANDS
    app = build({wanted} if known else (), others=not known or _is_completing())
    try:
        outcome = get_command(app).main(args=argv, prog_name="careerkit", standalone_mode=False)
    except typer.TyperException as error:
        raise _usage(error) from error
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    if not isinstance(outcome, Outcome):
        if sys.stdout is not None:
            sys.stdout.flush()
        return int(outcome or 0)
    if sys.stdout is not None:  # None where the caller closed it
        outcome.write(sys.stdout)
    return int(outcome.status)


def _only_named() -> None:
    """Stand in for a command whose module is not loaded."""


def _is_completing() -> bool:
    return "_CAREERKIT_COMPLETE" in os.environ


def _completed() -> str | None:
    """Return the subcommand on the line that the shell wants completed."""
    line = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS") or ""
    words = line.split()
    return words[1] if _is_completing() and words[1:] else None


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - Typer gives the value by position
    if wanted:
        typer.echo(f"careerkit {__version__}")
        raise typer.Exit


def _options(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version and exit.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    pass


def _usage(error: typer.TyperException) -> Exception:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "careerkit"
    message = error.format_message().rstrip(".")
    stop = "" if message.endswith("?") else "."
    return usage_error(f"{message}{stop} Try '{path} --help'.")
