"""``careerkit import``."""

from importlib import import_module
from pathlib import Path
from typing import Annotated, Literal

import typer

from careerkit.answers.imported import ImportReport
from careerkit.cli.common import Session, answering
from careerkit.errors import bad_data, usage_error
from careerkit.progress import on_terminal

Dataset = Literal["bls-projections", "bls-wages"]


@answering
def command(
    session: Session,
    dataset: Annotated[Dataset, typer.Argument(metavar="DATASET", help="Which data set it is.")],
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="The files as published, or a folder.")
    ],
    into: Annotated[
        Path, typer.Option(metavar="DIR", help="The data folder to write to.", show_default=False)
    ],
) -> ImportReport:
    """Turn published files into records; what a person wrote in them stays.

    bls-projections takes occupation.xlsx and education.xlsx (Employment Projections); bls-wages the
    national workbooks of the Occupational Employment and Wage Statistics. A file that is not what
    it should be is named with sheet, row and column, and nothing is changed.
    """
    if into.exists() and not into.is_dir():
        raise usage_error(f"--into: '{into}' is not a folder")
    paths = [path for each in files for path in _expanded(each)]
    importer = import_module(f"careerkit.importers.{dataset.replace('-', '_')}")
    try:
        changed = importer.import_files(paths, into, session.as_of, on_terminal("importing"))
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        message = "reading workbooks needs openpyxl: install careerkit with its extra, [import]"
        raise bad_data(message) from error
    except OSError as error:
        raise bad_data(f"{error.filename or into}: {error.strerror}") from error
    return ImportReport(dataset=dataset, into=str(into), files=len(paths), changed=changed)


def _expanded(path: Path) -> list[Path]:
    """Return a file, or the workbooks of a folder."""
    if not path.exists():
        raise bad_data(f"there is no file or folder '{path}'")
    if not path.is_dir():
        return [path]
    found = sorted(path.glob("*.xlsx"))
    if not found:
        raise bad_data(f"there are no workbooks in '{path}'")
    return found
