"""Every page as a picture: `python -m ui.shots OUT [--desk X --passphrase-file Y]`, light and dark, Danish and English.

Without a desk file nothing can be shown but the steps before one; with one each page of the registry is drawn,
detail pages with the first group and the next meeting.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication

from referral_desk.deskfile import open_desk
from referral_desk.queries.meetings import meetings
from referral_desk.queries.search import FoundKind, findable
from referral_desk.sitting import sit_down
from referral_desk.users import User
from referral_desk.vault import with_passphrase
from referral_desk.vocabulary import Stage
from ui.bridge import Bridge
from ui.collect import Collector
from ui.jobs import Runner
from ui.main_window import MainWindow
from ui.places import Place
from ui.preferences import preferences
from ui.registry import entries
from ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referral_desk.desk import Desk

PATIENCE = 20_000
BEFORE = ("invite", "people", "pack")
AFTER = (Stage.MINUTES_DRAFTED, Stage.IN_COMMENT, Stage.APPROVED, Stage.CLOSED)


def settle(runner: Runner) -> None:
    """Let the window come to rest: answers arrived, pages painted."""
    app = QApplication.instance()
    assert app is not None
    for _round in range(3):
        app.processEvents()
        if runner.is_busy:
            loop = QEventLoop()
            runner.idle.connect(loop.quit)
            QTimer.singleShot(PATIENCE, loop, loop.quit)
            loop.exec()
    app.processEvents()


def places(desk: Desk) -> dict[str, Place]:
    """Every page by the name of its picture: details of the first group, of the next meeting, of the last ones held.

    The next meeting is seen in the views that come before its day, those held in what follows.
    """
    rows = desk.ask(findable, day=desk.today, language="da")
    first = {kind: next((row.id for row in rows if row.kind is kind), None) for kind in FoundKind}
    found = {}
    for entry in entries():
        if entry.section or entry.key not in set(FoundKind):
            found[entry.key] = Place(entry.key)
        elif (one := first.get(FoundKind(entry.key))) is not None:
            found[entry.key] = Place(entry.key, one)
    if (coming := first[FoundKind.MEETING]) is not None:
        found |= {f"meeting-{view}": Place("meeting", coming, view) for view in BEFORE}
    held = desk.ask(meetings, year=desk.today.year, today=desk.today, language="da").rows
    for stage in AFTER:
        if last := next((row.id for row in reversed(held) if row.stage is stage), None):
            found |= {f"meeting-{stage.value}-{view}": Place("meeting", last, view) for view in ("minutes", "people")}
    return found


def draw(
    desk: Desk, out: Path, *, size: QSize, modes: Sequence[str], languages: Sequence[str], text_size: int = 100
) -> int:
    """Draw every page in every theme and language into a folder; give how many pictures were made."""
    out.mkdir(parents=True, exist_ok=True)
    bridge = Bridge(desk)
    made = 0
    for mode in modes:
        for language in languages:
            preferences().start(language, mode)
            theme().use(preferences().mode, text_size)
            window = MainWindow(bridge)
            window.resize(size)
            window.show()
            for picture, place in places(desk).items():
                window.open_place(place)
                settle(bridge)
                name = f"{picture}-{mode}-{language}.png"
                if not window.grab().save(str(out / name)):
                    message = f"{out / name} could not be written"
                    raise OSError(message)
                made += 1
            window.close()
            window.deleteLater()
            settle(bridge)
    bridge.close()
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw the pictures; give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m ui.shots", description="Draw every page as a PNG.")
    parser.add_argument("out", type=Path, help="the folder for the pictures")
    parser.add_argument("--desk", type=Path, required=True)
    parser.add_argument("--passphrase-file", type=Path, required=True)
    parser.add_argument("--size", default="1280x800", help="such as 1920x1080")
    parser.add_argument("--theme", choices=("light", "dark"), action="append")
    parser.add_argument("--language", choices=("da", "en"), action="append")
    parser.add_argument("--text-size", type=int, default=100)
    asked = parser.parse_args(arguments)
    width, height = (int(part) for part in asked.size.split("x"))
    application = QApplication(sys.argv[:1])
    collector = Collector()
    passphrase = asked.passphrase_file.read_text(encoding="utf-8").splitlines()[0]
    with open_desk(asked.desk, with_passphrase(passphrase)) as desk_file:
        desk = sit_down(desk_file.database, User("Koordinator CMM"))
        made = draw(
            desk,
            asked.out,
            size=QSize(width, height),
            modes=asked.theme or ("light", "dark"),
            languages=asked.language or ("da", "en"),
            text_size=asked.text_size,
        )
    sys.stdout.write(f"{made} pictures in {asked.out}\n")
    collector.stop()
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
