"""The last of the way home: an answer that is reported outside a meeting, and a closing with a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from referral_desk.operations.answers import close_escalation, report_outside
from ui.pages.case.act_form import ActForm
from ui.pages.case.forms import wide_choice
from ui.widgets.day_input import DayInput
from ui.widgets.growing_text import GrowingText

if TYPE_CHECKING:
    from referral_desk.queries.escalation import DeliveryRow, EscalationPage
    from ui.pages.case.page import CasePage


class OutsideForm(ActForm):
    """How, to whom and why a group was told its answer outside a meeting: it ended, or must know at once."""

    def __init__(self, page: CasePage, found: EscalationPage, delivery_id: int | None = None) -> None:
        super().__init__(page, "report_outside")
        self.name_it(self.tr("Reported outside a meeting"), self.tr("Note that it is reported"))
        # What is stuck comes first.
        self._open = {one.id: one for one in sorted(found.deliveries, key=_is_less_urgent) if one.may_tell}
        self.delivery = wide_choice([(one.id, self._named(one)) for one in self._open.values()])
        if delivery_id in self.delivery.values:
            self.delivery.setCurrentIndex(self.delivery.values.index(delivery_id))
        self.part("delivery", self.tr("Which group was told"), self.delivery, 8)
        self.day = DayInput(self.tr("Told on"), page.bridge.today, hint=self.tr("Today"))
        self.part("day", self.tr("Told on"), self.day, 4)
        how = QLineEdit()
        how.setPlaceholderText(self.tr("Such as “by letter” or “by telephone”"))
        self.part("how", self.tr("How it was told"), how, 6)
        whom = QLineEdit()
        whom.setPlaceholderText(self.tr("Such as “the former members”"))
        self.part("whom", self.tr("To whom"), whom, 6)
        reason = GrowingText(1, 4)
        reason.setPlaceholderText(self.tr("Such as “the group has ended” or “they must know before the meeting”"))
        self.part("reason", self.tr("Why no meeting does it"), reason)
        self.finish_layout()
        self.say(
            self.tr(
                "An answer is reported when the group’s minutes are approved: this is the exception, and stands in the "
                "story. An item that stands on an agenda stays there."
            )
        )

    def _named(self, one: DeliveryRow) -> str:
        return f"{one.group} · {one.reference}" if one.is_merged else one.group

    def target(self) -> dict[str, int]:
        """The delivery as it was last seen."""
        one = self._open[self.delivery.value() or 0]
        return {"delivery_id": one.id, "version": one.version}

    @Slot()
    def submit(self) -> None:
        one = self._open.get(self.delivery.value() or 0)
        if one is None:
            self.refuse(self.tr("Every group has heard the answer."))
            return
        if not self.day.is_readable():
            self.stop(self.day.problem(), self.day)
            return
        self.act(
            self.tr("Reported to {group}.").format(group=one.group),
            report_outside,
            how=self.text("how"),
            whom=self.text("whom"),
            reason=self.text("reason"),
            day=self.day.day(),
        )


class CloseForm(ActForm):
    """What is to be remembered of how it ended; it may be empty."""

    def __init__(self, page: CasePage, _found: EscalationPage) -> None:
        super().__init__(page, "close_noted")
        self.keeps_finds = False
        self.name_it(self.tr("Close the escalation"), self.tr("Close the escalation"))
        note = GrowingText(1, 5)
        note.setPlaceholderText(self.tr("Such as what the group will look at again, and when"))
        self.part("note", self.tr("Note"), note)
        self.finish_layout()
        self.say(self.tr("It stands in the story of the case. Without a note it closes just the same."))

    @Slot()
    def submit(self) -> None:
        self.act(self.tr("Closed: every group has heard the answer."), close_escalation, note=self.text("note"))


def _is_less_urgent(one: DeliveryRow) -> bool:
    return not one.is_stuck
