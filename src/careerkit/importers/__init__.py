"""Published files to ``data/``: one module a data set. The only importer of openpyxl (an extra)."""
