"""What we find in a stranger's plain text, and that no word of it is ever lost, doubled or moved."""

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_desk.reports.text_blocks import Kind
from referral_desk.reports.text_marks import marked_up
from referral_desk.reports.text_reading import read_text
from referral_desk.reports.words import shapeless

TAGS = re.compile(r"</?(?:b|strong|i|em|u|sup|sub)\s*>|<br\s*/?>", re.IGNORECASE)
MARKS = set("*_#|+-=~•‣▪■◦●○∙·–—()[]│┃─━═") | {chr(code) for code in range(0x2500, 0x2580)}


def bare(text):
    """Every sign with a shape that is not markup, in order."""
    composed = unicodedata.normalize("NFC", TAGS.sub("", text.removeprefix("\ufeff")))
    return "".join(c for c in composed if not c.isspace() and c not in MARKS and not shapeless(c))


def printed(blocks):
    """Every sign that blocks will print."""
    said = []
    for block in blocks:
        said.append(block.label)
        said += [run.text for run in marked_up(block.lines)]
        said += [run.text for row in block.rows for cell in row for run in marked_up([cell])]
    return bare("".join(said))


def kinds(text):
    return [block.kind for block in read_text(text)]


SHAPES = st.sampled_from(
    (
        *(
            "# ",
            "## ",
            "- ",
            "• ",
            "1. ",
            "2) ",
            "(a) ",
            "| a | b |",
            "|---|---|",
            "---",
            "====",
            "\f",
            "\t",
            "  ",
            "\n",
        ),
        *(
            "\n\n",
            "**",
            "*",
            "__",
            "<b>",
            "</b>",
            "<sup>1</sup>",
            "<br>",
            "[a](http://x.dk)",
            "Side 3",
            "17",
            "ALL CAPS",
        ),
        *("\r\n", "\u00ad", "\u200b", "\u2028", "e\u0301", "\x07", "æøå", "a-", "\ufeff", "+---+", "│ x │ y │"),
        *("a  b  c", "a\tb"),
    )
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(SHAPES, st.text(max_size=12)), max_size=40).map("".join))


@given(TEXTS)
def test_no_sign_of_any_text_is_lost_doubled_or_moved(text):
    blocks = read_text(text)
    if any(block.kind in {Kind.FURNITURE, Kind.NOTE} for block in blocks):
        # What stood inside a sentence stands behind it now (see test_typeset_mending).
        assert Counter(printed(blocks)) == Counter(bare(text))
    else:
        assert printed(blocks) == bare(text)


@given(TEXTS)
def test_heading_levels_begin_at_one_and_never_skip(text):
    last = 0
    for block in read_text(text):
        if block.kind is Kind.HEADING:
            assert 1 <= block.level <= last + 1
            last = block.level


def test_hard_wrapped_lines_become_one_paragraph():
    text = (
        "The group met in June and talked about interpreters for the first\n"
        "conversation. Nobody knows who orders them and nobody knows who pays\n"
        "for them, which the members find odd.\n"
    )
    (block,) = read_text(text)
    assert block.kind is Kind.PARAGRAPH
    assert block.lines == [" ".join(text.split("\n")).strip()]


def test_a_word_cut_at_a_line_end_stands_together_again():
    text = "The members agreed that the knowledge gathering and experi-\nence exchange shall go on in all regions.\n"
    assert "experi-ence exchange" in read_text(text)[0].lines[0]


def test_an_address_keeps_its_lines():
    (block,) = read_text("Edisonsvej 1\n5000 Odense C\nTel. 72 42 37 00\n")
    assert block.lines == ["Edisonsvej 1", "5000 Odense C", "Tel. 72 42 37 00"]


