"""One standing item as a form: add it, or change it for all groups, a tier or one group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QSpinBox

from referral_desk.operations.standing_items import add_standing_item, change_standing_item
from referral_desk.queries.standing_items import StandingRow
from referral_desk.vocabulary import ItemKind, Purpose, StandingRole
from ui.doing import OperationForm
from ui.language import label_text
from ui.theme import px
from ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from ui.doing import UndoPage

LONGEST = 480


class StandingForm(OperationForm):
    """Title in both languages, what is asked of the group, how long and how often."""

    def __init__(self, page: UndoPage, scope: dict[str, Any], row: StandingRow | None = None) -> None:
        super().__init__(page)
        self.scope, self.row = scope, row
        title = self.tr("Change the standing item") if row else self.tr("Add a standing item")
        self.name_it(title, self.tr("Save") if row else self.tr("Add"))
        self.title_da, self.title_en = QLineEdit(), QLineEdit()
        self.purpose = ChoiceBox(tuple((purpose, label_text(purpose)) for purpose in Purpose))
        self.kind = ChoiceBox(tuple((kind, label_text(kind)) for kind in ItemKind))
        self.minutes = QSpinBox()
        self.minutes.setRange(0, LONGEST)
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.lineEdit().setTextMargins(px(8), 0, 0, 0)
        quarterly = (
            (number, self.tr("Once a year, from quarter {number} on").format(number=number)) for number in range(1, 5)
        )
        self.often = ChoiceBox(((None, self.tr("At every meeting")), *quarterly))
        self.place = ChoiceBox(
            ((False, self.tr("Before what the meeting is about")), (True, self.tr("Behind what the meeting is about")))
        )
        self.add(self.tr("Title in Danish"), self.title_da, 6).add(self.tr("Title in English"), self.title_en, 6)
        self.add(self.tr("Purpose"), self.purpose, 4).add(self.tr("Kind"), self.kind, 5)
        self.add(self.tr("Time"), self.minutes, 3)
        if row is None or row.role is StandingRole.ORDINARY:
            self.add(self.tr("How often"), self.often, 6)
        if row is None:
            self.add(self.tr("Where"), self.place, 6)
        self._fill(row)

    def submit(self) -> None:
        """Add or change the item."""
        if not self.title_da.text().strip():
            self.stop(self.tr("Write the title in Danish: agendas carry it."), self.title_da)
            return
        told: dict[str, Any] = {
            "title_da": self.title_da.text(),
            "title_en": self.title_en.text(),
            "purpose": self.purpose.value(),
            "kind": self.kind.value(),
            "minutes": self.minutes.value(),
            "yearly_from": self.often.value(),
        }
        if self.row is None:
            said = self.tr("“{title}” was added.").format(title=self.title_da.text().strip())
            self.run(said, add_standing_item, behind=self.place.value(), **self.scope, **told)
            return
        said = self.tr("“{title}” was changed.").format(title=self.title_da.text().strip())
        self.run(said, change_standing_item, item_id=self.row.id, version=self.row.version, **self.scope, **told)

    def _fill(self, row: StandingRow | None) -> None:
        self.minutes.setValue(row.minutes if row else 10)
        if row is None:
            return
        self.title_da.setText(row.title_da)
        self.title_en.setText(row.title_en)
        for made, value in ((self.purpose, row.purpose), (self.kind, row.kind), (self.often, row.yearly_from)):
            made.setCurrentIndex(made.values.index(value))
        if row.role is StandingRole.MINUTES_APPROVAL:
            self.say(self.tr("{day} stands for the day of the meeting whose minutes are approved."))
