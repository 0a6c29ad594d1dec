"""What the leak alarm found in texts that are to leave the desk: each is taken out or kept with a reason.

A page shows the list where something was refused, and hands the change in again once it is settled:

    self.leaks = LeakList()
    self.leaks.show_leaks([leak(field, TITLES[field], texts[field], find) for field, find in ...])
    self.leaks.removed.connect(self._on_removed)    # field, its text without the words
    self.leaks.changed.connect(self._on_settled)    # look at is_settled() and keeps()
    underline(self.problem, [(find.start, find.end), ...])

`find` is one of LeaksFound.finds or a row of leaks_in: whatever has kind, start, end, words and why. Finds shown anew
keep the reasons that were given for the same words of the same field.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from referral_desk.guard.personal_data import MASK, Find, masked
from referral_desk.texts import label as label_of
from referral_desk.texts import say
from ui.language import language
from ui.messages import announce
from ui.theme import colour
from ui.widgets.labels import label, rule
from ui.widgets.leak_line import LeakLine

if TYPE_CHECKING:
    from referral_desk.vocabulary import FindKind

AROUND: Final = 90
"""Signs of the sentence that are shown on each side of a find."""
_END: Final = re.compile(r"[.!?]\s+(?=[^\W\d_a-zæøå])|\n")


class FindLike(Protocol):
    """A find, however it was asked for."""

    @property
    def kind(self) -> FindKind: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def words(self) -> str: ...
    @property
    def why(self) -> str: ...


@dataclass(frozen=True)
class Leak:
    """One find as it is shown, in the text of a field that has a title for people."""

    field: str
    title: str
    text: str
    start: int
    end: int
    kind: str
    masked: str
    why: str
    reason: str = ""

    @property
    def words(self) -> str:
        """The found words, as the text has them."""
        return self.text[self.start : self.end]

    def sides(self, others: Iterable[Leak] = ()) -> tuple[str, str]:
        """What stands before and behind in the same sentence, with the words of other finds hidden."""
        first, last = max(0, self.start - AROUND), min(len(self.text), self.end + AROUND)
        told = list(self.text)
        for other in others:
            if other.field == self.field and other.start < last and first < other.end:
                told[other.start : other.end] = [MASK if sign.isalnum() else sign for sign in other.words]
        before, behind = "".join(told[first : self.start]), "".join(told[self.end : last])
        ends = [*_END.finditer(before)]
        before = before[ends[-1].end() :] if ends else ("…" if first else "") + before
        end = _END.search(behind)
        return before, behind[: end.start() + 1] if end else behind + ("…" if last < len(self.text) else "")


def leak(field: str, title: str, text: str, find: FindLike) -> Leak:
    """A find in the text of a field, in the window's language."""
    found = Find(find.kind, find.start, find.end, find.words, find.why)
    reason = str(getattr(find, "reason", ""))
    kind, why = label_of(find.kind, language()), say(find.why, language())
    return Leak(field, title, text, find.start, find.end, kind, masked(found), why, reason)


