"""Every move of a meeting: from which day to which, why, by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import day_text
from ui.widgets.boxes import clear_box
from ui.widgets.labels import IconLabel, label

if TYPE_CHECKING:
    from referral_desk.queries.meeting_moves import Move


class MoveList(QWidget):
    """A line for each move, oldest first; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Moves of the meeting"))
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(4)
        self.lines: list[QWidget] = []
        self.hide()

    def show_moves(self, moves: tuple[Move, ...]) -> None:
        """Show the moves."""
        clear_box(self.box)
        self.lines = [self._line(move) for move in moves]
        for line in self.lines:
            self.box.addWidget(line)
        self.setVisible(bool(moves))

    def _line(self, move: Move) -> QWidget:
        said = self.tr("Moved from {before} to {after}: {reason}").format(
            before=day_text(move.day_from, "date"), after=day_text(move.day_to, "date"), reason=move.reason
        )
        by = ", ".join(part for part in (move.who, day_text(move.on, "date")) if part)
        line = QWidget()
        line.setAccessibleName(". ".join(part for part in (said, by) if part))
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(IconLabel("calendar-blank", "info"))
        across.addWidget(label(said, "note", wraps=True), 1)
        across.addWidget(label(by, "faint"))
        return line

    def said(self) -> list[str]:
        """The lines as a screen reader hears them (for tests)."""
        return [line.accessibleName() for line in self.lines]
