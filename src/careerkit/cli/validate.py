"""``careerkit validate``."""

from pathlib import Path
from typing import Annotated

import typer

from careerkit.answers.validation import ValidationReport
from careerkit.cli.common import Answered, Session, answering
from careerkit.errors import ExitStatus, bad_data, usage_error
from careerkit.store.locate import checkout_data


@answering
def command(
    session: Session,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", help="Data folders or single records.", show_default=False
        ),
    ] = None,
) -> Answered:
    """Check data files: every problem, at its line and column."""
    from careerkit.store.validate import validate  # brings in yaml

    chosen = paths or session.packs or _own_data()
    for path in chosen:
        if not path.exists():
            raise bad_data(f"there is no file or folder '{path}'")
    files, problems = validate(chosen)
    if not files and not problems:
        raise bad_data(f"there are no records in {', '.join(map(str, chosen))}")
    report = ValidationReport(files=files, problems=tuple(problems))
    return Answered(data=report, status=ExitStatus.BAD_DATA if problems else ExitStatus.OK)


def _own_data() -> list[Path]:
    data = checkout_data()
    if data is None:
        raise usage_error("name what to check: the built-in data were checked when they were built")
    return [data]
