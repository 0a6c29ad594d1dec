"""Typeset one document in the worker's child."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from referral_desk.queries.documents import ActionList, AttendanceList, Invitation
from referral_desk.queries.minutes_record import MinutesContent
from referral_desk.reports.action_list import build_action_list
from referral_desk.reports.attendance_list import build_attendance_list
from referral_desk.reports.documents import Content
from referral_desk.reports.invitation import build_invitation
from referral_desk.reports.minutes import build_minutes


def build(content: Content, *, annex: bool = False) -> tuple[bytes, int]:
    """Typeset a document of any kind, and tell its pages."""
    match content:
        case MinutesContent():
            return build_minutes(content, annex=annex)
        case ActionList():
            return build_action_list(content)
        case AttendanceList():
            return build_attendance_list(content)
        case Invitation():
            return build_invitation(content)


def build_task(
    payload: tuple[Content, bool], tell: Callable[[int, int, str], None]
) -> tuple[dict[str, Any], list[bytes]]:
    """Typeset what was asked for: the document in bytes, and its pages."""
    del tell
    content, annex = payload
    pdf, pages = build(content, annex=annex)
    return {"pages": pages}, [pdf]
