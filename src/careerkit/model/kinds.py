"""The kinds of record, one line each, from which folders, loading and schemas are made."""

from importlib import import_module
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of record; ``location`` is ``module:Class``, so that naming one imports nothing."""

    name: str
    plural: str
    location: str

    @property
    def record(self) -> type:
        """The dataclass of the kind."""
        module, _, name = self.location.partition(":")
        cls: type = getattr(import_module(module), name)
        return cls


KINDS = {
    kind.name: kind
    for kind in (
        Kind("career", "careers", "careerkit.model.career:Career"),
        Kind("credential", "credentials", "careerkit.model.credential:Credential"),
        Kind("program", "programs", "careerkit.model.program:Program"),
        Kind("issuer", "issuers", "careerkit.model.organization:Issuer"),
        Kind("accreditor", "accreditors", "careerkit.model.organization:Accreditor"),
        Kind("level", "levels", "careerkit.model.study:LevelOfStudy"),
        Kind("advanced", "advanced", "careerkit.model.study:AdvancedStudy"),
        Kind("field", "fields", "careerkit.model.study:FieldOfStudy"),
        Kind("source", "sources", "careerkit.model.source:Source"),
    )
}
FOLDERS = {kind.plural: kind for kind in KINDS.values()}
BULK_FOLDERS = ("cip", "crosswalks", "schools", "titles", "wages")
"""The folders of a data folder that hold tables, directly or in a folder for each source."""
UNDER_WAY = "import-under-way"
"""The folder in a data folder where an import keeps files until all of them are written."""
_NAMES = {kind.location: kind.name for kind in KINDS.values()}


def kind_of(record: type) -> str:
    """Return the name of the kind whose dataclass ``record`` is; ``KeyError`` where it is none."""
    return _NAMES[f"{record.__module__}:{record.__qualname__}"]
