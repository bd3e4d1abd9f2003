"""The accreditation that a client has to look for, credential by credential."""

from careerkit.commands.programs.answer import AccreditationItem, ProgramMatches
from careerkit.commands.programs.levels import shown_levels
from careerkit.model.vocabulary import AWARD_LEVELS
from careerkit.render.page import Block, Cell, Heading, Pairs, Prose
from careerkit.words import join

_NO_LIST = (
    "No public file lists accredited programs, so careerkit does not guess which these are: ask "
    "the school, and verify with the body named."
)


def accreditation(found: ProgramMatches) -> list[Block]:
    """Return who must accredit or approve which programs, for each credential that asks for it."""
    bodies: dict[str, dict[str, str]] = {}
    levels: dict[str, set[str]] = {}
    everything: set[str] = set()
    for program in found.programs:
        shown = {*shown_levels(program)}
        everything |= shown
        for each in program.accreditation:
            for credential in each.opens if shown & {*each.levels} else ():
                bodies.setdefault(credential, {})[each.accreditor] = _named(each)
                levels.setdefault(credential, set()).update(shown & {*each.levels})
    lines: list[tuple[str, Cell]] = []
    for credential, names in bodies.items():
        of = _levels(levels[credential], everything)
        lines.append((credential, f"{of} accredited or approved by {join(names.values(), 'or')}"))
    blocks: list[Block] = []
    if lines:
        blocks += [Heading("Accreditation to look for"), Pairs(lines), Prose(_NO_LIST, "quiet")]
    return blocks + _others(found, bodies)


def _others(found: ProgramMatches, named: dict[str, dict[str, str]]) -> list[Block]:
    """Name the credentials whose rules ask for such a program, whoever accredits it."""
    others = dict.fromkeys(
        each.short
        for program in found.programs
        for each in program.leads_to
        if each.short and each.short not in named
    )
    if not others:
        return []
    told = f"Such a program may also count for {join(others, 'and')}"
    return [Prose(f"{told}: careerkit credential {next(iter(others))} says how.", "quiet")]


def _levels(levels: set[str], everything: set[str]) -> str:
    if levels == everything:
        return "a program"
    return f"{join((AWARD_LEVELS[each] for each in AWARD_LEVELS if each in levels), 'or')} program"


def _named(item: AccreditationItem) -> str:
    return f"{item.name} ({item.url})" if item.url else item.name
