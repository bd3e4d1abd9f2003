"""``careerkit sources``."""
