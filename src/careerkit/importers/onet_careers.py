"""From O*NET's occupations to careers: those that a career takes in, and their figures."""

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


def covered(
    socs: Sequence[str], occupations: Mapping[str, Occupation]
) -> tuple[list[Occupation], bool]:
    """Return the occupations of SOC codes in the order of their codes, and whether they are whole.

    The one that ends in .00 is the whole of its code. Where none of the codes has that, as with
    "all other" occupations, the parts that O*NET has stand for it.
    """
    whole = [occupations[f"{soc}.00"] for soc in socs if f"{soc}.00" in occupations]
    if whole:
        return whole, True
    return [occupations[code] for code in sorted(occupations) if soc_of(code) in socs], False


def profile(socs: Sequence[str], occupations: Mapping[str, Occupation], source: str) -> Plain:
    """Return what a career's record takes from O*NET, by key; None where it has nothing.

    Parts of a code are unlike one another and do not make it up, so they give neither interests nor
    education. Shares of answers cannot be added up over several codes either.
    """
    listed, is_whole = covered(socs, occupations)
    zones = sorted({part.zone for part in listed if part.zone})
    holland = [part.holland for part in listed if part.holland] if is_whole else []
    survey = listed[0].survey if is_whole and len(socs) == 1 else {}
    technology = sorted({name for part in listed for name in part.technology})
    sections: dict[str, dict[str, Any]] = {
        "job_zone": {"zones": zones} if zones else {},
        "interests": {"holland": [*dict.fromkeys(holland)]} if holland else {},
        "education_survey": survey,
        "technology": {"in_demand": technology} if technology else {},
    }
    return {k: {**values, "source": source} if values else None for k, values in sections.items()}


def related_socs(socs: Sequence[str], occupations: Mapping[str, Occupation]) -> list[str]:
    """Return the SOC codes related to those of a career, the closest first, each once."""
    listed, _ = covered(socs, occupations)
    ranked = [pair for occupation in listed for pair in occupation.related.items()]
    ordered = sorted(ranked, key=lambda pair: pair[0])
    return [*dict.fromkeys(soc_of(code) for _, code in ordered)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Careers:
    """The careers on record, as O*NET sees them.

    ``merged`` are the codes that a combined one takes in; ``homes`` gives the code and name of the
    career that has a SOC code.
    """

    records: Mapping[Path, Plain]
    known: Collection[str]
    merged: Mapping[str, Sequence[str]]
    homes: dict[str, tuple[str, str]]

    @classmethod
    def of(cls, files: CareerFiles, known: Collection[str]) -> "Careers":
        """Return the careers of a data folder; ``known`` are the SOC codes that O*NET has."""
        records = {path: v for of_soc in files.by_soc.values() for path, v in of_soc.items()}
        merged = combined_codes(known, files.by_soc)
        careers = cls(records=records, known=known, merged=merged, homes={})
        for path, record in records.items():
            name = str(record.get("official_title") or record.get("title"))
            for soc in (record["soc"], *careers.socs(path)):
                if soc == record["soc"] or soc not in files.by_soc:
                    careers.homes.setdefault(soc, (record["soc"], name))
        return careers

    def socs(self, path: Path) -> list[str]:
        """Return the SOC codes that the career of a record takes in."""
        record = self.records[path]
        listed = (record["soc"], *merged_in(record), *self.merged.get(record["soc"], ()))
        return sorted({soc for soc in listed if soc in self.known})

    def neighbours(self, socs: Sequence[str], but: Collection[str]) -> list[tuple[str, str]]:
        """Return code and name of the careers of SOC codes, each once, ``but`` some."""
        names = dict(self.homes[soc] for soc in socs if soc in self.homes)
        return [(soc, name) for soc, name in names.items() if soc not in but]
