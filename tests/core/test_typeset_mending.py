"""Sentences that the end of an old page tore apart are whole again, and nothing else is joined."""

import pytest

from referral_desk.reports.text_blocks import Kind
from referral_desk.reports.text_reading import read_text

FIRST = "The members agreed that the knowledge gathering and"
REST = "exchange of experience shall go on in all regions."
# Three lone numbers that climb are pages.
BEFORE = "Opening words of this long report.\n\n7\n\nMore words of it, and then some.\n\n8\n\n"


def told(text):
    return [(block.kind, " / ".join(block.lines)) for block in read_text(text)]


def test_a_page_number_inside_a_sentence_goes_behind_it():
    assert told(f"{BEFORE}{FIRST}\n\n9\n\n{REST}\n")[-2:] == [
        (Kind.PARAGRAPH, f"{FIRST} {REST}"),
        (Kind.FURNITURE, "9"),
    ]


def test_a_word_cut_by_a_page_number_stands_together_again():
    blocks = told(f"{BEFORE}{FIRST} experi-\n\n9\n\nence shall go on.\n")
    assert blocks[-2] == (Kind.PARAGRAPH, f"{FIRST} experi-ence shall go on.")


def test_a_footnote_and_a_page_break_inside_a_sentence_go_behind_it():
    blocks = told(f"Opening words.\n\n{FIRST}\n\n¹ A note at the foot.\n\f{REST}\n\nNext paragraph.\n")
    assert blocks[1:] == [
        (Kind.PARAGRAPH, f"{FIRST} {REST}"),
        (Kind.NOTE, "¹ A note at the foot."),
        (Kind.PAGE, ""),
        (Kind.PARAGRAPH, "Next paragraph."),
    ]


def test_a_paragraph_and_an_item_that_an_empty_line_tore_are_whole():
    assert told(f"Opening words.\n\n{FIRST}\n\n{REST}\n")[1:] == [(Kind.PARAGRAPH, f"{FIRST} {REST}")]
    assert told(f"- {FIRST}\n\n{REST}\n- Next.\n")[0] == (Kind.ITEM, f"{FIRST} {REST}")


def test_three_pieces_make_one_sentence():
    text = f"{FIRST}\n\nexchange of experience, which was the main thing, shall\n\n9\n\ngo on everywhere.\n"
    (block, *_) = told(BEFORE + text)[4:]
    assert block[1].endswith("which was the main thing, shall go on everywhere.")


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}.\n\n{REST}",
        f"{FIRST}\n\nExchange of experience begins a sentence.",
        f"{FIRST}:\n\n{REST}",
        f"{FIRST}\n\nhttps://example.org is an address and stands alone",
        f"{FIRST}\n\nwww.example.org",
        f"{FIRST}\n\n- exchange of experience\n- and more",
        "Short label\n\nwith small words that follow it here.",
        f"{FIRST}\n\n---\n\n{REST}",
    ],
)
def test_what_stands_apart_stays_apart(text):
    assert all(f"{FIRST} " not in words and "label with" not in words for _, words in told(text))
