"""The order of the levels of education."""

from careerkit.model.vocabulary import LEVELS

LEVEL_ORDER = {level: rank for rank, level in enumerate(LEVELS)}
"""The rank of each level, lowest first."""
