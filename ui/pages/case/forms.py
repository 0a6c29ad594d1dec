"""Small forms of the Case page: how the group endorsed it, why it goes back or on, with what it is merged, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from referral_desk.operations.answers import take_back_answer
from referral_desk.operations.cases import close_case
from referral_desk.operations.escalation_decisions import (
    forward_escalation,
    merge_escalation,
    put_escalation_on_agenda,
    return_escalation,
    take_up_escalation,
)
from referral_desk.operations.escalations import endorse_escalation, withdraw_escalation
from ui.language import day_text
from ui.pages.case.act_form import ActForm
from ui.pages.case.subjects import step_now
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.day_input import DayInput
from ui.widgets.growing_text import GrowingText

if TYPE_CHECKING:
    from referral_desk.queries.escalation import DecisionRow, EscalationPage
    from ui.pages.case.page import CasePage

SHOWN = 90


def wide_choice(choices: list[tuple[int | None, str]]) -> ChoiceBox:
    """A list of choices that is no wider than its form."""
    made = ChoiceBox(choices)
    made.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def decision_choices(rows: tuple[DecisionRow, ...], none: str) -> list[tuple[int | None, str]]:
    """Decisions by day, item and words; `none` is what stands first, for none of them."""
    return [(None, none), *((row.entry_id, _decision(row)) for row in rows)]


def _decision(row: DecisionRow) -> str:
    words = " ".join(row.text.split())
    words = words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()}…"
    return f"{day_text(row.day, 'date')} · {row.item_number}. {words}"


class EndorseForm(ActForm):
    """The group wants it sent: by a decision in its minutes, or as it agreed otherwise."""

    def __init__(self, page: CasePage, found: EscalationPage) -> None:
        super().__init__(page, "endorse")
        self.name_it(self.tr("The group wants it sent"), self.tr("Note the endorsement"))
        self.decision = wide_choice(decision_choices(found.decisions, self.tr("Agreed outside a meeting")))
        if found.decisions:
            self.decision.setCurrentIndex(1)
        self.part("decision", self.tr("Decision in the group's minutes"), self.decision, 8)
        self.day = DayInput(self.tr("Day"), page.bridge.today)
        self.part("day", self.tr("Day"), self.day, 4)
        note = QLineEdit()
        note.setPlaceholderText(self.tr("Such as “by e-mail to all members”"))
        self.part("note", self.tr("How it was agreed"), note)
        self.finish_layout()
        self.decision.currentIndexChanged.connect(self._on_decision)
        self._on_decision()

    @Slot()
    def _on_decision(self) -> None:
        is_outside = self.decision.value() is None
        self.day.line.setPlaceholderText(self.tr("Today") if is_outside else self.tr("The day of the meeting"))
        self.say(
            self.tr("Nothing is sent yet: that is the next step.")
            if not is_outside
            else self.tr("No minutes tell of it: say how the group agreed. Nothing is sent yet.")
        )

    @Slot()
    def submit(self) -> None:
        if not self.day.is_readable():
            self.stop(self.day.problem(), self.day)
            return
        self.act(
            self.tr("The group endorses it."),
            endorse_escalation,
            entry_id=self.decision.value(),
            note=self.text("note"),
            day=self.day.day(),
        )


class PutOnForm(ActForm):
    """On which agenda of the body it shall stand."""

    def __init__(self, page: CasePage, found: EscalationPage) -> None:
        super().__init__(page, "choose_agenda")
        self.keeps_finds = False
        self.name_it(self.tr("Put it on an agenda"), self.tr("Put on the agenda"))
        self.meeting = wide_choice([(one.meeting_id, day_text(one.day, "full")) for one in found.agendas])
        self.part("meeting", self.tr("Meeting of {body}").format(body=found.row.body), self.meeting, 6)
        self.finish_layout()

    @Slot()
    def submit(self) -> None:
        said = self.tr("It stands on the agenda of {day}.").format(day=self.meeting.currentText())
        self.act(said, put_escalation_on_agenda, meeting_id=self.meeting.value())


class MergeForm(ActForm):
    """Which other one leads, and why: one answer then comes home to both."""

    def __init__(self, page: CasePage, found: EscalationPage, lead_id: int | None = None, why: str = "") -> None:
        super().__init__(page, "merge")
        self.name_it(self.tr("Merge it into another"), self.tr("Merge"))
        choices: list[tuple[int | None, str]] = [
            (one.id, f"{one.reference} · {one.origin} · {one.title}") for one in found.leads
        ]
        self.lead = wide_choice(choices)
        if lead_id in self.lead.values:
            self.lead.setCurrentIndex(self.lead.values.index(lead_id))
        self.part("lead", self.tr("The one that leads"), self.lead)
        reason = QLineEdit()
        reason.setText(why)
        reason.setPlaceholderText(self.tr("The group that asked reads it"))
        self.part("reason", self.tr("Why they belong together"), reason)
        self.finish_layout()
        self.say(self.tr("One answer comes home to every group that asked. It can be undone until it is decided."))

    @Slot()
    def submit(self) -> None:
        self.act(
            self.tr("Merged: one answer comes home to both."),
            merge_escalation,
            lead_id=self.lead.value(),
            reason=self.text("reason"),
        )


class ForwardForm(ActForm):
    """Why the body sends it on, and by which decision."""

    def __init__(self, page: CasePage, found: EscalationPage) -> None:
        super().__init__(page, "forward")
        self.name_it(self.tr("Send it on to the next level"), self.tr("Prepare it for the next level"))
        self.decision = wide_choice(decision_choices(found.decisions, self.tr("Outside a meeting")))
        if found.decisions and found.row.state.value == "on_agenda":
            self.decision.setCurrentIndex(1)
        reason = GrowingText(1, 5)
        reason.setPlaceholderText(self.tr("The group that asked reads it"))
        self.part("reason", self.tr("Why it goes on"), reason)
        self.part("decision", self.tr("Decision in the minutes"), self.decision)
        self.finish_layout()
        self.say(self.tr("The words can be made anew for the next level before they go out; what was sent here stays."))

    @Slot()
    def submit(self) -> None:
        self.act(
            self.tr("It goes on: word it for the next level, then send it."),
            forward_escalation,
            reason=self.text("reason"),
            entry_id=self.decision.value(),
        )


class ReasonForm(ActForm):
    """An act that wants nothing but a reason."""

    KINDS = ("send_back", "take_up", "withdraw", "take_back_answer", "close_case")

    def __init__(self, page: CasePage, key: str) -> None:
        super().__init__(page, key)
        self.keeps_finds = key != "close_case"
        titles = {
            "send_back": (self.tr("Return it to the sender"), self.tr("Return")),
            "take_up": (self.tr("Deal with it here after all"), self.tr("Deal with it here")),
            "withdraw": (self.tr("Withdraw it"), self.tr("Withdraw")),
            "take_back_answer": (self.tr("Take the answer back"), self.tr("Take the answer back")),
            "close_case": (self.tr("Close the case"), self.tr("Close the case")),
        }
        asked = {
            "send_back": self.tr("What is missing, or why"),
            "take_up": self.tr("Why it does not go on"),
            "withdraw": self.tr("Why it is given up"),
            "take_back_answer": self.tr("What is wrong with it"),
            "close_case": self.tr("How the case ended"),
        }
        hints = {
            "send_back": self.tr("The sender words it anew by this, and sends it again"),
            "take_up": self.tr("The group that asked reads it"),
            "withdraw": self.tr("It stays in the story of the case"),
            "take_back_answer": self.tr("It stays in the story of the case"),
            "close_case": self.tr("The group will ask"),
        }
        self.name_it(*titles[key])
        reason = GrowingText(1, 6)
        reason.setPlaceholderText(hints[key])
        self.part("reason", asked[key], reason)
        self.finish_layout()

    @Slot()
    def submit(self) -> None:
        reason = self.text("reason")
        match self.key:
            case "send_back":
                self.act(self.tr("Returned to the sender."), return_escalation, reason=reason)
            case "take_up":
                self.act(self.tr("It is dealt with here."), take_up_escalation, reason=reason)
            case "take_back_answer":
                self._keep_answer()
                self.act(self.tr("The answer is taken back: write it anew."), take_back_answer, reason=reason)
            case "withdraw":
                self.act(self.tr("Withdrawn."), withdraw_escalation, reason=reason)
            case _:
                self.run(self.tr("The case is closed."), close_case, **self.case_page.case_keys(), reason=reason)

    def _keep_answer(self) -> None:
        """What stands there is the beginning of the answer that takes its place."""
        found = self.case_page.view.escalation if self.case_page.view is not None else None
        if found is not None:
            step = step_now(found)
            names = ("answer", "document_reference", "journal_number")
            texts = {name: getattr(step, name) for name in names}
            self.case_page.remember("answer", {"key": "answer", "texts": texts})
