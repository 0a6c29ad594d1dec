"""A text of entries in one document: Enter begins a new entry, a slash and a letter say what it is.

Only words, lists and **bold** are written, whatever is pasted; undo is the owner's affair.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from ui.clipboard import passing
from ui.widgets.block_marks import PLAIN
from ui.widgets.entry_lines import EntryLines
from ui.widgets.plain_paste import BULLET, LIST_LINE, lines_of, shown_line, written_line

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

_COMMAND: Final = re.compile(r"/(\w)")
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


class BlockText(EntryLines):
    """What the keys mean in a text of entries. It only tells what is wanted; the room does it."""

    commanded = Signal(int, str)
    """A letter behind a slash at the beginning of an entry: key and letter; "n" where Backspace takes a mark away."""
    pressed = Signal(int, str)
    """A chip: key and action."""
    undo_wanted = Signal()
    redo_wanted = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()

    commands: frozenset[str] = frozenset()
    """The letters that mean something behind a slash."""

    # What one types -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_wanted.emit()
        elif self.isReadOnly() or not self._types(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        # In a list Tab sets a line in; everywhere else it leaves the text, as in every field.
        is_list = not self.isReadOnly() and LIST_LINE.match(self.textCursor().block().text()) is not None
        return False if is_list else super().focusNextPrevChild(is_next)

    def _types(self, event: QKeyEvent) -> bool:
        """Whether a key meant something of its own here."""
        keys, ctrl, shift = event.key(), _held(event, Qt.KeyboardModifier.ControlModifier), _held(event, _SHIFT)
        if keys in _ENTER and ctrl:
            (self.previous_wanted if shift else self.next_wanted).emit()
        elif keys in _ENTER:
            self._break_line(is_same=shift)
        elif keys == Qt.Key.Key_B and ctrl:
            self.make_bold()
        elif keys == Qt.Key.Key_Backspace and not ctrl:
            return self._backspace()
        elif keys == Qt.Key.Key_Space and not ctrl:
            return self._space()
        elif keys in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._set_in(-1 if keys == Qt.Key.Key_Backtab else 1)
        else:
            return False
        return True

    def _break_line(self, *, is_same: bool) -> None:
        """Enter: a list goes on, all else is followed by a new entry; with Shift the same entry goes on."""
        cursor = self.textCursor()
        # No edit block: the lines must get their keys one change after the other.
        cursor.removeSelectedText()
        text = cursor.block().text()
        item = LIST_LINE.match(text)
        if item is not None and not is_same and item.end() == len(text):
            self._leave_list(cursor)
        elif item is not None and not is_same and cursor.positionInBlock() >= item.end():
            self._insert_line(cursor, joins=True)
            cursor.insertText(item[1] + _next_sign(item[2]) + " ")
        elif is_same:
            self._insert_line(cursor, joins=True)
        elif cursor.atBlockStart() and text:
            # What stands here moves down, and stays who it was.
            line = cursor.blockNumber()
            self._insert_line(cursor, joins=True)
            self._keys[line] = self._fresh()
            self._mend_keys()
        else:
            self._begin_entry(cursor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.look.dress_all()
        self._on_cursor()

    def _insert_line(self, cursor: QTextCursor, *, joins: bool) -> None:
        self._joins = joins
        cursor.insertBlock()
        self._joins = False

    def _begin_entry(self, cursor: QTextCursor) -> None:
        old = self._keys[cursor.blockNumber()]
        self._insert_line(cursor, joins=False)
        line = cursor.blockNumber()
        self._take_over(line, old)

    def _take_over(self, line: int, old: int) -> None:
        """Lines of an entry that was cut in two go with its second half."""
        for later in range(line + 1, len(self._keys)):
            if self._keys[later] != old:
                break
            self._keys[later] = self._keys[line]

    def _leave_list(self, cursor: QTextCursor) -> None:
        line = cursor.blockNumber()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        old = self._keys[line]
        if line and self._keys[line - 1] == old:
            self._keys[line] = self._fresh()
            self._take_over(line, old)

    def _backspace(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        line, key = cursor.blockNumber(), self.at
        item = LIST_LINE.match(cursor.block().text())
        if item is not None and cursor.positionInBlock() == item.end():
            # First the bullet goes, then the line joins the one above.
            self._select_in_line(cursor, len(item[1]), item.end())
            cursor.removeSelectedText()
            return True
        if cursor.atBlockStart() and self.lines_of(key)[0] == line and self.marks.get(key, PLAIN).tone:
            self.commanded.emit(key, "n")
            return True
        return False

    def _space(self) -> bool:
        """A space behind "/d", "-" or "1." at the beginning of a line makes what was meant."""
        cursor = self.textCursor()
        typed = cursor.block().text()[: cursor.positionInBlock()]
        command = _COMMAND.fullmatch(typed)
        if command is not None and command[1].casefold() in self.commands:
            line, old = cursor.blockNumber(), self.at
            self._select_in_line(cursor, 0, len(typed))
            cursor.removeSelectedText()
            if self.lines_of(old)[0] != line:
                self._keys[line] = self._fresh()
                self._take_over(line, old)
                self._mend_keys()
            self.commanded.emit(self._keys[line], command[1].casefold())
            return True
        if typed.strip() in ("-", "*", BULLET) or (typed.strip()[:-1].isdigit() and typed.strip()[-1:] in (".", ")")):
            self._begin_list(cursor, typed)
            return True
        return False

    def _begin_list(self, cursor: QTextCursor, typed: str) -> None:
        sign = typed.strip()
        self._select_in_line(cursor, 0, len(typed))
        indent = typed[: len(typed) - len(typed.lstrip())]
        cursor.insertText(indent + (BULLET if sign in ("-", "*") else sign) + " ")
        line = cursor.blockNumber()
        above = cursor.block().previous().text()
        is_alone = self.lines_of(self._keys[line]) == (line, line)
        if line and is_alone and (above.rstrip().endswith(":") or LIST_LINE.match(above)):
            # A line that ends in a colon announces its list.
            self._keys[line] = self._keys[line - 1]
        self.look.dress_all()
        self._on_cursor()

    def _set_in(self, step: int) -> bool:
        cursor = self.textCursor()
        text = cursor.block().text()
        if LIST_LINE.match(text) is None:
            return False
        mine = QTextCursor(cursor.block())
        if step > 0:
            mine.insertText("  ")
        elif text.startswith("  "):
            self._select_in_line(mine, 0, 2)
            mine.removeSelectedText()
        self.look.dress_line(cursor.blockNumber())
        return True

    def make_bold(self) -> None:
        """Put stars around the chosen words, or take them away; without a choice around where one goes on typing."""
        cursor = self.textCursor()
        words = cursor.selectedText()
        if words.startswith("**") and words.endswith("**") and len(words) > 4:  # noqa: PLR2004 - two pairs of stars
            cursor.insertText(words[2:-2])
        else:
            cursor.insertText(f"**{words}**")
            if not words:
                cursor.movePosition(QTextCursor.MoveOperation.Left, n=2)
                self.setTextCursor(cursor)

    @staticmethod
    def _select_in_line(cursor: QTextCursor, begin: int, end: int) -> None:
        start = cursor.block().position()
        cursor.setPosition(start + begin)
        cursor.setPosition(start + end, QTextCursor.MoveMode.KeepAnchor)

    # What was pasted, and copied ----------------------------------------------------------------------------------

    def insertFromMimeData(self, source: QMimeData) -> None:
        lines = lines_of(source)
        if len(lines) == 1 and not source.hasHtml():
            # Within a sentence blanks at both ends are meant.
            self.textCursor().insertText(source.text().strip("\r\n\u2029"))
        else:
            self.textCursor().insertText("\n".join(map(shown_line, lines)))
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return (source.hasText() or source.hasHtml()) and not source.hasUrls()

    def createMimeDataFromSelection(self) -> QMimeData:
        text = self.textCursor().selectedText().split("\u2029")
        return passing("\n".join(map(written_line, text)))

    # What is drawn, and pressed -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.look.chip_at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(*found)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_over = self.look.hover(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.IBeamCursor)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.look.hover(QPointF(-1, -1))


def _held(event: QKeyEvent, modifier: Qt.KeyboardModifier) -> bool:
    return bool(event.modifiers() & modifier)


def _next_sign(sign: str) -> str:
    return sign if sign == BULLET else f"{int(sign[:-1]) + 1}{sign[-1]}"
