"""Data folders to one SQLite file, and reading it. The only place that knows SQL."""
