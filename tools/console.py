"""Read, check and renew the console blocks of a page: a command, and what it prints.

A line of … stands for lines left out. ``pytest tests/test_docs.py --update-golden`` renews every
page: what is left out stays left out, between the lines that stand next to each …. So a new block
needs only the command, or the command and those lines.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

CUT = "…"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_FIGURES = re.compile(r"[\s\d$,.+%─]+")
_ALIKE = 0.6  # below this two lines are different lines, not one that changed


def sessions(page: str) -> Iterator[tuple[str, str]]:
    """Yield (command, what the page shows of its output) for every command of careerkit."""
    for block in _BLOCK.findall(page):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            if command.startswith("careerkit "):
                yield command, shown


def difference(shown: str, printed: str) -> tuple[str, str] | None:
    """Return the first (line shown, line printed) that differ; None where the page is right."""
    lines = iter(printed.splitlines())
    skipping = False
    for line in shown.rstrip().splitlines():
        if line.strip() == CUT:
            skipping = True
            continue
        match = next((other for other in lines if other == line or not skipping), "(nothing more)")
        if line != match:
            return line, match
        skipping = False
    more = "" if skipping else "\n".join(lines).strip()
    return (f"(nothing more; or {CUT})", more) if more else None


def renewed(shown: str, printed: str) -> str:
    """Return what the page should show of what is printed now, cut where it was cut.

    Raises ValueError where the line after a … is not found again: cut that block by hand.
    """
    lines = printed.rstrip().splitlines()
    parts = _parts(shown)
    if parts == [[]]:
        return f"{printed.rstrip()}\n"
    kept: list[str] = []
    end = 0
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        if number:
            kept.append(CUT)
        if part:
            start = _again(part[0], lines, end) if number else 0
            end = len(lines) if last else _end(part, lines, start)
            kept += lines[start:end]
    end_of_block = shown[len(shown.rstrip()) :] or "\n"
    text = "\n".join(kept) + end_of_block
    wrong = difference(text, printed)
    if wrong:
        raise ValueError(f"cut by hand: {wrong[0]!r} stands in more than one place")
    return text


def _parts(shown: str) -> list[list[str]]:
    """Return the runs of lines between the …; an empty one where a … comes first or last."""
    parts: list[list[str]] = [[]]
    for line in shown.rstrip().splitlines():
        if line.strip() == CUT:
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def _end(part: Sequence[str], lines: Sequence[str], start: int) -> int:
    """Return where a run ends: after its last line that is not blank, and blanks shown there."""
    blanks = 0
    while not part[-1 - blanks].strip():
        blanks += 1
    try:
        end = _again(part[-1 - blanks], lines, start) + 1
    except ValueError:
        end = min(start + len(part) - blanks, len(lines))
    while blanks and end < len(lines) and not lines[end].strip():
        end, blanks = end + 1, blanks - 1
    return end


def _again(line: str, lines: Sequence[str], start: int) -> int:
    """Return the place of a line, of one that it begins, or of what it has become."""
    for same in (str.__eq__, _alike):
        for place in range(start, len(lines)):
            if same(lines[place], line):
                return place
    likeness = [
        SequenceMatcher(None, _words(line), _words(other), autojunk=False).ratio()
        for other in lines[start:]
    ]
    best = max(likeness, default=0)
    if best < _ALIKE:
        raise ValueError(f"cut by hand: nothing printed is like {line!r}")
    return start + likeness.index(best)


def _alike(printed: str, line: str) -> bool:
    begins = bool(line.strip()) and printed.strip().startswith(line.strip())
    return begins or _words(printed) == _words(line)


def _words(line: str) -> str:
    """Return a line without its figures, rules and spacing."""
    return _FIGURES.sub(" ", line).strip()
