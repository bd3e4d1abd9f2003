"""``careerkit show``."""
