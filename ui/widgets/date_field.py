"""Which day one looks at: a quiet button that says "As of today" and opens a calendar; loud on any other day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.icons import icon
from ui.language import day_text, from_qdate, to_qdate
from ui.theme import colour, dress, px
from ui.widgets.buttons import PushButton, button, icon_button

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QPaintEvent


class CalendarPopup(QFrame):
    """A month to pick a day from; Esc closes it, Enter takes the day."""

    picked = Signal(object)

    def __init__(self, day: dt.date, today: dt.date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._today = today
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        from ui.widgets.calendar import Calendar  # noqa: PLC0415 - a calendar is opened seldom

        self.calendar = Calendar()
        self.calendar.setSelectedDate(to_qdate(day))
        box.addWidget(self.calendar)
        self.now = button(self.tr("Today"), "link")
        box.addWidget(self.now, 0, Qt.AlignmentFlag.AlignLeft)
        self.calendar.clicked.connect(self._on_picked)
        self.calendar.activated.connect(self._on_picked)
        self.now.clicked.connect(self._on_now)

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        self.picked.emit(from_qdate(day))
        self.close()

    @Slot()
    def _on_now(self) -> None:
        self.picked.emit(self._today)
        self.close()

    def paintEvent(self, _event: QPaintEvent) -> None:
        # By hand: a style sheet leaves the ground of a see-through window empty, and its corners must be.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("edge"), 1))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class AsOfField(QWidget):
    """The as-of date of a page; `changed` tells the new day."""

    changed = Signal(object)

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._day = today, today
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        self.pick = PushButton()
        self.pick.setCursor(Qt.CursorShape.PointingHandCursor)
        self.pick.setIconSize(QSize(px(16), px(16)))
        self.pick.setShortcut("Ctrl+D")
        self.back = icon_button("x", self.tr("Back to today"))
        box.addWidget(self.pick)
        box.addWidget(self.back)
        self.pick.clicked.connect(self._on_pick)
        self.back.clicked.connect(self._on_back)
        self._show()

    def day(self) -> dt.date:
        """The day that is looked at."""
        return self._day

    def set_day(self, day: dt.date) -> None:
        """Look at a day; tells `changed` if it is another."""
        if day != self._day:
            self._day = day
            self._show()
            self.changed.emit(day)

    def _show(self) -> None:
        is_now = self._day == self._today
        text = self.tr("As of today") if is_now else self.tr("As of {day}").format(day=day_text(self._day, "date"))
        self.pick.setText(text)
        self.pick.setAccessibleName(self.tr("See the page as of a day: {day}").format(day=day_text(self._day, "date")))
        self.pick.setToolTip(self.tr("See the page as it was or will be on another day  (Ctrl+D)"))
        self.pick.setIcon(icon("clock-counter-clockwise", "quiet" if is_now else "accent"))
        dress(self.pick, "figure" if is_now else "asof")
        self.back.setVisible(not is_now)

    @Slot()
    def _on_pick(self) -> None:
        popup = CalendarPopup(self._day, self._today, self)
        popup.picked.connect(self._on_picked)
        popup.adjustSize()
        corner = self.pick.mapToGlobal(QPoint(self.pick.width() - popup.width(), self.pick.height() + 4))
        popup.move(corner)
        popup.show()
        popup.calendar.setFocus()

    @Slot(object)
    def _on_picked(self, day: dt.date) -> None:
        self.set_day(day)

    @Slot()
    def _on_back(self) -> None:
        self.set_day(self._today)
