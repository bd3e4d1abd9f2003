"""Chooses the next fact to ask for, so that few answers settle many verdicts (pure)."""

from careerkit.interview.session import (
    Interview,
    Question,
    answered,
    closed,
    next_question,
    unsettled,
)

__all__ = ["Interview", "Question", "answered", "closed", "next_question", "unsettled"]
