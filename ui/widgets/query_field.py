"""A field for a typed query: it offers what comes next, and asks when one pauses or presses Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QWidget

from ui.icons import icon
from ui.theme import dress, px
from ui.widgets.line_icons import grow_icons

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from referral_desk.shorthand.query_completion import Completion

PAUSE: Final = 250
"""Milliseconds after the last key until the query is asked."""
TAKES: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class QueryField(QLineEdit):
    """The field. `asked` tells the query's text; `complete` gives what may stand at the cursor."""

    asked = Signal(str)

    def __init__(
        self,
        name: str,
        hint: str,
        complete: Callable[[str, int], Sequence[Completion]],
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what a screen reader calls it, `hint` what stands in it while it is empty."""
        super().__init__(parent)
        self._complete = complete
        self._offers: dict[str, Completion] = {}
        self._told = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        grow_icons(self)
        self.addAction(icon("magnifying-glass", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        for part in self.findChildren(QToolButton):
            part.setAccessibleName(name)
        self._lines = QStringListModel(self)
        self._finder = QCompleter(self._lines, self)
        # Not the line's own completer: that would put an offer in the place of the whole query.
        self._finder.setWidget(self)
        self._finder.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._finder.setMaxVisibleItems(9)
        popup = self._finder.popup()
        assert popup is not None
        popup.setAccessibleName(name)
        dress(popup, "suggestions")
        self.popup = popup
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.ask)
        self._finder.activated.connect(self._on_taken)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._pause.start)

    def show_query(self, text: str) -> None:
        """Show a query that is known already: it is not asked again."""
        self._told = text
        self.setText(text)
        self._pause.stop()

    def put(self, piece: str) -> None:
        """Add a piece at the end and go on typing behind it."""
        text = self.text().rstrip()
        self.setText(f"{text} {piece}" if text else piece)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if piece.endswith(":"):
            self.offer()

    def offers(self) -> list[str]:
        """What is offered now (for tests)."""
        return list(self._offers) if self.popup.isVisible() else []

    @Slot()
    def ask(self) -> None:
        """Ask now, if the query is another one than before."""
        self._pause.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.asked.emit(text)

    @Slot()
    def offer(self) -> None:
        """Offer what may stand at the cursor."""
        found = self._complete(self.text(), self.cursorPosition())
        self._offers = {completion.text: completion for completion in found}
        self._lines.setStringList(list(self._offers))
        if not self._offers:
            self.popup.hide()
            return
        line = self.cursorRect()
        line.setWidth(px(280))
        self._finder.complete(line)

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        # An empty field asks for nothing: what can be typed stands below it.
        if self.text().strip():
            self.offer()
        else:
            self.popup.hide()

    @Slot(str)
    def _on_taken(self, words: str) -> None:
        taken = self._offers.get(words)
        if taken is None:
            return
        after = self.text()[taken.end :]
        inserted = taken.text if taken.is_key or after.startswith(" ") else f"{taken.text} "
        self.setText(self.text()[: taken.start] + inserted + after)
        self.setCursorPosition(taken.start + len(inserted))
        self.popup.hide()
        if taken.is_key:
            self.offer()
        else:
            self.ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.popup.isVisible() and event.key() in TAKES:
            index = self.popup.currentIndex()
            if event.key() == Qt.Key.Key_Tab and not index.isValid():
                index = self._finder.completionModel().index(0, 0)
            if index.isValid():
                self._on_taken(str(index.data()))
                return
        if event.key() == Qt.Key.Key_Down and not self.popup.isVisible():
            self.offer()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.popup.hide()
            self.ask()
        elif event.key() == Qt.Key.Key_Escape and self.text() and not self.popup.isVisible():
            self.clear()
            self.ask()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        # Tab takes an offer while some are shown.
        return False if self.popup.isVisible() else super().focusNextPrevChild(is_next)
