"""How a person sees programs by level: who offers them, how long they take, what they bring."""

from collections.abc import Iterable, Sequence

from careerkit.commands.programs.answer import LevelOffered, ProgramMatch, ProgramMatches
from careerkit.model.vocabulary import AWARD_LEVELS
from careerkit.render.page import Block, Cell, Citations, Column, Grid, Prose, figure_columns
from careerkit.render.words import count, dollars
from careerkit.words import counted

_YEAR = 12


def shown_levels(program: ProgramMatch) -> tuple[str, ...]:
    """Return the levels that the answer is about: those open now or next, or all."""
    return program.open_levels or program.next_levels or program.levels


def level_grid(programs: Sequence[ProgramMatch], cite: Citations, state: str | None) -> list[Block]:
    """Return a row for each program and level.

    In a ``state`` only the levels that a school there reports have a row; programs that none
    reports are named below.
    """
    columns = [Column("Program"), Column("Level", whole=True)]
    columns += [Column("Full-time", whole=True, under=True)]
    columns += figure_columns("Schools", "Awards", "Earnings")
    columns += [Column("Debt", right=True, under=True)]
    rows: list[list[Cell]] = []
    absent: list[str] = []
    for program in programs:
        cite_program(program, cite)
        of_program = [*_rows(program, only_reported=state is not None)]
        rows += of_program
        absent += [] if of_program else [program.title]
    blocks: list[Block] = [Grid(columns, rows)] if rows else []
    if absent:
        blocks.append(Prose(f"No school in {state} reports: {'; '.join(absent)}."))
    return blocks


def cite_program(program: ProgramMatch, cite: Citations) -> None:
    """Cite the sources of what is shown of a program."""
    cite.mark(*program.sources, *(entry.source for entry in program.entry))
    cite.mark(*(award.months_source for award in program.awards))
    for offered in program.offered:
        cite.mark(offered.source, offered.earnings_source)


def figure_notes(answer: ProgramMatches) -> list[str]:
    """Return what the figures mean and of which year they are."""
    offered = [level for program in answer.programs for level in program.offered]
    if not offered or answer.awards_year is None:
        return []
    counted_of = f"Schools and awards are those of {answer.awards_year}, first majors only."
    notes = [f"{counted_of} Full-time: the commonest for a certificate, the least for a degree."]
    years = {level.earnings_years for level in offered}
    if years - {None}:
        early = " (with *: one year)" if 1 in years else ""
        notes.append(
            f"Earnings: the middle of the medians of schools, four years{early} after "
            "completion, for all programs that share the first four digits of the CIP code. Debt: "
            "the same of what they owed at the end."
        )
    return notes


def _rows(program: ProgramMatch, *, only_reported: bool) -> Iterable[list[Cell]]:
    shown = shown_levels(program)
    title = f"{program.title} ({program.cip})"
    for offered in program.offered:
        if offered.level in shown and (offered.schools or not only_reported):
            yield [title, AWARD_LEVELS[offered.level], *_figures(offered)]
            title = ""


def _figures(offered: LevelOffered) -> list[Cell]:
    earned = offered.earnings.middle if offered.earnings else None
    owed = offered.debt.middle if offered.debt else None
    early = "*" if offered.earnings_years == 1 else ""
    return [
        _length(offered),
        count(offered.schools),
        count(offered.awards),
        f"{early}{dollars(earned)}" if earned is not None else "-",
        dollars(owed) if owed is not None else "-",
    ]


def _length(offered: LevelOffered) -> str:
    """Return the length of a program; of certificates the length of most awards."""
    if offered.lengths:
        return max(offered.lengths, key=lambda length: (length.awards, length.schools)).length
    if offered.months is None:
        return "-"
    years, rest = divmod(offered.months, _YEAR)
    return counted(offered.months, "month") if rest else counted(years, "year")
