"""The command palette (Ctrl+K): type a few letters of a group, a meeting, a person or a command, press Enter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from referral_desk.queries.search import NO_MATCH, FoundKind, FoundRow, badness, best, findable, with_words
from ui.icons import paint_icon
from ui.language import day_text, language
from ui.memory import recall_list, remember_list
from ui.messages import announce
from ui.places import Place, wishes
from ui.theme import MEDIUM, RADIUS, colour, dress, font, px
from ui.widgets.labels import IconLabel, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from ui.bridge import Bridge
    from ui.commands import Command

SHOWN: Final = 10
RECENT: Final = 8
NEXT: Final = 3
LINE: Final = 40
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Offer:
    """One line of the palette: opens a place, or calls a command."""

    key: str
    title: str
    detail: str
    icon: str
    kind: str
    place: Place | None = None
    command: Command | None = None


class OfferModel(QAbstractListModel):
    """The lines."""

    OfferRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._offers: list[Offer] = []

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._offers = list(offers)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer = self._offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (offer.title, offer.detail, offer.kind) if part)
        return offer if role == self.OfferRole else None


class OfferDelegate(QStyledItemDelegate):
    """Draws a line: icon, title, detail, and what kind of thing it is at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(300), px(LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        offer: Offer = index.data(OfferModel.OfferRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(rect.adjusted(px(8), 1, -px(8), -1), RADIUS, RADIUS)
        side = px(18)
        mark = QRectF(rect.x() + px(20), rect.center().y() - side / 2 + 1, side, side)
        paint_icon(painter, mark, offer.icon, colour("accent" if chosen else "quiet"))
        kind_width = QFontMetrics(font("note")).horizontalAdvance(offer.kind)
        words = QRect(rect.x() + px(50), rect.y(), rect.width() - px(50) - kind_width - px(36), rect.height())
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        title_font = font("body", MEDIUM) if chosen else font("body")
        metrics = QFontMetrics(title_font)
        title = metrics.elidedText(offer.title, Qt.TextElideMode.ElideRight, words.width())
        painter.setFont(title_font)
        painter.setPen(colour("text"))
        painter.drawText(words, middle, title)
        rest = words.adjusted(metrics.horizontalAdvance(title) + px(10), 1, 0, 0)
        if rest.width() > px(30):
            painter.setFont(font("note"))
            painter.setPen(colour("quiet" if chosen else "faint"))
            detail = QFontMetrics(font("note")).elidedText(offer.detail, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, middle, detail)
        painter.setFont(font("note"))
        painter.setPen(colour("quiet" if chosen else "faint"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -px(20), 0), right, offer.kind)
        painter.restore()


class Palette(QWidget):
    """Lies over the whole window while it is open; the page behind keeps everything as it was."""

    went = Signal(object)
    closed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._over = bridge, parent
        self._rows: list[FoundRow] = []
        self._commands: list[Command] = []
        self._is_stale = True
        self.hide()
        self.frame = QFrame(self)
        dress(self.frame, "floating")
        self.frame.setAccessibleName(self.tr("Find and do"))
        box = QVBoxLayout(self.frame)
        box.setContentsMargins(0, 6, 0, 8)
        box.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(20, 0, 16, 0)
        line.addWidget(IconLabel("magnifying-glass", "faint", size=20))
        self.field = QLineEdit()
        dress(self.field, "bare")
        self.field.setPlaceholderText(self.tr("Group, meeting, person or command"))
        self.field.setAccessibleName(self.tr("Find a group, meeting, person or command"))
        line.addWidget(self.field, 1)
        box.addLayout(line)
        self.rule = QFrame()
        dress(self.rule, "rule")
        box.addWidget(self.rule)
        box.addSpacing(6)
        self.offers = OfferModel(self)
        self.list = QListView()
        self.list.setModel(self.offers)
        self.list.setItemDelegate(OfferDelegate(self.list))
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box.addWidget(self.list)
        self.nothing = label(self.tr("Nothing fits. Try fewer letters."), "quiet")
        self.nothing.setContentsMargins(20, 12, 20, 12)
        box.addWidget(self.nothing)
        self.hint = label(self.tr("↑ ↓ choose   ·   Enter opens   ·   Esc closes"), "faint")
        self.hint.setContentsMargins(20, 8, 20, 2)
        box.addWidget(self.hint)
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._on_clicked)
        bridge.changed.connect(self._on_changed)

    def open_with(self, commands: Sequence[Command]) -> None:
        """Open over the window, with the commands of this moment."""
        self._commands = list(commands)
        self.setGeometry(self._over.rect())
        self.field.clear()
        self._fill()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()
        if self._is_stale:
            self._is_stale = False
            self._bridge.ask(findable, day=self._bridge.today, language=language()).then(self._on_rows)

    def close_it(self) -> None:
        """Close without doing anything."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def shown(self) -> list[Offer]:
        """The lines on show (for tests)."""
        return [self.offers.index(row).data(OfferModel.OfferRole) for row in range(self.offers.rowCount())]

    @Slot(object)
    def _on_rows(self, rows: list[FoundRow]) -> None:
        self._rows = [with_words(row, day_text(row.day, "full")) if row.day else row for row in rows]
        self._fill()
        self._place()

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self._is_stale = True

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._fill()
        self._place()

    def _fill(self) -> None:
        typed = self.field.text().strip()
        offers = self._fitting(typed) if typed else self._recent()
        self.offers.set_offers(offers)
        self.nothing.setVisible(not offers)
        self.list.setVisible(bool(offers))
        if offers:
            self.list.setCurrentIndex(self.offers.index(0))
            if typed and self.isVisible():
                announce(self.field, f"{offers[0].title}, {offers[0].kind}")

    def _recent(self) -> list[Offer]:
        """What was opened last, the meetings that come next, then the commands."""
        every = {
            offer.key: offer for offer in (*map(self._row_offer, self._rows), *map(self._command_offer, self._commands))
        }
        recent = [every[key] for key in recall_list("palette/recent") if key in every]
        today = self._bridge.today
        ahead = [row for row in self._rows if row.day is not None and row.day >= today]
        first = [*recent, *map(self._row_offer, ahead[:NEXT]), *map(self._command_offer, self._commands)]
        return list({offer.key: offer for offer in first}.values())

    def _fitting(self, typed: str) -> list[Offer]:
        found = [(badness(typed, row.title), self._row_offer(row)) for row in best(self._rows, typed)]
        found += [
            (score + 1, self._command_offer(command))
            for command in self._commands
            if (score := badness(typed, command.title)) < NO_MATCH
        ]
        recent = recall_list("palette/recent")
        return [offer for _score, offer in sorted(found, key=lambda pair: (pair[0], _rank(recent, pair[1].key)))]

    def _row_offer(self, row: FoundRow) -> Offer:
        key = f"{row.kind.value}/{row.id}"
        match row.kind:
            case FoundKind.GROUP:
                return Offer(key, row.title, row.detail, "users-three", self.tr("Group"), Place("group", row.id))
            case FoundKind.MEETING:
                title = f"{row.title}, {day_text(row.day, 'date')}"
                return Offer(key, title, row.detail, "calendar-blank", self.tr("Meeting"), Place("meeting", row.id))
            case FoundKind.ACTION:
                place = Place("actions", wishes=wishes(action=row.id))
                sign = "lock-key" if row.is_withheld else "check-square"
                return Offer(key, row.title, row.detail, sign, self.tr("Action"), place)
            case FoundKind.CASE:
                sign = "lock-key" if row.is_withheld else "folders"
                return Offer(key, row.title, row.detail, sign, self.tr("Case"), Place("case", row.id))
            case _:
                place = Place("directory", wishes=wishes(person=row.id))
                return Offer(key, row.title, row.detail, "user", self.tr("Person"), place)

    def _command_offer(self, command: Command) -> Offer:
        kind = command.shortcut or self.tr("Command")
        return Offer(command.key, command.title, "", command.icon, kind, command=command)

    def _choose(self, offer: Offer) -> None:
        recent = [offer.key, *(key for key in recall_list("palette/recent") if key != offer.key)]
        remember_list("palette/recent", recent[:RECENT])
        self.close_it()
        if offer.place is not None:
            self.went.emit(offer.place)
        elif offer.command is not None:
            offer.command.call()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.data(OfferModel.OfferRole))

    def _place(self) -> None:
        width = min(px(620), self.width() - 48)
        lines = min(SHOWN, self.offers.rowCount())
        self.list.setFixedHeight(lines * px(LINE) + 2 if lines else 0)
        self.frame.setFixedWidth(width)
        self.frame.adjustSize()
        height = min(self.frame.sizeHint().height(), self.height() - 48)
        self.frame.setGeometry((self.width() - width) // 2, min(px(88), self.height() // 8), width, height)

    def _step(self, step: int) -> None:
        count = self.offers.rowCount()
        if count:
            row = (self.list.currentIndex().row() + step) % count
            self.list.setCurrentIndex(self.offers.index(row))
            announce(self.field, self.offers.index(row).data(Qt.ItemDataRole.AccessibleTextRole))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Escape:
                    self.close_it()
                case Qt.Key.Key_Down | Qt.Key.Key_Tab:
                    self._step(1)
                case Qt.Key.Key_Up | Qt.Key.Key_Backtab:
                    self._step(-1)
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    index = self.list.currentIndex()
                    if index.isValid():
                        self._choose(index.data(OfferModel.OfferRole))
                case _:
                    return super().eventFilter(watched, event)
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.frame.geometry().contains(event.position().toPoint()):
            self.close_it()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("shade", 90))


def _rank(recent: list[str], key: str) -> int:
    return recent.index(key) if key in recent else len(recent)
