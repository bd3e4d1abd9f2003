"""The version, in a file of its own: reading it must not cost an import of package metadata."""

__version__ = "0.1.0"
