"""``careerkit credential``."""
