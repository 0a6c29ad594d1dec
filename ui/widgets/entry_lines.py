"""The lines of a text of entries: every line belongs to the entry of its key, and an entry stands in one place."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.theme import dress
from ui.widgets.block_look import BlockLook
from ui.widgets.block_marks import PLAIN, Mark
from ui.widgets.plain_paste import LIST_LINE, shown_line, written_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QPaintEvent, QResizeEvent

_UNITS: Final = re.compile(r"\w+|\W")
# Longer texts that came in are put in whole: to compare them word by word would be felt.
MOST_UNITS: Final = 1500


ALL: Final = -1


class EntryLines(QTextEdit):
    """The lines. `pieces()` and `show_pieces()` speak of entries: key and words, list lines as "- one"."""

    edited = Signal()
    """Somebody wrote."""
    entered = Signal(int, int)
    """The cursor went to another entry: the one it left, and the one it is in."""

    def __init__(self, name: str, fresh_key: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fresh, self._keys = fresh_key, [fresh_key()]
        self._joins = self._is_showing = self._is_typed = False
        self._at = self._keys[0]
        self.marks: dict[int, Mark] = {}
        dress(self, "writing")
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.look = BlockLook(self)
        self._touched: int | None = None
        self.document().contentsChange.connect(self._on_contents)
        self.textChanged.connect(self._on_text)
        self.cursorPositionChanged.connect(self._on_cursor)

    # What stands in it --------------------------------------------------------------------------------------------

    def pieces(self) -> list[tuple[int, str]]:
        """Every entry in order: key and words."""
        return [(key, "\n".join(map(written_line, text.split("\n")))) for key, text in self._shown_pieces()]

    def show_pieces(self, pieces: Mapping[int, str]) -> None:
        """Show entries; the cursor stays at the words where it is, and nobody is told of a change."""
        wanted = {key: _shown(text) for key, text in (pieces or {self._fresh(): ""}).items()}
        now = dict(self._shown_pieces())
        if list(now.items()) == list(wanted.items()):
            return
        place, is_other = self.place(), not now.keys() & wanted.keys()
        has_chosen = self.textCursor().hasSelection()
        self._is_showing = True
        self._stay_put(is_on=not is_other)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if is_other:
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText("\n".join(wanted.values()))
        else:
            _rearrange(cursor, now, wanted)
        cursor.endEditBlock()
        self._keys = [key for key, text in wanted.items() for _line in text.split("\n")]
        self._stay_put(is_on=False)
        if not has_chosen:
            # What came in at the cursor is not chosen: the next key must not write over it.
            mine = self.textCursor()
            mine.clearSelection()
            self.setTextCursor(mine)
        self._is_showing = False
        if is_other:
            self.moveCursor(QTextCursor.MoveOperation.Start)
        if self.at != place[0] and place[0] in wanted:
            self.go_to(*place)
        self.look.dress_all()
        self._on_cursor()

    def _stay_put(self, *, is_on: bool) -> None:
        """While others' words come in, the cursor stays behind the words that one has just typed."""
        cursor = self.textCursor()
        cursor.setKeepPositionOnInsert(is_on)
        self.setTextCursor(cursor)

    def _shown_pieces(self) -> list[tuple[int, str]]:
        text = self.document().toRawText().replace("\u2028", " ")
        lines = zip(self._keys, text.split("\u2029"), strict=True)
        return [(key, "\n".join(line for _, line in run)) for key, run in groupby(lines, lambda one: one[0])]

    def mark(self, key: int, mark: Mark) -> None:
        """Show something around an entry."""
        if self.marks.get(key, PLAIN) != mark:
            self.marks[key] = mark
            self.look.dress_entry(key)

    def key_at(self, line: int) -> int:
        """The entry of a line."""
        return self._keys[line]

    def first_line(self, line: int) -> int:
        """The first line of the entry that a line belongs to."""
        while line and self._keys[line - 1] == self._keys[line]:
            line -= 1
        return line

    def lines_of(self, key: int) -> tuple[int, int]:
        """The first and the last line of an entry; (0, -1) for one that is not there."""
        if key not in self._keys:
            return 0, -1
        first = self._keys.index(key)
        last = first
        while last + 1 < len(self._keys) and self._keys[last + 1] == key:
            last += 1
        return first, last

    @property
    def at(self) -> int:
        """The entry that the cursor is in."""
        return self._keys[self.textCursor().blockNumber()]

    def place(self) -> tuple[int, int]:
        """Where the cursor is: entry, and sign in it."""
        cursor = self.textCursor()
        first = self.document().findBlockByNumber(self.lines_of(self.at)[0])
        return self.at, cursor.position() - first.position()

    def go_to(self, key: int, sign: int = -1) -> None:
        """Put the cursor into an entry, at its end without a sign."""
        first, last = self.lines_of(key)
        if last < first:
            return
        begin, end = (self.document().findBlockByNumber(line) for line in (first, last))
        stop = end.position() + end.length() - 1
        cursor = self.textCursor()
        cursor.setPosition(stop if sign < 0 else min(begin.position() + sign, stop))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # What changed -------------------------------------------------------------------------------------------------

    @Slot(int, int, int)
    def _on_contents(self, position: int, removed: int, added: int) -> None:
        if self._is_showing or self.look.is_dressing:
            return
        document = self.document()
        first = document.findBlock(position).blockNumber()
        last_sign = min(position + added, document.characterCount() - 1)
        new_lines = document.findBlock(last_sign).blockNumber() - first
        old_lines = new_lines - (document.blockCount() - len(self._keys))
        if new_lines != old_lines:
            old = self._keys[first : first + old_lines + 1]
            last = [old[-1]] if old_lines and new_lines else []
            unknown = [0] * (new_lines - len(last))
            # Of two lines that became one, the one that brought the words gives the name.
            is_whole = not new_lines and document.findBlock(position).position() == position
            self._keys[first : first + old_lines + 1] = [old[-1] if is_whole else old[0], *unknown, *last]
            self._name_lines(first)
        is_one_line = not new_lines and not old_lines and self._touched in (None, first)
        self._touched = first if is_one_line else ALL
        self._is_typed = self._is_typed or bool(removed or added)

    @Slot()
    def _on_text(self) -> None:
        """The change is over: now the lines can get their room, and others hear of it."""
        touched, self._touched = self._touched, None
        if touched is None:
            return
        if touched == ALL:
            self.look.dress_all()
        else:
            self.look.dress_line(touched)
        if self._is_typed:
            self._is_typed = False
            self.edited.emit()

    def _name_lines(self, first: int) -> None:
        """Give lines that came in an entry: their own, that of the list that they go on with, or where they join."""
        block = self.document().findBlockByNumber(first)
        for line in range(first, len(self._keys)):
            if not self._keys[line]:
                joins = self._joins or (line and LIST_LINE.match(block.text()))
                self._keys[line] = self._keys[line - 1] if joins else self._fresh()
            block = block.next()
        self._mend_keys()

    def _mend_keys(self) -> None:
        """An entry stands in one place: where it was cut in two, its second half is another."""
        seen: set[int] = set()
        before, instead = 0, 0
        for line, key in enumerate(self._keys):
            if key != before and key in seen:
                instead = self._fresh()
            elif key != before:
                instead = 0
            before = key
            seen.add(key)
            if instead:
                self._keys[line] = instead

    @Slot()
    def _on_cursor(self) -> None:
        if self._is_showing:
            return
        left, self._at = self._at, self.at
        if left != self._at:
            self.entered.emit(left, self._at)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.look.paint_behind(event.rect())
        super().paintEvent(event)
        self.look.paint_around(event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look.fit()


def _shown(text: str) -> str:
    return "\n".join(map(shown_line, text.split("\n")))


def _rearrange(cursor: QTextCursor, now: dict[int, str], wanted: dict[int, str]) -> None:
    """Change only what differs, from the end to the beginning: entries that come, go or say something else."""
    old, new = list(now), list(wanted)
    starts, place = [], 0
    for text in now.values():
        starts.append(place)
        place += len(text) + 1
    end = place - 1
    for tag, first, last, begin, stop in reversed(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
        if tag == "equal":
            for number in reversed(range(first, last)):
                _rewrite(cursor, starts[number], now[old[number]], wanted[old[number]])
            continue
        texts = [wanted[key] for key in new[begin:stop]]
        if first:
            cursor.setPosition(starts[first] - 1 if first < len(old) else end)
            cursor.setPosition(starts[last] - 1 if last < len(old) else end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText("".join(f"\n{text}" for text in texts))
        else:
            cursor.setPosition(0)
            cursor.setPosition(starts[last], QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText("".join(f"{text}\n" for text in texts))


def _rewrite(cursor: QTextCursor, start: int, old: str, new: str) -> None:
    """Change only the words that differ, so that a cursor elsewhere in them stays where it is."""
    if old == new:
        return
    before, after = _UNITS.findall(old), _UNITS.findall(new)
    if max(len(before), len(after)) > MOST_UNITS:
        before, after = [old], [new]
    place = start
    for tag, begin, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        words, others = "".join(before[begin:end]), "".join(after[first:last])
        if tag != "equal":
            cursor.setPosition(place)
            cursor.setPosition(place + len(words), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(others)
        place += len(others)
