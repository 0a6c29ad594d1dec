"""A line of a story: what happened, when, who said so, and the words in full below it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.labels import label
from ui.widgets.timeline import TimelineRow, TimelineStep


class StoryLine(QWidget):
    """One line; long words go on below it."""

    def __init__(self, step: TimelineStep, words: str = "") -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 4)
        box.setSpacing(0)
        box.addWidget(TimelineRow(step, is_first=True, is_last=True))
        if words:
            said = label(words, "note", wraps=True)
            said.setContentsMargins(px(32), 0, 4, 4)
            box.addWidget(said)