class LeakList(QWidget):
    """Finds below one another, each with its sentence, "Take out" and "Keep"."""

    removed = Signal(str, str)
    """A field and what its text is now."""
    changed = Signal()
    """Something was taken out, kept or taken back."""
    went = Signal(int)
    """The place of a find that is to be mended where it stands."""
    reasoned = Signal(int, str)
    """The place of a find and why it is kept."""

    def __init__(self, parent: QWidget | None = None, *, goes: bool = False) -> None:
        """With `goes` nothing is taken out here: the button leads to where it stands (`went`)."""
        super().__init__(parent)
        self._goes = goes
        self._leaks: list[Leak] = []
        self._lines: list[QWidget] = []
        self._reasons: dict[tuple[str, str], str] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self.head = label("", "lead", wraps=True)
        self.help = label(
            self.tr("Take each out where it stands, or keep it and say why. The reason is logged, the words are not.")
            if goes
            else self.tr("Take each out, or keep it and say why. The reason is logged, the words are not."),
            "note",
            wraps=True,
        )
        self._box.addWidget(self.head)
        self._box.addWidget(self.help)
        self.setAccessibleName(self.tr("Possible personal data"))

    def show_leaks(self, leaks: Iterable[Leak]) -> None:
        """Show finds in place of those before."""
        self._leaks = [replace(one, reason=one.reason or self._reasons.get(_key(one), "")) for one in leaks]
        self._build()

    def is_settled(self) -> bool:
        """Whether every find was taken out or kept."""
        return all(one.reason for one in self._leaks)

    def keeps(self) -> tuple[tuple[str, str, str], ...]:
        """What is kept: field, words and reason."""
        return tuple((one.field, one.words, one.reason) for one in self._leaks if one.reason)

    def lines(self) -> list[LeakLine]:
        """The finds that are shown, in order."""
        return [line for line in self._lines if isinstance(line, LeakLine)]

    def go_to_first(self) -> None:
        """Stand on what may become of the first find that nobody decided about."""
        self._go_to(0)

    def _build(self) -> None:
        for line in self._lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for number, one in enumerate(self._leaks):
            if number:
                self._add(rule())
            before, behind = one.sides(self._leaks)
            parts = before, one.masked, behind
            line = LeakLine(
                one.kind, one.title, shown=_shown(*parts), told=_told(*parts), why=one.why, reason=one.reason
            )
            if self._goes:
                line.lead_there()
            line.remove_wanted.connect(self._on_remove)
            line.reason_given.connect(self._on_reason)
            self._add(line)
        self._say()

    def _add(self, line: QWidget) -> None:
        self._lines.append(line)
        self._box.addWidget(line)

    def _say(self) -> None:
        left = sum(not one.reason for one in self._leaks)
        self.head.setText(
            self.tr("%n find(s) may be personal data", "", left) if left else self.tr("Nothing is left to decide.")
        )
        self.help.setVisible(bool(left))
        self.setVisible(bool(self._leaks))

    @Slot()
    def _on_remove(self) -> None:
        place = self.lines().index(self.sender())  # type: ignore[arg-type]
        if self._goes:
            self.went.emit(place)
            return
        gone = self._leaks.pop(place)
        text, cut = without(gone.text, gone.start, gone.end)
        self._leaks = [
            replace(one, text=text, start=one.start - _shift(one, cut), end=one.end - _shift(one, cut))
            if one.field == gone.field
            else one
            for one in self._leaks
        ]
        self._build()
        self._go_to(place)
        self.removed.emit(gone.field, text)
        self.changed.emit()
        announce(self, self.tr("Taken out."))

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        place = self.lines().index(self.sender())  # type: ignore[arg-type]
        kept = replace(self._leaks[place], reason=reason)
        self._leaks[place] = kept
        if not self._goes:
            self._reasons[_key(kept)] = reason
        self.lines()[place].show_reason(reason)
        self._say()
        if reason:
            self._go_to(place + 1)
        self.changed.emit()
        self.reasoned.emit(place, reason)

    def _go_to(self, place: int) -> None:
        """Let the keys go on with the next find that nobody has decided, from a place on."""
        lines = self.lines()
        order = [*range(place, len(lines)), *range(min(place, len(lines)))]
        if following := next((lines[number] for number in order if not self._leaks[number].reason), None):
            following.remove.setFocus(Qt.FocusReason.TabFocusReason)


def without(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """A text without the words from `start` to `end`, and what was cut: a blank that would be left over goes along."""
    if text[start - 1 : start] == " " and (end == len(text) or text[end] in " .,;:!?)\n"):
        start -= 1
    return text[:start] + text[end:], (start, end)


def underline(field: QPlainTextEdit | QTextEdit, spans: Sequence[tuple[int, int]]) -> None:
    """Draw a wave under parts of what a field says, as places in its text; none takes the waves away.

    The waves move with their words while one types; nothing of the text and its undo is touched.
    """
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(colour("late"))
    look.setBackground(colour("late_soft"))
    text, waves = field.toPlainText(), []
    for start, end in spans:
        wave = QTextEdit.ExtraSelection()
        cursor = QTextCursor(field.document())
        cursor.setPosition(_place(text, start))
        cursor.setPosition(_place(text, end), QTextCursor.MoveMode.KeepAnchor)
        wave.cursor, wave.format = cursor, look
        waves.append(wave)
    field.setExtraSelections(waves)


def _place(text: str, offset: int) -> int:
    """Where a sign stands as Qt counts: letters beyond the first 65,536 are two."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def _key(one: Leak) -> tuple[str, str]:
    return one.field, " ".join(one.words.split())


def _shift(one: Leak, cut: tuple[int, int]) -> int:
    return cut[1] - cut[0] if one.start >= cut[1] else 0


def _told(before: str, words: str, behind: str) -> str:
    return " ".join((before + words + behind).split())


def _shown(before: str, words: str, behind: str) -> str:
    before, words, behind = (html.escape(part) for part in (before, words, behind))
    look = f"color:{colour('late').name()}; background-color:{colour('late_soft').name()}"
    return f'{before}<span style="{look}">{words}</span>{behind}'.replace("\n", "<br>")
