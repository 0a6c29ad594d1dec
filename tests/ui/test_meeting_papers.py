"""Papers on the meeting page: they come in, are inspected elsewhere, shown, named, ordered, and taken away."""

import io

import pikepdf
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage

from referral_desk.models import AgendaItem
from tests.ui.meeting_room import item_id, meeting_id, open_item, room, stored
from ui.papers.incoming import Wish
from ui.papers.intake import Errand
from ui.widgets.agenda_model import PAPER_MIME

__all__ = ["meeting_id", "room"]
LONG = 20_000


def a_pdf(pages=2, password=None):
    made = pikepdf.new()
    for _page in range(pages):
        made.add_blank_page(page_size=(595, 842))
    out = io.BytesIO()
    encryption = pikepdf.Encryption(owner=password, user=password) if password else None
    made.save(out, encryption=encryption or False)
    return out.getvalue()


def a_png():
    out = io.BytesIO()
    Image.new("RGB", (120, 80), "teal").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def panel(qtbot, room, settled):
    """The papers of the item "Tolkning"."""
    open_item(room, settled, "Tolkning")
    return room.agenda_view.pane.papers


def come_to_rest(qtbot, panel):
    qtbot.waitUntil(lambda: not panel.intake.is_busy, timeout=LONG)


def lines(panel):
    return [(line.number, line.title) for line in panel.list.papers.lines]


def drop_of(paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return mime, QDropEvent(QPointF(4, 4), Qt.DropAction.CopyAction, mime, button, keys)


def test_the_list_says_what_a_paper_is_and_why_it_cannot_be_used(panel):
    assert panel.list.as_text() == (
        "2.1 | Tal | Plain text · 14 bytes\n"
        "2.2 | Aftale | PDF · 1 bytes | “x.pdf” cannot be read. Save it as PDF and attach it again."
    )
    assert panel.title.text() == "Papers (2)"


def test_dropped_files_are_inspected_one_after_the_other_and_stand_behind_the_item(qtbot, panel, tmp_path):
    names = {"billede.png": a_png(), "brev.txt": "Kære gruppe".encode(), "Års_tal.pdf": a_pdf()}
    for name, content in names.items():
        (tmp_path / name).write_bytes(content)
    _mime, drop = drop_of([tmp_path / name for name in names])
    panel.dropEvent(drop)
    come_to_rest(qtbot, panel)
    qtbot.waitUntil(lambda: len(lines(panel)) == 5)
    assert [title for _number, title in lines(panel)] == ["Tal", "Aftale", "billede", "brev", "Års tal"]
    assert "PDF · 2 pages" in panel.list.as_text()
    assert panel.progress.isHidden()


def test_a_file_that_is_there_already_and_a_folder_are_told_and_the_others_still_come(qtbot, room, panel, tmp_path):
    again, new = tmp_path / "igen.txt", tmp_path / "ny.txt"
    again.write_bytes(b"Tal for 2026.\n")
    new.write_bytes(b"Nyt.")
    panel.take_files([again, tmp_path, new])
    come_to_rest(qtbot, panel)
    qtbot.waitUntil(lambda: len(lines(panel)) == 3)
    said = [message.text for message in room.said]
    assert said[0] == "The item holds this file already, as paper 2.1."
    assert "is a folder" in said[1]


def test_files_dropped_on_a_line_of_the_agenda_go_to_that_item(qtbot, room, settled, tmp_path, store, meeting_id):
    path = tmp_path / "referat.txt"
    path.write_bytes(b"Referat.")
    room.agenda_view.list.files_dropped.emit(item_id(room, "Dagsorden"), [path])
    come_to_rest(qtbot, room.agenda_view.pane.papers)
    qtbot.waitUntil(lambda: stored(store, meeting_id)[0][2] == 1)


def test_files_dropped_anywhere_on_the_item_go_to_its_papers(qtbot, room, panel, tmp_path):
    path = tmp_path / "note.txt"
    path.write_bytes(b"Note.")
    assert not room.agenda_view.pane.editor.title.acceptDrops()
    _mime, drop = drop_of([path])
    room.agenda_view.pane._zone.dropEvent(drop)
    come_to_rest(qtbot, panel)
    qtbot.waitUntil(lambda: ("2.3", "note") in lines(panel))


def test_a_picture_is_pasted(qtbot, panel):
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(picture)
    assert panel.paste()
    come_to_rest(qtbot, panel)
    qtbot.waitUntil(lambda: ("2.3", "Pasted picture") in lines(panel))
    QGuiApplication.clipboard().setText("kun ord")
    assert not panel.paste()


def test_a_locked_paper_asks_for_its_password_where_it_stands(qtbot, room, panel, tmp_path):
    path = tmp_path / "låst.pdf"
    path.write_bytes(a_pdf(3, "hemmelig"))
    panel.take_files([path])
    come_to_rest(qtbot, panel)
    qtbot.waitUntil(lambda: len(lines(panel)) == 3)
    assert "locked with a password" in panel.list.as_text()
    paper_id = panel.list.papers.lines[2].id
    panel.list.wants_look.emit(paper_id)
    assert panel.unlock.isVisible()
    for password, opens in (("forkert", False), ("hemmelig", True)):
        panel.unlock.password.setText(password)
        panel.unlock.open.click()
        qtbot.waitUntil(lambda: panel.intake.is_busy, timeout=LONG)
        come_to_rest(qtbot, panel)
        assert panel.unlock.wrong.isHidden() == opens
    qtbot.waitUntil(lambda: "PDF · 3 pages" in panel.list.as_text())
    assert panel.unlock.isHidden()


def test_inspection_is_cancelled_and_what_waits_is_dropped(qtbot, bridge, panel, tmp_path):
    path = tmp_path / "stor.txt"
    path.write_bytes(b"ord " * 100_000)
    panel.take_files([path, path, path])
    assert panel.progress.isVisible()
    panel.progress.stop.click()
    come_to_rest(qtbot, panel)
    assert len(lines(panel)) == 2
    qtbot.waitUntil(panel.progress.isHidden)


def test_a_paper_is_renamed_in_place(qtbot, panel):
    paper_id = panel.list.papers.lines[0].id
    panel.list.rename(paper_id)
    index = panel.list.papers.index(0)
    assert panel.list.papers.setData(index, "  Tal for   2026 ")
    qtbot.waitUntil(lambda: ("2.1", "Tal for 2026") in lines(panel))
    assert not panel.list.papers.setData(index, "  ")


def test_alt_and_arrows_order_papers(qtbot, panel):
    panel.list.setCurrentIndex(panel.list.papers.index(1))
    qtbot.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: lines(panel) == [("2.1", "Aftale"), ("2.2", "Tal")])


