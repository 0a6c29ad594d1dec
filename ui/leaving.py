"""Closing the window: everything typed is kept first; what waits for a decision is shown before it could be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from ui.begun import begun_forms, is_begun
from ui.messages import Message

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.page import Page

LOOK: Final = 20
"""Milliseconds between two looks at whether what is on its way has been kept."""


class Leaving(QObject):
    """Says whether the window may close now; closes it later where something is still on its way."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._may_lose = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LOOK)
        self._later.timeout.connect(window.close)

    def may_close(self) -> bool:
        """Hand on what is being typed; False while something of it is not kept."""
        for page in self._window.pages.values():
            page.save_now()
        unsaved = next((page for page in self._window.pages.values() if is_begun(page)), None)
        if unsaved is None or self._may_lose:
            return True
        if self._window.bridge.is_busy:
            self._later.start()
        else:
            self._ask(unsaved)
        return False

    def _ask(self, page: Page) -> None:
        """Show what is not saved, and let the person decide."""
        self._window.open_place(page.place)
        if page.is_unsaved():
            page.show_unsaved()
        else:
            begun_forms(page)[0].begin()
        said = self.tr("What you wrote here is not saved yet: decide about it first.")
        self._window.banner.tell(Message(said, "warn", self.tr("Close without it"), self._close_anyway))

    @Slot()
    def _close_anyway(self) -> None:
        self._may_lose = True
        self._window.close()
