"""``careerkit list``."""
