"""Makes programs of CIP codes, from the federal tables, where no record describes them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from careerkit.catalog import Catalog
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.organization import Accreditor
from careerkit.model.program import Award, Entry, LeadsTo, Program, ProgramAccreditation
from careerkit.model.study import AdvancedStudy, LevelOfStudy
from careerkit.store.career_programs import TEACHING, CareerProgram


class CipPrograms:
    """Makes programs of CIP codes that lead to a career; reads what they share once."""

    def __init__(
        self, catalog: Catalog, career: str, accreditors: Mapping[str, Accreditor]
    ) -> None:
        self._catalog = catalog
        self._career = career
        self._accreditors = accreditors
        self._levels = {level.id: level for level in catalog.all(LevelOfStudy)}
        self._advanced = {cip: study for study in catalog.all(AdvancedStudy) for cip in study.cips}
        self._sources = catalog.program_sources()

    def program(self, listed: CareerProgram) -> Program:
        """Return the program of a code, at the levels at which it is offered."""
        cip = listed.cip
        fields = self._catalog.fields_of_cip(cip)
        offered = [self._levels[level] for level in listed.levels if level in self._levels]
        return Program(
            id=cip,
            title=listed.title,
            scope="field",
            cip=cip,
            field=fields[0] if fields else "other",
            awards=tuple(self._award(level) for level in offered),
            entry=tuple(_entry(level, self._advanced.get(cip)) for level in offered),
            leads_to=LeadsTo(careers=self._careers(cip), credentials=self._credentials(fields)),
            accreditation=tuple(self._accreditation(fields, [level.id for level in offered])),
            sources=self._sources,
        )

    def _award(self, level: LevelOfStudy) -> Award:
        source = self._catalog.vintage("offer") or level.sources[0]
        return Award(
            level=level.id, months=level.months, source=source, months_source=level.months_source
        )

    def _careers(self, cip: str) -> tuple[str, ...]:
        """Return the careers a program leads to: this one, and all but teaching the subject."""
        socs = [soc for soc in self._catalog.socs_of_cip(cip) if not soc.startswith(TEACHING)]
        others = chain.from_iterable(map(self._catalog.careers_of_soc, socs))
        return tuple(dict.fromkeys((self._career, *others)))

    def _credentials(self, fields: Iterable[str]) -> tuple[str, ...]:
        asking = chain.from_iterable(map(self._catalog.asked_of, fields))
        return tuple(dict.fromkeys(rule.credential for rule in asking))

    def _accreditation(
        self, fields: Iterable[str], offered: Sequence[str]
    ) -> Iterable[ProgramAccreditation]:
        """Yield who must accredit a program, at which levels, and which credentials ask for it."""
        asked: dict[tuple[str, str], set[str]] = {}
        for field in fields:
            for rule in self._catalog.asked_of(field):
                if rule.accreditor:
                    by_rule = (rule.level,) if rule.level else ()
                    levels = by_rule or self._accredits(rule.accreditor, field) or offered
                    asked.setdefault((rule.accreditor, rule.credential), set()).update(levels)
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
        """Return the levels a body accredits in a field; none where that differs by state."""
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
