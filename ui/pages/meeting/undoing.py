"""What was done on a page and can be taken back: said in the banner, and by Ctrl+Z outside of texts."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable

REACH = 50


@dataclass(frozen=True)
class Done:
    """A sentence, and what takes back what it tells."""

    said: str
    undo: Callable[[], object]


class Undoing(QObject):
    """The last things done, newest first to go."""

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: deque[Done] = deque(maxlen=REACH)

    def add(self, said: str, undo: Callable[[], object], *, quietly: bool = False) -> None:
        """Something was done; it is said in the banner, unless one sees it anyway."""
        done = Done(said, undo)
        self._done.append(done)
        if not quietly:
            self.told.emit(Message(said, "info", self.tr("Undo"), _Once(self, done)))

    @Slot()
    def undo(self) -> bool:
        """Take back the newest; False where there is none."""
        if not self._done:
            return False
        self._done.pop().undo()
        return True

    def take_back(self, done: Done) -> None:
        """Take back one thing, if it was not taken back before."""
        if done in self._done:
            self._done.remove(done)
            done.undo()


class _Once:
    """The banner's button: it and Ctrl+Z never undo the same thing twice."""

    def __init__(self, undoing: Undoing, done: Done) -> None:
        self._undoing, self._done = undoing, done

    def __call__(self) -> None:
        self._undoing.take_back(self._done)
