"""The page of an answer: what a table, Markdown and every format for people draw."""

from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module

from careerkit.answers.reply import Reply, Resolved
from careerkit.render.page import Citations, Page


def page_of(reply: Reply) -> Page:
    """Return the page of an answer, from the module ``page`` beside it or the one that it names."""
    answer = type(reply.data)
    module = import_module(answer.page or f"{answer.__module__.rpartition('.')[0]}.page")
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
