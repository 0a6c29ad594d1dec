"""One item of the agenda, as it is written: every field saves itself, both texts stand where two wrote in one."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from referral_desk import clock
from referral_desk.queries.agenda import ActivityRow, ItemDetail, OwnerChoice
from referral_desk.vocabulary import ItemKind, Label, Purpose
from ui.forms import Choice, Form, Growing, Number, Own, Text
from ui.language import day_text, label_text, time_text
from ui.pages.meeting.conflict_card import ConflictCard
from ui.pages.meeting.drafts import Draft, Drafts
from ui.theme import dress
from ui.widgets.buttons import icon_button
from ui.widgets.growing_text import GrowingText
from ui.widgets.labels import label
from ui.widgets.search_choice import Option, SearchChoice
from ui.widgets.tag_field import TagField

if TYPE_CHECKING:
    from ui.bridge import Bridge

LONGEST = 480


class ItemEditor(QWidget):
    """The form of one item. It saves through `drafts`; what it cannot keep it says at the field."""

    menu_wanted = Signal()
    gone = Signal(object)
    """The item was removed by somebody else while one wrote in it: a Draft."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drafts = Drafts(bridge, self)
        self.item: ItemDetail | None = None
        self.number = label("", "field")
        self.state = label("", "faint")
        self._saved_at: dict[int, dt.time] = {}
        self.more = icon_button("dots-three", self.tr("More about this item"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number)
        head.addStretch()
        head.addWidget(self.state)
        head.addWidget(self.more)
        self.form = Form(self._fields())
        title = self.form.inputs["title"]
        assert isinstance(title, QLineEdit)
        self.title = title
        dress(title, "heading")
        owner, activities = self.form.inputs["owner"], self.form.inputs["activities"]
        assert isinstance(owner, SearchChoice)
        assert isinstance(activities, TagField)
        self.owner, self.activities = owner, activities
        self.conflicts: dict[str, ConflictCard] = {}
        self.clashes = QVBoxLayout()
        self.clashes.setSpacing(8)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addLayout(self.clashes)
        box.addWidget(self.form)
        self.more.clicked.connect(self.menu_wanted)
        self.form.edited.connect(self._on_edited)
        self.drafts.saved.connect(self._on_saved)
        self.drafts.refused.connect(self._on_refused)
        self.drafts.contested.connect(self._on_contested)
        self.drafts.lost.connect(self._on_lost)

    def _fields(self) -> tuple[Any, ...]:
        kinds = tuple((kind, label_text(kind)) for kind in ItemKind)
        purposes = tuple((purpose, label_text(purpose)) for purpose in Purpose)
        labels = tuple((one, label_text(one)) for one in Label)
        return (
            Text("title", self.tr("Title"), at_most=200, is_bare=True),
            Choice("purpose", self.tr("Purpose"), 4, choices=purposes),
            Number("minutes", self.tr("Minutes"), 3, at_most=LONGEST),
            Choice("kind", self.tr("Kind"), 5, choices=kinds),
            Own("owner", self.tr("Brought by"), 8, make=self._make_owner),
            Choice("label", self.tr("Label"), 4, choices=labels),
            Growing("resume", self.tr("Summary"), hint=self.tr("What it is about, in a few lines"), lines=2),
            Growing(
                "recommendation",
                self.tr("Recommendation"),
                hint=self.tr("What the group is asked to agree on, one line for each"),
                lines=2,
            ),
            Growing("presentation", self.tr("Background"), hint=self.tr("The whole story, as long as needed"), lines=3),
            Own("activities", self.tr("Action plan"), make=self._make_activities),
        )

    def _make_owner(self) -> SearchChoice:
        return SearchChoice(self.tr("A person or an organisation"))

    def _make_activities(self) -> TagField:
        return TagField("tree-structure", self.tr("Add an activity of the action plan"))

    def set_choices(self, owners: tuple[OwnerChoice, ...], activities: tuple[ActivityRow, ...]) -> None:
        """Offer owners and activities."""
        self.owner.set_options([Option(_owner_value(row), row.name, row.detail) for row in owners])
        self.activities.set_options([Option(row.id, f"{row.number} {row.title}", row.plan) for row in activities])

    def show_item(self, detail: ItemDetail) -> None:
        """Show an item; what is typed in it and not kept yet stays."""
        is_other = self.item is None or self.item.id != detail.id
        if is_other:
            self.leave()
            self.form.clear_marks()
        typed = {} if is_other else self._typed()
        self.item = detail
        draft = self.drafts.see(detail, typed)
        self._name_values(detail)
        mine = draft.mine()
        fill = mine if is_other else {name: value for name, value in mine.items() if name not in typed}
        self.form.fill(fill, of=detail.id)
        if is_other:
            self.owner.show_value(mine["owner"], detail.owner if mine["owner"] == draft.seen["owner"] else "")
            self._show_state(detail.id)
            for name in draft.refused:
                self.form.mark(name, self.tr("This was not saved: change it."))
        self.number.setText(self._number_text(detail))
        self.form.set_read_only(detail.is_closed_to_change)
        self.activities.set_read_only(detail.is_closed_to_change)
        self._show_conflicts(draft)

    @Slot()
    def leave(self) -> None:
        """Hand on what is being typed, before another item or page comes."""
        if self.item is not None:
            self.form.hand_on()

    def hand_over(self) -> dict[str, Any]:
        """Give what is not kept yet, and what can be undone, to the editor that takes this one's place."""
        self.leave()
        self.item = None
        texts = {name: made.hand_over() for name, made in self.form.inputs.items() if isinstance(made, GrowingText)}
        return {"drafts": self.drafts.hand_over(), "texts": texts}

    def take_over(self, kept: dict[str, Any]) -> None:
        """Go on where the editor before stopped."""
        for name, documents in kept["texts"].items():
            made = self.form.inputs[name]
            assert isinstance(made, GrowingText)
            made.take_over(documents)
        self.drafts.take_over(kept["drafts"])

    def forget(self, item_id: int) -> None:
        """The item was removed on purpose."""
        self.drafts.forget(item_id)
        if self.item is not None and self.item.id == item_id:
            self.item = None

    def focus_field(self, name: str) -> None:
        """Go to a field; a title is selected, so that one can write over it."""
        made = self.form.inputs.get(name, self.title)
        made.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if made is self.title:
            self.title.selectAll()

    def _typed(self) -> dict[str, Any]:
        """What stands in the fields and was not handed on yet."""
        if self.item is None or not self.form.is_waiting:
            return {}
        draft = self.drafts.draft(self.item.id)
        if draft is None:
            return {}
        mine = draft.mine()
        return {name: value for name, value in self.form.values().items() if value != mine[name]}

    def _name_values(self, detail: ItemDetail) -> None:
        self.activities.name_values(
            {row.id: Option(row.id, f"{row.number} {row.title}", row.plan).line for row in detail.activities}
        )
        if self.owner.value() is None or not self.owner.hasFocus():
            self.owner.name_value(_owner_of(detail), detail.owner)

    def _number_text(self, detail: ItemDetail) -> str:
        text = self.tr("Item {number}").format(number=detail.number)
        if detail.carried_from is not None:
            day = day_text(detail.carried_from, "date")
            text += " · " + self.tr("carried on from {day}").format(day=day)
        return text

    @Slot(str, object)
    def _on_edited(self, name: str, value: object) -> None:
        if self.item is not None:
            self.form.mark(name, "")
            self.state.setText(self.tr("Saving …"))
            self.drafts.write(self.item.id, name, value)

    @Slot(int)
    def _on_saved(self, item_id: int) -> None:
        # Kept for every item: who comes back to one sees when it was saved.
        self._saved_at[item_id] = clock.now().astimezone(clock.COPENHAGEN).time()
        if self.item is not None and self.item.id == item_id:
            self._show_state(item_id)

    def _show_state(self, item_id: int) -> None:
        saved_at = self._saved_at.get(item_id)
        self.state.setText(self.tr("Saved {time}").format(time=time_text(saved_at)) if saved_at else "")

    @Slot(int, str, str)
    def _on_refused(self, item_id: int, name: str, sentence: str) -> None:
        if self.item is not None and self.item.id == item_id:
            self.state.setText(self.tr("Not saved"))
            self.form.mark(name, sentence)

    @Slot(int)
    def _on_contested(self, item_id: int) -> None:
        draft = self.drafts.draft(item_id)
        if self.item is not None and self.item.id == item_id and draft is not None:
            self.state.setText(self.tr("Not saved"))
            self._show_conflicts(draft)
            self.form.fill(
                {name: value for name, value in draft.mine().items() if name not in self._typed()}, of=item_id
            )

    @Slot(object, object)
    def _on_lost(self, draft: Draft, _error: object) -> None:
        self.gone.emit(draft)

    def _show_conflicts(self, draft: Draft) -> None:
        for name in list(self.conflicts):
            if name not in draft.conflicts or self.conflicts[name].conflict != draft.conflicts[name]:
                old = self.conflicts.pop(name)
                self.clashes.removeWidget(old)
                old.hide()
                old.deleteLater()
        for name, conflict in draft.conflicts.items():
            if name not in self.conflicts:
                card = ConflictCard(conflict, self.form.fields[name].title, self._word(name, conflict.theirs))
                card.settled.connect(functools.partial(self._on_settled, draft.item_id, name))
                self.conflicts[name] = card
                self.clashes.addWidget(card)

    def _word(self, name: str, value: Any) -> str:
        """A value in words, for the card that shows what somebody else chose."""
        match name:
            case "owner":
                return self.owner.name_of(value)
            case "activities":
                return "\n".join(self.activities.name_of(one) for one in value)
            case "kind" | "purpose" | "label":
                return label_text(value)
        return str(value)

    def _on_settled(self, item_id: int, name: str, choice: str) -> None:
        self.form.hand_on()
        draft = self.drafts.draft(item_id)
        if draft is None or name not in draft.conflicts:
            return
        conflict = draft.conflicts[name]
        both = f"{conflict.theirs}\n\n{conflict.mine}"
        value = {"mine": conflict.mine, "theirs": conflict.theirs, "both": both}[choice]
        self.drafts.settle(item_id, name, value)
        if self.item is not None and self.item.id == item_id:
            self.form.fill({name: value}, of=item_id)
            self._show_conflicts(draft)
            self.form.inputs[name].setFocus()


def _owner_value(row: OwnerChoice) -> tuple[str, int]:
    if row.person_id is not None:
        return ("person", row.person_id)
    return ("organisation", row.organisation_id or 0)


def _owner_of(detail: ItemDetail) -> tuple[str, int] | None:
    if detail.owner_person_id is not None:
        return ("person", detail.owner_person_id)
    return None if detail.owner_organisation_id is None else ("organisation", detail.owner_organisation_id)
