"""Forms that somebody is writing in: their page is neither forgotten nor built anew before they are done with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.inline_form import InlineForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.page import Page


def begun_forms(part: QWidget) -> list[InlineForm]:
    """The open forms of a page, or a part of one, in which somebody has written."""
    return [form for form in part.findChildren(InlineForm) if form.is_written]


def is_begun(page: Page) -> bool:
    """Whether something is written on a page that is not kept yet, in its own fields or in a form."""
    return page.is_unsaved() or bool(begun_forms(page))


def must_stay(page: Page) -> list[InlineForm]:
    """The forms for which a page must stay as it is: those that it does not hand over when it is built anew."""
    return [form for form in begun_forms(page) if not hasattr(form, "keep")]
