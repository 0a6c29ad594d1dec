"""What one types is there: through another language and theme, on the way back and forth, and when one closes."""

import threading

from referral_desk.queries.agenda import agenda_item as item_query
from referral_desk.sitting import sit_down
from referral_desk.users import User
from tests.journeys.window import agenda_item, at_the_demo_desk, me, national_meeting, plain_window, somebody
from tests.ui.accessibility import faults
from ui import shots
from ui.pages.meeting.minutes_view import MinutesView

__all__ = ["me", "plain_window", "somebody"]
TITLE = "Tolke ved den første samtale"
TYPED = "Der mangler tolke om aftenen."


def stored(demo_desk, item_id):
    """The item as the desk file holds it, once the window is closed."""
    with demo_desk.opened() as file:
        return sit_down(file.database, User("Prøve")).ask(item_query, item_id=item_id, language="da")


def held(me, item_id):
    """The item as the open desk holds it."""
    desk = sit_down(me.app.arrival.desk_file.database, User("Prøve"))
    return desk.ask(item_query, item_id=item_id, language="da")


def is_written(room):
    return any(TYPED in entry.text for sheet in room.session.sheets.values() for entry in sheet.now.values())


def test_another_language_in_the_middle_of_a_word_loses_no_letter(me):
    national_meeting(me)
    editor = agenda_item(me, TITLE)
    item_id, before = editor.item.id, editor.item.resume
    me.add(me.field("Resumé"), f" {TYPED}")
    me.finds("English")
    me.reads("Summary")
    me.rest()
    field = me.field("Summary")
    me.until(lambda: field.toPlainText() == f"{before} {TYPED}")
    assert held(me, item_id).resume == f"{before} {TYPED}"
    me.add(field, " And one word more.")
    me.finds("dark theme")
    me.rest()
    field = me.field("Summary")
    me.until(lambda: field.toPlainText() == f"{before} {TYPED} And one word more.")
    me.until(lambda: held(me, item_id).resume == f"{before} {TYPED} And one word more.")
    # And all of it can be taken back.
    me.click(field)
    for _ in range(20):
        me.keys("Ctrl+Z")
        if field.toPlainText() == before:
            break
    assert field.toPlainText() == before
    me.until(lambda: held(me, item_id).resume == before)


def test_writing_can_be_taken_back_after_many_other_pages(me):
    me.finds("RG1", until="RG1 Nordjylland, 3. nov. 2026")
    me.rest()
    me.page.tabs.choose("minutes")
    me.until(lambda: [room.item for room in me.page.findChildren(MinutesView)] not in ([], [None]))
    [room] = me.page.findChildren(MinutesView)
    me.click(room.text)
    me.qtbot.keyClicks(room.text, TYPED)
    me.until(lambda: is_written(room) and room.session.is_clean)
    for page in ("board", "meetings", "wheel", "actions", "cases", "circulars", "groups", "directory", "plan"):
        me.opens(page)
    me.finds("RG1", until="RG1 Nordjylland, 3. nov. 2026")
    me.rest()
    me.until(lambda: [room.item for room in me.page.findChildren(MinutesView)] not in ([], [None]))
    [room] = me.page.findChildren(MinutesView)
    assert is_written(room)
    me.click(room.text)
    me.keys("Ctrl+Z")
    me.until(lambda: not is_written(room) and room.session.is_clean)


def test_what_is_typed_while_the_desk_is_busy_outlives_another_theme(me):
    national_meeting(me)
    item_id = agenda_item(me, TITLE).item.id
    gate = Gate(me)
    me.write(me.field("Resumé"), "Først. ")
    me.click(me.field("Indstilling"))
    me.add(me.field("Resumé"), "Så dette.")
    before = me.page
    me.finds_at_once("Mørkt tema")
    me.until(lambda: me.page is not before)
    gate.open()
    me.rest()
    me.until(lambda: held(me, item_id).resume == "Først. Så dette.")
    assert me.field("Resumé").toPlainText() == "Først. Så dette."


def test_what_was_typed_stands_there_at_the_next_start(somebody, demo_desk):
    me = at_the_demo_desk(somebody, demo_desk)
    national_meeting(me)
    item_id = agenda_item(me, TITLE).item.id
    me.write(me.field("Resumé"), TYPED)
    me.leaves()
    again = at_the_demo_desk(somebody, demo_desk)
    national_meeting(again)
    assert agenda_item(again, TITLE).item.id == item_id
    assert again.field("Resumé").toPlainText() == TYPED
    again.leaves()


def test_what_was_typed_last_is_kept_even_if_the_desk_is_busy_when_one_closes(me, demo_desk):
    national_meeting(me)
    item_id = agenda_item(me, TITLE).item.id
    gate = Gate(me)
    me.write(me.field("Resumé"), "Først. ")
    me.click(me.field("Indstilling"))
    me.add(me.field("Resumé"), "Så dette.")
    me.window.close()
    gate.open()
    me.leaves()
    assert stored(demo_desk, item_id).resume == "Først. Så dette."


class Gate:
    """Keeps the desk's thread busy until it is opened: as long as a big save or a slow disk would."""

    def __init__(self, me):
        self._open = threading.Event()
        me.app.bridge.ask(self._wait)

    def _wait(self, _session):
        assert self._open.wait(5)

    def open(self):
        self._open.set()


def test_every_page_can_be_visited_in_both_languages_and_themes(me):
    desk = sit_down(me.app.arrival.desk_file.database, User("Prøve"))
    places = shots.places(desk)
    found = {}
    for language in ("English", "Dansk"):
        me.finds(language)
        for theme in ("Dark theme", "Light theme") if language == "English" else ("Mørkt tema", "Lyst tema"):
            me.finds(theme)
            for place in places.values():
                me.window.open_place(place)
                me.rest()
                assert me.page.title(), place
                if wrong := faults(me.page):
                    found[language, theme, str(place)] = wrong
    assert found == {}


def test_back_and_forward_lead_where_one_was(me):
    me.opens("groups")
    me.opens("meetings")
    national_meeting(me)
    seen = [me.page.title()]
    for _ in range(3):
        me.keys("Alt+Left")
        me.rest()
        seen.append(me.page.title())
    assert seen == ["15. dec. 2026", "Møder", "Grupper", "Overblik"]
    assert not me.window.top.back_button.isEnabled()
    for _ in range(3):
        me.keys("Alt+Right")
        me.rest()
    assert me.page.title() == "15. dec. 2026"
    assert not me.window.top.forward_button.isEnabled()


def test_f6_goes_round_every_part_of_every_page(me):
    for key in ("board", "groups", "meetings", "directory", "settings"):
        me.opens(key)
        parts = me.window.panes()
        visited = []
        for _ in parts:
            me.keys("F6")
            visited.append(
                next(
                    part
                    for part in parts
                    if part is me.window.focusWidget() or part.isAncestorOf(me.window.focusWidget())
                )
            )
        assert {id(part) for part in visited} == {id(part) for part in parts}, key
