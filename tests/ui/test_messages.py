"""The banner keeps what was said until it is read; destruction is asked about; a fault has its page."""

from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from tests.ui import accessibility
from ui import faults
from ui.messages import Banner, CrashReport, Message, confirm


@pytest.fixture
def banner(qtbot):
    frame = QWidget()
    qtbot.addWidget(frame)
    made = Banner(frame)
    frame.resize(800, 100)
    made.resize(800, 44)
    frame.show()
    yield made
    frame.close()


def test_a_message_stays_until_it_is_read(banner, qtbot):
    banner.tell(Message("Sent to 14 people.", "good"))
    assert banner.isVisible()
    assert banner.text.text() == "Sent to 14 people."
    assert accessibility.faults(banner) == []
    with qtbot.waitSignal(banner.emptied):
        banner.close_button.click()
    assert not banner.isVisible()


def test_the_newest_is_in_front_and_the_others_wait(banner):
    banner.tell(Message("First."))
    banner.tell(Message("Second.", "warn"))
    assert banner.text.text() == "Second."
    assert banner.more.text() == "1 more"
    banner.dismiss()
    assert banner.text.text() == "First."
    assert banner.messages() == [Message("First.")]


def test_the_same_sentence_twice_is_one_message(banner):
    for _ in range(3):
        banner.tell(Message("The disk is full.", "late"))
    assert banner.text.text() == "The disk is full. (3 times)"
    assert len(banner.messages()) == 1


def test_a_message_offers_one_thing_to_do(banner, qtbot):
    done = []
    banner.tell(Message("Moved to 3 December.", "good", "Undo", lambda: done.append("undone")))
    banner.action.click()
    assert done == ["undone"]
    assert not banner.isVisible()


def test_destruction_is_asked_about_without_stopping_the_program(qtbot):
    frame = QWidget()
    qtbot.addWidget(frame)
    done = []
    first = confirm(frame, "Remove the desk for good?", "Remove", lambda: done.append(1))
    assert accessibility.faults(first) == []
    first.no.click()
    assert done == []
    second = confirm(frame, "Remove the desk for good?", "Remove", lambda: done.append(2))
    second.yes.click()
    assert done == [2]


def test_the_crash_page_lets_the_details_be_copied(qtbot):
    page = CrashReport("ui/page.py:3 in reload", "window.log")
    qtbot.addWidget(page)
    assert accessibility.faults(page) == []
    page.copy.click()
    assert QGuiApplication.clipboard().text() == "ui/page.py:3 in reload"
    assert page.copy.text() == "Copied"


def test_a_fault_is_described_without_a_word_of_content():
    secret = "Solveig 010190-1234"
    try:
        try:
            raise KeyError(secret)
        except KeyError as error:
            raise ValueError(secret) from error
    except ValueError as error:
        told = faults.describe(error)
    assert "Solveig" not in told
    assert "010190" not in told
    assert "builtins.ValueError" in told
    assert "builtins.KeyError" in told
    assert "test_messages.py" in told
    assert str(Path(__file__).parent) not in told


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("QFile::open: File (C:/Users/solveig/Sag 010190-1234.pdf) already open", "Qt default: QFile::open"),
        ("QPainter::begin(): Paint device returned engine == 0", "Qt default: QPainter::begin"),
        ("Could not parse stylesheet of object QLabel, name = 'Solveig'", "Qt default: …"),
        ("Solveig::Sag 010190-1234", "Qt default: …"),
    ],
)
def test_the_log_keeps_of_a_message_of_qt_only_which_part_of_it_speaks(caplog, text, kept):
    before = qInstallMessageHandler(faults._on_qt)
    qWarning(text)
    qInstallMessageHandler(before)
    assert caplog.messages == [kept]
