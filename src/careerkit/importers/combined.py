"""The occupations that BLS counts together: which SOC codes a combined code takes in."""

from collections.abc import Collection

from careerkit.yamldata.blocks import Plain

_SYSTEM, _RELATION = "soc-2018", "merged-from"
_MILITARY = "55-"
_MAJOR, _BROAD = 2, 6
"""How many characters of a code name its major group, and its broad occupation."""


def combined_codes(detailed: Collection[str], on_record: Collection[str]) -> dict[str, list[str]]:
    """Return the combined codes on record, each with the codes that it takes in.

    A code that is no ``detailed`` one takes in those of its broad occupation that have no career of
    their own: 29-2010 takes in 29-2011 and 29-2012. Where a major group lacks other careers too,
    nothing is said of it.
    """
    free = [code for code in sorted({*detailed} - {*on_record}) if code[:3] != _MILITARY]
    combined = sorted({*on_record} - {*detailed})
    broad = {code[:_BROAD] for code in combined}
    unclear = {code[:_MAJOR] for code in free if code[:_BROAD] not in broad}
    parts = {
        code: [part for part in free if part[:_BROAD] == code[:_BROAD]]
        for code in combined
        if code[:_MAJOR] not in unclear
    }
    return {code: codes for code, codes in parts.items() if codes}


def merged_code(code: str) -> dict[str, str]:
    """Return the item of a record's ``codes`` that says that it takes in a SOC code."""
    return {"system": _SYSTEM, "code": code, "relation": _RELATION}


def is_code(item: Plain, code: str) -> bool:
    """Tell whether an item of ``codes`` is of a SOC code, whatever it says of it."""
    return (item["system"], item["code"]) == (_SYSTEM, code)


def merged_in(record: Plain) -> list[str]:
    """Return the SOC codes that a record says it takes in."""
    return [
        item["code"]
        for item in record.get("codes") or ()
        if item["system"] == _SYSTEM and item["relation"] == _RELATION
    ]
