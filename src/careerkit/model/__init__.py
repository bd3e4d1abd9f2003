"""The records: frozen, slotted, keyword-only dataclasses over the standard library.

The modules here read no disk and no clock. A record's annotations are its whole schema: the YAML
decoder, the store and the JSON Schema generator read the same ones (see ``model.shape``).
"""
