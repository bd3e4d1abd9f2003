"""Career records as importers change them: all or none, hand-written parts untouched."""

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from careerkit.errors import bad_data
from careerkit.importers.writing import write_all
from careerkit.model.career import Career, Requirements
from careerkit.model.vocabulary import GROUPS
from careerkit.names import normalise
from careerkit.yamldata.rewrite import (
    Plain,
    Same,
    YamlError,
    drop_value,
    put_item,
    put_items,
    put_value,
    value_at,
    written,
)

_ORDERS = {
    (): [each.name for each in dataclasses.fields(Career)],
    ("requirements",): [each.name for each in dataclasses.fields(Requirements)],
}
_SCHEMA = "# yaml-language-server: $schema=../../schemas/career.schema.json\n"
_MAJORS = [str(each) for each in (*range(11, 29, 2), *range(33, 55, 2))]
_OTHER_GROUPS = [group for group in GROUPS if not group.startswith("health")]
_GROUP_OF_MAJOR = dict(zip(_MAJORS, _OTHER_GROUPS, strict=True))


@dataclass(slots=True, kw_only=True)
class CareerFiles:
    """The career records of a data folder, by SOC code, with the changes not yet written.

    Read with ``read``; every change stays in memory until ``write``, which changes only files whose
    text differs and returns how many did.
    """

    folder: Path
    texts: dict[Path, str] = field(default_factory=dict)
    by_soc: dict[str, list[Path]] = field(default_factory=dict)
    original: dict[Path, str] = field(default_factory=dict)

    @classmethod
    def read(cls, data: Path) -> "CareerFiles":
        """Read the records below a data folder; it may have none."""
        files = cls(folder=data / "careers")
        for path in sorted(files.folder.glob("*.yaml")):
            try:
                # Bytes, so that the ends of lines stay as they are.
                text = path.read_bytes().decode("utf-8")
                soc = value_at(text, ("soc",))
            except (UnicodeDecodeError, YamlError, ValueError) as error:
                raise bad_data(f"{path}: cannot be read; careerkit validate says why") from error
            files.texts[path] = files.original[path] = text
            files.by_soc.setdefault(str(soc), []).append(path)
        return files

    def put_item(
        self,
        soc: str | Path,
        key: Sequence[str],
        item: Plain,
        same: Same,
        owned: Collection[str] = (),
    ) -> None:
        """Put an item into a list of every record of ``soc``, or of the one at a path.

        See ``yamldata.rewrite.put_item``.
        """
        self._change(soc, lambda text: put_item(text, key, item, same, _ORDERS, owned=owned))

    def put_value(self, soc: str | Path, key: Sequence[str], value: Any) -> None:  # noqa: ANN401 - plain
        """Put a value into every record of ``soc``, or into the one at a path."""
        self._change(soc, lambda text: put_value(text, key, value, _ORDERS))

    def put_items(
        self, soc: str | Path, key: Sequence[str], items: Sequence[Plain], own: Same
    ) -> None:
        """Put items into a list in place of those that ``own`` knows.

        See ``yamldata.rewrite.put_items``.
        """
        self._change(soc, lambda text: put_items(text, key, items, own, _ORDERS))

    def drop_value(self, soc: str | Path, key: Sequence[str]) -> None:
        """Take a key out of every record of ``soc``, or of the one at a path."""
        self._change(soc, lambda text: drop_value(text, key))

    def values(self, soc: str, key: Sequence[str]) -> list[Any]:
        """Return the value at ``key`` of every record of ``soc``, None where there is none."""
        return [value_at(self.texts[path], key) for path in self.by_soc[soc]]

    def _change(self, soc: str | Path, change: Callable[[str], str]) -> None:
        for path in [soc] if isinstance(soc, Path) else self.by_soc[soc]:
            text = self.texts[path]
            ends = "\r\n" if "\r\n" in text else "\n"
            try:
                changed = change(text.replace("\r\n", "\n"))
            except ValueError as error:
                raise bad_data(f"{path}: {error}") from error
            self.texts[path] = changed.replace("\n", ends)

    def ensure(self, soc: str, title: str, source: str) -> None:
        """Begin a record for a code that has none; a person may give it a better name."""
        if soc in self.by_soc:
            return
        path = self.folder / f"{_id_of(title)}.yaml"
        if path in self.texts:
            path = path.with_stem(f"{path.stem}-{soc}")
        keys = (
            f"title: {written(title)}",
            f"soc: {soc}",
            f"group: {group_of(soc)}",
            f"sources: [{source}]",
        )
        self.texts[path] = _SCHEMA + "\n".join(keys) + "\n"
        self.by_soc[soc] = [path]

    def write(self, more: Mapping[Path, str] | None = None, remove: Collection[Path] = ()) -> int:
        """Write what changed, and ``more`` files with it; ``remove`` others in the same step.

        Return how many of the records changed; see ``importers.writing.write_all``.
        """
        changed = {p: text for p, text in self.texts.items() if text != self.original.get(p)}
        write_all({**changed, **(more or {})}, remove)
        return len(changed)


def group_of(soc: str) -> str:
    """Return the group of a SOC code."""
    major, minor = soc[:2], soc[3]
    if soc in ("29-2072", "29-9021"):
        return "health-information"
    if major == "29":
        return "health-practice" if minor == "1" else "health-technical"
    if major == "31":
        return "health-support"
    if major not in _GROUP_OF_MAJOR:
        raise bad_data(f"{soc} belongs to no group of careers")
    return _GROUP_OF_MAJOR[major]


def _id_of(title: str) -> str:
    """Return an id made of a title: its words in ASCII letters and digits."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", normalise(ascii_only))) or "career"


def source_text(data: Path, source_id: str, fields: Mapping[str, str]) -> dict[Path, str]:
    """Return the record of a source by its path, for ``CareerFiles.write``.

    There is nothing to write where it is on record: a person may have said more of it.
    """
    path = data / "sources" / f"{source_id}.yaml"
    lines = [f"{key}: {value}\n" for key, value in fields.items()]
    head = _SCHEMA.replace("career.schema", "source.schema")
    return {} if path.exists() else {path: head + "".join(lines)}
