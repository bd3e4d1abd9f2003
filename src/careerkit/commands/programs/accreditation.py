"""How a person sees the accreditation to look for, credential by credential."""

from careerkit.commands.programs.answer import AccreditationItem, ProgramMatches
from careerkit.commands.programs.levels import shown_levels
from careerkit.model.vocabulary import AWARD_LEVELS
from careerkit.render.page import Block, Cell, Heading, Pairs, remarks
from careerkit.words import join

_NO_LIST = (
    "No public file lists accredited programs, so careerkit does not guess which these are: ask "
    "the school, and verify with the body named."
)


def accreditation(answer: ProgramMatches) -> list[Block]:
    """Return who must accredit or approve which programs, for each credential that asks for it."""
    bodies: dict[str, dict[str, str]] = {}
    levels: dict[str, set[str]] = {}
    all_levels: set[str] = set()
    for program in answer.programs:
        shown = {*shown_levels(program)}
        all_levels |= shown
        for item in program.accreditation:
            for credential in item.opens if shown & {*item.levels} else ():
                bodies.setdefault(credential, {})[item.accreditor] = _body(item)
                levels.setdefault(credential, set()).update(shown & {*item.levels})
    rows: list[tuple[str, Cell]] = []
    for credential, names in bodies.items():
        of = _levels(levels[credential], all_levels)
        rows.append((credential, f"{of} accredited or approved by {join(names.values(), 'or')}"))
    heading = Heading("Accreditation to look for")
    blocks = [heading, Pairs(rows), *remarks(_NO_LIST)] if rows else []
    return blocks + _others(answer, bodies)


def _others(answer: ProgramMatches, named: dict[str, dict[str, str]]) -> list[Block]:
    """Name the credentials that ask for such a program, whoever accredits it."""
    others = dict.fromkeys(
        destination.short
        for program in answer.programs
        for destination in program.leads_to
        if destination.short and destination.short not in named
    )
    if not others:
        return []
    count_for = f"Such a program may also count for {join(others, 'and')}"
    return remarks(f"{count_for}: careerkit credential {next(iter(others))} says how.")


def _levels(levels: set[str], all_levels: set[str]) -> str:
    if levels == all_levels:
        return "a program"
    words = (word for level, word in AWARD_LEVELS.items() if level in levels)
    return f"{join(words, 'or')} program"


def _body(item: AccreditationItem) -> str:
    return f"{item.name} ({item.url})" if item.url else item.name
