"""Ways to a credential or into a career, one after another, as numbered steps."""

from collections.abc import Iterable, Iterator

from careerkit.answers.reply import Reply
from careerkit.commands.pathway.answer import FirstSchools, Pathway, PathwayStep, PathwayWay
from careerkit.model.client_vocabulary import STATES
from careerkit.model.vocabulary import AWARD_LEVELS, EVIDENCE
from careerkit.render.page import (
    Block,
    Bullets,
    Cell,
    Citations,
    Heading,
    Page,
    Pairs,
    Prose,
)
from careerkit.render.words import dollars, when
from careerkit.words import counted, join, sentence

_YEAR = 12
_CLOSING = (
    "careerkit checks published rules against the facts given; the issuer, the school and the "
    "employer decide. Times are of full-time study and work, one after the other, each program at "
    "the least that it usually takes; exams and papers come on top."
)
_VERIFY = (
    "No public table says which programs are accredited or approved: before enrolling, verify with "
    "the body named that it is this program, not only the school."
)
_REPORTED = (
    "Schools are those that reported the program for {year}; a school may have closed, or given it "
    "up, since: ask it."
)
_LEVEL_MET = "The level of education that is usual on entry is met."
_FIELD_OPEN = "Not checked: whether it is in the field that employers, or a license, ask for."
_HELD = (
    "The client holds what the law asks of those who begin. Not checked: whether it is active and "
    "of this state, and what else a job may ask for; see what to mind below."
)
_SKIP = "Steps marked * may be done already: the facts given do not say."
_TIMED = ("work", "wait")
"""Steps whose text says how long they take."""
_ROWS = list[tuple[str, Cell]]


def page(reply: Reply, cite: Citations) -> Page:
    """Return each way with its steps, what it is provided on, who offers the first program."""
    found: Pathway = reply.data
    day = when(reply.as_of.isoformat())
    title = f"{found.goal_title}: ways to get there, as of {day}"
    blocks: list[Block] = [Prose(each) for each in _standing(found)]
    for way in found.ways:
        blocks += _way(way, found, cite)
    blocks += [*_pay(found, cite), *_left_out(found), *_notes(found)]
    steps = [step for way in found.ways for step in way.steps]
    through = dict.fromkeys(way.through for way in found.ways if way.through)
    if through and found.goal_kind == "career":
        more = join(f"careerkit credential {each}" for each in through)
        blocks.append(Prose(f"More on the credentials: {more}", "quiet"))
    if any(not step.known for step in steps):
        blocks.append(Prose(_SKIP, "quiet"))
    if any(step.accreditors for step in steps):
        blocks.append(Prose(_VERIFY, "quiet"))
    years = {each.schools.year for each in found.ways if each.schools and each.schools.schools}
    blocks += [Prose(_REPORTED.format(year=year), "quiet") for year in years]
    return Page(title, [*blocks, Prose(_CLOSING, "quiet"), *cite.blocks()])


def _standing(found: Pathway) -> Iterator[str]:
    if found.held:
        yield "The client holds it already."
    elif found.reached and found.goal_kind == "career":
        yield "The client holds what the law asks of those who begin."
    elif found.reached:
        yield "By the facts given, the client may sit for the exam now."
    elif _holds_what_the_law_asks(found):
        yield _HELD
    elif found.level_met and found.reached is None:
        yield _LEVEL_MET
        if found.field_checked is False:
            yield _FIELD_OPEN
    elif not found.ways:
        yield "No way on record is one for this client; what stands against each is told below."
    if found.license_note:
        yield found.license_note


def _holds_what_the_law_asks(found: Pathway) -> bool:
    """Tell whether what the law asks for is held, but not known to be an active license here."""
    return found.goal_kind == "career" and found.reached is None and found.law_met is True


def _way(way: PathwayWay, found: Pathway, cite: Citations) -> list[Block]:
    rows: _ROWS = [row for step in way.steps for row in _step(step, way, cite)]
    details: _ROWS = []
    details += _listed("Provided", way.provided)
    details += _listed("Assumes", way.assumes)
    details += _listed("Note", way.special)
    if way.schools:
        same = _same_schools(way, found)
        details += _schools(way.schools, cite) if same == way.way else [_like(same)]
    marks = cite.mark(*way.sources)
    details.append(("Evidence", f"{sentence(EVIDENCE[way.confidence])} {marks}".rstrip()))
    title = f"{way.way}. {way.label}: {_time(way)}"
    return [Heading(title), Pairs(rows), Pairs(details)]


