"""Verdicts for many clients at once, by the same rules as for one."""
