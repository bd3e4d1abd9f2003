"""Programs that lead to a career."""

from itertools import groupby

from careerkit.answers.programs import ProgramMatch, ProgramMatches, Standing
from careerkit.answers.reply import Reply
from careerkit.model.vocabulary import LEVELS
from careerkit.render.page import Block, Cell, Citations, Column, Grid, Heading, Page, Pairs, Prose
from careerkit.render.words import join, levels, sentence

_HEADINGS = {
    Standing.OPEN_NOW: "Open now",
    Standing.NEXT_STEP: "Next step",
    Standing.LATER: "Later",
    None: "Programs",
}


def page(reply: Reply, cite: Citations) -> Page:
    """Return the programs by how they stand for the client, then the accreditation to look for."""
    found: ProgramMatches = reply.data
    told = f" for a client with {LEVELS[found.education]}" if found.education else ""
    blocks: list[Block] = []
    for standing, group in groupby(found.programs, key=lambda program: program.standing):
        programs = list(group)
        blocks += [Heading(_heading(standing, programs)), _grid(programs, cite)]
    if not found.programs:
        blocks.append(Prose("No program on record fits."))
    elif not found.education:
        blocks.append(Prose("--education LEVEL says which are open to a client now.", "quiet"))
    blocks += _accreditation(found)
    return Page(f"Programs for {found.career_title}{told}", [*blocks, *cite.blocks()])


def _heading(standing: Standing | None, programs: list[ProgramMatch]) -> str:
    return f"{_HEADINGS[standing]} ({len(programs)})"


def _grid(programs: list[ProgramMatch], cite: Citations) -> Grid:
    told = programs[0].why is not None
    columns = [Column("Program"), Column("CIP"), Column("Awards")]
    columns += [Column("On entry")] if told else []
    rows = [_row(program, cite, told=told) for program in programs]
    return Grid([*columns, Column("Leads to")], rows)


def _row(program: ProgramMatch, cite: Citations, *, told: bool) -> list[Cell]:
    awards = program.open_levels or program.levels
    entry = list(dict.fromkeys(each.source for each in program.entry))
    cite.mark(*program.sources, *entry)
    reason = [sentence(program.why or "")] if told else []
    leads = join(dict.fromkeys(each.title for each in program.leads_to)) or "-"
    return [program.title, program.cip, levels(awards), *reason, leads]


def _accreditation(found: ProgramMatches) -> list[Block]:
    lines: dict[str, str] = {}
    for program in found.programs:
        for each in program.accreditation:
            if each.opens:
                key = f"{each.name} ({levels(each.levels)})"
                lines[key] = f"opens {join(each.opens)}; ask the school, and verify at {each.url}"
    if not lines:
        return []
    text = "No public file lists accredited programs, so careerkit does not guess."
    return [Heading("Accreditation to look for"), Pairs(list(lines.items())), Prose(text, "quiet")]
