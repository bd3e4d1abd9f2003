"""``careerkit import``."""

from importlib import import_module
from pathlib import Path
from typing import Annotated, Literal

import typer

from careerkit.cli.common import Session, answering
from careerkit.commands.import_.answer import ImportReport
from careerkit.errors import bad_data, usage_error
from careerkit.importers.packed import expanded
from careerkit.importers.writing import finish
from careerkit.progress import on_terminal

Dataset = Literal[
    "bls-projections",
    "bls-wages",
    "onet",
    "soc",
    "soc-2010",
    "cip",
    "cip-soc",
    "ipeds",
    "scorecard",
]


@answering
def command(
    session: Session,
    dataset: Annotated[Dataset, typer.Argument(metavar="DATASET", help="Which data set it is.")],
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="The files as published, a folder or a zip."),
    ],
    into: Annotated[
        Path, typer.Option(metavar="DIR", help="The data folder to write to.", show_default=False)
    ],
) -> ImportReport:
    """Turn published files into records; what a person wrote in them stays.

    bls-projections takes occupation.xlsx and education.xlsx (Employment Projections); bls-wages the
    national, state, metropolitan and nonmetropolitan files of the Occupational Employment and Wage
    Statistics; onet the text files of the O*NET database; soc the structure and the direct-match
    titles of SOC 2018; soc-2010 a crosswalk of the older codes; cip the codes of programs
    (CIPCode2020.csv); cip-soc the crosswalk of programs to occupations; ipeds hd2024.csv,
    c2024_a.csv and ic2024.csv, all of one year; scorecard the derived files field_of_study.csv and
    institutions.csv. A file that is not what it should be is named with sheet, row and column, and
    nothing is changed.
    """
    if into.exists() and not into.is_dir():
        raise usage_error(f"--into: '{into}' is not a folder")
    importer = import_module(f"careerkit.importers.{dataset.replace('-', '_')}")
    try:
        finish(into)
        suffixes = getattr(importer, "SUFFIXES", (".xlsx",))
        paths = [path for given in files for path in expanded(given, suffixes)]
        changed = importer.import_files(paths, into, session.as_of, on_terminal("importing"))
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        message = "reading workbooks needs openpyxl: install careerkit with its extra, [import]"
        raise bad_data(message) from error
    except OSError as error:
        raise bad_data(f"{error.filename or into}: {error.strerror}") from error
    return ImportReport(dataset=dataset, into=str(into), files=len(paths), changed=changed)
