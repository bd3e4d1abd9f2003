"""``careerkit eligible``."""
