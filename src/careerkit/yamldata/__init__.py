"""YAML files to records, with every problem at ``file:line:column``. The only importer of yaml."""
