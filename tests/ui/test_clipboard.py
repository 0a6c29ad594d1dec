"""Words of the desk pass through the clipboard and stay in no history of it."""

import itertools
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPlainTextEdit, QTextEdit

from ui import clipboard
from ui.widgets.block_text import BlockText
from ui.widgets.growing_text import GrowingText
from ui.widgets.plain_paste import lines_of

WORDS = "En linje\nog en til"


def kept_out(mime):
    return [bytes(mime.data(kind).data()) for kind in clipboard.HINTS] == list(clipboard.HINTS.values())


@pytest.fixture(autouse=True)
def _guarded(qapp):
    QGuiApplication.clipboard().clear()  # other tests leave words in it
    guard = clipboard.CopyGuard(qapp)
    yield
    guard.deleteLater()
    QGuiApplication.clipboard().clear()


def label():
    made = QLabel("Nord")
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def listed():
    made = QListView()
    made.setModel(QStringListModel(["Nord"], made))
    made.setCurrentIndex(made.model().index(0, 0))
    return made


FIELDS = {
    "line": lambda: QLineEdit("Nord"),
    "text": lambda: QPlainTextEdit("Nord"),
    "rich text": lambda: QTextEdit("Nord"),
    "growing text": GrowingText,
}
ALL = {**FIELDS, "label": label, "list": listed}
SEQUENCE = QKeySequence.StandardKey


def in_front(qtbot, make):
    """A part with the keys, and all of it chosen."""
    part = make()
    qtbot.addWidget(part)
    if isinstance(part, GrowingText):
        part.show_text("Nord")
    part.show()
    part.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is part)
    part.clearFocus()
    part.setFocus()
    if isinstance(part, QLabel):
        part.setSelection(0, len("Nord"))
    elif not isinstance(part, QListView):
        part.selectAll()
    return part


def names(menu):
    return [entry.objectName() for entry in menu.actions() if entry.isVisible()]


def on_clipboard():
    mime = QGuiApplication.clipboard().mimeData()
    return mime.text(), kept_out(mime)


def test_what_is_copied_can_be_pasted_and_is_remembered_nowhere(qapp):
    clipboard.copy(WORDS)
    mime = QGuiApplication.clipboard().mimeData()
    assert lines_of(mime) == WORDS.split("\n")
    assert kept_out(mime)


def test_what_was_copied_last_does_not_take_the_program_down_at_its_end():
    code = (
        "from PySide6.QtWidgets import QApplication\n"
        "from ui import clipboard\n"
        "app = QApplication([])\n"
        "clipboard.copy('Nord')\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("make", ALL.values(), ids=ALL)
def test_the_keys_copy_from_every_kind_of_part_in_the_same_way(qtbot, make):
    part = in_front(qtbot, make)
    qtbot.keySequence(part, QKeySequence(SEQUENCE.Copy))
    assert on_clipboard() == ("Nord", True)


@pytest.mark.parametrize("make", FIELDS.values(), ids=FIELDS)
def test_what_is_cut_can_be_pasted_and_undone(qtbot, make):
    part = in_front(qtbot, make)
    qtbot.keySequence(part, QKeySequence(SEQUENCE.Cut))
    assert on_clipboard() == ("Nord", True)
    read = part.text if isinstance(part, QLineEdit) else part.toPlainText
    assert read() == ""
    part.undo()
    assert read() == "Nord"


def test_what_may_only_be_read_is_not_cut_and_a_password_is_not_copied(qtbot):
    text = in_front(qtbot, FIELDS["text"])
    text.setReadOnly(True)
    qtbot.keySequence(text, QKeySequence(SEQUENCE.Cut))
    password = in_front(qtbot, FIELDS["line"])
    password.setEchoMode(QLineEdit.EchoMode.Password)
    password.selectAll()
    qtbot.keySequence(password, QKeySequence(SEQUENCE.Copy))
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize("make", [label, *FIELDS.values()], ids=["label", *FIELDS])
def test_the_menu_of_a_part_copies_in_the_same_way(qtbot, make):
    part = in_front(qtbot, make)
    asked = part.viewport() if hasattr(part, "viewport") else part
    at = QPoint(3, 3)
    QApplication.sendEvent(asked, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, asked.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    qtbot.waitUntil(lambda: "edit-copy" not in names(menu))
    assert "edit-cut" not in names(menu)
    next(entry for entry in menu.actions() if entry.isVisible() and entry.data() == "edit-copy").trigger()
    menu.close()
    assert on_clipboard() == ("Nord", True)


def test_an_entry_of_minutes_is_copied_as_it_is_written(qtbot):
    part = in_front(qtbot, lambda: BlockText("Minutes", itertools.count().__next__))
    part.setPlainText("\u2022 Nord\n**Syd**")
    part.selectAll()
    qtbot.keySequence(part, QKeySequence(SEQUENCE.Copy))
    assert on_clipboard() == ("- Nord\n**Syd**", True)
