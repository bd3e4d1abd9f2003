"""Write what is generated from the code: the reference pages and the JSON Schemas of records.

Run ``python tools/reference.py`` after a change of commands, records, conditions or facts; a test
fails while what is committed differs from what this would write.
"""

import contextlib
import io
import json
import os
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

from careerkit.answers import Answer
from careerkit.caseload.columns import column_names, facts_of
from careerkit.cli import main
from careerkit.cli.app import COMMANDS, package_of
from careerkit.errors import ExitStatus
from careerkit.facts import FACTS, STUDY_FACTS, Fact
from careerkit.model import client_vocabulary, vocabulary
from careerkit.model.aliases import ALIASES
from careerkit.model.client import Client
from careerkit.model.kinds import KINDS
from careerkit.model.shape import Shape, slots_of
from careerkit.rules.registry import CONDITIONS, PARAMETERS
from careerkit.yamldata.profiles import LISTED_IF_EMPTY

ROOT = Path(__file__).resolve().parent.parent
_NOTE = "<!-- Written by tools/reference.py from the code; do not edit. -->\n"
_PLAIN = {str: "text", int: "whole number", float: "number", bool: "yes or no"}
_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}


_ON_CONDITIONS = """\
The tests that a credential's rule may ask. A condition is met, not met or unknown: what the client
has not told is unknown.
"""
_ON_FACTS = """\
What can be known of a client: as a flag of `careerkit eligible`, and in a profile. What is left out
is unknown. `none` says that there is none; a list that is given is complete. A program without a
level gives no degree in a profile, where `level: unknown` says that the level is not known. A flag
or column left out is not known; `nondegree` there says that the program gives no degree.
"""
_ON_COMPACT_TEXTS = """\
The text of such a flag is one entry of its section: its first word, after a colon its amount, then
`key=value` parted by commas; a yes-or-no key alone says yes, and `+` joins several values. A length
of work is written 2y, 18m, 1y6m or 1950h. Words may be said as people say them.
"""
_ON_COLUMNS = """\
A cell of `careerkit eligible --caseload` is written as the text of the flag. The key of a profile
stands for its column too, and capitals, blanks and hyphens in a name do not matter. A column whose
name begins with `x_` is not read.
"""
_NO_FACTS = {
    "client": ("NAME", "Who it is; the number of the line if left out."),
    "study": ("PROGRAM", "Further programs, as for `--study`. Several are parted by semicolons."),
}
_ON_ALIASES = """\
The facts of a client may use these names for a word, and write a blank or a hyphen for an
underscore. Records keep to the words themselves.
"""
_ON_JSON = """\
`--json` prints one object, its keys sorted: `careerkit` (its version), `schema` (1), `command`,
`as_of`, `data`, and `sources` (the source records that the data cite, by id). A value that is not
known is `null`; no result is an empty list. New keys may come; `schema` rises only when one changes
its meaning or goes away.
"""


def pages() -> Iterator[tuple[Path, str]]:
    """Yield every generated file, relative to the root, with its text."""
    reference = Path("docs/reference")
    yield reference / "commands.md", _commands()
    yield reference / "records.md", _records()
    yield reference / "conditions.md", _conditions()
    yield reference / "facts.md", _facts()
    yield reference / "vocabulary.md", _vocabulary()
    yield reference / "json.md", _json()
    for kind in KINDS.values():
        path = Path("schemas") / f"{kind.name}.schema.json"
        yield path, _schema(kind.record, f"A careerkit {kind.name}", f"data/{kind.plural}/")
    profile = _schema(Client, "A client's profile", "any folder")
    yield Path("schemas/profile.schema.json"), _with_other_names(profile)


def _commands() -> str:
    parts = [f"# Commands\n\n{_NOTE}", _fenced("careerkit --help")]
    parts += [f"## {name}\n\n{_fenced(f'careerkit {name} --help')}" for name in COMMANDS]
    rows = [[str(int(status)), status.name.lower().replace("_", " ")] for status in ExitStatus]
    parts.append("## Exit statuses\n\n" + _table(["Status", "Meaning"], rows))
    return "\n".join(parts)


def _fenced(command: str) -> str:
    os.environ["COLUMNS"] = "80"
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        main(command.split()[1:])
    return f"```console\n$ {command}\n{out.getvalue().rstrip()}\n```\n"


def _records() -> str:
    parts = [f"# Records\n\n{_NOTE}\nOne YAML file a record; its id is the file's name.\n"]
    for kind in KINDS.values():
        parts.append(f"## {kind.name}\n\n`data/{kind.plural}/<id>.yaml`\n")
        parts.append("\n".join(_record(kind.record, set())))
    parts.append("## profile\n\nA client's facts, for `careerkit eligible --profile`.\n")
    parts.append("\n".join(_record(Client, set())))
    return "\n".join(parts)


