"""Programs that lead to a career."""

from itertools import groupby

from careerkit.answers.programs import ProgramMatch, ProgramMatches, Standing
from careerkit.answers.reply import Reply
from careerkit.model.vocabulary import AWARD_LEVELS, LEVELS
from careerkit.render.page import Block, Cell, Citations, Column, Grid, Heading, Page, Pairs, Prose
from careerkit.render.words import levels
from careerkit.words import article, sentence

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
        leads = any(each.id == found.career for each in program.leads_to)
        return (2 if program.scope == "award" else 0 if leads else 1), program.why or ""

    blocks: list[Block] = []
    for standing, group in groupby(found.programs, key=lambda program: program.standing):
        # Within one standing the sort is steady: programs keep the career's own order.
        for (kind, why), programs in groupby(sorted(group, key=place), key=place):
            listed = list(programs)
            reason = f" Each {why}." if why else ""
            title = f"{_HEADINGS[standing]}{_KINDS[kind]} ({len(listed)})."
            blocks.append(Heading(sentence(f"{title}{reason}")))
            blocks.append(_grid(listed, cite))
    if not found.programs:
        blocks.append(Prose(_nothing(found)))
    else:
        blocks += [Prose(each, "quiet") for each in _notes(found)]
    blocks += _accreditation(found)
    return Page(_title(found), [*blocks, *cite.blocks(numbered=False)])


def _nothing(found: ProgramMatches) -> str:
    if found.level:
        return "No program on record for this career has an award at that level."
    return "No program is on record for this career yet. That does not mean that there is none."


def _title(found: ProgramMatches) -> str:
    if not found.education:
        return f"Programs for {found.career_title}"
    level = LEVELS[found.education]
    has = level if level.startswith(("no ", "some ")) else article(level)
    return f"Programs for {found.career_title}, for a client with {has}"


def _notes(found: ProgramMatches) -> list[str]:
    lengths = {
        AWARD_LEVELS[award.level]: award.months
        for program in found.programs
        for award in program.awards
        if award.months
    }
    notes = _NOTES if any(_opened(program) for program in found.programs) else _NOTES[:1]
    usual = ", ".join(f"{level} {months} months" for level, months in lengths.items())
    told = [f"Usual full-time length, at the least: {usual}."] if usual else []
    if found.education:
        return [*notes, *told, "The school decides on entry; what is usual is not a promise."]
    return [*notes, *told, "--education LEVEL says which are open to a client now."]


def _grid(programs: list[ProgramMatch], cite: Citations) -> Grid:
    columns = [Column("Program"), Column("CIP", whole=True), Column("Awards")]
    opens = any(_opened(program) for program in programs)
    columns += [Column("May open", whole=True)] if opens else []
    return Grid(columns, [_row(program, cite)[: len(columns)] for program in programs])


def _row(program: ProgramMatch, cite: Citations) -> list[Cell]:
    entry = dict.fromkeys(each.source for each in program.entry)
    lengths = {each.months_source: None for each in program.awards if each.months_source}
    cite.mark(*program.sources, *entry, *lengths)
    return [program.title, program.cip, levels(_shown(program)), _opened(program) or "-"]


def _shown(program: ProgramMatch) -> tuple[str, ...]:
    return program.open_levels or program.next_levels or program.levels


def _opened(program: ProgramMatch) -> str:
    """Name the credentials that turn on an accreditation at a level that is shown."""
    shown = set(_shown(program))
    found = (each.opens for each in program.accreditation if shown & set(each.levels))
    return ", ".join(dict.fromkeys(credential for opens in found for credential in opens))


def _accreditation(found: ProgramMatches) -> list[Block]:
    wanted: dict[tuple[str, str, str | None], dict[str, None]] = {}
    for program in found.programs:
        for each in program.accreditation:
            for credential in each.opens:
                key = (credential, each.name, each.url)
                wanted.setdefault(key, {}).update(dict.fromkeys(each.levels))
    lines: list[tuple[str, Cell]] = [
        (credential, f"{levels(of)} program that {name} accredits: ask the school{_verify(url)}")
        for (credential, name, url), of in wanted.items()
    ]
    if not lines:
        return []
    text = "careerkit holds no list of accredited programs, so it does not guess."
    return [Heading("Accreditation to look for"), Pairs(lines), Prose(text, "quiet")]


def _verify(url: str | None) -> str:
    return f", verify at {url}" if url else ""
