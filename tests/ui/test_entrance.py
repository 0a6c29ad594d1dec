"""Before the desk is open: choosing, signing in, making one, and the recovery code typed back."""

import datetime as dt

import pytest
from PySide6.QtGui import QGuiApplication

from referral_desk import deskfile
from referral_desk.config import folders
from referral_desk.deskfile import create_desk, open_desk
from referral_desk.queries.groups import groups
from referral_desk.sitting import sit_down
from referral_desk.users import User
from referral_desk.vault import with_passphrase
from referral_desk.vocabulary import Tier
from tests.keys import CHEAP, PHRASE, memory_keychain
from tests.ui import accessibility
from ui import app, opening
from ui.dialogs.choose_desk import ChooseDesk
from ui.dialogs.new_desk import NewDeskStep, RecoveryStep
from ui.dialogs.sign_in import SignIn
from ui.doorbell import ring
from ui.entrance import Entrance
from ui.jobs import Runner
from ui.language import language
from ui.memory import settings

MONDAY = dt.datetime(2026, 11, 16, 13, tzinfo=dt.UTC)


@pytest.fixture
def runner(qapp):
    made = Runner()
    yield made
    made.close()
    qapp.processEvents()


@pytest.fixture
def entrance(qtbot, runner):
    made = Entrance(runner)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def a_desk(tmp_path):
    """A desk with a passphrase, and its recovery code."""
    made = create_desk(tmp_path / "Grupper.desk", passphrase=PHRASE, use_keyring=False, work=CHEAP)
    made.desk_file.vault.confirm_recovery(made.recovery_code)
    path, code = made.desk_file.path, made.recovery_code
    made.desk_file.close()
    return path, code


def step_of(qtbot, entrance, kind):
    qtbot.waitUntil(lambda: isinstance(entrance.step, kind), timeout=10000)
    return entrance.step


def opened(qtbot, entrance, act):
    with qtbot.waitSignal(entrance.opened, timeout=20000) as told:
        act()
    return told.args[0]


def test_without_a_desk_one_can_make_or_open_one(entrance):
    entrance.choose()
    assert isinstance(entrance.step, ChooseDesk)
    assert accessibility.faults(entrance) == []
    entrance.step.language.choose("da")
    assert language() == "da"


def test_the_language_changes_what_the_first_step_says(entrance, qtbot):
    entrance.choose()
    before = entrance.step
    before.language.choose("da")
    qtbot.waitUntil(lambda: entrance.step is not before)
    assert entrance.step.make_new.text() == "Opret en ny desk"


def test_the_desks_of_late_are_one_click_away(entrance, qtbot, a_desk):
    settings().opened(str(a_desk[0]), MONDAY)
    entrance.choose()
    [row] = entrance.step.recent.buttons()
    assert row.look.title == "Grupper"
    row.click()
    assert step_of(qtbot, entrance, SignIn).title.text() == "Grupper"


def test_the_passphrase_opens_the_desk(entrance, qtbot, a_desk):
    entrance.open_path(a_desk[0])
    step = step_of(qtbot, entrance, SignIn)
    assert accessibility.faults(entrance) == []
    assert not step.open_it.isEnabled()
    step.field.setText(PHRASE)
    desk_file = opened(qtbot, entrance, step.open_it.click)
    assert desk_file.path == a_desk[0]
    desk_file.close()


def test_a_wrong_passphrase_is_said_and_the_right_one_can_follow(entrance, qtbot, a_desk):
    entrance.open_path(a_desk[0])
    step = step_of(qtbot, entrance, SignIn)
    step.field.setText("not this one")
    step.open_it.click()
    qtbot.waitUntil(step.wrong.isVisible, timeout=10000)
    assert "does not open Grupper" in step.wrong.text()
    assert step.card.isEnabled()
    step.field.setText(PHRASE)
    assert not step.wrong.isVisible()
    opened(qtbot, entrance, step.open_it.click).close()


def test_the_recovery_code_opens_the_desk_too(entrance, qtbot, a_desk):
    entrance.open_path(a_desk[0])
    step = step_of(qtbot, entrance, SignIn)
    step.other_way.click()
    assert step.name.text() == "Recovery code"
    step.field.setText(a_desk[1].lower())
    opened(qtbot, entrance, step.open_it.click).close()


def test_what_is_typed_can_be_shown(entrance, qtbot, a_desk):
    entrance.open_path(a_desk[0])
    step = step_of(qtbot, entrance, SignIn)
    assert step.field.echoMode() is step.field.EchoMode.Password
    step.look.trigger()
    assert step.field.echoMode() is step.field.EchoMode.Normal


def test_a_file_that_is_no_desk_leads_back_to_the_choice_with_its_reason(entrance, qtbot, tmp_path):
    entrance.open_path(tmp_path / "gone.desk")
    step = step_of(qtbot, entrance, ChooseDesk)
    assert step.wrong.isVisible()
    assert "gone.desk" in step.wrong.text()


