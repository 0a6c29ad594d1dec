"""The Actions page by keys: found by typing, ticked off, put off, handed over, several at once; mails; my week."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from referral_desk.models import ActionItem, Group, Organisation, Person
from referral_desk.operations.me import choose_me
from referral_desk.queries import action_search
from referral_desk.queries.action_search import ActionOrder
from referral_desk.vocabulary import ActionState, Priority
from tests.action_life import lay_region
from tests.builders import TODAY, an_action
from tests.ui.accessibility import faults
from tests.ui.actions_course import ask, headings, kept, pick, shown, titles, words
from ui.language import use_language
from ui.pages.actions import ActionsPage
from ui.places import Place, wishes


def in_days(count):
    return TODAY + dt.timedelta(days=count)


@pytest.fixture
def region(store):
    """The region of `lay_region` with four open actions, the second of a member, the last without a day."""
    region = lay_region(store)
    with store.write() as session:
        session.delete(session.get(ActionItem, region.loose))
        group, union = session.get(Group, region.group), session.get(Organisation, region.union)
        town, member = session.get(Organisation, region.town), session.get(Person, region.member)
        session.add_all(
            [
                an_action(group, "Ring til Odense", number=1, due=in_days(-3), owner_organisation=union),
                an_action(group, "Skriv brev", number=2, due=in_days(2), owner_person=member, item_id=region.item),
                an_action(group, "Hold kursus", number=3, due=in_days(40), owner_organisation=town, theme="minors"),
                an_action(group, "Find lokale", number=4, due=None, owner_organisation=town),
            ]
        )
    return region


@pytest.fixture
def open_page(qtbot, bridge, settled):
    def make(view="", **asked):
        page = ActionsPage(bridge, Place("actions", view=view, wishes=wishes(**asked)))
        page.said, page.gone = [], []
        page.told.connect(page.said.append)
        page.went.connect(page.gone.append)
        qtbot.addWidget(page)
        page.resize(1200, 800)
        settled(page.show)
        return page

    return make


@pytest.fixture
def page(region, open_page):
    return open_page("all")


@pytest.fixture
def press(qtbot, settled):
    """Press a key on a part of the page, and wait for what it does."""

    def pressed(part, key, modifier=Qt.KeyboardModifier.NoModifier):
        settled(lambda: qtbot.keyClick(part, key, modifier))

    return pressed


def test_actions_stand_under_when_they_are_due_those_late_first(page):
    assert shown(page) == [
        "[Overdue]",
        "Ring til Odense",
        "[Next week]",
        "Skriv brev",
        "[Later]",
        "Hold kursus",
        "[No deadline]",
        "Find lokale",
    ]
    assert page.header.subtitle.whole() == "4 open · 1 overdue"


def test_headings_are_passed_over_by_the_arrow_keys(page, press, settled):
    table = pick(page, settled, "Ring til Odense")
    press(table, Qt.Key.Key_Down)
    assert [row.text for row in page.table.chosen_rows()] == ["Skriv brev"]


def test_space_ticks_off_and_the_next_one_is_chosen(page, press, settled, store):
    table = pick(page, settled, "Ring til Odense")
    press(table, Qt.Key.Key_Space)
    assert kept(store, 1).state is ActionState.DONE
    assert [row.text for row in page.table.chosen_rows()] == ["Skriv brev"]
    settled(page.said[-1].call)
    assert kept(store, 1).state is ActionState.OPEN


def test_plus_and_minus_move_a_week_p_begins_h_makes_it_weigh(page, press, settled, store):
    table = pick(page, settled, "Skriv brev")
    press(table, Qt.Key.Key_Plus)
    assert kept(store, 2).due == in_days(9)
    press(table, Qt.Key.Key_Minus)
    press(table, Qt.Key.Key_P)
    press(table, Qt.Key.Key_H)
    action = kept(store, 2)
    assert (action.due, action.state, action.priority) == (in_days(2), ActionState.IN_PROGRESS, Priority.HIGH)
    press(table, Qt.Key.Key_P)
    assert kept(store, 2).state is ActionState.OPEN


def test_a_click_on_the_circle_ticks_off(qtbot, page, settled, store):
    row = shown(page).index("Ring til Odense")
    place = page.table.table.visualRect(page.table.sorted.index(row, 0)).topLeft()
    at = place + page.table.table.rect().topLeft().__class__(18, 12)
    settled(lambda: qtbot.mouseClick(page.table.table.viewport(), Qt.MouseButton.LeftButton, pos=at))
    assert kept(store, 1).state is ActionState.DONE


def test_several_are_changed_at_once(page, settled):
    table = pick(page, settled, "Ring til Odense")
    table.selectAll()
    assert page.side.part is page.side.several
    assert page.side.several.title.text() == "4 actions chosen"
    page.side.several.due.line.setText("1.12.2026")
    settled(page.side.several.set_due.click)
    assert {row.due for row in page.table.shown_rows()} == {dt.date(2026, 12, 1)}
    settled(page.side.several.buttons["done"].click)
    assert page.table.shown_rows() == []
    settled(page.said[-1].call)
    assert len(page.table.shown_rows()) == 4


def test_what_was_asked_of_one_does_not_come_over_several_that_were_chosen_since(page, settled):
    def choose():
        page.table.table.selectRow(1)
        page.table.table.selectAll()

    settled(choose)
    assert page.side.part is page.side.several


def test_x_asks_why_and_a_refusal_stands_in_the_form(page, press, qtbot, settled, store):
    table = pick(page, settled, "Ring til Odense")
    qtbot.keyClick(table, Qt.Key.Key_X)
    form = page.side.one.slot.form
    settled(form.save.click)
    assert form.wrong.text().startswith("Say why")
    qtbot.keyClicks(form.reason, "Ingen svarer")
    press(form.reason, Qt.Key.Key_Return)
    assert (kept(store, 1).state, kept(store, 1).reason) == (ActionState.NOT_DONE, "Ingen svarer")


def test_a_query_finds_and_what_is_not_known_is_said_below_the_field(page, settled):
    ask(page, settled, "owner:Odense -theme:minors")
    assert shown(page) == ["[No deadline]", "Find lokale"]
    assert page.header.subtitle.whole() == "1 found"
    page.bar.field.setText("ovner:x")
    page.bar.field.ask()
    assert "Did you mean “owner:”?" in page.bar.help.wrong.whole()
    assert shown(page) == ["[No deadline]", "Find lokale"]
    ask(page, settled, "findesikke")
    assert page.table.empty.isVisible()
    settled(page.table.empty.started.emit)
    assert len(page.table.shown_rows()) == 4


def test_the_field_offers_what_comes_next(page, qtbot, settled):
    field = page.bar.field
    field.setFocus()
    qtbot.keyClicks(field, "ow")
    assert field.offers() == ["owner:"]
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "owner:"
    qtbot.keyClicks(field, "od")
    assert field.offers() == ['owner:"Odense Kommune"', 'owner:"Ansat i Odense"']
    settled(lambda: field._on_taken('owner:"Odense Kommune"'))
    assert field.text() == 'owner:"Odense Kommune" '
    assert shown(page) == ["[Later]", "Hold kursus", "[No deadline]", "Find lokale"]


def test_the_list_goes_by_owner_or_group_too(page, settled):
    settled(lambda: page.table.ordered.emit(ActionOrder.OWNER))
    assert [line for line in shown(page) if line.startswith("[")] == ["[3F]", "[Medlem fra 3F]", "[Odense Kommune]"]
    settled(lambda: page.bar.segments.choose("group"))
    page.bar.group.setCurrentIndex(0)
    assert page.bar.group.isVisible()


def test_the_panel_tells_where_it_comes_from_and_its_fields_save_themselves(page, settled, store, region):
    pick(page, settled, "Skriv brev")
    panel = page.side.one
    assert "RG4-2026-2" in panel.reference.whole()
    link = next(made for made in panel.context.findChildren(type(panel.context)) if getattr(made, "look", None))
    link.click()
    assert page.gone == [Place("meeting", 1, "agenda", wishes(item=region.item))]
    panel.form.inputs["text"].setPlainText("Skriv to breve")
    settled(panel.hand_on)
    panel.due.step(7)
    settled(panel.hand_on)
    panel.owner.choose(("body", region.town))
    settled(panel.hand_on)
    action = kept(store, 2)
    assert (action.text, action.due, action.owner_organisation_id) == ("Skriv to breve", in_days(9), region.town)
    settled(page.said[-1].call)
    assert kept(store, 2).owner_person_id == region.member


def test_a_word_about_progress_goes_into_the_story(page, press, qtbot, settled):
    pick(page, settled, "Skriv brev")
    page.steps.take("note")
    qtbot.keyClicks(page.side.one.note, "Har ringet")
    press(page.side.one.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Har ringet" in words(page.side.one))
    assert page.side.one.note.text() == ""


def test_an_action_is_handed_over_to_another_group(page, settled, store, region):
    pick(page, settled, "Skriv brev")
    settled(lambda: page.steps.take("transfer"))
    form = page.side.one.slot.form
    form.group.setCurrentIndex(form.group.values.index(region.national))
    settled(form.save.click)
    assert kept(store, 2).state is ActionState.TRANSFERRED
    with store.read() as session:
        made = session.query(ActionItem).filter_by(group_id=region.national).one()
        assert (made.text, made.transferred_from.number) == ("Skriv brev", 2)


def test_a_new_action_needs_an_owner_of_the_group(page, settled, store, region):
    settled(page.open_new)
    form = page.side.form
    form.group.setCurrentIndex(form.group.values.index(region.group))
    settled(form._on_group)
    form.text.setPlainText("Bestil tolk")
    form.due.set_day(in_days(5))
    settled(form.save.click)
    assert "has no owner" in form.wrong.text()
    form.owner.choose(("body", region.union))
    form.contact.choose(region.member)
    settled(form.save.click)
    assert "Bestil tolk" in shown(page)
    assert page.side.one.view.row.text == "Bestil tolk"


def test_mails_are_drafted_into_a_folder_and_logged(page, settled, store, tmp_path, qtbot):
    settled(page.open_mails)
    assert page.side.mails.title.text() == "3 mails to draft"
    page.side.mails.save_in(str(tmp_path))
    qtbot.waitUntil(lambda: bool(page.said), timeout=20_000)
    assert len(list(tmp_path.glob("*.eml"))) == 3
    assert page.said[-1].text.startswith("3 drafts saved")
    with store.read() as session:
        assert all(len(action.progress) == 1 for action in session.query(ActionItem))


def test_lists_are_saved_of_the_group_of_an_owner_and_of_all(page, open_page, settled, qtbot, monkeypatch, region):
    assert titles(page)[-1] == "All open actions …"
    assert "Open actions of 3F …" in titles(page)
    pick(page, settled, "Hold kursus")
    assert titles(page) == ["Open actions of Odense Kommune …", "All open actions …"]
    asked = []
    monkeypatch.setattr(page.lists.lists.files, "ask", lambda _title, name, content: asked.append((name, content)))
    menu = page.lists.menu()
    menu.actions()[0].trigger()
    qtbot.waitUntil(page.lists.line.isVisible)
    qtbot.waitUntil(lambda: bool(asked), timeout=20000)
    assert (asked[0][0], asked[0][1][:5]) == ("2026-11-21 Odense Kommune open actions Internal.pdf", b"%PDF-")
    assert page.lists.line.isHidden()
    group = open_page("group", group=region.group)
    assert titles(group)[0] == "Open actions of Referencegruppe 4 …"
    assert {command.key for command in group.lists.offers()} <= {command.key for command in group.commands()}


def test_a_list_that_is_being_made_can_be_stopped_and_tells_why_there_is_none(page, qtbot, settled):
    page.lists.lists.make()
    qtbot.waitUntil(page.lists.line.isVisible)
    page.lists.line.stop.click()
    qtbot.waitUntil(page.lists.line.isHidden, timeout=20000)
    assert page.said == []
    page.lists.lists.make(group_id=999)
    qtbot.waitUntil(lambda: bool(page.said))
    assert "no longer on the desk" in page.said[0].text


def test_my_week_asks_once_who_i_am(page, settled, store, region, desk):
    settled(lambda: page.bar.segments.choose("week"))
    assert page.pile.currentWidget() is page.asking
    page.chooser.who.choose(region.member)
    settled(page.chooser.save.click)
    entries = page.week.list.sections.entries
    assert [entry.title for entry in entries] == ["Overdue", "Ring til Odense", "Next week", "Skriv brev"]
    settled(lambda: page.week.list.opened.emit(("action", entries[1].key[1])))
    assert (page.bar.view, page.side.one.view.row.text) == ("mine", "Ring til Odense")
    settled(lambda: page.bar.segments.choose("week"))
    settled(page.week.other.click)
    assert page.pile.currentWidget() is page.asking


def test_an_action_that_is_asked_for_is_shown_though_it_is_closed(region, store, desk, open_page, qtbot):
    with store.write() as session:
        action = session.query(ActionItem).filter_by(number=3, year=2026).one()
        action.state, action.closed_on = ActionState.DONE, TODAY
        key = action.id
    page = open_page(action=key)
    qtbot.waitUntil(lambda: page.side.part is page.side.one)
    assert page.side.one.shown_buttons() == [page.side.one.reopen]


def test_more_than_a_page_is_shown_on_request(region, open_page, settled, monkeypatch):
    monkeypatch.setattr(action_search, "PAGE", 2)
    page = open_page("all")
    assert len(page.table.shown_rows()) == 2
    assert page.more.isVisible()
    assert [row.detail for row in headings(page)] == ["1", "1+"], "how many of the last part there are is not known yet"
    settled(page.more.click)
    assert len(page.table.shown_rows()) == 4
    assert {row.detail for row in headings(page)} == {"1"}


def test_what_stood_there_survives_another_language(page, settled, open_page, desk, region):
    ask(page, settled, "owner:3F")
    row = page.table.shown_rows()[0]
    settled(lambda: page.table.choose(row.id))
    left = page.keep()
    other = open_page()
    other.take_up(left)
    settled(other.refresh)
    assert [row.text for row in other.table.shown_rows()] == ["Ring til Odense"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_everybody_can_use_each_view(region, open_page, settled, desk, language):
    use_language(language)
    page = open_page("all")
    found = {"list": faults(page)}
    settled(lambda: page.table.choose(page.table.shown_rows()[0].id))
    found["panel"] = faults(page)
    settled(lambda: page.steps.take("transfer"))
    found["transfer"] = faults(page)
    page.table.table.selectAll()
    found["several"] = faults(page)
    settled(page.open_mails)
    found["mails"] = faults(page)
    settled(page.open_new)
    found["new"] = faults(page)
    page.close_side()
    settled(lambda: page.bar.segments.choose("week"))
    found["who"] = faults(page)
    desk.do(choose_me, person_id=region.member)
    settled(page.refresh)
    found["week"] = faults(page)
    assert {view: wrong for view, wrong in found.items() if wrong} == {}


def test_slash_goes_to_the_field_and_escape_closes_the_side(page, qtbot, settled):
    pick(page, settled, "Skriv brev")
    page.activateWindow()
    qtbot.keyClick(page, Qt.Key.Key_Slash)
    assert isinstance(page.focusWidget(), QLineEdit)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.side.isHidden()
