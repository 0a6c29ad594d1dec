"""The menu behind the three dots: what else can be done with a case, its documents, and where one can go from it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.case_documents import CaseDocuments
from ui.clipboard import copy
from ui.commands import Command
from ui.documents import add_languages
from ui.icons import icon
from ui.places import Place, wishes

if TYPE_CHECKING:
    from collections.abc import Callable

    from referral_desk.queries.case_view import CaseView
    from ui.pages.case.page import CasePage


class CasePapers(CaseDocuments):
    """The papers of the escalation that is shown."""

    def commands(self, view: CaseView | None) -> list[Command]:
        """What there is: for the menu and the palette."""
        found = view.escalation if view is not None else None
        if found is None:
            return []
        key, feedback = found.row.id, self.tr("Feedback note as PDF …")
        made = [
            Command("case/brief", self.tr("Brief as PDF …"), "file-pdf", functools.partial(self.brief, key)),
            Command("case/word", self.tr("Brief as Word …"), "file-text", functools.partial(self.brief_word, key)),
        ]
        for one in found.deliveries:
            words = feedback if one.is_origin else f"{feedback} ({one.group})"
            call = functools.partial(self.feedback, one.id)
            made.append(Command(f"case/feedback/{one.id}", words, "file-pdf", call))
        return made


class CaseMenu(QMenu):
    """Gone once it is closed."""

    def __init__(self, page: CasePage) -> None:
        super().__init__(page)
        self.page = page
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view = page.view
        if view is None:
            return
        for act in page.act_words.rest(view):
            made = self._entry(self, act.text, act.icon, functools.partial(page.doing.take, act.key))
            made.setObjectName(act.key)
            made.setEnabled(page.may)
        self.addSeparator()
        offers = page.documents.commands(view)
        if offers:
            papers = self.addMenu(icon("download-simple"), self.tr("Save a document"))
            for offer in offers:
                self._entry(papers, offer.title, offer.icon, offer.call)
            papers.addSeparator()
            add_languages(papers)
        self._ways(view)

    def _ways(self, view: CaseView) -> None:
        row, go = view.case.row, self.page.go
        self._entry(self, self.tr("Copy the reference"), "copy", self._copy)
        place = Place("group", row.group_id)
        self._entry(self, self.tr("Open the group"), "users-three", functools.partial(go, place))
        if row.theme:
            theme = Place("theme", wishes=wishes(theme=row.theme))
            self._entry(self, self.tr("Everything about this theme"), "tag", functools.partial(go, theme))

    def _entry(self, menu: QMenu, text: str, glyph: str, call: Callable[[], object]) -> QAction:
        made = QAction(icon(glyph), text, menu)
        made.triggered.connect(functools.partial(_do, call))
        menu.addAction(made)
        return made

    def _copy(self) -> None:
        assert self.page.view is not None
        reference = self.page.view.case.row.reference
        copy(reference)
        self.page.tell(self.tr("{reference} is copied.").format(reference=reference))


def _do(call: Callable[[], object], *_is_checked: bool) -> None:
    """Do it, whatever the action tells of itself."""
    call()
