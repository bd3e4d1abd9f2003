"""``careerkit compare``."""
