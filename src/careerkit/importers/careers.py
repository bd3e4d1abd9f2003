"""Career records as importers change them: all or none, hand-written parts untouched."""

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from careerkit.errors import bad_data
from careerkit.model.career import Career, Requirements
from careerkit.model.vocabulary import GROUPS
from careerkit.names import normalise
from careerkit.yamldata.rewrite import Plain, Same, put_item, put_value, value_at

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
            text = path.read_text(encoding="utf-8")
            try:
                soc = value_at(text, ("soc",))
            except Exception as error:
                raise bad_data(f"{path}: cannot be read; careerkit validate says why") from error
            files.texts[path] = files.original[path] = text
            files.by_soc.setdefault(str(soc), []).append(path)
        return files

    def put_item(self, soc: str, key: Sequence[str], item: Plain, same: Same) -> None:
        """Put an item into a list of every record of ``soc``."""
        for path in self.by_soc[soc]:
            self.texts[path] = put_item(self.texts[path], key, item, same, _ORDERS)

    def put_value(self, soc: str, key: Sequence[str], value: Any) -> None:  # noqa: ANN401 - plain
        """Put a value into every record of ``soc``."""
        for path in self.by_soc[soc]:
            self.texts[path] = put_value(self.texts[path], key, value, _ORDERS)

    def ensure(self, soc: str, title: str, source: str) -> None:
        """Begin a record for a code that has none; a person may give it a better name."""
        if soc in self.by_soc:
            return
        path = self.folder / f"{'-'.join(normalise(title).split())}.yaml"
        if path in self.texts:
            path = path.with_stem(f"{path.stem}-{soc}")
        self.texts[path] = (
            f"{_SCHEMA}title: {title}\nsoc: {soc}\ngroup: {group_of(soc)}\nsources: [{source}]\n"
        )
        self.by_soc[soc] = [path]

    def write(self) -> int:
        """Write what changed, each file aside first; return how many files changed."""
        changed = {p: text for p, text in self.texts.items() if text != self.original.get(p)}
        self.folder.mkdir(parents=True, exist_ok=True)
        write_all(changed)
        return len(changed)


def group_of(soc: str) -> str:
    """Return the group of a SOC code."""
    major, minor = soc[:2], soc[3]
    if soc in ("29-2072", "29-9021"):
        return "health-information"
    if major == "29":
        return "health-practice" if minor == "1" else "health-technical"
    return "health-support" if major == "31" else _GROUP_OF_MAJOR[major]


def write_all(texts: Mapping[Path, str]) -> None:
    """Write files so that all are whole: each beside its place first, then renamed."""
    aside = {path: path.with_name(f".{path.name}.new") for path in texts}
    try:
        for path, text in texts.items():
            aside[path].write_text(text, encoding="utf-8")
        for path, new in aside.items():
            new.replace(path)
    finally:
        for new in aside.values():
            new.unlink(missing_ok=True)


def put_source(data: Path, source_id: str, fields: Mapping[str, str]) -> None:
    """Write the record of the source, unless there is one: a person may have said more of it."""
    path = data / "sources" / f"{source_id}.yaml"
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{key}: {value}" for key, value in fields.items()]
    head = _SCHEMA.replace("career.schema", "source.schema")
    write_all({path: head + "\n".join(lines) + "\n"})


def soc_code(text: str) -> str | None:
    """Return a SOC code, or None where the text is not one."""
    return text if re.fullmatch(r"\d\d-\d{4}", text) else None
