"""Rules over a client and a date: met, not met or unknown, with the reason.

Pure: no disk, no clock. A fact that was not told is unknown, and unknown is carried through by the
logic of Kleene: it never becomes a silent no or yes.
"""
