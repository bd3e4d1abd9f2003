"""What each answer looks like to a person: one module a command, each with a function ``page``."""

from importlib import import_module

from careerkit.answers.reply import Reply
from careerkit.render.page import Citations, Page

_MODULES = {"list": "listing", "import": "imported"}
"""Pages whose module cannot be named like the command: a builtin, a word of the language."""


def page_of(reply: Reply) -> Page:
    """Return the page of an answer."""
    name = reply.data.page or _MODULES.get(reply.command, reply.command)
    module = import_module(f"careerkit.render.pages.{name}")
    page: Page = module.page(reply, Citations(reply.sources))
    return page
