"""Settings: deadlines with an example shown live, standing items for all, a tier or one group; everything undone."""

import datetime as dt

import pytest

from referral_desk import reference
from referral_desk.queries.deadlines import deadlines_for
from referral_desk.queries.phrases import phrases_for
from referral_desk.queries.standing_items import standing_items
from referral_desk.vocabulary import Stage, Tier
from referral_desk.vocabulary.phrases import Phrase
from tests.builders import a_group, a_meeting
from tests.ui import accessibility
from ui.pages.settings import SettingsPage
from ui.pages.settings.page import SECTIONS
from ui.places import Place, wishes


@pytest.fixture
def filled(store):
    with store.write() as session:
        region, national = a_group("Region 1"), a_group("National", tier=Tier.NATIONAL)
        session.add_all([region, national, a_meeting(region, day=dt.date(2026, 11, 26), stage=Stage.PLANNED)])
        reference.load(session, only="standing_item")
        session.flush()
        return {"region": region.id, "national": national.id}


@pytest.fixture
def open_at(qtbot, bridge, settled, filled):
    def opened(view):
        made = SettingsPage(bridge, Place("settings", view=view))
        qtbot.addWidget(made)
        made.resize(1080, 760)
        # What the window looks like and where the desk lies is asked of nobody.
        (settled if view in ("deadlines", "standing", "phrases") else call)(made.show)
        return made

    return opened


def call(run):
    run()


def held(desk, group_id=None):
    return desk.ask(deadlines_for, group_id)


def test_an_example_shows_at_once_what_a_deadline_means(open_at, settled, desk):
    section = open_at("deadlines").section("deadlines")
    assert section.day.day() == dt.date(2026, 11, 26)
    assert section.examples["invitation"].text() == "by 29 Oct 2026"
    section.fields["invitation"].count.setValue(25)
    assert section.examples["invitation"].text() == "by 22 Oct 2026"
    assert held(desk).invitation == 20
    settled(section.fields["invitation"].hand_on)
    assert held(desk).invitation == 25


def test_what_is_typed_is_kept_when_the_page_goes(open_at, settled, desk):
    page = open_at("deadlines")
    page.section("deadlines").fields["pack"].count.setValue(8)
    settled(page.save_now)
    assert held(desk).pack == 8


def test_a_group_has_its_own_and_goes_back_to_the_usual(open_at, settled, desk, filled):
    page = open_at("deadlines")
    section = page.section("deadlines")
    assert section.fields["regional_to_national"].isVisible()
    settled(lambda: page.turn_to(Place("settings", view="deadlines", wishes=wishes(group=filled["region"]))))
    assert section.group.value() == filled["region"]
    assert not section.fields["regional_to_national"].isVisible()
    field = section.fields["minutes"]
    assert not field.reset.isVisible()
    field.count.setValue(9)
    with_undo = []
    page.told.connect(with_undo.append)
    settled(field.hand_on)
    assert (held(desk).minutes, held(desk, filled["region"]).minutes) == (5, 9)
    assert field.reset.isVisible()
    settled(field.reset.click)
    assert held(desk, filled["region"]).minutes == 5
    settled(with_undo[0].call)
    assert field.count.value() == 5


def test_an_example_day_can_be_typed(open_at):
    section = open_at("deadlines").section("deadlines")
    section.day.line.setText("2.2.2027")
    section.day.line.textEdited.emit("2.2.2027")
    assert section.examples["minutes"].text() == "by 9 Feb 2027"


def test_words_are_written_with_a_preview_and_kept(open_at, settled, desk, filled):
    page = open_at("phrases")
    section = page.section("phrases")
    field = section.fields[Phrase.DISCUSSION]
    assert field.preview.text().splitlines() == [
        "The group discussed the item. It was said that: …",
        "Decision: The group agreed that: …",
    ]
    field.text.setPlainText("{number}. {title}:\n/d Agreed.")
    assert field.preview.text() == "3. Interpreting in court: …\nDecision: Agreed."
    told = []
    page.told.connect(told.append)
    settled(field.hand_on)
    assert told[-1].text == "Items for discussion: saved."
    assert desk.ask(phrases_for).text(Phrase.DISCUSSION, "en") == "{number}. {title}:\n/d Agreed."
    assert field.reset.isVisible()
    settled(field.reset.click)
    assert desk.ask(phrases_for).own == {}
    assert field.text.toPlainText().startswith("The group discussed the item.")
    assert not field.reset.isVisible()
    settled(told[-1].call)
    assert field.text.toPlainText() == "{number}. {title}:\n/d Agreed."


