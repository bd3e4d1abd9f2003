"""The Typer application, made of only the command that is asked for."""

import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Annotated

import typer
from typer.main import get_command

from careerkit._version import __version__
from careerkit.cli.common import Outcome
from careerkit.errors import usage_error

COMMANDS = (
    "show",
    "list",
    "search",
    "outlook",
    "eligible",
    "credential",
    "programs",
    "sources",
    "validate",
)
"""The subcommands in the order of the help; each is a module here with a function ``command``."""

_HELP = """What a career requires, whether it grows, what it pays, and which credentials a client
may sit for today: offline, with a source for every figure. careerkit checks published rules; the
issuer decides."""


def build(names: Iterable[str]) -> typer.Typer:
    """Return the application with the subcommands ``names``."""
    app = typer.Typer(
        name="careerkit",
        help=_HELP,
        rich_markup_mode=None,  # plain help: faster, and no brackets read as markup
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    for name in names:
        module = import_module(f"careerkit.cli.{name}")
        app.command(name)(module.command)
    return app


def run(argv: Sequence[str]) -> int:
    """Parse ``argv``, run its command, write the answer, return the exit status."""
    argv = list(argv) or ["--help"]
    # A command costs what its own module costs: the others are loaded only for help and errors.
    names = argv[:1] if argv[0] in COMMANDS else COMMANDS
    program = get_command(build(names))
    try:
        outcome = program.main(args=argv, prog_name="careerkit", standalone_mode=False)
    except typer.TyperException as error:
        raise _usage(error) from error
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    if not isinstance(outcome, Outcome):
        sys.stdout.flush()
        return int(outcome or 0)
    outcome.write(sys.stdout)
    return int(outcome.status)


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
    told = error.format_message().rstrip(".")
    stop = "" if told.endswith("?") else "."
    return usage_error(f"{told}{stop} Try '{path} --help'.")
