"""A list of pressable rows: "Needs you", "Coming up", "Moving". The first few are shown, the rest on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.row_button import RowButton, RowLook

if TYPE_CHECKING:
    from collections.abc import Sequence


class RowList(QWidget):
    """Rows below one another; `opened` tells the key of the pressed one."""

    opened = Signal(object)

    def __init__(self, empty: str, at_most: int = 6, parent: QWidget | None = None) -> None:
        """`empty` is the sentence where there is no row; beyond `at_most` rows a button shows the rest."""
        super().__init__(parent)
        self._at_most, self._all = at_most, False
        self._rows: list[tuple[RowLook, object]] = []
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(2)
        self.empty = label(empty, "note", wraps=True)
        self.empty.setContentsMargins(8, 4, 8, 8)
        self.rest = button("", "link")
        self.rest.clicked.connect(self._on_rest)
        self._buttons: list[RowButton] = []
        self.box.addWidget(self.empty)
        # Its words begin where those of the rows do.
        below = QHBoxLayout()
        below.setContentsMargins(8, 0, 0, 0)
        below.addWidget(self.rest)
        below.addStretch()
        self.box.addLayout(below)
        self.rest.hide()

    def set_rows(self, rows: Sequence[tuple[RowLook, object]]) -> None:
        """Show rows, each with the key that `opened` will tell."""
        self._rows = list(rows)
        self._build()

    def show_at_most(self, count: int) -> None:
        """Show more or fewer rows before "the rest", as the window has room."""
        if count != self._at_most:
            self._at_most = count
            self._build()

    def buttons(self) -> list[RowButton]:
        """The rows that are shown, in order."""
        return self._buttons

    def _build(self) -> None:
        for old in self._buttons:
            self.box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        shown = self._rows if self._all else self._rows[: self._at_most]
        for place, (look, _key) in enumerate(shown):
            row = RowButton(look, self)
            row.clicked.connect(self._on_clicked)
            self.box.insertWidget(place, row)
            self._buttons.append(row)
        self.empty.setVisible(not self._rows)
        hidden = len(self._rows) - self._at_most
        self.rest.setVisible(hidden > 0)
        self.rest.setText(self.tr("Show fewer") if self._all else self.tr("Show %n more", "", max(hidden, 0)))

    @Slot()
    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, RowButton):
            self.opened.emit(self._rows[self._buttons.index(row)][1])

    @Slot()
    def _on_rest(self) -> None:
        self._all = not self._all
        self._build()
