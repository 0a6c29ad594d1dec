"""Beside the way: when the answer can be heard, likely twins, and where the case was dealt with."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.vocabulary import ActionState
from ui.escalation_words import STATE_LOOKS
from ui.language import day_text, label_text
from ui.places import Place, wishes
from ui.theme import px
from ui.widgets.boxes import SaidLine, clear_box, parts_of
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.labels import WrappedLabel, label, rule
from ui.widgets.row_button import RowButton, RowLook

if TYPE_CHECKING:
    from referral_desk.queries.case import CaseItem, CasePage
    from referral_desk.queries.escalation import EscalationPage
    from referral_desk.queries.hearing import Hearing
    from referral_desk.queries.twins import Twin
    from referral_desk.queries.way_ahead import WayAhead


class HearingCard(Card):
    """What becomes of it if it is sent today, a sentence a line; the one about the deadline stands out."""

    def __init__(self) -> None:
        super().__init__(self.tr("When do we hear?"), gap=6)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(6)
        self.add(self.lines)

    def show_hearing(self, told: Hearing | None, ahead: WayAhead | None) -> None:
        """Show what is to come: if it is sent today, else where it lies by now. With neither the card is gone."""
        clear_box(self.lines)
        said = list(told.lines) if told is not None else self._ahead(ahead) if ahead is not None else []
        is_late = told is not None and told.taken_up is None
        last = "hourglass-medium" if told is not None else "ear"
        for number, words in enumerate(said):
            glyph = ("calendar-blank", last, "ear")[min(number, 2)]
            self.lines.addWidget(SaidLine(words, glyph, "warn" if is_late else "quiet" if number else "accent"))
        self.setVisible(bool(said))

    def _ahead(self, ahead: WayAhead) -> list[str]:
        said = []
        if ahead.decided is not None:
            words = self.tr("{group} takes it up on {day} at the earliest.")
            said.append(words.format(group=ahead.decided.group, day=day_text(ahead.decided.day, "full")))
        for ear in ahead.ears:
            if ear.stop is None:
                said.append(
                    self.tr("{group} has no meeting planned yet at which it could hear the answer.").format(
                        group=ear.group
                    )
                )
            else:
                words = self.tr("{group} can hear the answer on {day} at the earliest.")
                said.append(words.format(group=ear.group, day=day_text(ear.stop.day, "full")))
        # A group may hear several that were merged.
        return list(dict.fromkeys(said))

    def said(self) -> list[str]:
        """What it says (for tests)."""
        return [part.accessibleName() for part in parts_of(self.lines)]


class TwinsCard(Card):
    """What else lies with the same body and may ask the same; `wanted` tells the twin to merge with."""

    wanted = Signal(object)
    went = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Likely twins"), gap=8)
        self.twins: tuple[Twin, ...] = ()
        self.lines = QVBoxLayout()
        self.lines.setSpacing(8)
        self.add(self.lines)
        self.hide()

    def show_twins(self, found: EscalationPage | None, twins: tuple[Twin, ...]) -> None:
        """Show them with why; they can be merged where the body decides now."""
        clear_box(self.lines)
        self.twins = twins
        leads = {one.id for one in found.leads} if found is not None and found.acts.merge else set()
        for number, twin in enumerate(twins):
            if number:
                self.lines.addWidget(rule())
            why = "; ".join(twin.reasons)
            icon_name, tone = STATE_LOOKS[twin.state]
            look = RowLook(twin.title, f"{twin.reference} · {twin.origin}", icon_name, tone)
            opens = RowButton(look)
            opens.clicked.connect(functools.partial(self._open, twin))
            self.lines.addWidget(opens)
            below = QVBoxLayout()
            below.setContentsMargins(px(36), 0, 0, 0)
            below.setSpacing(4)
            below.addWidget(WrappedLabel(why[:1].upper() + why[1:], "note"))
            self.lines.addLayout(below)
            if twin.id in leads:
                merge = button(self.tr("Merge …"), "link", "git-merge")
                below.addWidget(merge, 0, Qt.AlignmentFlag.AlignLeft)
                merge.setAccessibleName(self.tr("Merge with {reference} …").format(reference=twin.reference))
                merge.clicked.connect(functools.partial(self.wanted.emit, twin))
        self.setVisible(bool(twins))

    def _open(self, twin: Twin) -> None:
        self.went.emit(Place("case", twin.case_id, "way", wishes(escalation=twin.id)))


class DealtCard(Card):
    """The items of agendas where the case was, or is to be, dealt with, and what was agreed on there."""

    went = Signal(object)
    link_wanted = Signal()
    unlinked = Signal(int)

    def __init__(self) -> None:
        super().__init__(self.tr("Dealt with at"), gap=6)
        self.link = button(self.tr("Link an item …"), "link", "link")
        self.link.clicked.connect(self.link_wanted)
        self.beside_title(self.link)
        self.slot = QVBoxLayout()
        self.lines = QVBoxLayout()
        self.lines.setSpacing(2)
        self.add(self.slot, self.lines)

    def show_case(self, case: CasePage, *, may: bool) -> None:
        """Show items, newest meeting first, then actions, open ones first."""
        clear_box(self.lines)
        self.link.setVisible(case.may_change and may)
        for item in case.items:
            detail = f"{item.group} · {day_text(item.day, 'date')} · {label_text(item.outcome)}"
            look = RowLook(item.title, detail, "calendar-check" if item.is_over else "calendar-blank", "accent")
            made = RowButton(look)
            view = "minutes" if item.is_over else "agenda"
            place = Place("meeting", item.meeting_id, view, wishes(item=item.id))
            made.clicked.connect(functools.partial(self.went.emit, place))
            self.lines.addWidget(self._with_remove(made, item) if case.may_change and may else made)
        if not case.items:
            self.lines.addWidget(label(self.tr("No item of an agenda is linked to it."), "note", wraps=True))
        for action in case.actions:
            owner = action.owner or self.tr("no owner")
            due = day_text(action.due, "short")
            is_done = action.state is ActionState.DONE
            look = RowLook(
                action.text,
                " · ".join(part for part in (action.reference, owner, label_text(action.state), due) if part),
                "check-square" if is_done else "square",
                "good" if is_done else "late" if action.is_overdue else "quiet",
            )
            made = RowButton(look)
            made.clicked.connect(functools.partial(self.went.emit, Place("actions", wishes=wishes(action=action.id))))
            self.lines.addWidget(made)

    def _with_remove(self, opens: RowButton, item: CaseItem) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        remove = icon_button("x", self.tr("Take the link to {title} away").format(title=item.title))
        remove.clicked.connect(functools.partial(self.unlinked.emit, item.id))
        row.addWidget(opens, 1)
        row.addWidget(remove)
        return whole
