"""O*NET's occupations to careers: which of them a career takes in, and what that says of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from careerkit.importers.careers import CareerFiles
from careerkit.importers.combined import combined_codes, merged_in
from careerkit.importers.onet_occupations import Occupation
from careerkit.yamldata.blocks import Plain

_SOC = 7
"""How many characters of an O*NET-SOC code are the SOC code."""


def soc_of(code: str) -> str:
    """Return the SOC code of an O*NET-SOC code."""
    return code[:_SOC]


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """The occupations that a career takes in, in the order of their codes.

    ``is_whole`` where each stands for a whole SOC code, and not for a part of one.
    """

    occupations: Sequence[Occupation]
    is_whole: bool


def covered(socs: Sequence[str], occupations: Mapping[str, Occupation]) -> Covered:
    """Return the occupations of SOC codes.

    The one that ends in .00 stands for its code. Where none of the codes has that, as with "all
    other" occupations, the parts that O*NET tells of stand for it.
    """
    whole = [occupations[f"{soc}.00"] for soc in socs if f"{soc}.00" in occupations]
    if whole:
        return Covered(occupations=whole, is_whole=True)
    parts = [occupations[code] for code in sorted(occupations) if soc_of(code) in socs]
    return Covered(occupations=parts, is_whole=False)


def profile(socs: Sequence[str], occupations: Mapping[str, Occupation], source: str) -> Plain:
    """Return what a career's record says after O*NET, by key; None where nothing is told.

    Parts of a code are unlike one another and do not make it up, so they tell neither its interests
    nor the education it takes. Shares of answers cannot be added up over several codes either.
    """
    found = covered(socs, occupations)
    told = found.occupations
    zones = sorted({each.zone for each in told if each.zone})
    holland = [each.holland for each in told if each.holland] if found.is_whole else []
    survey = told[0].survey if found.is_whole and len(socs) == 1 else {}
    technology = sorted({name for each in told for name in each.technology})
    parts: dict[str, dict[str, Any]] = {
        "job_zone": {"zones": zones} if zones else {},
        "interests": {"holland": [*dict.fromkeys(holland)]} if holland else {},
        "education_survey": survey,
        "technology": {"in_demand": technology} if technology else {},
    }
    return {key: {**part, "source": source} if part else None for key, part in parts.items()}


def related_socs(socs: Sequence[str], occupations: Mapping[str, Occupation]) -> list[str]:
    """Return the SOC codes related to those of a career, the closest first, each once."""
    told = covered(socs, occupations).occupations
    ranked = [pair for each in told for pair in each.related.items()]
    ordered = sorted(ranked, key=lambda pair: pair[0])
    return [*dict.fromkeys(soc_of(code) for _, code in ordered)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Careers:
    """The careers on record, as O*NET sees them.

    ``merged`` are the codes that a combined one takes in; ``homes`` tells of each SOC code the code
    and name of the career that has it.
    """

    records: Mapping[Path, Plain]
    known: Collection[str]
    merged: Mapping[str, Sequence[str]]
    homes: dict[str, tuple[str, str]]

    @classmethod
    def of(cls, files: CareerFiles, known: Collection[str]) -> "Careers":
        """Return the careers of a data folder; ``known`` are the SOC codes that O*NET has."""
        records = {path: v for found in files.by_soc.values() for path, v in found.items()}
        merged = combined_codes(known, files.by_soc)
        found = cls(records=records, known=known, merged=merged, homes={})
        for path, record in records.items():
            name = str(record.get("official_title") or record.get("title"))
            for soc in (record["soc"], *found.socs(path)):
                if soc == record["soc"] or soc not in files.by_soc:
                    found.homes.setdefault(soc, (record["soc"], name))
        return found

    def socs(self, path: Path) -> list[str]:
        """Return the SOC codes that the career of a record takes in."""
        record = self.records[path]
        listed = (record["soc"], *merged_in(record), *self.merged.get(record["soc"], ()))
        return sorted({soc for soc in listed if soc in self.known})

    def neighbours(self, socs: Sequence[str], but: Collection[str]) -> list[tuple[str, str]]:
        """Return code and name of the careers of SOC codes, each once, ``but`` some."""
        found = dict(self.homes[soc] for soc in socs if soc in self.homes)
        return [(soc, name) for soc, name in found.items() if soc not in but]
