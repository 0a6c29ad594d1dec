"""A program with the window open that types for ever and says each text that the window called saved, until killed."""

from __future__ import annotations

import os
import sys
import time
from itertools import count
from pathlib import Path
from types import SimpleNamespace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.window import Somebody, agenda_item, national_meeting
from ui.collect import Collector
from ui.language import use_language
from ui.theme import Mode, theme

TITLE = "Tolke ved den første samtale"


def wait_until(condition, timeout):
    """Let the window work until something is so."""
    until = time.monotonic() + timeout / 1000
    while not condition():
        assert time.monotonic() < until
        QTest.qWait(2)


# What Somebody works with, outside of pytest.
HANDS = SimpleNamespace(
    mouseClick=QTest.mouseClick, keyClick=QTest.keyClick, keyClicks=QTest.keyClicks, waitUntil=wait_until
)


def type_for_ever(desk, passphrase_file):
    """Open the coming national meeting and write word after word into an item."""
    me = Somebody(HANDS, "--desk", desk, "--passphrase-file", passphrase_file)
    me.until(lambda: me.window is not None)
    me.rest()
    national_meeting(me)
    editor = agenda_item(me, TITLE)
    field = me.field("Resumé")
    # Another word in each run: a text that stands there already is not saved once more.
    me.write(field, f"{os.getpid()}:")
    for number in count(1):
        me.add(field, f" {number}")
        me.keys("Tab")
        me.until(lambda: editor.state.text().startswith("Gemt "))
        sys.stdout.write(f"{field.toPlainText()}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    collector = Collector()
    use_language("da")
    theme().use(Mode.LIGHT)
    type_for_ever(Path(sys.argv[1]), Path(sys.argv[2]))
