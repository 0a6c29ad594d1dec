"""Look at a document page by page: page number, zoom, keyboard; a text is shown as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from referral_desk.guard.findings import PaperKind
from ui.papers.drawing import PageArtist
from ui.theme import dress, px
from ui.widgets.buttons import icon_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.pdf_view import PdfView

if TYPE_CHECKING:
    from referral_desk.queries.papers import PaperContent
    from ui.bridge import Bridge
    from ui.papers.drawing import Sizes


class Preview(QFrame):
    """A frame with a title, the pages, and a bar to turn them. `closed` tells that the person has seen enough."""

    closed = Signal()

    def __init__(self, bridge: Bridge, name: str, *, can_close: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "card")
        self.artist = PageArtist(bridge, self)
        self.pages = PdfView(name)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setAccessibleName(name)
        dress(self.words, "reading")
        self.nothing = EmptyState("file-text", "")
        self.pile = QStackedWidget()
        dress(self.pile, "plain")
        for part in (self.nothing, self.pages, self.words):
            self.pile.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        self.bar = QWidget()
        self.bar.setLayout(self._build_bar(can_close=can_close))
        self.line = QFrame()
        dress(self.line, "rule")
        box.addWidget(self.bar)
        box.addWidget(self.line)
        box.addWidget(self.pile, 1)
        self.pages.wanted.connect(self.artist.want)
        self.pages.turned.connect(self._on_turned)
        self.pages.zoomed.connect(self.zoom.setText)
        self.artist.opened.connect(self._on_opened)
        self.artist.drawn.connect(self.pages.show_picture)
        self._show_bar(is_on=False)

    def _build_bar(self, *, can_close: bool) -> QHBoxLayout:
        self.title = ElidedLabel("", "lead")
        self.number = QLineEdit()
        self.number.setAccessibleName(self.tr("Page"))
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{1,4}"), self))
        self.number.setFixedWidth(px(52))
        self.count = label("", "note")
        self.before = icon_button("caret-up", self.tr("Page before  (Page Up)"))
        self.after = icon_button("caret-down", self.tr("Next page  (Page Down)"))
        self.smaller = icon_button("magnifying-glass-minus", self.tr("Smaller  (Ctrl+-)"))
        self.zoom = label("", "note")
        self.zoom.setMinimumWidth(px(44))
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.larger = icon_button("magnifying-glass-plus", self.tr("Larger  (Ctrl++)"))
        self.fit = icon_button("arrows-out-line-horizontal", self.tr("Fit the width  (Ctrl+0)"))
        self.close_button = icon_button("x", self.tr("Close  (Esc)"))
        if not can_close:
            self.close_button.hide()
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 6, 8, 6)
        bar.setSpacing(4)
        bar.addWidget(self.title, 1)
        for part in (self.before, self.after, self.number, self.count, self.smaller, self.zoom, self.larger, self.fit):
            bar.addWidget(part)
        bar.addWidget(self.close_button)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.number.returnPressed.connect(self._on_number)
        self.smaller.clicked.connect(self.pages.zoom_out)
        self.larger.clicked.connect(self.pages.zoom_in)
        self.fit.clicked.connect(self.pages.fit_width)
        self.close_button.clicked.connect(self.close_document)
        return bar

    def say(self, sentence: str) -> None:
        """Show a sentence in place of pages."""
        self.artist.close()
        self.title.set_whole("")
        for part in (self.bar, self.line):
            part.setVisible(self.close_button.isVisibleTo(self.bar))
        self.nothing.say(sentence)
        self.pile.setCurrentWidget(self.nothing)
        self._show_bar(is_on=False)

    def show_paper(self, title: str, paper: PaperContent) -> None:
        """Look at a paper, whatever kind it is."""
        shows = {PaperKind.TEXT: self.show_text, PaperKind.IMAGE: self.show_picture}
        shows.get(paper.kind, self.show_pdf)(title, paper.content)

    def show_pdf(self, title: str, content: bytes) -> None:
        """Look at a PDF."""
        self._wait(title)
        self.artist.open(content)

    def show_picture(self, title: str, content: bytes) -> None:
        """Look at a picture that was made safe."""
        self._wait(title)
        self.artist.open_picture(content)

    def show_text(self, title: str, content: bytes) -> None:
        """Look at a text that was made safe."""
        self._wait(title)
        self.words.setPlainText(content.decode("utf-8"))
        self.pile.setCurrentWidget(self.words)
        self.words.setFocus()

    @Slot()
    def close_document(self) -> None:
        """Let go of the document and tell it."""
        self.artist.close()
        self.closed.emit()

    def _wait(self, title: str) -> None:
        self.say(self.tr("Opening …"))
        for part in (self.bar, self.line):
            part.show()
        self.title.set_whole(title)

    def _show_bar(self, *, is_on: bool) -> None:
        parts = (self.before, self.after, self.number, self.count, self.smaller, self.zoom, self.larger, self.fit)
        for part in parts:
            part.setVisible(is_on)

    @Slot(object)
    def _on_opened(self, sizes: Sizes) -> None:
        if not sizes:
            self.nothing.say(self.tr("This document cannot be shown."))
            return
        self._show_bar(is_on=True)
        self.pile.setCurrentWidget(self.pages)
        self.pages.show_document(sizes)
        self.pages.setFocus()

    @Slot(int, int)
    def _on_turned(self, page: int, pages: int) -> None:
        if not self.number.hasFocus():
            self.number.setText(str(page))
        self.count.setText(self.tr("of {pages}").format(pages=pages))
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < pages)

    @Slot()
    def _on_before(self) -> None:
        self.pages.turn_to(self.pages.page - 1)

    @Slot()
    def _on_after(self) -> None:
        self.pages.turn_to(self.pages.page + 1)

    @Slot()
    def _on_number(self) -> None:
        if self.number.text():
            self.pages.setFocus()
            self.pages.turn_to(int(self.number.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.close_button.isVisible():
            self.close_document()
        else:
            super().keyPressEvent(event)
