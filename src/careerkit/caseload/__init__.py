"""Verdicts for many clients at once, each found by the same rules as for one."""
