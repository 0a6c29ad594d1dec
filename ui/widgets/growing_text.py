"""A text that grows with what is written in it, and remembers for each record what can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontMetrics, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QWidget

from ui.text_lines import wrapped
from ui.theme import font, px

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QResizeEvent

FRAME: Final = 22
KEPT: Final = 60


class GrowingText(QPlainTextEdit):
    """Plain text between a least and a most number of lines; beyond that it scrolls. Tab goes on to the next field."""

    def __init__(self, least: int = 2, most: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._key: Hashable = None
        self._documents: dict[Hashable, QTextDocument] = {}
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str, key: Hashable = None) -> None:
        """Show the text of a record. Another record has its own undo; the same keeps it, so undo reaches back."""
        if key != self._key:
            self._turn_to(key, text)
        if self.toPlainText() != text:
            place = self.textCursor().position()
            cursor = self.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(text)
            cursor.setPosition(min(place, len(text)))
            self.setTextCursor(cursor)
            self.document().setModified(False)  # nobody typed it
        self._fit()

    def hand_over(self) -> dict[Hashable, QTextDocument]:
        """Give the texts of all records, with what can be undone in them, to the field that takes this one's place."""
        kept, self._documents, self._key = self._documents, {}, None
        self._show(self._document(""))
        for made in kept.values():
            made.setParent(None)
        return kept

    def take_over(self, documents: dict[Hashable, QTextDocument]) -> None:
        """Go on with the texts of a field that is gone."""
        for made in documents.values():
            made.setParent(self)
            made.setDefaultFont(self.font())
        self._documents = documents

    def _turn_to(self, key: Hashable, text: str) -> None:
        known = self._documents.pop(key, None)
        # What a record holds is where undo ends: going back further would empty the field.
        self._documents[key] = made = known or self._document(text)
        self._key = key
        self._show(made)
        while len(self._documents) > KEPT:
            # The oldest comes first in a dict.
            self._documents.pop(next(iter(self._documents))).deleteLater()

    def _document(self, text: str) -> QTextDocument:
        made = QTextDocument(self)
        made.setDocumentLayout(QPlainTextDocumentLayout(made))
        made.setDefaultFont(self.font())
        made.setPlainText(text)
        return made

    def _show(self, made: QTextDocument) -> None:
        was_blocked = self.blockSignals(True)
        self.setDocument(made)
        self.blockSignals(was_blocked)

    def insertFromMimeData(self, source: QMimeData) -> None:
        # Words only: a paragraph from Word brings no fonts, and files go to the papers.
        if source.hasText() and not source.hasUrls():
            self.insertPlainText(source.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

    @Slot()
    def _fit(self) -> None:
        line = QFontMetrics(font("body")).lineSpacing()
        lines = round(self.document().size().height())
        if self.document().isEmpty() and self.placeholderText():
            # The hint is read whole too.
            room = self.viewport().width() - 2 * round(self.document().documentMargin())
            lines = len(wrapped(self.placeholderText(), font("body"), room, self._most))
        self.setFixedHeight(line * max(self._least, min(self._most, lines)) + px(FRAME))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
