"""The careers of a data folder as importers change them: new figures, what a person wrote kept."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from careerkit.errors import bad_data
from careerkit.model.kinds import FOLDERS
from careerkit.words import counted
from careerkit.yamldata.blocks import Plain, values_of, with_values, written
from careerkit.yamldata.records import find_files_of, read_entries

_KEYS: Final = (
    *("title", "publisher", "kind", "url", "published", "approximate", "covers", "retrieved"),
    *("fresh_months", "licence", "attribution", "note"),
)
"""The keys of a source's record, in their order there."""
_USUAL: Final = {"kind": "official-data", "licence": "Public domain (US government work)"}
_SCHEMA: Final = "# yaml-language-server: $schema=../../schemas/{}.schema.json\n"


@dataclass(slots=True, kw_only=True)
class CareerFiles:
    """The careers of a data folder: their texts, and their values to be changed, by SOC code."""

    folder: Path
    texts: dict[Path, str] = field(default_factory=dict)
    by_soc: dict[str, dict[Path, Plain]] = field(default_factory=dict)

    @classmethod
    def read(cls, data: Path, *, needed: bool = True) -> "CareerFiles":
        """Read the careers below a data folder; fail where one is wrong, or none though needed."""
        files = cls(folder=data / "careers")
        kind, folder = FOLDERS["careers"], files.folder
        records, stray = find_files_of(kind, folder, str(folder)) if folder.is_dir() else ([], [])
        if problems := sorted(stray + read_entries(records)[1]):
            message = f"{counted(len(problems), 'problem')} in the careers; nothing is changed"
            raise bad_data(message, problems)
        if needed and not records:
            raise bad_data(f"{files.folder}: holds no careers; import bls-projections first")
        for file in records:
            files._add(file.path, file.path.read_bytes().decode("utf-8"))  # with its ends of lines
        return files

    def _add(self, path: Path, text: str) -> None:
        self.texts[path], values = text, values_of(text)
        self.by_soc.setdefault(values["soc"], {})[path] = values

    def begin(self, name: str, values: Plain) -> None:
        """Begin a record; where its name is taken, its SOC code stands behind that."""
        path = self.folder / f"{name}.yaml"
        path = path.with_stem(f"{name}-{values['soc']}") if path in self.texts else path
        lines = (f"{key}: {written(value)}\n" for key, value in values.items())
        self._add(path, _SCHEMA.format("career") + "".join(lines))

    def changed(self) -> dict[Path, str]:
        """Return the texts of the records that changed, or are new, by path."""
        values = {p: v for careers in self.by_soc.values() for p, v in careers.items()}
        texts = {p: with_values(self.texts[p], v, str(p)) for p, v in values.items()}
        return {p: text for p, text in texts.items() if text != self.texts[p] or not p.exists()}


def with_item(
    items: Sequence[Plain], item: Plain, older: Callable[[Plain], bool], owned: Collection[str] = ()
) -> list[Plain]:
    """Return items with ``item`` in place of the first that is its ``older`` self, or at the end.

    What a person added stays: keys that are neither in ``item`` nor ``owned`` by its source.
    """
    at = next((number for number, old in enumerate(items) if older(old)), len(items))
    kept = {k: value for old in items[at : at + 1] for k, value in old.items() if k not in owned}
    return [*items[:at], {**item, **kept, **item}, *items[at + 1 :]]


def source_text(
    data: Path, source_id: str, retrieved: date, fields: Mapping[str, str]
) -> dict[Path, str]:
    """Return a source's record by its path; nothing where a person may have said more of it.

    What ``fields`` leave out is as with most sources: official data of the US government.
    """
    path = data / "sources" / f"{source_id}.yaml"
    values = {**_USUAL, "retrieved": retrieved.isoformat(), **fields}
    lines = [f"{key}: {values[key]}\n" for key in _KEYS if key in values]
    return {} if path.exists() else {path: _SCHEMA.format("source") + "".join(lines)}