def test_a_paper_is_dragged_to_another_item_and_comes_back(qtbot, room, panel, settled, store, meeting_id):
    paper_id = panel.list.papers.lines[0].id
    mime = QMimeData()
    mime.setData(PAPER_MIME, str(paper_id).encode())
    items = room.agenda_view.list
    at = items.visualRect(items.agenda.index(0)).center()
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    items.dropEvent(QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, button, keys))
    qtbot.waitUntil(lambda: [row[2] for row in stored(store, meeting_id)] == [1, 1, 0])
    qtbot.waitUntil(lambda: bool(room.said))
    settled(room.said[-1].call)
    qtbot.waitUntil(lambda: [row[2] for row in stored(store, meeting_id)] == [0, 2, 0])


def test_a_removed_paper_comes_back(qtbot, room, panel, settled):
    panel.list.setCurrentIndex(panel.list.papers.index(0))
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: lines(panel) == [("2.1", "Aftale")])
    qtbot.waitUntil(lambda: bool(room.said))
    assert room.said[-1].text == "“Tal” was removed."
    settled(room.said[-1].call)
    qtbot.waitUntil(lambda: lines(panel) == [("2.1", "Tal"), ("2.2", "Aftale")])


def test_who_may_read_a_paper_is_chosen_in_its_menu_and_can_be_taken_back(qtbot, room, panel, settled):
    def readers():
        menu = panel.menu(panel.list.papers.lines[0].id)
        [way] = [entry.menu() for entry in menu.actions() if entry.menu() is not None]
        return menu, {entry.text(): entry for entry in way.actions()}

    menu, choices = readers()
    assert [name for name, entry in choices.items() if entry.isChecked()] == ["Internal"]
    settled(choices["Confidential"].trigger)
    qtbot.waitUntil(lambda: "confidential · " in panel.list.as_text())
    assert room.said[-1].text == "“Tal” is now: confidential."
    settled(room.said[-1].call)
    qtbot.waitUntil(lambda: "confidential · " not in panel.list.as_text())
    menu.close()


