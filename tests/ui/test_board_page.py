"""The Board shows what its query tells, and each thing opens what it counts."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from referral_desk.models import Group, Meeting
from referral_desk.operations.me import choose_me
from referral_desk.queries.loose_end_rows import NeedKind, NeedRow, Theme
from referral_desk.users import User
from referral_desk.vocabulary import EscalationState, Sector, Stage, Tier
from tests.builders import (
    TODAY,
    a_case,
    a_group,
    a_meeting,
    a_person,
    a_seat,
    an_action,
    an_escalation,
    an_item,
)
from tests.ui import accessibility
from ui.language import use_language
from ui.pages.board import BoardPage
from ui.pages.board.need_words import place_of
from ui.places import Place, wishes
from ui.widgets.quarter_grid import QuarterModel

SECTORS = (Sector.POLICE, Sector.MUNICIPALITY, Sector.NGO, Sector.TRADE_UNION)


@pytest.fixture
def filled(store):
    """One region with an empty fourth quarter, a late pack's neighbour, and the ministries' group."""
    with store.write() as session:
        region = a_group("Region 1", place="Nordjylland", meetings_per_year=4)
        other = a_group("Region 2", place="Fyn", meetings_per_year=4, position=1)
        top = a_group("Ministerierne", tier=Tier.INTERMINISTERIAL)
        session.add_all([region, other, top])
        for sector in SECTORS:
            a_seat(region, sector=sector).take(a_person(f"Prøve {sector}"), dt.date(2024, 1, 1))
        held = a_meeting(region, day=dt.date(2026, 2, 3), stage=Stage.CLOSED)
        soon = a_meeting(other, day=dt.date(2026, 11, 26), stage=Stage.INVITED)
        an_item(soon)
        session.add_all([held, soon])
        session.flush()
        return {"region": region.id, "other": other.id, "top": top.id, "held": held.id, "soon": soon.id}


@pytest.fixture
def page(qtbot, bridge, settled, filled):
    made = BoardPage(bridge, Place("board"))
    qtbot.addWidget(made)
    made.resize(1080, 760)
    settled(made.show)
    return made


def went(page, qtbot, press):
    with qtbot.waitSignal(page.went) as told:
        press()
    return told.args[0]


def titles(rows):
    return [(row.look.title, row.look.detail, row.look.trailing) for row in rows.buttons()]


def test_the_year_stands_in_the_grid(page):
    rows = page.grid.lines.rowCount()
    names = [page.grid.lines.index(row, 0).data() for row in range(rows)]
    assert names == ["Region 1", "Region 2", "Ministerierne"]
    first = page.grid.lines.index(0, 1).data(QuarterModel.CellRole)
    assert (first.when, first.note, first.is_calm) == ("Tue 3 Feb", "Closed", True)
    late = page.grid.lines.index(1, 4).data(QuarterModel.CellRole)
    assert (late.when, late.note, late.tone) == ("Thu 26 Nov", "Pack not sent", "late")
    empty = page.grid.lines.index(0, 4).data(QuarterModel.CellRole)
    assert (empty.when, empty.note, empty.tone) == ("", "Not planned", "late")
    assert page.grid.lines.index(2, 4).data(QuarterModel.CellRole).note == "–"


def test_what_needs_me_says_what_for_whom_and_how_late(page):
    assert titles(page.needs.rows)[:2] == [
        ("Send the pack", "Region 2 · meeting 26 Nov", "2 days late"),
        ("No meeting this quarter", "Region 1", "40 days left"),
    ]
    page.needs.choose(Theme.SEATS)
    assert ("Sectors without a seat", "Region 1 · social work", "") in titles(page.needs.rows)


def test_each_thing_opens_what_it_counts(page, qtbot, filled):
    assert went(page, qtbot, page.needs.rows.buttons()[0].click) == Place("meeting", filled["soon"], "pack")
    plan = Place("meetings", wishes=wishes(plan=filled["region"], year=2026, quarter=4))
    assert went(page, qtbot, page.needs.rows.buttons()[1].click) == plan
    assert went(page, qtbot, page.coming.buttons()[0].click) == Place("meeting", filled["soon"])
    held = next(figure for figure in page.figures if figure.objectName() == "held")
    assert held.text() == "1 held"
    assert went(page, qtbot, held.click) == Place("meetings", wishes=wishes(state="held", year=2026))
    assert went(page, qtbot, page.plan.click) == Place("meetings", wishes=wishes(plan="new", year=2026))
    page.grid.setCurrentIndex(page.grid.lines.index(0, 0))
    place = went(page, qtbot, lambda: qtbot.keyClick(page.grid, Qt.Key.Key_Return))
    assert place == Place("group", filled["region"])


def test_what_comes_up_says_when(page):
    assert titles(page.coming) == [("Region 2", "Thursday 09:00 · Invited", "in 5 days")]
    assert page.coming.buttons()[0].look.day == ("26", "Nov")


def test_another_year_can_be_seen(page, settled):
    assert page.later.isEnabled()
    settled(page.later.click)
    assert page.year_label.text() == "2027"
    assert page.grid.present_column == -1
    assert not page.later.isEnabled()
    settled(page.earlier.click)
    assert page.grid.present_column == 4
    assert not page.earlier.isEnabled()


def test_another_day_is_told_from_that_day(page, settled):
    settled(lambda: page.see_as_of(dt.date(2026, 11, 1)))
    assert "Sunday 1 November 2026" in page.header.subtitle.whole()
    assert ("Send the pack", "Region 2 · meeting 26 Nov", "2 days late") not in titles(page.needs.rows)


def test_everybody_can_use_it(page):
    assert accessibility.faults(page) == []


def test_in_danish_too(qtbot, bridge, settled, filled):
    use_language("da")
    made = BoardPage(bridge, Place("board"))
    qtbot.addWidget(made)
    made.resize(1080, 760)
    settled(made.show)
    assert titles(made.needs.rows)[0] == ("Send mødematerialet", "Region 2 · møde 26. nov.", "2 dage for sent")
    assert made.header.subtitle.whole() == "Lørdag den 21. november 2026 · 4. kvartal, 26 arbejdsdage tilbage"
    assert accessibility.faults(made) == []


def test_an_empty_desk_teaches(qtbot, bridge, settled):
    made = BoardPage(bridge, Place("board"))
    qtbot.addWidget(made)
    settled(made.show)
    assert made.needs.rows.empty.isVisible()
    assert made.coming.empty.text() == "No meeting in the next 30 days."
    assert accessibility.faults(made) == []


def test_without_groups_it_says_where_to_begin(qtbot, bridge, settled):
    made = BoardPage(bridge, Place("board"))
    qtbot.addWidget(made)
    settled(made.show)
    assert not made.grid.isVisible()
    assert went(made, qtbot, made.no_groups.start.click) == Place("groups")


def test_the_year_follows_the_day(page, settled):
    settled(lambda: page.see_as_of(dt.date(2025, 6, 1)))
    assert page.row.year == 2025


def test_a_narrow_page_stands_in_one_column(page):
    page.resize(700, 760)
    assert page.columns.direction() is page.columns.Direction.TopToBottom
    page.resize(1400, 1000)
    assert page.columns.direction() is page.columns.Direction.LeftToRight


def test_the_year_survives_building_the_page_anew(page, bridge, qtbot):
    page.year = 2025
    again = BoardPage(bridge, Place("board"))
    qtbot.addWidget(again)
    again.take_up(page.keep())
    assert again.year == 2025


def test_it_tells_the_navigation_how_much_waits(page, qtbot, settled):
    with qtbot.waitSignal(page.waits) as told:
        page.refresh()
    assert told.args == ["board", len(page.row.needs)] == ["board", page.needs.waiting]


def shown(page):
    return [row.look.title for row in page.needs.rows.buttons()]


def test_one_kind_or_one_group_can_be_looked_at(page, filled):
    panel = page.needs
    everything = len(panel._needs)
    assert panel.bar.isVisible()
    names = [action.text() for action in panel.menu().actions() if not action.isSeparator()]
    assert "All kinds" in names
    assert any(name.startswith("Region 1  ") for name in names)
    panel.choose(Theme.MEETING)
    assert shown(page) == ["Send the pack"]
    assert panel.chosen.text() == "Meetings"
    panel.choose(Theme.MEETING, filled["region"])
    assert shown(page) == []
    assert panel.rows.empty.text() == "Nothing of this waits. Choose “All” to see everything."
    panel.chosen.click()
    assert not panel.chosen.isVisible()
    assert panel.waiting == everything


def test_the_menu_chooses(page, filled):
    panel = page.needs
    menu = panel.menu()
    next(action for action in menu.actions() if action.text().startswith("Seats  ")).trigger()
    assert set(shown(page)) == {"Sectors without a seat", "Nobody has a seat yet"}
    next(action for action in panel.menu().actions() if action.text().startswith("Region 1  ")).trigger()
    assert shown(page) == ["Sectors without a seat"]
    assert panel.chosen.text() == "Seats · Region 1"


def test_mine_is_what_is_expected_of_me(page, settled, store, desk):
    with store.write() as session:
        person = a_person("Jeg Prøve")
        session.add(person)
        session.flush()
        key = person.id
    desk.do(choose_me, person_id=key)
    desk.user = User(desk.user.name, frozenset({"secretary"}))
    settled(lambda: page.needs.whose.choose("mine"))
    assert shown(page) == ["Send the pack"]
    with store.write() as session:
        meeting = session.get(Meeting, page.row.coming[0].meeting_id)
        meeting.secretary_id = key
    settled(page.refresh)
    assert shown(page) == ["Send the pack"]
    again = page.keep()
    assert again["needs"]["whose"] == "mine"


def test_what_is_open_says_it_in_few_words(page):
    needs = [
        NeedRow(kind, 1, "Region 1", dt.date(2026, 11, 20), 7, dt.date(2026, 11, 3), 2, year=2026, quarter=4)
        for kind in NeedKind
    ]
    page.needs.show_needs(tuple(needs), dt.date(2026, 11, 21))
    page.needs.rows._on_rest()
    rows = page.needs.rows.buttons()
    assert len(rows) == len(NeedKind)
    assert len({row.look.title for row in rows}) == len(NeedKind) - 1
    assert accessibility.faults(page) == []
    pages = {"meeting", "meetings", "wheel", "actions", "group", "case", "cases", "circulars"}
    assert all(place_of(need).page in pages for need in needs)


def test_what_many_groups_have_at_once_is_one_row_until_one_looks_at_a_group(page, qtbot):
    day = dt.date(2026, 11, 21)
    needs = tuple(
        NeedRow(NeedKind.EMPTY_QUARTER, number, f"Region {number}", dt.date(2026, 12, 31), year=2026, quarter=4)
        for number in range(1, 6)
    )
    page.needs.show_needs(needs, day)
    [row] = page.needs.rows.buttons()
    assert row.look.title.startswith("5 group")
    assert row.look.detail == "Region 1, Region 2, Region 3, Region 4, Region 5"
    assert went(page, qtbot, row.click) == Place("wheel")
    assert page.needs.waiting == 5
    page.needs.choose(None, 3)
    assert titles(page.needs.rows) == [("No meeting this quarter", "Region 3", "40 days left")]


def test_the_quarters_reminders_are_saved_where_one_chooses(page, qtbot, settled, store, filled, tmp_path):
    with store.write() as session:
        group = session.get(Meeting, filled["soon"]).group
        mailed, unreached = a_person("Med Mail", email="med@prove.example"), a_person("Uden Mail")
        held = a_meeting(group, day=dt.date(2026, 10, 6), stage=Stage.HELD, secretary=mailed)
        late = an_action(group, due=dt.date(2026, 11, 2), owner_person=unreached)
        session.add_all([held, late])
        session.flush()
        held_id = held.id
    page.needs.choose(None, filled["region"])
    with qtbot.waitSignal(page.told) as said:
        page.needs.remind.click()
    assert said.args[0].text == "Nobody with an e-mail address has anything to be reminded of."
    page.needs.choose(None)
    with qtbot.waitSignal(page.reminders.asking) as asked:
        page.needs.remind.click()
    asked.args[0].close()
    with qtbot.waitSignal(page.told) as said:
        settled(lambda: page.reminders.save_to(str(tmp_path)))
    assert said.args[0].text.startswith("1 reminder")
    assert [path.name for path in tmp_path.glob("*.eml")] == ["Reminder 2026-11-21 - Med Mail.eml"]
    with store.read() as session:
        [mailing] = session.get(Meeting, held_id).mailings
        assert [told.person_id for told in mailing.told] == [page.reminders.people[0].id]


@pytest.fixture
def on_the_way(store, filled):
    """Two matters that go up, one late and joined by another, and one answer that comes home."""
    with store.write() as session:
        region, other, top = (session.get(Group, filled[key]) for key in ("region", "other", "top"))
        late = an_escalation(
            a_case(region, "Pladser i weekenden", number=7),
            top,
            state=EscalationState.ACCEPTED,
            since=TODAY - dt.timedelta(days=40),
            due=TODAY - dt.timedelta(days=5),
        )
        joined = an_escalation(a_case(other, "Pladser om natten"), top)
        joined.merged_into, joined.state = late, EscalationState.MERGED
        back = an_escalation(a_case(region, "Hvem betaler"), top, state=EscalationState.ANSWERED)
        sent = an_escalation(a_case(other, "Tolkning"), top, state=EscalationState.SENT)
        for one in (late, joined, back, sent):
            session.add(one)
            session.flush()
            one.settle()
        return late.case_id


def test_what_moves_between_the_groups_stands_in_two_ways(page, qtbot, settled, on_the_way):
    settled(page.refresh)
    up, down = page.moving.up, page.moving.down
    title, detail, late = titles(up.rows)[0]
    assert (title, detail) == ("Pladser i weekenden", "Region 1 · and 1 more · Received: Ministerierne")
    assert late.startswith("5 day")
    assert titles(up.rows)[1] == ("Tolkning", "Region 2 · Sent: Ministerierne", "today")
    assert titles(down.rows) == [("Hvem betaler", "Region 1 · Answered", "today")]
    assert (up.count.text(), down.count.text()) == ("2", "1")
    assert went(page, qtbot, up.rows.buttons()[0].click) == Place("case", on_the_way)
    assert went(page, qtbot, up.count.click) == Place("cases", view="lanes")
    assert went(page, qtbot, down.count.click) == Place("cases", wishes=wishes(lane="answered"))
    assert accessibility.faults(page) == []


def test_nothing_moves_at_first_and_the_card_says_what_will(page):
    assert "is carried up shows here" in page.moving.up.rows.empty.text()
    assert page.moving.up.count.isHidden()
