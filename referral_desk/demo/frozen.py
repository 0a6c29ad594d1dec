"""Freezes the demo desk's approved minutes, each on the day on which it was approved, and corrects one of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from referral_desk.demo.reading import at
from referral_desk.desk import Work, operation
from referral_desk.models import Group, Meeting, Minutes, MinutesEdition
from referral_desk.operations.corrections import Corrected, correct_minutes
from referral_desk.plain import to_plain
from referral_desk.queries.minutes_content import minutes_wording
from referral_desk.vocabulary import AttendanceState, EntryKind, MinutesState

if TYPE_CHECKING:
    from referral_desk.desk import Desk, Session

# The minutes that were corrected after they were approved: of this group, year and quarter.
CORRECTED: Final = ("rg5", 2026, 2)
REASON: Final = "Antallet af deltagere manglede."


@operation("coordinator", "administrator")
def freeze_demo_minutes(work: Work) -> None:
    """Give approved minutes of a demo desk their first edition."""
    approved = select(Minutes).join(Meeting).where(Minutes.state == MinutesState.APPROVED)
    for minutes in work.session.scalars(approved.order_by(Meeting.day, Meeting.id)):
        assert minutes.approved_on is not None
        content = {
            "entries": to_plain(minutes.frozen_entries()),
            "documents": minutes_wording(work.session, meeting_id=minutes.meeting_id),
        }
        edition = MinutesEdition.of(
            json.dumps(content, ensure_ascii=False, sort_keys=True),
            number=1,
            frozen_at=at(minutes.approved_on, 12),
            frozen_by=work.user.name,
        )
        minutes.editions.append(edition)
    work.session.flush()
    work.touched("minutes")


def correct_one(desk: Desk) -> None:
    """Correct a note of the minutes that a demo shows a second edition of."""
    minutes_id, version, texts = desk.ask(_to_correct)
    desk.do(
        correct_minutes,
        minutes_id=minutes_id,
        version=version,
        reason=REASON,
        corrected=Corrected(texts=texts),
        wording=minutes_wording,
    )


def _to_correct(session: Session) -> tuple[int, int, dict[int, str]]:
    code, year, quarter = CORRECTED
    minutes = session.scalars(
        select(Minutes)
        .join(Meeting)
        .join(Group)
        .where(Group.code == code, Meeting.year == year, Meeting.quarter == quarter)
    ).one()
    notes = [entry for entry in minutes.entries if entry.kind is EntryKind.NOTE and not entry.item.is_standing]
    first = notes[0]
    came = sum(row.state is AttendanceState.PRESENT for row in minutes.meeting.attendance)
    return minutes.id, minutes.version, {first.id: f"{first.text} Der var {came} deltagere."}
