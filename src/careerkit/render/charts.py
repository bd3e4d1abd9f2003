"""Draws wage ranges as text, beside the figures: a drawing adds no meaning of its own.

Even old terminals have the characters; ``PLAIN`` translates them to ASCII.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from careerkit.model.career import Wage
from careerkit.render.words import dollars

_TRACK, _LINE, _HALF, _MEDIAN, _LOWEST, _HIGHEST, _OPEN = "\u00b7\u2500\u2592\u2588\u251c\u2524>"
PLAIN = str.maketrans(_TRACK + _LINE + _HALF + _MEDIAN + _LOWEST + _HIGHEST, ".-=#[]")
"""A translation table for ``str.translate``: the drawings in ASCII."""

_DRAWN = ("p10", "p25", "median", "p75", "p90")
_NARROWEST = 3
WIDTH = 21
"""The usual width: beside a title and three figures it fits 80 columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The two ends, in dollars by the ``unit``, that drawings to be compared have in common.

    ``open_end``: some wage is only known to be the ``high`` figure or more.
    """

    low: float
    high: float
    unit: str
    open_end: bool = False


def scale_of(wages: Iterable[Wage]) -> Scale | None:
    """Return the scale on which all percentiles of ``wages`` fit; None where there are none.

    Raises ``ValueError`` where some wages are hourly and others annual.
    """
    drawn = [wage for wage in wages if _known(wage)]
    if len({wage.unit for wage in drawn}) > 1:
        raise ValueError("hourly and annual wages have no common scale")
    if not drawn:
        return None
    high = max(max(_known(wage).values()) for wage in drawn)
    return Scale(
        low=min(min(_known(wage).values()) for wage in drawn),
        high=high,
        unit=drawn[0].unit,
        open_end=any(_known(wage).get(name) == high for wage in drawn for name in wage.at_least),
    )


def wage_range(wage: Wage, scale: Scale, width: int = WIDTH) -> str:
    """Return a wage as a line from its lowest to its highest 10%, like ``··├──▒▒█▒▒▒───┤··``.

    The middle half is shaded and the median is solid; ``>`` ends a line whose last figure is only
    known to be that or more. Only known figures are drawn; without any the text is empty. Figures
    beyond the ``scale`` are drawn at its ends. Raises ``ValueError`` where the scale is of another
    unit, or the width below 3.
    """
    if wage.unit != scale.unit:
        raise ValueError(f"a wage by the {wage.unit} does not go on a scale by the {scale.unit}")
    if width < _NARROWEST:
        raise ValueError(f"no range can be drawn in {width} columns")
    at = {name: _place(figure, scale, width) for name, figure in _known(wage).items()}
    if not at:
        return ""
    cells = [_TRACK] * width
    _fill(cells, _LINE, min(at.values()), max(at.values()))
    if "p25" in at and "p75" in at:
        _fill(cells, _HALF, at["p25"], at["p75"])
    # The median comes last: where marks share a place it is the one to keep.
    for name, mark in (("p10", _LOWEST), ("p90", _HIGHEST), ("median", _MEDIAN)):
        if name in at and name not in wage.at_least:
            cells[at[name]] = mark
    if _is_open(wage):
        cells[max(at.values()) + 1] = _OPEN
    return "".join(cells)


def axis(scale: Scale, width: int = WIDTH) -> str:
    """Return the two ends of a scale, as wide as its drawings, or as its figures need."""
    low = dollars(scale.low, unit=scale.unit)
    high = dollars(scale.high, at_least=scale.open_end, unit=scale.unit)
    return f"{low} {_LINE * max(1, width - len(low) - len(high) - 2)} {high}"


def legend(wages: Iterable[Wage]) -> str:
    """Return the meaning of the marks in drawings of ``wages``; empty where none is drawn."""
    drawn = [wage for wage in wages if _known(wage)]
    marks = f"{_LOWEST} lowest 10%, {_HALF} middle half, {_MEDIAN} median, {_HIGHEST} highest 10%"
    more = f", {_OPEN} that or more" if any(map(_is_open, drawn)) else ""
    return f"{marks}{more}" if drawn else ""


def _is_open(wage: Wage) -> bool:
    return next(reversed(_known(wage)), None) in wage.at_least


def _known(wage: Wage) -> dict[str, float]:
    """Return the percentiles on record, lowest first."""
    figures = {name: getattr(wage, name) for name in _DRAWN}
    return {name: figure for name, figure in figures.items() if figure is not None}


def _place(figure: float, scale: Scale, width: int) -> int:
    last = width - 2  # behind it there is room for the mark of an open end
    if scale.high <= scale.low:
        return last // 2
    share = (figure - scale.low) / (scale.high - scale.low)
    return round(min(max(share, 0.0), 1.0) * last)


def _fill(cells: list[str], char: str, first: int, last: int) -> None:
    cells[first : last + 1] = [char] * (last + 1 - first)
