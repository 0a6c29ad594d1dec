"""The group's mandate, names and areas: what holds on the day, what held before, and how it is changed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from referral_desk.operations.group_history import (
    add_group_area,
    end_group_area,
    rename_group,
    set_mandate,
    withdraw_group_name,
    withdraw_mandate,
)
from referral_desk.queries.group import AreaRow, GroupView, MandateRow, NameRow
from referral_desk.vocabulary import AreaKind
from ui.form_slot import FormSlot
from ui.language import label_text, language
from ui.pages.group.seat_forms import SeatForm
from ui.periods import period_text
from ui.theme import px
from ui.widgets.boxes import clear_box
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from ui.pages.group.page import GroupPage

ONE_DAY = dt.timedelta(days=1)
LINES = 4


class RenameForm(SeatForm):
    """A new name from a day on."""

    def __init__(self, page: GroupPage) -> None:
        super().__init__(page)
        self.name_it(self.tr("New name"), self.tr("Rename"))
        self.name_da, self.name_en, self.short_da, self.short_en = (QLineEdit() for _ in range(4))
        self.first = self.day_input(self.tr("From"), page.as_of)
        for title, made, span in (
            (self.tr("Name in Danish"), self.name_da, 6),
            (self.tr("Name in English"), self.name_en, 6),
            (self.tr("Short in Danish"), self.short_da, 4),
            (self.tr("Short in English"), self.short_en, 4),
            (self.tr("From"), self.first, 4),
        ):
            self.add(title, made, span)
            made.setAccessibleName(title)
        now = next((row for row in page.view.names if _holds(row, page.as_of)), None) if page.view else None
        if now is not None:
            self.name_da.setText(now.name_da)
            self.name_en.setText(now.name_en)
            self.short_da.setText(now.short_da)
            self.short_en.setText(now.short_en)
        self.say(self.tr("Papers of meetings before that day keep the old name."))

    def submit(self) -> None:
        day = self.first.day()
        if day is None:
            self.stop(self.tr("Say from which day the new name holds."), self.first)
            return
        view = self.group.view
        assert view is not None
        self.run(
            self.tr("The group is called {name}.").format(name=self.name_da.text().strip()),
            rename_group,
            group_id=view.id,
            version=view.version,
            valid_from=day,
            name_da=self.name_da.text(),
            name_en=self.name_en.text(),
            short_da=self.short_da.text(),
            short_en=self.short_en.text(),
        )


class MandateForm(SeatForm):
    """What the group is for, from a day on."""

    def __init__(self, page: GroupPage) -> None:
        super().__init__(page)
        self.name_it(self.tr("New mandate"), self.tr("Set the mandate"))
        self.text_da, self.text_en = QPlainTextEdit(), QPlainTextEdit()
        self.first = self.day_input(self.tr("From"), page.as_of)
        for title, made in ((self.tr("In Danish"), self.text_da), (self.tr("In English"), self.text_en)):
            made.setTabChangesFocus(True)
            made.setFixedHeight(made.fontMetrics().lineSpacing() * LINES + px(20))
            made.setAccessibleName(title)
            self.add(title, made)
        self.add(self.tr("From"), self.first)

    def submit(self) -> None:
        if self.refuses(self.first):
            return
        view = self.group.view
        assert view is not None
        self.run(
            self.tr("The mandate is set."),
            set_mandate,
            group_id=view.id,
            version=view.version,
            valid_from=self.first.day(),
            text_da=self.text_da.toPlainText(),
            text_en=self.text_en.toPlainText(),
        )


class AreaForm(SeatForm):
    """An area that the group covers from a day on."""

    def __init__(self, page: GroupPage) -> None:
        super().__init__(page)
        self.name_it("", self.tr("Add"))
        self.area = self.pick_input(self.tr("Area"), page.areas_to_choose, self.tr("Police district, region …"))
        self.first = self.day_input(self.tr("Since"), None, self.tr("Not known"))
        self.add(self.tr("Area"), self.area).add(self.tr("Since"), self.first)

    def submit(self) -> None:
        area_id = self.area.pick()
        if area_id is None:
            self.stop(self.tr("Choose an area from the list."), self.area)
            return
        if self.refuses(self.first):
            return
        view = self.group.view
        assert view is not None
        said = self.tr("The group covers {area}.").format(area=self.area.text().split(" · ")[0])
        self.run(said, add_group_area, group_id=view.id, area_id=area_id, valid_from=self.first.day())


class FactCard(Card):
    """A card with one fact of the group, a link that opens a form in it, and what held before on request."""

    def __init__(self, page: GroupPage) -> None:
        # The words follow, by `name_it`.
        super().__init__(" ", gap=8)
        self.page = page
        self.change = button("", "link")
        self.beside_title(self.change)
        self.content = QVBoxLayout()
        self.content.setSpacing(6)
        self.body.addLayout(self.content)
        self.slot = FormSlot()
        self.slot.closed.connect(self._on_closed)
        self.body.addLayout(self.slot)
        self.change.clicked.connect(self.open_form)

    def name_it(self, title: str, change: str) -> None:
        """Set the title and the word of the link."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.change.setText(change)
        self.change.setAccessibleDescription(title)

    def make_form(self) -> SeatForm:
        """Make the form that the link opens."""
        raise NotImplementedError

    @Slot()
    def open_form(self) -> None:
        """Open the form, or go to it."""
        form = self.slot.form
        if form is None:
            form = self.make_form()
            self.slot.put(form)
            self.change.hide()
        form.begin()
        self.page.show_widget(form)

    @Slot()
    def _on_closed(self) -> None:
        self.change.show()
        self.change.setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Take away what is shown."""
        clear_box(self.content)


class MandateCard(FactCard):
    """What the group is for on the day."""

    def __init__(self, page: GroupPage) -> None:
        super().__init__(page)
        self.name_it(self.tr("Mandate"), self.tr("New mandate"))
        self.change.setEnabled(page.bridge.may(set_mandate))
        self._shows_all = False
        self.view: GroupView | None = None

    def make_form(self) -> SeatForm:
        return MandateForm(self.page)

    def show_mandate(self, view: GroupView) -> None:
        """Show the mandate in force, the others on request."""
        self.view = view
        self.clear()
        if view.mandate is None:
            self.content.addWidget(label(self.tr("No mandate is written down for this day."), "note", wraps=True))
        else:
            self._add(view.mandate, is_now=True)
        others = [row for row in view.mandates if view.mandate is None or row.id != view.mandate.id]
        if others:
            words = self.tr("%n other mandate(s)", "", len(others))
            more = button(self.tr("Hide the others") if self._shows_all else words, "link")
            more.clicked.connect(self._on_more)
            self.content.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        for row in others if self._shows_all else ():
            self._add(row, is_now=False)

    def _add(self, row: MandateRow, *, is_now: bool) -> None:
        self.content.addWidget(label(row.text, "" if is_now else "note", wraps=True))
        when = period_text(row.valid_from, row.valid_to, self.page.as_of)
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        said = " · ".join(words for words in (when, row.source) if words)
        across.addWidget(label(said, "faint", wraps=True), 1)
        if self.page.bridge.may(withdraw_mandate) and not row.source:
            gone = icon_button("trash", self.tr("Take this mandate away"))
            gone.setProperty("row", row.id)
            gone.clicked.connect(self._on_gone)
            across.addWidget(gone)
        self.content.addWidget(line)

    @Slot()
    def _on_gone(self) -> None:
        wanted = self.sender().property("row")
        row = next((row for row in self.view.mandates if row.id == wanted), None) if self.view else None
        if row is not None:
            said = self.tr("The mandate is taken away.")
            self.page.change(said, withdraw_mandate, mandate_id=row.id, version=row.version)

    @Slot()
    def _on_more(self) -> None:
        self._shows_all = not self._shows_all
        if self.view is not None:
            self.show_mandate(self.view)


class NamesCard(FactCard):
    """What the group was and is called."""

    def __init__(self, page: GroupPage) -> None:
        super().__init__(page)
        self.name_it(self.tr("Names"), self.tr("New name"))
        self.change.setEnabled(page.bridge.may(rename_group))
        self.view: GroupView | None = None

    def make_form(self) -> SeatForm:
        return RenameForm(self.page)

    def show_names(self, view: GroupView) -> None:
        """Show every name, newest first."""
        self.view = view
        self.clear()
        for row in view.names:
            holds = _holds(row, self.page.as_of)
            said = (row.name_en or row.name_da) if language() == "en" else row.name_da
            line = QWidget()
            across = QHBoxLayout(line)
            across.setContentsMargins(0, 0, 0, 0)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(label(said, "" if holds else "note", wraps=True))
            when = period_text(row.valid_from, row.valid_to, self.page.as_of)
            other = row.name_da if language() == "en" and row.name_en else row.name_en
            words.addWidget(label(" · ".join(part for part in (when, other) if part), "faint", wraps=True))
            across.addLayout(words, 1)
            if len(view.names) > 1 and row is view.names[0] and self.page.bridge.may(withdraw_group_name):
                gone = icon_button("trash", self.tr("Take this name away"))
                gone.clicked.connect(self._on_gone)
                across.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
            self.content.addWidget(line)

    @Slot()
    def _on_gone(self) -> None:
        if self.view is not None:
            row = self.view.names[0]
            said = self.tr("The name {name} is taken away.").format(name=row.name_da)
            self.page.change(said, withdraw_group_name, name_id=row.id, version=row.version)


class AreaCard(FactCard):
    """What the group covers on the map."""

    def __init__(self, page: GroupPage) -> None:
        super().__init__(page)
        self.name_it(self.tr("Area"), self.tr("Add"))
        self.change.setEnabled(page.bridge.may(add_group_area))
        self.view: GroupView | None = None

    def make_form(self) -> SeatForm:
        return AreaForm(self.page)

    def show_areas(self, view: GroupView) -> None:
        """Show the areas that hold on the day, then former ones."""
        self.view = view
        self.clear()
        if not view.areas:
            words = view.place or self.tr("No area is written down: the group may cover the whole country.")
            self.content.addWidget(label(words, "note", wraps=True))
        for row in view.areas:
            self.content.addWidget(self._line(row))

    def _line(self, row: AreaRow) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        kind = "" if row.kind is AreaKind.POLICE_DISTRICT else label_text(row.kind)
        when = period_text(row.valid_from, row.valid_to, self.page.as_of)
        across.addWidget(ElidedLabel(row.name, "" if row.holds else "note"), 1)
        said = " · ".join(part for part in (kind, when) if part)
        across.addWidget(label(said, "faint"))
        if row.holds and self.page.bridge.may(end_group_area):
            gone = icon_button("x", self.tr("The group no longer covers {area}").format(area=row.name))
            gone.setProperty("row", row.id)
            gone.clicked.connect(self._on_gone)
            across.addWidget(gone)
        return line

    @Slot()
    def _on_gone(self) -> None:
        wanted = self.sender().property("row")
        row = next((row for row in self.view.areas if row.id == wanted), None) if self.view else None
        if row is None:
            return
        last = self.page.as_of - ONE_DAY
        said = self.tr("{area} is no longer covered.").format(area=row.name)
        self.page.change(said, end_group_area, group_area_id=row.id, version=row.version, last_day=last)


def _holds(row: NameRow, day: dt.date) -> bool:
    return (row.valid_from is None or row.valid_from <= day) and (row.valid_to is None or day <= row.valid_to)
