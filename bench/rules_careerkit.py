"""Three rules by careerkit, from its records; run by ``rules_side_by_side``.

    python rules_careerkit.py engine|check CASELOAD ANSWERS COUNT

``engine`` judges as ``eligible --caseload`` does, ``check`` asks ``careerkit.check`` for each.
"""

import json
import sys
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from clients import AS_OF
from rules_plain import CREDENTIALS, write

from careerkit import Catalog, Client, CredentialVerdict, check, open_catalog
from careerkit.caseload.engine import Engine
from careerkit.caseload.lines import lines_of
from careerkit.caseload.reading import Context, reading
from careerkit.model.credential import Credential
from careerkit.queries.reference import reference
from careerkit.rules.finding import Case

LETTERS = {"eligible": "y", "not_eligible": "n", "unknown": "?"}


def read(catalog: Catalog, path: Path, count: int) -> list[Client]:
    """Return the first clients of a caseload."""
    context = Context(resolve=catalog.resolve, known={}, as_of=AS_OF)
    with path.open(encoding="utf-8", newline="") as stream:
        header, lines = lines_of(stream, path.name)
        told = reading(header, path.name, context)
        return [client for line in islice(lines, count) if (client := told(line).client)]


def by_engine(catalog: Catalog, clients: Sequence[Client]) -> list[Sequence[CredentialVerdict]]:
    """Return the verdicts on each client, judged as a caseload."""
    records = [catalog.one(Credential, each) for each in CREDENTIALS]
    case = Case(client=Client(), as_of=AS_OF, reference=reference(catalog))
    engine = Engine(records, case, "sit", lambda verdict: verdict)
    return [engine.judge(client) for client in clients]


def one_by_one(catalog: Catalog, clients: Sequence[Client]) -> list[Sequence[CredentialVerdict]]:
    """Return the verdicts on each client, asked for one by one."""
    return [
        [check(each, client, as_of=AS_OF, catalog=catalog) for each in CREDENTIALS]
        for client in clients
    ]


def main() -> None:
    """Read the command line, do the work and print what it took."""
    how, source, target, count = sys.argv[1:]
    catalog = open_catalog()
    start = time.process_time()
    clients = read(catalog, Path(source), int(count))
    made = time.process_time()
    found = (by_engine if how == "engine" else one_by_one)(catalog, clients)
    done = time.process_time()
    write(target, list(zip(*found, strict=True)), lambda verdict: LETTERS[verdict.verdict])
    print(json.dumps({"ready": made - start, "judge": done - made, "clients": len(clients)}))


if __name__ == "__main__":
    main()
