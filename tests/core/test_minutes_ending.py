"""The approval at the end of minutes: whole, on a page that shows what it approves."""

import datetime as dt

import pypdfium2
import pytest

from referral_desk.queries.minutes_record import MinutesAction, MinutesApproval, MinutesItem, MinutesLine, MinutesPaper
from referral_desk.reports.minutes import build_minutes
from referral_desk.vocabulary import ApprovalWay, EntryKind, ItemOutcome, Label, MinutesState, Purpose
from tests.minutes_builders import minutes_of
from tests.verapdf import failures

LINES = range(8, 48)
"""As many as fill the first page, or a little more or less, whatever they are."""


def a_text(count):
    """One paragraph, that splits between lines."""
    return {"entries": (MinutesLine(1, EntryKind.NOTE, "Ordene bliver ved og ved. " * (count * 3), Label.INTERNAL),)}


def paragraphs(count):
    """Short ones: each stays whole."""
    note = "\n\n".join(["Ordene."] * (count * 2 // 3))
    return {"entries": (MinutesLine(1, EntryKind.NOTE, note, Label.INTERNAL),)}


def a_decision(count):
    """On a ground of its own."""
    said = "Ordene bliver ved. " * (count * 4)
    return {"entries": (MinutesLine(1, EntryKind.DECISION, said, Label.INTERNAL),), "outcome": ItemOutcome.DECIDED}


def actions(count):
    """A table."""
    told = MinutesAction("RG2-2026-1", "Ordene", "", dt.date(2026, 12, 1))
    lines = (MinutesLine(one, EntryKind.ACTION, "Ordene", Label.INTERNAL, told) for one in range(count // 2))
    return {"entries": tuple(lines)}


def papers(count):
    """A list, that stays with its label."""
    return {"papers": tuple(MinutesPaper(f"1.{one}", "Ordene", Label.INTERNAL) for one in range(count))}


def approved(**item):
    made = MinutesItem(1, 1, "Ordene", Purpose.DISCUSSION, Label.INTERNAL, **item)
    approval = MinutesApproval(dt.date(2026, 11, 26), ApprovalWay.IN_WRITING, note="Ingen indsigelser.")
    frozen = {"frozen_on": dt.date(2026, 11, 26), "frozen_by": "Sekretær Prøve", "edition": 1, "sha256": "9c" * 32}
    return minutes_of(made, state=MinutesState.APPROVED, approval=approval, **frozen)


def pages_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    told = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return told


@pytest.mark.parametrize("write", [a_text, paragraphs, a_decision, actions, papers])
def test_the_approval_is_never_alone_on_its_page(write):
    breaks = 0
    for count in LINES:
        pages = pages_of(build_minutes(approved(**write(count)))[0])
        breaks += len(pages) > 1
        assert "GODKENDELSE" in pages[-1]
        assert "9c9c" in pages[-1], "it stays whole"
        assert "Ordene" in pages[-1].partition("GODKENDELSE")[0], f"{count}: {pages[-1]}"
        assert "GODKENDELSE" not in "".join(pages[:-1])
    assert 0 < breaks < len(LINES), "it is tried before and behind the end of a page"


@pytest.mark.parametrize("standard", ["ua1", "2a"])
def test_what_goes_on_with_it_keeps_the_standards(standard):
    made = (build_minutes(approved(**actions(count)))[0] for count in LINES)
    broken = next(pdf for pdf in made if len(pages_of(pdf)) > 1)
    assert failures(broken, standard) == {}