def test_words_that_cannot_be_filled_in_are_told_and_not_kept(open_at, settled, desk):
    page = open_at("phrases")
    field = page.section("phrases").fields[Phrase.INVITATION]
    field.text.setPlainText("Come on {wen}")
    assert field.wrong.text() == "{wen} is not known here: use {what}, {group}, {day}."
    page.save_now()
    assert page.is_unsaved()
    field.text.setPlainText("Come on {day}")
    assert field.preview.text() == "Come on Saturday 21 November 2026"
    settled(page.save_now)
    assert not page.is_unsaved()
    assert desk.ask(phrases_for).text(Phrase.INVITATION, "en") == "Come on {day}"


def test_words_are_set_for_one_group_and_one_language(open_at, settled, desk, filled):
    page = open_at("phrases")
    section = page.section("phrases")
    settled(lambda: page.turn_to(Place("settings", view="phrases", wishes=wishes(group=filled["region"]))))
    field = section.fields[Phrase.REGARDS]
    settled(lambda: section.language.choose("da"))
    field.text.setPlainText("De bedste hilsner")
    settled(lambda: section.language.choose("en"))
    assert field.text.toPlainText() == "Kind regards"
    region = desk.ask(phrases_for, filled["region"])
    assert region.own == {"regards.da": "De bedste hilsner"}
    assert desk.ask(phrases_for).own == {}
    kept = page.keep()
    assert kept["sections"]["phrases"] == {"group": filled["region"], "language": "en"}


def lines(section):
    return [line.row.title for line in section.lines]


def test_an_item_is_switched_off_for_one_group_and_comes_back(open_at, settled, desk, filled):
    page = open_at("standing")
    section = page.section("standing")
    settled(lambda: page.turn_to(Place("settings", view="standing", wishes=wishes(group=filled["region"]))))
    line = next(line for line in section.lines if line.row.title == "Exchange of information")
    assert line.chip.text() == "Regional"
    told = []
    page.told.connect(told.append)
    settled(line.on.click)
    [off] = [row for row in desk.ask(standing_items, language="en", group_id=filled["region"]) if not row.is_active]
    assert (off.title, off.is_own) == ("Exchange of information", True)
    line = next(line for line in section.lines if line.row.title == "Exchange of information")
    assert line.chip.text() == "Its own way"
    settled(line.drop.click)
    assert all(row.is_active for row in desk.ask(standing_items, language="en", group_id=filled["region"]))
    settled(told[0].call)
    assert "Exchange of information" in lines(section)


def test_an_item_moves_by_keys_past_what_the_meeting_is_about(open_at, settled, qtbot):
    page = open_at("standing")
    section = page.section("standing")
    before = lines(section)
    line = next(line for line in section.lines if line.row.title == "Follow-up on actions")
    told = []
    page.told.connect(told.append)
    settled(line.down.click)
    assert lines(section) == before
    [moved] = [line for line in section.lines if line.row.title == "Follow-up on actions"]
    assert moved.row.is_behind
    assert page.focusWidget() is moved.down
    settled(moved.down.click)
    assert lines(section).index("Follow-up on actions") == before.index("Follow-up on actions") + 1
    for message in reversed(told):
        settled(message.call)
    assert lines(section) == before


def test_an_item_is_added_by_a_form_that_keeps_what_is_refused(open_at, settled, desk):
    section = open_at("standing").section("standing")
    section.add_button.click()
    section.form.save.click()
    assert section.form.wrong.text() == "Write the title in Danish: agendas carry it."
    section.form.title_da.setText("Sag 010203-4321")
    settled(section.form.save.click)
    assert "CPR" in section.form.wrong.text()
    section.form.title_da.setText("Nyt fra politiet")
    section.form.title_en.setText("News from the police")
    section.form.place.setCurrentIndex(1)
    settled(section.form.save.click)
    assert section.form is None
    added = next(row for row in desk.ask(standing_items, language="en") if row.title == "News from the police")
    assert (added.is_behind, added.minutes) == (True, 10)


def test_a_desk_without_standing_items_is_offered_the_usual_ones(qtbot, bridge, settled, store):
    made = SettingsPage(bridge, Place("settings", view="standing"))
    qtbot.addWidget(made)
    settled(made.show)
    section = made.section("standing")
    assert section.empty.isVisible()
    settled(section.empty.start.click)
    assert not section.empty.isVisible()
    assert "Any other business" in lines(section)


@pytest.mark.parametrize("view", SECTIONS)
def test_everybody_can_use_it(open_at, view):
    assert accessibility.faults(open_at(view)) == []


def test_the_list_of_a_group_survives_building_the_page_anew(open_at, bridge, qtbot, settled, filled):
    page = open_at("standing")
    settled(lambda: page.turn_to(Place("settings", view="standing", wishes=wishes(group=filled["region"]))))
    again = SettingsPage(bridge, Place("settings"))
    qtbot.addWidget(again)
    again.take_up(page.keep())
    settled(again.show)
    assert again.tabs.key() == "standing"
    assert again.section("standing").scope == {"group_id": filled["region"]}
