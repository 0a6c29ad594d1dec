"""A line of an action's story: what happened, when, who said so, and the words in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.actions.words import story_icon, story_text
from ui.widgets.story_line import StoryLine
from ui.widgets.timeline import TimelineStep

if TYPE_CHECKING:
    from referral_desk.queries.action import StoryRow


def story_line(line: StoryRow, when: str) -> StoryLine:
    """One line of it."""
    icon_name, tone = story_icon(line)
    return StoryLine(TimelineStep(story_text(line), line.who, when, icon_name, tone), line.text)
