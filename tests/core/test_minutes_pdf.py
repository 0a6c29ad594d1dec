"""Minutes on paper: the standards, the same bytes each time, the watermark, the order of blocks, the closed annex."""

import datetime as dt
import hashlib
import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings

from referral_desk.queries.minutes_record import (
    MinutesAction,
    MinutesApproval,
    MinutesAttendee,
    MinutesChange,
    MinutesCorrection,
    MinutesItem,
    MinutesLine,
    MinutesNext,
    MinutesOut,
    MinutesPaper,
)
from referral_desk.reports.minutes import build_minutes
from referral_desk.vocabulary import (
    ApprovalWay,
    AttendanceState,
    AttendeeRole,
    EntryKind,
    ItemOutcome,
    Label,
    MinutesState,
    Purpose,
)
from tests.elsewhere import told_elsewhere
from tests.minutes_builders import minutes_of, some_minutes, texts_of
from tests.tag_reader import artifacts, read_tags
from tests.verapdf import failures

ROOT = Path(__file__).resolve().parents[2]
NOTE = "Med **tryk** på:\n- én ting\n  - en indre\n- en anden\n\n1. først\n2. så\n3. juni var der møde. 王 \x07"


def full_minutes(language="da", **changes):
    """Minutes with all that they can hold."""
    internal, closed = Label.INTERNAL, Label.CONFIDENTIAL
    action = MinutesAction("RG2-2026-1", "3F", "Kontakt Prøve", dt.date(2026, 12, 1))
    first = MinutesItem(
        id=1,
        number=1,
        title="Tolkning",
        purpose=Purpose.DECISION,
        label=internal,
        owner="Kommunen",
        resume="Kort fortalt.",
        recommendation=("at gruppen vælger,", "at den skriver."),
        entries=(
            MinutesLine(1, EntryKind.NOTE, NOTE, internal),
            MinutesLine(2, EntryKind.ACTION, "Ringe **straks**", internal, action),
            MinutesLine(3, EntryKind.DECISION, "Gruppen valgte.", internal),
            MinutesLine(4, EntryKind.NOTE, "Kun for nogle.", closed),
        ),
        outcome=ItemOutcome.DECIDED,
        papers=(MinutesPaper("1.1", "Notat", internal),),
        out=(MinutesOut("Medlem Prøve"), MinutesOut("Gæst Prøve", is_conflict=True)),
    )
    second = MinutesItem(
        2, 2, "En sag", Purpose.DISCUSSION, closed, entries=(MinutesLine(5, EntryKind.NOTE, "Sagens ord.", closed),)
    )
    third = MinutesItem(
        3,
        3,
        "Lang drøftelse",
        Purpose.INFORMATION,
        internal,
        entries=(
            MinutesLine(6, EntryKind.NOTE, "Ord, der bliver ved. " * 400, internal),
            MinutesLine(7, EntryKind.ACTION, "Skrive", internal, MinutesAction("RG2-2026-2")),
            MinutesLine(8, EntryKind.ACTION, "Ukendt", internal),
        ),
    )
    fourth = MinutesItem(4, 4, "Ikke nået", Purpose.INFORMATION, internal, outcome=ItemOutcome.CARRIED)
    states = [AttendanceState.PRESENT, AttendanceState.APOLOGY, AttendanceState.ABSENT, AttendanceState.PRESENT]
    roles = [AttendeeRole.CHAIR, AttendeeRole.MEMBER, AttendeeRole.GUEST, AttendeeRole.DEPUTY]
    people = [
        MinutesAttendee(name, "Kommunen", role, state)
        for name, role, state in zip(
            ("Formand Prøve", "Medlem Prøve", "", "Suppleant Prøve"), roles, states, strict=True
        )
    ]
    people[3] = replace(people[3], deputy_for="Medlem Prøve")
    about = {
        "attendees": tuple(people),
        "next_meeting": MinutesNext(dt.date(2027, 2, 4), dt.time(9), dt.time(12), "Odense"),
        "state": MinutesState.IN_COMMENT,
        "comments_due": dt.date(2026, 12, 3),
    }
    return minutes_of(first, second, third, fourth, language=language, **(about | changes))


def approved(language="da"):
    """The same minutes, approved and corrected once."""
    correction = MinutesCorrection(
        2,
        dt.date(2027, 2, 9),
        "Sekretær Prøve",
        "Navnet var forkert.",
        (
            MinutesChange(1, "Tolkning", EntryKind.DECISION, 3, "Gruppen afslog.", "Gruppen valgte.", Label.INTERNAL),
            MinutesChange(2, "En sag", EntryKind.NOTE, 5, "", "Sagens ord.", Label.CONFIDENTIAL),
        ),
    )
    return full_minutes(
        language,
        state=MinutesState.APPROVED,
        approval=MinutesApproval(
            dt.date(2027, 2, 4), ApprovalWay.AT_MEETING, dt.date(2027, 2, 4), 2, "Uden bemærkninger."
        ),
        edition=2,
        sha256="ab12" * 16,
        frozen_on=dt.date(2027, 2, 9),
        frozen_by="Sekretær Prøve",
        corrections=(correction,),
    )


