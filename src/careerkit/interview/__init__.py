"""Which fact to ask for next, so that the fewest answers settle the most verdicts (pure)."""

from careerkit.interview.session import (
    Interview,
    Question,
    answered,
    closed,
    next_question,
    unsettled,
)

__all__ = ["Interview", "Question", "answered", "closed", "next_question", "unsettled"]
