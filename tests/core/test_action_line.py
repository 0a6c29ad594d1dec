"""`/a 3F 3 marts: ring til kommunen`: who, by when and what; what is in doubt stays as it was typed and is asked."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from referral_desk.shorthand.action_line import Owner, find_owner, person_aliases, read_action, read_who_and_when

TODAY, NEXT = dt.date(2026, 11, 22), dt.date(2027, 3, 4)
MARCH = dt.date(2027, 3, 3)


def a_person(number, name, detail=""):
    return Owner(name, detail, person_id=number, aliases=person_aliases(name))


UNION = Owner("Fagligt Fælles Forbund", organisation_id=1, aliases=("3F", "fagligt-faelles-forbund"))
TOWN = Owner("Ærø Kommune", organisation_id=2, aliases=("ÆK",))
POLICE = Owner("Politiet", organisation_id=3)
GRY, ANOTHER_GRY = a_person(4, "Gry Formandsen"), a_person(5, "Gry Hansen")
BO, JAN = a_person(6, "Bo Skov-Prøve"), a_person(7, "Jan Mønster")
OWNERS = (UNION, TOWN, POLICE, GRY, ANOTHER_GRY, BO, JAN)


def read(text):
    return read_action(text, owners=OWNERS, today=TODAY, next_meeting=NEXT)


@pytest.mark.parametrize(
    ("typed", "owner", "day", "text"),
    [
        ("3F 3 marts: ring til kommunen", UNION, MARCH, "ring til kommunen"),
        ("3 marts 3F: ring", UNION, MARCH, "ring"),
        ("3f, senest 3/3: ring", UNION, MARCH, "ring"),
        ("Fagligt Fælles Forbund inden næste møde: ring", UNION, NEXT, "ring"),
        ("ærø 3.3.27: skriv kl. 14:30", TOWN, MARCH, "skriv kl. 14:30"),
        ("Plitiet: en tastefejl", POLICE, None, "en tastefejl"),
        ("GF om 2 uger: initialer", GRY, dt.date(2026, 12, 6), "initialer"),
        ("Gry H: navn og bogstav", ANOTHER_GRY, None, "navn og bogstav"),
        ("skov-prøve ultimo marts: efternavn", BO, dt.date(2027, 3, 31), "efternavn"),
        ("inden 3. marts: kun en dag", None, MARCH, "kun en dag"),
        ("3F:", UNION, None, ""),
        ("Jan: et navn før en måned", JAN, None, "et navn før en måned"),
        ("Jan 3 marts: begge dele", JAN, MARCH, "begge dele"),
        ("3f 3 marts:uden mellemrum", UNION, MARCH, "uden mellemrum"),
    ],
)
def test_who_and_when_are_understood(typed, owner, day, text):
    line = read(typed)
    assert (line.owner, line.day, line.text) == (owner, day, text)
    assert line.is_understood
    assert line.sentence("en") == ""


@pytest.mark.parametrize(
    ("typed", "said", "among"),
    [
        ("Gry 3/3: ring", "Who is meant by “Gry”? Choose one.", (GRY, ANOTHER_GRY)),
        ("Peter 3/3: ring", "Nobody in the group is called “Peter”: write a name", (POLICE,)),
        ("3F 32/3: ring", "There is no day 32 in that month", ()),
        ("3F snarest: ring", "“snarest” is not understood: write a date", ()),
        ("3F 15. januar kl. 12: ring", "“15. januar kl. 12” is not understood", ()),
        ("3F jan: ring", "Which day", ()),
        ("3F og politiet 3/3: ring", "An action has one owner: write one action for each of them.", ()),
    ],
)
def test_what_is_in_doubt_is_asked_and_the_words_stay(typed, said, among):
    line = read(typed)
    assert line.sentence("en").startswith(said)
    assert (line.candidates, line.text, line.rest, line.is_understood) == (among, typed, "ring", False)


@pytest.mark.parametrize(
    "typed",
    [
        "ring til kommunen",
        "se https://example.dk",
        "Det aftales:at ringe",
        "mødes kl. 14:30 på rådhuset",
        ": ring",
        "",
        "a" * 200 + ": b",
    ],
)
def test_a_line_without_who_and_when_is_only_its_text(typed):
    line = read(typed)
    assert (line.owner, line.day, line.text, line.has_head, line.problem) == (None, None, typed, False, "")


def test_a_day_that_is_over_is_taken_and_said():
    line = read("3F 2026-11-01: ring")
    assert (line.owner, line.day, line.text, line.is_understood) == (UNION, dt.date(2026, 11, 1), "ring", True)
    assert line.sentence("en") == "01-11-2026 is over: is that the day that is meant?"


def test_a_day_is_read_while_the_name_is_still_in_doubt():
    assert read("Gry 3 marts: ring").day == MARCH


def test_an_exact_short_form_wins_over_the_beginning_of_a_name():
    owners = (*OWNERS, Owner("3F Ungdom", organisation_id=9))
    assert find_owner("3F", owners) == (UNION,)
    assert find_owner("", owners) == find_owner("?!", owners) == ()


def test_who_and_when_can_be_read_without_a_colon():
    line = read_who_and_when("Bo fredag uge 12", owners=OWNERS, today=TODAY)
    assert (line.owner, line.day) == (BO, dt.date(2027, 3, 26))


def test_a_person_is_known_by_each_name_and_by_initials():
    assert person_aliases("Bo Skov-Prøve") == ("Bo", "Prøve", "BSP", "BP", "Bo Prøve")
    assert person_aliases("Bo") == ("Bo",)


@given(st.sampled_from(OWNERS), st.dates(dt.date(2026, 11, 22), dt.date(2099, 1, 1)), st.booleans(), st.data())
def test_any_owner_is_found_under_any_name_with_any_day(owner, day, first, data):
    name = data.draw(st.sampled_from([owner.name, *owner.aliases]))
    when = data.draw(st.sampled_from([day.isoformat(), f"{day.day}/{day.month} {day.year}", f"inden {day:%d-%m-%Y}"]))
    line = read(f"{name} {when}: ring" if first else f"{when} {name}: ring")
    assert (line.day, line.text if line.is_understood else line.rest) == (day, "ring")
    assert line.owner is owner or owner in line.candidates


@given(st.text(max_size=60), st.text(max_size=20))
@example("::::", "")
@example("3F" * 40, "x")
@example("D", "")
@example("senest til", "ring")
@example(",", "ring")
def test_no_word_of_a_line_is_ever_lost(head, text):
    line = read(f"{head}: {text}")
    assert line.is_understood or line.text == f"{head}: {text}".strip()
