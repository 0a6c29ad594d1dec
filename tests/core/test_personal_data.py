"""The leak alarm: what it finds, what it leaves alone, and that no text takes it long."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_desk.cpr import cpr_numbers
from referral_desk.guard.personal_data import Find, NameIndex, Ordinary, finds, masked
from referral_desk.texts import has, say
from referral_desk.vocabulary import FindKind
from tests.leaks.writings import WRITINGS

OFFICE = Ordinary.of(
    phones=["+45 72 42 37 00"], emails=["Post@Example.dk"], addresses=["Edisonsvej 1, 5000 Odense C", "Rådhuset"]
)
# Names made of words: nobody is called so.
PEOPLE = NameIndex.of(["Grøn Lampe Stol", "Blå-Rød Bord", "Maj Bro", "Enkelt"])

anything = st.text(st.characters(blacklist_categories=("Cs",)), max_size=40)
days = st.dates().filter(lambda day: 1900 <= day.year <= 2036)


def kinds(text, **more):
    return [(find.kind, find.words) for find in finds(text, **more)]


@given(anything, anything, days, st.integers(0, 9999), st.sampled_from(sorted(WRITINGS)), st.booleans())
def test_a_cpr_number_in_any_writing_is_found_in_any_text(before, behind, day, serial, writing, is_raised):
    if writing.startswith("year first") and day.year >= 2000 and not is_raised:
        serial = 4000 + serial % 6000  # the seventh figure of those born then; before it a day and an hour
    number = f"{day.day + (60 if is_raised else 0):02}", f"{day.month:02}", f"{day.year % 100:02}", f"{serial:04}"
    told = WRITINGS[writing](*number, day.year)
    # What is no part of it stands apart by at least a sign that is no figure.
    text = f"{before}x {told} x{behind}"
    start = len(before) + 2
    assert any(first <= start and start + len(told) <= last for first, last in cpr_numbers(text))
    assert any(find.start <= start and start + len(told) <= find.end for find in finds(text))


@given(st.lists(anything | st.sampled_from(["010190-1234", " 20 45 30 44", "a@b.dk", "Aavej 3", "+45", "<<", "\n"])))
def test_finds_lie_inside_the_text_in_order_and_never_overlap(pieces):
    text = "".join(pieces)
    found = finds(text, names=PEOPLE)
    last = 0
    for find in found:
        assert last <= find.start < find.end <= len(text)
        assert find.words == text[find.start : find.end]
        last = find.end


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Ring 20 45 30 44 i aften", FindKind.PHONE, "20 45 30 44"),
        ("Ring til +45 2045 3044.", FindKind.PHONE, "+45 2045 3044"),
        ("Tlf.: (+45) 20453044", FindKind.PHONE, "(+45) 20453044"),
        ("nummeret 0040 721 234 567 svarer", FindKind.PHONE, "0040 721 234 567"),
        ("skriv til hun.selv@example.com i dag", FindKind.EMAIL, "hun.selv@example.com"),
        ("skriv til hun.selv (at) example.com.", FindKind.EMAIL, "hun.selv (at) example.com"),
        ("bor på Vikkavej 12, 2. th, 5000 Odense C.", FindKind.ADDRESS, "Vikkavej 12, 2. th, 5000 Odense C"),
        ("bor på Gl. Vikkavej 12B", FindKind.ADDRESS, "Gl. Vikkavej 12B"),
        ("bor på Vikkadors Allé 7, st. tv.", FindKind.ADDRESS, "Vikkadors Allé 7, st. tv."),
        ("bor i Tornekrattet 4, 6000 Kolding nu", FindKind.ADDRESS, "Tornekrattet 4, 6000 Kolding"),
        ("lives at 14 Vikka Street now", FindKind.ADDRESS, "14 Vikka Street"),
        ("fra ul. Vikka 10 i byen", FindKind.ADDRESS, "ul. Vikka 10"),
        ("pas nr. 209876543 er væk", FindKind.ID_NUMBER, "209876543"),
        ("udl.nr. 12-345-678", FindKind.ID_NUMBER, "12-345-678"),
        ("passport AB 1234567", FindKind.ID_NUMBER, "AB 1234567"),
        ("P<ROUVIKKA<<DORE<<<<<<<<<<<<<<<<<<<<<<<<<<<<", FindKind.ID_NUMBER, None),
        ("se hotlinejournalen for april", FindKind.FORBIDDEN, "hotlinejournalen"),
        ("der er planlagt\nransagning i maj", FindKind.FORBIDDEN, "planlagt\nransagning"),
        ("The shelter's address is known", FindKind.FORBIDDEN, "shelter's address"),
    ],
)
def test_each_kind_is_found_whole(text, kind, words):
    [find] = finds(text)
    assert (find.kind, find.words) == (kind, words or text)


@pytest.mark.parametrize(
    "text",
    [
        "Ring til +45 72 42 37 00 eller 7242 3700.",
        "post@example.dk og Post@Example.dk",
        "Mødet er på Edisonsvej 1 i Odense.",
        "Mødet er hos Center, Edisonsvej 1, 1. sal, 5000 Odense C.",
        "RG4-2026-0007 af 12.03.2026, J.nr. 2026-1234567, sagsnr. 26/01234",
        "CVR 72423700, EAN 5798000274017, konto 12345678",
        "perioden 2025 2026, 2025-2026 og 20260312",
        "Beløbet er 12.345.678 kr. eller 12345678 kr.",
        "SHA-256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "Danmark 12, Arbejdspladsen 3F, Alle 14 deltagere, Uge 23, Bilag 4, Punkt 7",
        "den 5. maj 2026 kl. 10.30-12.00 i lokale 4, 5000 Odense C",
        "Politiets efterforskning, krisecentrets pladser og hotlinens tal",
        "§ 33, stk. 14, nr. 2",
        "Region Syddanmark 2026",
        "Skriv @ hvis du vil",
    ],
)
def test_what_is_ordinary_is_left_alone(text):
    assert kinds(text, names=PEOPLE, ordinary=OFFICE) == []


@pytest.mark.parametrize(
    "words",
    [
        "Grøn Lampe Stol",
        "GRØN LAMPE STOL",
        "Grøn Stol",
        "Stol, Grøn",
        "G. Stol",
        "Grøn\nStol",
        "blå-rød bord",
        "Grøn Stols",
    ],
)
def test_names_of_the_directory_are_found_where_they_are_asked_for(words):
    text = f"Vi mødte {words} i går."
    assert kinds(text, names=PEOPLE) == [(FindKind.NAME, words)]
    assert kinds(text) == []


@pytest.mark.parametrize("text", ["I maj bro", "Enkelt gik hjem", "Grøn. Stol og bord", "En grønstol", "Grøn Stolpe"])
def test_words_that_are_names_too_are_no_names_by_themselves(text):
    assert kinds(text, names=PEOPLE) == []


def test_two_finds_that_share_signs_are_told_as_the_graver_one():
    [find] = finds("Tlf. +45 0101901234")
    assert find.kind is FindKind.CPR
    assert find.words.endswith("0101901234")


def test_a_find_is_shown_with_most_of_it_hidden():
    assert masked(finds("120385-1234")[0]) == "120385-••••"
    assert masked(finds("hun@example.com")[0]) == "hun@•••••••.•••"
    assert masked(Find(FindKind.ADDRESS, 0, 11, "Vikkavej 12", "")) == "Vik••••• ••"


def test_every_reason_is_said_in_danish():
    text = "010190-1234, 20 45 30 44, a@b.dk, Vikkavej 3, pas 12345678, Grøn Stol, wiretapped, hotlinejournal"
    text += ", klassificeret materiale, krisecentrets adresse"
    found = finds(text, names=PEOPLE)
    assert {find.kind for find in found} == set(FindKind)
    for find in found:
        assert has(find.why, "da"), find.why
        assert say(find.why, "en") == find.why


@pytest.mark.parametrize(
    "unit",
    [
        "1 ", "1\n", "1" + " " * 19, "a1203851234", "1 2 0 3 8 5 1 2 3 4 ", "20 ", "+45 12 34 56 78 ", "a.a@", "@",
        "A 1 ", "1 A Road ", "<", "A<<", "hotline ", "pas nr. nr. ", "Grøn ", "12038\u200b51234 ", "A 1 1000 A", "İ",
    ],
)  # fmt: skip
def test_no_text_takes_more_time_than_its_length(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        start = time.process_time()
        finds(text, names=PEOPLE)
        return time.process_time() - start

    seconds(1000)
    # Twice the text would take four times as long where anything is tried again and again.
    assert any(seconds(160_000) < 7 * seconds(40_000) + 0.05 for _ in range(3))
