"""The door to minutes, lists, letters, briefs and notes: they are typeset in a worker. Light to import."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from referral_desk.errors import Invalid
from referral_desk.guard.worker import Cause, Limits, Worker, WorkerFailed
from referral_desk.queries.case_documents import Brief, FeedbackNote, Ledger, SpeakingNote
from referral_desk.queries.document_names import (
    action_list_name,
    attendance_list_name,
    brief_name,
    feedback_note_name,
    handover_name,
    invitation_name,
    ledger_name,
    minutes_name,
    speaking_note_name,
    yearly_name,
)
from referral_desk.queries.documents import ActionList, AttendanceList, Invitation
from referral_desk.queries.handover_record import Handover
from referral_desk.queries.minutes_record import MinutesContent, open_part
from referral_desk.queries.yearly_rows import Yearly

TASK: Final = "referral_desk.reports.document_task:build_task"
LIMITS: Final = Limits(memory=1 << 30, cpu_seconds=60, wall_seconds=120.0, answer=256 << 20)

Content = (
    MinutesContent
    | ActionList
    | AttendanceList
    | Invitation
    | Brief
    | FeedbackNote
    | Ledger
    | SpeakingNote
    | Handover
    | Yearly
)

_NAMES: Final[Mapping[type, Callable[[Any], str]]] = {
    ActionList: action_list_name,
    AttendanceList: attendance_list_name,
    Invitation: invitation_name,
    Brief: brief_name,
    FeedbackNote: feedback_note_name,
    Ledger: ledger_name,
    SpeakingNote: speaking_note_name,
    Handover: handover_name,
    Yearly: yearly_name,
}


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A finished document under the name that tells what it is and who may read it."""

    name: str
    pdf: bytes
    pages: int


def file_name(content: Content, *, annex: bool = False) -> str:
    """The name of a document's file, such as "2026-11-12 Regional referencegruppe 2 referat udkast Intern.pdf"."""
    if isinstance(content, MinutesContent):
        return minutes_name(content if annex else open_part(content), annex=annex)
    return _NAMES[type(content)](content)


def build_in_worker(content: Content, *, annex: bool = False, cancel: threading.Event | None = None) -> DocumentFile:
    """Typeset a document in a process of its own; of minutes the open part, or with `annex` the closed one.

    Only what belongs to that part travels to the file. Invalid if there is no closed annex; WorkerFailed where it was
    cancelled or fails.
    """
    if annex and not (isinstance(content, MinutesContent) and content.has_annex):
        raise Invalid("Nothing in these minutes is confidential, so they have no closed annex.")
    with Worker(TASK, LIMITS) as worker:
        answer = worker.ask((content, annex), cancel=cancel)
    pages = answer.facts.get("pages")
    if len(answer.parts) != 1 or not isinstance(pages, int) or not answer.parts[0].startswith(b"%PDF-"):
        raise WorkerFailed(Cause.ANSWER)
    return DocumentFile(file_name(content, annex=annex), answer.parts[0], pages)
