"""What people wrote is shown letter by letter: Qt takes none of it for markup, for keys or for addresses."""

import ast
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QMimeData, Qt

from ui.rows import Column, RowTable
from ui.widgets.buttons import ElidedLink, button
from ui.widgets.labels import ElidedLabel, IconLabel, label
from ui.widgets.line_list import LineModel
from ui.widgets.plain_paste import lines_of
from ui.widgets.plain_words import plain_tip

UI = Path(__file__).resolve().parents[2] / "ui"
HOSTILE = 'Tolke <img src="//far/away.png"> & <b>fede</b>\nlinje to'


def shown(tip):
    """What a person reads of a tooltip."""
    if not QtGui.Qt.mightBeRichText(tip):
        return tip
    document = QtGui.QTextDocument()
    document.setHtml(tip)
    assert "￼" not in document.toPlainText(), "a picture is asked for"
    return document.toPlainText()


@pytest.mark.parametrize("text", [HOSTILE, "<b>", "Møde < 3 timer", "", "&lt; er et tegn", "<!-- a -->", "1 < 2 > 1"])
def test_a_tooltip_shows_every_letter(qapp, text):
    assert shown(plain_tip(text)) == text


def test_a_plain_text_stays_as_it_is(qapp):
    assert plain_tip("Møde i RG4 & RG5\nlinje to") == "Møde i RG4 & RG5\nlinje to"


def test_widgets_and_tables_show_what_people_wrote(qtbot):
    narrow = ElidedLabel(HOSTILE)
    qtbot.addWidget(narrow)
    narrow.resize(20, 20)
    narrow.show()
    icon = IconLabel("caret-right", "faint", HOSTILE)
    qtbot.addWidget(icon)
    rows = RowTable([Column("title", "Title", str, tip=str)])
    rows.set_rows([HOSTILE])
    lines = LineModel()
    lines.set_lines([SimpleNamespace(id=1, number="1", title=HOSTILE, spoken="")])
    tips = [part.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) for part in (rows, lines)]
    assert [shown(tip) for tip in (narrow.toolTip(), icon.toolTip(), *tips)] == [HOSTILE] * 4
    plain = label(HOSTILE)
    assert plain.textFormat() is Qt.TextFormat.PlainText


def test_an_and_in_a_name_is_a_letter_of_a_button(qtbot):
    made, link = button("Drift & Vækst"), ElidedLink("Drift & Vækst")
    for one in (made, link):
        qtbot.addWidget(one)
        one.resize(400, 30)
        one.show()
        assert one.text() == "Drift && Vækst"
        assert one.shortcut().isEmpty()


def test_every_tooltip_is_a_fixed_word_or_made_plain():
    """Also one that a model gives."""
    wrong = []
    for path in UI.rglob("*.py"):
        code = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(code)):
            told = _tip_of(node)
            if told is None or isinstance(told, ast.Constant):
                continue
            called = ast.unparse(told.func) if isinstance(told, ast.Call) else ""
            if called not in {"self.tr", "plain_tip"}:
                wrong.append(f"{path.name}:{node.lineno}")
        if "ItemDataRole.ToolTipRole" in code and "plain_tip" not in code:
            wrong.append(path.name)
    assert wrong == []


def test_every_label_shows_letters_or_escapes_them():
    """Qt guesses otherwise whether a text is markup."""
    known = {"labels.py", "changed_text.py", "room_pane.py"}
    found = {
        path
        for path in UI.rglob("*.py")
        if re.search(r"(?<!case )\bQLabel\(|\(QLabel\)", path.read_text(encoding="utf-8"))
    }
    assert {path.name for path in found} == known
    assert all("setTextFormat(" in path.read_text(encoding="utf-8") for path in found)


def test_nothing_that_was_typed_is_remembered_outside_the_desk():
    code = "\n".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py"))
    kept = re.findall(r"\bremember(?:_list)?\((.*)\)", code)
    assert kept
    assert [words for words in kept if re.search(r"\.text\(|toPlainText|query|title", words)] == []


def _tip_of(node):
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return None
    if node.func.attr == "setToolTip":
        return node.args[0]
    return node.args[1] if ast.unparse(node.func) == "QToolTip.showText" else None


def test_what_is_pasted_fetches_nothing(qapp, tmp_path):
    """Neither a style sheet nor a picture: on Windows a far name would be asked with one's own sign-in."""
    (tmp_path / "far.css").write_text("b { font-weight: normal } i { font-weight: bold }", encoding="utf-8")
    source = QMimeData()
    far = (tmp_path / "far.css").as_uri()
    link = f'<link rel="stylesheet" type="text/css" href="{far}">'
    source.setHtml(f"<html><head>{link}</head><body><b>Et</b> og <i>to</i></body></html>")
    assert lines_of(source) == ["**Et** og to"]
