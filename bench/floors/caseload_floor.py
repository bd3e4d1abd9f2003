"""The caseload floor: its CSV read and as many rows of such text written, nothing decided.

    python caseload_floor.py CASELOAD ROWS COUNT [--writer]

``ROWS`` holds finished rows without the client's name; each client in turn gets the next ``COUNT``
of them. Their text is joined as it is or, with ``--writer``, goes through ``csv.writer`` cell by
cell.
"""

import csv
import sys
from collections.abc import Iterable, Sequence
from itertools import cycle
from pathlib import Path


def joined(clients: Iterable[Sequence[str]], blocks: Sequence[Sequence[str]]) -> None:
    """Write the rows of each client as one text."""
    for (name, *_), block in zip(clients, cycle(blocks)):
        sys.stdout.write(name + f"\n{name}".join(block) + "\n")


def by_cell(clients: Iterable[Sequence[str]], blocks: Sequence[Sequence[str]]) -> None:
    """Write the rows of each client by their cells."""
    cells = [list(csv.reader(block)) for block in blocks]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for (name, *_), block in zip(clients, cycle(cells)):
        writer.writerows([name, *row[1:]] for row in block)


def main() -> None:
    """Read the command line and write the rows."""
    caseload, kept, count = sys.argv[1:4]
    rows = Path(kept).read_text(encoding="utf-8").splitlines()
    size = int(count)
    blocks = [rows[at : at + size] for at in range(0, len(rows), size)]
    write = by_cell if "--writer" in sys.argv else joined
    with Path(caseload).open(encoding="utf-8", newline="") as stream:
        clients = csv.reader(stream)
        next(clients)
        write(clients, blocks)


if __name__ == "__main__":
    main()
