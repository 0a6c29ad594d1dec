"""What one can do with the whole sheet: find somebody, mark all others, note who was out, add a guest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.theme import px
from ui.widgets.buttons import button, icon_button
from ui.widgets.line_icons import grow_icons
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from referral_desk.queries.attendance_rows import AttendanceSheet


class PeopleTools(QWidget):
    """A search field and buttons; where room is short the buttons keep their icons only."""

    found = Signal()
    """Go from the field to whom it found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seek = QLineEdit()
        self.seek.setPlaceholderText(self.tr("Find somebody  (/)"))
        self.seek.setAccessibleName(self.tr("Find somebody on the sheet"))
        grow_icons(self.seek)
        self.seek.setClearButtonEnabled(True)
        self.seek.setMinimumWidth(px(120))
        self.seek.setMaximumWidth(px(180))
        self.others = button("", "", "checks")
        self.items = button("", "", "door")
        self.items.setCheckable(True)
        self.guest = button("", "", "user-plus")
        self.open_group = icon_button("armchair", self.tr("Change seats on the group's page"))
        self._words = {
            self.others: "",
            self.items: self.tr("In and out"),
            self.guest: self.tr("Add a guest"),
        }
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addStretch()
        across.addWidget(self.seek, 1)
        for part in (self.others, self.items, self.guest, self.open_group):
            across.addWidget(part)
        self.items.setToolTip(self.tr("Note who was out of the room for which item"))
        self.seek.installEventFilter(self)
        self.seek.returnPressed.connect(self.found)
        self.say(with_words=True)

    def show_sheet(self, sheet: AttendanceSheet, *, may: bool) -> None:
        """Offer what can be done with a sheet."""
        self.items.setVisible(sheet.is_held and bool(sheet.items))
        self.guest.setEnabled(may)
        self.others.setVisible(may and sheet.has_come and sheet.waiting > 0)
        self._words[self.others] = self.tr("All others present ({count})").format(count=sheet.waiting)
        self.seek.setEnabled(bool(sheet.rows))
        self.say(with_words=bool(self.guest.text()))

    def say(self, *, with_words: bool) -> None:
        """Show words in the buttons, or leave their icons alone."""
        for made, words in self._words.items():
            made.setText(words if with_words else "")
            made.setAccessibleName(words)
            if made is not self.items:
                made.setToolTip(plain_tip("" if with_words else words))

    def wish(self) -> int:
        """How wide it would like to be with its words."""
        self.say(with_words=True)
        return self.sizeHint().width()

    @Slot()
    def focus_seek(self) -> None:
        """Go to the search field."""
        self.seek.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.seek.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.seek and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.found.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.seek.text():
                self.seek.clear()
                self.found.emit()
                return True
        return super().eventFilter(watched, event)
