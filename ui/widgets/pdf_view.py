"""Pages below one another, drawn elsewhere: this only shows pictures, and asks for those that come into sight."""

from __future__ import annotations

from collections import Counter, OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.theme import colour, font, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

MARGIN: Final = 16
GAP: Final = 12
A4: Final = 595.0
"""Its width in points."""
ZOOMS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
POINTS: Final = 96 / 72
"""Pixels of a point at 100 %."""
KEPT: Final = 14
BESIDE: Final = 1
"""Pages before and after those in sight that are drawn ahead."""


class PdfView(QAbstractScrollArea):
    """Shows a document of some pages. `wanted` asks for a page (from 0) in a width of real pixels."""

    wanted = Signal(int, int)
    turned = Signal(int, int)
    """The page in front (from 1), and how many there are."""
    zoomed = Signal(str)
    """The zoom in words, such as "100 %"."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name = name
        self._sizes: list[tuple[float, float]] = []
        self._usual_width = A4
        self._zoom: float | None = None
        self._pictures: OrderedDict[int, QImage | None] = OrderedDict()
        self._asked: dict[int, int] = {}
        self._drawn: dict[int, int] = {}
        self._front = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        # Fast scrolling asks for nothing until it rests.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(60)
        self._rest.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_document(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show a document whose pages have these widths and heights, in points."""
        self._sizes = list(sizes)
        widths = Counter(round(width) for width, _height in self._sizes)
        self._usual_width = float(widths.most_common(1)[0][0]) if widths else A4
        self._pictures.clear()
        self._asked.clear()
        self._drawn.clear()
        self._front = 0
        self.verticalScrollBar().setValue(0)
        self._lay_out()
        self._tell_front()

    def show_picture(self, page: int, picture: QImage | None) -> None:
        """Show a page's picture; None says that it cannot be drawn."""
        self._pictures[page] = picture
        self._pictures.move_to_end(page)
        self._drawn[page] = self._asked.pop(page, 0)
        while len(self._pictures) > KEPT:
            gone, _picture = self._pictures.popitem(last=False)
            self._drawn.pop(gone, None)
        self.viewport().update()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in front, from 1; 0 without a document."""
        return self._front + 1 if self._sizes else 0

    def turn_to(self, page: int) -> None:
        """Bring a page (from 1) to the top."""
        if self._sizes:
            place = self._rects()[max(0, min(page - 1, self.pages - 1))]
            self.verticalScrollBar().setValue(place.top() - px(GAP) // 2)

    def set_zoom(self, zoom: float | None) -> None:
        """Show at a scale; None fits the width."""
        front = self.page
        self._zoom = zoom
        # The pictures so far stand in, stretched, until the sharp ones come.
        self._asked.clear()
        self._lay_out()
        self.turn_to(front)
        self.zoomed.emit(f"{round(self.scale() * 100)} %")

    @Slot()
    def zoom_in(self) -> None:
        """One step nearer."""
        self.set_zoom(next((zoom for zoom in ZOOMS if zoom > self.scale() * 1.01), ZOOMS[-1]))

    @Slot()
    def zoom_out(self) -> None:
        """One step farther."""
        self.set_zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < self.scale() * 0.99), ZOOMS[0]))

    @Slot()
    def fit_width(self) -> None:
        """As wide as there is room."""
        self.set_zoom(None)

    def scale(self) -> float:
        """The scale in force; 1.0 is the size on paper."""
        if self._zoom is not None:
            return self._zoom
        # As wide as most pages are; a single wide drawing must not make all others small.
        return max(0.1, self._room() / (self._usual_width * POINTS))

    def _room(self) -> int:
        return self.viewport().width() - 2 * px(MARGIN)

    def _scale_of(self, width: float) -> float:
        scale = self.scale()
        return scale if self._zoom is not None else min(scale, max(0.1, self._room() / (width * POINTS)))

    def _rects(self) -> list[QRect]:
        """Where each page stands in the whole document, in pixels."""
        y, found = px(GAP), []
        room = max(self.viewport().width(), self._widest())
        for width, height in self._sizes:
            scale = self._scale_of(width) * POINTS
            wide, high = round(width * scale), round(height * scale)
            found.append(QRect((room - wide) // 2, y, wide, high))
            y += high + px(GAP)
        return found

    def _widest(self) -> int:
        widest = max((width * self._scale_of(width) for width, _height in self._sizes), default=0.0)
        return round(widest * POINTS) + 2 * px(MARGIN)

    def _lay_out(self) -> None:
        rects = self._rects()
        height = rects[-1].bottom() + px(GAP) if rects else 0
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(px(48))
        across.setRange(0, max(0, self._widest() - self.viewport().width()) if self._zoom else 0)
        across.setPageStep(self.viewport().width())
        self._rest.start()
        self.viewport().update()

    def _in_sight(self) -> list[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return [page for page, rect in enumerate(self._rects()) if rect.bottom() >= top and rect.top() <= bottom]

    @Slot()
    def _ask(self) -> None:
        if not self.isVisible():
            return
        seen = self._in_sight()
        if not seen:
            return
        rects = self._rects()
        ahead = [*seen, *range(seen[-1] + 1, seen[-1] + 1 + BESIDE), *range(seen[0] - BESIDE, seen[0])]
        for page in ahead:
            if not 0 <= page < self.pages:
                continue
            width = round(rects[page].width() * self.devicePixelRatioF())
            if self._drawn.get(page) == width:
                self._pictures.move_to_end(page)
            elif self._asked.get(page) != width:
                self._asked[page] = width
                self.wanted.emit(page, width)

    @Slot()
    def _on_scrolled(self) -> None:
        self._rest.start()
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        rects = self._rects()
        front = next((page for page, rect in enumerate(rects) if rect.bottom() >= middle), len(rects) - 1)
        if front != self._front and front >= 0:
            self._front = front
            self._tell_front()
        self.viewport().update()

    def _tell_front(self) -> None:
        said = self.tr("{name}, page {page} of {pages}")
        self.setAccessibleName(said.format(name=self._name, page=self.page, pages=self.pages))
        self.turned.emit(self.page, self.pages)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), colour("sunken"))
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        rects = self._rects()
        for page in self._in_sight():
            rect = rects[page]
            painter.setPen(QPen(colour("line"), 1))
            # Paper is white in the dark theme too: one looks at what will be printed.
            painter.setBrush(Qt.GlobalColor.white)
            painter.drawRect(QRectF(rect).adjusted(-0.5, -0.5, 0.5, 0.5))
            picture = self._pictures.get(page)
            if picture is not None and not picture.isNull():
                painter.drawImage(rect, picture)
            else:
                failed = page in self._pictures
                said = self.tr("This page cannot be shown") if failed else self.tr("Page {page}")
                painter.setFont(font("note"))
                painter.setPen(Qt.GlobalColor.darkGray)
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, said.format(page=page + 1))

        if self.hasFocus():
            painter.resetTransform()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        calls = {
            Qt.Key.Key_PageDown: lambda: self.turn_to(self.page + 1),
            Qt.Key.Key_PageUp: lambda: self.turn_to(self.page - 1),
            Qt.Key.Key_Space: lambda: bar.setValue(bar.value() + bar.pageStep() * 9 // 10),
            Qt.Key.Key_Home: lambda: self.turn_to(1),
            Qt.Key.Key_End: lambda: self.turn_to(self.pages),
            Qt.Key.Key_Down: lambda: bar.setValue(bar.value() + bar.singleStep()),
            Qt.Key.Key_Up: lambda: bar.setValue(bar.value() - bar.singleStep()),
        }
        zooms = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
        }
        call = zooms.get(Qt.Key(key)) if control else calls.get(Qt.Key(key))
        if call is not None:
            call()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        front = self.page
        if self._zoom is None and event.oldSize().width() != event.size().width():
            self._asked.clear()
        self._lay_out()
        if self._zoom is None:
            self.turn_to(front)
            self.zoomed.emit(f"{round(self.scale() * 100)} %")
