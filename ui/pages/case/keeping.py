"""What is written on the page of a case and saves itself: kept before anything else is done with the case."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from ui.clipboard import copy

if TYPE_CHECKING:
    from ui.drafts import Draft
    from ui.pages.case.page import CasePage


class Keeping(QObject):
    """Keeps the forms of the page; what cannot be kept is shown, and what was to follow does not."""

    def __init__(self, page: CasePage, forms: Sequence[Any]) -> None:
        super().__init__(page)
        self.page, self.forms = page, forms
        self._then: Callable[[], object] | None = None
        for form in forms:
            for told in (form.drafts.saved, form.drafts.refused, form.drafts.contested):
                told.connect(self._on_kept_or_not)
            form.gone.connect(self._on_gone)

    @property
    def unkept(self) -> list[Draft]:
        """What was typed and is not on the desk yet."""
        return [draft for form in self.forms for draft in form.drafts.unkept]

    def save_now(self) -> None:
        """Keep what is typed, without waiting for a pause."""
        for form in self.forms:
            form.leave()

    def when_saved(self, call: Callable[[], object]) -> None:
        """Do something once everything typed is kept; what cannot be kept is shown instead."""
        self.save_now()
        self._then = call
        self._go_on()

    def _go_on(self) -> None:
        unkept = self.unkept
        if not unkept:
            call, self._then = self._then, None
            if call is not None:
                call()
        elif not any(draft.is_on_its_way for draft in unkept):
            self._then = None
            self.page.show_unsaved()
            self.page.tell(self.tr("Something on this page is not saved: decide about it first."), "warn")

    def _on_kept_or_not(self, *_what: object) -> None:
        if self._then is not None:
            self._go_on()

    @Slot(object)
    def _on_gone(self, draft: Draft) -> None:
        words = "\n\n".join(str(value) for value in draft.waiting.values() if value and isinstance(value, str))
        said = self.tr("Somebody removed what you were writing in. Your words are not lost.")
        self.page.tell(said, "warn", action=self.tr("Copy them"), call=functools.partial(copy, words))
