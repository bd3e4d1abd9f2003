"""Plans a client's ways to a credential or a career, with every step checked by the rules.

Pure: no disk, no clock. A plan evaluates its conditions again after every step, so a finished way
meets the rule.
"""
