"""Room for one small form on a page, a panel or a card; another form takes its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

if TYPE_CHECKING:
    from ui.doing import OperationForm


class FormSlot(QVBoxLayout):
    """Shows a form until it is done, cancelled or another comes; `form` is the one that is open."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form: OperationForm | None = None

    def put(self, form: OperationForm) -> None:
        """Open a form, and begin it."""
        self.close_form()
        self.form = form
        form.cancelled.connect(self.close_form)
        form.finished.connect(self.close_form)
        self.addWidget(form)
        form.begin()

    @Slot()
    def close_form(self) -> None:
        """Close the form that is open."""
        if self.form is not None:
            form, self.form = self.form, None
            form.hide()
            form.deleteLater()
            self.closed.emit()
