"""How a person sees the card of one career."""

from careerkit.answers.reply import Reply
from careerkit.commands.show.answer import CareerCard
from careerkit.commands.show.onet import profile
from careerkit.model.career import Attainment, Outlook
from careerkit.model.vocabulary import (
    CREDENTIAL_RELATIONS,
    EDUCATION_BASES,
    EXPERIENCE,
    GROUPS,
    LEVELS,
    TRAINING,
)
from careerkit.render.page import (
    Block,
    Bullets,
    Cell,
    Citations,
    Column,
    Grid,
    Heading,
    Page,
    Pairs,
    Prose,
    StyledText,
    figure_columns,
    remarks,
)
from careerkit.render.wages import wages
from careerkit.render.words import bar, count, dashed, levels, percent, years
from careerkit.words import join, sentence


def page(reply: Reply, cite: Citations) -> Page:
    """Return the page: the work, what it takes, its outlook, its pay, and what leads there."""
    card: CareerCard = reply.data
    blocks: list[Block] = [
        Prose(_names(card)),
        *([Prose(f"{card.summary} {cite.mark(*card.sources)}")] if card.summary else []),
        *_duties(card),
        *_requirements(card, cite),
        *_attainment(card.attainment, cite),
        *profile(card, cite),
        *_outlook(card.outlook, cite),
        *wages(card.wages, card.without_wages, cite),
        *_coverage(card),
        *_credentials(card, cite),
        *_programs(card, cite),
        *_related(card, cite),
        *cite.blocks(),
    ]
    return Page(title=card.title, blocks=blocks)


_SHARES = {
    "less_than_high_school": "Less than high school",
    "high_school": "High-school diploma",
    "some_college": "Some college, no degree",
    "associate": "Associate degree",
    "bachelor": "Bachelor's degree",
    "master": "Master's degree",
    "doctorate": "Doctoral or professional",
}


def _attainment(attainment: Attainment | None, cite: Citations) -> list[Block]:
    if attainment is None:
        return []
    shares = {label: getattr(attainment, key) for key, label in _SHARES.items()}
    rows = [(label, f"{share:5.1f}%  {bar(share)}".rstrip()) for label, share in shares.items()]
    heading = Heading(f"What workers of 25 and older have completed {cite.mark(attainment.source)}")
    shared = "The survey counts this occupation together with others."
    return [heading, Pairs(rows), *remarks(None if attainment.exact else shared)]


def _names(card: CareerCard) -> str:
    official = f", {card.official_title}" if card.official_title else ""
    also = f" Also called: {join(card.aka, 'or')}." if card.aka else ""
    return f"SOC {card.soc}{official}. {GROUPS[card.group]}.{also}"


def _duties(card: CareerCard) -> list[Block]:
    if not card.duties:
        return []
    return [Heading("What they do"), Bullets([(0, duty) for duty in card.duties])]


def _requirements(card: CareerCard, cite: Citations) -> list[Block]:
    needs = card.requirements
    rows: list[tuple[str, Cell]] = []
    for claim in needs.education:
        note = f" ({claim.note})" if claim.note else ""
        basis = EDUCATION_BASES[claim.basis]
        text = f"{LEVELS[claim.level]}, {basis}{note} {cite.dated(claim.source)}"
        rows.append(("" if rows else "Education", sentence(text)))
    if needs.experience:
        text = f"{EXPERIENCE[needs.experience.level]} {cite.mark(needs.experience.source)}"
        rows.append(("Experience", sentence(text)))
    if needs.training:
        text = f"{TRAINING[needs.training.level]} {cite.mark(needs.training.source)}"
        rows.append(("Training on the job", sentence(text)))
    if needs.skills:
        rows.append(("Skills", ", ".join(needs.skills)))
    return [Heading("What it takes"), Pairs(rows)] if rows else []


def outlook_grid(outlook: tuple[Outlook, ...], cite: Citations) -> list[Block]:
    """Return a row for each projection, in the order given, and the notes on them below."""
    rows: list[list[Cell]] = []
    notes = []
    for vintage in outlook:
        period = years(vintage.base_year, vintage.horizon_year)
        figures = (
            percent(vintage.growth_percent),
            count(vintage.employment_base),
            count(vintage.employment_horizon),
            count(vintage.openings_per_year),
        )
        rows.append([period, *map(dashed, figures), cite.mark(vintage.source)])
        notes += remarks(f"{period}: {vintage.note}" if vintage.note else None)
    columns = figure_columns("Growth", "Jobs at start", "At end", "Openings/year")
    return [Grid([Column("Period"), *columns, Column("Source")], rows), *notes]


def _outlook(outlook: tuple[Outlook, ...], cite: Citations) -> list[Block]:
    if not outlook:
        return []
    heading = Heading("Outlook in the US (newest is current, the rest is history)")
    return [heading, *outlook_grid(outlook, cite)]


_HALF = 2
_PARTLY = (
    "These wages are of {paid} employees, of about {jobs} jobs: the survey leaves out the "
    "self-employed and some employers, such as most farms and private households."
)


def _coverage(card: CareerCard) -> list[Block]:
    """Warn where the wage survey, which counts employees only, covers less than half the jobs."""
    wage = next((wage for wage in card.wages if wage.area_type == "national"), None)
    jobs = card.outlook[0].employment_base if card.outlook else None
    if not wage or not wage.employment or not jobs or wage.employment * _HALF >= jobs:
        return []
    return [Prose(_PARTLY.format(paid=count(wage.employment), jobs=count(jobs)))]


_NO_CREDENTIAL = (
    "None is on record here. That does not mean that none is needed: many careers take a state "
    "license, so ask the state's licensing board."
)


def _credentials(card: CareerCard, cite: Citations) -> list[Block]:
    if not card.credentials:
        return [Heading("Credentials"), Prose(_NO_CREDENTIAL)]
    rows = [
        (
            StyledText(credential.abbreviation, "strong"),
            credential.name,
            f"{CREDENTIAL_RELATIONS[credential.relation]} {cite.mark(credential.source)}".strip(),
        )
        for credential in card.credentials
    ]
    ask = f"careerkit eligible --career {card.id} --degree … says which a client may sit for."
    return [
        Heading("Credentials"),
        Grid([Column("Short"), Column("Name"), Column("For this career")], rows),
        *remarks(ask),
    ]


_PROGRAMS_SHOWN = 3


def _programs(card: CareerCard, cite: Citations) -> list[Block]:
    if not card.programs:
        return []
    shown = card.programs[:_PROGRAMS_SHOWN]
    rows = [(program.title, program.cip, levels(program.levels)) for program in shown]
    left = len(card.programs) - len(rows)
    more = f"{left} more: " if left else ""
    marks = cite.mark(*dict.fromkeys(source for program in shown for source in program.sources))
    return [
        Heading(f"Programs {marks}"),
        Grid([Column("Program"), Column("CIP", whole=True), Column("Awards offered")], rows),
        *remarks(f"{more}careerkit programs {card.id} --education LEVEL"),
    ]


def _related(card: CareerCard, cite: Citations) -> list[Block]:
    if not card.related:
        return []
    marks = cite.mark(*dict.fromkeys(occupation.source for occupation in card.related))
    rows = [(occupation.soc, occupation.title) for occupation in card.related]
    return [Heading(f"Related occupations {marks}"), Pairs(rows)]
