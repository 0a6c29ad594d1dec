"""What lists of parts below one another share: taking all of them away, and a line with an icon before its words."""

from __future__ import annotations

from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from ui.widgets.labels import IconLabel, label


def clear_box(box: QLayout) -> None:
    """Take every part out of a box, and out of boxes in it; those on show are gone at once."""
    while (taken := box.takeAt(0)) is not None:
        if (inner := taken.layout()) is not None:
            clear_box(inner)
        if (old := taken.widget()) is not None:
            old.hide()
            old.deleteLater()


def parts_of(box: QLayout) -> list[QWidget]:
    """The parts of a box and of the boxes in it, in order.

    Not by `itemAt`: PySide keeps what that gives with the box when Qt has long freed it. Something else comes to stand
    in that place, and when it goes the program dies.
    """
    around = box.parentWidget()
    every = [*around.children(), *box.children()] if around is not None else []
    placed = [(box.indexOf(one), one) for one in every if isinstance(one, QWidget | QLayout)]
    found: list[QWidget] = []
    for _place, one in sorted((pair for pair in placed if pair[0] >= 0), key=itemgetter(0)):
        found += [one] if isinstance(one, QWidget) else parts_of(one)
    return found


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
