"""The writing room on a desk file, with somebody who types for ever: says each word, and all that was called saved."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from referral_desk.demo.make import PASSPHRASE
from referral_desk.deskfile import open_desk
from referral_desk.sitting import sit_down
from referral_desk.users import User
from referral_desk.vault import with_passphrase
from ui.bridge import Bridge
from ui.collect import Collector
from ui.language import use_language
from ui.pages.meeting.minutes_view import MinutesView
from ui.theme import Mode, theme

STARTS = ("", "/b ", "/o 3/3: ", "- ")


def say(what, *words):
    """A line with the moment, for who watches."""
    sys.stdout.write(" ".join((what, f"{time.time():.3f}", *map(str, words))) + "\n")
    sys.stdout.flush()


def kept_words(view):
    """Every word that the session takes for kept."""
    texts = [kept.said.text for sheet in view.session.sheets.values() for kept in sheet.kept.values()]
    return re.findall(r"o\d+x\d+", " ".join(texts))


def type_for_ever(desk, meeting_id):
    """Write word after word, entry after entry, item after item."""
    view = MinutesView(Bridge(desk), meeting_id)
    view.resize(1000, 700)
    view.show()
    view.reload()
    while view.item is None:
        QTest.qWait(5)
    view.session.saved.connect(lambda _item: say("saved", *kept_words(view)))
    number, mark = 0, os.getpid()
    while True:
        number += 1
        word = f"o{mark}x{number}"
        if number % 12 == 1:
            QTest.keyClick(view.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if number % 4 == 1:
            QTest.keyClick(view.text, Qt.Key.Key_Return)
            QTest.keyClick(view.text, Qt.Key.Key_Return)
            QTest.keyClicks(view.text, STARTS[number // 4 % len(STARTS)])
        QTest.keyClicks(view.text, word, delay=3)
        say("typed", word)
        QTest.keyClicks(view.text, " ", delay=3)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    collector = Collector()
    use_language("da")
    theme().use(Mode.LIGHT)
    with open_desk(Path(sys.argv[1]), with_passphrase(PASSPHRASE)) as file:
        type_for_ever(sit_down(file.database, User("Sekretær Prøve")), int(sys.argv[2]))
