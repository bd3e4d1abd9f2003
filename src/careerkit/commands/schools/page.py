"""How a person sees schools: where they are, what they cost, what their graduates earn."""

import re
from collections.abc import Callable, Iterator, Sequence

from careerkit.answers.reply import Reply
from careerkit.commands.schools.answer import SchoolList, SchoolRow
from careerkit.model.vocabulary import AWARD_LEVELS, CONTROLS
from careerkit.render.page import (
    Block,
    Cell,
    Citations,
    Column,
    Grid,
    Heading,
    Page,
    Pairs,
    Prose,
    StyledText,
    remarks,
)
from careerkit.render.words import count, dashed, dollars
from careerkit.words import counted, figure, join, sentence

_LEVELS = {
    **AWARD_LEVELS,
    "post_baccalaureate_certificate": "post-bacc.",
    "post_master_certificate": "post-master's",
}
_LENGTHS = {
    "under 12 weeks": ("", "12 wk"),
    "12 weeks to 1 year": ("12 wk", "1 yr"),
    "1 to 2 years": ("1", "2 yr"),
    "2 to 4 years": ("2", "4 yr"),
}
"""For each length on record, its shortest and its longest duration."""
_FEW = 6
_SCHEME = re.compile("^https?://", re.IGNORECASE)
_ORDERS = {
    "awards": "most awards first",
    "distance": "nearest first",
    "net-price": "lowest net price first",
    "earnings": "highest earnings first",
    "name": "by name",
}
_AWARDS = "Awards are those of {year}, as schools report them for first majors {marks}"
_ZERO = "; 0 (offered): the program is offered, and nobody completed it in that year"
_PRICE = (
    "Net price: what a year at the school costs on average after grants and scholarships, whatever "
    "is studied there {marks}."
)
_EARNINGS = (
    "Earnings: the median four years after completion{later}, of graduates of all the school's "
    "programs whose CIP codes begin with the same four digits, at that level {marks}."
)
_ONE_YEAR = " (with *: one year after it)"
_AT_DISTANCE = (
    "The directory says that these schools offer whole programs at a distance at that level, not "
    "which: ask the school whether this is one of them."
)
_NOT_TOLD = (
    "Whether a program is accredited is not in this record: ask the school, and verify it with the "
    "accreditor. A school that closed after the directory was made is still listed. No school pays "
    "for its place."
)


def page(reply: Reply, cite: Citations) -> Page:
    """Return how many schools there are, the programs they offer, and a row for each offer."""
    answer: SchoolList = reply.data
    blocks: list[Block] = [Prose(_summary(answer, cite.mark(*answer.sources))), *_programs(answer)]
    if answer.schools:
        columns = [*_columns(answer)]
        rows = [[cell(row) for _, cell in columns] for row in answer.schools]
        blocks.append(Grid([column for column, _ in columns], rows))
        blocks += remarks(*_notes(answer, cite))
    return Page(_title(answer), [*blocks, *cite.blocks()])


def _title(answer: SchoolList) -> str:
    asked, near = answer.asked, answer.near
    codes = {"cip": asked.id, "program": ", ".join(program.cip for program in answer.programs)}
    code = f" (CIP {codes[asked.kind]})" if asked.kind in codes else ""
    filters = (
        f", {AWARD_LEVELS[answer.level]} level" if answer.level else "",
        ", at a distance" if answer.distance else "",
        f", in {answer.area}" if answer.area else "",
        f", within {figure(near.within)} miles of {near.name}" if near else "",
    )
    private = len(answer.control) > 1
    kind = "private " if private else "".join(f"{CONTROLS[word]} " for word in answer.control)
    return sentence(f"{kind}schools for {asked.title}{code}{''.join(filters)}")


def _summary(answer: SchoolList, marks: str) -> str:
    if not answer.total:
        return _nothing(answer)
    total = f"{counted(answer.total, 'school')} on record"
    if answer.closed:
        have, are = ("has", "is") if answer.closed == 1 else ("have", "are")
        total += f", of which {count(answer.closed)} {have} closed since and {are} left out"
    return f"{total} {marks}. {_rows(answer)}".rstrip()


def _rows(answer: SchoolList) -> str:
    shown, order = len(answer.schools), _ORDERS[answer.sort]
    of = f"{count(shown)} of " if shown < answer.rows_total else ""
    if answer.rows_total > answer.total - answer.closed:
        rows = counted(answer.rows_total, "row")
        return f"{of}{rows}, one for each program and level at a school, {order}."
    return sentence(f"{of}them, {order}." if of else f"{order}.") if shown else ""


