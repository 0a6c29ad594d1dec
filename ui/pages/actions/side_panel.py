"""What both panels beside the actions have in common: a place for a small form, and a wish told to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ui.doing import OperationForm


class SidePanel(QWidget):
    """A panel with room for one small form: the panel lays out `slot` where the form shall stand."""

    wished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.slot = QVBoxLayout()
        self.form_open: OperationForm | None = None

    def _wish(self, wish: str) -> None:
        self.wished.emit(wish)

    def open_form(self, form: OperationForm) -> None:
        """Open a small form in its place, instead of the one that stands there."""
        self.close_form()
        self.form_open = form
        form.cancelled.connect(self.close_form)
        form.finished.connect(self.close_form)
        self.slot.addWidget(form)
        form.begin()

    @Slot()
    def close_form(self) -> None:
        """Close the small form."""
        if self.form_open is not None:
            self.form_open.hide()
            self.form_open.deleteLater()
            self.form_open = None
