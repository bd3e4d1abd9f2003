"""Verdicts on credentials."""

from careerkit.answers.eligibility import CredentialVerdict, EligibilityReport, Verdict
from careerkit.answers.reply import Reply
from careerkit.model.vocabulary import CONFIDENCE, STAGES
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
    Tone,
)
from careerkit.render.words import when
from careerkit.words import join, sentence

_WORDS: dict[Verdict, tuple[str, Tone]] = {
    Verdict.ELIGIBLE: ("ELIGIBLE", "good"),
    Verdict.NOT_ELIGIBLE: ("NOT ELIGIBLE", "bad"),
    Verdict.UNKNOWN: ("NOT KNOWN YET", "open"),
}
_FEW = 2
_CLOSING = (
    "careerkit checks published rules against the facts given; the issuer decides. Confirmed means "
    "by the issuer's own page or by two others that agree."
)


def page(reply: Reply, cite: Citations) -> Page:
    """Return each verdict with its reason, what is missing or to be asked, and where to verify."""
    report: EligibilityReport = reply.data
    title = f"May this client {STAGES[report.stage]}? As of {when(reply.as_of.isoformat())}"
    blocks: list[Block] = []
    if len(report.results) > _FEW:
        rows = [(result.abbreviation, result.name, _verdict(result)) for result in report.results]
        columns = [Column("Short", whole=True), Column("Credential"), Column("Verdict", whole=True)]
        blocks.append(Grid(columns, rows))
    for result in report.results:
        blocks += _result(result, report.stage, cite)
    if report.left_out:
        blocks.append(Prose(_left_out(report.left_out, bool(report.results)), "quiet"))
    dated = [str(source["retrieved"]) for source in reply.sources.values()]
    if reply.as_of.isoformat() < min(dated, default=""):
        read = f"The rules were read about {when(min(dated))}"
        caution = f"{read}; what they were before is known only where a route has dates."
        blocks.append(Prose(caution, "quiet"))
    return Page(title, [*blocks, Prose(_CLOSING, "quiet"), *cite.blocks()])


def _left_out(number: int, some_shown: bool) -> str:  # noqa: FBT001 - told by its name
    more = "more " if some_shown else ""
    are = "credential is" if number == 1 else "credentials are"
    return (
        f"{number} {more}{are} left out: the facts given do not speak to them, or rule them out "
        "(--all shows them)."
    )


def _result(result: CredentialVerdict, stage: str, cite: Citations) -> list[Block]:
    marks = cite.mark(*result.sources)
    rows: list[tuple[str, Cell]] = [("Verdict", _in_full(result, stage))]
    if result.held:
        rows.append(("Note", "The client holds it already"))
    for route in result.routes:
        if route.id == result.route:
            rows.append(("Route", f"{route.label} ({CONFIDENCE[route.confidence]}) {marks}"))
            rows += _list("But", [route.effect] if route.effect else [])
    rows += _list("Assumes", result.assumes)
    rows += _list("Missing", result.missing, marks)
    rows += _list("Ask", result.ask, marks)
    if result.verdict is Verdict.ELIGIBLE:
        rows += _list("Still needed", result.still_needed)
    else:
        rows += _other_routes(result, cite)
    rows += _list("Caution", result.cautions)
    rows.append(("Verify with", f"{result.issuer_name}, {result.url}"))
    return [Heading(f"{result.abbreviation}  {result.name}"), Pairs(rows)]


def _verdict(result: CredentialVerdict) -> StyledText:
    words, tone = _WORDS[result.verdict]
    return StyledText(f"{words}, one thing short" if result.nearly else words, tone)


def _in_full(result: CredentialVerdict, stage: str) -> StyledText:
    """Say what the client is eligible for: the exam, or the stage after it."""
    verdict = _verdict(result)
    words = verdict.text
    if result.verdict is Verdict.ELIGIBLE:
        granted = stage == "license" and result.kind != "licence"
        words += f" to {STAGES['award' if granted else stage]}"
        if stage != "sit" and result.still_needed:
            words += " once what is still needed is done"
    if result.verdict is not Verdict.UNKNOWN and result.confidence == "unverified":
        words += " (the rule is unverified)"
    return StyledText(words, verdict.tone)


def _list(
    label: str, items: "tuple[str, ...] | list[str]", marks: str = ""
) -> list[tuple[str, Cell]]:
    first, *others = map(sentence, items) if items else ("",)
    rows: list[tuple[str, Cell]] = [(label, f"{first} {marks}".rstrip())] if items else []
    return [*rows, *(("", text) for text in others)]


def _other_routes(result: CredentialVerdict, cite: Citations) -> list[tuple[str, Cell]]:
    """List what the other routes lack; the nearest route is already shown under Missing."""
    rows: list[tuple[str, Cell]] = []
    for route in result.routes:
        lacking = tuple(condition.missing for condition in route.conditions if condition.missing)
        if route.closed or not lacking or lacking == result.missing:
            continue
        rows.append(("Or", f"{sentence(join(lacking))} {cite.mark(*route.sources)}".rstrip()))
    return rows
