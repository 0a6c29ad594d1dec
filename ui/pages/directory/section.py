"""A titled part of the detail panel: rows, and a link that opens a form in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.queries.people import HeldRow
from ui.form_slot import FormSlot
from ui.language import label_text
from ui.periods import period_text
from ui.places import Place, wishes
from ui.widgets.boxes import clear_box
from ui.widgets.buttons import button
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.row_button import RowButton, RowLook

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.doing import OperationForm, UndoPage

PAST_SHOWN = 4


class Section(QWidget):
    """Title, link, rows; `make_form` is what the link opens."""

    def __init__(self, title: str, link: str = "", make_form: Callable[[], OperationForm] | None = None) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._make_form = make_form
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        head = QHBoxLayout()
        self.title = label(title, "lead")
        self.link = button(link, "link")
        self.link.setAccessibleDescription(title)
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.link)
        whole.addLayout(head)
        self.link.setVisible(bool(link))
        self.content = QVBoxLayout()
        self.content.setSpacing(2)
        whole.addLayout(self.content)
        self.slot = FormSlot()
        self.slot.closed.connect(self._on_closed)
        whole.addLayout(self.slot)
        self.link.clicked.connect(self.open_form)

    def clear(self) -> None:
        """Take the rows away."""
        clear_box(self.content)

    def add(self, part: QWidget) -> None:
        """Add a row."""
        self.content.addWidget(part)

    def add_words(self, words: str, kind: str = "note") -> None:
        """Add a sentence."""
        self.content.addWidget(label(words, kind, wraps=True))

    def add_line(self, words: str, below: str, *acts: QWidget, quiet: bool = False) -> None:
        """Add a line with quiet words below it and small buttons at its right."""
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        two = QVBoxLayout()
        two.setSpacing(0)
        two.addWidget(ElidedLabel(words, "note" if quiet else ""))
        if below:
            two.addWidget(ElidedLabel(below, "faint"))
        across.addLayout(two, 1)
        for act in acts:
            across.addWidget(act)
        self.content.addWidget(line)

    @Slot()
    def open_form(self) -> None:
        """Open the form, or go to it."""
        if self.slot.form is not None:
            self.slot.form.begin()
        elif self._make_form is not None:
            self.open_this(self._make_form())

    def open_this(self, form: OperationForm) -> None:
        """Open a form of one's own in the section."""
        self.slot.put(form)
        self.link.setEnabled(False)

    def close_form(self) -> None:
        """Close the form."""
        self.slot.close_form()

    @Slot()
    def _on_closed(self) -> None:
        self.link.setEnabled(True)
        self.link.setFocus(Qt.FocusReason.TabFocusReason)


class SeatsSection(Section):
    """The seats that somebody holds and has held; pressing one opens its group."""

    def __init__(self, page: UndoPage) -> None:
        super().__init__(" ")
        self.page = page
        self.title.setText(self.tr("Seats"))
        self.setAccessibleName(self.tr("Seats"))
        self._rows: Sequence[HeldRow] = ()
        self._shows_all = False
        self._names_people = False

    def show_seats(self, rows: Sequence[HeldRow], *, names_people: bool) -> None:
        """Show periods, present ones first; `names_people` says who where the row is about an organisation."""
        self._rows, self._names_people = rows, names_people
        self.clear()
        present = [row for row in rows if row.holds]
        past = [row for row in rows if not row.holds]
        if not present:
            self.add_words(self.tr("No seat on this day."))
        for row in present:
            self.add(self._button(row, "armchair-fill", "accent"))
        shown = past if self._shows_all else past[:PAST_SHOWN]
        for row in shown:
            self.add(self._button(row, "clock-counter-clockwise", "faint"))
        if len(past) > PAST_SHOWN:
            words = self.tr("Show fewer") if self._shows_all else self.tr("Show %n more", "", len(past) - PAST_SHOWN)
            more = button(words, "link")
            more.clicked.connect(self._on_more)
            self.content.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _button(self, row: HeldRow, icon_name: str, tone: str) -> RowButton:
        role = label_text(row.kind)
        if row.represents:
            role = self.tr("{role} of {group}").format(role=role, group=row.represents)
        who = row.person if self._names_people else ""
        when = period_text(row.valid_from, row.valid_to, self.page.as_of)
        made = RowButton(RowLook(row.group, " · ".join(part for part in (who, role, when) if part), icon_name, tone))
        made.setProperty("seat", row.seat_id)
        made.setProperty("group", row.group_id)
        made.clicked.connect(self._on_row)
        return made

    @Slot()
    def _on_row(self) -> None:
        row = self.sender()
        self.page.go(Place("group", row.property("group"), wishes=wishes(seat=row.property("seat"))))

    @Slot()
    def _on_more(self) -> None:
        self._shows_all = not self._shows_all
        self.show_seats(self._rows, names_people=self._names_people)
