"""What one changes about the group itself: its rhythm and area in words, its last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from referral_desk.operations.groups import change_group, end_group
from ui.pages.group.seat_forms import SeatForm

if TYPE_CHECKING:
    from ui.pages.group.page import GroupPage

RHYTHMS = range(1, 13)


class RhythmForm(SeatForm):
    """Meetings a year, the area in words, whether the name is a placeholder."""

    def __init__(self, page: GroupPage) -> None:
        super().__init__(page)
        self.name_it(self.tr("Rhythm and area"), self.tr("Save"))
        view = page.view
        assert view is not None
        self.place = QLineEdit(view.place)
        self.rhythm = QComboBox()
        self.rhythm.addItem(self.tr("When needed"), None)
        for number in sorted({*RHYTHMS, *([view.meetings_per_year] if view.meetings_per_year else [])}):
            self.rhythm.addItem(str(number), number)
        self.rhythm.setCurrentIndex(max(0, self.rhythm.findData(view.meetings_per_year)))
        self.placeholder = QCheckBox(self.tr("Name and area are placeholders"))
        self.placeholder.setChecked(view.is_placeholder)
        for title, made in ((self.tr("Area in words"), self.place), (self.tr("Meetings a year"), self.rhythm)):
            self.add(title, made, 6)
            made.setAccessibleName(title)
        self.add("", self.placeholder)

    def submit(self) -> None:
        view = self.group.view
        assert view is not None
        self.run(
            self.tr("{group} is changed.").format(group=view.short),
            change_group,
            group_id=view.id,
            version=view.version,
            place=self.place.text(),
            meetings_per_year=self.rhythm.currentData(),
            is_placeholder=self.placeholder.isChecked(),
        )


class EndGroupForm(SeatForm):
    """The group's last day."""

    def __init__(self, page: GroupPage) -> None:
        super().__init__(page)
        self.name_it(self.tr("End the group"), self.tr("End the group"))
        self.last = self.day_input(self.tr("Last day"), page.as_of)
        self.add(self.tr("Last day"), self.last, 6)
        self.say(self.tr("Its seats, meetings and papers stay as its history."))

    def submit(self) -> None:
        day = self.last.day()
        if day is None:
            self.stop(self.tr("Write the last day, such as 31.12.2026."), self.last)
            return
        view = self.group.view
        assert view is not None
        said = self.tr("{group} has ended.").format(group=view.short)
        self.run(said, end_group, group_id=view.id, version=view.version, last_day=day)
