"""Names stand in the Danish order of letters, the same on both engines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_desk.queries.agenda import owners_to_choose
from referral_desk.queries.meeting import people_to_name
from referral_desk.queries.organisations import organisation_choices, organisations
from referral_desk.queries.people import people, person_choices
from referral_desk.queries.search import FoundKind, findable
from referral_desk.texts import danish_order
from tests.builders import TODAY, a_person, an_organisation

NAMES = ["Ane", "anna Beck", "Bo", "Eva", "Éva", "Zita", "Ægir", "Ærø", "Øst", "Aagaard", "Ågård", "Åse"]


def test_the_letters_after_z_stand_in_the_danish_order_and_aa_is_one_of_them():
    assert sorted({*NAMES}, key=danish_order) == NAMES


@pytest.mark.parametrize(
    ("first", "second"),
    [("Region 1", "Region Nord"), ("3F", "Amnesty"), ("Hans-Ole", "Hansen"), ("Müller", "Mynte"), ("Öberg", "Åberg")],
)
def test_figures_spaces_and_foreign_letters_have_their_place(first, second):
    assert danish_order(first) < danish_order(second)


def test_a_letter_and_its_ring_typed_apart_are_one_letter():
    assert danish_order("A\u030ase")[0] == danish_order("Åse")[0]


@given(st.text(), st.text())
def test_two_different_texts_always_have_an_order(one, other):
    assert (danish_order(one) == danish_order(other)) == (one == other)


SEEN = {"day": TODAY, "language": "da"}


def test_what_one_chooses_from_is_in_order(desk, database):
    with database.write() as session:
        session.add_all([*(a_person(name) for name in reversed(NAMES))])
        session.add_all([an_organisation(name) for name in reversed(NAMES)])
    assert [row.name for row in desk.ask(people_to_name, **SEEN)] == NAMES
    assert [row.name for row in desk.ask(person_choices, **SEEN)] == NAMES
    assert [row.name for row in desk.ask(organisation_choices, **SEEN)] == NAMES
    assert [row.name for row in desk.ask(owners_to_choose, **SEEN)] == NAMES * 2
    found = desk.ask(findable, **SEEN)
    assert [row.title for row in found if row.kind is FoundKind.PERSON] == NAMES


def test_a_name_typed_with_a_separate_ring_is_found_as_it_looks(desk, database):
    with database.write() as session:
        session.add(a_person("A\u030ase Test", organisation=an_organisation("Ro\u0308da Korset")))
    [person] = desk.ask(people, **SEEN)
    [organisation] = desk.ask(organisations, **SEEN)
    assert person.matches("åse")
    assert organisation.matches("röda")
    assert organisation.matches("ro\u0308da")
