"""Programs that lead to a career."""

from itertools import groupby

from careerkit.answers.programs import ProgramMatch, ProgramMatches, Standing
from careerkit.answers.reply import Reply
from careerkit.model.vocabulary import AWARD_LEVELS, LEVELS
from careerkit.render.page import Block, Cell, Citations, Column, Grid, Heading, Page, Pairs, Prose
from careerkit.render.words import levels
from careerkit.words import join

_HEADINGS = {
    Standing.OPEN_NOW: "Open now",
    Standing.NEXT_STEP: "Next step",
    Standing.LATER: "Later",
    None: "Programs",
}


_LEADS = (
    "A program leads to this career where the federal CIP-SOC crosswalk pairs the two; the others "
    "are listed for people who ask about it."
)


def page(reply: Reply, cite: Citations) -> Page:
    """Return the programs by how they stand for the client, then the accreditation to look for."""
    found: ProgramMatches = reply.data

    def place(program: ProgramMatch) -> tuple[str, bool, str | None]:
        leads = any(each.id == found.career for each in program.leads_to)
        return _HEADINGS[program.standing], not leads, program.why

    blocks: list[Block] = []
    for _, group in groupby(found.programs, key=lambda program: program.standing):
        # Within one standing the sort is steady: programs keep the career's own order.
        for (heading, aside, why), programs in groupby(sorted(group, key=place), key=place):
            listed = list(programs)
            reason = f" Each {why}." if why else ""
            which = "other programs" if aside else "leads to this career"
            blocks.append(Heading(f"{heading}, {which} ({len(listed)}).{reason}"))
            blocks.append(_grid(listed, cite))
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
    lengths = {
        AWARD_LEVELS[award.level]: award.months
        for program in found.programs
        for award in program.awards
        if award.months
    }
    usual = ", ".join(f"{level} {months} months" for level, months in lengths.items())
    told = [f"Usual full-time length, at the least: {usual}."] if usual else []
    if found.education:
        return [_LEADS, *told, "The school decides on entry; what is usual is not a promise."]
    return [_LEADS, *told, "--education LEVEL says which are open to a client now."]


def _grid(programs: list[ProgramMatch], cite: Citations) -> Grid:
    columns = [Column("Program"), Column("CIP", whole=True), Column("Awards")]
    opens = any(each.short for program in programs for each in program.leads_to)
    columns += [Column("Opens", whole=True)] if opens else []
    return Grid(columns, [_row(program, cite)[: len(columns)] for program in programs])


def _row(program: ProgramMatch, cite: Citations) -> list[Cell]:
    entry = dict.fromkeys(each.source for each in program.entry)
    lengths = {each.months_source: None for each in program.awards if each.months_source}
    cite.mark(*program.sources, *entry, *lengths)
    shown = program.open_levels or program.next_levels or program.levels
    opens = ", ".join(each.short for each in program.leads_to if each.short)
    return [program.title, program.cip, levels(shown), opens or "-"]


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
