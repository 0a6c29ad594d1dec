"""The Cases page: lanes that one walks by keys, a list that one types for, when one can hear, a new case."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from referral_desk.models import Case, Escalation, Group, PicklistEntry
from referral_desk.operations.escalation_decisions import accept_escalation, answer_escalation, merge_escalation
from referral_desk.operations.escalations import endorse_escalation, send_escalation
from referral_desk.queries.cases import CaseOrder
from referral_desk.vocabulary import Answer, CaseKind, EscalationLane, Urgency
from tests.builders import TODAY, a_case
from tests.escalating import Course, eight_bodies
from tests.ui.accessibility import faults
from ui.language import use_language
from ui.memory import recall, settings
from ui.pages.cases import CasesPage
from ui.pages.cases import lanes as lanes_module
from ui.pages.cases.table import CaseTable
from ui.places import Place, wishes
from ui.text_lines import wrapped
from ui.theme import font
from ui.widgets.lane_card import LaneCard

REGIONAL, NATIONAL, TOP, ANSWERED = (
    EscalationLane.REGIONAL,
    EscalationLane.NATIONAL,
    EscalationLane.INTERMINISTERIAL,
    EscalationLane.ANSWERED,
)


@pytest.fixture
def course(desk, store):
    """The eight bodies with a theme; the national group and the first region have meetings to come."""
    course = Course(desk, store, eight_bodies(store))
    with store.write() as session:
        session.add(PicklistEntry(picklist="theme", code="children", name_da="Børn", name_en="Children"))
    course.meeting(course.bodies.national, dt.date(2026, 12, 15))
    course.meeting(course.bodies.regions[0], dt.date(2027, 1, 14))
    return course


@pytest.fixture
def under_way(course, store):
    """A draft, one late that three regions raised, one urgent, one at the top, one answered."""
    course.draft(4, title="Tolkning")
    lead = course.draft(1, title="Pladser i weekenden", due=TODAY + dt.timedelta(days=30))
    sent_on(course, lead)
    for region in (2, 3):
        follower = course.accepted(region)
        course.do(merge_escalation, follower, lead_id=lead, reason="Det samme.")
    urgent = course.sent(0, title="Unge på gaden", urgency=Urgency.URGENT)
    top = course.at_the_top(5)
    done = course.accepted(0, title="Hvem betaler")
    course.do(answer_escalation, done, text="Staten betaler.", document_reference="Brev 7")
    with store.write() as session:
        session.get(Escalation, lead).step.due = TODAY - dt.timedelta(days=3)
        session.get(Escalation, urgent).case.theme = "children"
    return {"lead": lead, "urgent": urgent, "top": top, "done": done}


def sent_on(course, escalation_id):
    course.do(endorse_escalation, escalation_id, note="Aftalt.")
    course.do(send_escalation, escalation_id)
    course.do(accept_escalation, escalation_id)


@pytest.fixture
def open_page(qtbot, bridge, settled, course):
    def make(view="", width=1080, **asked):
        page = CasesPage(bridge, Place("cases", view=view, wishes=wishes(**asked)))
        page.said, page.gone = [], []
        page.told.connect(page.said.append)
        page.went.connect(page.gone.append)
        qtbot.addWidget(page)
        page.resize(width, 750)
        settled(page.show)
        return page

    return make


def cards(page, lane):
    return [card.look for card in page.lanes.lanes[lane].cards]


def press(qtbot, page, key):
    card = page.lanes.focusWidget()
    qtbot.keyClick(card, key)
    return page.lanes.focusWidget()


def test_each_lane_holds_what_its_body_has_with_what_is_asked_and_what_comes_next(open_page, under_way):
    page = open_page()
    assert [look.title for look in cards(page, REGIONAL)] == ["Tolkning"]
    late, urgent = cards(page, NATIONAL)
    assert (late.title, urgent.title) == ("Pladser i weekenden", "Unge på gaden")
    assert [chip.word for chip in late.chips] == ["Region 2", "Region 3", "Region 4", "2 merged into it"]
    assert late.facts[0].words == "For decision"
    assert late.facts[-1].words.startswith("answer 3 day")
    assert late.facts[-1].tone == "late"
    assert urgent.chips[0].word == "Urgent"
    assert "Den nationale gruppe" in late.foot
    assert "raised by Region 2, Region 3, Region 4" in late.spoken
    assert len(cards(page, TOP)) == 1
    assert [look.title for look in cards(page, ANSWERED)] == ["Hvem betaler"]
    assert page.header.subtitle.whole().startswith("5 under way · 1 answer")


def test_arrows_go_between_cards_and_lanes_and_enter_opens(open_page, under_way, qtbot, store):
    page = open_page(lane="national")
    qtbot.waitUntil(lambda: isinstance(page.lanes.focusWidget(), LaneCard))
    assert page.lanes.row().title == "Pladser i weekenden"
    press(qtbot, page, Qt.Key.Key_Down)
    assert page.lanes.row().title == "Unge på gaden"
    press(qtbot, page, Qt.Key.Key_Right)
    assert page.lanes.row().id == under_way["top"]
    press(qtbot, page, Qt.Key.Key_Left)
    press(qtbot, page, Qt.Key.Key_Left)
    assert page.lanes.row().title == "Tolkning"
    press(qtbot, page, Qt.Key.Key_Left)
    press(qtbot, page, Qt.Key.Key_Up)
    assert page.lanes.row().title == "Tolkning"
    for _ in range(3):
        press(qtbot, page, Qt.Key.Key_Right)
    press(qtbot, page, Qt.Key.Key_Return)
    with store.read() as session:
        assert page.gone == [Place("case", session.get(Escalation, under_way["done"]).case_id)]


def test_one_card_of_each_lane_is_reached_by_tab(open_page, under_way):
    page = open_page()
    for lane in page.lanes.lanes.values():
        reached = [card for card in lane.cards if card.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert len(reached) == 1


def test_a_theme_on_a_card_leads_to_its_story_by_mouse_and_by_key(open_page, under_way, qtbot):
    page = open_page()
    card = page.lanes.lanes[NATIONAL].cards[1]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.chip_place("children").center())
    assert page.gone == [Place("theme", wishes=wishes(theme="children"))]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_T)
    assert len(page.gone) == 2
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().topLeft().__class__(20, 40))
    assert page.gone[-1].page == "case"


def test_the_card_with_the_focus_keeps_it_when_it_moves_on(open_page, under_way, settled, course, qtbot):
    page = open_page(lane="national")
    press(qtbot, page, Qt.Key.Key_Down)
    settled(lambda: course.do(accept_escalation, under_way["urgent"]))
    settled(page.refresh)
    assert page.lanes.row().id == under_way["urgent"]
    settled(lambda: course.do(answer_escalation, under_way["urgent"], text="Ja.", document_reference="Brev 8"))
    settled(page.refresh)
    assert page.lanes.row().id == under_way["urgent"]
    assert [look.title for look in cards(page, ANSWERED)] == ["Unge på gaden", "Hvem betaler"]


def test_a_long_lane_shows_more_on_request(open_page, course, settled, monkeypatch):
    for number in range(3):
        course.draft(number)
    monkeypatch.setattr(lanes_module, "PER_LANE", 2)
    page = open_page()
    lane = page.lanes.lanes[REGIONAL]
    assert (len(lane.cards), lane.count.text(), lane.more.isVisible()) == (2, "3", True)
    settled(lane.more.click)
    assert (len(lane.cards), lane.more.isVisible()) == (3, False)


def test_where_room_is_short_the_lanes_stand_behind_tabs(open_page, under_way, qtbot):
    page = open_page(width=700)
    assert page.lanes.tabs.isVisible()
    assert [key for key, lane in page.lanes.lanes.items() if lane.isVisible()] == [REGIONAL]
    page.lanes.choose(NATIONAL)
    assert [key for key, lane in page.lanes.lanes.items() if lane.isVisible()] == [NATIONAL]
    press(qtbot, page, Qt.Key.Key_Right)
    assert page.lanes.tabs.key() == TOP
    page.resize(1200, 750)
    assert all(lane.isVisible() for lane in page.lanes.lanes.values())


def test_an_empty_desk_teaches_and_n_writes_a_case_down(open_page, qtbot, settled, store):
    page = open_page()
    assert page.empty.sentence.text().startswith("Nothing is on its way.")
    qtbot.keyClick(page, Qt.Key.Key_N)
    assert page.form.isVisible()
    page.form.name.setText("Tolke om natten")
    assert page.is_unsaved()
    settled(page.form.save.click)
    with store.read() as session:
        made = session.query(Case).one()
        assert made.title == "Tolke om natten"
        assert page.gone == [Place("case", made.id)]
    assert page.form is None


def test_the_line_says_when_a_group_can_hear(open_page, settled, course):
    page = open_page()
    assert page.hearing.words.whole().startswith("Sent today it comes to Den nationale gruppe on Tuesday 15 December.")
    settled(lambda: page.hearing.group.setCurrentIndex(page.hearing.group.values.index(course.bodies.national)))
    assert "Den nationale gruppe" not in page.hearing.words.whole().split(".")[0]
    assert recall("cases/hearing") == str(course.bodies.national)
    page.bar.segments.choose("list")
    assert page.hearing.isHidden()


@pytest.fixture
def some_cases(course, store):
    with store.write() as session:
        first, second = (session.get(Group, course.bodies.regions[n]) for n in (0, 1))
        session.add_all(
            [
                a_case(first, "Unge på gaden", kind=CaseKind.TREND, is_minor=Answer.YES, theme="children"),
                a_case(second, "Tolk om natten", created_on=TODAY - dt.timedelta(days=100)),
                a_case(second, "Afsluttet", closed_on=TODAY, closed_reason="Løst."),
            ]
        )


def found(page):
    return [page.table.sorted.index(row, 1).data() for row in range(page.table.sorted.rowCount())]


def test_the_list_shows_open_cases_and_finds_what_one_types(open_page, some_cases, settled):
    page = open_page("list")
    assert found(page) == ["Unge på gaden", "Tolk om natten"]
    assert page.header.subtitle.whole() == "2 open"
    for typed, titles in (
        ("kind:trend", ["Unge på gaden"]),
        ('group:"Region 2"', ["Tolk om natten"]),
        ("tema:børn", ["Unge på gaden"]),
        ("is:closed", ["Afsluttet"]),
    ):
        page.bar.field.setText(typed)
        settled(page.bar.field.ask)
        assert found(page) == titles
    assert "closed" not in repr(settings()), "what one searches for would lie on the disk in the clear"
    page.bar.field.setText("knd:x")
    page.bar.field.ask()
    assert "Did you mean “kind:”" in page.bar.help.wrong.whole()
    page.bar.field.setText("group:Atlantis")
    settled(page.bar.field.ask)
    assert "No group is called" in page.bar.help.wrong.whole()


def test_the_list_goes_by_age_both_ways_and_opens_a_case(open_page, some_cases, settled, qtbot):
    page = open_page("list")
    settled(lambda: page.table.ordered.emit(CaseOrder.NEWEST))
    assert found(page) == ["Tolk om natten", "Unge på gaden"]
    page.table.table.selectRow(0)
    qtbot.keyClick(page.table.table, Qt.Key.Key_Return)
    assert page.gone[0].page == "case"
    qtbot.keyClick(page, Qt.Key.Key_Slash)
    assert page.bar.field.hasFocus()


def test_nothing_found_says_so_and_offers_all(open_page, some_cases, settled):
    page = open_page("list")
    page.bar.field.setText("findesikke")
    settled(page.bar.field.ask)
    assert page.table.empty.sentence.text() == "No case fits the search."
    settled(page.table.empty.start.click)
    assert len(found(page)) == 2


def test_a_loose_end_opens_the_cases_it_counts(open_page, some_cases, course, settled, qtbot):
    page = open_page(group=course.bodies.regions[0], minor="yes")
    qtbot.waitUntil(lambda: found(page) == ["Unge på gaden"])
    assert page.bar.field.text() == 'group:"Region 1" minor:yes'
    settled(lambda: page.turn_to(Place("cases", wishes=wishes(group=course.bodies.regions[1], order="oldest"))))
    qtbot.waitUntil(lambda: found(page) == ["Tolk om natten"])
    assert page.bar.order.value() is CaseOrder.OLDEST


def test_what_was_looked_at_stays_when_the_page_is_built_anew(open_page, some_cases, bridge, qtbot, settled):
    page = open_page("list")
    page.bar.field.setText("kind:trend")
    settled(page.bar.field.ask)
    again = CasesPage(bridge, Place("cases"))
    again.take_up(page.keep())
    qtbot.addWidget(again)
    settled(again.show)
    assert found(again) == ["Unge på gaden"]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(("view", "width"), [("lanes", 1080), ("lanes", 620), ("list", 1080), ("list", 620)])
def test_everybody_can_use_it_narrow_or_wide(open_page, under_way, language, view, width):
    use_language(language)
    page = open_page(view, width)
    assert faults(page) == []


def test_long_words_end_in_an_ellipsis_after_so_many_lines(qapp):
    lines = wrapped("et ord efter det andet " * 20, font("body"), 200, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert wrapped("kort", font("body"), 200, 3) == ["kort"]
    assert wrapped("", font("body"), 200, 3) == []


def test_the_list_shows_the_columns_that_the_room_it_has_now_allows(qtbot):
    table = CaseTable()
    qtbot.addWidget(table)

    def shown():
        return [column.key for n, column in enumerate(table.rows.columns) if not table.table.isColumnHidden(n)]

    table.resize(500, 400)
    table.show()
    assert shown() == ["reference", "title"]
    table.resize(1016, 400)
    assert shown() == ["reference", "title", "escalation", "minor", "age"]
    table.resize(500, 400)
    assert shown() == ["reference", "title"]
