"""``careerkit outlook``."""