def test_a_new_version_takes_a_papers_place_and_can_be_taken_back(qtbot, room, panel, settled, tmp_path):
    path = tmp_path / "tal_v2.txt"
    path.write_bytes(b"Nye tal for 2026.\n")
    panel.replace(panel.list.papers.lines[0].id, str(path))
    come_to_rest(qtbot, panel)
    qtbot.waitUntil(lambda: "18 bytes" in panel.list.as_text())
    assert lines(panel)[0] == ("2.1", "Tal")
    settled(room.said[-1].call)
    qtbot.waitUntil(lambda: "14 bytes" in panel.list.as_text())


def test_a_text_is_looked_at_and_closed_again(qtbot, room, panel):
    panel.list.setCurrentIndex(panel.list.papers.index(0))
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    pane = room.agenda_view.pane
    qtbot.waitUntil(lambda: pane.currentWidget() is pane.preview)
    assert pane.preview.words.toPlainText() == "Tal for 2026.\n"
    qtbot.keyClick(pane.preview, Qt.Key.Key_Escape)
    assert pane.currentWidget() is pane.frame


def test_a_pdf_is_looked_at_page_by_page_drawn_elsewhere(qtbot, room, panel):
    panel.intake.take(Errand(panel.holder, Wish("to.pdf", content=a_pdf(2))))
    come_to_rest(qtbot, panel)
    qtbot.waitUntil(lambda: len(lines(panel)) == 3)
    panel.list.wants_look.emit(panel.list.papers.lines[2].id)
    preview = room.agenda_view.pane.preview
    qtbot.waitUntil(lambda: preview.pages.pages == 2, timeout=LONG)
    qtbot.waitUntil(lambda: preview.pages._pictures.get(0) is not None, timeout=LONG)
    assert preview.count.text() == "of 2"
    qtbot.keyClick(preview.pages, Qt.Key.Key_PageDown)
    assert preview.number.text() == "2"
    preview.larger.click()
    assert preview.zoom.text() != ""


def test_the_original_is_given_back_as_it_came(qtbot, room, panel, tmp_path):
    saved = []
    panel.wants_save.disconnect()
    panel.wants_save.connect(lambda name, content: saved.append((name, content)))
    menu = {action.data()[0]: action for action in panel.menu(panel.list.papers.lines[0].id).actions()}
    assert sorted(menu) == ["look", "readers", "remove", "rename", "replace", "save"]
    menu["save"].trigger()
    qtbot.waitUntil(lambda: saved == [("tal.txt", b"Tal for 2026.\n")])


def test_a_file_is_written_whole_where_it_was_wanted(qtbot, room, tmp_path, settled):
    folder = tmp_path / "sager"
    folder.mkdir()
    settled(lambda: room.files.write_to(b"%PDF-1.7", str(folder / "pakke.pdf")))
    assert (folder / "pakke.pdf").read_bytes() == b"%PDF-1.7"
    assert room.said[-1].text == "Saved as pakke.pdf."
    assert [path.name for path in folder.iterdir()] == ["pakke.pdf"]


def test_two_papers_with_the_same_bytes_share_the_document(qtbot, room, panel, settled, tmp_path, store):
    path = tmp_path / "fælles.txt"
    path.write_bytes("Fælles.".encode())
    panel.take_files([path])
    panel.take_files([path], item_id(room, "Dagsorden"))
    come_to_rest(qtbot, panel)
    with store.read() as session:
        first = session.get(AgendaItem, item_id(room, "Dagsorden")).papers[0].document_id
        other = session.get(AgendaItem, item_id(room, "Tolkning")).papers[-1].document_id
    assert first == other
