"""The pack view: checked, built beside the window, looked at, issued, and never older than the agenda unnoticed."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from referral_desk.models import AgendaItem, KeptFind, Meeting, Minutes
from referral_desk.operations.agenda import add_item, edit_item
from referral_desk.vocabulary import ItemKind, Label, MinutesState, StandingRole
from tests.builders import a_document, a_meeting, a_paper, an_action, an_entry, an_item
from tests.chain import invite
from tests.ui.accessibility import faults
from tests.ui.meeting_room import item_id, meeting_id, room
from ui.places import Place, wishes

__all__ = ["meeting_id", "room"]
LONG = 60_000


@pytest.fixture
def view(qtbot, room):
    """The pack view, checked."""
    room.tabs.choose("pack")
    qtbot.waitUntil(lambda: room.views.pack.check is not None and room.views.pack.check.may_go_out, timeout=LONG)
    return room.views.pack


def build(qtbot, view):
    view.build.click()
    qtbot.waitUntil(lambda: view.built is not None and view.progress.isHidden(), timeout=LONG)
    qtbot.waitUntil(lambda: view.preview.pages.pages > 0, timeout=LONG)


def said(view):
    return [row.look.title for row in view.findings.buttons()]


def test_the_check_names_each_problem_and_opens_where_it_is_mended(qtbot, room, view):
    assert said(view) == [
        "Paper 2.2: “x.pdf” cannot be read. Save it as PDF and attach it again. A page in the pack will say so."
    ]
    assert view.build.isEnabled()
    assert view.holds.text() == "3 items · 2 papers"
    view.findings.buttons()[0].click()
    assert room.tabs.key() == "agenda"
    pane = room.agenda_view.pane
    qtbot.waitUntil(lambda: pane.editor.title.text() == "Tolkning")
    qtbot.waitUntil(lambda: pane.papers.list.chosen_id() == pane.papers.list.papers.lines[1].id)


def test_a_cpr_number_stops_the_pack_and_leads_to_its_field(qtbot, room, settled, desk, view):
    wanted = item_id(room, "Tolkning")
    desk.do(edit_item, item_id=wanted, version=1, recommendation="at 010190-1234 ...")
    qtbot.waitUntil(lambda: len(said(view)) == 2)
    assert said(view)[0].startswith("The recommendation of item 2 holds what looks like a CPR number")
    assert not view.build.isEnabled()
    assert view.verdict.text() == "1 thing must be fixed first."
    view.findings.buttons()[0].click()
    field = room.agenda_view.pane.editor.form.inputs["recommendation"]
    qtbot.waitUntil(lambda: room.agenda_view.pane.editor.title.text() == "Tolkning")
    assert field.toPlainText() == "at 010190-1234 ..."


def test_a_pack_is_built_looked_at_and_issued(qtbot, room, settled, view, desk, store, meeting_id):
    build(qtbot, view)
    assert view.preview.title.whole() == "Issue 1, not sent yet"
    assert view.built.result.pdf.startswith(b"%PDF-")
    qtbot.waitUntil(lambda: view.preview.pages._pictures.get(0) is not None, timeout=LONG)
    assert any("stands in the pack as a page that says" in message.text for message in room.said)
    assert view.issue.isVisible()
    view.issue.click()
    qtbot.waitUntil(lambda: len(view.issues.lines) == 1, timeout=LONG)
    with store.read() as session:
        [issue] = session.get(Meeting, meeting_id).issues
        assert issue.document.content.read_original() == view.built.result.pdf
        assert issue.label is Label.INTERNAL
    qtbot.waitUntil(view.issue.isHidden)
    assert view.news.text() == "Nothing changed since issue 1."
    settled(lambda: invite(desk, meeting_id))
    qtbot.waitUntil(lambda: room.step.text() == "Mark the agenda as sent")
    settled(room.step.click)
    qtbot.waitUntil(lambda: room.said[-1].text == "The meeting is now: agenda sent.")
    settled(room.said[-1].call)
    qtbot.waitUntil(lambda: room.step.text() == "Mark the agenda as sent")


def test_after_an_issue_what_is_new_is_told_and_the_next_one_lists_it(qtbot, room, view, desk, meeting_id):
    build(qtbot, view)
    view.issue.click()
    qtbot.waitUntil(lambda: len(view.issues.lines) == 1, timeout=LONG)
    desk.do(add_item, meeting_id=meeting_id, title="Supplerende")
    qtbot.waitUntil(lambda: "Item 3 is new: Supplerende" in view.news.text())
    assert view.build.text() == "Build it again"
    view.built = None
    build(qtbot, view)
    view.issue.click()
    qtbot.waitUntil(lambda: len(view.issues.lines) == 2, timeout=LONG)
    newest = view.issues.lines[0]
    assert newest.issue.changes[0].sentence("en") == "Item 3 is new: Supplerende"
    newest.more.click()
    qtbot.waitUntil(newest.manifest.isVisible)
    area = view.split.widget(0)
    assert area.widget().width() <= area.viewport().width()
    view.issues.lines[1].look.click()
    qtbot.waitUntil(lambda: view.preview.title.whole() == "Issue 1, as it went out")
    qtbot.waitUntil(lambda: view.preview.pages.pages > 0, timeout=LONG)
    assert faults(room) == []


def test_what_was_built_is_never_issued_once_the_agenda_changed(qtbot, room, view, desk, meeting_id):
    build(qtbot, view)
    desk.do(add_item, meeting_id=meeting_id, title="For sent")
    qtbot.waitUntil(view.issue.isHidden)
    assert view.build.isVisible()
    assert "no longer fits" in view.holds.text()


def test_building_is_cancelled_and_can_be_started_again(qtbot, view):
    view.build.click()
    qtbot.waitUntil(lambda: view._job is not None)
    view.progress.stop.click()
    qtbot.waitUntil(view.progress.isHidden, timeout=LONG)
    assert view.built is None
    assert view.build.isEnabled()
    build(qtbot, view)


def test_the_label_can_be_closed_but_never_more_open_than_the_papers(qtbot, room, view, store):
    with store.write() as session:
        session.get(AgendaItem, item_id(room, "Tolkning")).label = Label.CONFIDENTIAL
    view.reload()
    qtbot.waitUntil(lambda: view.form.values()["label"] is Label.CONFIDENTIAL)
    box = view.form.inputs["label"]
    box.setCurrentIndex(box.values.index(Label.OPEN))
    view.form.hand_on()
    qtbot.waitUntil(lambda: not view.build.isEnabled())
    assert any("more confidential than the pack" in line for line in said(view))


def test_the_pack_is_saved_under_a_name_with_day_and_label(qtbot, room, view):
    build(qtbot, view)
    view.save.click()
    [dialog] = [child for child in room.findChildren(type(room.files.ask("x", "y.pdf", b""))) if child.isVisible()][:1]
    assert dialog is not None
    for child in room.findChildren(type(dialog)):
        child.reject()
    assert view.built.source.file_name.startswith("2026-12-03 Region 2 ")
    assert view.built.source.file_name.endswith("Internal.pdf")


def test_pages_are_turned_by_number_and_keyboard(qtbot, view):
    build(qtbot, view)
    pages = view.preview.pages
    view.preview.number.setText("2")
    qtbot.keyClick(view.preview.number, Qt.Key.Key_Return)
    assert pages.page == 2
    qtbot.keyClick(pages, Qt.Key.Key_Home)
    assert pages.page == 1
    qtbot.keyClick(pages, Qt.Key.Key_End)
    assert pages.page == pages.pages
    before = pages.scale()
    qtbot.keyClick(pages, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pages.scale() > before
    qtbot.keyClick(pages, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pages.scale() == pytest.approx(before)


@pytest.fixture
def leaking(store, meeting_id):
    """A paper and a text that hold what looks like personal data."""
    with store.write() as session:
        item = session.get(Meeting, meeting_id).items[1]
        a_paper(item, a_document(b"Borger 120385-1234 bor her.\n", name="brev.txt"), "Brev")
        item.presentation = "Ring til borgeren: mobil 28 83 45 61."


def keep_first(qtbot, view, reason):
    [line, *rest] = view.alarm.leaks.lines()
    line.keep.click()
    line.reason.setText(reason)
    line.done.click()
    qtbot.waitUntil(lambda: len(view.alarm.leaks.lines()) == len(rest) or not view.alarm.leaks.isVisible())


def test_what_looks_like_personal_data_stops_the_pack_until_it_is_mended_or_kept(qtbot, leaking, room, store):
    room.tabs.choose("pack")
    view = room.views.pack
    qtbot.waitUntil(lambda: view.check is not None and not view.check.unlooked, timeout=LONG)
    lines = view.alarm.leaks.lines()
    assert [line.accessibleName() for line in lines] == ["Telephone number: 28 8• •• ••", "CPR number: 120385-••••"]
    assert view.verdict.text() == "2 things must be fixed first."
    assert not view.build.isEnabled()
    assert faults(room) == []
    lines[0].remove.click()
    assert room.tabs.key() == "agenda"
    field = room.agenda_view.pane.editor.form.inputs["presentation"]
    qtbot.waitUntil(lambda: "28 83 45 61" in field.toPlainText())
    room.tabs.choose("pack")
    keep_first(qtbot, view, "Kommunens vagttelefon.")
    keep_first(qtbot, view, "Et opdigtet nummer.")
    qtbot.waitUntil(view.build.isEnabled)
    assert room.said[-1].text == "Kept, and the reason is logged."
    room.said[-1].call()
    qtbot.waitUntil(lambda: not view.build.isEnabled())
    qtbot.waitUntil(lambda: len(view.alarm.leaks.lines()) == 1)
    with store.read() as session:
        assert [row.reason for row in session.query(KeptFind)] == ["Kommunens vagttelefon."]


def test_a_find_in_what_the_pack_carries_leads_to_the_minutes_or_the_action(qtbot, room, store, meeting_id):
    with store.write() as session:
        meeting = session.get(Meeting, meeting_id)
        before = a_meeting(meeting.group, day=dt.date(2026, 9, 3))
        minutes = Minutes(meeting=before, state=MinutesState.IN_COMMENT)
        entry = an_entry(minutes, an_item(before, "Tolkning"), "Ring på mobil 28 83 45 61.")
        meeting.items[0].approves = before
        an_item(meeting, "Åbne punkter", standing=StandingRole.OPEN_ACTIONS, kind=ItemKind.FORMALITY)
        action = an_action(meeting.group, "Ring på mobil 28 83 45 62")
        session.add_all([before, minutes, action])
        session.flush()
        earlier = Place("meeting", before.id, "minutes", wishes(item=entry.item_id, entry=entry.id))
        wanted = [earlier, Place("actions", wishes=wishes(action=action.id))]
        reference = action.reference
    went = []
    room.went.connect(went.append)
    room.tabs.choose("pack")
    view = room.views.pack
    qtbot.waitUntil(lambda: len(view.alarm.leaks.lines()) == 2, timeout=LONG)
    lines = view.alarm.leaks.lines()
    assert [one.title for one in view.alarm.leaks._leaks] == [
        "The minutes behind item 1",
        f"Open action {reference}",
    ]
    for line in lines:
        line.remove.click()
    assert went == wanted
    keep_first(qtbot, view, "Kommunens vagttelefon.")
    keep_first(qtbot, view, "Kommunens vagttelefon.")
    qtbot.waitUntil(view.build.isEnabled)
    assert faults(room) == []


def test_looking_through_papers_is_stopped_and_begun_again(qtbot, leaking, room):
    room.tabs.choose("pack")
    view = room.views.pack
    qtbot.waitUntil(view.alarm.progress.isVisible, timeout=LONG)
    assert view.alarm.progress.what.whole() == "Looking for personal data"
    qtbot.waitUntil(lambda: view.alarm._job is not None)
    view.alarm.progress.stop.click()
    qtbot.waitUntil(view.alarm.again.isVisible, timeout=LONG)
    assert not view.check.may_go_out
    view.alarm.again.click()
    qtbot.waitUntil(lambda: not view.check.unlooked, timeout=LONG)
    assert view.alarm.again.isHidden()
