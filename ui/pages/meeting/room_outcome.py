"""What became of the item that is written in, said without leaving the room: a strip over the text, opened by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from referral_desk.operations.item_outcomes import set_outcome
from referral_desk.vocabulary import ItemOutcome, Stage
from ui.doing import message_of
from ui.pages.meeting.course_outcome import OutcomeChips
from ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from referral_desk.operations.outcome import Done
    from referral_desk.queries.minutes import ItemState, MinutesDetail
    from ui.bridge import Bridge


class RoomOutcome(QWidget):
    """The strip. It is what the chips need of a page; `left` tells that one goes on writing."""

    told = Signal(object)
    approves = Signal(object)
    left = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.bridge = bridge
        self.item: ItemState | None = None
        self.chips: OutcomeChips | None = None
        self.setAccessibleName(self.tr("What became of the item"))
        self.reason = label("", "note", wraps=True)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(20, 0, 20, 10)
        self.box.setSpacing(4)
        self.box.addWidget(self.reason)
        self.hide()

    def can_say(self, minutes: MinutesDetail | None) -> bool:
        """Whether something can be said: from when the meeting is held until it is closed."""
        if minutes is None or minutes.stage.step < Stage.HELD.step or minutes.is_closed:
            return False
        return self.bridge.may(set_outcome)

    def show_item(self, minutes: MinutesDetail | None, item_id: int) -> None:
        """Show an item's outcome; where it is as before, a reason that is being written stays."""
        items = minutes.items if minutes is not None else ()
        item = next((one for one in items if one.id == item_id), None)
        # What approved minutes say of it is put right by a correction alone.
        is_said = item is not None and minutes is not None and minutes.is_frozen and item.shown is not ItemOutcome.OPEN
        if item == self.item:
            if self.chips is not None:
                self.chips.setEnabled(not is_said)
            return
        self.item = item
        at = QApplication.focusWidget()
        had_focus = at is not None and self.isAncestorOf(at)
        if self.chips is not None:
            self.chips.hide()
            self.chips.deleteLater()
            self.chips = None
        self.reason.setText(item.reason if item is not None else "")
        self.reason.setVisible(bool(self.reason.text()))
        if item is not None:
            self.chips = OutcomeChips(self, item)
            self.chips.setEnabled(not is_said)
            self.chips.approves.connect(self.approves)
            self.box.insertWidget(0, self.chips)
            if had_focus:
                self.go_in()

    def go_in(self) -> None:
        """Put the keys on the outcome that holds, or the first."""
        if self.chips is not None:
            held = [made for made in self.chips.buttons.values() if made.isChecked()]
            (held or list(self.chips.buttons.values()))[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say_done(self, said: str, done: Done) -> None:
        """Say what was done, offer to take it back, and go on writing."""
        self.told.emit(message_of(self.bridge, said, done))
        self.left.emit()

    @Slot()
    def leave(self) -> None:
        """Go on writing; nothing is said."""
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
