"""Names as people type them, brought to one form so that they can be compared."""

import re

_WORDS = re.compile(r"[^\W_]+(?:[-./&'][^\W_]+)*")
_PUNCTUATION = re.compile(r"[-./&']+")
_POSSESSIVE = re.compile("[\u2018\u2019']s\\b", re.IGNORECASE)
_SHORT = 3


def normalise(text: str) -> str:
    """Return ``text`` in lower case, its words in the singular and parted by single blanks.

    >>> normalise("Medical-Records  Technicians")
    'medical record technician'
    """
    text = _POSSESSIVE.sub("", readable(text))
    words = _PUNCTUATION.sub(" ", " ".join(_WORDS.findall(text.casefold()))).split()
    return " ".join(_singular(word) for word in words)


def readable(text: str) -> str:
    """Return ``text`` without what is no character: halves of pairs that no store can look up."""
    return text.encode("utf-8", errors="ignore").decode()


def looks_like_code(text: str) -> bool:
    """Tell whether ``text`` is written as a SOC, O*NET-SOC or CIP code."""
    return bool(re.fullmatch(r"\d\d[-.]\d{4}(\.\d\d)?", text.strip()))


def _singular(word: str) -> str:
    if len(word) > _SHORT and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
