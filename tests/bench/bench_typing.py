"""Bench: what a key costs in the writing room, with 60 entries of 2,000 signs in one item, against an empty field."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from table import Row

from referral_desk import schema
from referral_desk.database import Database
from referral_desk.desk import Desk
from referral_desk.users import User
from referral_desk.vault import DataKey
from referral_desk.vocabulary import EntryKind
from tests.builders import a_group, a_meeting, an_entry, an_item, some_minutes
from ui.bridge import Bridge
from ui.pages.meeting.minutes_view import MinutesView
from ui.theme import Mode, theme

ENTRIES, SIGNS = 60, 2000
PROMISE = 16.0
KEY, SALT = bytes(range(32)), b"bench only, 16 b"
TYPED = "Kommunen fortalte, at to borgere havde henvendt sig. "
WORDS = "Politiet oplyser, at der er kommet tre henvendelser om byggepladser i kvartalet. "
PATIENCE = 30


def measure(runs: int) -> list[Row]:
    """The median and the slowest hundredth of all keys, with a note and with an action; autosave is on meanwhile."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    theme().use(Mode.LIGHT)
    with a_full_room() as view:
        ours = {kind: typed(app, view.text, runs, lambda kind=kind: start_in(view, kind)) for kind in EntryKind}
    empty = QPlainTextEdit()
    empty.resize(900, 640)
    empty.show()
    base = typed(app, empty, runs, empty.setFocus)
    rows = []
    for name, figure in (("median", statistics.median), ("slowest hundredth", slowest)):
        rows += [
            Row(f"a key in a {kind.value} of 60 x 2,000 signs, {name}", figure(keys), figure(base), "ms", None)
            for kind, keys in ours.items()
        ]
    worst = max(slowest(keys) for keys in ours.values())
    return [*rows, Row("the slowest hundredth of all keys against 16 ms", worst, PROMISE, "ms", 1.0)]


def slowest(keys: list[float]) -> float:
    """What all but one key in a hundred stays below."""
    return sorted(keys)[int(len(keys) * 0.99)]


def typed(app, text, runs, start) -> list[float]:
    """The milliseconds of each key, from the event to the painted letter; between keys one breathes, as people do."""
    keys = []
    start()
    app.processEvents()
    for letter in TYPED * runs:
        QTest.qWait(8)
        began = time.perf_counter()
        QTest.keyClick(text, letter)
        app.processEvents()
        keys.append((time.perf_counter() - began) * 1000)
    return keys


def start_in(view: MinutesView, kind: EntryKind) -> None:
    """Put the cursor into the middle entry of a kind."""
    keys = [key for key, said in view.session.sheet(view.item.id).now.items() if said.kind is kind]
    view.text.setFocus()
    view.text.go_to(keys[len(keys) // 2])


@contextlib.contextmanager
def a_full_room():
    """The writing room on an encrypted desk, with an item that holds it all."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "typing.desk"
        with contextlib.closing(Database.embedded(path, DataKey(KEY), SALT, create=True)) as database:
            schema.upgrade(database)
            bridge = Bridge(Desk(database, User("Skriver")))
            view = MinutesView(bridge, fill(database))
            view.resize(1280, 800)
            view.show()
            view.reload()
            wait_until(lambda: view.item is not None and len(view.text.pieces()) == ENTRIES)
            yield view
            view.save_now()
            wait_until(lambda: not bridge.is_busy and view.session.is_clean)
            view.close()
            bridge.close()


def fill(database: Database) -> int:
    """A held meeting whose first item has 60 entries of 2,000 signs, one kind after the other."""
    meeting = a_meeting(a_group(), day=dt.date(2026, 11, 20))
    item, minutes = an_item(meeting), some_minutes(meeting)
    for number in range(ENTRIES):
        text = f"{number}: {WORDS * 40}"[:SIGNS]
        an_entry(minutes, item, text, kind=list(EntryKind)[number % len(EntryKind)])
    with database.write() as session:
        session.add(meeting)
        session.flush()
        return meeting.id


def wait_until(condition) -> None:
    """Let the window work until something is so."""
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until, "the room never came to rest"
        QTest.qWait(5)
