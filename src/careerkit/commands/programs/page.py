"""Programs that lead to a career."""

from itertools import groupby

from careerkit.answers.reply import Reply
from careerkit.commands.programs.accreditation import accreditation
from careerkit.commands.programs.answer import ProgramMatch, ProgramMatches, Standing
from careerkit.commands.programs.levels import (
    cite_program,
    figure_notes,
    level_grid,
    shown_levels,
)
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.vocabulary import AWARD_LEVELS
from careerkit.render.page import Block, Cell, Citations, Column, Grid, Heading, Page, Prose
from careerkit.render.words import count, dashed, education, levels
from careerkit.words import article, counted, sentence

_HEADINGS = {
    Standing.OPEN_NOW: "open now: ",
    Standing.NEXT_STEP: "next step: ",
    Standing.LATER: "later: ",
    None: "",
}


_KINDS = (
    "programs that lead to this career",
    "other kinds of program",
    "single awards that schools listed about 2016",
)
_NOTES = (
    (
        "A program leads to this career where the federal CIP-SOC crosswalk pairs the two; the "
        "others are listed for people who ask about it."
    ),
    "May open: only where the accreditor named below accredits the program.",
)


def page(reply: Reply, cite: Citations) -> Page:
    """Return the programs by how they stand for the client, then the accreditation to look for."""
    found: ProgramMatches = reply.data

    def place(program: ProgramMatch) -> tuple[int, str]:
        return _kind(found, program), program.why or ""

    blocks: list[Block] = []
    for standing, group in groupby(found.programs, key=lambda program: program.standing):
        # Within one standing the sort is steady: programs keep the career's own order.
        for (kind, why), programs in groupby(sorted(group, key=place), key=place):
            listed = list(programs)
            reason = f" Each {why}." if why else ""
            title = f"{_HEADINGS[standing]}{_KINDS[kind]} ({len(listed)})."
            blocks.append(Heading(sentence(f"{title}{reason}")))
            blocks += [_grid(listed, cite)] if kind else level_grid(listed, cite, found.state)
    if not found.programs:
        blocks = [Prose(_nothing(found)), *_entry(found, cite)]
    else:
        blocks = [*_schools(found), *_entry(found, cite), *blocks]
        blocks += [Prose(each, "quiet") for each in (*_notes(found), *figure_notes(found))]
    blocks += accreditation(found)
    return Page(_title(found), [*blocks, *cite.blocks(numbered=False)])


def _kind(found: ProgramMatches, program: ProgramMatch) -> int:
    """Return the place of a program's kind in ``_KINDS``."""
    if program.scope == "award":
        return 2
    return 0 if any(each.id == found.career for each in program.leads_to) else 1


def _schools(found: ProgramMatches) -> list[Block]:
    if found.schools_count is None:
        return []
    level = f"{article(AWARD_LEVELS[found.level])} program" if found.level else "a program"
    where = f" in {found.state}" if found.state else ""
    verb = "reports" if found.schools_count == 1 else "report"
    if not found.schools_count:
        return [Prose(f"No school{where} reports {level} that leads here.")]
    told = f"{counted(found.schools_count, 'school')}{where} {verb} {level} that leads here"
    command = f"careerkit schools {found.career}{f' --state {found.state}' if found.state else ''}"
    return [Prose(f"{told}; {command} lists them.")]


def _entry(found: ProgramMatches, cite: Citations) -> list[Block]:
    """Say what people enter the career with: a program below that may not be enough."""
    if not found.entry_education:
        return []
    cite.mark(found.education_source)
    told = f"People usually enter this career with {education(found.entry_education)}."
    below = [
        level
        for program in found.programs
        for level in shown_levels(program)
        if LEVEL_ORDER[level] < LEVEL_ORDER[found.entry_education]
    ]
    if below:
        told += " A program below that level may not be enough by itself."
    return [Prose(told)]


def _nothing(found: ProgramMatches) -> str:
    if found.level:
        return "No program on record for this career has an award at that level."
    none = "No program leads here: the crosswalk pairs none with this career, nor is one on record"
    return f"{none}. careerkit show {found.career} says what it asks."


def _title(found: ProgramMatches) -> str:
    if not found.education:
        return f"Programs for {found.career_title}"
    has = education(found.education)
    return f"Programs for {found.career_title}, for a client with {has}"


def _notes(found: ProgramMatches) -> list[str]:
    opens = any(_opened(each) for each in found.programs if _kind(found, each))
    notes = _NOTES if opens else _NOTES[:1]
    if found.education:
        return [*notes, "The school decides on entry; what is usual is not a promise."]
    return [*notes, "--education LEVEL says which are open to a client now."]


def _grid(programs: list[ProgramMatch], cite: Citations) -> Grid:
    columns = [Column("Program"), Column("CIP", whole=True), Column("Levels")]
    columns += [Column("Schools", right=True, whole=True)]
    opens = any(_opened(program) for program in programs)
    columns += [Column("May open", whole=True)] if opens else []
    return Grid(columns, [_row(program, cite)[: len(columns)] for program in programs])


def _row(program: ProgramMatch, cite: Citations) -> list[Cell]:
    cite_program(program, cite)
    schools = dashed(count(program.schools))
    told = levels(shown_levels(program))
    return [program.title, program.cip, told, schools, _opened(program) or "-"]


def _opened(program: ProgramMatch) -> str:
    """Name the credentials that turn on an accreditation at a level that is shown."""
    shown = set(shown_levels(program))
    found = (each.opens for each in program.accreditation if shown & set(each.levels))
    return ", ".join(dict.fromkeys(credential for opens in found for credential in opens))
