"""Where it stands: the steps of the way, what comes next, what is missing, and what else could be decided."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referral_desk.vocabulary import EscalationState
from ui.language import day_text, label_text
from ui.pages.case.acts import Act, ActWords
from ui.pages.case.subjects import step_now
from ui.theme import dress
from ui.widgets.boxes import SaidLine, clear_box, parts_of
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.stepper import Stepper

if TYPE_CHECKING:
    from referral_desk.queries.case_view import CaseView
    from referral_desk.queries.escalation import EscalationPage

STEPS: Final = (
    EscalationState.DRAFT,
    EscalationState.ENDORSED,
    EscalationState.SENT,
    EscalationState.ACCEPTED,
    EscalationState.ON_AGENDA,
    EscalationState.ANSWERED,
    EscalationState.RELEASED,
    EscalationState.REPORTED,
)
PLACES: Final = {
    **{state: number for number, state in enumerate(STEPS)},
    EscalationState.RETURNED: 1,
    EscalationState.FORWARDED: 1,
    EscalationState.MERGED: 3,
    EscalationState.CLOSED: len(STEPS),
    EscalationState.WITHDRAWN: 0,
}
"""How far each state is; what is to be sent again stands before the sending."""


class StandCard(Card):
    """The stepper with lines below it. `wanted` tells the key of an act that is pressed."""

    wanted = Signal(str)
    mend = Signal()
    """Go to the words that are missing."""

    def __init__(self, words: ActWords, *, may: bool) -> None:
        super().__init__(gap=6)
        dress(self, "card")
        self.body.setContentsMargins(8, 12, 8, 10)
        self.words, self.may = words, may
        self.stepper = Stepper()
        self.skipped: list[EscalationState] = []
        self.lines = QVBoxLayout()
        self.lines.setContentsMargins(12, 0, 12, 0)
        self.lines.setSpacing(4)
        self.offers: list[QWidget] = []
        self.others = QVBoxLayout()
        self.others.setContentsMargins(12, 4, 12, 0)
        self.add(self.stepper, self.lines, self.others)

    def show_view(self, view: CaseView) -> None:
        """Show where it stands; hidden where the case was never carried up and is open."""
        found = view.escalation
        clear_box(self.lines)
        clear_box(self.others)
        self.offers = []
        closed = view.case.row.closed_on
        self.stepper.setVisible(found is not None)
        if closed is not None:
            said = self.tr("The case was closed on {day}: {reason}")
            self._say(said.format(day=day_text(closed, "date"), reason=view.case.closed_reason), "lock-simple", "quiet")
        self.setVisible(found is not None or closed is not None)
        if found is None:
            return
        self._show_steps(found)
        self._tell(found)
        offers = self.words.others(view)
        self._offer(offers)

    def said(self) -> list[str]:
        """The lines below the steps (for tests)."""
        return [part.accessibleName() for part in parts_of(self.lines)]

    def offered(self) -> list[str]:
        """What else can be decided (for tests)."""
        return [part.objectName() for part in self.offers]

    def _show_steps(self, found: EscalationPage) -> None:
        """The stages; a body may answer what stood on no agenda of its own."""
        place, agenda = PLACES[found.row.state], PLACES[EscalationState.ON_AGENDA]
        hints, skipped = [""] * len(STEPS), list[int]()
        # What was merged was dealt with where its lead was.
        if place > agenda and found.lead is None and step_now(found).item is None:
            skipped = [agenda]
            hints[agenda] = self.tr("It stood on no agenda")
        self.skipped = [STEPS[number] for number in skipped]
        self.stepper.show_steps([self._step(found, state) for state in STEPS], place, hints, skipped)

    def _step(self, found: EscalationPage, state: EscalationState) -> str:
        now = found.row.state
        if PLACES[now] == PLACES[state] and now is not EscalationState.WITHDRAWN:
            return label_text(now)
        return label_text(state)

    def _tell(self, found: EscalationPage) -> None:
        row = found.row
        if row.state is EscalationState.WITHDRAWN:
            said = self.tr("Withdrawn on {day}: {reason}")
            self._say(
                said.format(day=day_text(found.closed_on, "date"), reason=found.closed_reason), "x-circle", "quiet"
            )
        elif row.state is EscalationState.RETURNED:
            reason = next((step.outcome_reason for step in found.steps if step.is_now), "")
            said = self.tr("{body} returned it: {reason}").format(body=row.body, reason=reason)
            self._say(said, "arrow-u-up-left", "warn")
        elif found.lead is not None:
            said = self.tr("Merged into {reference} ({group}): its answer comes home here too.")
            self._say(said.format(reference=found.lead.reference, group=found.lead.origin), "git-merge", "info")
        if found.followers:
            groups = ", ".join(one.origin for one in found.followers)
            said = self.tr("Others that ask the same were merged into it: {groups}. One answer goes to all.")
            self._say(said.format(groups=groups), "git-merge", "info")
        if row.is_late and row.due is not None:
            said = self.tr("An answer was asked for by {day}.").format(day=day_text(row.due, "date"))
            self._say(said, "warning-circle-fill", "late")
        stuck = list(dict.fromkeys(one.group for one in found.deliveries if one.is_stuck))
        if stuck:
            said = self.tr("No meeting of {groups} will hear the answer: tell it otherwise, and note how.")
            self._say(said.format(groups=", ".join(stuck)), "prohibit", "late")
        elif found.ahead is not None:
            self._say(found.ahead.words, "arrow-right", "accent")
        for lack in found.lacks:
            line = self._say(lack, "warning-circle-fill", "late")
            fix = button(self.tr("Write it"), "link")
            fix.setAccessibleName(self.tr("Write it: {what}").format(what=lack))
            fix.clicked.connect(self.mend)
            line.row.addWidget(fix, 0, Qt.AlignmentFlag.AlignTop)
        if found.acts.blocked:
            self._say(found.acts.blocked, "info", "info")

    def _say(self, words: str, icon_name: str, tone: str) -> SaidLine:
        line = SaidLine(words, icon_name, tone)
        self.lines.addWidget(line)
        return line

    def _offer(self, offers: list[Act]) -> None:
        for act in offers:
            made = button(act.text, "", act.icon)
            made.setObjectName(act.key)
            made.setEnabled(self.may)
            made.clicked.connect(functools.partial(self.wanted.emit, act.key))
            self.offers.append(made)
        if offers:
            self.others.addWidget(Flow(self.tr("What else can be decided"), self.offers))
