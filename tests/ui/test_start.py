"""The start of the window: the Board at once where nothing has changed, the desk behind it, or why it stays shut."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from referral_desk import deskfile, sitting
from referral_desk.deskfile import open_desk
from referral_desk.errors import Unavailable
from referral_desk.operations.people import add_person
from referral_desk.queries.board import board as board_query
from referral_desk.sitting import sit_down
from referral_desk.users import User
from referral_desk.vault import with_passphrase
from tests.demo_desk import PASSPHRASE
from ui import app, opening
from ui.language import language
from ui.pages.board import BoardPage

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def started(qtbot, demo_desk):
    """Start the program on the demo desk, again and again; each is closed before the next."""
    running = []

    def start(until=lambda one: one.window is not None):
        close(running)
        one = app.App(
            app.parser().parse_args(
                ["--desk", str(demo_desk.path), "--passphrase-file", str(demo_desk.passphrase_file)]
            )
        )
        running.append(one)
        one.start()
        qtbot.waitUntil(lambda: until(one))
        return one

    yield start
    close(running)


def close(running):
    for one in running:
        if one.window is not None:
            one.window.close()
        if one.entrance is not None:
            one.entrance.close()
        one.close()
        for part in (one.window, one.entrance, one.bridge, one):
            if part is not None:
                part.deleteLater()
    running.clear()


def board(one):
    assert isinstance(one.window.page, BoardPage)
    return one.window.page


def has_rows(one):
    return one.window is not None and board(one).row is not None


def test_the_second_start_shows_the_board_before_the_desk_is_open(started, qtbot):
    first = started(has_rows)
    assert first.arrival.look is None
    shown = board(first).row
    second = started()
    assert board(second).row == shown
    assert second.arrival.desk_file is None
    qtbot.waitUntil(lambda: second.arrival.desk_file is not None)
    with qtbot.waitSignal(second.bridge.idle):
        second.bridge.ask(board_query, year=2026, day=second.bridge.today, language="da")


def test_what_is_asked_at_once_waits_for_the_desk(started, qtbot):
    started(has_rows)
    second = started()
    heard = []
    second.bridge.changed.connect(heard.append)
    with qtbot.waitSignal(second.bridge.changed, timeout=10_000):
        second.bridge.do(add_person, name="Ny Prøve")
    assert heard[0].operation == "add_person"


def test_a_change_without_the_window_is_seen_at_the_next_start(started, demo_desk):
    started(has_rows)
    started(has_rows).close()
    with open_desk(demo_desk.path, with_passphrase(PASSPHRASE)) as file:
        sit_down(file.database, User("Prøve")).do(add_person, name="Ny Prøve")
    assert started(has_rows).arrival.look is None


def test_a_desk_that_does_not_open_behind_the_board_is_said_before_anything_is_lost(started, qtbot, monkeypatch):
    started(has_rows)

    def refuse(doorstep):
        doorstep.leave()
        raise Unavailable("{place} took too long and gave up. Nothing was changed: try again.", place="demo")

    monkeypatch.setattr(deskfile, "enter", refuse, raising=False)
    one = started(lambda one: one.entrance is not None)
    assert one.window is None
    assert one.bridge is None
    monkeypatch.undo()


def test_the_program_may_be_closed_twice_when_the_desk_has_arrived_behind_the_board(started, qtbot):
    started(has_rows)
    one = started(lambda one: one.arrival is not None and one.arrival.desk_file is not None)
    one.close()
    one.close()
    assert one.arrival is None


class Held:
    """Holds up a step on its way in: `begun` once it has begun, done only when the program is being closed."""

    def __init__(self, step):
        self.step, self.begun, self.may_go_on = step, threading.Event(), threading.Event()

    def __call__(self, *arguments, **wishes):
        self.begun.set()
        assert self.may_go_on.wait(30)
        return self.step(*arguments, **wishes)

    def closes(self, qtbot, one):
        """Close the program while the step is under way, then let what the step has to say come home."""
        qtbot.waitUntil(self.begun.is_set)
        with qtbot.waitSignal(one.runner.idle):
            self.may_go_on.set()
            one.close()


@pytest.mark.parametrize(("where", "name"), [(opening, "step_up"), (deskfile, "enter")])
def test_a_desk_that_comes_home_after_the_program_was_closed_is_let_go_and_never_asked(
    started, qtbot, demo_desk, monkeypatch, where, name
):
    held = Held(getattr(where, name))
    monkeypatch.setattr(where, name, held)
    one = started(lambda _one: True)
    held.closes(qtbot, one)
    assert (one.window, one.entrance, one.bridge, one.arrival) == (None, None, None, None)
    monkeypatch.undo()
    with open_desk(demo_desk.path, with_passphrase(PASSPHRASE)) as file:
        assert file.check_integrity() is not None


def test_a_refusal_that_comes_home_after_the_program_was_closed_asks_for_nothing(started, qtbot, monkeypatch):
    def refuse(*_arguments, **_wishes):
        raise Unavailable("{place} took too long and gave up. Nothing was changed: try again.", place="demo")

    held = Held(refuse)
    monkeypatch.setattr(opening, "step_up", held)
    one = started(lambda _one: True)
    held.closes(qtbot, one)
    assert (one.window, one.entrance) == (None, None)


def test_a_desk_that_opens_but_cannot_be_sat_down_at_is_let_go_at_once(started, demo_desk, monkeypatch):
    started(has_rows)

    def refuse(*_arguments):
        raise Unavailable("{place} took too long and gave up. Nothing was changed: try again.", place="demo")

    monkeypatch.setattr(sitting, "sit_down", refuse)
    one = started(lambda one: one.entrance is not None)
    assert one.window is None
    monkeypatch.undo()
    with open_desk(demo_desk.path, with_passphrase(PASSPHRASE)) as file:
        assert file.path == demo_desk.path


def test_the_look_is_kept_in_the_language_of_the_window(started):
    started(has_rows)
    kept = started().arrival.look
    assert kept is not None
    assert language() in {"da", "en"}


def test_the_window_starts_without_the_store_and_without_what_makes_pdfs():
    code = (
        "import sys, ui.app, ui.pages.board\n"
        "heavy = {'sqlalchemy', 'alembic', 'reportlab', 'pikepdf', 'PIL', 'pypdfium2', 'holidays', 'babel'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
