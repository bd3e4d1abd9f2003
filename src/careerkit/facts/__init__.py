"""The facts about a client: one registry, from which flags, profile keys and docs are made."""

from careerkit.facts.client import client_from_texts
from careerkit.facts.registry import FACTS, STUDY_FACTS, Fact, flag_of

__all__ = ["FACTS", "STUDY_FACTS", "Fact", "client_from_texts", "flag_of"]
