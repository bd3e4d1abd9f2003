"""Programs that have no record of their own: what the federal tables say of a CIP code."""

from collections.abc import Iterable, Mapping, Sequence

from careerkit.catalog import Catalog
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.organization import Accreditor
from careerkit.model.program import Award, Entry, LeadsTo, Program, ProgramAccreditation
from careerkit.model.study import AdvancedStudy, LevelOfStudy
from careerkit.store.career_programs import TEACHING, CareerProgram


class CipPrograms:
    """Makes programs of CIP codes that lead to a career; what all of them need is read once."""

    def __init__(
        self, catalog: Catalog, career: str, accreditors: Mapping[str, Accreditor]
    ) -> None:
        self._catalog = catalog
        self._career = career
        self._accreditors = accreditors
        self._levels = {each.id: each for each in catalog.all(LevelOfStudy)}
        self._advanced = {cip: study for study in catalog.all(AdvancedStudy) for cip in study.cips}
        self._sources = catalog.program_sources()

    def program(self, found: CareerProgram) -> Program:
        """Return the program of a code, at the levels at which it is offered."""
        cip = found.cip
        fields = self._catalog.fields_of_cip(cip)
        offered = [self._levels[each] for each in found.levels if each in self._levels]
        return Program(
            id=cip,
            title=found.title,
            scope="field",
            cip=cip,
            field=fields[0] if fields else "other",
            awards=tuple(self._award(each) for each in offered),
            entry=tuple(_entry(each, self._advanced.get(cip)) for each in offered),
            leads_to=LeadsTo(careers=self._careers(cip), credentials=self._credentials(fields)),
            accreditation=tuple(self._accreditation(fields, [each.id for each in offered])),
            sources=self._sources,
        )

    def _award(self, level: LevelOfStudy) -> Award:
        source = self._catalog.vintage("offer") or level.sources[0]
        return Award(
            level=level.id, months=level.months, source=source, months_source=level.months_source
        )

    def _careers(self, cip: str) -> tuple[str, ...]:
        """Return the careers a program leads to: this one, and those other than teaching it."""
        socs = [soc for soc in self._catalog.socs_of_cip(cip) if not soc.startswith(TEACHING)]
        found = (self._catalog.careers_of_soc(soc) for soc in socs)
        return tuple(dict.fromkeys((self._career, *(each for ids in found for each in ids))))

    def _credentials(self, fields: Iterable[str]) -> tuple[str, ...]:
        asked = (self._catalog.asked_of(field) for field in fields)
        return tuple(dict.fromkeys(each.credential for found in asked for each in found))

    def _accreditation(
        self, fields: Iterable[str], offered: Sequence[str]
    ) -> Iterable[ProgramAccreditation]:
        """Yield who must accredit or approve a program at which levels, and what that opens."""
        asked: dict[tuple[str, str], set[str]] = {}
        for field in fields:
            for each in self._catalog.asked_of(field):
                if each.accreditor:
                    levels = (
                        (each.level,) if each.level else self._accredits(each.accreditor, field)
                    )
                    asked.setdefault((each.accreditor, each.credential), set()).update(
                        levels or offered
                    )
        opens: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for (accreditor, credential), wanted in asked.items():
            if shared := tuple(level for level in offered if level in wanted):
                opens.setdefault((accreditor, shared), []).append(credential)
        for (accreditor, shared), credentials in opens.items():
            source = self._accreditors[accreditor].sources[0]
            yield ProgramAccreditation(
                accreditor=accreditor, levels=shared, opens=tuple(credentials), source=source
            )

    def _accredits(self, accreditor: str, field: str) -> tuple[str, ...]:
        """Return the levels a body accredits in a field; bodies that differ by state tell none."""
        parts = self._accreditors[accreditor].accredits
        return tuple(level for part in parts if part.field == field for level in part.levels)


def _entry(level: LevelOfStudy, advanced: AdvancedStudy | None) -> Entry:
    if advanced:
        return Entry(
            levels=(level.id,),
            requires=max(level.requires, advanced.requires, key=LEVEL_ORDER.__getitem__),
            who=advanced.who,
            confidence=advanced.confidence,
            source=advanced.sources[0],
            note=advanced.note,
        )
    return Entry(
        levels=(level.id,),
        requires=level.requires,
        confidence=level.confidence,
        source=level.sources[0],
        note=level.note,
    )
