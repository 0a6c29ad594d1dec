"""Does what the buttons of the Case page say: at once where nothing is to be asked, else by a form on the page."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from referral_desk.operations.answers import (
    close_escalation,
    reopen_escalation,
    take_back_release,
    unreport_outside,
)
from referral_desk.operations.cases import link_case, remove_case, reopen_case, unlink_case
from referral_desk.operations.escalation_decisions import (
    accept_escalation,
    put_escalation_on_agenda,
    separate_escalation,
    take_escalation_off,
)
from referral_desk.operations.escalations import (
    begin_escalation,
    recall_escalation,
    remove_escalation,
    send_escalation,
    unendorse_escalation,
)
from referral_desk.operations.leaks import LeaksFound
from referral_desk.vocabulary import Tier
from ui.language import day_text, language
from ui.pages.case.answer_forms import AnswerForm, ReleaseForm
from ui.pages.case.closing_forms import CloseForm, OutsideForm
from ui.pages.case.forms import EndorseForm, ForwardForm, MergeForm, PutOnForm, ReasonForm
from ui.pages.case.look_form import LookForm
from ui.pages.case.send_form import SendForm
from ui.pages.case.subjects import step_now
from ui.places import Place, wishes

if TYPE_CHECKING:
    from collections.abc import Callable

    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done
    from referral_desk.queries.escalation import DeliveryRow, EscalationPage
    from referral_desk.queries.twins import Twin
    from ui.pages.case.act_form import ActForm
    from ui.pages.case.page import CasePage


class CaseDoing(QObject):
    """Takes the key of an act, and does it to what the page shows."""

    def __init__(self, page: CasePage) -> None:
        super().__init__(page)
        self.page = page

    @Slot(str)
    def take(self, key: str) -> None:
        """Do an act, or open its form."""
        view = self.page.view
        if view is None or not self.page.bridge.may(begin_escalation):
            return
        form = self.form(key)
        if form is not None:
            self.page.open_form(form)
        elif key == "open_lead":
            if view.escalation is not None and view.escalation.lead is not None:
                self.page.go(Place("case", view.escalation.lead.case_id, "way"))
        elif key == "open_meeting":
            self._to_meeting()
        elif key == "choose_body":
            self.page.show_way()
            self.page.way.words.focus_field("body")
        elif key in {"begin", "reopen_case", "remove_case"}:
            self._to_case(key)
        else:
            self.page.keeping.when_saved(functools.partial(self._to_escalation, key))

    def form(self, key: str) -> ActForm | None:
        """The form of an act; None where nothing is to be asked."""
        view = self.page.view
        if key == "close_case":
            return ReasonForm(self.page, key)
        if view is None or view.escalation is None:
            return None
        makers: dict[str, Callable[[CasePage, EscalationPage], ActForm]] = {
            "endorse": EndorseForm,
            "choose_agenda": PutOnForm,
            "look": LookForm,
            "merge": MergeForm,
            "forward": ForwardForm,
            "answer": AnswerForm,
            "release": ReleaseForm,
            "report_outside": OutsideForm,
            "close_noted": CloseForm,
        }
        if key in makers:
            return makers[key](self.page, view.escalation)
        return ReasonForm(self.page, key) if key in ReasonForm.KINDS else None

    @Slot(object)
    def merge(self, twin: Twin) -> None:
        """Open the form that merges with a twin, with why they look alike."""
        view = self.page.view
        if view is not None and view.escalation is not None:
            why = "; ".join(twin.reasons)
            self.page.open_form(MergeForm(self.page, view.escalation, twin.id, why[:1].upper() + why[1:]))

    @Slot(object)
    def tell(self, delivery: DeliveryRow) -> None:
        """Open the form that notes how a group was told its answer outside a meeting."""
        view = self.page.view
        if view is not None and view.escalation is not None:
            self.page.open_form(OutsideForm(self.page, view.escalation, delivery.id))

    @Slot(object)
    def untell(self, delivery: DeliveryRow) -> None:
        """Take back that a group was told outside a meeting."""
        said = self.tr("Taken back: the answer goes home by the agenda again.")
        self.page.change(said, unreport_outside, delivery_id=delivery.id, version=delivery.version)

    def link(self, item_id: int) -> None:
        """Link an item of an agenda with the case."""
        said = self.tr("The item is linked.")
        self.page.change(said, link_case, case_id=self.page.place.id or 0, item_id=item_id)

    @Slot(int)
    def unlink(self, item_id: int) -> None:
        """Take the link to an item of an agenda away."""
        said = self.tr("The link is taken away.")
        self.page.change(said, unlink_case, case_id=self.page.place.id or 0, item_id=item_id)

    def _to_meeting(self) -> None:
        found = self.page.view.escalation if self.page.view is not None else None
        item = step_now(found).item if found is not None else None
        if item is not None:
            self.page.go(Place("meeting", item.meeting_id, "agenda", wishes(item=item.item_id)))

    def _to_case(self, key: str) -> None:
        keys = self.page.case_keys()
        if key == "begin":
            self.page.keeping.when_saved(self._begin)
        elif key == "reopen_case":
            self.page.change(self.tr("The case is open again."), reopen_case, **keys)
        else:
            job = self.page.bridge.do(remove_case, **keys)
            job.then(self._on_removed)

    def _begin(self) -> None:
        job = self.page.bridge.do(begin_escalation, **self.page.case_keys())
        job.then(self._on_begun)

    def _on_begun(self, done: Done) -> None:
        self.page.say_done(self.tr("A draft is made: word it for the body above."), done)
        self.page.show_way("problem")

    def _on_removed(self, done: Done) -> None:
        self.page.say_done(self.tr("The case was removed."), done)
        self.page.go(Place("cases"))

    def _to_escalation(self, key: str) -> None:
        view = self.page.view
        if view is None or view.escalation is None:
            return
        keys, found = self.page.keys(), view.escalation
        if key == "send" and found.papers:
            self.page.open_form(SendForm(self.page, found))
            return
        if key == "send":
            job = self.page.bridge.do(send_escalation, escalation_id=keys["escalation_id"], version=keys["version"])
            said = self.tr("Sent to {body}.").format(body=found.row.body)
            job.then(functools.partial(self.page.say_done, said)).otherwise(self._on_not_sent)
            return
        simple: dict[str, tuple[str, Callable[..., Any]]] = {
            "accept": (self._on_accepted(found), accept_escalation),
            "put_on_agenda": (self._on_which(found), put_escalation_on_agenda),
            "unendorse": (self.tr("It is a draft again."), unendorse_escalation),
            "recall": (self.tr("The sending is taken back. What was sent is kept."), recall_escalation),
            "remove": (self.tr("The draft was removed."), remove_escalation),
            "take_off": (self.tr("It is off the agenda, and waits for the next."), take_escalation_off),
            "separate": (self.tr("It goes its own way again."), separate_escalation),
            "close": (self.tr("Closed: every group has heard the answer."), close_escalation),
            "reopen": (self.tr("Open again."), reopen_escalation),
            "take_back_release": (self.tr("The answer is held back again."), take_back_release),
        }
        said, operation = simple[key]
        self.page.change(said, operation, **keys)

    def _on_accepted(self, found: EscalationPage) -> str:
        if step_now(found).body_tier is Tier.INTERMINISTERIAL:
            return self.tr("Received: write the answer down when it comes.")
        return self.tr("Accepted: it waits for an agenda.")

    def _on_which(self, found: EscalationPage) -> str:
        if not found.agendas:
            return self.tr("It stands on the agenda.")
        return self.tr("It stands on the agenda of {day}.").format(day=day_text(found.agendas[0].day, "date"))

    def _on_not_sent(self, error: DeskError) -> None:
        found = self.page.view.escalation if self.page.view is not None else None
        if not isinstance(error, LeaksFound) or found is None:
            self.page.tell(error.sentence(language()), "late")
            return
        form = SendForm(self.page, found)
        self.page.open_form(form)
        form.show_finds(error)
        form.refuse(error.sentence(language()))
