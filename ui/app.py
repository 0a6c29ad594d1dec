"""Start of the window: wishes, log, sign-in, then the desk with its bridge; `python -m ui --help` tells the rest."""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from referral_desk.config import folders
from referral_desk.errors import DeskError, Unavailable
from referral_desk.vault import with_passphrase
from ui.bridge import Bridge
from ui.clipboard import CopyGuard
from ui.collect import Collector
from ui.faults import Faults
from ui.jobs import Runner
from ui.language import language
from ui.main_window import HOME, MainWindow
from ui.memory import save_memory, settings, use_memory
from ui.opening import arrive_by_itself, arrive_with, go_in, present_user
from ui.preferences import preferences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referral_desk.desk import Desk
    from referral_desk.deskfile import DeskFile
    from referral_desk.vault import Unlock
    from ui.doorbell import Doorbell
    from ui.entrance import Entrance
    from ui.opening import Arrival

LONGEST = 4096
SETTLED = 20
"""Milliseconds that the first painting has for itself before the desk is opened beside it."""
EPILOG = """examples:
  python -m ui                                    the desk of last time, or the choice of desks
  python -m ui --desk groups.desk                 a certain desk; the keyring opens it, or you are asked
  python -m ui --desk demo.desk --passphrase-file pass.txt --language en --theme dark
"""


