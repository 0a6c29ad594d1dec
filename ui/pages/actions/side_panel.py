"""What both panels beside the actions have in common: a place for a small form, and a wish told to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.form_slot import FormSlot

if TYPE_CHECKING:
    from ui.doing import OperationForm


class SidePanel(QWidget):
    """A panel with room for one small form: the panel lays out `slot` where the form shall stand."""

    wished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.slot = FormSlot()

    def _wish(self, wish: str) -> None:
        self.wished.emit(wish)

    def open_form(self, form: OperationForm) -> None:
        """Open a small form in its place, instead of the one that stands there."""
        self.slot.put(form)

    def close_form(self) -> None:
        """Close the small form."""
        self.slot.close_form()
