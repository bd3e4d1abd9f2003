"""The kinds of record: one line a kind drives folders, loading, references and schemas."""

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
        Kind(name="career", plural="careers", location="careerkit.model.career:Career"),
        Kind(
            name="credential",
            plural="credentials",
            location="careerkit.model.credential:Credential",
        ),
        Kind(name="program", plural="programs", location="careerkit.model.program:Program"),
        Kind(name="issuer", plural="issuers", location="careerkit.model.organization:Issuer"),
        Kind(
            name="accreditor",
            plural="accreditors",
            location="careerkit.model.organization:Accreditor",
        ),
        Kind(name="level", plural="levels", location="careerkit.model.study:LevelOfStudy"),
        Kind(name="advanced", plural="advanced", location="careerkit.model.study:AdvancedStudy"),
        Kind(name="field", plural="fields", location="careerkit.model.study:FieldOfStudy"),
        Kind(name="source", plural="sources", location="careerkit.model.source:Source"),
    )
}
FOLDERS = {kind.plural: kind for kind in KINDS.values()}
BULK_FOLDERS = ("cip", "crosswalks", "schools", "titles", "wages")
"""The folders of a data folder that hold tables, directly or in a folder for each source."""
UNDER_WAY = "import-under-way"
"""The folder of a data folder in which an import keeps what is not in its place yet."""
_NAMES = {kind.location: kind.name for kind in KINDS.values()}


def kind_of(record: type) -> str:
    """Return the name of the kind whose dataclass ``record`` is; ``KeyError`` where it is none."""
    return _NAMES[f"{record.__module__}:{record.__qualname__}"]
