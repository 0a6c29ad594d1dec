"""The main job: from Ctrl+K to an item with texts and papers, and on to the pack: looked at, saved, issued."""

import shutil

import pytest

from referral_desk.queries.agenda import agenda
from referral_desk.queries.pack_issues import issued_pack, pack_issues
from referral_desk.sitting import sit_down
from referral_desk.users import User
from tests import seeds, strangers
from tests.journeys.reading import bookmarks, pages_of, words_of_pages, words_of_text
from tests.journeys.window import me, national_meeting, plain_window, somebody

__all__ = ["me", "plain_window", "somebody"]
TITLE = "Tolkning uden for kontortid"
RESUME = "Vagttelefonen har ingen tolke efter kl. 17."
ASKS = "at gruppen aftaler en fælles tolkeliste"
TEXT, GOOD, BROKEN = "Oplæg om tolkning.txt", "Aftale_med_tolke.pdf", "Indscannet brev.pdf"
LONG = 60_000


@pytest.fixture
def files(tmp_path):
    """A real text, a PDF that is sound and one that is not; small ones made here where the folders are absent."""
    folder = tmp_path / "filer"
    folder.mkdir()
    papers = seeds.FOLDER.parent / "papers"
    made = {
        TEXT: "Oplæg\n\nTolke på syv sprog.\n".encode(),
        GOOD: strangers.saved(strangers.plain_pdf(2)),
        BROKEN: b"%PDF",
    }
    found = {TEXT: seeds.FILES[3] if seeds.FILES else None, GOOD: papers / "good.pdf", BROKEN: papers / "bad1.pdf"}
    for name, content in made.items():
        source = found[name]
        if source is not None and source.is_file():
            shutil.copyfile(source, folder / name)
        else:
            (folder / name).write_bytes(content)
    return folder


def test_an_item_with_papers_comes_out_in_the_pack_as_it_was_written(me, files, tmp_path, demo_desk):
    national_meeting(me)
    _add_an_item_by_keyboard(me)
    _bring_papers(me, files)
    _build_and_look(me)
    _start_again_and_think_better_of_it(me)
    saved = _save(me, tmp_path)
    _issue(me)
    _take_a_paper_away_and_back(me)
    meeting_id = me.page.place.id
    me.leaves()
    _see_that_it_is_all_in(saved, files)
    with demo_desk.opened() as file:
        desk = sit_down(file.database, User("Prøve"))
        [issue] = desk.ask(pack_issues, meeting_id=meeting_id)
        assert desk.ask(issued_pack, issue_id=issue.id) == saved
        item = desk.ask(agenda, meeting_id=meeting_id, language="da").items[6]
        assert (item.title, item.papers) == (TITLE, 3)


def _add_an_item_by_keyboard(me):
    lines = me.page.agenda_view.list
    for _ in range(6):
        me.press_key(lines, "Down")
    me.keys("Ctrl+N")
    me.until(lambda: "8. Nyt punkt" in lines.as_text())
    title = me.page.agenda_view.pane.editor.title
    me.until(lambda: me.window.focusWidget() is title and title.selectedText() == "Nyt punkt")
    me.qtbot.keyClicks(title, TITLE)
    me.write(me.field("Resumé"), RESUME)
    me.write(me.field("Indstilling"), ASKS)
    me.reads("Gemt ", me.page.agenda_view.pane.editor)
    me.until(lambda: f"8. {TITLE}" in lines.as_text())
    me.press_key(lines, "Alt+Up")
    me.until(lambda: f"7. {TITLE}" in lines.as_text())
    me.rest()
    assert title.text() == TITLE


def _bring_papers(me, files):
    me.keys("Ctrl+O")
    me.chooses_files(files / TEXT)
    papers = me.page.agenda_view.pane.papers
    me.until(lambda: "7.1 | Oplæg om tolkning" in papers.list.as_text(), LONG)
    me.drops(papers, files / GOOD, files / BROKEN)
    me.until(lambda: "7.3 | Indscannet brev" in papers.list.as_text(), LONG)
    said = papers.list.as_text().splitlines()
    assert "7.2 | Aftale med tolke | PDF · 1 side" in said[1]
    assert "Indscannet brev.pdf" in said[2]
    me.rest()


def _build_and_look(me):
    me.press("Mødemateriale")
    me.until(lambda: (check := me.page.views.pack.check) is not None and not check.unlooked, LONG)
    me.rest()
    view = me.page.views.pack
    assert me.field("Sprog").currentText() == "Dansk"
    # An office's number stands in a paper, and the directory does not know it.
    [line] = view.alarm.leaks.lines()
    me.press(line.keep)
    line.reason.setText("Et kontors hovednummer.")
    me.press(line.done)
    me.until(lambda: view.check.may_go_out, LONG)
    me.rest()
    me.press("Dan mødematerialet")
    me.until(lambda: view.preview.title.whole() == "Udgave 1, ikke udsendt endnu", LONG)
    me.until(lambda: view.preview.pages.pages > 20, LONG)
    me.until(lambda: view.preview.pages._pictures.get(0) is not None, LONG)
    me.rest()
    assert "Indscannet brev.pdf" in me.banner


def _start_again_and_think_better_of_it(me):
    view = me.page.views.pack
    me.choose(me.field("Sprog"), "English")
    me.press("Dan det igen")
    me.until(lambda: view.progress.bar.value() > 0, LONG)
    me.press(view.progress.stop)
    me.until(view.progress.isHidden, LONG)
    assert view.preview.title.whole() == "Udgave 1, ikke udsendt endnu"
    # What was built before still stands, for the language that it was built in.
    me.choose(me.field("Sprog"), "Dansk")
    me.reads("Udsend mødematerialet")
    me.rest()


def _save(me, folder):
    me.press("Gem som PDF …")
    path = folder / "Mødemateriale.pdf"
    me.chooses_files(path)
    me.until(lambda: me.banner == "Gemt som Mødemateriale.pdf.")
    return path.read_bytes()


def _issue(me):
    me.press("Udsend mødematerialet")
    me.until(lambda: me.banner == "Mødematerialet er udsendt og gemt, præcis som det er.", LONG)
    me.rest()
    assert "Udgave 1" in me.words(me.page.views.pack.issues)
    assert "Udsend mødematerialet" not in me.words()


def _take_a_paper_away_and_back(me):
    me.press("Dagsorden")
    papers = me.page.agenda_view.pane.papers.list
    me.press_key(papers, "Down")
    me.press_key(papers, "Delete")
    me.until(lambda: papers.model().rowCount() == 2)
    me.until(lambda: me.banner == "”Aftale med tolke” er fjernet.")
    me.press("Fortryd", me.window.banner)
    me.until(lambda: papers.model().rowCount() == 3)
    assert "7.2 | Aftale med tolke" in papers.as_text()
    me.rest()


def _see_that_it_is_all_in(pdf, files):
    pages = pages_of(pdf)
    marks = bookmarks(pdf)
    item = next(page for level, title, page in marks if level == 0 and title.endswith(TITLE))
    assert RESUME in " ".join(pages[item - 1].body.split())
    assert ASKS in " ".join(pages[item - 1].body.split())
    starts = [page for level, title, page in marks if level == 1 and title.startswith("7.")]
    assert len(starts) == 3
    text = pages[starts[0] - 1 : starts[1] - 1]
    assert words_of_pages(text) == words_of_text((files / TEXT).read_text(encoding="utf-8"))
    assert "Indscannet brev.pdf" in pages[starts[2] - 1].body
