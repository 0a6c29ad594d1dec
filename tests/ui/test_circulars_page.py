"""The Circulars page: written, held back by the leak alarm, sent to every region, noted group by group, taken back."""

import pytest
from PySide6.QtCore import Qt

from referral_desk.models import Circular, Delivery, MinutesEntry
from referral_desk.operations.circulars import send_circular, write_circular
from referral_desk.queries.circulars import circular_page
from referral_desk.vocabulary import CircularKind
from tests.builders import TODAY
from tests.escalating import COMING, Course, eight_bodies
from tests.plan_builders import a_plan
from tests.ui.accessibility import faults
from ui.language import use_language
from ui.pages.circulars import CircularsPage
from ui.places import Place, wishes
from ui.widgets.boxes import parts_of

CPR = "010190-1234"


@pytest.fixture
def course(desk, store):
    """The eight bodies; the first region has a meeting to come."""
    course = Course(desk, store, eight_bodies(store))
    course.meeting(course.bodies.regions[0], COMING)
    return course


@pytest.fixture
def write(desk, course):
    """Write a circular of the national group; `sent` sends it too."""

    def written(title="Ny vejledning", text="Brug den nye vejledning.", *, sent=False, **fields):
        told = {"kind": CircularKind.FRAMEWORK, "title": title, "text": text, **fields}
        made = desk.do(write_circular, group_id=course.bodies.national, **told).id
        if sent:
            desk.do(send_circular, circular_id=made, version=version(desk, made))
        return made

    return written


def version(desk, circular_id):
    return desk.ask(circular_page, circular_id=circular_id, day=TODAY, language="da").version


@pytest.fixture
def open_page(qtbot, bridge, settled, course):
    def make(**asked):
        page = CircularsPage(bridge, Place("circulars", wishes=wishes(**asked)))
        page.said, page.gone = [], []
        page.told.connect(page.said.append)
        page.went.connect(page.gone.append)
        qtbot.addWidget(page)
        page.resize(1080, 750)
        settled(page.show)
        return page

    return make


def kept(store, kind=Circular):
    with store.read() as session:
        return session.query(kind).order_by(kind.id).all()


def lines(page):
    return [page._words.look(row)[2] for row in page.panel.view.deliveries]


def test_an_empty_page_teaches_and_begins_one(open_page, settled, store, qtbot):
    page = open_page()
    assert "six regions" in page.empty.sentence.text()
    page.empty.start.click()
    form = page.form
    form.save.click()
    assert form.wrong.text() == "Give the circular a title."
    qtbot.keyClicks(form.name, "Fast kontaktperson")
    form.text.setPlainText("En fast kontaktperson fra første døgn.")
    form.kind.setCurrentIndex(form.kind.values.index(CircularKind.GOOD_PRACTICE))
    assert page.is_unsaved()
    settled(lambda: qtbot.keyClick(form.name, Qt.Key.Key_Return))
    (made,) = kept(store)
    assert (made.title, made.kind, made.sent_at) == ("Fast kontaktperson", CircularKind.GOOD_PRACTICE, None)
    assert page.list.as_text() == "# Drafts\nFast kontaktperson | Not sent"
    assert page.panel.title.whole() == "Fast kontaktperson"
    assert not page.is_unsaved()
    settled(page.said[-1].call)
    assert kept(store) == []
    assert page.side.isHidden()


def test_a_draft_is_changed_and_removed_and_both_can_be_taken_back(open_page, write, settled, store):
    page = open_page(circular=write())
    page.panel.edit.click()
    page.form.name.setText("Nyere vejledning")
    settled(page.form.save.click)
    assert kept(store)[0].title == page.panel.title.whole() == "Nyere vejledning"
    settled(page.panel.remove.click)
    assert kept(store) == []
    assert "six regions" in page.empty.sentence.text()
    settled(page.said[-1].call)
    assert kept(store)[0].title == "Nyere vejledning"


def test_where_it_comes_from_and_what_it_serves_are_chosen_shown_and_lead_on(
    open_page, write, settled, store, course, qtbot
):
    entry = course.decision(course.bodies.national)
    with store.write() as session:
        session.add(plan := a_plan())
        session.flush()
        item = session.get(MinutesEntry, entry).item
        item_id, meeting_id = item.id, item.meeting_id
        chosen = [one.id for area in plan.areas for one in area.activities]
    page = open_page(circular=write())
    page.panel.edit.click()
    form = page.form
    qtbot.waitUntil(lambda: bool(form.activities.search._by_line))
    assert not form.decision.isVisible()
    form.item.choose(item_id)
    assert form.decision.values == [None, entry]
    form.decision.setCurrentIndex(1)
    for key in chosen:
        form.activities.search.choose(key)
    assert page.is_unsaved()
    assert faults(page) == []
    settled(form.save.click)
    (made,) = kept(store)
    assert (made.item_id, made.entry_id) == (item_id, entry)
    assert {row.number for row in page.panel.view.activities} == {"1.1", "1.2", "2.1"}
    rows = parts_of(page.panel.links)
    assert rows[0].look.title.startswith("Decided: ")
    assert rows[0].look.detail == "Det sendes op."
    titles = {row.look.title for row in rows[1:]}
    assert titles == {f"Action plan: {number} Activity {number}" for number in ("1.1", "1.2", "2.1")}
    for row in rows[:2]:
        row.click()
    assert page.gone == [
        Place("meeting", meeting_id, "minutes", wishes(item=item_id)),
        Place("plan", view="activities", wishes=wishes(plan="AP9", activity=chosen[0])),
    ]
    page.panel.edit.click()
    assert (page.form.item.value(), page.form.decision.value()) == (item_id, entry)
    assert not page.form.is_begun, "nothing is changed yet"
    page.form.item.choose(None)
    settled(page.form.save.click)
    assert (kept(store)[0].item_id, kept(store)[0].entry_id) == (None, None)
    settled(page.said[-1].call)
    assert (kept(store)[0].item_id, kept(store)[0].entry_id) == (item_id, entry)


