"""Start of the window: wishes, log, sign-in, then the desk with its bridge; `python -m ui --help` tells the rest."""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from referral_desk.config import folders
from referral_desk.errors import DeskError, Unavailable
from referral_desk.sitting import sit_down
from referral_desk.users import User
from referral_desk.vault import with_passphrase
from ui.bridge import Bridge
from ui.collect import Collector
from ui.faults import Faults
from ui.jobs import Runner
from ui.language import language
from ui.main_window import HOME, MainWindow
from ui.memory import save_memory, settings, use_memory
from ui.opening import open_by_itself, open_with
from ui.preferences import preferences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referral_desk.deskfile import DeskFile
    from referral_desk.vault import Unlock
    from ui.doorbell import Doorbell
    from ui.entrance import Entrance

LONGEST = 4096
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
            self.runner.run(open_with, self.path, unlock).then(self.open_desk).otherwise(self._on_refused)
        else:
            self.runner.run(open_by_itself, self.path).then(self._on_opened_or_not).otherwise(self._on_refused)

    @Slot(object)
    def open_desk(self, desk_file: DeskFile) -> None:
        """Sit down at an open desk."""
        self.desk_file = desk_file
        settings().opened(str(desk_file.path), dt.datetime.now(dt.UTC))
        save_memory()
        desk = sit_down(desk_file.database, User(_person()))
        self.bridge = Bridge(desk, self)
        self.window = MainWindow(self.bridge)
        if self.asked.quit_after_paint:
            self.bridge.idle.connect(self._on_idle)
        self.window.open_place(HOME)
        self.window.show()
        if self.entrance is not None:
            self.entrance.hide()
            self.entrance.deleteLater()
            self.entrance = None
        QTimer.singleShot(0, self, self._hang_doorbell)

    @Slot()
    def _hang_doorbell(self) -> None:
        from ui.doorbell import Doorbell  # noqa: PLC0415 - after the first painting

        if self.desk_file is not None:
            self.doorbell = Doorbell(self.desk_file.path, self)
            self.doorbell.rung.connect(self.come_to_front)

    @Slot()
    def come_to_front(self) -> None:
        """Show the window over the others."""
        if self.window is not None:
            self.window.showNormal() if self.window.isMinimized() else self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    def close(self) -> None:
        """Let go of everything, in order."""
        if self.doorbell is not None:
            self.doorbell.close()
        if self.bridge is not None:
            self.bridge.close()
        self.runner.close()
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
    def _on_opened_or_not(self, desk_file: DeskFile | None) -> None:
        if desk_file is not None:
            self.open_desk(desk_file)
        elif self.path is not None:
            self._enter().ask_for(self.path)

    @Slot(object)
    def _on_refused(self, error: DeskError) -> None:
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


def _person() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "?"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window; give the exit code."""
    asked = parser().parse_args(arguments)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Referral Desk")
    app.setDesktopFileName("referral-desk")
    use_memory(folders().settings)
    faults = Faults(folders().logs)
    faults.install()
    preferences().start(asked.language, asked.theme)
    collector = Collector()
    running = App(asked)
    # In the loop, so that a fault at the start also has its page.
    QTimer.singleShot(0, running, running.start)
    code = app.exec()
    running.close()
    collector.stop()
    return code
