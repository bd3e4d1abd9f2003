"""Names as people type them, normalized so that they can be compared."""

import re

_WORDS = re.compile(r"[^\W_]+(?:[-./&'][^\W_]+)*")
_PUNCTUATION = re.compile(r"[-./&']+")
_POSSESSIVE = re.compile("[\u2018\u2019']s\\b", re.IGNORECASE)
_INITIALS = re.compile(r"\b[^\W\d_](?: [^\W\d_])+\b")
_CODE = re.compile(r"\b(\d\d)(\d{4})\b")
_WRITTEN_OUT = {
    "asst": "assistant",
    "dr": "doctor",
    "govt": "government",
    "mfg": "manufacturing",
    "mgr": "manager",
    "supv": "supervisor",
    "svc": "service",
}
_SHORT = 3


def normalise(text: str) -> str:
    """Return the normal form of ``text``: lower case, singular words, single blanks.

    >>> normalise("Medical-Records  Technicians")
    'medical record technician'
    """
    text = _POSSESSIVE.sub("", readable(text))
    words = _PUNCTUATION.sub(" ", " ".join(_WORDS.findall(text.casefold()))).split()
    return " ".join(_singular(word) for word in words)


def readings(text: str) -> list[str]:
    """Return the normal forms that ``text`` may mean, the one as typed first.

    In the others, initials are joined, a code is split, or abbreviations are written out.

    >>> readings("R.N. mgr")
    ['r n mgr', 'rn mgr', 'r n manager']
    """
    norm = normalise(text)
    words = norm.split()
    parted = " ".join(
        _CODE.sub(r"\1 \2", word) if _CODE.fullmatch(word) else word for word in words
    )
    written = " ".join(_WRITTEN_OUT.get(word, word) for word in words)
    return [*dict.fromkeys((norm, with_initials_joined(norm), parted, written))]


def with_initials_joined(norm: str) -> str:
    """Return a normal form with its single letters in a row joined: ``d c`` is ``dc``."""
    return _INITIALS.sub(lambda initials: initials[0].replace(" ", ""), norm)


def readable(text: str) -> str:
    """Return ``text`` without lone surrogates, which no store can look up."""
    return text.encode("utf-8", errors="ignore").decode()


def looks_like_code(text: str) -> bool:
    """Tell whether ``text`` is written as a SOC, O*NET-SOC or CIP code."""
    return bool(re.fullmatch(r"\d\d[-.]\d{4}(\.\d\d)?", text.strip()))


def _singular(word: str) -> str:
    if len(word) > _SHORT and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