def test_what_was_typed_survives_a_change_of_theme(open_page, write, settled, qtbot, bridge):
    page = open_page(circular=write())
    page.panel.edit.click()
    page.form.text.setPlainText("Halvt skrevet")
    again = CircularsPage(bridge, Place("circulars"))
    again.take_up(page.keep())
    qtbot.addWidget(again)
    settled(again.show)
    qtbot.waitUntil(lambda: again.form is not None)
    assert again.form.text.toPlainText() == "Halvt skrevet"
    assert again.is_unsaved()


def test_it_is_sent_to_every_region_and_stands_on_the_next_agenda(open_page, write, settled, store):
    page = open_page(circular=write())
    page.panel.send.click()
    settled(page.send_form.save.click)
    assert page.send_form is None
    assert lines(page) == ["on the agenda of Thu 3 Dec", *["waits for an agenda"] * 5]
    assert page.list.as_text().endswith("Ny vejledning | 0 of 6 have noted it")
    assert page.panel.send.isHidden()
    assert page.panel.take_back.isVisible()
    settled(page.panel.take_back.click)
    assert kept(store, Delivery) == []
    assert page.panel.send.isVisible()


def test_a_leak_holds_it_back_until_it_is_taken_out_or_kept_with_a_reason(open_page, write, settled, store, qtbot):
    page = open_page(circular=write(text=f"Ring om {CPR} i dag. Eller om {CPR} i morgen."))
    page.panel.send.click()
    settled(page.send_form.save.click)
    form = page.send_form
    assert "personal" in form.wrong.text()
    assert not form.save.isEnabled()
    assert kept(store)[0].sent_at is None
    settled(form.leaks.lines()[0].remove.click)
    assert page.panel.text.whole() == f"Ring om i dag. Eller om {CPR} i morgen."
    assert not form.save.isEnabled()
    form.leaks.lines()[0].reason_given.emit("Et opdigtet nummer i en vejledning")
    settled(form.save.click)
    assert kept(store)[0].sent_at is not None
    assert kept(store)[0].text == f"Ring om i dag. Eller om {CPR} i morgen."


def test_a_group_takes_note_and_the_marks_say_so(open_page, write, settled, store):
    page = open_page(circular=write(sent=True))
    row = page.panel.view.deliveries[1]
    settled(lambda: page.panel.noted.emit(row))
    assert lines(page)[1].startswith("noted ")
    assert "1 of 6 have noted it" in page.list.as_text()
    assert "Region 2: noted" in page.panel.dots.accessibleName()
    assert page.panel.take_back.isHidden()
    settled(page.said[-1].call)
    assert lines(page)[1] == "waits for an agenda"


def test_links_lead_to_the_theme_and_to_the_meeting(open_page, write, settled):
    page = open_page(circular=write(sent=True))
    meeting_id = page.panel.view.deliveries[0].meeting_id
    page.panel.went.emit(Place("meeting", meeting_id, "agenda"))
    assert page.gone == [Place("meeting", meeting_id, "agenda")]


def test_the_list_can_show_one_kind_and_escape_closes_the_details(open_page, write, settled, qtbot):
    write("Ramme")
    page = open_page(circular=write("Tendens", kind=CircularKind.TREND_WARNING, sent=True))
    settled(lambda: page.kind.setCurrentIndex(page.kind.values.index(CircularKind.TREND_WARNING)))
    assert "Ramme" not in page.list.as_text()
    settled(lambda: page.kind.setCurrentIndex(page.kind.values.index(CircularKind.GOOD_PRACTICE)))
    assert page.empty.sentence.text() == "No circular of this kind."
    settled(page.empty.start.click)
    assert page.list.as_text() == "# Drafts\nRamme | Not sent\n# 2026\n21 Nov Sat | Tendens | 0 of 6 have noted it"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.side.isHidden()


@pytest.mark.parametrize("language", ["da", "en"])
def test_everybody_can_use_it_narrow_or_wide(open_page, write, settled, language):
    use_language(language)
    page = open_page(circular=write(sent=True))
    assert faults(page) == []
    page.resize(700, 700)
    assert page.card.isHidden()
    assert faults(page) == []
    page.close_side()
    assert page.card.isVisible()
