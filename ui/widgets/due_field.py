"""A deadline as a form takes it: a day that one types, or picks in a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.widgets.day_input import DayInput

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget


class DueField(DayInput):
    """A DayInput with what a form's own field has: a value that is shown and told."""

    chosen = Signal(object)

    def __init__(self, name: str, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(name, today, parent=parent)
        self.changed.connect(self.chosen)

    def value(self) -> dt.date | None:
        """The day, None where none can be read."""
        return self.day()

    def show_value(self, value: dt.date | None) -> None:
        """Show a day."""
        if not self.line.hasFocus() or self.day() != value:
            self.set_day(value)
