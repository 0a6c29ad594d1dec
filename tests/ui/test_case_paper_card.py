"""Papers on the Case page: they come in beside what is shown, go along when it is sent, and are read above it."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel

from referral_desk.operations.escalations import endorse_escalation
from referral_desk.operations.papers import Incoming, attach_paper, label_paper
from referral_desk.vocabulary import EscalationState, Label
from tests.ui import accessibility

LONG = 20_000
CPR = "070761-4285"


def a_file(content=b"Venteliste for november.", name="venteliste.txt"):
    return Incoming(name, content, "text", "text/plain", pages=1, safe=content)


def attach(home, escalation_id, *args):
    case_id = home.see(escalation_id, lambda one: one.case_id)
    return case_id, home.desk.do(attach_paper, case_id=case_id, file=a_file(*args))


def titles(page):
    return [line.title for line in page.papers.panel.list.papers.lines]


def details(page):
    return [line.detail for line in page.papers.panel.list.papers.lines]


def choose(panel, paper_id, key):
    menu = panel.menu(paper_id)
    next(action for action in menu.actions() if action.data()[0] == key).trigger()


def endorsed(home):
    made = home.draft()
    home.do(endorse_escalation, made, note="Aftalt pr. mail.")
    return made


def test_a_dropped_file_stands_in_the_case_is_read_and_comes_back_when_it_was_removed(
    qtbot, home, open_case, tmp_path, settled
):
    case_id, _ = home.case()
    page = open_case(case_id)
    panel = page.papers.panel
    assert not panel.hint.isHidden()
    assert page.facts.isAncestorOf(panel)
    (tmp_path / "brev.txt").write_text("Kære gruppe", "utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "brev.txt"))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    panel.dropEvent(QDropEvent(QPointF(4, 4), Qt.DropAction.CopyAction, mime, button, keys))
    qtbot.waitUntil(lambda: titles(page) == ["brev"], timeout=LONG)
    [paper_id] = panel._rows
    panel.list.wants_look.emit(paper_id)
    qtbot.waitUntil(lambda: page.papers.preview.words.toPlainText().strip() == "Kære gruppe")
    assert accessibility.faults(page) == []
    qtbot.keyClick(page.papers.preview, Qt.Key.Key_Escape)
    assert page.papers.preview.isHidden()
    settled(lambda: choose(panel, paper_id, "stay"))
    assert details(page) == ["stays here · Plain text · 12 bytes"]
    settled(lambda: choose(panel, paper_id, "remove"))
    assert titles(page) == []
    settled(page.said[-1].call)
    assert titles(page) == ["brev"]
    page.tabs.choose("way")
    assert page.way.isAncestorOf(panel)


def test_what_goes_along_is_chosen_looked_through_and_read_by_the_body_that_gets_it(qtbot, home, open_case, settled):
    made = endorsed(home)
    case_id, _goes = attach(home, made)
    attach(home, made, b"note", "note.txt")
    _, secret = attach(home, made, b"hemmeligt", "hemmeligt.txt")
    home.desk.do(label_paper, paper_id=secret, version=1, label=Label.CONFIDENTIAL)
    page = open_case(case_id)
    page.step.click()
    form = page.form_open
    assert [(box.text(), box.isChecked(), box.isEnabled()) for box in form.papers.values()] == [
        ("1  venteliste", True, True),
        ("2  note", True, True),
        ("3  hemmeligt", False, False),
    ]
    assert any("fewer readers" in one.text() for one in form.findChildren(QLabel))
    list(form.papers.values())[1].setChecked(False)
    assert accessibility.faults(page) == []
    # It may be pressed before the alarm has read everything: then it is sent as soon as that is done.
    form.save.click()
    qtbot.waitUntil(lambda: page.view.escalation.row.state is EscalationState.SENT, timeout=LONG)
    settled(page.reload)
    assert details(page)[0].startswith("sent, and locked · ")
    [sent] = page.view.escalation.steps[0].snapshots[0].papers
    page.way.station_words.looks.emit(sent.id, sent.title)
    qtbot.waitUntil(lambda: page.papers.preview.words.toPlainText() == "Venteliste for november.")
    removable = {action.data()[0]: action.isEnabled() for action in page.papers.panel.menu(sent.id).actions()}
    assert (removable["remove"], removable["rename"], removable["look"]) == (False, False, True)


def test_a_find_in_a_paper_stops_the_sending_until_it_is_kept_with_a_reason(qtbot, home, open_case):
    made = endorsed(home)
    case_id, _ = attach(home, made, f"Borgeren {CPR} venter.".encode())
    page = open_case(case_id)
    page.step.click()
    form = page.form_open
    qtbot.waitUntil(lambda: len(form.alarm.leaks.lines()) == 1, timeout=LONG)
    form.save.click()
    assert page.view.escalation.row.state is EscalationState.ENDORSED
    line = form.alarm.leaks.lines()[0]
    line.remove.click()
    assert page.focusWidget() is page.papers.panel.list
    assert accessibility.faults(page) == []
    line.keep.click()
    line.reason.setText("Et opdigtet nummer.")
    line.done.click()
    qtbot.waitUntil(lambda: form.check is not None and all(leak.reason for leak in form.check.leaks))
    form.save.click()
    qtbot.waitUntil(lambda: page.view.escalation.row.state is EscalationState.SENT, timeout=LONG)
