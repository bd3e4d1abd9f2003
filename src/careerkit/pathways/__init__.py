"""Ways from where a client stands to a credential or a career, each step held against the rules.

Pure: no disk, no clock. A way is built by taking its steps: after each, the evaluator is asked
again, so that a way which is offered ends where the rule is met.
"""
