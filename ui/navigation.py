"""The left side of the window: the pages, with counts of what waits; it folds to icons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.memory import recall, remember
from ui.registry import entries
from ui.theme import MEDIUM, colour, dress, font, px
from ui.widgets.buttons import icon_button
from ui.widgets.labels import IconLabel, label
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.registry import Entry

WIDE: Final = 200
NARROW: Final = 56
NEEDED: Final = 860
"""A window narrower than this folds the navigation."""


class NavButton(QPushButton):
    """One page in the navigation; a count stands at its right."""

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(entry.name(), parent)
        self.entry, self.count = entry, 0
        dress(self, "nav")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIcon(icon(entry.icon, "quiet", "accent"))
        self.setIconSize(QSize(px(18), px(18)))
        self.fold(is_folded=False)

    def fold(self, *, is_folded: bool) -> None:
        """Show the icon alone, or the icon with its word."""
        self.setText("" if is_folded else f" {self.entry.name()}")
        self.setToolTip(plain_tip(self.entry.name() if is_folded else ""))
        self._name()

    def show_count(self, count: int) -> None:
        """Show how much waits there; 0 shows nothing."""
        self.count = count
        self._name()
        self.update()

    def _name(self) -> None:
        said = self.tr("{page}, {count} waiting").format(page=self.entry.name(), count=self.count)
        self.setAccessibleName(said if self.count else self.entry.name())

    def nextCheckState(self) -> None:
        """Which page is open decides what is checked, not the click."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif step and (above := self.parentWidget()) is not None:
            others = above.findChildren(NavButton)
            others[(others.index(self) + step) % len(others)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.text():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(QRectF(self.width() - px(13), px(5), px(7), px(7)))
            return
        text = str(self.count)
        painter.setFont(font("small", MEDIUM))
        painter.setPen(colour("accent" if self.isChecked() else "quiet"))
        room = QFontMetrics(painter.font()).horizontalAdvance(text) + px(12)
        box = QRect(self.width() - room, 0, room - px(12), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


class Navigation(QFrame):
    """The list of pages. `chosen` tells the key of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "side")
        self.setAccessibleName(self.tr("Navigation"))
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 10, 10, 10)
        box.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 0, 0)
        head.setSpacing(8)
        self.mark = IconLabel("tree-structure-fill", "accent", size=20)
        self.brand = label("Referral Desk", "brand")
        self.folder = icon_button("list", self.tr("Fold the navigation"), shortcut="Ctrl+B")
        head.addWidget(self.mark)
        head.addWidget(self.brand, 1)
        head.addWidget(self.folder)
        box.addLayout(head)
        box.addSpacing(10)
        self.buttons: dict[str, NavButton] = {}
        for section in ("work", "tools"):
            for entry in entries(section):
                made = NavButton(entry, self)
                made.clicked.connect(self._on_clicked)
                self.buttons[entry.key] = made
                box.addWidget(made)
            if section == "work":
                box.addStretch()
        self.folder.clicked.connect(self._on_fold)
        self._is_folded = self._is_wished = recall("window/navigation") == "folded"
        self.fold(is_folded=self._is_wished)

    def show_page(self, key: str) -> None:
        """Mark the page that is open; a page outside the navigation marks the one it belongs to."""
        key = {"group": "groups", "meeting": "meetings", "case": "cases", "theme": "cases"}.get(key, key)
        for name, made in self.buttons.items():
            made.setChecked(name == key)

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show how much waits, by page."""
        for key, made in self.buttons.items():
            made.show_count(counts.get(key, 0))

    def fit(self, width: int) -> None:
        """Fold by itself in a window that is narrow for its text; unfold where there is room, if so wished."""
        is_folded = self._is_wished or width < px(NEEDED)
        if is_folded != self._is_folded:
            self.fold(is_folded=is_folded)

    def fold(self, *, is_folded: bool) -> None:
        """Fold to icons, or unfold."""
        self._is_folded = is_folded
        self.setFixedWidth(px(NARROW) if is_folded else px(WIDE))
        self.brand.setVisible(not is_folded)
        self.mark.setVisible(not is_folded)
        name = self.tr("Unfold the navigation") if is_folded else self.tr("Fold the navigation")
        self.folder.setAccessibleName(name)
        self.folder.setToolTip(plain_tip(f"{name}  (Ctrl+B)"))
        for made in self.buttons.values():
            made.fold(is_folded=is_folded)

    @Slot()
    def _on_fold(self) -> None:
        self.fold(is_folded=not self._is_folded)
        self._is_wished = self._is_folded
        remember("window/navigation", "folded" if self._is_folded else "wide")

    @Slot()
    def _on_clicked(self) -> None:
        made = self.sender()
        if isinstance(made, NavButton):
            self.chosen.emit(made.entry.key)
