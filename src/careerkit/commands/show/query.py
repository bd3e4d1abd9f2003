"""Collects everything on record of one career."""

from collections.abc import Iterable, Iterator, Sequence

from careerkit.catalog import Catalog
from careerkit.commands.show.answer import CareerCard, CredentialItem, ProgramItem, RelatedItem
from careerkit.model.career import Career, CredentialLink, Outlook, Wage
from careerkit.model.plain import from_plain
from careerkit.store.areas import Area

_AS_RECORDED = (
    *("id", "title", "official_title", "soc", "codes", "group", "summary", "duties", "aka"),
    *("requirements", "attainment", "job_zone", "interests", "education_survey", "technology"),
    "sources",
)
"""What a card shows as it is in the record."""


def card(catalog: Catalog, career: Career, areas: Sequence[Area] = ()) -> CareerCard:
    """Return the card of ``career``, its linked records looked up.

    Its wages are the nation's, newest first, then those in ``areas``.
    """
    national = sorted(career.wages, key=lambda wage: wage.period, reverse=True)
    local = [(area, catalog.local_wage(area, career.soc)) for area in areas]
    return CareerCard(
        **{name: getattr(career, name) for name in _AS_RECORDED},
        outlook=newest_first(career.outlook),
        wages=(*national, *(from_plain(Wage, wage) for _, wage in local if wage)),
        without_wages=tuple(area.title for area, wage in local if wage is None),
        credentials=tuple(credential_item(catalog, link) for link in career.credentials),
        programs=tuple(_programs(catalog, career)),
        related=tuple(
            RelatedItem(
                id=next(iter(catalog.careers_of_soc(other.soc)), None),
                title=other.title,
                soc=other.soc,
                source=other.source,
            )
            for other in career.related
        ),
    )


def newest_first(outlook: Iterable[Outlook]) -> tuple[Outlook, ...]:
    """Return projections from the latest base year on; of one base year the longest first."""
    return tuple(sorted(outlook, key=lambda o: (-o.base_year, -o.horizon_year)))


def credential_item(catalog: Catalog, link: CredentialLink) -> CredentialItem:
    """Return a career's link to a credential, with the credential's names and issuer."""
    credential = catalog.plain("credential", link.id)
    return CredentialItem(
        id=link.id,
        name=credential["name"],
        abbreviation=credential["abbreviation"],
        issuer=credential["issuer"],
        relation=link.relation,
        source=link.source,
    )


def _programs(catalog: Catalog, career: Career) -> Iterator[ProgramItem]:
    """Yield the programs with a record of their own, then the others that schools offer."""
    recorded = set()
    for program_id in career.programs:
        program = catalog.plain("program", program_id)
        if program["scope"] == "field":
            recorded.add(program["cip"])
        yield ProgramItem(
            id=program_id,
            title=program["title"],
            cip=program["cip"],
            levels=tuple(award["level"] for award in program["awards"]),
            sources=tuple(program["sources"]),
        )
    sources = catalog.program_sources()
    for other in catalog.career_programs(career.id):
        cip, levels = other.cip, other.levels
        if levels and cip not in recorded:
            yield ProgramItem(id=cip, title=other.title, cip=cip, levels=levels, sources=sources)
