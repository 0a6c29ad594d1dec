"""The Groups page: the chain in words, what is missing, setting up a group, the keyboard, an empty desk."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from referral_desk.desk import Desk
from referral_desk.operations.groups import end_group
from referral_desk.users import User
from tests.builders import NOON
from tests.chain import lay_chain
from tests.ui.accessibility import faults
from ui.bridge import Bridge
from ui.pages.groups import GroupsPage
from ui.places import Place


@pytest.fixture
def chain(store):
    return lay_chain(store)


@pytest.fixture
def make_page(qtbot, bridge, settled):
    def make():
        page = GroupsPage(bridge, Place("groups"))
        qtbot.addWidget(page)
        page.resize(1100, 800)
        settled(page.show)
        return page

    return make


@pytest.fixture
def page(chain, make_page):
    return make_page()


def said(page, group_id):
    return page.cards[group_id].accessibleName()


def test_every_card_says_in_words_what_is_missing(page, chain):
    north = said(page, chain.north)
    assert "RG1" in north
    assert "2 of 3 seats filled" in north
    assert "Chair: Gry Formandsen" in north
    assert "3 sectors missing" in north
    assert "vacant" in north
    assert "No representative" in said(page, chain.south)
    assert "1 of 2 regions represented" in said(page, chain.national)


def test_an_odd_number_of_groups_is_told_and_the_navigation_counts_what_is_wanting(page, qtbot):
    words = [label.text() for label in page.findChildren(QLabel)]
    assert any("Regional groups on this day: 2" in text for text in words)
    with qtbot.waitSignal(page.waits) as told:
        page.show_chain(page.row)
    assert told.args == ["groups", 2]


def test_a_card_opens_its_group_by_mouse_and_by_enter(page, chain, qtbot):
    card = page.cards[chain.north]
    with qtbot.waitSignal(page.went) as went:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert went.args == [Place("group", chain.north)]
    with qtbot.waitSignal(page.went):
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_arrow_keys_go_from_card_to_card(page, chain, qtbot):
    page.activateWindow()
    page.cards[chain.imwg].setFocus()
    qtbot.keyClick(page.cards[chain.imwg], Qt.Key.Key_Down)
    assert page.focusWidget() is page.cards[chain.national]
    qtbot.keyClick(page.cards[chain.national], Qt.Key.Key_Up)
    assert page.focusWidget() is page.cards[chain.imwg]
    qtbot.keyClick(page.cards[chain.imwg], Qt.Key.Key_Up)
    assert page.focusWidget() is page.cards[chain.imwg]


def test_a_new_regional_group_is_set_up_below_the_national_one_and_opened(page, chain, qtbot, bridge, settled):
    page.open_form()
    form = page.slot.form
    form.submit()
    assert "in Danish" in form.wrong.text()
    qtbot.keyClicks(form.name_da, "Regional referencegruppe 3")
    form.tier.setCurrentIndex(form.tier.findData("regional"))
    assert "National referencegruppe" in form.help.text()
    assert form.rhythm.currentData() == 4
    form.since.line.setText("31.2.2026")
    form.submit()
    assert "There is no day 31" in form.wrong.text()
    form.since.line.setText("1.1.2026")
    places = []
    page.went.connect(places.append)
    told = []
    page.told.connect(told.append)
    settled(form.submit)
    qtbot.waitUntil(lambda: bool(places))
    assert places[0].page == "group"
    assert page.slot.form is None
    qtbot.waitUntil(lambda: len(page.cards) == 5)
    assert told[0].action == "Undo"
    settled(told[0].call)
    qtbot.waitUntil(lambda: len(page.cards) == 4)


def test_the_day_looked_at_decides_what_is_shown(page, chain, desk, settled, qtbot):
    south = next(row for row in page.row.groups if row.id == chain.south)
    desk.do(end_group, group_id=south.id, version=1, last_day=dt.date(2026, 6, 30))
    qtbot.waitUntil(lambda: chain.south not in page.cards)
    qtbot.mouseClick(page.findChild(type(page.add), "ended"), Qt.MouseButton.LeftButton)
    assert "Ended 30 Jun 2026" in said(page, chain.south)
    settled(lambda: page.see_as_of(dt.date(2026, 6, 30)))
    assert "Ended" not in said(page, chain.south)
    kept = page.keep()
    page.take_up(kept)
    assert kept == {"ended": True}


def test_an_empty_desk_teaches_and_starts(make_page, qtbot):
    page = make_page()
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.start, Qt.MouseButton.LeftButton)
    assert page.slot.form is not None
    qtbot.keyClick(page.slot.form.name_da, Qt.Key.Key_Escape)
    assert page.slot.form is None
    assert page.empty.isVisible()


def test_a_reader_sees_but_does_not_set_up(store, chain, qtbot):
    reader = Bridge(Desk(store, User("Læser", frozenset({"reader"})), now=lambda: NOON))
    page = GroupsPage(reader, Place("groups"))
    qtbot.addWidget(page)
    with qtbot.waitSignal(reader.idle):
        page.show()
    assert not page.add.isEnabled()
    assert [command.key for command in page.commands()] == ["groups/attendance"]
    reader.close()


def test_everybody_can_use_the_page(page, qtbot):
    page.open_form()
    assert faults(page) == []
    assert [command.key for command in page.commands()] == ["groups/attendance", "groups/new"]
