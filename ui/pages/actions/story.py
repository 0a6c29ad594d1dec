"""A line of an action's story: what happened, when, who said so, and the words in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.actions.words import story_icon, story_text
from ui.widgets.labels import label
from ui.widgets.timeline import TimelineRow, TimelineStep

if TYPE_CHECKING:
    from referral_desk.queries.action import StoryRow


class StoryLine(QWidget):
    """One line; long words go on below it."""

    def __init__(self, line: StoryRow, when: str) -> None:
        super().__init__()
        icon_name, tone = story_icon(line)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 4)
        box.setSpacing(0)
        box.addWidget(
            TimelineRow(TimelineStep(story_text(line), line.who, when, icon_name, tone), is_first=True, is_last=True)
        )
        if line.text:
            words = label(line.text, "note", wraps=True)
            words.setContentsMargins(34, 0, 4, 4)
            box.addWidget(words)
