"""Python's cyclic garbage is collected on the window's thread only.

Python collects wherever it happens to run, also on the desk's thread. A window part or a socket that is freed there
takes its timers and notifiers from under Qt's event loop, and the program dies. Counting references is not touched.
"""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY: Final = 500
"""Milliseconds between two looks."""
LIMITS: Final = (5000, 20, 20)
"""How much a generation may hold before it is collected: objects, then collections of the generation before."""


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is collected in here: for what makes Qt go through every widget, also those that nobody holds any more.

    A widget that is freed under way would be gone when Qt comes to it, and the program dies.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Collector(QObject):
    """Collects from time to time, the young often and the old seldom; what was there at its start never."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.collect()
        # The libraries stay for ever: looking through them each time would hold the window up.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> int:
        """Collect what is due; give the oldest generation that was, or -1."""
        counts = gc.get_count()
        due = [generation for generation in (0, 1, 2) if counts[generation] > LIMITS[generation]]
        if not due:
            return -1
        gc.collect(due[-1])
        return due[-1]

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
