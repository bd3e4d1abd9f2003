"""``careerkit credentials``."""
