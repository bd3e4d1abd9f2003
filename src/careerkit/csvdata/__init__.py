"""Bulk tables of a data folder (CSV) to rows, with every problem at file:line:column."""