def _record(record: type, shown: set[type]) -> Iterator[str]:
    """Yield a record's keys and, below, those of the records in it."""
    shown.add(record)
    yield f"{_plain(record.__doc__)}\n"
    slots = {
        name: slot
        for name, slot in slots_of(record).items()
        if name != "id" or not _is_kind(record)
    }
    rows = [[f"`{n}`", _type(s), "yes" if s.required else ""] for n, s in slots.items()]
    yield _table(["Key", "Value", "Required"], rows)
    for inner in (part for slot in slots.values() for part in _inside(slot)):
        if inner not in shown:
            yield f"### {inner.__name__}\n"
            yield from _record(inner, shown)


def _is_kind(record: type) -> bool:
    return any(kind.record is record for kind in KINDS.values())


def _inside(shape: Shape) -> list[type]:
    if shape.item:
        return _inside(shape.item)
    return [shape.record] if shape.form == "record" else [cls for _, cls in shape.choices]


def _type(shape: Shape) -> str:
    if shape.key and shape.item:
        return f"{_type(shape.item)} by {_type(shape.key)}"
    if shape.item:
        return f"list of {_type(shape.item)}"
    if shape.form in {"record", "choice"}:
        bare = f", or its `{shape.bare}` alone" if shape.bare else ""
        return " or ".join(cls.__name__ for cls in _inside(shape)) + bare
    constraint = shape.constraint
    if constraint is None:
        if issubclass(shape.scalar, Enum):
            return " or ".join(f"`{word}`" for word in shape.scalar)
        return _PLAIN[shape.scalar]
    example = f", like `{constraint.example}`" if constraint.example else ""
    return f"{constraint.what}{example}"


def _conditions() -> str:
    parts = [f"# Conditions\n\n{_NOTE}\n{_ON_CONDITIONS}"]
    for name, kind in sorted(CONDITIONS.items()):
        needs = ", ".join(f"`{name}`" for name in kind.needs)
        if kind.needs_one_of:
            one_of = " or ".join(f"`{name}`" for name in kind.needs_one_of)
            needs = f"{needs}{' and ' if needs else ''}one or more of {one_of}"
        takes = ", ".join(f"`{name}`" for name in kind.takes) or "nothing"
        parts.append(
            f"## {name}\n\n{kind.meaning[0].upper()}{kind.meaning[1:]}.\n\n"
            f"- needs: {needs or 'nothing'}\n- may take: {takes}\n"
            f"- reads: {', '.join(kind.facts)}\n"
        )
    common = "Every condition may also carry `stage` and `confidence`. Left out, a parameter is:\n"
    rows = [[f"`{name}`", f"`{default!r}`"] for name, default in PARAMETERS.items()]
    return "\n".join([*parts, f"## Parameters\n\n{common}", _table(["Parameter", "Default"], rows)])


def _facts() -> str:
    rows = [
        [f"`{fact.flag} {fact.metavar}`", f"`{fact.section}`", f"`{fact.key}`", fact.help]
        for fact in FACTS
        if fact.flag
    ]
    parts = [
        f"# Facts\n\n{_NOTE}\n{_ON_FACTS}",
        _table(["Flag", "Section", "Key", "Meaning"], rows),
    ]
    parts.append("## Compact texts\n\n" + _ON_COMPACT_TEXTS)
    studies = [[f"`{fact.name}`", f"`{fact.key}`", fact.help] for fact in STUDY_FACTS]
    parts.append("### --study\n\n" + _table(["Key of the text", "Key", "Meaning"], studies))
    for fact in FACTS:
        shape = slots_of(Client).get(fact.section)
        if fact.listed and shape and shape.item and shape.item.form == "record" and fact.flag:
            parts += _compact(fact, shape.item) if fact.section != "education" else ()
    parts.append("## Columns of a caseload\n\n" + _ON_COLUMNS)
    parts.append(_table(["Column", "Text", "Meaning"], [*_columns()]))
    statements = [
        [f"`{fact.key}`", fact.metavar, fact.help]
        for fact in FACTS
        if fact.section == "facts" and fact.key != "facts"
    ]
    parts.append("## Facts for --fact\n\n" + _table(["Name", "Value", "Meaning"], statements))
    return "\n".join(parts)


def _columns() -> Iterator[list[str]]:
    of_facts = facts_of(column_names())
    for name in column_names():
        if name in of_facts:
            fact = of_facts[name]
            help_ = fact.help.replace("Repeatable.", "Several are parted by semicolons.")
            yield [f"`{name}`", f"`{fact.metavar}`" if fact.metavar else "", help_]
        else:
            yield [f"`{name}`", *_NO_FACTS[name]]


