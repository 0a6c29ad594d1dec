"""`document`: save what else a meeting gives on paper: the invitation and the attendance list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referral_desk.headless.choosing import meeting_id
from referral_desk.headless.minutes import save
from referral_desk.headless.opening import opened
from referral_desk.headless.pack import check_target
from referral_desk.queries.document_content import attendance_list, invitation
from referral_desk.reports.documents import build_in_worker

if TYPE_CHECKING:
    import argparse

    from referral_desk.desk import Desk
    from referral_desk.headless.exit_codes import Exit
    from referral_desk.reports.documents import Content


def run(arguments: argparse.Namespace) -> Exit:
    """Write the document to --out."""
    check_target(arguments.out)
    with opened(arguments) as (_file, desk):
        content = _content(arguments, desk)
    return save(arguments, build_in_worker(content))


def _content(arguments: argparse.Namespace, desk: Desk) -> Content:
    language = arguments.document_language
    meeting = desk.ask(meeting_id, code=arguments.group, day=arguments.date, today=desk.today)
    if arguments.kind == "invitation":
        return desk.ask(invitation, meeting_id=meeting, today=desk.today, language=language)
    return desk.ask(
        attendance_list, meeting_id=meeting, today=desk.today, language=language, is_blank=arguments.kind == "sign"
    )
