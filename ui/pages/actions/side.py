"""The right side of the Actions page: one action, several, a new one, or the mails to draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.actions.mails import MailsPanel
from ui.pages.actions.panel import ActionPanel
from ui.pages.actions.several import SeveralPanel
from ui.theme import dress, px
from ui.widgets.buttons import icon_button

if TYPE_CHECKING:
    from ui.doing import OperationForm, UndoPage


class Side(QFrame):
    """A card that shows one part at a time; hidden while nothing is chosen."""

    left = Signal()
    """Somebody closed it."""

    def __init__(self, page: UndoPage) -> None:
        super().__init__()
        dress(self, "card")
        self.setAccessibleName(self.tr("Details"))
        self.setMinimumWidth(px(352))
        self.one = ActionPanel(page)
        self.several = SeveralPanel(page)
        self.mails = MailsPanel(page)
        self.blank = QWidget()
        self._blank_box = QVBoxLayout(self.blank)
        self._blank_box.setContentsMargins(20, 16, 20, 20)
        self._blank_box.addStretch()
        self.form: OperationForm | None = None
        self.pile = QStackedWidget()
        dress(self.pile, "plain")
        self._areas = {}
        for part in (self.one, self.several, self.mails, self.blank):
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            dress(area, "plain")
            area.setWidget(part)
            self._areas[part] = area
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
        self.mails.closed.connect(self.left)
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

    def open_new(self, form: OperationForm) -> None:
        """Show the form of a new action."""
        self.close_new()
        self.form = form
        self._blank_box.insertWidget(0, form)
        self.show_part(self.blank)
        form.begin()

    def close_new(self) -> None:
        """Take the form of a new action away."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
