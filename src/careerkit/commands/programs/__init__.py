"""``careerkit programs``."""
