"""The year wheel as a page: proposals, dragging by mouse and keys, accepting, undoing, wishes, closed days, reasons."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt

from referral_desk.clock import Quarter
from referral_desk.models import Meeting
from referral_desk.queries.wheel import wheel
from referral_desk.vocabulary import MeetingKind, Stage, Tier
from referral_desk.wheel.year import Slot
from tests.builders import TODAY, a_group, a_meeting, a_person, a_seat, an_organisation
from tests.ui.accessibility import faults
from ui.language import use_language
from ui.pages.wheel import WheelPage
from ui.pages.wheel.state import EmptyKey
from ui.places import Place, wishes
from ui.widgets.year_wheel_rows import ChipLook

FIRST = Quarter(2027, 1)


@pytest.fixture
def groups(store):
    """Two regions under the national group and the ministries, who meet twice a year; one person has two seats."""
    ministries = a_group("Ministries", tier=Tier.INTERMINISTERIAL, meetings_per_year=2)
    national = a_group("National", tier=Tier.NATIONAL, parent=ministries, meetings_per_year=4)
    regions = [a_group(f"Region {n}", parent=national, meetings_per_year=4, position=n) for n in (1, 2)]
    both = a_person("To Pladser", organisation=an_organisation())
    for group in regions:
        group.valid_from = dt.date(2020, 1, 1)
        a_seat(group).take(both, dt.date(2020, 1, 1))
    invited = a_meeting(regions[0], day=dt.date(2027, 2, 9), stage=Stage.INVITED)
    theme = a_meeting(regions[1], day=dt.date(2027, 10, 7), kind=MeetingKind.THEME_DAY, title="Tolkning")
    with store.write() as session:
        session.add_all([ministries, invited, theme])
        session.flush()
        return {"one": regions[0].id, "two": regions[1].id, "national": national.id, "invited": invited.id}


@pytest.fixture
def make(qtbot, bridge, settled):
    """Open the page at a year."""

    def made(year=2027):
        page = WheelPage(bridge, Place("wheel", wishes=wishes(year=year)))
        page.went_to, page.said = [], []
        page.went.connect(page.went_to.append)
        page.told.connect(page.said.append)
        qtbot.addWidget(page)
        page.resize(1072, 740)
        settled(page.show)
        return page

    return made


def chip(page, key):
    return page.wheel.chips.chips[page.wheel.chips.row_of(key)]


def looks(page):
    return sorted(one.look for one in page.wheel.chips.chips)


def undo(page, settled):
    settled(page.said[-1].call)


def test_what_is_missing_is_proposed_beside_what_stands(make, groups):
    page = make()
    assert page.title() == "Year wheel 2027"
    assert looks(page).count(ChipLook.PROPOSED) == 13
    assert looks(page).count(ChipLook.TOLD) == looks(page).count(ChipLook.BESIDE) == 1
    assert page.state.conflicts == ()
    assert [lane.name for lane in page.wheel.scene.lanes] == ["Region 1", "Region 2", "National", "Ministries"]
    assert {shade.name for shade in page.wheel.scene.shades} >= {"Winter holiday", "Good Friday"}
    assert [gap.is_short for gap in page.wheel.scene.gaps] == [False] * len(page.wheel.scene.gaps)
    assert page.rules.gaps.values() == {"regional": 10, "national": 10}


def test_all_proposals_are_accepted_at_once_and_undone_at_once(make, settled, groups, desk):
    page = make()
    settled(page.accept.click)
    assert page.accept.isHidden()
    assert looks(page).count(ChipLook.PLANNED) == 13
    assert "13" in page.said[-1].text
    undo(page, settled)
    assert looks(page).count(ChipLook.PROPOSED) == 13
    assert len(desk.ask(wheel, year=2027, today=TODAY, language="en").marks) == 2


def test_one_proposal_or_one_group_is_accepted(make, settled, groups):
    page = make()
    page.wheel.choose(Slot(groups["two"], FIRST))
    settled(page.chosen.accept.click)
    assert looks(page).count(ChipLook.PLANNED) == 1
    page.wheel.choose(Slot(groups["national"], FIRST))
    settled(page.chosen.accept_group.click)
    assert looks(page).count(ChipLook.PLANNED) == 5


def test_a_proposal_is_dragged_with_the_mouse_and_the_others_make_room(make, settled, qtbot, groups):
    page = make()
    key = Slot(groups["national"], FIRST)
    start = page.wheel.chip_rect(chip(page, key)).center().toPoint()
    day = dt.date(2027, 3, 11)
    there = QPoint(int(page.wheel.x_of(day)), start.y())
    view = page.wheel.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, start + QPoint(20, 0))
    qtbot.mouseMove(view, there)
    assert page.wheel.held_key == key
    assert page.wheel.held_look.title.startswith("Thursday 11 March 2027")
    assert "good" in page.wheel.scene.heat.values()
    settled(lambda: qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=there))
    assert chip(page, key).day == day
    assert chip(page, key).look is ChipLook.PINNED
    assert not page.release.isHidden()
    settled(page.release.click)
    assert chip(page, key).look is ChipLook.PROPOSED


def test_a_proposal_is_dragged_with_the_keys(make, settled, qtbot, groups):
    page = make()
    key = Slot(groups["two"], FIRST)
    page.wheel.setFocus()
    page.wheel.choose(key)
    before = chip(page, key).day
    qtbot.keyClick(page.wheel, Qt.Key.Key_Space)
    qtbot.keyClick(page.wheel, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.wheel, Qt.Key.Key_Right)
    assert page.wheel.held_look.spoken
    qtbot.keyClick(page.wheel, Qt.Key.Key_Escape)
    assert chip(page, key).day == before
    qtbot.keyClick(page.wheel, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    settled(lambda: qtbot.keyClick(page.wheel, Qt.Key.Key_Return))
    assert chip(page, key).day == before - dt.timedelta(days=7)


def test_an_arrow_steps_over_the_weekend(make, settled, qtbot, groups):
    page = make()
    key = Slot(groups["two"], FIRST)
    page.wheel.setFocus()
    page.wheel.choose(key)
    page.wheel.lift(key)
    page.wheel.carry_to(dt.date(2027, 2, 5))
    qtbot.keyClick(page.wheel, Qt.Key.Key_Right)
    settled(lambda: qtbot.keyClick(page.wheel, Qt.Key.Key_Space))
    assert chip(page, key).day == dt.date(2027, 2, 8)


def test_arrows_walk_from_chip_to_chip_and_enter_opens_the_meeting(make, qtbot, groups):
    page = make()
    page.wheel.setFocus()
    page.wheel.choose(groups["invited"])
    qtbot.keyClick(page.wheel, Qt.Key.Key_Down)
    assert page.wheel.current_key() == Slot(groups["two"], FIRST)
    qtbot.keyClick(page.wheel, Qt.Key.Key_Right)
    assert page.wheel.current_key() == Slot(groups["two"], Quarter(2027, 2))
    qtbot.keyClick(page.wheel, Qt.Key.Key_End)
    assert page.wheel.current_key() == Slot(groups["two"], Quarter(2027, 4))
    qtbot.keyClick(page.wheel, Qt.Key.Key_Home)
    qtbot.keyClick(page.wheel, Qt.Key.Key_Up)
    qtbot.keyClick(page.wheel, Qt.Key.Key_Return)
    assert page.went_to == [Place("meeting", groups["invited"])]


def test_an_invited_meeting_waits_for_its_reason_before_it_moves(qtbot, make, settled, groups, store):
    page = make()
    key, day = groups["invited"], dt.date(2027, 2, 3)
    settled(lambda: page._place(key, day))
    assert chip(page, key).came_from == dt.date(2027, 2, 9)
    assert page.chosen.reason.isVisible()
    settled(page.chosen.back.click)
    assert chip(page, key).day == dt.date(2027, 2, 9)
    settled(lambda: page._place(key, day))
    page.chosen.reason.inputs["reason"].setText("Salen er optaget")
    settled(lambda: qtbot.keyClick(page.chosen.reason.inputs["reason"], Qt.Key.Key_Return))
    with store.read() as session:
        moved = session.get(Meeting, key)
        assert (moved.day, moved.move_reason) == (day, "Salen er optaget")
    undo(page, settled)
    with store.read() as session:
        assert session.get(Meeting, key).day == dt.date(2027, 2, 9)


def test_a_planned_meeting_moves_at_once_and_back_again(make, settled, groups, store):
    page = make()
    page.wheel.choose(Slot(groups["two"], FIRST))
    settled(page.chosen.accept.click)
    [mark] = [mark for mark in page.state.row.marks if mark.stage is Stage.PLANNED and mark.kind == "ordinary"]
    settled(lambda: page._place(mark.id, dt.date(2027, 2, 4)))
    assert chip(page, mark.id).day == dt.date(2027, 2, 4)
    undo(page, settled)
    assert chip(page, mark.id).day == mark.day


def test_a_day_that_is_taken_says_why_while_one_drags_and_cannot_be_accepted(make, settled, groups):
    page = make()
    key = Slot(groups["two"], FIRST)
    look = page._look_at(key, dt.date(2027, 2, 9))
    assert look.lines[0][2] == "Region 1 meets at the same time, with a seat for To Pladser."
    settled(lambda: page._place(key, dt.date(2027, 2, 9)))
    page.wheel.choose(key)
    assert chip(page, key).tone == "late"
    assert not page.chosen.accept.isEnabled()
    assert "at the same time" in page.chosen.lines.said[0]
    assert page.findings.rows.buttons()
    page.findings.rows.buttons()[0].click()
    assert page.tabs.key() == "chosen"


def test_a_regional_meeting_tells_when_its_answer_can_come(make, groups):
    page = make()
    page.wheel.choose(groups["invited"])
    assert any(said.startswith("When can we hear? National group on ") for said in page.chosen.lines.said)


def test_a_wish_without_a_day_says_which_rules_clash_and_can_be_set_by_hand(make, settled, groups):
    page = make()
    page._on_lane(groups["two"])
    assert page.tabs.key() == "wishes"
    for day in range(4):
        box = page.wishes.days.inputs[f"day{day}"]
        box.setCurrentIndex(box.values.index(-1))
    settled(page.wishes.save.click)
    assert page.state.row.wishes[groups["two"]].never == (0, 1, 2, 3)
    page.closings.form.fill({"name": "Renovering", "first": dt.date(2027, 1, 1), "last": dt.date(2027, 3, 31)})
    settled(page.closings.save.click)
    key = Slot(groups["two"], FIRST)
    assert chip(page, key).look is ChipLook.NO_DAY
    page.wheel.choose(key)
    assert any("Renovering lasts from" in said for said in page.chosen.lines.said)
    settled(lambda: page._place(key, dt.date(2027, 2, 26)))
    assert chip(page, key).look is ChipLook.PINNED
    assert chip(page, key).tone == "warn"
    undo(page, settled)
    assert "Renovering" not in [one.name for one in page.state.row.closings]


def test_a_wish_that_contradicts_itself_is_refused_on_the_page(make, settled, groups):
    page = make()
    page._on_lane(groups["two"])
    for day in range(5):
        box = page.wishes.days.inputs[f"day{day}"]
        box.setCurrentIndex(box.values.index(-1))
    settled(page.wishes.save.click)
    assert page.wishes.wrong.text() == "The group must be able to meet on one weekday at least."


def test_usual_closed_days_are_left_out_and_brought_back(make, settled, groups):
    page = make()
    place = next(n for n, one in enumerate(page.state.row.closings) if one.usual == "autumn")
    drop = page.closings.lines[place].findChildren(type(page.closings.save))[1]
    settled(drop.click)
    assert "Autumn holiday" not in {shade.name for shade in page.wheel.scene.shades}
    undo(page, settled)
    assert "Autumn holiday" in {shade.name for shade in page.wheel.scene.shades}
    edit = page.closings.lines[place].findChildren(type(page.closings.save))[0]
    edit.click()
    assert page.closings.form.values()["name"] == "Autumn holiday"
    page.closings.form.fill({"last": dt.date(2027, 10, 29)})
    settled(page.closings.save.click)
    assert next(one for one in page.state.row.closings if one.usual == "autumn").is_changed


def test_gaps_and_rules_are_set_here(make, settled, groups):
    page = make()
    page.rules.gaps.inputs["regional"].setValue(15)
    page.rules.rules.inputs["one_a_day"].setChecked(False)
    settled(page.rules.save.click)
    rules = page.state.row.plan.rules
    assert (rules.regional_to_national, rules.one_a_day) == (15, False)
    assert page.state.conflicts == ()


def test_an_empty_quarter_asks_for_its_reason(make, settled, groups):
    page = make(2026)
    key = EmptyKey(groups["one"], 2)
    assert chip(page, key).look is ChipLook.EMPTY
    page.wheel.choose(key)
    page.chosen.reason.inputs["reason"].setText("For få kunne komme")
    settled(page.chosen.explain.click)
    assert chip(page, key).look is ChipLook.EXPLAINED
    undo(page, settled)
    assert chip(page, key).look is ChipLook.EMPTY


def test_a_link_to_an_empty_quarter_opens_its_reason(qtbot, make, bridge, settled, groups):
    key = EmptyKey(groups["one"], 2)
    place = Place("wheel", wishes=wishes(group=groups["one"], year=2026, quarter=2))

    def check(page):
        assert (page.year, page.wheel.current_key(), page.tabs.key()) == (2026, key, "chosen")
        qtbot.waitUntil(page.chosen.reason.inputs["reason"].hasFocus)
        settled(page.refresh)
        qtbot.waitUntil(page.chosen.reason.inputs["reason"].hasFocus)

    fresh = WheelPage(bridge, place)
    qtbot.addWidget(fresh)
    fresh.resize(1072, 740)
    settled(fresh.show)
    check(fresh)
    fresh.close()
    turned = make()
    settled(lambda: turned.turn_to(place))
    check(turned)
    settled(lambda: turned.turn_to(Place("wheel", wishes=wishes(group=groups["one"], year=2026, quarter=4))))
    assert turned.title() == "Year wheel 2026"


def test_years_are_turned_and_what_was_set_by_hand_survives_building_anew(make, settled, groups):
    page = make()
    key, day = Slot(groups["two"], FIRST), dt.date(2027, 2, 4)
    settled(lambda: page._place(key, day))
    kept = page.keep()
    other = make()
    other.take_up(kept)
    settled(other.refresh)
    assert chip(other, key).day == day
    settled(other.later.click)
    assert other.title() == "Year wheel 2028"
    assert (other.release.isHidden(), other.is_unsaved()) == (True, True)
    settled(lambda: other.turn_to(Place("wheel", wishes=wishes(year=2026))))
    assert other.title() == "Year wheel 2026"
    # Before the window closes, the year in which something waits is shown.
    settled(other.show_unsaved)
    assert (other.title(), chip(other, key).day, other.release.isHidden()) == ("Year wheel 2027", day, False)
    settled(other.release.click)
    assert not other.is_unsaved()


def test_the_days_in_sight_follow_what_is_chosen(make, qtbot, groups):
    page = make()
    page.wheel.setFocus()
    page.wheel.choose(groups["invited"])
    page.closer.click()
    page.closer.click()
    assert not page.closer.isEnabled()
    assert page.wheel.is_in_sight(dt.date(2027, 2, 9))
    qtbot.keyClick(page.wheel, Qt.Key.Key_Right)
    assert page.wheel.is_in_sight(chip(page, page.wheel.current_key()).day)
    qtbot.keyClick(page.wheel, Qt.Key.Key_Minus)
    page.farther.click()
    assert not page.farther.isEnabled()


def test_a_desk_without_groups_says_what_belongs_here(make):
    page = make()
    assert page.empty.isVisible()
    assert page.accept.isHidden()
    assert faults(page) == []
    page.empty.start.click()
    assert page.went_to == [Place("groups")]


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_tab_can_be_used_by_everybody(make, groups, language):
    use_language(language)
    page = make()
    page.wheel.choose(Slot(groups["two"], FIRST))
    for tab in ("chosen", "findings", "wishes", "closings", "rules"):
        page.tabs.choose(tab)
        assert faults(page) == []
    assert all(one.spoken for one in page.wheel.chips.chips)
    assert page.commands()
    page.listed.click()
    assert page.went_to == [Place("meetings", wishes=wishes(year=2027))]


def test_looking_at_a_day_while_dragging_takes_less_than_a_frame(make, groups):
    import time  # noqa: PLC0415 - only this test measures

    page = make()
    key = Slot(groups["two"], FIRST)
    days = [dt.date(2027, 1, 4) + dt.timedelta(days=n) for n in range(85)]
    start = time.perf_counter()
    for day in days:
        page._look_at(key, day)
    assert (time.perf_counter() - start) / len(days) < 0.016
