"""The line below a query field: what can be typed in it, or what of it was not understood."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import dress
from ui.widgets.buttons import button
from ui.widgets.labels import ElidedLabel, IconLabel

if TYPE_CHECKING:
    from collections.abc import Sequence


class QueryHelp(QWidget):
    """The line. `put` tells a piece that shall be added to the query."""

    put = Signal(str)

    def __init__(self, examples: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pieces = QWidget()
        across = QHBoxLayout(self.pieces)
        across.setContentsMargins(2, 0, 0, 0)
        across.setSpacing(16)
        self.buttons = []
        for piece in examples:
            made = button(piece, "link")
            made.setAccessibleDescription(self.tr("Adds this to the search"))
            made.clicked.connect(functools.partial(self._put, piece))
            across.addWidget(made)
            self.buttons.append(made)
        across.addStretch()
        self.mark = IconLabel("warning-circle-fill", "late")
        self.wrong = ElidedLabel("", "wrong")
        self.problem = QWidget()
        line = QHBoxLayout(self.problem)
        line.setContentsMargins(2, 0, 0, 0)
        line.addWidget(self.mark)
        line.addWidget(self.wrong, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.pieces, 1)
        box.addWidget(self.problem, 1)
        dress(self, "plain")
        self.say("")

    def say(self, sentence: str) -> None:
        """Say what was not understood; an empty sentence shows what can be typed."""
        self.wrong.set_whole(sentence)
        self.problem.setVisible(bool(sentence))
        self.pieces.setVisible(not sentence)

    def _put(self, piece: str) -> None:
        self.put.emit(piece)
