"""The card beside a list: what one chose there, or the form of something new; hidden while there is neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.theme import dress
from ui.widgets.buttons import icon_button
from ui.widgets.scrolled import scrolled
from ui.widgets.tall_area import TallArea

if TYPE_CHECKING:
    from collections.abc import Sequence


class Side(QFrame):
    """Shows one of its parts at a time; `blank` is the one for a form."""

    left = Signal()
    """Somebody closed it."""

    def __init__(self, parts: Sequence[QWidget], *, is_tall: bool = False) -> None:
        """Parts with many wrapped words are shown in areas that are as tall as those words (`is_tall`)."""
        super().__init__()
        dress(self, "card")
        self.setAccessibleName(self.tr("Details"))
        self.blank = QWidget()
        self._blank_box = QVBoxLayout(self.blank)
        self._blank_box.setContentsMargins(20, 16, 20, 20)
        self._blank_box.addStretch()
        self.pile = QStackedWidget()
        dress(self.pile, "plain")
        self._areas = {part: scrolled(part, TallArea() if is_tall else QScrollArea()) for part in (*parts, self.blank)}
        for area in self._areas.values():
            self.pile.addWidget(area)
        self.leave = icon_button("x", self.tr("Close the details"), keys="Esc")
        corner = QVBoxLayout()
        corner.setContentsMargins(0, 8, 12, 0)
        corner.addWidget(self.leave)
        box = QGridLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self.pile, 0, 0)
        box.addLayout(corner, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.leave.clicked.connect(self.left)
        self.hide()

    def show_part(self, part: QWidget) -> None:
        """Show a part."""
        self.pile.setCurrentWidget(self._areas[part])
        self.show()

    @property
    def part(self) -> QWidget | None:
        """The part on show; None while the side is closed."""
        area = self.pile.currentWidget()
        return area.widget() if not self.isHidden() and isinstance(area, QScrollArea) else None

    def put_form(self, form: QWidget) -> None:
        """Lay a form into `blank`."""
        self._blank_box.insertWidget(0, form)
