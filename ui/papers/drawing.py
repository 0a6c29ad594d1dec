"""Pages become pictures in another process (trust.md H); the window's thread only shows them."""

from __future__ import annotations

import functools
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from referral_desk.guard.page_pictures import PageDrawer
    from ui.bridge import Bridge
    from ui.jobs import Progress

Sizes = tuple[tuple[float, float], ...]


class Shelf:
    """The processes that draw for one view. A view that goes leaves none behind, not even one that was starting."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._drawers: set[PageDrawer] | None = set()

    def keep(self, drawer: PageDrawer) -> bool:
        """Put a drawer on the shelf; False once the view is gone."""
        with self._lock:
            if self._drawers is None:
                return False
            self._drawers.add(drawer)
            return True

    def drop(self, drawer: PageDrawer) -> None:
        """Take a drawer off the shelf and end its process."""
        with self._lock:
            if self._drawers is not None:
                self._drawers.discard(drawer)
        drawer.close()

    def close(self, _gone: object = None) -> None:
        """The view is gone: end them all."""
        with self._lock:
            drawers, self._drawers = self._drawers or set(), None
        for drawer in drawers:
            drawer.close()


@dataclass(frozen=True)
class Opened:
    """A document whose pages can be drawn; empty sizes say that it cannot be opened."""

    drawer: PageDrawer
    sizes: Sizes


def open_document(_progress: Progress, shelf: Shelf, content: bytes) -> Opened:
    """Start the process that draws; it ends with `close_document`, or with the shelf."""
    from referral_desk.guard.page_pictures import PageDrawer  # noqa: PLC0415 - only when something is looked at

    drawer = PageDrawer(content)
    return Opened(drawer, drawer.sizes if shelf.keep(drawer) else ())


def draw_page(_progress: Progress, drawer: PageDrawer, page: int, width: int) -> QImage | None:
    """Draw a page (from 0); decoding its picture belongs here too, for it takes a while."""
    picture = drawer.draw(page, width)
    return None if picture is None else QImage.fromData(picture)


def read_picture(_progress: Progress, content: bytes) -> QImage:
    """Decode a picture that was made safe (rewritten by the guard)."""
    return QImage.fromData(content)


def close_document(_progress: Progress, shelf: Shelf, drawer: PageDrawer) -> None:
    """End the process that draws."""
    shelf.drop(drawer)


class PageArtist(QObject):
    """Draws the pages of one document at a time, those asked for last first, one after the other."""

    opened = Signal(object)
    """The sizes of the pages in points."""
    drawn = Signal(int, object)
    """A page and its picture, or None."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._drawer: PageDrawer | None = None
        self._turn = 0
        self._shelf = Shelf()
        # Qt calls this when the view is gone; the shelf itself is no part of it.
        self.destroyed.connect(self._shelf.close)
        self._wanted: dict[int, int] = {}
        self._is_drawing = False
        self._still: QImage | None = None

    def open(self, content: bytes) -> None:
        """Take another document; `opened` follows."""
        self.close()
        self._bridge.run(open_document, self._shelf, content).then(functools.partial(self._on_opened, self._turn))

    def open_picture(self, content: bytes) -> None:
        """Take a picture that was made safe, as a document of one page; `opened` follows."""
        self.close()
        self._bridge.run(read_picture, content).then(functools.partial(self._on_picture, self._turn))

    @Slot(int, int)
    def want(self, page: int, width: int) -> None:
        """Ask for a page (from 0) in a width of pixels."""
        if self._still is not None:
            self.drawn.emit(page, self._still)
            return
        self._wanted.pop(page, None)
        self._wanted[page] = width
        self._go_on()

    def close(self) -> None:
        """Let go of the document."""
        self._turn += 1
        self._wanted.clear()
        self._still = None
        drawer, self._drawer = self._drawer, None
        if drawer is not None:
            self._bridge.run(close_document, self._shelf, drawer)

    def _on_opened(self, turn: int, opened: Opened) -> None:
        if turn != self._turn:
            self._bridge.run(close_document, self._shelf, opened.drawer)
            return
        self._drawer = opened.drawer
        self.opened.emit(opened.sizes)

    def _on_picture(self, turn: int, picture: QImage) -> None:
        if turn != self._turn:
            return
        self._still = picture
        # Pixels as points of a page as wide as A4 at most.
        factor = min(1.0, 595 / max(1, picture.width()))
        self.opened.emit(() if picture.isNull() else ((picture.width() * factor, picture.height() * factor),))

    def _go_on(self) -> None:
        if self._is_drawing or self._drawer is None or not self._wanted:
            return
        # What was asked for last is what is in sight now.
        page, width = self._wanted.popitem()
        self._is_drawing = True
        job = self._bridge.run(draw_page, self._drawer, page, width)
        job.then(functools.partial(self._on_drawn, self._turn, page))

    def _on_drawn(self, turn: int, page: int, picture: QImage | None) -> None:
        self._is_drawing = False
        if turn == self._turn:
            self.drawn.emit(page, picture)
        self._go_on()
