"""What became of an item: four words to choose from, and a line for the reason where one is needed."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from referral_desk.operations.item_outcomes import set_outcome
from referral_desk.queries.minutes import ItemState
from referral_desk.vocabulary import ItemOutcome
from ui.icons import icon
from ui.language import label_text, language
from ui.theme import MEDIUM, dress, font
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from referral_desk.errors import DeskError
    from ui.doing import Doer

GAP = 6
GLYPHS = {
    ItemOutcome.NOTED: "note",
    ItemOutcome.DECIDED: "check-circle",
    ItemOutcome.CARRIED: "arrow-bend-up-right",
    ItemOutcome.DROPPED: "prohibit",
}


class OutcomeChips(QWidget):
    """The four outcomes as buttons, the one that holds pressed in; pressing it again takes it back."""

    approves = Signal(object)
    """The item decides on other minutes: they are approved by that, which is asked for elsewhere (ItemState)."""

    def __init__(self, page: Doer, item: ItemState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page, self.item = page, item
        self.setAccessibleName(self.tr("What became of item {number}").format(number=item.number))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self.grid = QGridLayout()
        self.grid.setSpacing(GAP)
        self.buttons: dict[ItemOutcome, QPushButton] = {}
        for number, (outcome, glyph) in enumerate(GLYPHS.items(), 1):
            made = self._chip(outcome, glyph)
            made.setToolTip(plain_tip(f"{label_text(outcome)}  ({number})"))
            self.buttons[outcome] = made
        self._columns = 0
        self._lay(len(GLYPHS))
        box.addLayout(self.grid)
        self._wanted: ItemOutcome | None = None
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.returnPressed.connect(self._on_reason)
        self.give = button(self.tr("Do it"), "primary")
        self.give.clicked.connect(self._on_reason)
        self._why = QWidget()
        why = QHBoxLayout(self._why)
        why.setContentsMargins(0, 0, 0, 0)
        why.setSpacing(6)
        why.addWidget(self.reason, 1)
        why.addWidget(self.give)
        self._why.hide()
        self.wrong = label("", "wrong", wraps=True)
        self.wrong.hide()
        box.addWidget(self._why)
        box.addWidget(self.wrong)

    def _lay(self, columns: int) -> None:
        """Lay the outcomes in one row, or in two where they would not be whole."""
        if columns == self._columns:
            return
        self._columns = columns
        for place, made in enumerate(self.buttons.values()):
            self.grid.addWidget(made, place // columns, place % columns, Qt.AlignmentFlag.AlignLeft)
        for column in range(len(GLYPHS) + 1):
            self.grid.setColumnStretch(column, int(column == columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = sum(max(made.sizeHint().width(), made.minimumWidth()) + GAP for made in self.buttons.values()) - GAP
        self._lay(len(GLYPHS) if wanted <= event.size().width() else len(GLYPHS) // 2)

    def _chip(self, outcome: ItemOutcome, glyph: str) -> QPushButton:
        is_on = self.item.shown is outcome
        made = button(label_text(outcome))
        dress(made, "outcome")
        made.setCheckable(True)
        made.setChecked(is_on)
        made.setIcon(icon(glyph, "accent" if is_on else "quiet"))
        # Pressed in, its word is bolder than the one its size is asked for.
        bold, plain = (QFontMetrics(font("note", *weight)).horizontalAdvance(made.text()) for weight in ((MEDIUM,), ()))
        made.setMinimumWidth(made.sizeHint().width() + max(0, bold - plain))
        made.clicked.connect(functools.partial(self._on_chosen, outcome))
        return made

    def _on_chosen(self, outcome: ItemOutcome) -> None:
        for one, made in self.buttons.items():
            made.setChecked(self.item.shown is one)
        if outcome is self.item.outcome:
            self._set(ItemOutcome.OPEN, "")
        elif outcome is ItemOutcome.DECIDED and self.item.approves is not None and self.item.approves.waits:
            self.approves.emit(self.item)
        elif outcome in {ItemOutcome.DROPPED, ItemOutcome.CARRIED}:
            self._ask_why(outcome)
        else:
            self._set(outcome, "")

    def _ask_why(self, outcome: ItemOutcome) -> None:
        self._wanted = outcome
        is_dropped = outcome is ItemOutcome.DROPPED
        self.reason.setPlaceholderText(
            self.tr("Why it is dropped") if is_dropped else self.tr("Why it goes to the next meeting (may stay empty)")
        )
        self.give.setText(self.tr("Drop it") if is_dropped else self.tr("Carry it forward"))
        self._why.show()
        self.reason.setFocus()

    @Slot()
    def _on_reason(self) -> None:
        if self._wanted is not None:
            self._set(self._wanted, self.reason.text())

    def _set(self, outcome: ItemOutcome, reason: str) -> None:
        job = self.page.bridge.do(
            set_outcome, item_id=self.item.id, version=self.item.version, outcome=outcome, reason=reason
        )
        said = self.tr("Item {number}: {outcome}").format(number=self.item.number, outcome=label_text(outcome).lower())
        job.then(functools.partial(self.page.say_done, said)).otherwise(self._on_refused)

    def _on_refused(self, error: DeskError) -> None:
        self.wrong.setText(error.sentence(language()))
        self.wrong.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._why.isVisible():
            self._why.hide()
            self.wrong.hide()
            if self._wanted is not None:
                self.buttons[self._wanted].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        chips = list(self.buttons.values())
        at = next((made for made in chips if made.hasFocus()), None)
        number = event.key() - Qt.Key.Key_1
        if not event.modifiers() and 0 <= number < len(chips) and not self.reason.hasFocus():
            chips[number].click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at is not None:
            at.click()
        else:
            super().keyPressEvent(event)
