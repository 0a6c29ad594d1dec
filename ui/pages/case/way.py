"""The way of an escalation through the bodies and back, as stations of a rail, and what each opens to."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from referral_desk import clock
from referral_desk.queries.escalation import FIELD_NAMES, DeliveryRow, EscalationPage, StepView
from referral_desk.texts import say
from referral_desk.vocabulary import EscalationState, StepOutcome, Urgency
from ui.language import day_text, label_text, language, moment_text
from ui.pages.case.changes import SentChanges
from ui.pages.case.station_papers import Papers
from ui.places import Place, wishes
from ui.widgets.way_rail import Station

if TYPE_CHECKING:
    from referral_desk.queries.case_view import CaseView
    from referral_desk.queries.way_ahead import Ear, WayAhead

OUTCOMES: Final = {
    StepOutcome.RETURNED: ("warn", "arrow-u-up-left"),
    StepOutcome.MERGED: ("quiet", "git-merge"),
    StepOutcome.FORWARDED: ("info", "arrow-up"),
    StepOutcome.ANSWERED: ("good", "chat-text"),
    StepOutcome.GIVEN_UP: ("quiet", "x-circle"),
}
"""Tone and icon of what a body did with it."""
HERE: Final = {
    EscalationState.SENT: ("info", "paper-plane-tilt"),
    EscalationState.ACCEPTED: ("info", "tray"),
    EscalationState.ON_AGENDA: ("accent", "list-numbers"),
}
"""Tone and icon of where it lies with a body."""


class WayWords(QObject):
    """Makes the stations, and what they open to."""

    tells = Signal(object)
    """A delivery is to be reported outside a meeting."""
    looks = Signal(int, str)
    """A paper that went along is to be looked at: its id, and its name."""
    untells = Signal(object)
    """That a delivery was reported outside a meeting is to be taken back."""

    def __init__(self, go: Callable[[Place], object], parent: QObject | None = None, *, may: bool = True) -> None:
        super().__init__(parent)
        self._go, self._may = go, may
        self._changes = SentChanges(self)
        self.view: CaseView | None = None

    def stations(self, view: CaseView) -> list[Station]:
        """The origin, the bodies above it in the order of its way, then those who hear the answer."""
        self.view = view
        found = view.escalation
        if found is None:
            return []
        made = [self._origin(found)]
        made += [self._body(found, step, view.ahead) for step in found.steps]
        ways_home = self._home(found, view.ahead)
        return [*made, *ways_home]

    def first_open(self, found: EscalationPage) -> tuple[str, ...]:
        """What is worth reading at once: the answer once it is there, else what the body that has it was sent."""
        last = found.steps[-1]
        return (f"step-{last.id}",) if last.snapshots or last.answer else ()

    # Stations -----------------------------------------------------------------------------------------------------

    def _origin(self, found: EscalationPage) -> Station:
        state, row = found.row.state, found.row
        with_origin = state in {EscalationState.DRAFT, EscalationState.ENDORSED}
        days = [(row.created_on, self.tr("raised {day}"))]
        if found.endorsed_on is not None:
            days.append((found.endorsed_on, self.tr("endorsed {day}")))
        facts = [said.format(day=day_text(day, "date")) for day, said in sorted(days, key=itemgetter(0))]
        chip = (
            (label_text(state), "accent" if state is EscalationState.ENDORSED else "quiet", "") if with_origin else None
        )
        if state is EscalationState.WITHDRAWN:
            chip = (label_text(state), "quiet", "x-circle")
        return Station(
            "origin",
            row.origin,
            " · ".join(facts),
            icon="flag",
            tone="accent",
            chip=chip,
            is_now=with_origin,
            opens=found.endorsed_on is not None or bool(found.closed_reason),
            section=self.tr("On the way up"),
            spoken=". ".join([self.tr("{group} raised it").format(group=row.origin), *facts]),
        )

    def _body(self, found: EscalationPage, step: StepView, ahead: WayAhead | None) -> Station:
        is_here = step.is_now and found.row.state in HERE
        tone, glyph = OUTCOMES.get(step.outcome, ("accent", "arrow-up"))
        chip = (label_text(step.outcome), tone, glyph) if step.outcome is not StepOutcome.OPEN else None
        if is_here:
            tone, glyph = HERE[found.row.state]
            chip = (label_text(found.row.state), tone, glyph)
        facts = [label_text(step.role)]
        if step.urgency is not Urgency.NORMAL:
            facts.append(label_text(step.urgency))
        if step.due is not None:
            facts.append(self.tr("answer by {day}").format(day=day_text(step.due, "short")))
        if step.item is not None:
            facts.append(
                self.tr("item {number} on {day}").format(number=step.item.number, day=day_text(step.item.day, "date"))
            )
        elif step.is_now and ahead is not None and ahead.decided is not None:
            facts.append(self.tr("{day} at the earliest").format(day=day_text(ahead.decided.day, "date")))
        facts.append(label_text(step.label))
        return Station(
            f"step-{step.id}",
            step.body,
            " · ".join(facts),
            when=self._when(step),
            icon=glyph,
            tone=tone,
            chip=chip,
            is_ahead=step.sent_at is None,
            is_now=is_here,
            opens=bool(step.snapshots or step.answer or step.outcome_reason),
            spoken=". ".join([step.body, chip[0] if chip else self.tr("not sent yet"), *facts]),
        )

    def _when(self, step: StepView) -> str:
        if step.answered_on is not None:
            return self.tr("answered {day}").format(day=day_text(step.answered_on, "date"))
        if step.sent_at is not None:
            return self.tr("sent {day}").format(day=day_text(clock.local_date(step.sent_at), "date"))
        return ""

    def _home(self, found: EscalationPage, ahead: WayAhead | None) -> list[Station]:
        delivered = {(one.escalation_id, one.group_id): one for one in found.deliveries}
        ears = ahead.ears if ahead is not None else ()
        to_hear = {(ear.escalation_id, ear.group_id) for ear in ears}
        made = [self._delivery(one) for one in found.deliveries if (one.escalation_id, one.group_id) not in to_hear]
        for ear in ears:
            delivery = delivered.get((ear.escalation_id, ear.group_id))
            made.append(self._delivery(delivery) if delivery is not None else self._ear(ear, found.row.id))
        return [replace(made[0], section=self.tr("On the way home")), *made[1:]] if made else []

    def _delivery(self, one: DeliveryRow) -> Station:
        if one.told is not None:
            said = self.tr("told outside a meeting {day}").format(day=day_text(one.reported_on, "date"))
            chip = (self.tr("Reported"), "good", "check-circle")
        elif one.reported_on is not None:
            said = self.tr("heard {day}").format(day=day_text(one.reported_on, "date"))
            chip = (self.tr("Reported"), "good", "check-circle")
        elif one.is_stuck:
            said = self.tr("no meeting of the group will hear it: tell it otherwise")
            chip = (self.tr("Stuck"), "late", "prohibit")
        elif one.item is not None:
            said = self.tr("item {number} on {day}").format(number=one.item.number, day=day_text(one.item.day, "date"))
            chip = (self.tr("On the agenda"), "accent", "list-numbers")
        else:
            said = self.tr("waits for the next meeting")
            chip = (self.tr("Waiting"), "warn", "tray")
        if one.is_merged:
            said = f"{one.reference} · {said}"
        return Station(
            f"home-{one.escalation_id}-{one.group_id}",
            one.group,
            said,
            icon="arrow-down" if one.reported_on is None else "check",
            tone="good",
            chip=chip,
            is_ahead=one.reported_on is None,
            opens=bool(one.text),
            spoken=self.tr("{group} hears the answer. {state}. {when}").format(
                group=one.group, state=chip[0], when=said
            ),
        )

    def _ear(self, one: Ear, escalation_id: int) -> Station:
        if one.stop is not None:
            said = self.tr("hears the answer {day} at the earliest").format(day=day_text(one.stop.day, "date"))
        else:
            said = self.tr("hears the answer at a meeting that is not planned yet")
        if one.escalation_id != escalation_id:
            said = f"{one.reference} · {said}"
        return Station(
            f"home-{one.escalation_id}-{one.group_id}",
            one.group,
            said,
            icon="arrow-down",
            tone="good",
            is_ahead=True,
            opens=False,
            spoken=f"{one.group}, {said}",
        )

    # What they open to --------------------------------------------------------------------------------------------

    def inside(self, station: Station) -> QWidget | None:
        """What a station opens to."""
        found = self.view.escalation if self.view is not None else None
        if found is None:
            return None
        made = Papers()
        kind, _, key = station.key.partition("-")
        if kind == "origin":
            self._tell_origin(made, found)
        elif kind == "step":
            step = next((one for one in found.steps if str(one.id) == key), None)
            if step is not None:
                self._tell_step(made, found, step)
        else:
            one = next((one for one in found.deliveries if f"{one.escalation_id}-{one.group_id}" == key), None)
            if one is not None:
                self._tell_delivery(made, one)
        return made

    def _tell_origin(self, made: Papers, found: EscalationPage) -> None:
        if found.endorsed_by is not None:
            one = found.endorsed_by
            made.tell(self.tr("Decision of the group"), one.text)
            said = self.tr("Item {number}, meeting on {day}").format(
                number=one.item_number, day=day_text(one.day, "date")
            )
            made.link(said, functools.partial(self._go, _minutes(one.meeting_id, one.item_id)))
        if found.endorsed_note:
            made.tell(self.tr("How the group agreed"), found.endorsed_note)
        if found.closed_reason:
            made.tell(self.tr("How it ended"), found.closed_reason)

    def _tell_step(self, made: Papers, found: EscalationPage, step: StepView) -> None:
        self._tell_outcome(made, step)
        if step.is_now:
            self._tell_merged(made, found)
        self._tell_sent(made, found, step)

    def _tell_outcome(self, made: Papers, step: StepView) -> None:
        """What the body did with it, and where."""
        if step.answer:
            made.tell(self.tr("Answer"), step.answer)
            made.note(self._kept_where(step))
        if step.decision is not None:
            one = step.decision
            said = self.tr("Decision: item {number}, meeting on {day}")
            made.link(
                said.format(number=one.item_number, day=day_text(one.day, "date")),
                functools.partial(self._go, _minutes(one.meeting_id, one.item_id)),
            )
        if step.feedback:
            made.tell(self.tr("Told to {sender}").format(sender=step.sender), step.feedback)
        if step.outcome_reason:
            said = f"{label_text(step.outcome)} {day_text(step.outcome_on, 'date')}".strip()
            made.tell(said, step.outcome_reason)
        if step.item is not None:
            said = self.tr("Item {number} on the agenda of {day}")
            place = Place("meeting", step.item.meeting_id, "agenda", wishes(item=step.item.item_id))
            day = day_text(step.item.day, "date")
            made.link(said.format(number=step.item.number, day=day), functools.partial(self._go, place))

    def _tell_sent(self, made: Papers, found: EscalationPage, step: StepView) -> None:
        """What the body was sent, the newest first, each with what changed since the version before it."""
        for number, snapshot in reversed(list(enumerate(step.snapshots))):
            said = self.tr("What was sent {when} by {name}")
            # What is decided, or was sent anew, is read for its outcome: what was sent opens when it is asked for.
            is_open = snapshot is step.snapshots[-1] and step.outcome is StepOutcome.OPEN
            sent = made.fold(said.format(when=moment_text(snapshot.sent_at), name=snapshot.sent_by), is_open=is_open)
            self._changes.tell(sent, step, number, found.steps)
            for field, text in snapshot.texts.items():
                if text.strip():
                    sent.tell(say(FIELD_NAMES[field], language()), text)
            for paper in snapshot.papers:
                said = self.tr("Paper: {title}").format(title=paper.title)
                sent.link(said, functools.partial(self.looks.emit, paper.id, paper.title))
                pages = [self.tr("%n page(s)", "", paper.pages)] if paper.pages else []
                origin = [self.tr("from {origin}").format(origin=paper.origin)] if paper.origin else []
                sent.note(" · ".join([*origin, paper.file_name, *pages, f"SHA-256 {paper.sha256[:12]}…"]))
            sent.note(self._frozen(snapshot.sha256))
        if step.jump_reason:
            made.tell(self.tr("Why it skips a level"), step.jump_reason)

    def _frozen(self, sha256: str) -> str:
        return self.tr("Locked as it was sent · SHA-256 {hash}").format(hash=f"{sha256[:12]}…")

    def _tell_merged(self, made: Papers, found: EscalationPage) -> None:
        if found.lead is not None:
            said = self.tr("Merged into {reference} ({group}): {title}")
            one = found.lead
            made.link(
                said.format(reference=one.reference, group=one.origin, title=one.title),
                functools.partial(self._go, Place("case", one.case_id)),
            )
        for one in found.followers:
            said = self.tr("Merged in: {reference} ({group}), {title}")
            made.link(
                said.format(reference=one.reference, group=one.origin, title=one.title),
                functools.partial(self._go, Place("case", one.case_id)),
            )

    def _kept_where(self, step: StepView) -> str:
        facts = [self.tr("answered {day}").format(day=day_text(step.answered_on, "date"))]
        if step.answer_recorded_by:
            facts.append(self.tr("recorded by {name}").format(name=step.answer_recorded_by))
        if step.document_reference:
            facts.append(self.tr("document: {reference}").format(reference=step.document_reference))
        if step.journal_number:
            facts.append(self.tr("journal number {number}").format(number=step.journal_number))
        return " · ".join(facts)

    def _tell_delivery(self, made: Papers, one: DeliveryRow) -> None:
        made.tell(self.tr("What the group is told"), one.text)
        if one.told is not None:
            said = self.tr("{how}, to {whom}: {reason}")
            made.tell(
                self.tr("Reported outside a meeting"),
                said.format(how=one.told.how, whom=one.told.whom, reason=one.told.reason),
            )
            made.note(self.tr("Written down by {name}").format(name=one.told.by))
        if one.is_merged:
            said = self.tr("Merged in: {reference}").format(reference=one.reference)
            place = Place("case", one.case_id, "way", wishes(escalation=one.escalation_id))
            made.link(said, functools.partial(self._go, place))
        if one.item is not None:
            said = self.tr("Item {number} on the agenda of {day}")
            place = Place("meeting", one.item.meeting_id, "agenda", wishes(item=one.item.item_id))
            made.link(
                said.format(number=one.item.number, day=day_text(one.item.day, "date")),
                functools.partial(self._go, place),
            )
        if one.may_tell and self._may:
            made.link(self.tr("Reported outside a meeting …"), functools.partial(self.tells.emit, one))
        elif one.may_untell and self._may:
            made.link(self.tr("Take back that it was reported"), functools.partial(self.untells.emit, one))


def _minutes(meeting_id: int, item_id: int) -> Place:
    return Place("meeting", meeting_id, "minutes", wishes(item=item_id))
