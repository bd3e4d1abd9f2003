"""The card of one credential."""

from careerkit.answers.credential import CredentialCard, RequirementItem, RouteItem
from careerkit.answers.reply import Reply
from careerkit.model.credential import Exam, Renewal
from careerkit.model.vocabulary import CONFIDENCE, CREDENTIAL_KINDS, STAGES
from careerkit.render.page import (
    Block,
    Bullets,
    Cell,
    Citations,
    Heading,
    Page,
    Pairs,
    Prose,
    Say,
)
from careerkit.render.words import count, dollars, when
from careerkit.words import sentence


def page(reply: Reply, cite: Citations) -> Page:
    """Return the credential's routes as a tree, its exam, renewal and cautions."""
    card: CredentialCard = reply.data
    about: list[tuple[str, Cell]] = [
        ("Kind", sentence(CREDENTIAL_KINDS[card.kind])),
        ("Issuer", card.issuer_name),
        ("Careers", ", ".join(f"{item.soc} {item.title or ''}".strip() for item in card.careers)),
        ("Verify at", card.url),
    ]
    blocks: list[Block] = [Pairs(about)]
    current = [route for route in card.routes if not route.closed]
    closed = [route for route in card.routes if route.closed]
    blocks.append(Heading("Routes: any one is enough"))
    blocks += [block for route in current for block in _route(route, cite)]
    if closed:
        blocks.append(Heading("Routes not open on the day asked, as history"))
        blocks += [block for route in closed for block in _route(route, cite)]
    if card.recommended:
        blocks += [Heading("Recommended, not required"), _bullets(card.recommended)]
    blocks += _exam(card.exam, cite) + _renewal(card.renewal, cite)
    if card.cautions:
        cautions = [f"{each.text} {cite.mark(*each.sources)}" for each in card.cautions]
        blocks += [Heading("Cautions"), _bullets(cautions)]
    if card.notes:
        blocks += [Heading("Notes"), _bullets(card.notes)]
    closing = "careerkit checks published rules; the issuer decides."
    return Page(
        f"{card.abbreviation}  {card.name}", [*blocks, Prose(closing, "quiet"), *cite.blocks()]
    )


def _bullets(texts: tuple[str, ...] | list[str]) -> Bullets:
    return Bullets([(0, text) for text in texts])


def _route(route: RouteItem, cite: Citations) -> list[Block]:
    dated = [f"from {when(route.valid_from)}"] if route.valid_from else []
    dated += [f"until {when(route.valid_until)}"] if route.valid_until else []
    facts = ", ".join([CONFIDENCE[route.confidence], *dated])
    items: list[tuple[int, Cell]] = [
        (0, Say(f"{route.label} ({facts}) {cite.mark(*route.sources)}".rstrip(), "strong")),
        *_tree(route.requires, 1),
    ]
    items += [(1, sentence(text)) for text in (route.effect, route.note) if text]
    return [Bullets(items)]


def _tree(item: RequirementItem, depth: int) -> list[tuple[int, Cell]]:
    """Return a requirement and its parts; the outermost "all of" needs no line of its own."""
    if item.condition == "all_of" and item.conditions and depth == 1:
        return [line for part in item.conditions for line in _tree(part, depth)]
    text = sentence(item.requirement)
    if item.stage != "sit":
        text += f" (to {STAGES[item.stage]})"
    if item.confidence:
        text += f" ({CONFIDENCE[item.confidence]})"
    return [(depth, text), *(line for part in item.conditions for line in _tree(part, depth + 1))]


def _exam(exam: Exam | None, cite: Citations) -> list[Block]:
    if exam is None:
        return []
    scored = f", {count(exam.scored_questions)} of them scored" if exam.scored_questions else ""
    window = exam.eligibility_window_days
    rows = [
        ("Questions", f"{_questions(exam)}{scored}" if exam.questions else None),
        ("Time", f"{exam.minutes} minutes" if exam.minutes else None),
        ("To pass", exam.passing_score),
        ("Fee", _fee(exam)),
        ("Taken at", exam.vendor),
        ("Book in", f"{window} days after approval" if window else None),
        ("Books", {True: "open", False: "closed", None: None}[exam.open_book]),
        ("Note", exam.note),
        ("Evidence", f"{CONFIDENCE[exam.confidence]} {cite.mark(*exam.sources)}".rstrip()),
    ]
    return [Heading(f"Exam: {exam.name}"), Pairs([(label, text) for label, text in rows if text])]


def _questions(exam: Exam) -> str:
    most = f" to {count(exam.most_questions)}" if exam.most_questions else ""
    return f"{count(exam.questions)}{most}"


def _fee(exam: Exam) -> str | None:
    if exam.fee is not None:
        return dollars(exam.fee)
    fees = ((exam.fee_member, "members"), (exam.fee_non_member, "others"))
    return ", ".join(f"{dollars(fee)} for {who}" for fee, who in fees if fee is not None) or None


def _renewal(renewal: Renewal | None, cite: Citations) -> list[Block]:
    if renewal is None:
        return []
    years = f"Every {renewal.cycle_years} year{'s' if renewal.cycle_years > 1 else ''}"
    units = f": {renewal.ce_required} {renewal.ce_unit or 'units'}" if renewal.ce_required else ""
    rows: list[tuple[str, Cell]] = [("Renewal", f"{years}{units}")]
    if renewal.note:
        rows.append(("Note", renewal.note))
    evidence = f"{CONFIDENCE[renewal.confidence]} {cite.mark(*renewal.sources)}".rstrip()
    return [Heading("Keeping it"), Pairs([*rows, ("Evidence", evidence)])]
