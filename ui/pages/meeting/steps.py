"""How far the meeting is, what its next step is called, and what that still needs."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.queries.meeting import Finding, MeetingDetail, Where
from referral_desk.vocabulary import Stage
from ui.language import day_text, label_text, language
from ui.theme import dress
from ui.widgets.buttons import button
from ui.widgets.labels import IconLabel, label
from ui.widgets.stepper import Stepper

if TYPE_CHECKING:
    import datetime as dt

    from referral_desk.queries.meeting_moves import Move

SHOWN = 3


@dataclass(frozen=True)
class Step:
    """The page's one primary button: what it says, and the view and part that it opens instead of doing it at once."""

    text: str
    icon: str
    is_on: bool = True
    tip: str = ""
    view: str = ""
    part: str = ""
    own: str = ""
    """The view that has a button of its own for it."""


class StepWords(QObject):
    """Says what the next step is called."""

    def step(self, meeting: MeetingDetail, today: dt.date) -> Step | None:
        """The next step of a meeting on a day; None once it is closed or off."""
        if meeting.next_stage is None:
            return None
        stops = [finding for finding in meeting.lacks if finding.stops]
        tip = stops[0].sentence(language()) if stops else ""
        if meeting.next_stage is Stage.AGENDA_SENT:
            return self._agenda(meeting, stops, tip)
        if meeting.next_stage is Stage.CLOSED:
            # Where something is open the list of it opens; the last button of all closes at once.
            view, part = ("minutes", "closing") if stops else ("", "")
            return Step(self.tr("Close the meeting"), "archive", is_on=True, tip=tip, view=view, part=part)
        held = self.tr("Record that it was held") if today > meeting.day else self.tr("Begin the meeting")
        is_on = not stops
        steps = {
            Stage.INVITED: Step(self.tr("Invite …"), "envelope-simple", is_on, tip, "invite", own="invite"),
            Stage.HELD: Step(held, "play", is_on, tip, own="minutes" if is_on else ""),
            Stage.MINUTES_DRAFTED: Step(self.tr("Send to the chair"), "paper-plane-tilt", is_on, tip),
            Stage.IN_COMMENT: Step(self.tr("Send for comments"), "chat-text", is_on, tip),
            Stage.APPROVED: Step(self.tr("Approve …"), "check-circle", is_on, tip, "minutes", "approve"),
        }
        return steps[meeting.next_stage]

    def _agenda(self, meeting: MeetingDetail, stops: list[Finding], tip: str) -> Step:
        others = [finding for finding in stops if finding.where is not Where.PACK]
        if not meeting.issues:
            return Step(self.tr("Build the pack"), "file-pdf", not others, tip if others else "", "pack", own="pack")
        return Step(self.tr("Mark the agenda as sent"), "paper-plane-tilt", not stops, tip)


class StepBar(QFrame):
    """The stepper with a line for each thing that is missing; `mend` tells the finding that was pressed."""

    mend = Signal(object)
    wants_all = Signal()
    """Show everything that is missing."""
    wants_moves = Signal()
    """Show every move, with who made it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "card")
        self._meeting: MeetingDetail | None = None
        self._most = SHOWN
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

    def be_brief(self, *, is_brief: bool, is_mute: bool = False) -> None:
        """Where one writes, leave room: one line, none for the comments that stand beside it; or say nothing."""
        most = 0 if is_mute else 1 if is_brief else SHOWN
        if most != self._most:
            self._most = most
            if self._meeting is not None:
                self.show_meeting(self._meeting)

    def show_meeting(self, meeting: MeetingDetail) -> None:
        """Show where a meeting stands."""
        self._meeting = meeting
        steps = [label_text(stage) for stage in Stage]
        is_done = meeting.stage is Stage.CLOSED
        self.stepper.show_steps(steps, len(steps) if is_done else meeting.stage.step)
        self._clear()
        if meeting.is_cancelled:
            said = self.tr("Cancelled: {reason}").format(reason=meeting.cancel_reason)
            self._say("prohibit", "late", said)
        elif meeting.moves and meeting.stage.step < Stage.HELD.step:
            self._tell_moved(meeting.moves)
        lacks = self._lacks(meeting)
        for finding in lacks[: self._most]:
            self._add(finding)
        if self._most and len(lacks) > self._most:
            self._add_all(len(lacks) - self._most)

    def _tell_moved(self, moves: tuple[Move, ...]) -> None:
        last = moves[-1]
        said = self.tr("Moved from {day}: {reason}").format(day=day_text(last.day_from, "date"), reason=last.reason)
        row = self._say("calendar-blank", "info", said)
        if len(moves) > 1:
            look = button(self.tr("Show all moves"), "link")
            look.clicked.connect(self.wants_moves)
            row.addWidget(look)

    def _lacks(self, meeting: MeetingDetail) -> list[Finding]:
        """What is said: not that the pack is to be made or the day to come, which the page's primary button says."""
        lacks = [
            finding for finding in meeting.lacks if finding.where is not Where.PACK and finding.field_name != "day"
        ]
        return [one for one in lacks if one.stops and one.where is not Where.COMMENT] if self._most < SHOWN else lacks

    def _add_all(self, more: int) -> None:
        row = self._say("dots-three", "faint", self.tr("and %n more", "", more))
        look = button(self.tr("Show all"), "link")
        look.clicked.connect(self.wants_all)
        row.addWidget(look)

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
