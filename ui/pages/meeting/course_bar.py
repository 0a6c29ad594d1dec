"""Where the minutes stand, in one line: their state, the next date, the comments, the editions and the times."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from referral_desk.queries.minutes import MinutesDetail
from referral_desk.vocabulary import ApprovalWay, MinutesState
from ui.language import day_text, label_text, time_text
from ui.theme import dress, px
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QResizeEvent

SAID = 180
"""How much of what is said stands beside the links at least."""
LOOKS = {
    MinutesState.DRAFT: ("quiet", "note-pencil"),
    MinutesState.WITH_CHAIR: ("info", "clock"),
    MinutesState.IN_COMMENT: ("info", "chat-text"),
    MinutesState.APPROVED: ("good", "lock-simple"),
}


class CourseBar(QFrame):
    """A line over the minutes. `wants` tells the part of the course that was pressed."""

    wants = Signal(str)
    """times, due, comments, editions or correct"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "card")
        self.setAccessibleName(self.tr("Where the minutes stand"))
        self.state = Chip()
        self.said = ElidedLabel("", "note")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.times = self._link("times", "clock", self.tr("When the meeting began and ended"))
        self.due = self._link("due", "calendar-blank", self.tr("Change the last day for comments"))
        self.comments = self._link("comments", "chat-text", self.tr("Show or hide the comments  (Ctrl+Shift+K)"))
        self.editions = self._link("editions", "archive", self.tr("The frozen editions, and what each corrected"))
        self.correct = self._link("correct", "pencil-simple", self.tr("Make a new edition that corrects something"))
        self.correct.setText(self.tr("Correct …"))
        says = QHBoxLayout()
        says.setSpacing(16)
        says.addWidget(self.state)
        says.addWidget(self.said, 1)
        self.links = QWidget()
        links = QHBoxLayout(self.links)
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(16)
        for part in (self.due, self.times, self.editions, self.correct, self.comments):
            links.addWidget(part)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(12, 6, 12, 6)
        self._box.setSpacing(16)
        self._box.addLayout(says, 1)
        self._box.addWidget(self.links, 0, Qt.AlignmentFlag.AlignLeft)

    def show_minutes(self, row: MinutesDetail, today: dt.date, *, may_change: bool) -> None:
        """Show where minutes stand; hidden before the meeting was held."""
        self.setVisible(row.state is not None and row.number is not None)
        if row.state is None:
            return
        tone, glyph = LOOKS[row.state]
        self.state.show_chip(label_text(row.state), tone, glyph)
        self.said.set_whole(" · ".join(self._facts(row, today)))
        begins, ends = row.began or row.starts, row.ended or row.ends
        self.times.setText(f"{time_text(begins)}–{time_text(ends)}")
        self.times.setEnabled(may_change and not row.is_frozen)
        self.due.setVisible(row.state is MinutesState.IN_COMMENT)
        self.due.setEnabled(may_change)
        self.due.setText(self.tr("Comments until {day}").format(day=day_text(row.comments_due, "short")))
        self.editions.setVisible(bool(row.editions))
        self.editions.setText(self.tr("%n edition(s)", "", len(row.editions)))
        self.correct.setVisible(may_change and row.is_frozen)
        self.comments.setText(self._comments(row))
        self.comments.setVisible(row.comments > 0 or row.state is not MinutesState.DRAFT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        """Put the links below what is said, where there is no room for both."""
        has_room = self.width() >= self.state.sizeHint().width() + self.links.sizeHint().width() + px(SAID)
        way = QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != way:
            self._box.setDirection(way)
            self._box.setSpacing(16 if has_room else 4)
            self.updateGeometry()

    def facts(self) -> str:
        """What the line says in words (for tests)."""
        return self.said.whole()

    def _facts(self, row: MinutesDetail, today: dt.date) -> list[str]:
        said = [self.tr("Meeting {number} of {year}").format(number=row.number, year=row.year)]
        match row.state:
            case MinutesState.DRAFT:
                late = row.minutes_due < today
                words = self.tr("the draft was due {day}") if late else self.tr("the draft is due {day}")
                said.append(words.format(day=day_text(row.minutes_due, "short")))
            case MinutesState.WITH_CHAIR:
                said.append(self.tr("since {day}").format(day=day_text(row.sent_to_chair_on, "short")))
            case MinutesState.IN_COMMENT:
                said.append(self._time_left(row, today))
                spoken = [voice.name for voice in row.voices]
                if spoken:
                    said.append(self.tr("heard from {names}").format(names=", ".join(spoken)))
            case _:
                said.append(self._approved(row))
        return said

    def _time_left(self, row: MinutesDetail, today: dt.date) -> str:
        assert row.comments_due is not None
        left = (row.comments_due - today).days
        if left < 0:
            return self.tr("the time for comments is over")
        return self.tr("%n day(s) left", "", left) if left else self.tr("today is the last day")

    def _approved(self, row: MinutesDetail) -> str:
        day = day_text(row.approved_on, "date")
        if row.approved_way is ApprovalWay.IN_WRITING:
            said = self.tr("in writing on {day}").format(day=day)
            return f"{said} ({row.approval_note})" if row.approval_note else said
        said = self.tr("by the meeting of {day}").format(day=day)
        return f"{said} ({row.approval_note})" if row.approval_note else said

    def _comments(self, row: MinutesDetail) -> str:
        if row.open_comments:
            return self.tr("%n comment(s) unanswered", "", row.open_comments)
        return self.tr("%n comment(s)", "", row.comments)

    def _link(self, key: str, glyph: str, tip: str) -> QPushButton:
        made = button("", "link", glyph, tip=tip)
        made.clicked.connect(functools.partial(self.wants.emit, key))
        return made
