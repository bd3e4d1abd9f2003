"""``careerkit validate``."""