def _nothing(answer: SchoolList) -> str:
    if answer.year is None:
        return "No school is on record: the data have no table of schools."
    if not answer.programs:
        return (
            "No program of study on record leads to this career, so there is no school to list. "
            "That does not mean that there is none."
        )
    if answer.near:
        return "No school on record passes every filter. --within MILES looks farther."
    if answer.level or answer.state or answer.control or answer.distance:
        return "No school on record passes every filter."
    return f"No school on record reported such a program in {answer.year}."


def _programs(answer: SchoolList) -> list[Block]:
    if len(answer.programs) == 1 and answer.asked.kind == "cip":
        return []  # the page's title has it
    rows: list[tuple[str, Cell]] = [
        (program.cip, f"{program.title}: {counted(program.schools, 'school')}")
        for program in answer.programs
        if program.schools
    ]
    without = [program.cip for program in answer.programs if not program.schools]
    listed = join(without, "or") if len(without) <= _FEW else f"{len(without)} more programs"
    more = [Prose(f"None of these schools offers {listed}.")] if without else []
    return [Heading("Programs"), Pairs(rows), *more] if rows else []


def _columns(answer: SchoolList) -> Iterator[tuple[Column, Callable[[SchoolRow], Cell]]]:
    """Yield the columns, each with a function that makes its cell of a row."""
    yield Column("School"), lambda row: StyledText(row.name, "strong")
    yield Column("Place", under=True), lambda row: f"{row.city}, {row.state}"
    yield Column("Control", under=True), lambda row: CONTROLS.get(row.control or "", "-")
    yield Column("Web address", under=True), _address
    several = len({row.cip for row in answer.schools}) > 1
    if not answer.level:
        yield Column("Level", whole=True), lambda row: _LEVELS[row.level]
    if several:
        yield Column("CIP", whole=True, under=not answer.level), lambda row: row.cip
    if any(row.lengths for row in answer.schools):
        under = several or not answer.level
        yield Column("Length", whole=True, under=under), lambda row: _length(row.lengths)
    yield Column("Awards", right=True), _awards
    yield Column("Net price", right=True), lambda row: _money(row.net_price)
    yield Column("Earnings", right=True, under=True), _earnings
    if answer.near:
        yield Column("Miles", right=True), lambda row: f"{row.miles:,.1f}"


def _address(row: SchoolRow) -> str:
    return _SCHEME.sub("", row.url).rstrip("/") if row.url else "-"


def _length(lengths: Sequence[str]) -> str:
    """Return the range of lengths, such as ``12 wk-2 yr``."""
    if not lengths:
        return ""
    if any(length not in _LENGTHS for length in lengths):
        return ", ".join(lengths)
    (least, _), (_, most) = _LENGTHS[lengths[0]], _LENGTHS[lengths[-1]]
    return f"{least}-{most}" if least else f"under {most}"


def _awards(row: SchoolRow) -> str:
    return count(row.awards) if row.awards else "0 (offered)"


def _money(amount: int | None) -> str:
    if amount is not None and amount < 0:
        return f"-{dollars(-amount)}"
    return dashed(dollars(amount))


def _earnings(row: SchoolRow) -> str:
    if row.earnings_4yr is None and row.earnings_1yr is not None:
        return f"*{_money(row.earnings_1yr)}"
    return _money(row.earnings_4yr)


def _notes(answer: SchoolList, cite: Citations) -> Iterator[str]:
    rows = answer.schools
    zero = _ZERO if not all(row.awards for row in rows) else ""
    marks = cite.mark(*dict.fromkeys(row.source for row in rows))
    yield f"{_AWARDS.format(year=answer.year, marks=marks)}{zero}."
    if marks := cite.mark(*dict.fromkeys(row.net_price_source for row in rows)):
        yield _PRICE.format(marks=marks)
    if marks := cite.mark(*dict.fromkeys(row.graduates_source for row in rows)):
        early = any(_earnings(row).startswith("*") for row in rows)
        yield _EARNINGS.format(later=_ONE_YEAR if early else "", marks=marks)
    if answer.near:
        many = answer.near.schools > 1
        there = f"middle of the {answer.near.schools} schools" if many else "school"
        yield (
            f"Miles are as the crow flies, from the {there} that the directory has in "
            f"{answer.near.name}."
        )
    if answer.unplaced:
        more = counted(answer.unplaced, "more school")
        yield f"{more} may be near: the directory does not say where."
    if answer.distance:
        yield _AT_DISTANCE
    yield _NOT_TOLD
