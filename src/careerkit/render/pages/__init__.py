"""What each answer looks like to a person: one module a command, each with a function ``page``."""

from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module

from careerkit.answers.reply import Reply, Resolved
from careerkit.render.page import Citations, Page

_MODULES = {"list": "listing", "import": "imported"}
"""Pages whose module cannot be named like the command: a builtin, a word of the language."""


def page_of(reply: Reply) -> Page:
    """Return the page of an answer."""
    name = reply.data.page or _MODULES.get(reply.command, reply.command)
    module = import_module(f"careerkit.render.pages.{name}")
    page: Page = module.page(reply, Citations(reply.sources))
    return replace(page, title=_told(page.title, reply.resolved))


def _told(title: str, resolved: Iterable[Resolved]) -> str:
    """Return the heading with each name as it was asked for, where the record goes by another."""
    for name in resolved:
        if name.title is not None:
            also = f"; also: {', '.join(name.others)}" if name.others else ""
            asked = f"{name.title} (you asked: {name.typed}{also})"
            title = (
                title.replace(name.title, asked, 1) if name.title in title else f"{title}: {asked}"
            )
    return title
