"""The careers of a data folder as importers change them: new figures, what a person wrote kept."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from careerkit.errors import bad_data
from careerkit.model.kinds import FOLDERS
from careerkit.words import counted
from careerkit.yamldata.blocks import Plain, values_of, with_values, written
from careerkit.yamldata.records import find_files_of, read_entries

_SCHEMA: Final = "# yaml-language-server: $schema=../../schemas/{}.schema.json\n"


@dataclass(slots=True, kw_only=True)
class CareerFiles:
    """The careers of a data folder: their texts, and their values, which importers change."""

    folder: Path
    texts: dict[Path, str] = field(default_factory=dict)
    values: dict[Path, Plain] = field(default_factory=dict)
    by_soc: dict[str, list[Path]] = field(default_factory=dict)

    @classmethod
    def read(cls, data: Path, *, needed: bool = True) -> "CareerFiles":
        """Read the careers below a data folder; fail where one is wrong, or none though needed."""
        files = cls(folder=data / "careers")
        kind, folder = FOLDERS["careers"], files.folder
        found, stray = find_files_of(kind, folder, str(folder)) if folder.is_dir() else ([], [])
        if problems := sorted(stray + read_entries(found)[1]):
            told = f"{counted(len(problems), 'problem')} in the careers; nothing is changed"
            raise bad_data(told, problems)
        if needed and not found:
            raise bad_data(f"{files.folder}: holds no careers; import bls-projections first")
        for file in found:
            files._add(file.path, file.path.read_bytes().decode("utf-8"))  # with its ends of lines
        return files

    def _add(self, path: Path, text: str) -> None:
        self.texts[path], self.values[path] = text, values_of(text)
        self.by_soc.setdefault(self.values[path]["soc"], []).append(path)

    def of(self, soc: str) -> list[Plain]:
        """Return the values of every career of a SOC code."""
        return [self.values[path] for path in self.by_soc.get(soc, ())]

    def begin(self, name: str, values: Plain) -> None:
        """Begin a record; where its name is taken, its SOC code stands behind that."""
        path = self.folder / f"{name}.yaml"
        path = path.with_stem(f"{name}-{values['soc']}") if path in self.texts else path
        lines = (f"{key}: {written(value)}\n" for key, value in values.items())
        self._add(path, _SCHEMA.format("career") + "".join(lines))

    def changed(self) -> dict[Path, str]:
        """Return the texts of the records that changed, or are new, by path."""
        found = {p: with_values(text, self.values[p], str(p)) for p, text in self.texts.items()}
        return {p: text for p, text in found.items() if text != self.texts[p] or not p.exists()}


def with_item(
    items: Sequence[Plain], item: Plain, older: Callable[[Plain], bool], owned: Collection[str] = ()
) -> list[Plain]:
    """Return items with ``item`` in place of the first that is its ``older`` self, or at the end.

    What a person added to that stays: keys that neither ``item`` has nor its source ``owned``.
    """
    at = next((number for number, old in enumerate(items) if older(old)), len(items))
    ours = {*item, *owned}
    kept = {key: each for old in items[at : at + 1] for key, each in old.items() if key not in ours}
    return [*items[:at], {**item, **kept}, *items[at + 1 :]]


def source_text(data: Path, source_id: str, fields: Mapping[str, str]) -> dict[Path, str]:
    """Return a source's record by its path; nothing where a person may have said more of it."""
    path = data / "sources" / f"{source_id}.yaml"
    lines = [f"{key}: {value}\n" for key, value in fields.items()]
    return {} if path.exists() else {path: _SCHEMA.format("source") + "".join(lines)}
