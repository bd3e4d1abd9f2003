"""``careerkit pathway``."""
