"""The Directory page: finding as one types, mending in place, names over time, leaving, adding, an empty desk."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from referral_desk.models import Organisation, OrganisationContact, OrganisationName, Person
from referral_desk.operations.people import change_person
from referral_desk.queries.organisations import RelationRow
from referral_desk.vocabulary import RelationKind, Sector
from tests.chain import lay_chain
from tests.ui.accessibility import faults
from ui.pages.directory import DirectoryPage
from ui.places import Place, wishes
from ui.widgets.boxes import parts_of


@pytest.fixture
def chain(store):
    made = lay_chain(store)
    with store.write() as session:
        tax = Organisation(sector=Sector.TAX, code="tax")
        tax.names.append(OrganisationName(name_da="SKAT", name_en="SKAT", valid_to=dt.date(2018, 6, 30)))
        agency = OrganisationName(name_da="Toldstyrelsen", name_en="Customs", valid_from=dt.date(2018, 7, 1))
        tax.names.append(agency)
        tax.contacts.append(OrganisationContact(phone="+45 11 22 33 44", is_historic=True))
        session.add(tax)
        session.flush()
        made.tax = tax.id
    return made


@pytest.fixture
def open_directory(qtbot, bridge, settled):
    def make(view="people", **asked):
        page = DirectoryPage(bridge, Place("directory", view=view, wishes=wishes(**asked)))
        page.messages = []
        page.told.connect(page.messages.append)
        qtbot.addWidget(page)
        page.resize(1100, 800)
        settled(page.show)
        return page

    return make


@pytest.fixture
def page(chain, open_directory):
    return open_directory()


def names(page):
    return [row.split(" | ")[0] for row in page._list().as_text().splitlines()]


def words(widget):
    # A new label is shown by its layout, at the next turn of the loop.
    QApplication.processEvents()
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def stored(store, person_id):
    with store.read() as session:
        return session.get(Person, person_id)


def test_people_stand_with_organisation_and_seats(page):
    assert names(page) == ["Bo Betjent", "Gry Formandsen"]
    assert "Bo Betjent | Nordjyllands Politi | Member, RG1" in page._list().as_text()


def test_the_list_narrows_as_one_types(page, qtbot):
    qtbot.keyClicks(page.search, "3f gry")
    assert names(page) == ["Gry Formandsen"]
    page.search.clear()
    qtbot.keyClicks(page.search, "12345678")
    assert names(page) == ["Bo Betjent"]


def test_an_organisation_is_found_by_its_former_name_which_is_told(page, chain, qtbot):
    page.segments.choose("organisations")
    assert "Customs" in names(page)
    qtbot.keyClicks(page.search, "skat")
    assert names(page) == ["Customs (was SKAT)"]
    page.search.clear()
    page.sector.setCurrentIndex(page.sector.findData("police"))
    assert names(page) == ["Nordjyllands Politi"]


def test_a_field_saves_itself_and_the_saving_can_be_taken_back(page, chain, qtbot, store, settled):
    page._list().choose(chain.officer)
    title = page.person.form.inputs["title"]
    title.setFocus()
    qtbot.keyClicks(title, "Vicepolitiinspektør")
    settled(page.save_now)
    qtbot.waitUntil(lambda: page.person.saved.text().startswith("Saved"))
    assert stored(store, chain.officer).title == "Vicepolitiinspektør"
    phone = page.person.form.inputs["phone"]
    qtbot.keyClicks(phone, "9")
    settled(page.save_now)
    assert stored(store, chain.officer).phone == "+45 12 34 56 789"
    settled(lambda: qtbot.mouseClick(page.person.back, Qt.MouseButton.LeftButton))
    assert stored(store, chain.officer).phone == "+45 12 34 56 78"
    assert stored(store, chain.officer).title == "Vicepolitiinspektør"


def test_a_refused_field_is_marked_where_it_stands(page, chain, qtbot, store, settled):
    page._list().choose(chain.officer)
    email = page.person.form.inputs["email"]
    email.setText("bo")
    settled(page.save_now)
    assert any("e-mail address" in label.text() for label in page.person.form.findChildren(QLabel))
    assert stored(store, chain.officer).email == "bo@politi.example"


def test_a_refused_field_keeps_its_text_and_keeps_no_other_field_back(page, chain, qtbot, store, settled):
    page._list().choose(chain.officer)
    inputs = page.person.form.inputs
    inputs["email"].setText("bo")
    inputs["title"].setText("Kommissær")
    settled(page.save_now)
    qtbot.waitUntil(lambda: stored(store, chain.officer).title == "Kommissær")
    settled(page.refresh)
    page._list().choose(chain.chair)
    page._list().choose(chain.officer)
    assert inputs["email"].text() == "bo"
    assert stored(store, chain.officer).email == "bo@politi.example"
    assert page.is_unsaved()
    inputs["email"].setText("bo@nyt.example")
    settled(page.save_now)
    qtbot.waitUntil(lambda: stored(store, chain.officer).email == "bo@nyt.example")
    assert not page.is_unsaved()


def test_what_somebody_else_changed_of_a_person_stays(page, chain, desk, qtbot, store, settled):
    page._list().choose(chain.officer)
    page.person.form.inputs["title"].setText("Kommissær")
    desk.do(change_person, person_id=chain.officer, version=1, phone="12 34 56 00")
    settled(page.save_now)
    qtbot.waitUntil(lambda: stored(store, chain.officer).title == "Kommissær")
    assert stored(store, chain.officer).phone == "12 34 56 00"


def test_looking_at_people_changes_nothing(page, chain, store):
    for person_id in (chain.officer, chain.chair, chain.officer):
        page._list().choose(person_id)
        page.save_now()
    assert stored(store, chain.officer).version == 1
    assert stored(store, chain.officer).organisation_id == chain.police


def test_a_person_gets_another_organisation_and_seats_keep_the_old_one(page, chain, qtbot, store, settled):
    page._list().choose(chain.officer)
    settled(lambda: (page.person.organisation.choose(chain.union), page.save_now()))
    assert stored(store, chain.officer).organisation_id == chain.union
    qtbot.waitUntil(lambda: page._list().chosen_row().organisation == "3F")
    assert page._list().chosen_row().seats[0].organisation == "Nordjyllands Politi"


def test_a_change_from_elsewhere_is_shown(page, chain, desk, qtbot):
    page._list().choose(chain.officer)
    fields = {"title": "Ny titel", "organisation_id": chain.police, "email": "", "phone": "", "language": "da"}
    desk.do(change_person, person_id=chain.officer, version=1, name="Bo Betjent", **fields)
    qtbot.waitUntil(lambda: page.person.form.inputs["title"].text() == "Ny titel")


def test_who_leaves_is_found_among_the_former_and_taken_back(page, chain, qtbot, settled):
    page._list().choose(chain.officer)
    page.person._on_leave()
    form = page.person.leaving.slot.form
    assert "become vacant" in form.help.text()
    form.last.line.setText("")
    form.submit()
    assert "Write the last day" in form.wrong.text()
    form.last.line.setText("1.11.2026")
    settled(form.submit)
    qtbot.waitUntil(lambda: names(page) == ["Gry Formandsen"])
    page.former.setChecked(True)
    assert "Bo Betjent" in names(page)
    page._list().choose(chain.officer)
    assert page.person.state.isVisibleTo(page)
    settled(page.person._on_again)
    qtbot.waitUntil(lambda: page._list().chosen_row().is_active)


def test_somebody_new_is_added_chosen_and_taken_back(page, chain, qtbot, settled):
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    form = page.new_form
    form.submit()
    assert "Write the person's name" in form.wrong.text()
    qtbot.keyClicks(form.name, "Ida Prøve")
    form.whom.setText("Findes ikke")
    form.submit()
    assert "not in the directory" in form.wrong.text()
    form.whom.choose(chain.union)
    form.email.setText("ida")
    settled(form.submit)
    assert "e-mail address" in form.wrong.text()
    form.email.clear()
    settled(lambda: qtbot.keyClick(form.name, Qt.Key.Key_Return))
    qtbot.waitUntil(lambda: getattr(page._list().chosen_row(), "name", "") == "Ida Prøve")
    assert page.new_form is None
    settled(page.messages[-1].call)
    qtbot.waitUntil(lambda: "Ida Prøve" not in names(page))


def test_an_unused_person_can_be_removed(page, qtbot, settled):
    page.open_new_person()
    page.new_form.name.setText("Ida Prøve")
    settled(page.new_form.submit)
    qtbot.waitUntil(lambda: page.person.remove.isVisibleTo(page))
    settled(page.person._on_remove)
    qtbot.waitUntil(lambda: "Ida Prøve" not in names(page))


def test_escape_leaves_a_new_entry(page, qtbot):
    page.open_new_organisation()
    assert page.segments.key() == "organisations"
    page.new_form.submit()
    assert "at least one language" in page.new_form.wrong.text()
    qtbot.keyClick(page.new_form.name_da, Qt.Key.Key_Escape)
    assert page.new_form is None


def test_an_organisation_is_added(page, qtbot, settled):
    page.open_new_organisation()
    page.new_form.name_da.setText("Røde Kors")
    settled(page.new_form.submit)
    qtbot.waitUntil(lambda: getattr(page._list().chosen_row(), "name", "") == "Røde Kors")
    settled(page.organisation._on_remove)
    qtbot.waitUntil(lambda: "Røde Kors" not in names(page))


def test_names_over_time_are_shown_added_mended_and_taken_away(open_directory, chain, qtbot, settled):
    page = open_directory("organisations", organisation=chain.tax)
    assert page._list().chosen_row().id == chain.tax
    section = page.organisation.names
    assert "30 Jun 2018" in words(section)
    section.open_form()
    settled(section.slot.form.submit)
    assert "at least one language" in section.slot.form.wrong.text()
    section.slot.form.name_da.setText("Told og Skat")
    section.slot.form.first.line.setText("i går")
    section.slot.form.submit()
    assert "not a day" in section.slot.form.wrong.text()
    section.slot.form.first.line.setText("1.1.2026")
    settled(section.slot.form.submit)
    qtbot.waitUntil(lambda: len(page._list().chosen_row().names) == 3)
    newest = page._list().chosen_row().names[0]
    page.organisation._on_mend(newest)
    section.slot.form.name_en.setText("Customs and Tax")
    settled(section.slot.form.submit)
    qtbot.waitUntil(lambda: page._list().chosen_row().name == "Customs and Tax")
    newest = page._list().chosen_row().names[0]
    settled(lambda: page.organisation._on_name_gone(newest))
    qtbot.waitUntil(lambda: page._list().chosen_row().name == "Customs")


def test_the_day_looked_at_decides_the_names(open_directory, chain, settled):
    page = open_directory("organisations", organisation=chain.tax)
    settled(lambda: page.see_as_of(dt.date(2017, 1, 1)))
    assert "SKAT" in names(page)
    assert page._list().chosen_row().name == "SKAT"


def test_a_historic_address_is_marked_and_a_new_one_is_set(open_directory, chain, qtbot, settled):
    page = open_directory("organisations", organisation=chain.tax)
    assert "No address to use is known." in words(page.organisation.contact)
    assert "Historic: not to be used" in words(page.organisation.contact)
    section = page.organisation.contact
    section.open_form()
    settled(section.slot.form.submit)
    assert "Write an address" in section.slot.form.wrong.text()
    section.slot.form.address.setText("Nygade 2")
    settled(section.slot.form.submit)
    qtbot.waitUntil(lambda: "Nygade 2" in words(section))


def test_ties_are_added_and_ended(open_directory, chain, qtbot, settled):
    page = open_directory("organisations", organisation=chain.tax)
    section = page.organisation.ties
    section.open_form()
    section.slot.form.submit()
    assert "from the list" in section.slot.form.wrong.text()
    section.slot.form.other.choose(chain.police)
    settled(section.slot.form.submit)
    qtbot.waitUntil(lambda: len(page._list().chosen_row().relations) == 1)
    with qtbot.waitSignal(page.went) as went:
        page.organisation._on_other(chain.police)
    assert went.args[0].wish("organisation") == str(chain.police)
    [tie] = page._list().chosen_row().relations
    settled(lambda: page.organisation._on_tie_ends(tie))
    qtbot.waitUntil(lambda: page._list().chosen_row().relations[0].valid_to is not None)


def test_a_tie_of_every_kind_is_told_from_both_ends(open_directory, chain):
    page = open_directory("organisations", organisation=chain.tax)
    for kind in RelationKind:
        tie = RelationRow(1, 1, kind, forward=True, other_id=2, other="X", valid_from=None, valid_to=None, holds=True)
        assert page.organisation._tie(tie)
        assert page.organisation._tie(replace(tie, forward=False)) != page.organisation._tie(tie)


def test_the_sector_saves_itself(open_directory, chain, qtbot, settled, store):
    page = open_directory("organisations", organisation=chain.tax)
    sector = page.organisation.form.inputs["sector"]
    sector.setCurrentIndex(sector.findData("other"))
    settled(page.save_now)
    with store.read() as session:
        assert session.get(Organisation, chain.tax).sector is Sector.OTHER


def test_seats_and_people_lead_on(open_directory, chain, qtbot, settled):
    page = open_directory("organisations", organisation=chain.police)
    row = parts_of(page.organisation.seats.content)[0]
    with qtbot.waitSignal(page.went) as went:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert went.args == [Place("group", chain.north, wishes=wishes(seat=chain.police_seat))]
    with qtbot.waitSignal(page.went) as went:
        page.organisation._on_person(chain.officer)
    settled(lambda: page.turn_to(went.args[0]))
    assert page.segments.key() == "people"
    assert page._list().chosen_row().id == chain.officer


def test_what_was_looked_at_survives_a_change_of_language(page, chain, open_directory, qtbot):
    page.segments.choose("organisations")
    page.search.setText("poli")
    page._list().choose(chain.police)
    again = open_directory()
    again.take_up(page.keep())
    again.refresh()
    qtbot.waitUntil(lambda: getattr(again._list().chosen_row(), "id", None) == chain.police)
    assert again.search.text() == "poli"


def test_enter_on_a_row_goes_to_its_first_field(page, chain, qtbot):
    page.activateWindow()
    page._list().choose(chain.officer)
    page._list().table.setFocus()
    qtbot.keyClick(page._list().table, Qt.Key.Key_Return)
    assert isinstance(page.focusWidget(), QLineEdit)
    assert page.focusWidget().text() == "Bo Betjent"


def test_an_empty_directory_teaches_and_starts(open_directory, qtbot):
    page = open_directory()
    assert page.people_list.empty.isVisible()
    qtbot.mouseClick(page.people_list.empty.start, Qt.MouseButton.LeftButton)
    assert page.new_form is not None
    assert {command.key for command in page.commands()} == {
        "directory/search",
        "directory/person",
        "directory/organisation",
    }


def test_everybody_can_use_the_page(page, chain):
    page._list().choose(chain.officer)
    assert faults(page) == []
    page.segments.choose("organisations")
    page._list().choose(chain.tax)
    assert faults(page) == []
    page.open_new_person()
    assert faults(page) == []


def test_the_list_has_the_whole_page_until_somebody_is_chosen(page, qtbot):
    assert page.detail.isHidden()
    page.people_list.choose(page.people[0].id)
    assert page.detail.isVisible()
    qtbot.keyClick(page.people_list.table, Qt.Key.Key_Escape)
    assert page.detail.isHidden()
    page.open_new_person()
    assert page.detail.isVisible()
    page.new_form.cancelled.emit()
    assert page.detail.isHidden()
