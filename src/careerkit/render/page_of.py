"""Finds the page of an answer, which every format for people draws."""

from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module

from careerkit.answers.reply import Reply, Resolved
from careerkit.render.page import Citations, Page


def page_of(reply: Reply) -> Page:
    """Return the page of an answer, from the module ``page`` beside it or the one it names."""
    answer = type(reply.data)
    module = import_module(answer.page or f"{answer.__module__.rpartition('.')[0]}.page")
    page: Page = module.page(reply, Citations(reply.sources))
    return replace(page, title=_with_typed_names(page.title, reply.resolved))


def _with_typed_names(title: str, resolved: Iterable[Resolved]) -> str:
    for name in resolved:
        if name.title is not None:
            also = f"; also: {', '.join(name.others)}" if name.others else ""
            asked = f"{name.title} (you asked: {name.typed}{also})"
            title = (
                title.replace(name.title, asked, 1) if name.title in title else f"{title}: {asked}"
            )
    return title
