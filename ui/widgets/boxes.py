"""What lists of parts below one another share: taking all of them away, and a line with an icon before its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.labels import IconLabel, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout


def clear_box(box: QLayout) -> None:
    """Take every part out of a box, and out of boxes in it; those on show are gone at once."""
    while (taken := box.takeAt(0)) is not None:
        if (inner := taken.layout()) is not None:
            clear_box(inner)
        if (old := taken.widget()) is not None:
            old.hide()
            old.deleteLater()


def parts_of(box: QLayout) -> list[QWidget]:
    """The parts of a box, in order."""
    found = (box.itemAt(place) for place in range(box.count()))
    widgets = (item.widget() for item in found if item is not None)
    return [part for part in widgets if part is not None]


class SaidLine(QWidget):
    """A sentence behind its icon; more can be put at its right by `row`."""

    def __init__(self, words: str, icon_name: str, tone: str, *, kind: str = "note") -> None:
        super().__init__()
        self.setAccessibleName(words)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(IconLabel(icon_name, tone), 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(label(words, kind, wraps=True), 1, Qt.AlignmentFlag.AlignTop)
