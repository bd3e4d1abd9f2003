"""Verdicts on credentials."""

from careerkit.answers.eligibility import CredentialVerdict, EligibilityReport, Verdict
from careerkit.answers.reply import Reply
from careerkit.model.vocabulary import CONFIDENCE, STAGES
from careerkit.render.page import Block, Cell, Citations, Heading, Page, Pairs, Prose, Say
from careerkit.render.words import when
from careerkit.words import join, sentence

_TONES = {Verdict.ELIGIBLE: "good", Verdict.NOT_ELIGIBLE: "bad", Verdict.UNKNOWN: "open"}
_WORDS = {
    Verdict.ELIGIBLE: "ELIGIBLE",
    Verdict.NOT_ELIGIBLE: "NOT ELIGIBLE",
    Verdict.UNKNOWN: "NOT KNOWN YET",
}


def page(reply: Reply, cite: Citations) -> Page:
    """Return each verdict with its reason, what is missing or to be asked, and where to verify."""
    report: EligibilityReport = reply.data
    title = f"May this client {STAGES[report.stage]}? As of {when(reply.as_of.isoformat())}"
    blocks: list[Block] = []
    for result in report.results:
        blocks += _result(result, report.stage, cite)
    if not report.results:
        blocks.append(Prose("No credential on record bears on what was said of the client."))
    if report.left_out:
        blocks.append(Prose(_left_out(report.left_out), "quiet"))
    blocks.append(
        Prose(
            "careerkit checks published rules against the facts given; the issuer decides.", "quiet"
        )
    )
    return Page(title, [*blocks, *cite.blocks()])


def _left_out(number: int) -> str:
    are = "credential is" if number == 1 else "credentials are"
    return f"{number} more {are} left out: no fact given bears on them (--all shows them)."


def _result(result: CredentialVerdict, stage: str, cite: Citations) -> list[Block]:
    rows: list[tuple[str, Cell]] = [("Verdict", _verdict(result, stage))]
    route = next((each for each in result.routes if each.id == result.route), None)
    if route:
        text = f"{route.label} ({CONFIDENCE[route.confidence]}) {cite.mark(*route.sources)}"
        rows.append(("Route", text))
        if route.effect:
            rows.append(("But", sentence(route.effect)))
    rows += _list("Assumes", result.assumes)
    marks = "" if route else f" {cite.mark(*_nearest(result))}".rstrip()
    rows += _list("Missing", result.missing, marks)
    rows += _list("Ask", result.ask, marks)
    if result.verdict is not Verdict.ELIGIBLE:
        rows += _other_routes(result, cite)
    if result.verdict is Verdict.ELIGIBLE:
        rows += _list("Still needed", result.still_needed)
    rows += _list("Caution", result.cautions)
    rows.append(("Verify with", f"{result.issuer_name}, {result.url}"))
    return [Heading(f"{result.abbreviation}  {result.name}"), Pairs(rows)]


def _verdict(result: CredentialVerdict, stage: str) -> Say:
    words = _WORDS[result.verdict]
    if result.verdict is Verdict.ELIGIBLE:
        words += f" to {STAGES[stage]}"
    if result.nearly:
        words += ", but nearly: one thing smaller than a degree is missing"
    if result.verdict is not Verdict.UNKNOWN and result.confidence == "unverified":
        words += " (the rule is unverified)"
    return Say(words, _TONES[result.verdict])  # type: ignore[arg-type]  # a Tone by construction


def _list(label: str, items: tuple[str, ...], marks: str = "") -> list[tuple[str, Cell]]:
    """Return one row an item, the label and the source marks on the first."""
    rows = [(label if index == 0 else "", sentence(item)) for index, item in enumerate(items)]
    return [(name, text if index else text + marks) for index, (name, text) in enumerate(rows)]


def _other_routes(result: CredentialVerdict, cite: Citations) -> list[tuple[str, Cell]]:
    """Say what each further route lacks; the nearest one's lack stands above as what is missing."""
    rows: list[tuple[str, Cell]] = []
    for route in result.routes:
        lacking = tuple(each.missing for each in route.conditions if each.missing)
        if route.closed or not lacking or lacking == result.missing:
            continue
        rows.append(("Or", f"{sentence(join(lacking))} {cite.mark(*route.sources)}".rstrip()))
    return rows


def _nearest(result: CredentialVerdict) -> tuple[str, ...]:
    """Return the sources of the route whose lack is what is missing, or that are still open."""
    for route in result.routes:
        lacking = tuple(each.missing for each in route.conditions if each.missing)
        if not route.closed and lacking == result.missing:
            return route.sources
    return ()
