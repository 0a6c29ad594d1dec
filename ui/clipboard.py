"""Copy words of the desk so that they can be pasted, and stay in no history of what was copied.

Histories of the clipboard lie on the disk in the clear, and some are carried to a person's other computers.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QStringListModel, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

HINTS: Final = {
    # Windows: learn.microsoft.com/windows/win32/dataxchg/clipboard-formats, "Cloud Clipboard and Clipboard History"
    "ExcludeClipboardContentFromMonitorProcessing": b"\x01\x00\x00\x00",
    "CanIncludeInClipboardHistory": b"\x00\x00\x00\x00",
    "CanUploadToCloudClipboard": b"\x00\x00\x00\x00",
    # Klipper, and those on Linux that follow it
    "x-kde-passwordManagerHint": b"secret",
}
"""What tells a system that it shall not remember; the others do not know the words."""


def passing(text: str) -> QMimeData:
    """A text on its way through the clipboard."""
    # The clipboard may be the last to go, after Python: what Python made takes the process down then. A model of Qt
    # makes one of Qt's own.
    lines = QStringListModel([""])
    made = lines.mimeData([lines.index(0, 0)])
    made.clear()
    made.setText(text)
    for kind, value in HINTS.items():
        made.setData(kind, value)
    return made


def copy(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setMimeData(passing(text))


class CopyGuard(QObject):
    """Does what Ctrl+C, Ctrl+X and the menu of a text do, for every field, label and list of the program.

    Qt's own way tells a system nothing. Only a part that has the keys can be copied from, so it is enough to watch
    those that get them; what watches every event would slow the window down.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLabel | QLineEdit | QPlainTextEdit | QTextEdit | QAbstractItemView):
            now.installEventFilter(self)
            if isinstance(now, QAbstractScrollArea):
                now.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.matches(QKeySequence.StandardKey.Copy):
                return _copy_from(watched)
            if event.matches(QKeySequence.StandardKey.Cut):
                return _cut_from(watched)
        elif event.type() == QEvent.Type.ContextMenu:
            # The part itself makes its menu, and opens it before the next turn.
            QTimer.singleShot(0, self, self._mend_menu)
        return super().eventFilter(watched, event)

    @Slot()
    def _mend_menu(self) -> None:
        """Put entries of ours into Qt's own menu of a text, in place of those that copy."""
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return
        for entry in menu.actions():
            if entry.objectName() in _ENTRIES:
                made = QAction(entry.icon(), entry.text(), menu)
                made.setEnabled(entry.isEnabled())
                made.setData(entry.objectName())
                made.triggered.connect(self._on_entry)
                menu.insertAction(entry, made)
                entry.setVisible(False)

    @Slot()
    def _on_entry(self) -> None:
        entry = self.sender()
        assert isinstance(entry, QAction)
        # The menu belongs to its part, or to the pane that a text is scrolled in. Nothing here keeps hold of the part:
        # it would go with its own menu.
        menu = entry.parent()
        pane = menu.parent() if menu is not None else None
        over = pane.parent() if pane is not None else None
        _ENTRIES[entry.data()](over if isinstance(over, QPlainTextEdit | QTextEdit) else pane)


def _copy_from(part: QObject | None) -> bool:
    """Copy what is chosen; False where there is nothing of this kind to copy, and Qt goes on as it likes."""
    text = _chosen(part)
    if text:
        copy(text)
    return bool(text)


def _cut_from(part: QObject | None) -> bool:
    if isinstance(part, QLineEdit | QPlainTextEdit | QTextEdit) and not part.isReadOnly() and _copy_from(part):
        part.del_() if isinstance(part, QLineEdit) else part.textCursor().removeSelectedText()
        return True
    return False


_ENTRIES: Final = {"edit-copy": _copy_from, "edit-cut": _cut_from}
"""Qt's names of the entries that copy, and what is done in their place."""


def _chosen(part: QObject | None) -> str:
    match part:
        case QLineEdit():
            return part.selectedText() if part.echoMode() is QLineEdit.EchoMode.Normal else ""
        case QLabel():
            return part.selectedText()
        case QPlainTextEdit() | QTextEdit():
            # A text that is written in a way of its own gives its words so.
            return part.createMimeDataFromSelection().text() if part.textCursor().hasSelection() else ""
        case QAbstractItemView():
            return str(part.currentIndex().data(Qt.ItemDataRole.DisplayRole) or "")
        case _:
            return ""
