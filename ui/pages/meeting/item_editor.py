"""One item of the agenda, as it is written: every field saves itself, both texts stand where two wrote in one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from referral_desk.operations.agenda import edit_item
from referral_desk.queries.agenda import ActivityRow, ItemDetail, OwnerChoice
from referral_desk.vocabulary import ItemKind, Label, Purpose
from ui.draft_form import DraftForm
from ui.forms import Choice, Form, Growing, Number, Own, Text
from ui.language import day_text, label_text
from ui.pages.meeting.drafts import ItemSubject
from ui.theme import dress
from ui.widgets.buttons import icon_button
from ui.widgets.labels import label
from ui.widgets.search_choice import Option, SearchChoice
from ui.widgets.tag_field import TagField

if TYPE_CHECKING:
    from ui.bridge import Bridge

LONGEST = 480


class ItemEditor(DraftForm):
    """The form of one item. It saves through `drafts`; what it cannot keep it says at the field."""

    menu_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, ItemSubject(), parent)
        self.item: ItemDetail | None = None
        self._may_edit = bridge.may(edit_item)
        self.number = label("", "field")
        self.more = icon_button("dots-three", self.tr("More about this item"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number)
        head.addStretch()
        head.addWidget(self.state)
        head.addWidget(self.more)
        self.form = Form(self._fields())
        self.set_forms(self.form)
        title = self.form.inputs["title"]
        assert isinstance(title, QLineEdit)
        self.title = title
        dress(title, "heading")
        owner, activities = self.form.inputs["owner"], self.form.inputs["activities"]
        assert isinstance(owner, SearchChoice)
        assert isinstance(activities, TagField)
        self.owner, self.activities = owner, activities
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addLayout(self.clashes)
        box.addWidget(self.form)
        self.more.clicked.connect(self.menu_wanted)

    def _fields(self) -> tuple[Any, ...]:
        kinds = tuple((kind, label_text(kind)) for kind in ItemKind)
        purposes = tuple((purpose, label_text(purpose)) for purpose in Purpose)
        labels = tuple((one, label_text(one)) for one in Label)
        return (
            Text("title", self.tr("Title"), at_most=200, is_bare=True),
            Choice("purpose", self.tr("Purpose"), 5, choices=purposes),
            Number("minutes", self.tr("Minutes"), 3, at_most=LONGEST),
            Choice("label", self.tr("Label"), 4, choices=labels),
            Choice("kind", self.tr("Kind"), 6, choices=kinds),
            Own("owner", self.tr("Brought by"), 6, make=self._make_owner),
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
        is_other = self.key != detail.id
        self.item = detail
        draft = self.show_record(detail)
        if is_other:
            owner = draft.mine()["owner"]
            self.owner.show_value(owner, detail.owner if owner == draft.seen["owner"] else "")
        self.number.setText(self._number_text(detail))
        is_closed = detail.is_closed_to_change or not self._may_edit
        self.set_read_only(is_closed)
        self.activities.set_read_only(is_closed)

    def hand_over(self) -> dict[str, Any]:
        kept = super().hand_over()
        self.item = None
        return kept

    def forget(self, key: int) -> None:
        super().forget(key)
        if self.item is not None and self.item.id == key:
            self.item = None

    def focus_field(self, name: str) -> None:
        """Go to a field; a title is selected, so that one can write over it."""
        made = self.form.inputs.get(name, self.title)
        made.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if made is self.title:
            self.title.selectAll()

    def name_values(self, detail: ItemDetail) -> None:
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

    def word(self, name: str, value: Any) -> str:
        match name:
            case "owner":
                return self.owner.name_of(value)
            case "activities":
                return "\n".join(self.activities.name_of(one) for one in value)
            case "kind" | "purpose" | "label":
                return label_text(value)
        return str(value)


def _owner_value(row: OwnerChoice) -> tuple[str, int]:
    if row.person_id is not None:
        return ("person", row.person_id)
    return ("organisation", row.organisation_id or 0)


def _owner_of(detail: ItemDetail) -> tuple[str, int] | None:
    if detail.owner_person_id is not None:
        return ("person", detail.owner_person_id)
    return None if detail.owner_organisation_id is None else ("organisation", detail.owner_organisation_id)
