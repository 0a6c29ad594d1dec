"""Who does it and by when: understood while one types, asked in a line of its own where one wants to change it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from referral_desk.shorthand.action_line import ActionLine, Owner, read_action, read_who_and_when
from referral_desk.vocabulary import EntryKind
from ui.language import day_text, language
from ui.theme import dress, px
from ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from referral_desk.queries.entries import Said
    from ui.widgets.block_text import BlockText

SHORT = 60


class Reader:
    """Reads lines with the people and bodies of the group in mind."""

    def __init__(self) -> None:
        self.owners: Sequence[Owner] = ()
        self.today: dt.date | None = None
        self.next_meeting: dt.date | None = None
        self.strangers: dict[tuple[int | None, int | None], str] = {}
        """The names of owners who belong to no body of the group."""

    def line(self, said: Said) -> ActionLine | None:
        """What an action's words say of who and when; None where they say nothing of it."""
        if said.kind is not EntryKind.ACTION or self.today is None:
            return None
        first = said.text.partition("\n")[0]
        read = read_action(first, owners=self.owners, today=self.today, next_meeting=self.next_meeting)
        if read.has_head:
            return read
        if said.owner == (None, None, None) and said.due is None and 0 < len(first) <= SHORT:
            begun = self.who(first)
            # While the name is still being typed nothing is wrong yet.
            return begun if begun.owner is not None or begun.day is not None else None
        return None

    def who(self, words: str) -> ActionLine:
        """What "3F 3 March" says."""
        if self.today is None:
            return ActionLine("")
        return read_who_and_when(words, owners=self.owners, today=self.today, next_meeting=self.next_meeting)

    def settled(self, said: Said, chosen: int | None = None) -> Said | None:
        """The action with who and when taken out of its words; None while something is in doubt, or there is nothing.

        `chosen` is the candidate that was meant.
        """
        read = self.line(said)
        if read is None or not read.has_head:
            return None
        if chosen is not None:
            if chosen >= len(read.candidates):
                return None
            read = replace(read, owner=read.candidates[chosen], text=read.rest, problem="")
        if read.problem or not read.is_understood:
            return None
        _first, line_end, more = said.text.partition("\n")
        return owned(replace(said, text=read.text + line_end + more), read)

    def name_of(self, said: Said) -> str:
        """Who owns an action, in words; empty for nobody."""
        for owner in self.owners:
            if (owner.person_id, owner.organisation_id) == said.owner[:2] and said.owner[:2] != (None, None):
                return owner.name
        return self.strangers.get(said.owner[:2], "")


def owned(said: Said, read: ActionLine) -> Said:
    """An action with the owner and the day that were read; what was not said stays."""
    if read.owner is not None:
        said = replace(
            said,
            owner_person_id=read.owner.person_id,
            owner_organisation_id=read.owner.organisation_id,
            contact_id=None,
        )
    return replace(said, due=read.day or said.due)


def owner_fields(said: Said) -> dict[str, Any]:
    """Owner, contact and day of an action, by the names of their fields."""
    return {
        "owner_person_id": said.owner_person_id,
        "owner_organisation_id": said.owner_organisation_id,
        "contact_id": said.contact_id,
        "due": said.due,
    }


class WhoLine(QWidget):
    """A line over an action's chips in which one types who and when; what is understood stands beside it."""

    settled = Signal(int, object)
    """The action's key and an ActionLine."""
    closed = Signal()

    def __init__(self, text: BlockText, reader: Reader) -> None:
        super().__init__(text.viewport())
        self._text, self._reader, self._key = text, reader, 0
        self.line = _Line(self)
        self.line.setAccessibleName(self.tr("Who does it, and by when"))
        self.line.setPlaceholderText(self.tr("3F 3 March"))
        self.line.setFixedWidth(px(220))
        self.said = ElidedLabel("", "note")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.line)
        row.addWidget(self.said, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self, "who")
        self.line.textEdited.connect(self._on_typed)
        self.line.returnPressed.connect(self._on_entered)
        self.line.left.connect(self.leave)
        self.hide()

    def ask(self, key: int, said: Said) -> None:
        """Ask for an action's owner and day; what it has stands there already."""
        self._key = key
        name, day = self._reader.name_of(said), day_text(said.due, "number")
        self.line.setText(" ".join(part for part in (name, day) if part))
        self.line.selectAll()
        self.said.set_whole("")
        room = self._text.look.foot_of(key)
        self.setGeometry(int(room.left()), int(room.top()), int(room.width()), int(room.height()))
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def leave(self) -> None:
        """Go back to the text; nothing is changed."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    @Slot(str)
    def _on_typed(self, words: str) -> None:
        read = self._reader.who(words)
        if read.problem:
            names = ", ".join(owner.name for owner in read.candidates)
            self._say(f"{read.sentence(language())} {names}".strip(), "wrong")
        else:
            parts = (read.owner.name if read.owner else "", day_text(read.day, "full"))
            self._say(" · ".join(part for part in parts if part), "note")

    def _say(self, words: str, look: str) -> None:
        dress(self.said, look)
        self.said.set_whole(words)

    @Slot()
    def _on_entered(self) -> None:
        read = self._reader.who(self.line.text())
        if read.problem:
            self._on_typed(self.line.text())
            return
        self.hide()
        self.settled.emit(self._key, read)
        self.closed.emit()


class _Line(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
