"""The query of the Actions page: what is understood, in both languages, and what is said where it is not."""

import contextlib
import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_desk.errors import Invalid
from referral_desk.shorthand.action_query import Term, read_query
from referral_desk.shorthand.query_completion import QueryNames, completions
from referral_desk.shorthand.query_words import KEYS, VALUES, Key, Trait
from referral_desk.texts import LANGUAGES
from referral_desk.vocabulary import ActionState, Priority

# A Wednesday.
TODAY = dt.date(2026, 11, 25)


def read(text):
    return read_query(text, TODAY).terms


def days(text):
    (term,) = read(text)
    return (term.first and term.first.isoformat(), term.last and term.last.isoformat())


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("owner:3F", Term(Key.OWNER, ("3F",))),
        ('ansvarlig:"Odense Kommune",3F', Term(Key.OWNER, ("Odense Kommune", "3F"))),
        ("hvem:mig", Term(Key.OWNER, ("me",))),
        ("owner:ingen", Term(Key.OWNER, ("none",))),
        ("is:overdue", Term(Key.IS, (Trait.OVERDUE,))),
        ("er:overskredet", Term(Key.IS, (Trait.OVERDUE,))),
        ("ER:Åben", Term(Key.IS, (Trait.OPEN,))),
        ("er:A\u030aben", Term(Key.IS, (Trait.OPEN,))),
        ("-tema:minors", Term(Key.THEME, ("minors",), is_not=True)),
        ("gruppe:RG4", Term(Key.GROUP, ("RG4",))),
        ("state:done,not-done", Term(Key.STATE, (ActionState.DONE, ActionState.NOT_DONE))),
        ('tilstand:"ikke muligt"', Term(Key.STATE, (ActionState.NOT_POSSIBLE,))),
        ("prioritet:høj", Term(Key.PRIORITY, (Priority.HIGH,))),
        ("frist:ingen", Term(Key.DUE, ("none",))),
        ("kommunen", Term(Key.WORD, ("kommunen",))),
        ('"ring til: 3F"', Term(Key.WORD, ("ring til: 3F",))),
        ("12:30", Term(Key.WORD, ("12:30",))),
        ('"-x"', Term(Key.WORD, ("-x",))),
    ],
)
def test_a_condition_is_understood_in_both_languages(text, term):
    assert read(text) == (term,)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("due:<2026-12-01", None, "2026-11-30"),
        ("due:<=2026-12-01", None, "2026-12-01"),
        ("due:>2026-12-01", "2026-12-02", None),
        ("due:>=2026-12-01", "2026-12-01", None),
        ("due:2026-12-01..2026-12-24", "2026-12-01", "2026-12-24"),
        ("due:..2026-12-24", None, "2026-12-24"),
        ("due:2026-12", "2026-12-01", "2026-12-31"),
        ("due:2027", "2027-01-01", "2027-12-31"),
        ("frist:<fredag", None, "2026-11-26"),
        ("frist:i-dag", "2026-11-25", "2026-11-25"),
        ("frist:uge", "2026-11-23", "2026-11-29"),
        ("frist:<=næste-uge", None, "2026-12-06"),
        ('frist:"uge 50"', "2026-12-07", "2026-12-13"),
        ('frist:<"3. marts"', None, "2027-03-02"),
        ("due:3-march", "2027-03-03", "2027-03-03"),
        ("closed:>2026-10-31", "2026-11-01", None),
    ],
)
def test_a_date_is_a_day_a_span_or_a_word_for_one(text, first, last):
    assert days(text) == (first, last)


