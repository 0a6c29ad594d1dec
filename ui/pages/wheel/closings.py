"""Closed days of the year: school holidays and days on which offices are closed, to be moved, left out, added."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from referral_desk.operations.wheel import add_closing, change_closing, remove_closing
from referral_desk.vocabulary import ClosingKind
from ui.forms import Choice, Day, Form, Text
from ui.language import day_text, label_text, language
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel, IconLabel, label
from ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done
    from referral_desk.queries.wheel_rows import ClosingRow, WheelRow
    from ui.doing import UndoPage


class ClosingsPanel(QWidget):
    """A list with a form beside it."""

    def __init__(self, page: UndoPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._rows: tuple[ClosingRow, ...] = ()
        self._edited: ClosingRow | None = None
        self._said = ""
        self._year = 0
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(2)
        self._list.addStretch()
        area = scrolled(self._inside, QScrollArea())
        self.lines: list[QWidget] = []
        self.head = label("", "field")
        kinds = tuple((kind, label_text(kind)) for kind in ClosingKind)
        self.form = Form(
            (
                Text("name", self.tr("Name"), 7, at_most=80),
                Choice("kind", self.tr("Kind"), 5, choices=kinds),
                Day("first", self.tr("First day"), 6, today=page.bridge.today),
                Day("last", self.tr("Last day"), 6, today=page.bridge.today),
            )
        )
        self.wrong = label("", "wrong", wraps=True)
        self.wrong.hide()
        self.save = button("", "", "check")
        self.cancel = button(self.tr("Cancel"))
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.head)
        right.addWidget(self.form)
        right.addWidget(self.wrong)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch()
        right.addLayout(buttons)
        right.addStretch()
        across = QGridLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setHorizontalSpacing(24)
        across.addWidget(area, 0, 0)
        across.addLayout(right, 0, 1)
        across.setColumnStretch(0, 1)
        across.setColumnStretch(1, 1)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self._on_cancel)

    def show_row(self, row: WheelRow) -> None:
        """Show the closed days of a year."""
        is_other_year = row.year != self._year
        self._rows, self._year = row.closings, row.year
        for old in self.lines:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = [self._line(place, one) for place, one in enumerate(self._rows)]
        for place, line in enumerate(self.lines):
            self._list.insertWidget(place, line)
        if is_other_year or self._edited is not None:
            self._begin(None)

    def _line(self, place: int, row: ClosingRow) -> QWidget:
        made = QWidget()
        across = QHBoxLayout(made)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        is_office = row.kind is ClosingKind.OFFICE_CLOSED
        across.addWidget(IconLabel("buildings" if is_office else "student", "quiet", label_text(row.kind)))
        words = f"{row.name} · {day_text(row.first_day)} – {day_text(row.last_day)}"
        across.addWidget(ElidedLabel(words, "faint" if row.is_left_out else ""), 1)
        if row.is_left_out:
            across.addWidget(Chip(self.tr("Left out this year"), "quiet", "prohibit"))
        elif row.is_changed:
            across.addWidget(Chip(self.tr("Changed"), "quiet", "pencil-simple"))
        names = {"name": row.name}
        edit = icon_button("pencil-simple", self.tr("Change {name}").format(**names))
        drop = icon_button("x", self.tr("Leave {name} out").format(**names))
        for one, call in ((edit, self._on_edit), (drop, self._on_drop)):
            one.setProperty("place", place)
            one.clicked.connect(call)
            across.addWidget(one)
        edit.setEnabled(self._page.bridge.may(change_closing))
        drop.setEnabled(self._page.bridge.may(remove_closing) and not row.is_left_out)
        return made

    def _begin(self, row: ClosingRow | None) -> None:
        self._edited = row
        day = dt.date(self._year, 1, 1)
        self.head.setText(self.tr("Add closed days") if row is None else self.tr("Change {name}").format(name=row.name))
        self.save.setText(self.tr("Add") if row is None else self.tr("Save"))
        self.save.setEnabled(self._page.bridge.may(add_closing))
        self.cancel.setVisible(row is not None)
        self.wrong.hide()
        values: dict[str, Any] = {"name": "", "kind": ClosingKind.OFFICE_CLOSED, "first": day, "last": day}
        if row is not None:
            values = {"name": row.name, "kind": row.kind, "first": row.first_day, "last": row.last_day}
        self.form.fill(values, of=(row.usual, row.id, row.year) if row else (self._year, len(self._rows)))

    @Slot()
    def _on_edit(self) -> None:
        self._begin(self._rows[self.sender().property("place")])
        self.form.inputs["first"].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_drop(self) -> None:
        row = self._rows[self.sender().property("place")]
        self._page.change(self.tr("{name} is left out.").format(name=row.name), remove_closing, **_key(row))

    @Slot()
    def _on_save(self) -> None:
        self.form.hand_on()
        if not self.form.can_be_read():
            return
        values = self.form.values()
        fields = {
            "kind": values["kind"],
            "name": values["name"],
            "first_day": values["first"],
            "last_day": values["last"],
        }
        self._said = self.tr("{name} is kept.").format(name=values["name"].strip())
        bridge = self._page.bridge
        if self._edited is None:
            job = bridge.do(add_closing, **fields)
        else:
            job = bridge.do(change_closing, **fields, **_key(self._edited))
        job.then(self._on_done).otherwise(self._on_refused)

    @Slot(object)
    def _on_done(self, done: Done) -> None:
        self._page.say_done(self._said, done)
        self._begin(None)

    @Slot(object)
    def _on_refused(self, error: DeskError) -> None:
        self.wrong.setText(error.sentence(language()))
        self.wrong.show()

    @Slot()
    def _on_cancel(self) -> None:
        self._begin(None)


def _key(row: ClosingRow) -> dict[str, Any]:
    """How an operation names closed days."""
    if row.id is not None:
        return {"closing_id": row.id, "version": row.version}
    return {"usual": row.usual, "year": row.year}
