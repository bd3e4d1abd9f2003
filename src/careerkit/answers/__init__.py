"""The frozen answer each command returns; formats render it, nothing else is printed.

Each answer names its ``command`` and, where it is a list, the attribute that holds its ``rows``.
"""
