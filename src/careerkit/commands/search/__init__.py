"""``careerkit search``."""
