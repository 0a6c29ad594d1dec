"""Draw pages of a PDF as pictures, outside the window's process, on demand while somebody scrolls."""

from __future__ import annotations

import struct
import threading
from typing import Final, Self

from referral_desk.guard.worker import Answer, Limits, TaskBroke, Worker, WorkerFailed

TASK: Final = "referral_desk.guard.page_pictures_child:serve"
LIMITS: Final = Limits(cpu_seconds=10, wall_seconds=15, answer=96 << 20)
WIDEST: Final = 4000  # pixels
MOST_PIXELS: Final = 17_000_000  # of a picture that is believed; the child draws at most 16 million
_PNG: Final = struct.Struct(">8s4x4sII")  # signature, length, IHDR, width, height (PNG 11.2.1)
_CANNOT_OPEN: Final = (WorkerFailed, TaskBroke)


class PageDrawer:
    """A child that holds one PDF open and draws its pages on request. Close it, or use it in a ``with``.

    Any thread may call; requests wait for one another. When the child falls it is started once more; what fails twice
    is remembered as a page that cannot be drawn. The content stays with us for that, and goes only through the pipe.
    """

    def __init__(self, content: bytes, limits: Limits = LIMITS) -> None:
        self._content, self._limits = content, limits
        self._turn = threading.Lock()
        self._worker: Worker | None = None
        self._closed = threading.Event()
        self._sizes: tuple[tuple[float, float], ...] | None = None
        self._hopeless: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of every page in points, as seen; empty for a document that cannot be opened."""
        with self._turn:
            if self._sizes is None:
                for _ in range(2):
                    if self._start() is not None:
                        break
            return self._sizes or ()

    def draw(self, page: int, width_px: int) -> bytes | None:
        """Draw a page (counted from 0) as PNG, ``width_px`` wide at most; None if it cannot be drawn, or once closed.

        Very high pages come narrower: no picture has more than 16 million pixels.
        """
        if page < 0:
            raise ValueError(page)
        with self._turn:
            for _ in range(2):
                if self._closed.is_set() or page in self._hopeless:
                    return None
                worker = self._start()
                if worker is None or (self._sizes is not None and page >= len(self._sizes)):
                    continue
                try:
                    answer = worker.ask(("draw", (page, max(1, min(width_px, WIDEST)))))
                except _CANNOT_OPEN:
                    self._drop()
                    continue
                if picture := _picture(answer):
                    return picture
                break  # the child is well and says no
            if not self._closed.is_set():
                self._hopeless.add(page)
            return None

    def close(self) -> None:
        """End the child at once, also in the middle of a page; nothing can be drawn after."""
        self._closed.set()
        worker = self._worker
        if worker is not None:
            worker.close()

    def _start(self) -> Worker | None:
        """Give the child that has the document open; None if there is none to be had."""
        if self._closed.is_set():
            return None
        if self._worker is not None and self._worker.alive:
            return self._worker
        self._drop()
        try:
            worker = self._worker = Worker(TASK, self._limits)
            if self._closed.is_set():  # somebody closed while it started, and could not see it
                worker.close()
            self._sizes = _sizes(worker.ask(("open", self._content)))
        except _CANNOT_OPEN:
            self._drop()
            return None
        return worker

    def _drop(self) -> None:
        if self._worker is not None:
            self._worker.close()
            self._worker = None


def _sizes(answer: Answer) -> tuple[tuple[float, float], ...]:
    """Believe plausible sizes; a document that the child could not open has none."""
    match answer.facts.get("sizes"):
        case list(given):
            sizes = [tuple(size) for size in given if isinstance(size, list)]
            if all(len(size) == 2 and all(isinstance(side, int | float) for side in size) for size in sizes):  # noqa: PLR2004
                return tuple((float(width), float(height)) for width, height in sizes)
    return ()


def _picture(answer: Answer) -> bytes | None:
    """Believe a PNG of sane size: the window's own reader of pictures must not be led astray."""
    if len(answer.parts) != 1 or len(answer.parts[0]) < _PNG.size:
        return None
    signature, chunk, width, height = _PNG.unpack_from(answer.parts[0])
    sane = signature == b"\x89PNG\r\n\x1a\n" and chunk == b"IHDR" and 0 < width * height <= MOST_PIXELS
    return answer.parts[0] if sane else None
