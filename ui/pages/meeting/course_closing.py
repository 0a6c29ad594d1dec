"""What keeps a meeting from its next step, or from being closed: one row each, mended in place or where it stands."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.operations.item_outcomes import carry_untaken_items
from referral_desk.operations.kept_finds import keep_find
from referral_desk.operations.minutes import close_meeting
from referral_desk.queries.meeting import Finding, Where
from referral_desk.queries.minutes import ItemState, MinutesDetail
from ui.language import language
from ui.pages.meeting.course_outcome import OutcomeChips
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.labels import IconLabel, label, rule
from ui.widgets.leak_list import LeakList, leak

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done
    from referral_desk.queries.pack_leaks import Leak
    from ui.doing import UndoPage

MANY = 2


class ClosingCard(Card):
    """The list. `mend` tells a finding that is mended elsewhere, `approves` an item that freezes other minutes."""

    mend = Signal(object)
    approves = Signal(object)
    left = Signal()

    def __init__(self, page: UndoPage, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What is missing"), gap=4, parent=parent)
        self.page = page
        self.minutes: MinutesDetail | None = None
        self._stops: list[Finding] = []
        self._leaks: tuple[Leak, ...] = ()
        self.carry_all = button(self.tr("Carry all open items forward"), "link", "arrow-bend-up-right")
        self.leave = icon_button("x", self.tr("Close  (Esc)"))
        self.beside_title(self.carry_all, self.leave)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(2)
        self.close_it = button(self.tr("Close the meeting"), "primary", "check-circle")
        foot = QHBoxLayout()
        foot.addWidget(self.close_it)
        foot.addStretch()
        self.leaks = LeakList(goes=True)
        self.leaks.hide()
        self.add(self.leaks, self.rows, foot)
        self.leaks.went.connect(self._on_went)
        self.leaks.reasoned.connect(self._on_reason)
        self.leave.clicked.connect(self.left)
        self.carry_all.clicked.connect(self._on_carry)
        self.close_it.clicked.connect(self.close_meeting)

    def show_minutes(self, minutes: MinutesDetail) -> None:
        """Show what is open; where that is as before, what is being typed stays."""
        before, self.minutes = self.minutes, minutes
        if before is not None and (before.lacks, before.items, before.state) == (
            minutes.lacks,
            minutes.items,
            minutes.state,
        ):
            return
        self._show_leaks(minutes)
        while (taken := self.rows.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._stops = stops = [finding for finding in minutes.lacks if finding.stops]
        items = {item.id: item for item in minutes.items}
        for place, finding in enumerate(one for one in stops if one.field_name != "leak"):
            if place:
                self.rows.addWidget(rule())
            self.rows.addWidget(self._row(finding, items.get(finding.item_id or 0)))
        if not stops:
            self.rows.addWidget(label(self._nothing(minutes), "note"))
        is_last = minutes.is_frozen and not minutes.is_closed
        self.title.setText(
            self.tr("What keeps the meeting from closing") if is_last else self.tr("What the next step still needs")
        )
        self.close_it.setVisible(is_last and not stops)
        self.carry_all.setVisible(sum(item.is_open for item in minutes.items) >= MANY)

    def _nothing(self, minutes: MinutesDetail) -> str:
        if minutes.is_frozen:
            return self.tr("Nothing is open: the meeting can be closed.")
        return self.tr("Nothing is missing: the next step can be taken.")

    def said(self) -> list[str]:
        """The findings as they stand there (for tests)."""
        return [finding.sentence(language()) for finding in self._stops]

    def _row(self, finding: Finding, item: ItemState | None) -> QWidget:
        made = QWidget()
        said = finding.sentence(language())
        made.setAccessibleName(said)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(IconLabel("warning-circle-fill", "late"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        is_item = item is not None and finding.where is Where.ITEM
        if is_item and item is not None:
            words.addWidget(label(f"{item.number}.  {item.title}", "lead", wraps=True))
        words.addWidget(label(said, "note", wraps=True))
        row.addLayout(words, 1)
        if is_item and item is not None and finding.field_name == "outcome":
            chips = OutcomeChips(self.page, item)
            chips.approves.connect(self.approves)
            words.addWidget(chips)
        elif is_item and item is not None and finding.field_name == "approves":
            freeze = button(self.tr("Approve and freeze …"), "link")
            freeze.clicked.connect(functools.partial(self.approves.emit, item))
            row.addWidget(freeze)
        else:
            fix = button(self.tr("Fix it"), "link")
            fix.setAccessibleName(self.tr("Fix it: {what}").format(what=said))
            fix.clicked.connect(functools.partial(self.mend.emit, finding))
            row.addWidget(fix)
        return made

    def _show_leaks(self, minutes: MinutesDetail) -> None:
        self._leaks = tuple(one for one in minutes.leaks if not one.reason)
        title = self.tr("Item {number}")
        self.leaks.show_leaks(
            leak(one.field, title.format(number=one.number), one.text, one.find) for one in self._leaks
        )

    @Slot(int)
    def _on_went(self, place: int) -> None:
        self.mend.emit(self._leaks[place].finding)

    @Slot(int, str)
    def _on_reason(self, place: int, reason: str) -> None:
        one = self._leaks[place]
        kind, key = one.subject
        job = self.page.bridge.do(
            keep_find,
            subject_kind=kind,
            subject_id=key,
            field=one.field,
            kind=one.find.kind,
            words=one.find.words,
            reason=reason,
        )
        job.then(functools.partial(self.page.say_done, self.tr("Kept, and the reason is logged.")))
        job.otherwise(self._on_not_kept)

    def _on_not_kept(self, error: DeskError) -> None:
        self.page.tell(error.sentence(language()), "late")
        if self.minutes is not None:
            self._show_leaks(self.minutes)

    @Slot()
    def close_meeting(self) -> None:
        """Close the meeting."""
        if self.minutes is not None:
            job = self.page.bridge.do(
                close_meeting, meeting_id=self.minutes.meeting_id, version=self.minutes.meeting_version
            )
            job.then(self._on_closed)

    def _on_closed(self, done: Done) -> None:
        self.page.say_done(self.tr("The meeting is closed."), done)
        self.left.emit()

    @Slot()
    def _on_carry(self) -> None:
        if self.minutes is not None:
            self.page.change(
                self.tr("The open items were carried to the next meeting."),
                carry_untaken_items,
                meeting_id=self.minutes.meeting_id,
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