def parser() -> argparse.ArgumentParser:
    """What can be said at the start."""
    made = argparse.ArgumentParser(
        prog="python -m ui",
        description="Open the window of Referral Desk.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("file", nargs="?", type=Path, help="a .desk file (double click on it says this)")
    made.add_argument("--desk", type=Path, help="the desk to open")
    made.add_argument("--passphrase-file", type=Path, help="a file whose first line is the passphrase")
    made.add_argument("--language", choices=("da", "en"), default="", help="this time only")
    made.add_argument("--theme", choices=("light", "dark", "system"), default="", help="this time only")
    made.add_argument("--quit-after-paint", action="store_true", help="end when the Board has been painted (bench)")
    return made


class App(QObject):
    """Holds what lives as long as the program: the entrance or the window, the desk, the bridge."""

    def __init__(self, asked: argparse.Namespace) -> None:
        super().__init__()
        self.asked = asked
        self.runner = Runner(self)
        self.doorbell: Doorbell | None = None
        self.entrance: Entrance | None = None
        self.window: MainWindow | None = None
        self.bridge: Bridge | None = None
        self.desk_file: DeskFile | None = None
        self.path: Path | None = None
        self.arrival: Arrival | None = None
        self._is_closed = False

    @Slot()
    def start(self) -> None:
        """Show the desk that was asked for, or of last time, or the choice of desks."""
        self.path = self._wanted_path()
        if self.path is None:
            self._enter().choose()
            return
        try:
            unlock = self._unlock()
        except DeskError as error:
            self._enter().choose(error.sentence(language()))
            return
        # The window comes with the desk: only where it has to ask does the entrance stand before it.
        if unlock is not None:
            coming = self.runner.run(arrive_with, self.path, unlock, language())
            coming.then(self._on_arrival).otherwise(self._on_refused)
        else:
            asked = self.runner.run(arrive_by_itself, self.path, language())
            asked.then(self._on_arrival).otherwise(self._on_refused)

    @Slot(object)
    def open_desk(self, desk_file: DeskFile) -> None:
        """Sit down at an open desk; one that comes after the program was closed is closed too."""
        if self._is_closed:
            desk_file.close()
            return
        from referral_desk.sitting import sit_down  # noqa: PLC0415 - it loads the store

        self.desk_file = desk_file
        self.bridge = Bridge(sit_down(desk_file.database, present_user()), self)
        self._show_window(desk_file.path)

    def _show_window(self, path: Path) -> None:
        """Show the Board of a desk that is open, or still being opened."""
        assert self.bridge is not None
        self.path = path
        settings().opened(str(path), dt.datetime.now(dt.UTC))
        save_memory()
        self.window = MainWindow(self.bridge)
        self.window.open_place(HOME)
        self.window.show()
        if self.asked.quit_after_paint:
            if self.arrival is not None and self.arrival.look is not None:
                self._on_idle()
            else:
                self.bridge.idle.connect(self._on_idle)
        if self.entrance is not None:
            self.entrance.hide()
            self.entrance.deleteLater()
            self.entrance = None
        QTimer.singleShot(0, self, self._hang_doorbell)

    @Slot()
    def _hang_doorbell(self) -> None:
        from ui.doorbell import Doorbell  # noqa: PLC0415 - after the first painting

        if self.path is not None:
            self.doorbell = Doorbell(self.path, self)
            self.doorbell.rung.connect(self.come_to_front)

    @Slot()
    def come_to_front(self) -> None:
        """Show the window over the others."""
        if self.window is not None:
            self.window.showNormal() if self.window.isMinimized() else self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    def close(self) -> None:
        """Let go of everything, in order; may be called twice. What is still on its way is let go when it arrives."""
        if self._is_closed:
            return
        self._is_closed = True
        if self.doorbell is not None:
            self.doorbell.close()
        if self.bridge is not None:
            self.bridge.close()
            self.bridge.keep_first_looks(language())
        self.runner.close()
        if self.arrival is not None:
            self.arrival.leave()
            self.arrival = None
        if self.desk_file is not None:
            self.desk_file.close()
        save_memory()

    def _wanted_path(self) -> Path | None:
        said: Path | None = self.asked.desk or self.asked.file
        if said is not None:
            return said.absolute()
        recent = settings().recent
        return Path(recent[0].place) if recent and Path(recent[0].place).is_file() else None

    def _unlock(self) -> Unlock | None:
        if self.asked.passphrase_file is None:
            return None
        try:
            with self.asked.passphrase_file.open(encoding="utf-8") as file:
                return with_passphrase(file.readline(LONGEST).rstrip("\r\n"))
        except (OSError, UnicodeDecodeError) as error:
            path = self.asked.passphrase_file
            raise Unavailable("The passphrase file {file} cannot be read.", file=path) from error

    def _enter(self) -> Entrance:
        from ui.entrance import Entrance  # noqa: PLC0415 - most starts need no entrance

        self.entrance = Entrance(self.runner)
        self.entrance.opened.connect(self.open_desk)
        self.entrance.show()
        return self.entrance

    @Slot(object)
    def _on_arrival(self, arrival: Arrival | None) -> None:
        if self._is_closed:
            if arrival is not None:
                arrival.leave()
            return
        if arrival is None:
            assert self.path is not None
            self._enter().ask_for(self.path)
            return
        self.arrival = arrival
        if arrival.look is None:
            self.runner.run(go_in, arrival, present_user()).then(self._on_inside).otherwise(self._on_refused)
            return
        user = present_user()
        self.bridge = Bridge.to_be(arrival.look, user, functools.partial(arrival.go_in, user), self)
        self.bridge.shut.connect(self._on_not_inside)
        self._show_window(arrival.path)
        # The Board is painted first; then the desk behind it is opened.
        QTimer.singleShot(0, self, self._set_off)

    @Slot()
    def _set_off(self) -> None:
        if self.bridge is not None:
            QTimer.singleShot(SETTLED, self.bridge, self.bridge.set_off)

    @Slot(object)
    def _on_inside(self, desk: Desk) -> None:
        if self._is_closed:
            # It was let go with the arrival: its key is wiped, nobody may ask it anything.
            return
        assert self.arrival is not None
        self.bridge = Bridge(desk, self)
        self._show_window(self.arrival.path)

    @Slot(object)
    def _on_not_inside(self, error: DeskError) -> None:
        """The Board stood there already, but the desk behind it does not open."""
        if self._is_closed:
            return
        assert self.arrival is not None
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None
        if self.doorbell is not None:
            self.doorbell.close()
            self.doorbell = None
        if self.bridge is not None:
            self.bridge.close()
            self.bridge.deleteLater()
            self.bridge = None
        path, self.arrival = self.arrival.path, None
        self._enter().ask_for(path, error)

    @Slot(object)
    def _on_refused(self, error: DeskError) -> None:
        if self._is_closed:
            return
        from ui.doorbell import ring  # noqa: PLC0415 - only a desk that is taken needs it

        assert self.path is not None
        if ring(self.path):
            QApplication.quit()
        else:
            self._enter().ask_for(self.path, error)

    @Slot()
    def _on_idle(self) -> None:
        assert self.window is not None
        if self.window.page is not None:
            self.window.page.installEventFilter(self)
            self.window.page.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, QApplication.quit)
        return super().eventFilter(watched, event)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window; give the exit code."""
    asked = parser().parse_args(arguments)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Referral Desk")
    app.setDesktopFileName("referral-desk")
    use_memory(folders().settings)
    faults = Faults(folders().logs)
    faults.install()
    CopyGuard(app)
    preferences().start(asked.language, asked.theme)
    collector = Collector()
    running = App(asked)
    # In the loop, so that a fault at the start also has its page.
    QTimer.singleShot(0, running, running.start)
    code = app.exec()
    running.close()
    collector.stop()
    return code
