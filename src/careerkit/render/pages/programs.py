"""Programs that lead to a career."""

from itertools import groupby

from careerkit.answers.programs import ProgramMatch, ProgramMatches, Standing
from careerkit.answers.reply import Reply
from careerkit.model.vocabulary import AWARD_LEVELS, LEVELS
from careerkit.render.page import Block, Cell, Citations, Column, Grid, Heading, Page, Pairs, Prose
from careerkit.words import join

_HEADINGS = {
    Standing.OPEN_NOW: "Open now",
    Standing.NEXT_STEP: "Next step",
    Standing.LATER: "Later",
    None: "Programs",
}


_LEADS_HERE = (
    "Leads here: the federal CIP-SOC crosswalk pairs the program with this career. The other "
    "programs are listed for people who ask about it."
)


def page(reply: Reply, cite: Citations) -> Page:
    """Return the programs by how they stand for the client, then the accreditation to look for."""
    found: ProgramMatches = reply.data
    blocks: list[Block] = []
    for (standing, why), group in groupby(
        found.programs, key=lambda each: (each.standing, each.why)
    ):
        programs = list(group)
        reason = f": {why}" if why else ""
        blocks.append(Heading(f"{_HEADINGS[standing]} ({len(programs)}){reason}"))
        blocks.append(_grid(programs, found.career, cite))
    if not found.programs:
        blocks.append(Prose("No program on record fits."))
    else:
        blocks += [Prose(each, "quiet") for each in _notes(found)]
    blocks += _accreditation(found)
    return Page(_title(found), [*blocks, *cite.blocks()])


def _title(found: ProgramMatches) -> str:
    told = f", for a client with {LEVELS[found.education]}" if found.education else ""
    return f"Programs for {found.career_title}{told}"


def _notes(found: ProgramMatches) -> list[str]:
    if found.education:
        return [_LEADS_HERE, "The school decides on entry; what is usual is not a promise."]
    return [_LEADS_HERE, "--education LEVEL says which are open to a client now."]


def _grid(programs: list[ProgramMatch], career: str, cite: Citations) -> Grid:
    columns = [
        Column("Program"),
        Column("CIP"),
        Column("Awards"),
        Column("Leads here"),
        Column("Opens"),
    ]
    return Grid(columns, [_row(program, career, cite) for program in programs])


def _row(program: ProgramMatch, career: str, cite: Citations) -> list[Cell]:
    entry = dict.fromkeys(each.source for each in program.entry)
    lengths = {each.months_source: None for each in program.awards if each.months_source}
    cite.mark(*program.sources, *entry, *lengths)
    shown = program.open_levels or program.next_levels or program.levels
    leads_here = any(each.id == career for each in program.leads_to)
    opens = [each.short for each in program.leads_to if each.short]
    return [
        program.title,
        program.cip,
        _awards(program, shown),
        "yes" if leads_here else "-",
        ", ".join(opens) or "-",
    ]


def _awards(program: ProgramMatch, shown: tuple[str, ...]) -> str:
    months = {award.level: award.months for award in program.awards}
    return ", ".join(
        f"{AWARD_LEVELS[level]} ({months[level]} months)" if months[level] else AWARD_LEVELS[level]
        for level in shown
    )


def _accreditation(found: ProgramMatches) -> list[Block]:
    lines: dict[str, str] = {}
    for program in found.programs:
        for each in program.accreditation:
            if each.opens:
                key = f"{each.name} for {join(each.opens)}"
                text = f"ask the school, and verify at {each.url}"
                lines[key] = f"program accredited by {each.name}: {text}"
    if not lines:
        return []
    text = "No public file lists accredited programs, so careerkit does not guess."
    return [Heading("Accreditation to look for"), Pairs(list(lines.items())), Prose(text, "quiet")]
