"""The page of a theme: its story by quarters, some kinds of it only, and each line opens what it tells of."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from referral_desk.models import Group, PicklistEntry
from referral_desk.operations.escalation_decisions import answer_escalation
from referral_desk.queries import theme as query
from referral_desk.queries.theme import ThemeRow, Told
from referral_desk.vocabulary import Label
from tests.builders import TODAY, a_case, an_action
from tests.escalating import Course, eight_bodies
from tests.ui.accessibility import faults
from ui.language import use_language
from ui.pages import theme as page_module
from ui.pages.theme import ThemePage, place_of
from ui.places import Place, wishes
from ui.widgets.story_list import StoryEntry


@pytest.fixture
def course(desk, store):
    """Two themes; children's cases in two regions, one of them answered, an action, and something closed."""
    course = Course(desk, store, eight_bodies(store))
    with store.write() as session:
        for position, (code, danish, english) in enumerate(
            (("children", "Børn", "Children"), ("return", "Retur", "Return"))
        ):
            session.add(PicklistEntry(picklist="theme", code=code, name_da=danish, name_en=english, position=position))
        other = session.get(Group, course.bodies.regions[1])
        old = a_case(
            other, "Unge på gaden", summary="Fem unge.", theme="children", created_on=TODAY - dt.timedelta(200)
        )
        secret = an_action(other, "Ring til moderen", theme="children", label=Label.CONFIDENTIAL)
        session.add_all([old, secret])
    course.case = lambda region=0, **fields: Course.case(course, region, theme="children", **fields)
    made = course.accepted()
    course.do(answer_escalation, made, text="Der oprettes ti pladser.", document_reference="Brev 7")
    return course


@pytest.fixture
def open_page(qtbot, bridge, settled, course):
    def make(theme="children"):
        page = ThemePage(bridge, Place("theme", wishes=wishes(theme=theme) if theme else ()))
        page.gone = []
        page.went.connect(page.gone.append)
        qtbot.addWidget(page)
        page.resize(1080, 750)
        settled(page.show)
        return page

    return make


def story(page):
    return [
        f"{entry.detail}: {entry.title}" if isinstance(entry, StoryEntry) else f"# {entry.title}"
        for entry in page.list.sections.entries
    ]


def test_the_story_stands_by_quarters_newest_first(open_page):
    page = open_page()
    assert page.title() == "Children"
    told = story(page)
    assert told[0] == "# Quarter 4 of 2026"
    assert told[1].startswith("Answered: ")
    assert told[-2:] == ["# Quarter 2 of 2026", "Case: Unge på gaden"]
    answer = page.list.sections.entries[1]
    assert (answer.who, answer.text) == ("Den nationale gruppe to Region 1", "Der oprettes ti pladser.")
    closed = next(
        entry for entry in page.list.sections.entries if isinstance(entry, StoryEntry) and "Closed" in entry.title
    )
    assert "moderen" not in closed.spoken


def test_kinds_can_be_chosen_and_an_empty_choice_offers_all(open_page, settled):
    page = open_page()
    settled(page.kinds[Told.ANSWER].click)
    assert [line.split(":")[0] for line in story(page)] == ["# Quarter 4 of 2026", "Answered"]
    page.kinds[Told.ANSWER].setChecked(False)
    settled(page.kinds[Told.CIRCULAR].click)
    assert page.empty.sentence.text().startswith("Nothing of these kinds")
    settled(page.empty.start.click)
    assert len(story(page)) > 4


def test_a_line_opens_what_it_tells_of(open_page, qtbot, course):
    page = open_page()
    page.list.setFocus()
    page.list.setCurrentIndex(page.list.sections.index(1))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.gone[-1].page == "case"
    rows = {
        "case": {"case_id": 3},
        "actions": {"action_id": 4, "item_id": 5},
        "circulars": {"circular_id": 6},
        "meeting": {"meeting_id": 7, "item_id": 5},
    }
    for wanted, ids in rows.items():
        row = ThemeRow(Told.DECISION, 1, TODAY, 1, "Fyn", "", "", "", Label.OPEN, is_withheld=False, **ids)
        assert place_of(row).page == wanted


def test_another_theme_is_chosen_at_the_top(open_page, settled, course):
    page = open_page("")
    assert page.theme == "children"
    page.choice.setCurrentIndex(1)
    assert page.gone == [Place("theme", wishes=wishes(theme="return"))]
    settled(lambda: page.turn_to(page.gone[-1]))
    assert page.title() == "Return"
    assert "No group has dealt" in page.empty.sentence.text()


def test_long_stories_are_told_a_page_at_a_time(open_page, settled, monkeypatch):
    monkeypatch.setattr(page_module, "PAGE", 2)
    page = open_page()
    count = len(page._rows)
    assert count == 2
    assert page.more.isVisible()
    settled(page.more.click)
    assert len(page._rows) == 4


@pytest.mark.parametrize("language", ["da", "en"])
def test_everybody_can_use_it_narrow_or_wide(open_page, settled, language):
    use_language(language)
    page = open_page()
    assert faults(page) == []
    wide = page.filters.height()
    page.resize(560, 700)
    assert page.filters.height() > wide
    assert faults(page) == []
    assert all(made.width() >= made.sizeHint().width() for made in page.filters.findChildren(QPushButton))


def test_a_story_keeps_what_was_chosen(open_page, bridge, qtbot, settled):
    page = open_page()
    settled(page.kinds[Told.ANSWER].click)
    again = ThemePage(bridge, Place("theme"))
    again.take_up(page.keep())
    qtbot.addWidget(again)
    settled(again.show)
    assert story(again) == story(page)
    assert page._at_most == query.PAGE
