"""What the Board showed last is painted at once, as long as nothing has changed since."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select, update

from referral_desk import first_look as module
from referral_desk.demo.make import PASSPHRASE
from referral_desk.desk import operation
from referral_desk.deskfile import enter, open_desk, step_up
from referral_desk.first_look import first_look
from referral_desk.models import FirstLook, LogEntry, Person, Setting
from referral_desk.models.log import START
from referral_desk.operations.first_looks import keep_first_looks
from referral_desk.operations.people import add_person
from referral_desk.plain import from_plain, to_plain
from referral_desk.queries.board import board, boards_ahead
from referral_desk.queries.board_rows import BoardRow
from referral_desk.sitting import sit_down
from referral_desk.users import User
from referral_desk.vault import with_passphrase
from tests.builders import TODAY

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def looked_at(demo_desk):
    """The demo desk after a window showed its Board and was closed."""
    with open_desk(demo_desk.path, with_passphrase(PASSPHRASE)) as file:
        desk = sit_down(file.database, User("Prøve"))
        shown = desk.ask(board, year=desk.today.year, day=desk.today, language="da")
        desk.do(keep_first_looks, language="da", looks=desk.ask(boards_ahead, day=desk.today, language="da"))
    return demo_desk.path, shown


def look(path, language="da"):
    doorstep = step_up(path, with_passphrase(PASSPHRASE))
    try:
        return first_look(doorstep, BoardRow, language)
    finally:
        doorstep.leave()


def test_the_look_is_what_the_query_would_give(looked_at):
    path, shown = looked_at
    rows, day = look(path)
    assert rows == shown
    assert day == shown.today


def test_another_language_has_no_look(looked_at):
    assert look(looked_at[0], "en") is None


def test_any_change_ends_the_look(looked_at):
    path, _ = looked_at
    with open_desk(path, with_passphrase(PASSPHRASE)) as file:
        sit_down(file.database, User("Prøve")).do(add_person, name="Ny Prøve")
    assert look(path) is None


@operation("coordinator", gathers=True)
def type_name(work, *, person_id, name):
    work.get(Person, person_id).name = name
    work.touched("people")


def test_writing_that_goes_on_after_the_window_was_closed_ends_the_look(looked_at):
    path, _ = looked_at
    with open_desk(path, with_passphrase(PASSPHRASE)) as file:
        desk = sit_down(file.database, User("Prøve"))
        [one] = desk.ask(lambda session: session.scalars(select(Person.id).limit(1)).all())
        for number, kept in enumerate((False, True, False)):
            desk.do(type_name, person_id=one, name=f"Navn {number}")
            if kept:
                desk.do(keep_first_looks, language="da", looks=desk.ask(boards_ahead, day=desk.today, language="da"))
    assert look(path) is None


def test_a_day_that_was_not_foreseen_has_no_look(looked_at):
    path, shown = looked_at
    later = shown.today + dt.timedelta(days=30)
    with open_desk(path, with_passphrase(PASSPHRASE)) as file, file.database.write() as session:
        session.execute(update(Setting).where(Setting.key == "demo.today").values(value=f'"{later}"'))
    assert look(path) is None


def test_the_day_after_has_its_own_look(looked_at):
    path, shown = looked_at
    tomorrow = shown.today + dt.timedelta(days=1)
    with open_desk(path, with_passphrase(PASSPHRASE)) as file, file.database.write() as session:
        session.execute(update(Setting).where(Setting.key == "demo.today").values(value=f'"{tomorrow}"'))
    rows, day = look(path)
    assert (rows.today, day) == (tomorrow, tomorrow)


def test_a_look_that_cannot_be_read_is_passed_over(looked_at):
    path, _ = looked_at
    with open_desk(path, with_passphrase(PASSPHRASE)) as file, file.database.write() as session:
        session.execute(update(FirstLook).values(rows='{"year": "soon"}'))
    assert look(path) is None


def test_keeping_looks_leaves_no_log_entry_and_replaces_those_before(desk, database):
    for _ in range(2):
        desk.do(keep_first_looks, language="da", looks=desk.ask(boards_ahead, day=TODAY, language="da", days=2))
    with database.read() as session:
        assert list(session.scalars(select(LogEntry))) == []
        assert len(list(session.scalars(select(FirstLook)))) == 2


def test_a_desk_is_entered_from_its_doorstep(demo_desk):
    doorstep = step_up(demo_desk.path, with_passphrase(PASSPHRASE))
    with enter(doorstep) as file:
        assert sit_down(file.database, User("Prøve")).today == dt.date(2026, 11, 20)


def test_rows_survive_the_way_to_json_and_back(desk):
    row = desk.ask(board, year=2026, day=TODAY, language="da")
    assert from_plain(BoardRow, to_plain(row)) == row


@pytest.mark.parametrize("wrong", [{}, {"year": 1}, None, []])
def test_what_is_not_a_row_is_refused(wrong):
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_plain(BoardRow, wrong)


def test_a_first_look_needs_nothing_of_the_store():
    code = (
        "import sys; import referral_desk.first_look, referral_desk.queries.board_rows, referral_desk.deskfile\n"
        "from referral_desk.deskfile import step_up\n"
        "assert 'sqlalchemy' not in sys.modules, [m for m in sys.modules if m.startswith('sqlalchemy')][:3]"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_the_empty_log_has_the_same_beginning_everywhere():
    assert module.START == START
