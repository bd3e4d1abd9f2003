"""Ways to a credential or into a career, one after another, as numbered steps."""

from collections.abc import Iterable, Iterator

from careerkit.answers.reply import Reply
from careerkit.commands.pathway.answer import FirstSchools, Pathway, PathwayStep, PathwayWay
from careerkit.model.client_vocabulary import STATES
from careerkit.model.vocabulary import AWARD_LEVELS, EVIDENCE
from careerkit.render.page import Block, Bullets, Cell, Citations, Heading, Page, Pairs, Prose
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
    """Return each way with its steps, its assumptions and the schools of its first program."""
    answer: Pathway = reply.data
    day = when(reply.as_of.isoformat())
    title = f"{answer.goal_title}: ways to get there, as of {day}"
    blocks: list[Block] = [Prose(line) for line in _opening(answer)]
    for way in answer.ways:
        blocks += _way(way, answer, cite)
    blocks += [*_pay(answer, cite), *_left_out(answer), *_notes(answer)]
    steps = [step for way in answer.ways for step in way.steps]
    through = dict.fromkeys(way.through for way in answer.ways if way.through)
    if through and answer.goal_kind == "career":
        more = join(f"careerkit credential {credential}" for credential in through)
        blocks.append(Prose(f"More on the credentials: {more}", "quiet"))
    if any(not step.known for step in steps):
        blocks.append(Prose(_SKIP, "quiet"))
    if any(step.accreditors for step in steps):
        blocks.append(Prose(_VERIFY, "quiet"))
    years = {way.schools.year for way in answer.ways if way.schools and way.schools.schools}
    blocks += [Prose(_REPORTED.format(year=year), "quiet") for year in years]
    return Page(title, [*blocks, Prose(_CLOSING, "quiet"), *cite.blocks()])


def _opening(answer: Pathway) -> Iterator[str]:
    if answer.held:
        yield "The client holds it already."
    elif answer.reached and answer.goal_kind == "career":
        yield "The client holds what is on record that the law asks for; see what to mind below."
    elif answer.reached:
        yield "By the facts given, the client may sit for the exam now."
    elif answer.law_met and answer.reached is None:
        yield _HELD
    elif answer.level_met and answer.reached is None:
        yield _LEVEL_MET
        if answer.field_checked is False:
            yield _FIELD_OPEN
    elif not answer.ways:
        yield "No way on record is one for this client; what stands against each is told below."
    if answer.license_note:
        yield answer.license_note


def _way(way: PathwayWay, answer: Pathway, cite: Citations) -> list[Block]:
    rows: _ROWS = [row for step in way.steps for row in _step(step, way, cite)]
    details: _ROWS = []
    details += _listed("Provided", way.provided)
    details += _listed("Assumes", way.assumes)
    details += _listed("Note", way.special)
    if way.schools:
        same = _same_schools(way, answer)
        like: _ROWS = [("Schools", f"Those of way {same}")]
        details += _schools(way.schools, cite) if same == way.way else like
    marks = cite.mark(*way.sources)
    details.append(("Evidence", f"{sentence(EVIDENCE[way.confidence])} {marks}".rstrip()))
    title = f"{way.way}. {way.label}: {_time(way)}"
    return [Heading(title), Pairs(rows), Pairs(details)]


def _same_schools(way: PathwayWay, answer: Pathway) -> int | None:
    """Return the number of the first way with the same schools, where that is another one."""
    schools = _of_schools(way)
    return next((other.way for other in answer.ways if _of_schools(other) == schools), None)


def _of_schools(way: PathwayWay) -> object:
    schools = way.schools
    return schools and (schools.level, schools.count, schools.schools)


def _time(way: PathwayWay) -> str:
    after = " after high school" if way.after_school else ""
    if way.months_total is None:
        least = _long(way.months_at_least)
        return f"at least {least}{after}" if least else "how long is not on record"
    if total := _long(way.months_total):
        return f"about {total}{after}"
    return "no long study or work before" if way.through else "no further study is on record"


def _long(months: int) -> str:
    """Return months as "2 years", "1.5 years" or "8 months"; nothing for none."""
    if not months:
        return ""
    if months >= _YEAR and months % (_YEAR / 2) == 0:
        return counted(months / _YEAR, "year")
    return counted(months, "month")


def _step(step: PathwayStep, way: PathwayWay, cite: Citations) -> _ROWS:
    mark = "" if step.known else " *"
    more = " or more" if step.at_least else ""
    long = f" ({_long(step.months)}{more})" if step.months and step.kind not in _TIMED else ""
    marks = cite.mark(*(source for source in step.sources if source not in way.sources))
    rows: _ROWS = [(str(step.number), f"{step.text}{long}{mark} {marks}".rstrip())]
    if step.programs:
        named = join((f"{program.title} ({program.cip})" for program in step.programs), "or")
        rows.append(("", f"Such as {named}"))
    if step.note:
        rows.append(("", step.note))
    rows += [
        ("", f"Verify the program with {body.abbreviation}: {body.url}")
        for body in step.accreditors
        if body.url
    ]
    return rows


def _schools(first: FirstSchools, cite: Citations) -> _ROWS:
    where = STATES.get(first.state or "", "the country")
    level = f"{AWARD_LEVELS[first.level]} programs" if first.level else "such programs"
    marks = cite.mark(*first.sources)
    offer = "offer" if first.count > 1 else "offers"
    number = counted(first.count, "school") if first.count else "no school on record"
    text = sentence(f"{number} in {where} {offer} {level} (step {first.step}) {marks}").rstrip()
    if first.state is None and first.count:
        text += "; --state STATE names schools"
    rows: _ROWS = [("Schools", text)]
    for school in first.schools:
        line = f"{school.name}, {school.city}: {counted(school.awards, 'award')} in {first.year}"
        if school.net_price is not None:
            line += f", net price {dollars(school.net_price)} a year"
        rows.append(("", line))
    return rows


def _listed(label: str, items: Iterable[str]) -> _ROWS:
    return [(label if not index else "", sentence(item)) for index, item in enumerate(items)]


def _pay(answer: Pathway, cite: Citations) -> list[Block]:
    pay = answer.pay
    if pay is None:
        return []
    amount = dollars(pay.median, at_least=pay.at_least, unit=pay.unit)
    who = f"{pay.title}, {pay.area}, {when(pay.period)}"
    per = "" if pay.median is None else f" {'a year' if pay.unit == 'year' else 'an hour'}"
    return [
        Heading("What it pays"),
        Pairs([("Median", f"{amount}{per} ({who}) {cite.mark(pay.source)}".rstrip())]),
    ]


def _left_out(answer: Pathway) -> list[Block]:
    items: list[tuple[int, Cell]] = [
        (0, f"{item.label}: {item.reason}") for item in answer.left_out
    ]
    if answer.further:
        ways = "further way takes" if answer.further == 1 else "further ways take"
        further = f"{answer.further} {ways} longer or rest on less"
        items.append((0, f"{further}: careerkit credential {answer.goal} has all routes"))
    return [Heading("Not shown"), Bullets(items)] if items else []


def _notes(answer: Pathway) -> list[Block]:
    blocks: list[Block] = []
    notes = [note for note in answer.notes if note != answer.license_note]
    if notes:
        blocks += [Heading("To mind"), Bullets([(0, note) for note in notes])]
    if answer.url:
        blocks.append(Prose(f"Verify with the issuer: {answer.url}"))
    return blocks
