"""Two people's edits of one text: every word that either typed is still there, or the merge says that it cannot."""

import re
import time
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from referral_desk.merging import merge, merge_order

WORDS = st.lists(st.sampled_from(["kommune", "politi", "a", "b", "ja", ".", "æ_ø", "3F"]), max_size=12)
GAPS = st.sampled_from([" ", "\n", "  "])


@st.composite
def texts(draw):
    return "".join(word + draw(GAPS) for word in draw(WORDS)).strip()


@st.composite
def edited(draw, base):
    """The base with some of its words taken out and others put in, as people do it."""
    words = re.findall(r"\w+|\s|[^\w\s]", base)
    for number in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(words)))
        words[place : place + draw(st.integers(0, 3))] = draw(
            st.lists(st.sampled_from([" ", "\n", f"ny{number}", f"ord{number}", ","]), max_size=3)
        )
    return "".join(words)


def words(text):
    return Counter(re.findall(r"\w+", text))


@st.composite
def three(draw):
    base = draw(texts())
    return base, draw(edited(base)), draw(edited(base))


@given(three())
@example(("", "x", "y"))
@example(("a b c", "a c", "a b ny0 c"))
def test_no_word_that_either_typed_is_lost(given_texts):
    base, mine, theirs = given_texts
    both = merge(base, mine, theirs)
    if both is None:
        return
    # Nothing that somebody added is gone, and what both left alone stands.
    for side in (mine, theirs):
        assert not (words(side) - words(base)) - words(both)
    left = words(base) - (words(base) - words(mine)) - (words(base) - words(theirs))
    assert not left - words(both)


@given(three())
def test_who_saves_first_makes_no_difference_to_what_stands(given_texts):
    base, mine, theirs = given_texts
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert (one is None) == (other is None)
    if one is not None:
        assert words(one) == words(other)


@given(texts(), texts())
def test_what_only_one_changed_stands_as_it_was_written(base, mine):
    assert merge(base, mine, base) == mine == merge(base, base, mine) == merge(base, mine, mine)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("En to tre.", "En og to tre.", "En to tre. Fire.", "En og to tre. Fire."),
        ("Drøftet.", "Drøftet. Jeg siger ja.", "Drøftet. Du siger nej.", "Drøftet. Du siger nej. Jeg siger ja."),
        ("Kommunen ri", "Kommunen ringer", "Kommunen ri. Politiet", "Kommunen ringer. Politiet"),
        ("", "Ja", "Nej", "Nej Ja"),
        ("- et\n- to", "- et\n- to\n- tre", "- nul\n- et\n- to", "- nul\n- et\n- to\n- tre"),
        ("a b c", "a x c", "a y c", None),
        ("a b c d", "a d", "a b x d", None),
    ],
)
def test_how_texts_come_together(base, mine, theirs, both):
    assert merge(base, mine, theirs) == both


def test_long_texts_are_merged_at_once():
    base = "Kommunen oplyser, at der er kommet tre henvendelser. " * 400
    worst = "".join(f"ord{n} a " for n in range(3000))
    began = time.perf_counter()
    assert merge(base, f"Først. {base}", f"{base}Sidst.") == f"Først. {base}Sidst."
    assert merge(base, worst, f"{base}Sidst.") is not None
    assert time.perf_counter() - began < 5


ORDERS = st.permutations(range(6))


@given(ORDERS, ORDERS)
def test_of_two_orders_both_stand_and_what_only_one_changed_stands_as_it_is(base, other):
    assert merge_order(base, base, other) == merge_order(base, other, other) == list(other)
    assert merge_order(base, other, base) == list(other)


@given(ORDERS, ORDERS, ORDERS)
def test_nothing_is_lost_from_an_order_or_stands_in_it_twice(base, mine, theirs):
    assert sorted(merge_order(base[:4], mine, theirs)) == list(range(6))


def test_what_one_moves_and_another_adds_elsewhere_both_stand():
    assert merge_order([1, 2, 3], [1, 2, 9, 3], [3, 1, 2]) == [3, 1, 2, 9]
    assert merge_order([1, 2, 3], [2, 1, 3], [1, 8, 2, 3]) == [2, 1, 8, 3]