def test_a_desk_is_made_and_its_code_typed_back(entrance, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "Keychain", memory_keychain)
    monkeypatch.setattr(deskfile, "create_desk", _cheaply, raising=False)
    entrance.make_new()
    step = step_of(qtbot, entrance, NewDeskStep)
    assert accessibility.faults(entrance) == []
    assert step.keyring.isChecked()
    step.keyring.setChecked(False)
    step.form.fill({"folder": tmp_path})
    step.form.fill({"name": "Ny", "passphrase": PHRASE, "again": "something else"})
    step.make.click()
    assert step.form.inputs["again"].property("wrong")
    step.form.fill({"again": PHRASE})
    step.make.click()
    shown = step_of(qtbot, entrance, RecoveryStep)
    assert accessibility.faults(entrance) == []
    code = shown.code.accessibleName()
    assert not shown.go_on.isEnabled()
    shown.field.setText(code[:-1] + ("A" if code[-1] != "A" else "B"))
    shown.go_on.click()
    qtbot.waitUntil(shown.wrong.isVisible, timeout=10000)
    shown.field.setText(code.lower().replace("-", " "))
    desk_file = opened(qtbot, entrance, shown.go_on.click)
    assert desk_file.path == tmp_path / "Ny.desk"
    assert desk_file.vault.recovery_confirmed
    # A new desk knows the groups and their chain already.
    desk = sit_down(desk_file.database, User("Ny"))
    assert len(desk.ask(groups, day=desk.today, language="da").of(Tier.REGIONAL)) == 6
    desk_file.close()


def test_a_code_that_is_right_only_after_the_entrance_was_closed_opens_nothing(entrance, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "Keychain", memory_keychain)
    monkeypatch.setattr(deskfile, "create_desk", _cheaply, raising=False)
    entrance.make_new()
    step = step_of(qtbot, entrance, NewDeskStep)
    step.keyring.setChecked(False)
    step.form.fill({"folder": tmp_path, "name": "Ny", "passphrase": PHRASE, "again": PHRASE})
    step.make.click()
    shown = step_of(qtbot, entrance, RecoveryStep)
    shown.field.setText(shown.code.accessibleName())
    told = []
    entrance.opened.connect(told.append)
    with qtbot.waitSignal(entrance.runner.idle, timeout=10000):
        shown.go_on.click()
        entrance.close()
    assert told == []
    with open_desk(tmp_path / "Ny.desk", with_passphrase(PHRASE)) as file:
        assert file.path == tmp_path / "Ny.desk"


def _cheaply(path, **wanted):
    return create_desk(path, work=CHEAP, **wanted)


def test_a_copied_code_is_not_a_written_one(qtbot):
    step = RecoveryStep("7K2M-91QX-ABCD-EFGH-JKMN-PQRS-TVWX-QX4T-C")
    qtbot.addWidget(step)
    QGuiApplication.clipboard().setText("7K2M-91QX")
    step.field.setText("7K2M-91QX")
    assert not step.go_on.isEnabled()
    assert "copied" in step.wrong.text()


def test_without_a_keyring_the_step_says_why(entrance, qtbot):
    entrance.make_new()
    step = step_of(qtbot, entrance, NewDeskStep)
    assert step.why.text() == "No keyring answers on this computer, so a passphrase is asked for."
    assert not step.keyring.isEnabled()
    step.back.click()
    assert isinstance(entrance.step, ChooseDesk)


def test_a_short_passphrase_and_an_empty_name_are_said(entrance, qtbot, tmp_path):
    entrance.make_new()
    step = step_of(qtbot, entrance, NewDeskStep)
    step.form.fill({"folder": tmp_path})
    step.form.fill({"name": " "})
    step.make.click()
    assert step.form.inputs["name"].property("wrong")
    step.form.fill({"name": "Ny", "passphrase": "kort", "again": "kort"})
    step.make.click()
    qtbot.waitUntil(step.wrong.isVisible, timeout=10000)
    assert not (tmp_path / "Ny.desk").exists()


@pytest.fixture
def program(qtbot, a_desk):
    """The program on a desk, as `python -m ui --desk X --passphrase-file Y` starts it."""
    phrase = a_desk[0].with_name("passphrase.txt")
    phrase.write_text(PHRASE + "\n", encoding="utf-8")
    asked = app.parser().parse_args(["--desk", str(a_desk[0]), "--passphrase-file", str(phrase)])
    running = app.App(asked)
    running.start()
    qtbot.waitUntil(lambda: running.window is not None and running.bridge.is_busy is False, timeout=20000)
    qtbot.addWidget(running.window)
    yield running
    running.window.close()
    running.close()


def test_the_program_starts_with_the_board(program, a_desk):
    assert program.window.page.title() == "Board"
    assert settings().recent[0].place == str(a_desk[0])
    assert program.entrance is None


def test_a_second_start_calls_the_first_window(program, qtbot, a_desk):
    qtbot.waitUntil(lambda: ring(a_desk[0]))
    program.come_to_front()
    assert program.window.isVisible()


def test_nobody_hears_the_bell_of_a_desk_that_is_not_open(tmp_path):
    assert not ring(tmp_path / "other.desk")


def test_a_passphrase_file_that_is_not_there_is_said(qtbot, a_desk):
    asked = app.parser().parse_args([str(a_desk[0]), "--passphrase-file", str(folders().desks / "none.txt")])
    running = app.App(asked)
    running.start()
    qtbot.addWidget(running.entrance)
    assert "cannot be read" in running.entrance.step.wrong.text()
    running.close()


def test_without_a_desk_of_late_the_program_offers_the_choice(qtbot):
    running = app.App(app.parser().parse_args([]))
    running.start()
    qtbot.addWidget(running.entrance)
    assert isinstance(running.entrance.step, ChooseDesk)
    running.close()


def test_a_desk_without_the_keyrings_key_asks_for_its_passphrase(qtbot, a_desk):
    running = app.App(app.parser().parse_args(["--desk", str(a_desk[0])]))
    running.start()
    qtbot.waitUntil(lambda: running.entrance is not None, timeout=10000)
    qtbot.addWidget(running.entrance)
    assert isinstance(running.entrance.step, SignIn)
    running.close()
