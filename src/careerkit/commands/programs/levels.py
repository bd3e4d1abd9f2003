"""Programs level by level: who offers them, how long they take, what graduates earn."""

from collections.abc import Iterable, Sequence

from careerkit.commands.programs.answer import LevelOffered, ProgramMatch, ProgramMatches
from careerkit.model.vocabulary import AWARD_LEVELS
from careerkit.render.page import Block, Cell, Citations, Column, Grid, Prose
from careerkit.render.words import count, dollars
from careerkit.words import counted

_YEAR = 12


def shown_levels(program: ProgramMatch) -> tuple[str, ...]:
    """Return the levels that the answer is about: those open now or next, or all."""
    return program.open_levels or program.next_levels or program.levels


def level_grid(programs: Sequence[ProgramMatch], cite: Citations, state: str | None) -> list[Block]:
    """Return a row for each program and level; in a state only what a school there reports.

    A program that is not reported there is named below.
    """
    columns = [Column("Program"), Column("Level", whole=True)]
    columns += [Column("Full-time", whole=True, under=True), Column("Schools", right=True)]
    columns += [Column("Awards", right=True), Column("Earnings", right=True)]
    columns += [Column("Debt", right=True, under=True)]
    rows: list[list[Cell]] = []
    absent: list[str] = []
    for each in programs:
        cite_program(each, cite)
        found = [*_rows(each, only_reported=state is not None)]
        rows += found
        absent += [] if found else [each.title]
    blocks: list[Block] = [Grid(columns, rows)] if rows else []
    if absent:
        blocks.append(Prose(f"No school in {state} reports: {'; '.join(absent)}."))
    return blocks


def cite_program(program: ProgramMatch, cite: Citations) -> None:
    """Mark the sources of what is shown of a program."""
    entry = dict.fromkeys(each.source for each in program.entry)
    lengths = {each.months_source: None for each in program.awards if each.months_source}
    figures = (source for each in program.offered for source in (each.source, each.earnings_source))
    cite.mark(*program.sources, *entry, *lengths, *figures)


def figure_notes(found: ProgramMatches) -> list[str]:
    """Say what the figures are of."""
    offered = [each for program in found.programs for each in program.offered]
    if not offered or found.awards_year is None:
        return []
    counted_of = f"Schools and awards are those of {found.awards_year}, first majors only."
    notes = [f"{counted_of} Full-time: the commonest for a certificate, the least for a degree."]
    years = {each.earnings_years for each in offered}
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
    """Return how long a program takes; of certificates, as long as most awards took."""
    if offered.lengths:
        return max(offered.lengths, key=lambda each: (each.awards, each.schools)).length
    if offered.months is None:
        return "-"
    years, rest = divmod(offered.months, _YEAR)
    return counted(offered.months, "month") if rest else counted(years, "year")
