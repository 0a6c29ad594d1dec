"""A month to pick a day from, in the window's colours; weekends are quiet, not red."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from ui.icons import icon
from ui.language import locale
from ui.theme import colour, px
from ui.widgets.plain_words import plain_tip


class Calendar(QCalendarWidget):
    """Monday first, with week numbers, as offices count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(locale())
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.setAccessibleName(self.tr("Calendar"))
        self.setMinimumSize(px(300), px(224))
        quiet = QTextCharFormat()
        quiet.setForeground(colour("faint"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, quiet)
        head = QTextCharFormat()
        head.setForeground(colour("faint"))
        head.setBackground(colour("surface"))
        self.setHeaderTextFormat(head)
        for name, sign, words in (
            ("qt_calendar_prevmonth", "caret-left", self.tr("Month before")),
            ("qt_calendar_nextmonth", "caret-right", self.tr("Month after")),
        ):
            button = self.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(icon(sign))
                button.setIconSize(QSize(px(16), px(16)))
                button.setAccessibleName(words)
                button.setToolTip(plain_tip(words))
