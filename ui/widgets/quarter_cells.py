"""What the quarter grid shows: a group and its quarters, and in how many lines their words stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ui.text_lines import wrapped
from ui.theme import MEDIUM, font, px

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.places import Place

LEFT, RIGHT, ICON = 12, 8, 17
NAME_LEFT: Final = 14
MOST: Final = 2
"""So many lines a note or a fault takes at most; what is longer ends in an ellipsis, and the tooltip has it whole."""


@dataclass(frozen=True)
class GridCell:
    """What one group did in one quarter, in words ready to show."""

    when: str = ""
    """The day, or what stands in its place."""
    when_short: str = ""
    """The day where there is little room."""
    note: str = ""
    tone: str = "quiet"
    icon: str = ""
    step: int = 0
    steps: int = 0
    """How many of how many stages are reached; 0 of 0 draws no bar."""
    is_calm: bool = False
    """Over and done with: drawn quietly."""
    more: str = ""
    """Said at the right of the day, such as "+1" for an extraordinary meeting."""
    place: Place | None = None
    spoken: str = ""

    @property
    def is_flag(self) -> bool:
        """Whether its note is something to mend."""
        return self.tone not in ("quiet", "good")

    @property
    def face(self) -> QFont:
        """How its note is written."""
        return font("note", MEDIUM) if self.is_flag else font("note")

    @property
    def indent(self) -> int:
        """How far its icon pushes the note in."""
        return px(ICON) if self.icon else 0

    def note_lines(self, width: int) -> list[str]:
        """Its note in the lines that it takes in a column of a width."""
        return wrapped(self.note, self.face, width - px(LEFT + RIGHT) - self.indent, MOST)


@dataclass(frozen=True)
class GridLine:
    """A group and its quarters."""

    name: str
    detail: str
    cells: tuple[GridCell, ...]
    place: Place | None = None
    begins_tier: bool = False
    detail_tone: str = "faint"

    @property
    def has_fault(self) -> bool:
        """Whether its detail tells what the group lacks: that is never left out."""
        return bool(self.detail) and self.detail_tone != "faint"

    def name_lines(self, width: int) -> list[str]:
        """Its name in the lines that it takes in a column of a width."""
        return wrapped(self.name, font("body", MEDIUM), width - px(NAME_LEFT + RIGHT), MOST)

    def detail_lines(self, width: int) -> list[str]:
        """Its detail in lines; a name of two takes its place, unless it is a fault."""
        if self.has_fault:
            return wrapped(self.detail, font("note"), width - px(NAME_LEFT + RIGHT), MOST)
        return wrapped(self.detail, font("note"), width - px(NAME_LEFT + RIGHT), 1) if self._is_short(width) else []

    def _is_short(self, width: int) -> bool:
        return len(self.name_lines(width)) == 1
