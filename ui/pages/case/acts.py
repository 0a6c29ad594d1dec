"""What one can do with a case now: the next right thing first, then what else could be decided, then the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from referral_desk.vocabulary import EscalationState, Tier

if TYPE_CHECKING:
    from referral_desk.queries.case_view import CaseView
    from referral_desk.queries.escalation import EscalationPage

DECIDES: Final = ("accept", "put_on_agenda", "answer", "forward", "send_back", "merge")
"""What a body that has it may do, in the order in which it is offered."""


@dataclass(frozen=True)
class Act:
    """Something that can be done: its key, what its button says, and why it cannot be done yet, if so."""

    key: str
    text: str
    icon: str
    tip: str = ""
    is_on: bool = True


class ActWords(QObject):
    """Says what can be done."""

    def primary(self, view: CaseView) -> Act | None:
        """The page's one primary button; None where nothing is to be done here now."""
        found = view.escalation
        if found is None or not found.row.state.is_open:
            return self._of_case(view)
        if found.row.state.is_with_sender:
            return self._to_send(found)
        if found.row.state.is_with_receiver:
            return self._received(found)
        if any(one.is_stuck for one in found.deliveries):
            return Act("report_outside", self.tr("Report it outside a meeting …"), "chats-circle")
        lead = found.lead.reference if found.lead is not None else ""
        return {
            EscalationState.MERGED: Act("open_lead", self.tr("Open {reference}").format(reference=lead), "git-merge"),
            EscalationState.ANSWERED: Act("release", self.tr("Release the answer …"), "arrow-down"),
            EscalationState.REPORTED: Act("close", self.tr("Close the escalation"), "check-circle"),
        }.get(found.row.state)

    def _to_send(self, found: EscalationPage) -> Act:
        if found.row.state is EscalationState.DRAFT:
            return Act("endorse", self.tr("Note the endorsement …"), "thumbs-up")
        said = self.tr("Send to {body}").format(body=found.row.body)
        if found.ahead is not None and found.ahead.lacks_body:
            if found.bodies:
                return Act("choose_body", self.tr("Choose the body"), "pencil-simple")
            return Act("send", said, "paper-plane-tilt", found.ahead.words, is_on=False)
        return Act("send", said, "paper-plane-tilt", " ".join(found.lacks), not found.lacks)

    def _of_case(self, view: CaseView) -> Act | None:
        # Nobody endorses anything in a group that has ended.
        if view.escalation is None and view.case.may_carry_up and not view.case.has_ended:
            return Act("begin", self.tr("Carry it up"), "arrow-up")
        if (view.escalation is not None or view.case.has_ended) and view.case.may_close:
            return Act("close_case", self.tr("Close the case …"), "check-circle")
        return None

    def _received(self, found: EscalationPage) -> Act:
        acts, body = found.acts, found.row.body
        if acts.blocked:
            return Act("accept", self.tr("Accept for {body}").format(body=body), "tray", acts.blocked, is_on=False)
        if found.ahead is not None and found.ahead.has_ended:
            return self._moved_on(found)
        return self._at_body(found)

    def _at_body(self, found: EscalationPage) -> Act:
        acts, body = found.acts, found.row.body
        if acts.accept and not self._is_at_top(found):
            return Act("accept", self.tr("Accept for {body}").format(body=body), "tray")
        if acts.put_on_agenda and found.agendas:
            return Act("put_on_agenda", self.tr("Put on the agenda"), "list-plus")
        if acts.awaits_meeting:
            return Act("open_meeting", self.tr("Open the meeting"), "calendar-blank")
        if self._is_at_top(found):
            return Act("answer", self.tr("Write down the answer …"), "chat-text")
        return Act("answer", self.tr("Answer …"), "chat-text")

    def _moved_on(self, found: EscalationPage) -> Act:
        """What is done for a body that has ended: it goes on as far as it can, else back."""
        if found.acts.forward:
            return Act("forward", self.tr("Send on …"), "arrow-up")
        if found.acts.send_back:
            return Act("send_back", self.tr("Return …"), "arrow-u-up-left")
        return Act("answer", self.tr("Answer …"), "chat-text")

    @staticmethod
    def _is_at_top(found: EscalationPage) -> bool:
        return next(step for step in found.steps if step.is_now).body_tier is Tier.INTERMINISTERIAL

    def others(self, view: CaseView) -> list[Act]:
        """What else the body that has it could decide: said beside what it is at."""
        found, first = view.escalation, self.primary(view)
        if found is None:
            return []
        if found.acts.close:
            return [Act("close_noted", self.tr("Close it with a note …"), "note-pencil")]
        words = {
            "accept": self.tr("Accept"),
            "put_on_agenda": self.tr("Put on the agenda"),
            "answer": self.tr("Answer …"),
            "forward": self.tr("Send on …"),
            "send_back": self.tr("Return …"),
            "merge": self.tr("Merge …"),
        }
        icons = {
            "accept": "tray",
            "put_on_agenda": "list-plus",
            "answer": "chat-text",
            "forward": "arrow-up",
            "send_back": "arrow-u-up-left",
            "merge": "git-merge",
        }
        may = {key: bool(getattr(found.acts, key)) for key in DECIDES}
        may["put_on_agenda"] &= bool(found.agendas)
        return [Act(key, words[key], icons[key]) for key in DECIDES if may[key] and (first is None or first.key != key)]

    def rest(self, view: CaseView) -> list[Act]:
        """Steps back, and what concerns the case itself: for the menu."""
        found, case = view.escalation, view.case
        made: list[Act] = []
        if found is not None:
            acts = found.acts
            offers = (
                (
                    acts.put_on_agenda and len(found.agendas) > 1,
                    "choose_agenda",
                    self.tr("Choose the agenda …"),
                    "list-plus",
                ),
                (acts.word, "look", self.tr("Look for personal data …"), "magnifying-glass"),
                (acts.unendorse, "unendorse", self.tr("Ask the group again"), "arrow-u-up-left"),
                (acts.recall, "recall", self.tr("Take the sending back"), "arrow-u-up-left"),
                (acts.take_off, "take_off", self.tr("Take off the agenda"), "x"),
                (acts.separate, "separate", self.tr("Take out of what it was merged into"), "git-branch"),
                (acts.take_up, "take_up", self.tr("Deal with it here after all …"), "arrow-bend-down-left"),
                (
                    any(one.may_tell for one in found.deliveries) and not any(one.is_stuck for one in found.deliveries),
                    "report_outside",
                    self.tr("Report it outside a meeting …"),
                    "chats-circle",
                ),
                (acts.take_back_answer, "take_back_answer", self.tr("Take the answer back …"), "arrow-u-up-left"),
                (acts.take_back_release, "take_back_release", self.tr("Take the release back"), "arrow-u-up-left"),
                (acts.reopen, "reopen", self.tr("Open it again"), "arrow-counter-clockwise"),
                (acts.withdraw, "withdraw", self.tr("Withdraw …"), "x-circle"),
                (acts.remove, "remove", self.tr("Remove the draft"), "trash"),
            )
            made = [Act(key, text, icon) for is_on, key, text, icon in offers if is_on]
        first = self.primary(view)
        again = self.tr("Carry it up in its place") if case.has_ended else self.tr("Carry it up again")
        of_case = (
            ((found is not None or case.has_ended) and case.may_carry_up, "begin", again, "arrow-up"),
            (case.may_close, "close_case", self.tr("Close the case …"), "check-circle"),
            (case.row.closed_on is not None, "reopen_case", self.tr("Open the case again"), "arrow-counter-clockwise"),
            (case.may_remove, "remove_case", self.tr("Remove the case"), "trash"),
        )
        made += [
            Act(key, text, icon) for is_on, key, text, icon in of_case if is_on and (first is None or first.key != key)
        ]
        return made
