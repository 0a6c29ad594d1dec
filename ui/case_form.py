"""A new case: kind, title and group are enough; the rest is told on its own page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from referral_desk.operations.cases import add_case
from referral_desk.vocabulary import CaseKind
from ui.doing import Doer, OperationForm
from ui.language import label_text
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.growing_text import GrowingText

if TYPE_CHECKING:
    from referral_desk.queries.meetings import GroupChoice


class CaseForm(OperationForm):
    """Writes a case down. `finished` tells the Done with its id: open `Place("case", done.id)`."""

    def __init__(
        self, page: Doer, groups: Sequence[GroupChoice], group_id: int | None = None, *, kind: str = "inline"
    ) -> None:
        super().__init__(page, kind=kind)
        self.name_it(self.tr("New case"), self.tr("Write it down"))
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.name.setAccessibleName(self.tr("What it is about"))
        self.name.setPlaceholderText(self.tr("In a few words, and never who it is about"))
        self.kind = ChoiceBox([(kind, label_text(kind)) for kind in CaseKind])
        self.kind.setCurrentIndex(self.kind.values.index(CaseKind.CHALLENGE))
        self.kind.setAccessibleName(self.tr("Kind"))
        self.group = ChoiceBox([(group.id, group.name) for group in groups])
        self.group.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.setAccessibleName(self.tr("Group"))
        if group_id in self.group.values:
            self.group.setCurrentIndex(self.group.values.index(group_id))
        self.summary = GrowingText(2, 8)
        self.summary.setAccessibleName(self.tr("What is known"))
        self.add(self.tr("What it is about"), self.name)
        self.add(self.tr("Kind"), self.kind, 6).add(self.tr("Group"), self.group, 6)
        self.add(self.tr("What is known"), self.summary)
        self.say(self.tr("The desk gives it its reference. No names, no birth dates, no CPR numbers, no addresses."))

    @property
    def is_begun(self) -> bool:
        """Whether something is written that is not kept yet."""
        return bool(self.name.text().strip() or self.summary.toPlainText().strip())

    @Slot()
    def submit(self) -> None:
        """Write it down; what is missing is said at the form."""
        if not self.name.text().strip():
            self.stop(self.tr("Say in a few words what it is about."), self.name)
        elif self.group.value() is None:
            self.stop(self.tr("Choose the group that raises it."), self.group)
        else:
            self.run(
                self.tr("The case is written down."),
                add_case,
                group_id=self.group.value(),
                kind=self.kind.value(),
                title=self.name.text(),
                summary=self.summary.toPlainText(),
            )
