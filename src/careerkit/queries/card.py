"""Everything of one career on one card."""

from careerkit.answers.career import CareerCard, CredentialItem, ProgramItem, RelatedItem
from careerkit.catalog import Catalog
from careerkit.model.career import Career, CredentialLink


def card(catalog: Catalog, career: Career) -> CareerCard:
    """Return the card of ``career``, its linked records looked up."""
    return CareerCard(
        id=career.id,
        title=career.title,
        official_title=career.official_title,
        soc=career.soc,
        codes=career.codes,
        group=career.group,
        summary=career.summary,
        duties=career.duties,
        aka=career.aka,
        requirements=career.requirements,
        attainment=career.attainment,
        outlook=tuple(sorted(career.outlook, key=lambda o: (-o.base_year, -o.horizon_year))),
        wages=tuple(sorted(career.wages, key=lambda wage: wage.period, reverse=True)),
        credentials=tuple(_credential(catalog, link) for link in career.credentials),
        programs=tuple(_program(catalog, each) for each in career.programs),
        related=tuple(
            RelatedItem(
                id=next(iter(catalog.careers_of_soc(each.soc)), None),
                title=each.title,
                soc=each.soc,
                source=each.source,
            )
            for each in career.related
        ),
        sources=career.sources,
    )


def _credential(catalog: Catalog, link: CredentialLink) -> CredentialItem:
    credential = catalog.plain("credential", link.id)
    return CredentialItem(
        id=link.id,
        name=credential["name"],
        abbreviation=credential["abbreviation"],
        issuer=credential["issuer"],
        relation=link.relation,
        source=link.source,
    )


def _program(catalog: Catalog, program_id: str) -> ProgramItem:
    program = catalog.plain("program", program_id)
    return ProgramItem(
        id=program_id,
        title=program["title"],
        cip=program["cip"],
        levels=tuple(award["level"] for award in program["awards"]),
    )
