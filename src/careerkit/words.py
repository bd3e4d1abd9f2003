"""English grammar that rules, queries and pages share: articles, lists, plurals, numbers."""

from collections.abc import Iterable


def article(phrase: str) -> str:
    """Return ``phrase`` with "a" or "an" before it."""
    return f"{'an' if phrase[:1].lower() in set('aeio') else 'a'} {phrase}"


def join(words: Iterable[str], last: str = "and") -> str:
    """Return words as a list in a sentence."""
    listed = list(words)
    if not listed[1:]:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def sentence(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def counted(number: float, noun: str) -> str:
    """Return a number with its noun, in the plural but for one."""
    return f"{figure(number)} {noun}{'' if number == 1 else 's'}"


def figure(number: float) -> str:
    """Return a number as 1,200, or with up to two decimals as 1.5."""
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def out_of_bounds(
    what: str, value: float, minimum: float | None, maximum: float | None
) -> str | None:
    """Return a message on a number that is too small or too large; None if it is neither."""
    if minimum is not None and value < minimum:
        return f"{article(what)} is at least {minimum:g}, not {value}"
    if maximum is not None and value > maximum:
        return f"{article(what)} is at most {maximum:g}, not {value}"
    return None


def shortened(text: str, longest: int = 80) -> str:
    """Return a text for a message: a longer one is cut, and ends with an ellipsis."""
    return text if len(text) <= longest else f"{text[:longest]}\u2026"
