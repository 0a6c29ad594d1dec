"""Details of our papers: names inside sentences, days in one piece, no row alone, bodies that name nobody."""

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from referral_desk.queries.minutes_record import MinutesAction, MinutesItem, MinutesLine
from referral_desk.queries.packs import PackMember
from referral_desk.reports.boxes import Grid, Row
from referral_desk.reports.document_task import build
from referral_desk.reports.pack import build as build_pack
from referral_desk.reports.paragraphs import Para
from referral_desk.reports.style import CELL
from referral_desk.reports.tags import Element
from referral_desk.reports.words import Run, words_of
from referral_desk.texts import in_sentence
from referral_desk.vocabulary import AttendanceState, EntryKind, Label, Purpose, Sector, Urgency
from referral_desk.vocabulary.phrases import Phrase, Phrases
from tests.core.test_documents import PEOPLE, a_list
from tests.minutes_builders import minutes_of
from tests.pack_builders import a_pack, an_item
from tests.papers_builders import REGION, a_brief, a_handover
from tests.tag_reader import read_tags

ROW = 13.0


def words_in(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return " ".join(read_tags(document).text.split())


def pages_of(pdf):
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


@pytest.mark.parametrize(
    ("name", "language", "inside"),
    [
        ("Den nationale referencegruppe", "da", "den nationale referencegruppe"),
        (REGION, "da", REGION),
        ("National reference group", "en", "the National reference group"),
        (
            "Inter-ministerial working group to combat trafficking",
            "en",
            "the Inter-ministerial working group to combat",
        ),
        ("Regional reference group 2 (Zealand)", "en", "Regional reference group 2 (Zealand)"),
        ("The Nest", "en", "the Nest"),
        ("IMWG", "en", "IMWG"),
    ],
)
def test_a_body_is_named_inside_a_sentence_as_the_language_does(name, language, inside):
    assert in_sentence(name, language).startswith(inside)


def test_ones_own_words_keep_their_article_alone():
    own = Phrases({f"{Phrase.INVITATION.value}.en": "Come to {what} of the {group}!"})
    said = own.say(Phrase.INVITATION, "en", what="a meeting", group=in_sentence("National group", "en"))
    assert said == "Come to a meeting of the National group!"


@pytest.mark.parametrize(
    "whole",
    ["26. november", "7. sep.", "26 November", "8 Dec", "kl. 9.30", "§ 12", "stk. 3", "punkt 7", "item 4", "5 %"],
)
def test_no_line_ends_inside_a_day_or_before_a_number(whole):
    shown = ["".join(piece.text for piece in word.pieces) for word in words_of((Run(f"Se {whole} her"),), CELL)]
    assert shown == ["Se", whole, "her"]


def a_table(rows):
    root = Element("Table")
    style = CELL.but(size=9.5, leading=ROW)
    return Grid([Row([[Para(str(number), style, root.add("TD"))]], [None]) for number in range(rows + 1)], heads=1)


@pytest.mark.parametrize(
    ("rows", "room", "parts"),
    [
        (6, 6, [4, 2]),  # five would fit: the last one would stand alone
        (6, 2, []),  # one would fit
        (2, 2, []),
        (2, 3, [2]),
        (6, 5, [4, 2]),
        (30, 30, [28, 2]),
    ],
)
def test_no_row_of_a_table_stands_alone_on_a_page(rows, room, parts):
    made = a_table(rows).split(400, room * ROW + 1)
    assert [len(part.rows) - 1 for part in made] == parts


def test_no_row_stands_alone_on_a_page_where_there_is_no_head_either():
    root, style = Element("Table"), CELL.but(size=9.5, leading=ROW)
    rows = [Row([[Para(str(number), style, root.add("TD"))]], [None]) for number in range(7)]
    first, rest = Grid(rows).split(400, 6 * ROW + 1)
    assert [len(first.rows), len(rest.rows)] == [5, 2]
    assert rest.split(400, ROW + 1) == [], "the two begin together on the next page, not one of them on this"
    assert [len(part.rows) for part in Grid(rows).split(400, 5 * ROW + 1)] == [5, 2]


def test_a_pack_of_bodies_that_name_nobody_has_no_column_for_names():
    ministries = tuple(PackMember("", f"Ministry {number}", "Ministry", "Member") for number in range(12))
    pdf = build_pack(a_pack(an_item(1), language="en", members=ministries), {})
    with pikepdf.open(io.BytesIO(pdf)) as document:
        text = " ".join(read_tags(document).text.split())
        assert len(document.pages) <= 3
    assert "Represents Sector Seat Ministry 0 Ministry Member Ministry 1" in text
    assert "vacant" not in text
    nobody = PackMember("", "", "Police", "Member", is_vacant=True)
    assert "Seat vacant Police Member" in words_in(
        build_pack(a_pack(an_item(1), language="en", members=(nobody, nobody)), {})
    )


def test_one_apology_is_one():
    text = words_in(build(a_list("en", is_blank=False))[0])
    assert "1 apology" in text
    assert "1 apologies" not in text


def test_a_list_to_sign_asks_for_the_name_where_it_has_none():
    assert "write your name where it is missing" in words_in(build(a_list("en"))[0])
    named = tuple(one for one in a_list("en").lines if one.name)
    assert "sign beside your name" in words_in(build(a_list("en", lines=named))[0])
    assert {one.state for one in named} == {AttendanceState.PRESENT}


def test_a_sector_in_capitals_keeps_them():
    handover = a_handover("en")
    one = replace(handover.groups[0], missing=(Sector.NGO, Sector.POLICE))
    assert "Nobody covers: NGO, police" in words_in(build(replace(handover, groups=(one,)))[0])


def test_a_brief_says_once_that_an_answer_is_needed():
    text = words_in(build(a_brief("en", urgency=Urgency.SOON))[0])
    assert "An answer is needed soon, no later than Monday 14 December 2026" in text
    assert "asked for by" not in text


def test_spread_letters_count_in_the_width_of_a_line():
    style = CELL.but(tracking=0.5)
    root = Element("P")
    spread, plain = (Para("HVOR SAGEN KOMMER FRA", one, root) for one in (style, CELL))
    wide = sum(word.width + word.space for word in plain._words)
    assert len(spread._words) == 4
    assert sum(word.width + word.space for word in spread._words) == pytest.approx(wide + 0.5 * 22)


def test_the_head_of_a_table_comes_once_a_page():
    line = PEOPLE[0]
    long = replace(line, name="Et navn på mange ord " * 9, organisation="En organisation med et langt navn " * 6)
    pdf = build(a_list(lines=(long, line, long, line, line) * 6))[0]
    texts = pages_of(pdf)
    assert len(texts) > 3
    assert [text.count("Underskrift") for text in texts] == [1] * len(texts)


def test_the_heading_of_the_actions_stands_with_their_table():
    told = [MinutesAction(f"RG2-2026-{number}", "3F") for number in range(4)]
    for filling in range(100, 124, 3):
        note = MinutesLine(9, EntryKind.NOTE, "Ord, der fylder en linje. " * filling, Label.INTERNAL)
        items = [
            MinutesItem(
                number,
                number + 1,
                f"Punkt {number}",
                Purpose.DISCUSSION,
                Label.INTERNAL,
                entries=(
                    *([note] if not number else []),
                    MinutesLine(number + 1, EntryKind.ACTION, "Skrive", Label.INTERNAL, told[number]),
                ),
            )
            for number in range(4)
        ]
        (page,) = [text for text in pages_of(build(minutes_of(*items))[0]) if "Opfølgning fra mødet" in text]
        below = page.partition("Opfølgning fra mødet")[2]
        assert below.count("RG2-2026-") >= 2, filling


def test_what_nobody_has_taken_on_is_said_wherever_actions_are_listed():
    lines = [
        MinutesLine(number, EntryKind.ACTION, "Skrive", Label.INTERNAL, MinutesAction(f"RG2-2026-{number}"))
        for number in (1, 2)
    ]
    items = [
        MinutesItem(line.id, line.id, "Et punkt", Purpose.DISCUSSION, Label.INTERNAL, entries=(line,)) for line in lines
    ]
    text = words_in(build(minutes_of(*items, language="en"))[0])
    assert (text.count("nobody yet"), text.count("no date yet")) == (4, 4)
    assert "Outcome" not in text, "no item has one"
