"""Pages and what is on them, and catalogs of a few records, for tests of several folders."""

import csv
import json
from datetime import date

from careerkit.answers.reply import Reply, cited
from careerkit.catalog import Catalog
from careerkit.model.plain import to_plain
from careerkit.render.page import Grid, Heading, Page, Prose, StyledText
from careerkit.render.page_of import page_of
from careerkit.store.compile import compile_store
from careerkit.store.read import Store

SOURCE = {
    "title": "A source",
    "publisher": "Somebody",
    "kind": "third-party",
    "retrieved": "2026-11-22",
}


def page_on(catalog, data, stale=None):
    """Return the page of an answer that cites sources of a catalog."""
    plain = to_plain(data)
    sources = {name: catalog.plain("source", name) | {"stale": stale} for name in cited(plain)}
    return page_of(Reply(data.command, date(2026, 11, 22), data, plain, sources))


def texts(blocks, *kinds):
    """Return the texts of paragraphs, or of the blocks of some kinds."""
    blocks = blocks.blocks if isinstance(blocks, Page) else blocks
    return [block.text for block in blocks if isinstance(block, kinds or Prose)]


def tables(blocks):
    """Return each table as rows, each row as texts by the titles of its columns."""
    blocks = blocks.blocks if isinstance(blocks, Page) else blocks
    return [
        [dict(zip(titles(grid), map(_text, row), strict=True)) for row in grid.rows]
        for grid in blocks
        if isinstance(grid, Grid)
    ]


def titles(grid):
    """Return the titles of a table's columns, each on one line."""
    return [" ".join(column.title.split()) for column in grid.columns]


def _text(cell):
    return cell.text if isinstance(cell, StyledText) else cell


def all_texts(blocks):
    """Return the texts of the headings and paragraphs."""
    return texts(blocks, Heading, Prose)


def catalog_of(folder, records, tables=None):
    """Compile records by kind and id, and tables (header, then rows) by path, and open them."""
    for kind, by_id in records.items():
        (folder / kind).mkdir()
        for name, record in by_id.items():
            (folder / kind / f"{name}.yaml").write_text(json.dumps(record), encoding="utf-8")
    for name, rows in (tables or {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    compile_store([folder], folder / "store.sqlite")
    return Catalog(Store(folder / "store.sqlite"))
