"""``careerkit schools``."""
