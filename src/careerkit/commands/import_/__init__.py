"""``careerkit import``."""
