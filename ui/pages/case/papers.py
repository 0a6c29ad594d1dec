"""The papers of a case beside what the page shows, and a paper's pages above it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from referral_desk.queries.papers import PaperContent, PaperRow, safe_paper
from ui.commands import Command
from ui.papers.intake import Holder
from ui.papers.panel import PapersPanel
from ui.papers.preview import Preview
from ui.saving_files import FileSaver
from ui.theme import px
from ui.widgets.card import Card
from ui.widgets.tall_area import TallArea

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from referral_desk.queries.case import CasePage as CaseSeen
    from ui.pages.case.page import CasePage

PAGES: Final = 640
"""How high a paper's pages are shown."""


class PapersCard(Card):
    """Takes papers in, shows them, and says what becomes of each when the case goes up."""

    def __init__(self, page: CasePage) -> None:
        super().__init__(gap=4)
        self.page = page
        self.panel = PapersPanel(page.bridge, of_case=True)
        self.add(self.panel)
        self.saver = FileSaver(page.bridge, page)
        self.may = False
        self._preview: Preview | None = None
        page.way.station_words.looks.connect(self.look)
        self.panel.told.connect(page.told)
        self.panel.done.connect(self._on_done)
        self.panel.wants_look.connect(self._on_look)
        self.panel.wants_save.connect(self._on_save)
        for keys, call in (("Ctrl+O", self.choose), (QKeySequence.StandardKey.Paste, self._on_paste)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)

    @property
    def preview(self) -> Preview:
        """A paper's pages; made when a paper is first looked at."""
        if self._preview is None:
            self._preview = Preview(self.page.bridge, self.tr("The paper's pages"))
            self._preview.setFixedHeight(px(PAGES))
            self._preview.closed.connect(self._on_closed)
            self.page.slot.addWidget(self._preview)
        return self._preview

    def show_case(self, case: CaseSeen) -> None:
        """Show the papers of a case."""
        self.may = case.may_change and self.page.may
        self.panel.show_papers(Holder(case_id=case.row.id), case.papers, is_closed=not self.may)
        self.setVisible(self.may or bool(case.papers))

    def stand_in(self, beside: QVBoxLayout) -> None:
        """Stand beside what is shown, below the first that stands there."""
        if beside.indexOf(self) < 0:
            beside.insertWidget(1, self)

    def commands(self) -> list[Command]:
        """What can be done with papers, for the palette."""
        return [Command("case/papers", self.tr("Add papers"), "paperclip", self.choose, "Ctrl+O")] if self.may else []

    @Slot()
    def choose(self) -> None:
        """Ask for files to put in the case."""
        if self.may:
            self.panel.choose_files()

    @Slot(int, str)
    def look(self, paper_id: int, title: str) -> None:
        """Look at a paper, one that went along too."""
        self.page.bridge.ask(safe_paper, paper_id=paper_id).then(functools.partial(self._on_paper, title))

    def _on_paper(self, title: str, paper: PaperContent) -> None:
        self.preview.show()
        self.preview.show_paper(title, paper)
        self._reveal(self.preview)

    @Slot(int)
    def go_to(self, paper_id: int) -> None:
        """Go to a paper in the list."""
        self.panel.focus_paper(paper_id)
        self._reveal(self)

    def _reveal(self, part: QWidget) -> None:
        area = self.page.findChild(TallArea)
        assert area is not None
        # It has its place once the page is laid out anew.
        QTimer.singleShot(0, part, functools.partial(area.ensureWidgetVisible, part))

    @Slot(object)
    def _on_look(self, row: PaperRow) -> None:
        self.look(row.id, f"{row.number}  {row.title}")

    @Slot()
    def _on_closed(self) -> None:
        self.preview.hide()
        self.panel.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_paste(self) -> None:
        # Texts take what is pasted themselves: this comes from anywhere else.
        if self.may:
            self.panel.paste()

    @Slot(str, object)
    def _on_done(self, said: str, undo: Callable[[], object]) -> None:
        self.page.tell(said, "info", action=self.tr("Undo"), call=undo)

    @Slot(str, object)
    def _on_save(self, name: str, content: bytes) -> None:
        self.saver.ask(self.tr("Save the original"), name, content)
