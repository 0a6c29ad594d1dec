"""Typeset one document in the worker's child."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from referral_desk.queries.case_documents import Brief, FeedbackNote, Ledger, SpeakingNote
from referral_desk.queries.documents import ActionList, AttendanceList, Invitation
from referral_desk.queries.handover_record import Handover
from referral_desk.queries.minutes_record import MinutesContent
from referral_desk.queries.yearly_rows import Yearly
from referral_desk.reports.action_list import build_action_list
from referral_desk.reports.attendance_list import build_attendance_list
from referral_desk.reports.brief import build_brief
from referral_desk.reports.documents import Content
from referral_desk.reports.feedback_note import build_feedback_note
from referral_desk.reports.handover import build_handover
from referral_desk.reports.invitation import build_invitation
from referral_desk.reports.ledger import build_ledger
from referral_desk.reports.minutes import build_minutes
from referral_desk.reports.speaking_note import build_speaking_note
from referral_desk.reports.yearly import build_yearly

_BUILDERS: Final[Mapping[type, Callable[[Any], tuple[bytes, int]]]] = {
    ActionList: build_action_list,
    AttendanceList: build_attendance_list,
    Invitation: build_invitation,
    Brief: build_brief,
    FeedbackNote: build_feedback_note,
    Ledger: build_ledger,
    SpeakingNote: build_speaking_note,
    Handover: build_handover,
    Yearly: build_yearly,
}


def build(content: Content, *, annex: bool = False) -> tuple[bytes, int]:
    """Typeset a document of any kind, and tell its pages."""
    if isinstance(content, MinutesContent):
        return build_minutes(content, annex=annex)
    return _BUILDERS[type(content)](content)


def build_task(
    payload: tuple[Content, bool], tell: Callable[[int, int, str], None]
) -> tuple[dict[str, Any], list[bytes]]:
    """Typeset what was asked for: the document in bytes, and its pages."""
    del tell
    content, annex = payload
    pdf, pages = build(content, annex=annex)
    return {"pages": pages}, [pdf]