def test_two_blanks_at_a_line_end_ask_for_a_line_break():
    (block,) = read_text("Published by  \nthe ministry\n")
    assert block.lines == ["Published by", "the ministry"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("# Title\n\nText.", 1),
        ("Title\n=====\n\nText.", 1),
        ("Opening words of this text.\n\nGENERAL REMARKS\n\nText.", 1),
        ("Opening words of this text.\n\n2.1 Interpreters\n\nText.", 1),
        ("Opening words of this text.\n\n**Interpreters**\n\nText.", 1),
        ("Opening words of this text.\n\nInterpreters\n\n" + "Text that goes on and on. " * 6, 1),
    ],
)
def test_headings_are_found_by_their_marks_numbers_capitals_and_surroundings(text, level):
    assert [block.level for block in read_text(text) if block.kind is Kind.HEADING] == [level]


def test_the_last_item_of_a_list_is_no_heading():
    text = "Opening words of this text.\n\n1. first\n2. second\n\n" + "Text that goes on and on. " * 6
    assert kinds(text) == [Kind.PARAGRAPH, Kind.ITEM, Kind.ITEM, Kind.PARAGRAPH]


def test_figures_and_captions_are_no_headings():
    assert Kind.HEADING not in kinds(
        "First words of the text.\n\nSexual\n\n43\n\nLabour\n\n17\n\nFigure 1:\n\nMore words here."
    )


def test_items_keep_their_numbers_and_nest_by_indentation():
    blocks = read_text("- one\n- two\n  - inner\n3. three\n(b) four\n- 1. five\n")
    assert [(b.kind, b.label, b.lines[0]) for b in blocks] == [
        (Kind.ITEM, "•", "one"),
        (Kind.ITEM, "•", "two"),
        (Kind.ITEM, "•", "inner"),
        (Kind.ITEM, "3.", "three"),
        (Kind.ITEM, "(b)", "four"),
        (Kind.ITEM, "1.", "five"),
    ]
    assert blocks[2].level > blocks[1].level


def test_tables_are_found_by_pipes_tabs_and_columns():
    pipes = read_text("| Year | Persons |\n|---|---|\n| 2016 | 121 |\n| 2017 | 98 |")[0]
    assert (pipes.rows, pipes.heads) == ([["Year", "Persons"], ["2016", "121"], ["2017", "98"]], 1)
    tabs = read_text("Preface\t5\nIntroduction\t7\n")[0]
    assert (tabs.rows, tabs.heads) == ([["Preface", "5"], ["Introduction", "7"]], 0)
    columns = read_text("Year   Women   Men\n2016     100    21\n2017      86    12\n")[0]
    assert (columns.rows[1], columns.heads) == (["2016", "100", "21"], 1)


def test_page_numbers_and_running_heads_are_set_aside_but_kept():
    pages = [f"Status report\n\nWords of page {n} that tell what the group did.\n\n{n}\n" for n in range(7, 12)]
    blocks = read_text("\f".join(pages))
    furniture = [block.lines[0] for block in blocks if block.kind is Kind.FURNITURE]
    assert furniture == [text for n in range(7, 12) for text in ("Status report", str(n))]


def test_figures_that_do_not_climb_are_no_page_numbers():
    text = "Total\n\n66\n\nSexual\n\n43\n\nLabour\n\n17\n\nOther\n\n2\n\nOne\n\n1"
    assert Kind.FURNITURE not in kinds(text)


def test_emphasis_is_read_and_single_stars_stay():
    runs = marked_up(["The **group** met *twice* at 5 * 3 m<sup>2</sup>."])
    assert [run.text for run in runs if run.bold] == ["group"]
    assert [run.text for run in runs if run.italic] == ["twice"]
    assert [run.text for run in runs if run.rise] == ["2"]
    assert "5 * 3 m" in "".join(run.text for run in runs)


def test_a_link_keeps_both_its_words_and_its_address():
    assert marked_up(["See [the centre](https://cmm.dk/en)."])[0].text == "See the centre (https://cmm.dk/en)."


def test_a_line_that_comes_again_is_the_same_everywhere():
    part = "Work under the plan\n\nA sentence that is long enough to be running text and says where it ends.\n\n"
    alone = [block for block in read_text(part * 3 + "Work under the plan") if block.lines == ["Work under the plan"]]
    assert [block.kind for block in alone] == [Kind.HEADING] * 4
    assert len({block.level for block in alone}) == 1
