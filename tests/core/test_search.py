"""A few letters find a group, a meeting or a person, however they are spelt."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_desk.queries.search import NO_MATCH, FoundKind, FoundRow, badness, best, findable, fold, with_words
from referral_desk.vocabulary import ActionState, Label, Stage
from tests.builders import a_case, a_group, a_meeting, a_person, an_action, an_item, an_organisation

TODAY = dt.date(2026, 11, 21)


def row(title, **fields):
    return FoundRow(FoundKind.GROUP, 1, title, **fields)


@pytest.mark.parametrize("typed", ["kobenhavn", "koebenhavn", "KØBEN", "købe", "hav", "kbnh"])
def test_a_danish_name_is_found_with_and_without_its_letters(typed):
    assert badness(typed, "Region København") < NO_MATCH


@pytest.mark.parametrize(
    ("typed", "text"), [("arhus", "Århus"), ("aarhus", "Århus"), ("rene", "René"), ("malmo", "Malmö")]
)
def test_accents_do_not_matter(typed, text):
    assert badness(typed, text) == 0


def test_what_is_not_there_is_not_found():
    assert badness("xyz", "Region København") >= NO_MATCH
    assert badness("region fyn", "Region København") >= NO_MATCH


def test_the_beginning_is_better_than_the_middle():
    order = ["Nordjylland", "Region Nord", "Danmark nord for Limfjorden", "Fjernnord"]
    assert min(order, key=lambda text: badness("nord", text)) == "Nordjylland"
    assert badness("nord", "Region Nord") < badness("nord", "Fjernnord")


@given(st.text(max_size=30))
def test_every_text_finds_itself(text):
    assert not text.split() or badness(text, text) < NO_MATCH


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=30))
def test_folding_is_done_once(text):
    short, long = fold(text)
    assert fold(short)[0] == short
    assert fold(long)[1] == long


def test_a_letter_and_its_ring_may_be_typed_apart():
    assert fold("A\u030arhus") == fold("Århus") == ("arhus", "aarhus")


def test_the_best_come_first_and_equal_ones_keep_their_order():
    rows = [row("Anden nord"), row("Nord A"), row("Nord B"), row("Syd")]
    assert [found.title for found in best(rows, "nord")] == ["Nord A", "Nord B", "Anden nord"]
    assert len(best([row("Nord")] * 50, "nord", at_most=7)) == 7


def test_a_meeting_is_found_by_its_day_in_words():
    meeting = FoundRow(FoundKind.MEETING, 1, "Region 2", day=dt.date(2026, 11, 26))
    assert best([with_words(meeting, "torsdag den 26. november 2026")], "region nov") != []


@pytest.fixture
def filled(database):
    with database.write() as session:
        group = a_group("Region 1", place="Nordjylland")
        gone = a_group("Nedlagt", valid_to=dt.date(2020, 1, 1))
        session.add_all([group, gone])
        held = a_meeting(group, day=dt.date(2026, 9, 1))
        soon = a_meeting(group, day=dt.date(2026, 12, 1))
        called_off = a_meeting(group, day=dt.date(2026, 12, 2), stage=Stage.PLANNED)
        called_off.cancel(dt.datetime(2026, 11, 1, tzinfo=dt.UTC), "Sygdom")
        session.add_all([held, soon, called_off, a_meeting(gone, day=dt.date(2026, 12, 3))])
        session.add(a_person("Prøve Kælder", organisation=an_organisation("Prøvekommunen"), title="Rådgiver"))
        session.add(a_person("Gået Bort", is_active=False))
        owner = an_organisation("3F", code="3f")
        session.add_all(
            [
                a_case(group, "Nye vagter", number=7, created_on=TODAY),
                a_case(group, "Er lukket", number=8, closed_on=TODAY),
            ]
        )
        session.add(an_action(group, "Find tolke\ntil Vejle", number=7, owner_organisation=owner))
        session.add(an_action(group, "Er udført", closed_on=TODAY, state=ActionState.DONE))


def test_groups_meetings_people_open_actions_and_open_cases_can_be_opened(desk, filled):
    found = desk.ask(findable, day=TODAY, language="da")
    assert [(row.kind, row.title, row.day) for row in found] == [
        (FoundKind.GROUP, "Region 1", None),
        (FoundKind.MEETING, "Region 1", dt.date(2026, 12, 1)),
        (FoundKind.MEETING, "Region 1", dt.date(2026, 9, 1)),
        (FoundKind.PERSON, "Prøve Kælder", None),
        (FoundKind.ACTION, "Find tolke til Vejle", None),
        (FoundKind.CASE, "Nye vagter", None),
    ]
    assert [row.kind for row in best(found, "nordjylland")] == [FoundKind.GROUP]
    assert [row.kind for row in best(found, "region 2026")] == [FoundKind.MEETING, FoundKind.MEETING]
    assert found[-3].detail == "Rådgiver, Prøvekommunen"
    assert [row.id for row in best(found, "3f tolke")] == [found[-2].id]
    assert found[-2].detail.endswith("-2026-7")
    assert [row.kind for row in best(found, found[-1].detail)] == [FoundKind.CASE]
    assert found[-1].detail.endswith("-2026-0007")


def test_a_confidential_matter_is_found_by_its_words_and_shown_by_its_reference(desk, database):
    with database.write() as session:
        group = a_group("Region 1", code="rg1")
        meeting = a_meeting(group, title="Møde om en razzia", day=TODAY, label=Label.CONFIDENTIAL)
        case = a_case(group, "Razzia i Vejle", number=7, label=Label.CONFIDENTIAL)
        session.add_all([meeting, case, an_action(group, "Aftal razzia", number=3, label=Label.CONFIDENTIAL)])
        session.add(an_action(group, "Razzia igen", number=4, item=an_item(meeting, "Åbent punkt")))
    found = best(desk.ask(findable, day=TODAY, language="da"), "razzia")
    assert {(row.title, row.detail) for row in found} == {
        ("RG1-2026-0007", "Fortrolig"),
        ("RG1-2026-3", "Fortrolig"),
        ("RG1-2026-4", "Fortrolig"),
        ("Region 1", "Fortrolig"),
    }
