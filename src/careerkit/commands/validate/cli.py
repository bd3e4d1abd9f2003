"""``careerkit validate``."""

from pathlib import Path
from typing import Annotated

import typer

from careerkit.cli.common import Answered, Session, answering
from careerkit.commands.validate.answer import Checked, ValidationReport
from careerkit.errors import ExitStatus, bad_data
from careerkit.model.problem import Problem
from careerkit.store.digest import check_digest
from careerkit.store.open_store import BUNDLED, checkout_data


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
    """Check data files: every problem, at its line and column.

    Without PATH, check what careerkit answers from: the data it came with, and the folders of
    --data or CAREERKIT_DATA.
    """
    if paths:
        checked = [Checked(what="argument", path=str(path)) for path in paths]
    else:
        checked = [_own_data(), *(Checked(what="pack", path=str(pack)) for pack in session.packs)]
    folders = [Path(place.path) for place in checked if place.what != "installed"]
    files, problems = _validated(folders) if folders else (0, [])
    report = ValidationReport(
        checked=tuple(checked),
        files=files + len(checked) - len(folders),  # the installed data are one file
        problems=tuple(problems),
    )
    return Answered(data=report, status=ExitStatus.BAD_DATA if problems else ExitStatus.OK)


def _validated(paths: list[Path]) -> tuple[int, list[Problem]]:
    from careerkit.store.validate import validate  # brings in yaml

    for path in paths:
        if not path.exists():
            raise bad_data(f"there is no file or folder '{path}'")
    files, problems = validate(paths)
    if not files and not problems:
        raise bad_data(f"there are no records in {', '.join(map(str, paths))}")
    return files, problems


def _own_data() -> Checked:
    """Return the data that careerkit came with; a store is held against its digest here."""
    if folder := checkout_data():
        return Checked(what="checkout", path=str(folder))
    check_digest(BUNDLED)
    return Checked(what="installed", path=str(BUNDLED))
