"""How far the meeting is, and what its next step still needs."""

from __future__ import annotations

import functools

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.queries.meeting import Finding, MeetingDetail, Where
from referral_desk.vocabulary import Stage
from ui.language import day_text, label_text, language
from ui.theme import dress
from ui.widgets.buttons import button
from ui.widgets.labels import IconLabel, label
from ui.widgets.stepper import Stepper

SHOWN = 3


class StepBar(QFrame):
    """The stepper with a line for each thing that is missing; `mend` tells the finding that was pressed."""

    mend = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "card")
        self.stepper = Stepper()
        self._lines: list[QWidget] = []
        self.missing = QVBoxLayout()
        self.missing.setSpacing(2)
        self.missing.setContentsMargins(10, 0, 10, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 12, 8, 8)
        box.setSpacing(4)
        box.addWidget(self.stepper)
        box.addLayout(self.missing)

    def show_meeting(self, meeting: MeetingDetail) -> None:
        """Show where a meeting stands."""
        steps = [label_text(stage) for stage in Stage]
        self.stepper.show_steps(steps, meeting.stage.step)
        self._clear()
        if meeting.is_cancelled:
            said = self.tr("Cancelled: {reason}").format(reason=meeting.cancel_reason)
            self._say("prohibit", "late", said)
        elif meeting.moved_from is not None:
            said = self.tr("Moved from {day}: {reason}")
            self._say(
                "calendar-blank",
                "info",
                said.format(day=day_text(meeting.moved_from, "date"), reason=meeting.move_reason),
            )
        # That the pack is still to be made is said by the page's one primary button.
        for finding in [finding for finding in meeting.lacks if finding.where is not Where.PACK][:SHOWN]:
            self._add(finding)

    def said(self) -> list[str]:
        """The lines below the stepper (for tests)."""
        return [line.accessibleName() for line in self._lines]

    def _clear(self) -> None:
        for old in self._lines:
            self.missing.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines.clear()

    def _say(self, icon_name: str, tone: str, text: str) -> QHBoxLayout:
        line = QWidget()
        line.setAccessibleName(text)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon_name, tone))
        words = label(text, "note", wraps=True)
        row.addWidget(words, 1)
        self.missing.addWidget(line)
        self._lines.append(line)
        return row

    def _add(self, finding: Finding) -> None:
        icon_name, tone = ("warning-circle-fill", "late") if finding.stops else ("warning-fill", "warn")
        row = self._say(icon_name, tone, finding.sentence(language()))
        mend = button(self.tr("Fix it"), "link")
        mend.setAccessibleName(self.tr("Fix it: {what}").format(what=finding.sentence(language())))
        mend.clicked.connect(functools.partial(self.mend.emit, finding))
        row.addWidget(mend)
