"""Words of the desk pass through the clipboard and stay in no history of it."""

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence

from ui import clipboard
from ui.widgets.growing_text import GrowingText
from ui.widgets.plain_paste import lines_of

WORDS = "En linje\nog en til"


def kept_out(mime):
    return [bytes(mime.data(kind).data()) for kind in clipboard.HINTS] == list(clipboard.HINTS.values())


@pytest.fixture(autouse=True)
def _empty(qapp):
    yield
    QGuiApplication.clipboard().clear()


def test_what_is_copied_can_be_pasted_and_is_remembered_nowhere(qapp):
    clipboard.copy(WORDS)
    mime = QGuiApplication.clipboard().mimeData()
    assert lines_of(mime) == WORDS.split("\n")
    assert kept_out(mime)


@pytest.mark.parametrize("keys", [QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut])
def test_a_part_of_a_text_is_copied_in_the_same_way(qtbot, keys):
    field = GrowingText()
    qtbot.addWidget(field)
    field.show_text(WORDS)
    field.selectAll()
    qtbot.keySequence(field, QKeySequence(keys))
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == WORDS
    assert kept_out(mime)
