"""Schools that offer a program: where they are, what they cost, what their graduates earn."""

import re
from collections.abc import Callable, Iterator, Sequence

from careerkit.answers.reply import Reply
from careerkit.answers.schools import SchoolList, SchoolRow
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
"""How long the shortest and the longest programs of a class take."""
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
    """Return the schools under the programs that they were looked up by."""
    found: SchoolList = reply.data
    blocks: list[Block] = [Prose(_summary(found, cite.mark(*found.sources))), *_programs(found)]
    if found.schools:
        columns = [*_columns(found)]
        rows = [[cell(row) for _, cell in columns] for row in found.schools]
        blocks.append(Grid([column for column, _ in columns], rows))
        blocks += [Prose(each, "quiet") for each in _notes(found, cite)]
    return Page(_title(found), [*blocks, *cite.blocks()])


def _title(found: SchoolList) -> str:
    asked, near = found.asked, found.near
    code = {"cip": asked.id, "program": ", ".join(each.cip for each in found.programs)}
    told = f" (CIP {code[asked.kind]})" if asked.kind in code else ""
    filters = (
        f", {AWARD_LEVELS[found.level]} level" if found.level else "",
        ", at a distance" if found.distance else "",
        f", in {found.area}" if found.area else "",
        f", within {figure(near.within)} miles of {near.name}" if near else "",
    )
    private = len(found.control) > 1
    kind = "private " if private else "".join(f"{CONTROLS[each]} " for each in found.control)
    return sentence(f"{kind}schools for {asked.title}{told}{''.join(filters)}")


def _summary(found: SchoolList, marks: str) -> str:
    if not found.total:
        return _nothing(found)
    told = f"{counted(found.total, 'school')} on record"
    if found.closed:
        have, are = ("has", "is") if found.closed == 1 else ("have", "are")
        told += f", of which {count(found.closed)} {have} closed since and {are} left out"
    return f"{told} {marks}. {_rows(found)}".rstrip()


def _rows(found: SchoolList) -> str:
    """Say how many rows there are, and in which order."""
    shown, order = len(found.schools), _ORDERS[found.sort]
    of = f"{count(shown)} of " if shown < found.rows_total else ""
    if found.rows_total > found.total - found.closed:
        rows = counted(found.rows_total, "row")
        return f"{of}{rows}, one for each program and level at a school, {order}."
    return sentence(f"{of}them, {order}." if of else f"{order}.") if shown else ""


def _nothing(found: SchoolList) -> str:
    if found.year is None:
        return "No school is on record: the data have no table of schools."
    if not found.programs:
        return (
            "No program of study on record leads to this career, so there is no school to list. "
            "That does not mean that there is none."
        )
    if found.near:
        return "No school on record passes every filter. --within MILES looks farther."
    if found.level or found.state or found.control or found.distance:
        return "No school on record passes every filter."
    return f"No school on record reported such a program in {found.year}."


def _programs(found: SchoolList) -> list[Block]:
    """Return what the CIP codes of several programs stand for; one is told by the title."""
    if len(found.programs) == 1 and found.asked.kind == "cip":
        return []
    offered = [each for each in found.programs if each.schools]
    rows: list[tuple[str, Cell]] = [
        (each.cip, f"{each.title}: {counted(each.schools, 'school')}") for each in offered
    ]
    without = [each.cip for each in found.programs if not each.schools]
    listed = join(without, "or") if len(without) <= _FEW else f"{len(without)} more programs"
    more = [Prose(f"None of these schools offers {listed}.")] if without else []
    return [Heading("Programs"), Pairs(rows), *more] if rows else []


def _columns(found: SchoolList) -> Iterator[tuple[Column, Callable[[SchoolRow], Cell]]]:
    """Yield the columns, each with what makes its cell of a row."""
    yield Column("School"), lambda row: StyledText(row.name, "strong")
    yield Column("Place", under=True), lambda row: f"{row.city}, {row.state}"
    yield Column("Control", under=True), lambda row: CONTROLS.get(row.control or "", "-")
    yield Column("Web address", under=True), _address
    several = len({row.cip for row in found.schools}) > 1
    if not found.level:
        yield Column("Level", whole=True), lambda row: _LEVELS[row.level]
    if several:
        yield Column("CIP", whole=True, under=not found.level), lambda row: row.cip
    if any(row.lengths for row in found.schools):
        under = several or not found.level
        yield Column("Length", whole=True, under=under), lambda row: _length(row.lengths)
    yield Column("Awards", right=True), _awards
    yield Column("Net price", right=True), lambda row: _money(row.net_price)
    yield Column("Earnings", right=True, under=True), _earnings
    if found.near:
        yield Column("Miles", right=True), lambda row: f"{row.miles:,.1f}"


def _address(row: SchoolRow) -> str:
    return _SCHEME.sub("", row.url).rstrip("/") if row.url else "-"


def _length(lengths: Sequence[str]) -> str:
    """Return from what to what programs take: ``12 wk-2 yr``."""
    if not lengths:
        return ""
    if any(each not in _LENGTHS for each in lengths):
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


def _notes(found: SchoolList, cite: Citations) -> Iterator[str]:
    rows = found.schools
    zero = _ZERO if any(not row.awards for row in rows) else ""
    marks = cite.mark(*dict.fromkeys(row.source for row in rows))
    yield f"{_AWARDS.format(year=found.year, marks=marks)}{zero}."
    if marks := cite.mark(*dict.fromkeys(row.net_price_source for row in rows)):
        yield _PRICE.format(marks=marks)
    if marks := cite.mark(*dict.fromkeys(row.graduates_source for row in rows)):
        early = any(_earnings(row).startswith("*") for row in rows)
        yield _EARNINGS.format(later=_ONE_YEAR if early else "", marks=marks)
    if found.near:
        many = found.near.schools > 1
        there = f"middle of the {found.near.schools} schools" if many else "school"
        yield (
            f"Miles are as the crow flies, from the {there} that the directory has in "
            f"{found.near.name}."
        )
    if found.unplaced:
        more = counted(found.unplaced, "more school")
        yield f"{more} may be near: the directory does not say where."
    if found.distance:
        yield _AT_DISTANCE
    yield _NOT_TOLD