def opened(pdf):
    return pikepdf.open(io.BytesIO(pdf))


def words_of(pdf):
    """All tagged text, blanks evened out."""
    with opened(pdf) as file:
        return " ".join(read_tags(file).text.split())


@pytest.mark.parametrize("standard", ["ua1", "2a"])
@pytest.mark.parametrize("annex", [False, True])
@pytest.mark.parametrize(
    "content", [full_minutes("da"), approved("en"), minutes_of()], ids=["draft", "approved", "bare"]
)
def test_minutes_keep_the_standards(content, annex, standard):
    assert failures(build_minutes(content, annex=annex)[0], standard) == {}


def test_the_same_minutes_give_the_same_bytes_here_and_in_another_process():
    program = (
        "import hashlib; from tests.core.test_minutes_pdf import *; "
        "print(hashlib.sha256(build_minutes(approved())[0] + build_minutes(full_minutes(), annex=True)[0]).hexdigest())"
    )
    ours = build_minutes(approved())[0] + build_minutes(full_minutes(), annex=True)[0]
    assert told_elsewhere(program) == hashlib.sha256(ours).hexdigest()


def test_a_draft_has_its_watermark_on_every_page_as_furniture_and_approved_minutes_have_none():
    pdf, pages = build_minutes(full_minutes())
    with opened(pdf) as draft:
        assert pages == len(draft.pages) > 2
        for page in range(1, pages + 1):
            assert artifacts(draft, page).startswith("UDKAST")
        assert "UDKAST" not in read_tags(draft).text
    with opened(build_minutes(approved())[0]) as final:
        assert not any("UDKAST" in artifacts(final, page) for page in range(1, len(final.pages) + 1))


def test_an_item_has_its_blocks_in_the_danish_order_with_the_decision_behind_the_recommendation():
    text = words_of(build_minutes(full_minutes())[0])
    text = text[text.index("Kort fortalt.") :]
    order = ["Kort fortalt.", "at gruppen vælger,", "Gruppen valgte.", "Med tryk på:", "Ringe straks", "Notat"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_lists_are_lists_and_a_date_at_a_lines_beginning_is_none():
    with opened(build_minutes(full_minutes())[0]) as file:
        tree = read_tags(file)
    lists = {tuple(kid.text.split("\n")[0] for kid in one.kids): one for one in tree.all("L")}
    items = [" ".join(one.text.split()) for one in tree.all("LI")]
    assert "• én ting – en indre" in items
    assert "• en anden" in items
    assert "2. så" in items
    assert not any("juni" in one for one in items)
    assert lists


def test_approved_minutes_tell_how_they_were_approved_what_was_corrected_and_their_checksum():
    text = words_of(build_minutes(approved("en"))[0])
    assert "Approved at the meeting on 4 February 2027, item 2" in text
    assert "ab12" * 16 in text.replace(" ", "")
    assert "Navnet var forkert." in text
    assert "Gruppen afslog." in text
    assert "corrected in edition 2" in text


@pytest.mark.parametrize("language", ["da", "en"])
def test_times_and_dates_are_written_as_the_language_does(language):
    wanted = {"da": "Torsdag den 12. november 2026 kl. 9.00–11.45", "en": "Thursday 12 November 2026, 09:00–11:45"}
    assert wanted[language] in words_of(build_minutes(full_minutes(language))[0])


def everything_in(pdf):
    """Every byte of a file, its streams unpacked, and all its text and strings."""
    found = [pdf.decode("latin-1")]
    with opened(pdf) as file:
        found.append(read_tags(file).text)
        found += [artifacts(file, page) for page in range(1, len(file.pages) + 1)]
        for thing in file.objects:
            if isinstance(thing, pikepdf.Stream):
                found.append(thing.read_bytes().decode("latin-1"))
            elif isinstance(thing, pikepdf.Dictionary):
                found += [str(value) for value in thing.values() if isinstance(value, pikepdf.String)]
        with file.open_outline() as outline:
            found += [line.title for line in outline.root]
    return "\n".join(found)


@settings(max_examples=12)
@given(some_minutes())
def test_no_confidential_word_is_anywhere_in_the_open_part_whatever_the_labels(content):
    opened_part, annex = (everything_in(build_minutes(content, annex=one)[0]) for one in (False, True))
    for word, label in texts_of(content).items():
        if label is Label.CONFIDENTIAL:
            assert word not in opened_part
    for line in (line for item in content.items for line in item.entries):
        assert line.text in (annex if line.label is Label.CONFIDENTIAL else opened_part)


def test_the_annex_says_what_the_open_part_leaves_out():
    text = words_of(build_minutes(full_minutes(), annex=True)[0])
    assert "Kun for nogle." in text
    assert "Sagens ord." in text
    assert "Gruppen valgte." not in text
