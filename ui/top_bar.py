"""The line over the page: back and forward, where one is, which day one looks at, search, who one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from ui.icons import icon
from ui.theme import MEDIUM, colour, dress, font, px
from ui.widgets.buttons import PushButton, icon_button
from ui.widgets.date_field import AsOfField
from ui.widgets.labels import ElidedLabel, IconLabel
from ui.widgets.plain_words import plain_face, plain_tip

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QPaintEvent

    from ui.places import Place

SEEK: Final = 240
SEEK_NEEDS: Final = 860


class Breadcrumb(QWidget):
    """The places above, as links, and the present one as a word."""

    went = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Where am I"))
        self._places: list[Place] = []
        self.links: list[QPushButton] = []
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(2)
        self.here = ElidedLabel("", "")

    def show_trail(self, trail: list[tuple[str, Place]], here: str) -> None:
        """Show the way to a page."""
        while (item := self.row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.here:
                widget.hide()
                widget.deleteLater()
        self._places, self.links = [place for _name, place in trail], []
        for name, _place in trail:
            link = PushButton(plain_face(name))
            dress(link, "crumb")
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.clicked.connect(self._on_clicked)
            self.links.append(link)
            self.row.addWidget(link)
            self.row.addWidget(IconLabel("caret-right", "faint", size=12))
        self.row.addWidget(self.here, 1)
        self.here.set_whole(here)
        self.here.setContentsMargins(4, 0, 0, 0)
        self.here.show()

    @Slot()
    def _on_clicked(self) -> None:
        link = self.sender()
        if link in self.links:
            self.went.emit(self._places[self.links.index(link)])


class WhoButton(QPushButton):
    """Who works at the desk: initials in a circle; a menu with theme and language."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "icon")
        self._initials = "".join(word[0] for word in name.split()[:2]).upper() or "?"
        self.setAccessibleName(self.tr("Signed in as {name}").format(name=name))
        self.setToolTip(plain_tip(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - px(6)
        box = self.rect().adjusted(
            (self.width() - side) // 2,
            (self.height() - side) // 2,
            -(self.width() - side) // 2,
            -(self.height() - side) // 2,
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft"))
        painter.drawEllipse(box)
        painter.setPen(colour("accent"))
        painter.setFont(font("small", MEDIUM))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._initials)


class TopBar(QFrame):
    """Asks: back, forward, went (a Place), searched, day_changed."""

    back = Signal()
    forward = Signal()
    went = Signal(object)
    searched = Signal()
    day_changed = Signal(object)

    def __init__(self, who: str, today: dt.date, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "top")
        self.setFixedHeight(px(48))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 24, 0)
        row.setSpacing(4)
        self.back_button = icon_button("arrow-left", self.tr("Back"), keys="Alt+Left")
        self.forward_button = icon_button("arrow-right", self.tr("Forward"), keys="Alt+Right")
        self.crumbs = Breadcrumb()
        self.as_of = AsOfField(today)
        self.seek = PushButton(self.tr("Search or go to …"))
        dress(self.seek, "seek")
        self.seek.setIcon(icon("magnifying-glass", "faint"))
        self.seek.setIconSize(QSize(px(16), px(16)))
        self.seek.setCursor(Qt.CursorShape.PointingHandCursor)
        self.seek.setAccessibleName(self.tr("Search or go to a group, meeting, person or command"))
        self.seek.setToolTip(self.tr("Find any group, meeting, person or command  (Ctrl+K)"))
        self.keys = ElidedLabel("Ctrl K", "faint", self.seek)
        self.keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.keys.adjustSize()
        self.who = WhoButton(who)
        self.who.clicked.connect(self._on_who)
        self._menu = menu
        for part in (self.back_button, self.forward_button):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self.crumbs, 1)
        for other in (self.as_of, self.seek):
            row.addWidget(other)
            row.addSpacing(8)
        row.addWidget(self.who)
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)
        self.crumbs.went.connect(self.went)
        self.seek.clicked.connect(self.searched)
        self.as_of.changed.connect(self.day_changed)

    def fit(self, width: int) -> None:
        """Show the search field whole, or its icon only in a window that is narrow for its text."""
        is_whole = width >= px(SEEK_NEEDS)
        self.seek.setText(self.tr("Search or go to …") if is_whole else "")
        self.seek.setFixedWidth(px(SEEK) if is_whole else px(36))
        hint = self.keys.fontMetrics().horizontalAdvance(self.keys.whole()) + 4
        self.keys.setGeometry(px(SEEK) - hint - px(10), 0, hint, px(30))
        self.keys.setVisible(is_whole)

    @Slot()
    def _on_who(self) -> None:
        self._menu.popup(self.who.mapToGlobal(self.who.rect().bottomLeft()))
