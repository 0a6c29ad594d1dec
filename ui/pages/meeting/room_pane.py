"""The right side of the writing room: the item's name, what is recommended, the text, and a line below it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from referral_desk.vocabulary import EntryKind
from referral_desk.vocabulary.phrases import MOST_BEGINNINGS
from ui.language import label_text
from ui.pages.meeting.room_sheet import fresh_key
from ui.pages.meeting.room_words import ACTION, DECISION
from ui.theme import dress, px
from ui.widgets.block_text import BlockText
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel, WrappedLabel, label, rule
from ui.widgets.plain_words import plain_face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

MOST_OFFERS: Final = 2 * MOST_BEGINNINGS
NARROW, LOW = 560, 300
BETWEEN: Final = "   "
KINDS: Final = {EntryKind.NOTE: "note", EntryKind.DECISION: DECISION, EntryKind.ACTION: ACTION}


class RecommendationCard(QFrame):
    """What the group is asked to agree on, to be taken over as the words of its decision."""

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "inset")
        self.setAccessibleName(self.tr("Recommendation"))
        self.words = WrappedLabel("", "quiet")
        self.take = button(self.tr("Take over as decision"), "link", DECISION)
        self.take.setToolTip(self.tr("Take over as decision  (Ctrl+I)"))
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Recommendation"), "field"))
        head.addStretch()
        head.addWidget(self.take)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 10)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.words)
        self.take.clicked.connect(self.taken)

    def show_words(self, words: str, *, can_take: bool) -> None:
        """Show a recommendation; without words nothing is shown."""
        self.setVisible(bool(words.strip()))
        self.words.set_whole(words.strip())
        self.take.setVisible(can_take)


class KeyHint(QLabel):
    """Which keys write what: as many as there is room for whole ones."""

    def __init__(self, hints: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = hints.split(BETWEEN)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(hints)
        dress(self, "faint")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = list(self._hints)
        while shown and self.fontMetrics().horizontalAdvance(BETWEEN.join(shown)) > self.width():
            shown.pop()
        self.setText(BETWEEN.join(shown))


class RoomBar(QWidget):
    """What the entry at the cursor is; press to make it something else."""

    kind_wanted = Signal(object)
    lock_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 16, 6)
        row.setSpacing(4)
        for number, (kind, icon_name) in enumerate(KINDS.items()):
            made = icon_button(icon_name, label_text(kind), keys=f"Ctrl+{number + 1}")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.kinds.addButton(made, number)
            row.addWidget(made)
        self.lock = icon_button("lock-simple", self.tr("Closed annex"), keys="Ctrl+L")
        self.lock.setCheckable(True)
        self.lock.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addSpacing(8)
        row.addWidget(self.lock)
        row.addSpacing(8)
        self.said = ElidedLabel("", "note")
        self.said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row.addWidget(self.said)
        self.hint = KeyHint(self.tr("/d decision   /a action   Alt+↑ ↓ move   F4 outcome   Ctrl+Enter next item"))
        row.addWidget(self.hint, 1)
        self.kinds.buttonClicked.connect(self._on_kind)
        self.lock.clicked.connect(self.lock_wanted)

    def show_entry(self, kind: EntryKind, said: str, *, is_locked: bool) -> None:
        """Show what the entry at the cursor is."""
        self.kinds.button(list(KINDS).index(kind)).setChecked(True)
        self.lock.setChecked(is_locked)
        self.said.set_whole(said)

    def set_open(self, *, is_open: bool) -> None:
        """Whether one can write."""
        for made in (*self.kinds.buttons(), self.lock):
            made.setEnabled(is_open)
        self.hint.setVisible(is_open)

    @Slot(QAbstractButton)
    def _on_kind(self, pressed: QAbstractButton) -> None:
        self.kind_wanted.emit(list(KINDS)[self.kinds.id(pressed)])


class Offers(QWidget):
    """Words to begin an empty item with, below its first line."""

    chosen = Signal(int)

    def __init__(self, text: BlockText) -> None:
        super().__init__(text.viewport())
        self._text = text
        self.buttons = [button("", "link", "plus") for _ in range(MOST_OFFERS)]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(label(self.tr("Or begin with"), "faint"))
        for made in self.buttons:
            box.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
            made.clicked.connect(self._on_pressed)
        text.viewport().installEventFilter(self)
        self.hide()

    def show_words(self, words: Sequence[str]) -> None:
        """Offer some words; none where the item is written in."""
        for made, said in zip_longest(self.buttons, words):
            made.setText(plain_face((said or "").strip()))
            made.setVisible(bool(said))
        self.setVisible(bool(words))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        left = round(self._text.document().rootFrame().frameFormat().leftMargin())
        self.adjustSize()
        self.move(left, px(64))

    @Slot()
    def _on_pressed(self) -> None:
        self.chosen.emit(next(n for n, made in enumerate(self.buttons) if made is self.sender()))


class RoomPane(Card):
    """The item that is written in. It only tells what is wanted; the view does it."""

    offered = Signal(int)
    """Words to begin with: their number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margin=1, gap=0, parent=parent)
        self.name = WrappedLabel("", "lead")
        self.purpose, self.outcome = Chip(), Chip()
        self.state = label("", "faint")
        self.before = icon_button("caret-up", self.tr("Item before"), keys="Ctrl+Shift+Return")
        self.after = icon_button("caret-down", self.tr("Next item"), keys="Ctrl+Return")
        self.beside = icon_button("book-open", self.tr("Papers beside the text"), keys="Ctrl+P")
        self.beside.setCheckable(True)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 10, 8)
        head.setSpacing(8)
        head.addWidget(self.name, 5)
        self.marks = QWidget()
        marks = QHBoxLayout(self.marks)
        marks.setContentsMargins(0, 0, 0, 0)
        marks.setSpacing(8)
        marks.addWidget(self.purpose)
        marks.addWidget(self.outcome)
        head.addWidget(self.marks)
        head.addWidget(self.state)
        head.addSpacing(4)
        self.became = icon_button("check-circle", self.tr("What became of the item"), keys="F4")
        self.became.setCheckable(True)
        for made in (self.became, self.before, self.after, self.beside):
            head.addWidget(made)
        self.outcome_slot = QVBoxLayout()
        self.recommendation = RecommendationCard()
        self.asked = QWidget()
        self.above = QVBoxLayout(self.asked)
        self.above.setContentsMargins(20, 0, 20, 10)
        self.above.setSpacing(8)
        self.above.addWidget(self.recommendation)
        self.closed, self.trouble = label("", "note", wraps=True), label("", "wrong", wraps=True)
        for said in (self.closed, self.trouble):
            said.setContentsMargins(20, 8, 20, 4)
            said.hide()
        self.text = BlockText(self.tr("What is written under the item"), fresh_key)
        self.text.commands = frozenset("dbaonl")
        self.text.look.hint = self.tr("Write here")
        self.offers = Offers(self.text)
        self.offers.chosen.connect(self.offered)
        self.bar = RoomBar()
        self.add(head, self.outcome_slot, self.asked, rule(), self.closed, self.trouble)
        self.body.addWidget(self.text, 1)
        self.add(rule(), self.bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a small window, or with large text, the item's name and the text come first.
        is_narrow, is_low = event.size().width() < px(NARROW), event.size().height() < px(LOW)
        self.marks.setVisible(not is_narrow)
        for made in (self.bar, self.asked):
            made.setVisible(not is_low)
