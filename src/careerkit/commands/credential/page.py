"""The card of one credential."""

from careerkit.answers.reply import Reply
from careerkit.commands.credential.answer import CareerItem, CredentialCard
from careerkit.commands.credential.routes import routes
from careerkit.model.credential import Exam, Renewal
from careerkit.model.vocabulary import CONFIDENCE, CREDENTIAL_KINDS, CREDENTIAL_RELATIONS
from careerkit.render.page import Block, Bullets, Cell, Citations, Heading, Page, Pairs, Prose
from careerkit.render.words import count, dollars
from careerkit.words import counted, sentence


def page(reply: Reply, cite: Citations) -> Page:
    """Return the credential's routes as trees, its exam, renewal and cautions."""
    card: CredentialCard = reply.data
    blocks: list[Block] = [
        Pairs(_about(card, cite)),
        *routes(card.routes, reply.as_of.isoformat(), cite),
        *_listed("Recommended, not required", card.recommended),
        *_exam(card.exam, cite),
        *_renewal(card.renewal, cite),
        *_listed(
            "Cautions",
            [f"{caution.text} {cite.mark(*caution.sources)}" for caution in card.cautions],
        ),
        *_listed("Notes", card.notes),
        Prose(
            "careerkit checks published rules; the issuer decides. "
            f"careerkit eligible {card.id} --degree LEVEL says what a client lacks.",
            "quiet",
        ),
    ]
    return Page(f"{card.abbreviation}  {card.name}", [*blocks, *cite.blocks()])


def _about(card: CredentialCard, cite: Citations) -> list[tuple[str, Cell]]:
    rows: list[tuple[str, Cell]] = [("Kind", sentence(CREDENTIAL_KINDS[card.kind]))]
    if card.aka:
        rows.append(("Also called", ", ".join(card.aka)))
    rows.append(("Issuer", card.issuer_name))
    careers = [_career(item, cite) for item in card.careers]
    rows += [("" if at else "Careers", text) for at, text in enumerate(careers)]
    rows.append(("Evidence", _evidence(card.confidence, card.sources, cite)))
    return [*rows, ("Verify at", card.url)]


def _career(item: CareerItem, cite: Citations) -> str:
    if item.title is None:
        return f"{item.soc}, no career on record"
    relation = f": {CREDENTIAL_RELATIONS[item.relation]}" if item.relation else ""
    return f"{item.soc} {item.title}{relation} {cite.mark(item.relation_source)}".rstrip()


def _evidence(confidence: str, sources: tuple[str, ...], cite: Citations) -> str:
    return f"{sentence(CONFIDENCE[confidence])} {cite.mark(*sources)}".rstrip()


def _listed(heading: str, texts: "tuple[str, ...] | list[str]") -> list[Block]:
    return [Heading(heading), Bullets([(0, text) for text in texts])] if texts else []


def _exam(exam: Exam | None, cite: Citations) -> list[Block]:
    if exam is None:
        return []
    scored = f", {count(exam.scored_questions)} of them scored" if exam.scored_questions else ""
    window = exam.eligibility_window_days
    rows = [
        ("Questions", f"{_questions(exam)}{scored}" if exam.questions else None),
        ("Time", counted(exam.minutes, "minute") if exam.minutes else None),
        ("To pass", exam.passing_score),
        ("Fee", _fee(exam)),
        ("Taken at", exam.vendor),
        ("To be taken", f"Within {counted(window, 'day')} of approval" if window else None),
        ("Books", {True: "open", False: "closed", None: None}[exam.open_book]),
        ("Note", exam.note),
        ("Evidence", _evidence(exam.confidence, exam.sources, cite)),
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
    years = renewal.cycle_years
    every = f"every {years} years" if years > 1 else "every year"
    needs = f"{count(renewal.ce_required)} {renewal.ce_unit or 'units'} {every}"
    without_units = {None: every, 0: f"{every}, without continuing education"}
    rows: list[tuple[str, Cell]] = [
        ("Renewal", sentence(without_units.get(renewal.ce_required, needs))),
    ]
    if renewal.note:
        rows.append(("Note", renewal.note))
    evidence = _evidence(renewal.confidence, renewal.sources, cite)
    return [Heading("Keeping it"), Pairs([*rows, ("Evidence", evidence)])]
