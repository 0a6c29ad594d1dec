"""The Action plan page: activities and gaps, who did what and when, everything opens; the yearly contribution."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from sqlalchemy import select

from referral_desk.models import ActionPlan, AgendaItem
from referral_desk.queries.plan_things import ThingKind
from referral_desk.queries.yearly_rows import Yearly
from referral_desk.shorthand.action_query import read_query
from tests.builders import TODAY
from tests.plan_builders import a_plan, a_year
from tests.ui import accessibility
from ui.language import use_language
from ui.pages.plan import PlanPage
from ui.pages.plan.activity import actions_query
from ui.pages.plan.tree import ALL, GAPS
from ui.places import Place, wishes
from ui.theme import Mode, contrast, theme
from ui.widgets.plan_list import PlanHead, PlanLine
from ui.widgets.stacked_bars import TONES


@pytest.fixture
def year(store):
    with store.write() as session:
        return a_year(session)


@pytest.fixture
def opened(qtbot, bridge, settled):
    def at(place):
        made = PlanPage(bridge, place)
        qtbot.addWidget(made)
        made.resize(1080, 800)
        settled(made.show)
        qtbot.waitUntil(lambda: not bridge.is_busy)
        return made

    return at


@pytest.fixture
def page(opened, year):
    made = opened(Place("plan"))
    assert made.pane.things, "the activity with the most work is open"
    return made


def went(page):
    places = []
    page.went.connect(places.append)
    return places


def lines(page):
    return [entry for entry in page.tree.list.sections.entries if isinstance(entry, PlanLine)]


def titles(page):
    return [button.look.title for button in page.pane.list.buttons()]


def test_the_plan_in_force_is_shown_with_areas_objectives_and_activities(page):
    assert page.header.subtitle.whole() == "Plan AP9 · until 31 Dec 2028"
    assert page.note.isHidden()
    heads = [entry for entry in page.tree.list.sections.entries if isinstance(entry, PlanHead)]
    assert [(head.title, head.level) for head in heads] == [
        ("Forebyggelse", 1),
        ("Undervisning", 2),
        ("Retsforfølgning", 1),
    ]
    assert heads[0].objectives == ("Fewer victims. (2027)",)
    assert [line.day[0] for line in lines(page)] == ["1.1", "1.2", "2.1"]
    assert lines(page)[0].dots == (True, False, True, False), "never without the words beside"
    assert lines(page)[0].detail.startswith("2 of 4")
    assert lines(page)[2].spoken == "2.1 Activity 2.1. Nobody yet"


def test_the_activity_with_the_most_work_is_open_and_says_who_did_what(page):
    pane = page.pane
    assert pane.title.text() == "1.1  Activity 1.1"
    assert pane.flags.words()[0] == "Nothing yet from Region 2, Arbejdsgruppen"
    region = pane.matrix.lines[0]
    assert [cell.count for cell in region.look.cells] == ["1", "2", "", ""]
    assert region.look.words == "3"
    assert "1 decision" in region.look.spoken
    assert "3 action" in region.look.cells[0].word
    assert "1 open" in region.look.cells[0].word


def test_a_cell_leaves_only_what_it_counts_and_a_second_press_shows_all(page):
    pane = page.pane
    pane.matrix.pressed.emit(0, 1)
    assert [thing.kind for thing in pane.fitting()] == [ThingKind.ESCALATION, ThingKind.CASE]
    assert pane.narrowed.text() == "Region 1, Quarter 2 of 2026"
    pane.matrix.pressed.emit(0, 1)
    assert len(pane.fitting()) == 9, "what is still to come too"
    pane.matrix.pressed.emit(0, 4)
    assert {thing.group_id for thing in pane.fitting()} == {page.work.groups[0].id}
    pane.clear.click()
    assert pane.narrowed.isHidden()


def open_links(qtbot, page):
    page.pane.link.click()
    qtbot.waitUntil(lambda: bool(page.pane.links.field.search._by_line))
    return page.pane.links.field


def test_things_are_linked_and_unlinked_from_the_activity_with_undo(qtbot, settled, opened, year, store):
    page = opened(Place("plan", wishes=wishes(activity=year.activities["2.1"])))
    said = []
    page.told.connect(said.append)
    field = open_links(qtbot, page)
    assert field.search.hasFocus()
    assert field.value() == ()
    line = next(line for line in field.search._by_line if line.startswith("Gøre 1 · Action, RG1-2026-1, Region 1 "))
    assert line.endswith("item 1")
    settled(lambda: field.search.choose(field.search._by_line[line].value))
    qtbot.waitUntil(lambda: [kind for kind, _ in field.value()] == ["item"], timeout=5000)
    assert said[-1].text == "“Gøre 1” is linked to 2.1."
    assert "1 agenda item" in page.pane.counted.text()
    assert "3 actions" in page.pane.counted.text()
    case = next(option for option in field.search._by_line.values() if option.detail.startswith("Case, RG1-2026-0001"))
    settled(lambda: field.search.choose(case.value))
    qtbot.waitUntil(lambda: len(field.value()) == 2)
    assert accessibility.faults(page) == []
    drops = [
        made for made in field.findChildren(QPushButton) if "Region 1 · Tolke · Agenda item" in made.accessibleName()
    ]
    settled(drops[0].click)
    qtbot.waitUntil(lambda: [kind for kind, _ in field.value()] == ["case"])
    assert said[-1].text == "“Tolke” is no longer linked."
    settled(said[-1].call)
    qtbot.waitUntil(lambda: len(field.value()) == 2)
    qtbot.keyClick(field.search, Qt.Key.Key_Escape)
    assert page.pane.links.isHidden()
    assert page.focusWidget() is page.pane.link


def test_what_changed_meanwhile_is_refused_in_words_and_the_list_is_asked_anew(qtbot, settled, opened, year, store):
    page = opened(Place("plan", wishes=wishes(activity=year.activities["2.1"])))
    said = []
    page.told.connect(said.append)
    field = open_links(qtbot, page)
    option = next(option for option in field.search._by_line.values() if option.name == "Rammer")
    with store.write() as session:
        session.query(AgendaItem).filter_by(title="Rammer").one().resume = "Nyt."
    settled(lambda: field.search.choose(option.value))
    qtbot.waitUntil(lambda: field.value() == ())
    assert said[-1].tone == "late"


def test_a_day_in_the_past_is_looked_at_only(qtbot, settled, page):
    assert not page.pane.link.isHidden()
    settled(lambda: page.see_as_of(dt.date(2026, 6, 1)))
    assert page.pane.link.isHidden()


def test_arrows_go_over_the_cells_and_enter_leaves_what_one_counts(qtbot, page):
    line = page.pane.matrix.lines[0]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert line.accessibleName().startswith("Quarter 4 of 2026: nothing")
    qtbot.keyClick(line, Qt.Key.Key_Left)
    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert line.accessibleName().startswith("Quarter 2 of 2026: 1 case")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.pane.narrowed.text() == "Region 1, Quarter 2 of 2026"


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        (ThingKind.ITEM, lambda thing: Place("meeting", thing.opens, "minutes", wishes(item=thing.id))),
        (
            ThingKind.DECISION,
            lambda thing: Place("meeting", thing.opens, "minutes", wishes(item=thing.item_id, entry=thing.id)),
        ),
        (ThingKind.ACTION, lambda thing: Place("actions", wishes=wishes(action=thing.id))),
        (ThingKind.CASE, lambda thing: Place("case", thing.opens)),
        (ThingKind.ESCALATION, lambda thing: Place("case", thing.opens)),
        (ThingKind.CIRCULAR, lambda thing: Place("circulars", wishes=wishes(circular=thing.id))),
    ],
)
def test_everything_that_is_counted_can_be_opened(page, kind, place):
    places = went(page)
    page.pane.choose_kind(kind)
    at = next(n for n, thing in enumerate(page.pane.fitting()) if not thing.is_ahead)
    thing = page.pane.fitting()[at]
    page.pane.list.buttons()[at].click()
    assert places == [place(thing)]


def test_what_is_still_to_come_leads_to_its_agenda(page):
    places = went(page)
    assert titles(page)[0] == "Tolke igen"
    assert page.pane.list.buttons()[0].look.chip == ("To come", "info")
    page.pane.list.buttons()[0].click()
    assert (places[0].page, places[0].view) == ("meeting", "agenda")


def test_the_actions_of_an_activity_open_as_a_query_that_one_could_type(page):
    places = went(page)
    page.pane.to_actions.click()
    query = places[0].wish("query")
    assert query == actions_query("AP9-1.1", 2026)
    assert read_query(query, TODAY).written("en") == query == "activity:AP9-1.1 is:all made:2026-01-01..2026-12-31"
    page.pane.matrix.pressed.emit(0, 0)
    page.pane.to_actions.click()
    assert places[1].wish("group") == str(page.work.groups[0].id)


def test_gaps_come_first_by_a_filter_and_show_what_nobody_did(page):
    page.tree.filter.choose(GAPS)
    heads = [entry.title for entry in page.tree.list.sections.entries if isinstance(entry, PlanHead)]
    assert heads == ["Nobody worked on these", "Not every group worked on these"]
    assert [line.day[0] for line in lines(page)] == ["2.1", "1.2", "1.1"]
    page.tree.filter.choose(ALL)
    assert [line.day[0] for line in lines(page)] == ["1.1", "1.2", "2.1"]


def test_down_goes_to_the_next_activity_over_headings(qtbot, page, bridge):
    page.tree.list.choose(page.work.work[0].activity.id)
    page.tree.list.setFocus()
    qtbot.keyClick(page.tree.list, Qt.Key.Key_Down)
    assert page.pane.title.text() == "1.2  Activity 1.2"
    qtbot.waitUntil(lambda: not bridge.is_busy)
    assert titles(page) == ["Gøre 1", "Gøre 2", "Gøre 3", "Tolke"] or len(titles(page)) == 4


def test_a_place_can_ask_for_an_activity_a_year_and_the_gaps(opened, year):
    made = opened(Place("plan", wishes=wishes(activity=year.activities["2.1"], year=2025)))
    assert made.pane.title.text() == "2.1  Activity 2.1"
    assert made.year.value() == 2025
    made = opened(Place("plan", wishes=wishes(gaps=1)))
    assert made.tree.filter.key() == GAPS
    assert made.pane.title.text() == "2.1  Activity 2.1"


def test_another_year_and_all_years_can_be_chosen(settled, page):
    assert page.year.values == [2026, 2025, 0]
    settled(lambda: (page.year.setCurrentIndex(2), page.year.activated.emit(2)))
    assert [span.year for span in page.work.spans] == [2025, 2026, 2027, 2028]
    settled(lambda: (page.year.setCurrentIndex(1), page.year.activated.emit(1)))
    assert page.pane.flags.words() == ["Nobody worked on it: 2025"]


def test_an_earlier_day_is_seen_as_it_was(settled, page):
    settled(lambda: page.see_as_of(dt.date(2026, 3, 1)))
    assert page.pane.matrix.lines[0].look.words == "1"


def test_a_plan_whose_activities_nobody_knows_says_so_and_shows_the_one_that_is(settled, opened, store, year):
    with store.write() as session:
        session.add(a_plan("AP10", valid_from=dt.date(2026, 6, 1), activities=False))
    made = opened(Place("plan", wishes=wishes(plan="AP10")))
    assert "not in the sources" in made.empty.sentence.text()
    settled(made.empty.start.click)
    assert made.work.tree.plan.code == "AP9"
    assert made.pile.currentWidget() is made.splitter


def test_a_plan_tells_what_amends_it(opened, store, year):
    with store.write() as session:
        plan = session.scalars(select(ActionPlan).where(ActionPlan.code == "AP9")).one()
        amendment = a_plan("AP9-26", valid_from=dt.date(2026, 3, 1), activities=False)
        amendment.amends = plan
        session.add(amendment)
    made = opened(Place("plan"))
    assert made.header.subtitle.whole() == "Plan AP9 · until 31 Dec 2028 · amended by AP9-26"


def test_an_empty_desk_says_where_plans_come_from(opened):
    made = opened(Place("plan"))
    assert made.empty.isVisible()
    assert "reference data" in made.empty.sentence.text()
    assert accessibility.faults(made) == []


def test_a_plan_that_is_over_says_that_none_is_in_force(settled, page):
    settled(lambda: page.see_as_of(dt.date(2029, 3, 1)))
    assert page.note.text() == "No plan is in force on 1 Mar 2029; the groups go on by this one."


# The yearly contribution ----------------------------------------------------------------------------------------------


@pytest.fixture
def yearly(opened, year):
    made = opened(Place("plan", view="yearly"))
    assert made.yearly.content is not None
    return made


def test_the_yearly_contribution_is_looked_at_first(yearly):
    view = yearly.yearly
    assert view.figures.text().startswith("2026 · 2 meeting")
    assert "1 of 1 escalation" in view.figures.text()
    assert view.items.said(0).startswith("Q1: 1. Forebyggelse 1, Retsforfølgning 0")
    assert view.groups.rows.rowCount() == 4
    assert not view.by_kind.isVisible(), "one case is told apart no further"
    assert "So few cases" in view.small.text()


def test_keys_go_from_bar_to_bar(qtbot, yearly):
    bars = yearly.yearly.items
    bars.setFocus()
    qtbot.keyClick(bars, Qt.Key.Key_Right)
    qtbot.keyClick(bars, Qt.Key.Key_Right)
    assert bars.accessibleName().startswith("Agenda items by quarter and area. Q2: 1.")


def test_the_contribution_is_saved_in_the_language_that_was_chosen(qtbot, monkeypatch, yearly, bridge):
    built = []
    monkeypatch.setattr(yearly.yearly.door, "build", built.append)
    words = [act.text() for act in yearly.yearly.menu().actions() if act.text()]
    assert words == ["Contribution of 2026 …", "Dansk", "English"]
    yearly.yearly.make()
    qtbot.waitUntil(lambda: not bridge.is_busy and bool(built))
    assert isinstance(built[0], Yearly)
    assert (built[0].year, built[0].language) == (2026, "en")
    assert yearly.findChildren(QFileDialog) == []


def test_the_palette_offers_gaps_and_the_contribution(page):
    keys = [command.key for command in page.commands()]
    assert keys == ["plan/gaps", "plan/yearly"]
    page.commands()[1].call()
    assert page.pile.currentWidget() is page.yearly


@pytest.mark.parametrize("view", ["activities", "yearly"])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_everybody_can_use_the_page(opened, year, view, mode):
    theme().use(mode)
    use_language("da")
    made = opened(Place("plan", view=view))
    assert accessibility.faults(made) == []
    assert not made.grab().isNull()


def test_the_page_is_built_anew_with_what_one_looked_at(opened, year):
    made = opened(Place("plan", wishes=wishes(activity=year.activities["1.2"], year=2026)))
    kept = made.keep()
    again = opened(Place("plan"))
    again.take_up(kept)
    assert kept == {"code": "", "year": 2026, "activity": year.activities["1.2"], "view": "activities", "filter": ALL}


@pytest.mark.parametrize("side", [0, 1])
def test_figures_on_bars_can_be_read_in_both_themes(side):
    assert all(contrast(*pair[side]) >= 4.5 for pair in TONES)