def test_what_is_half_typed_asks_for_nothing_yet():
    assert read('owner: due: "" -') == (Term(Key.WORD, ("-",)),)
    assert read("") == ()
    assert read('owner:"Odense Kom') == (Term(Key.OWNER, ("Odense Kom",)),)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("ovner:3F", "Did you mean “owner:”?"),
        ("ansvarlg:3F", "Did you mean “ansvarlig:”?"),
        ("fritst:fredag", "Did you mean “frist:”?"),
        ("is:overdu", "Did you mean “is:overdue”?"),
        ("er:overskreden", "Did you mean “er:overskredet”?"),
        ("tilstand:udfort", "Did you mean “tilstand:udført”?"),
        ("due:sometime", "“sometime” is not a day"),
        ("due:<9999-12-31..", "not a day"),
        ("due:>9999-12-31", "too far away"),
        ("x" * 600, "too long"),
    ],
)
def test_what_is_not_known_is_said_with_what_is_nearest(text, sentence):
    with pytest.raises(Invalid, match=re.escape(sentence)):
        read(text)


@pytest.mark.parametrize("text", ["is:closed", "er:alle", "state:done", "lukket:2026", "state:open,done"])
def test_closed_actions_are_shown_only_where_they_are_asked_for(text):
    assert not read_query(text, TODAY).is_open_only
    assert read_query("is:overdue state:open owner:3F", TODAY).is_open_only


def test_every_word_is_read_as_what_it_stands_for():
    for language in LANGUAGES:
        for key, names in KEYS[language].items():
            assert {read(f"{name}:2026")[0].key for name in names if key in {Key.OWNER, Key.DUE}} <= {key}
        for key, values in VALUES.items():
            for meant, words in values[language].items():
                assert {read(f"{KEYS[language][key][0]}:{word}") for word in words} == {(Term(key, (meant,)),)}


SOUP = st.text('abÅåøF3:,<>=-".. \t\u00a0é1', max_size=40)
PIECES = st.sampled_from(
    [
        "owner:",
        "-frist:",
        "due:<",
        "er:",
        "is:",
        "tema:",
        '"',
        "mig",
        "ingen",
        "none",
        "overdue",
        "uge",
        "2026",
        "..",
        " ",
    ]
)


@given(st.one_of(SOUP, st.text(max_size=60), st.lists(st.one_of(PIECES, SOUP), max_size=8).map("".join)))
def test_whatever_is_typed_is_understood_or_refused_and_written_again_means_the_same(text):
    query = understood(text)
    if query is not None:
        for language in LANGUAGES:
            assert read_query(query.written(language), TODAY) == query


def understood(text):
    with contextlib.suppress(Invalid):
        return read_query(text, TODAY)
    return None


NAMES = QueryNames(("3F", "Odense Kommune", "Rebild Kommune"), ("RG4", "National"), ("Tvangsarbejde",))


def offered(text, language="da", cursor=None):
    return [found.text for found in completions(text, len(text) if cursor is None else cursor, NAMES, language)]


def test_what_can_be_typed_next_is_offered():
    assert offered("")[:3] == ["ansvarlig:", "frist:", "er:"]
    assert offered("3F -t") == ["-tema:", "-tilstand:"]
    assert offered("owner:komm", "en") == ['owner:"Odense Kommune"', 'owner:"Rebild Kommune"']
    assert offered("owner:3F,re", "en") == ['owner:3F,"Rebild Kommune"']
    assert offered("er:o") == ["er:overskredet"]
    assert offered("tema:") == ["tema:Tvangsarbejde", "tema:ingen"]
    assert offered("nonsense:") == []


def test_an_offer_takes_the_place_of_the_piece_at_the_cursor():
    (found,) = completions("gruppe:r frist:uge", 8, NAMES, "da")
    assert (found.text, found.start, found.end) == ("gruppe:RG4", 0, 8)


@given(st.one_of(SOUP, st.text(max_size=40)), st.integers(0, 40))
def test_every_offer_of_a_value_is_understood(text, cursor):
    for found in completions(text, min(cursor, len(text)), NAMES, "da"):
        assert 0 <= found.start <= found.end <= len(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_offer_is_a_query(language):
    for key in offered("", language):
        for text in offered(key, language):
            assert len(read(text)) == 1