def _compact(fact: Fact, shape: Shape) -> Iterator[str]:
    yield f"### {fact.flag}\n"
    slots = slots_of(shape.record)
    yield _table(["Key", "Value"], [[f"`{key}`", _type(slot)] for key, slot in slots.items()])


def _vocabulary() -> str:
    parts = [f"# Vocabulary\n\n{_NOTE}\nThe closed lists of words that records may use.\n"]
    for name, words in {**vars(vocabulary), **vars(client_vocabulary)}.items():
        if name.isupper() and isinstance(words, dict):
            rows = [[f"`{word}`", label] for word, label in words.items()]
            parts.append(
                f"## {name.lower().replace('_', ' ')}\n\n{_table(['Word', 'Meaning'], rows)}"
            )
    rows = [
        [f"`{name}`", what, f"`{word}`"]
        for what, names in ALIASES.items()
        for name, word in names.items()
    ]
    parts.append(f"## Other names\n\n{_ON_ALIASES}\n{_table(['Name', 'In', 'Word'], rows)}")
    return "\n".join(parts)


def _json() -> str:
    parts = [f"# JSON\n\n{_NOTE}\n{_ON_JSON}"]
    suggest_other_kinds = {
        "eligible": "careerkit.answers.eligibility",
        "eligible --caseload --summary": "careerkit.answers.caseload",
    }
    for command in (*COMMANDS, "eligible --caseload --summary"):
        module = import_module(suggest_other_kinds.get(command) or f"{package_of(command)}.answer")
        (record,) = (
            value
            for value in vars(module).values()
            if isinstance(value, type) and issubclass(value, Answer) and value is not Answer
        )
        parts.append(f"## {command}\n")
        parts.append("\n".join(_record(record, set())))
    return "\n".join(parts)


def _plain(doc: str | None) -> str:
    text = (doc or "").replace("``", "`").replace("None", "null")
    return "\n".join(line.strip() for line in text.strip().splitlines())


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return (
        "\n".join(
            f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines
        )
        + "\n"
    )


def _schema(record: type, title: str, where: str) -> str:
    definitions: dict[str, Any] = {}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": f"Written by tools/reference.py from the code. For files in {where}",
        **_object(record, definitions),
        "$defs": definitions,
    }
    return json.dumps(schema, indent=2) + "\n"


def _object(record: type, definitions: dict[str, Any]) -> dict[str, Any]:
    slots = slots_of(record)
    required = [n for n, s in slots.items() if s.required and not (n == "id" and _is_kind(record))]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _value(slot, definitions) for name, slot in slots.items()},
        "required": required,
    }


def _value(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    if shape.key and shape.item:
        names = _scalar(shape.key)
        values = _value(shape.item, definitions)
        return {"type": "object", "propertyNames": names, "additionalProperties": values}
    if shape.item:
        return {"type": "array", "items": _value(shape.item, definitions)}
    if shape.form == "choice":
        return {"oneOf": [_reference(cls, definitions) for _, cls in shape.choices]}
    if shape.form == "record":
        whole = _reference(shape.record, definitions)
        bare = shape.bare and _scalar(slots_of(shape.record)[shape.bare])
        return {"anyOf": [bare, whole]} if bare else whole
    return _scalar(shape)


def _reference(record: type, definitions: dict[str, Any]) -> dict[str, Any]:
    if record.__name__ not in definitions:
        definitions[record.__name__] = {}
        definitions[record.__name__].update(_object(record, definitions))
    return {"$ref": f"#/$defs/{record.__name__}"}


def _scalar(shape: Shape) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": _TYPES[shape.scalar]}
    constraint = shape.constraint
    if constraint is None:
        return schema
    schema["description"] = constraint.what
    if constraint.values:
        schema["enum"] = list(constraint.values)
    if constraint.pattern:
        schema["pattern"] = f"^({constraint.pattern})$"
    if constraint.date:
        return {"description": "day, month or year, like 2026-05-15", "type": ["string", "integer"]}
    bounds = {"minimum": constraint.minimum, "maximum": constraint.maximum}
    return schema | {name: bound for name, bound in bounds.items() if bound is not None}


def _with_other_names(schema: str) -> str:
    """Return a schema in which words may go by their other names, and some sections be empty."""

    def named(part: dict[str, Any]) -> dict[str, Any]:
        if "enum" in part:
            part["enum"] += ALIASES.get(part.get("description", ""), ())
        return part

    tree = json.loads(schema, object_hook=named)
    sections = tree["properties"]
    for name in LISTED_IF_EMPTY:
        sections[name] = {"anyOf": [{"type": "array", "maxItems": 0}, sections[name]]}
    return json.dumps(tree, indent=2) + "\n"


def write() -> None:
    """Write every generated file."""
    for path, text in pages():
        target = ROOT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