def _same_schools(way: PathwayWay, found: Pathway) -> int | None:
    """Return the number of the first way with the same schools, where that is another one."""
    asked = _of_schools(way)
    return next((each.way for each in found.ways if _of_schools(each) == asked), None)


def _of_schools(way: PathwayWay) -> object:
    found = way.schools
    return found and (found.level, found.count, found.schools)


def _time(way: PathwayWay) -> str:
    after = " after high school" if way.after_school else ""
    if way.months_total is None:
        least = _long(way.months_at_least)
        return f"at least {least}{after}" if least else "how long is not on record"
    told = _long(way.months_total)
    if told:
        return f"about {told}{after}"
    return "no long study or work before" if way.through else "no further study is on record"


def _long(months: int) -> str:
    """Return months as "2 years", "1.5 years" or "8 months"; nothing for none."""
    if not months:
        return ""
    if months >= _YEAR and months % (_YEAR / 2) == 0:
        return counted(months / _YEAR, "year")
    return counted(months, "month")


def _step(step: PathwayStep, way: PathwayWay, cite: Citations) -> _ROWS:
    """Return a step; the sources of the whole way stand below it."""
    mark = "" if step.known else " *"
    more = " or more" if step.at_least else ""
    long = f" ({_long(step.months)}{more})" if step.months and step.kind not in _TIMED else ""
    marks = cite.mark(*(each for each in step.sources if each not in way.sources))
    rows: _ROWS = [(str(step.number), f"{step.text}{long}{mark} {marks}".rstrip())]
    if step.programs:
        named = join((f"{each.title} ({each.cip})" for each in step.programs), "or")
        rows.append(("", f"Such as {named}"))
    if step.note:
        rows.append(("", step.note))
    rows += [
        ("", f"Verify the program with {each.abbreviation}: {each.url}")
        for each in step.accreditors
        if each.url
    ]
    return rows


def _schools(found: FirstSchools, cite: Citations) -> _ROWS:
    where = STATES.get(found.state or "", "the country")
    level = f"{AWARD_LEVELS[found.level]} programs" if found.level else "such programs"
    marks = cite.mark(*found.sources)
    offer = "offer" if found.count > 1 else "offers"
    number = counted(found.count, "school") if found.count else "no school on record"
    text = sentence(f"{number} in {where} {offer} {level} (step {found.step}) {marks}").rstrip()
    if found.state is None and found.count:
        text += "; --state STATE names schools"
    rows: _ROWS = [("Schools", text)]
    for each in found.schools:
        price = (
            f", net price {dollars(each.net_price)} a year" if each.net_price is not None else ""
        )
        awards = f"{counted(each.awards, 'award')} in {found.year}"
        rows.append(("", f"{each.name}, {each.city}: {awards}{price}"))
    return rows


def _like(way: int | None) -> tuple[str, Cell]:
    return "Schools", f"Those of way {way}"


def _listed(label: str, items: Iterable[str]) -> _ROWS:
    return [(label if not at else "", sentence(each)) for at, each in enumerate(items)]


def _pay(found: Pathway, cite: Citations) -> list[Block]:
    pay = found.pay
    if pay is None:
        return []
    amount = dollars(pay.median, at_least=pay.at_least, unit=pay.unit)
    who = f"{pay.title}, {pay.area}, {when(pay.period)}"
    per = "" if pay.median is None else f" {'a year' if pay.unit == 'year' else 'an hour'}"
    return [
        Heading("What it pays"),
        Pairs([("Median", f"{amount}{per} ({who}) {cite.mark(pay.source)}".rstrip())]),
    ]


def _left_out(found: Pathway) -> list[Block]:
    items: list[tuple[int, Cell]] = [(0, f"{each.label}: {each.reason}") for each in found.left_out]
    if found.further:
        ways = "further way takes" if found.further == 1 else "further ways take"
        told = f"{found.further} {ways} longer or rest on less"
        items.append((0, f"{told}: careerkit credential {found.goal} has all routes"))
    return [Heading("Not shown"), Bullets(items)] if items else []


def _notes(found: Pathway) -> list[Block]:
    blocks: list[Block] = []
    notes = [note for note in found.notes if note != found.license_note]
    if notes:
        blocks += [Heading("To mind"), Bullets([(0, note) for note in notes])]
    if found.url:
        blocks.append(Prose(f"Verify with the issuer: {found.url}"))
    return blocks
