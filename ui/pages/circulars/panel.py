"""One circular: what it says, where it comes from, and how far it has come in every group."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.clock import local_date
from referral_desk.operations.circulars import acknowledge_circular, edit_circular, send_circular
from ui.language import day_text, label_text
from ui.pages.circulars.words import KIND_ICONS, CircularWords
from ui.places import Place, wishes
from ui.theme import px
from ui.widgets.boxes import clear_box
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip_flow import ChipFlow
from ui.widgets.labels import IconLabel, WrappedLabel, label, rule
from ui.widgets.place_dots import PlaceDots
from ui.widgets.row_button import RowButton, RowLook

if TYPE_CHECKING:
    from referral_desk.queries.circulars import CircularPage, DecidedBy, DeliveryRow
    from ui.bridge import Bridge

LABEL_ICON = "lock-simple"


class CircularPanel(QWidget):
    """Shows a circular. `wished` tells what somebody wants ("edit", "send", "remove", "take_back"), `noted` a delivery,
    `went` a Place.
    """  # noqa: D205 - the signals are the summary

    wished = Signal(str)
    noted = Signal(object)
    went = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: CircularPage | None = None
        self._bridge, self._words = bridge, CircularWords(self)
        self.reference = label("", "faint")
        self.title = WrappedLabel("", "title")
        self.chips = ChipFlow()
        self.text = WrappedLabel("")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.links = QVBoxLayout()
        self.links.setSpacing(2)
        self.acts = QWidget()
        acts = QHBoxLayout(self.acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(8)
        self.edit = self._act("edit", self.tr("Change"), "pencil-simple")
        self.send = self._act("send", self.tr("Send …"), "paper-plane-tilt", kind="primary")
        self.remove = self._act("remove", self.tr("Remove"), "trash")
        self.take_back = self._act("take_back", self.tr("Take the sending back"), "arrow-u-up-left")
        for made in (self.send, self.edit, self.remove, self.take_back):
            acts.addWidget(made)
        acts.addStretch()
        self.slot = QVBoxLayout()
        self.standing = label(self.tr("Where it stands"), "lead")
        self.dots = PlaceDots()
        self.groups_head = QWidget()
        head = QHBoxLayout(self.groups_head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.standing)
        head.addStretch()
        head.addWidget(self.dots)
        self.groups = QVBoxLayout()
        self.groups.setSpacing(8)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 20)
        box.setSpacing(10)
        # The corner belongs to the button that closes it.
        first = QHBoxLayout()
        first.addWidget(self.reference)
        first.addStretch()
        first.addSpacing(px(32))
        box.addLayout(first)
        for part in (self.title, self.chips, self.text):
            box.addWidget(part)
        box.addLayout(self.links)
        box.addWidget(self.acts)
        box.addLayout(self.slot)
        self.line = rule()
        box.addWidget(self.line)
        box.addWidget(self.groups_head)
        box.addLayout(self.groups)
        box.addStretch()

    def _act(self, key: str, words: str, icon_name: str, *, kind: str = "") -> QWidget:
        made = button(words, kind, icon_name)
        made.clicked.connect(functools.partial(self._wish, key))
        return made

    def _wish(self, key: str, *_is_checked: bool) -> None:
        self.wished.emit(key)

    def show_circular(self, view: CircularPage) -> None:
        """Show a circular."""
        self.view = view
        self.reference.setText(view.reference)
        self.title.set_whole(view.title)
        self.chips.show_chips(self._chips(view))
        self.text.set_whole(view.text or self.tr("Nothing is written yet."))
        self._show_links(view)
        may = self._bridge.may(edit_circular)
        is_out = view.sent_at is not None
        is_heard = any(row.is_acknowledged or row.is_held for row in view.deliveries)
        for made, is_shown in (
            (self.send, not is_out),
            (self.edit, not is_out),
            (self.remove, not is_out),
            (self.take_back, is_out and not is_heard),
        ):
            made.setVisible(is_shown and may)
        self.acts.setVisible(may and not (is_out and is_heard) and self.slot.isEmpty())
        self.send.setEnabled(self._bridge.may(send_circular))
        self._show_groups(view)

    def _chips(self, view: CircularPage) -> list[tuple[str, str, str]]:
        chips = [(label_text(view.kind), "accent", KIND_ICONS[view.kind])]
        if view.sent_at is None:
            chips.append((self.tr("Not sent"), "warn", "pencil-simple"))
        else:
            day = day_text(local_date(view.sent_at), "date")
            chips.append(
                (self.tr("Sent {day} by {name}").format(day=day, name=view.sent_by), "good", "paper-plane-tilt")
            )
        chips.append((label_text(view.label), "quiet", LABEL_ICON))
        return chips

    def _show_links(self, view: CircularPage) -> None:
        clear_box(self.links)
        if view.theme:
            words = self.tr("Theme: {theme}").format(theme=view.theme_name or view.theme)
            self._row(RowLook(words, icon="tag"), Place("theme", wishes=wishes(theme=view.theme)))
        if view.decided_by is not None:
            self._row(*self._decided(view.decided_by, view.decision))
        for activity in view.activities:
            title = self.tr("Action plan: {activity}").format(activity=f"{activity.number} {activity.title}")
            asked = wishes(plan=activity.plan_code, activity=activity.id)
            self._row(RowLook(title, activity.plan, "target", lines=4), Place("plan", view="activities", wishes=asked))

    def _decided(self, item: DecidedBy, decision: str) -> tuple[RowLook, Place]:
        day = day_text(item.day, "date")
        title = self.tr("Decided: {item}, {day}").format(item=f"{item.number}. {item.title}", day=day)
        said = decision or " ".join(one.text for one in item.decisions)
        place = Place("meeting", item.meeting_id, "minutes" if said else "agenda", wishes(item=item.item_id))
        return RowLook(title, said, "scales", lines=4), place

    def _row(self, look: RowLook, place: Place) -> None:
        made = RowButton(look)
        made.clicked.connect(functools.partial(self._go, place))
        self.links.addWidget(made)

    def _go(self, place: Place, *_is_checked: bool) -> None:
        self.went.emit(place)

    def _show_groups(self, view: CircularPage) -> None:
        clear_box(self.groups)
        is_out = view.sent_at is not None
        self.line.setVisible(is_out)
        self.groups_head.setVisible(is_out)
        self.dots.show_places(
            [self._words.mark(row) for row in view.deliveries], self._words.marks_said(view.deliveries)
        )
        for row in view.deliveries:
            self.groups.addWidget(self._group(row))

    def _group(self, row: DeliveryRow) -> QWidget:
        icon_name, tone, words = self._words.look(row)
        whole = QWidget()
        whole.setMinimumHeight(px(36))
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(IconLabel(icon_name, tone, words))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(WrappedLabel(row.group))
        said.addWidget(WrappedLabel(words, "note"))
        across.addLayout(said, 1)
        if not row.is_acknowledged and self._bridge.may(acknowledge_circular):
            note = button(self.tr("Note it"), "", "check")
            note.setAccessibleName(self.tr("{group} has taken note of it").format(group=row.group))
            note.clicked.connect(functools.partial(self._note, row))
            across.addWidget(note)
        if row.meeting_id is not None:
            there = icon_button("arrow-right", self.tr("Open the meeting of {group}").format(group=row.group))
            there.clicked.connect(functools.partial(self._go, Place("meeting", row.meeting_id, "agenda")))
            across.addWidget(there)
        return whole

    def _note(self, row: DeliveryRow, *_is_checked: bool) -> None:
        self.noted.emit(row)
