"""Write a client as the text of a profile, which reads back to the same client."""

from datetime import date
from decimal import Decimal

import yaml

from careerkit.model import entries
from careerkit.model.client import Client, Credits, HeldCredential, Statements, Study
from careerkit.model.plain import to_plain

_BRIEF = (
    *(Client, Study, HeldCredential, Credits, Statements),
    *(entries.Work, entries.Training, entries.Membership),
    *(entries.ExamPassed, entries.MilitaryTraining, entries.Course),
)
"""Records of which only stated values are written: what is left out is unknown."""
_WIDTH = 100


class _Writer(yaml.SafeDumper):
    """Writes numbers without exponent, as the decoder needs them, and indents lists."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 - as in yaml
        super().increase_indent(flow, indentless=False)


def _number(writer: yaml.SafeDumper, value: float) -> yaml.ScalarNode:
    kind = "int" if value.is_integer() else "float"
    text = str(int(value)) if value.is_integer() else f"{Decimal(str(value)):f}"
    return writer.represent_scalar(f"tag:yaml.org,2002:{kind}", text)


_Writer.add_representer(float, _number)


def encode_profile(client: Client, as_of: date) -> str:
    """Return the YAML of a profile; ``as_of`` is the day on which it was written."""
    profile = yaml.dump(
        to_plain(client, _BRIEF),
        Dumper=_Writer,
        sort_keys=False,
        default_flow_style=None,
        width=_WIDTH,
        allow_unicode=True,
    )
    comment = f"# What is known of a client as of {as_of}; for careerkit eligible --profile"
    return f"{comment}\n{profile}"
