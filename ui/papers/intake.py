"""Files on their way to an item or a case: one after the other they are inspected beside the window, then attached."""

from __future__ import annotations

import functools
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from referral_desk.errors import DeskError
from referral_desk.operations.papers import Incoming, attach_paper, replace_paper
from ui.language import language
from ui.papers.incoming import Wish, take_in
from ui.papers.words import LOCKED

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.jobs import Job


@dataclass(frozen=True)
class Holder:
    """The item or the case that papers belong to."""

    item_id: int | None = None
    case_id: int | None = None


@dataclass(frozen=True)
class Errand:
    """A file for an item or a case, or a new version (or the opened form) of a paper."""

    holder: Holder
    wish: Wish
    paper_id: int | None = None
    version: int = 0
    is_unlocking: bool = False


class Intake(QObject):
    """Works through errands. Everything it changes is told by the desk; here is told what does not succeed."""

    started = Signal(str, int)
    """The file that is looked at, and how many wait."""
    stepped = Signal(int, int, str)
    finished = Signal()
    refused = Signal(object)
    replaced = Signal(int, int)
    """Paper, and the document that it showed before."""
    still_locked = Signal(int)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._waiting: deque[Errand] = deque()
        self._job: Job[Incoming] | None = None
        self._is_busy = False

    @property
    def is_busy(self) -> bool:
        """Whether files are on their way."""
        return self._is_busy

    def take(self, *errands: Errand) -> None:
        """Put errands in the queue."""
        self._waiting.extend(errands)
        if not self._is_busy:
            self._go_on()

    @Slot()
    def cancel(self) -> None:
        """Stop the one under way and drop the rest; what was attached stays."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _go_on(self) -> None:
        self._job = None
        self._is_busy = bool(self._waiting)
        if not self._waiting:
            self.finished.emit()
            return
        errand = self._waiting.popleft()
        self.started.emit(errand.wish.name, len(self._waiting))
        self._job = self._bridge.run(take_in, errand.wish, language())
        self._job.then(functools.partial(self._on_inspected, errand))
        self._job.otherwise(self._on_refused).if_cancelled(self._go_on)
        self._job.progressed(self._on_step)

    @Slot(int, int, str)
    def _on_step(self, done: int, total: int, what: str) -> None:
        self.stepped.emit(done, total, what)

    def _on_inspected(self, errand: Errand, file: Incoming) -> None:
        if errand.paper_id is None:
            holder = errand.holder
            job = self._bridge.do(attach_paper, item_id=holder.item_id, case_id=holder.case_id, file=file)
            job.then(self._on_attached).otherwise(self._on_refused)
        elif errand.is_unlocking and file.problem in LOCKED:
            self.still_locked.emit(errand.paper_id)
            self._go_on()
        else:
            swapped = self._bridge.do(replace_paper, paper_id=errand.paper_id, version=errand.version, file=file)
            swapped.then(functools.partial(self._on_replaced, errand.paper_id)).otherwise(self._on_refused)

    @Slot(object)
    def _on_attached(self, _paper_id: int) -> None:
        self._go_on()

    def _on_replaced(self, paper_id: int, before: int) -> None:
        self.replaced.emit(paper_id, before)
        self._go_on()

    def _on_refused(self, error: DeskError) -> None:
        self.refused.emit(error)
        self._go_on()
