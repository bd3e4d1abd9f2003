"""How a person sees the programs that lead to a career."""

from itertools import groupby

from careerkit.answers.reply import Reply
from careerkit.commands.programs.accreditation import accreditation
from careerkit.commands.programs.answer import ProgramMatch, ProgramMatches, Standing
from careerkit.commands.programs.levels import cite_program, figure_notes, level_grid, shown_levels
from careerkit.model.levels import LEVEL_ORDER
from careerkit.model.vocabulary import AWARD_LEVELS
from careerkit.render.page import (
    Block,
    Cell,
    Citations,
    Column,
    Grid,
    Heading,
    Page,
    Prose,
    remarks,
)
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
    """Return the programs under what is open now, next and later, then the accreditation."""
    answer: ProgramMatches = reply.data

    def place(program: ProgramMatch) -> tuple[int, str]:
        return _kind(answer, program), program.why or ""

    blocks: list[Block] = []
    for standing, group in groupby(answer.programs, key=lambda program: program.standing):
        # The sort is stable: programs of one kind and reason keep the career's own order.
        for (kind, why), alike in groupby(sorted(group, key=place), key=place):
            programs = list(alike)
            reason = f" Each {why}." if why else ""
            title = f"{_HEADINGS[standing]}{_KINDS[kind]} ({len(programs)})."
            blocks.append(Heading(sentence(f"{title}{reason}")))
            blocks += [_grid(programs, cite)] if kind else level_grid(programs, cite, answer.state)
    if not answer.programs:
        blocks = [Prose(_nothing(answer)), *_entry(answer, cite)]
    else:
        blocks = [*_schools(answer), *_entry(answer, cite), *blocks]
        blocks += remarks(*_notes(answer), *figure_notes(answer))
    blocks += accreditation(answer)
    return Page(_title(answer), [*blocks, *cite.blocks(numbered=False)])


def _kind(answer: ProgramMatches, program: ProgramMatch) -> int:
    """Return an index into ``_KINDS``."""
    if program.scope == "award":
        return 2
    return 0 if answer.career in {destination.id for destination in program.leads_to} else 1


def _schools(answer: ProgramMatches) -> list[Block]:
    if answer.schools_count is None:
        return []
    level = f"{article(AWARD_LEVELS[answer.level])} program" if answer.level else "a program"
    where = f" in {answer.state}" if answer.state else ""
    verb = "reports" if answer.schools_count == 1 else "report"
    if not answer.schools_count:
        return [Prose(f"No school{where} reports {level} that leads here.")]
    total = f"{counted(answer.schools_count, 'school')}{where} {verb} {level} that leads here"
    command = (
        f"careerkit schools {answer.career}{f' --state {answer.state}' if answer.state else ''}"
    )
    return [Prose(f"{total}; {command} lists them.")]


def _entry(answer: ProgramMatches, cite: Citations) -> list[Block]:
    if not answer.entry_education:
        return []
    cite.mark(answer.education_source)
    usual = f"People usually enter this career with {education(answer.entry_education)}."
    below = [
        level
        for program in answer.programs
        for level in shown_levels(program)
        if LEVEL_ORDER[level] < LEVEL_ORDER[answer.entry_education]
    ]
    if below:
        usual += " A program below that level may not be enough by itself."
    return [Prose(usual)]


def _nothing(answer: ProgramMatches) -> str:
    if answer.level:
        return "No program on record for this career has an award at that level."
    none = "No program leads here: the crosswalk pairs none with this career, nor is one on record"
    return f"{none}. careerkit show {answer.career} says what it asks."


def _title(answer: ProgramMatches) -> str:
    if not answer.education:
        return f"Programs for {answer.career_title}"
    has = education(answer.education)
    return f"Programs for {answer.career_title}, for a client with {has}"


def _notes(answer: ProgramMatches) -> list[str]:
    opens = any(_opened(program) for program in answer.programs if _kind(answer, program))
    notes = _NOTES if opens else _NOTES[:1]
    if answer.education:
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
    offered = levels(shown_levels(program))
    return [program.title, program.cip, offered, schools, _opened(program) or "-"]


def _opened(program: ProgramMatch) -> str:
    """Name the credentials that ask for an accreditation at a level that is shown."""
    shown = set(shown_levels(program))
    items = (item for item in program.accreditation if shown & set(item.levels))
    return ", ".join(dict.fromkeys(credential for item in items for credential in item.opens))
