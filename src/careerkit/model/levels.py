"""The order of the levels of education, and of grades."""

from careerkit.model.client_vocabulary import GRADES
from careerkit.model.vocabulary import LEVELS

LEVEL_ORDER = {level: rank for rank, level in enumerate(LEVELS)}
"""The rank of each level, lowest first."""
GRADE_ORDER = {grade: rank for rank, grade in enumerate(GRADES) if grade != "P"}
"""The rank of each letter, best first."""
