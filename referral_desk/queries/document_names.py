"""The names of documents' files: day, whose, what, and the label that says who may read it (domain 4.6)."""

from __future__ import annotations

from referral_desk.files import safe_file_name
from referral_desk.queries.brief_words import FEEDBACK, HANDOVER, LEDGER, SPEAKING_NOTE, brief_kind
from referral_desk.queries.case_documents import Brief, FeedbackNote, Ledger, SpeakingNote
from referral_desk.queries.documents import ActionList, AttendanceList, Invitation
from referral_desk.queries.handover_record import Handover
from referral_desk.queries.minutes_record import MinutesContent
from referral_desk.queries.minutes_words import minutes_file_name
from referral_desk.queries.yearly_rows import Yearly
from referral_desk.texts import N_, label, say

YEARLY = N_("Contribution to the yearly status report")


def minutes_name(content: MinutesContent, *, annex: bool, suffix: str = ".pdf") -> str:
    """Of minutes: the part that `content` already is."""
    return _named(minutes_file_name(content, annex=annex, suffix=""), suffix)


def action_list_name(content: ActionList) -> str:
    """Of a list of actions."""
    kind = say(N_("Overdue actions") if content.is_overdue_only else N_("Open actions"), content.language)
    whose = content.owner or content.group
    told = label(content.label, content.language)
    return _named(" ".join(part for part in (content.day.isoformat(), whose, kind.lower(), told) if part))


def attendance_list_name(content: AttendanceList) -> str:
    """Of an attendance list."""
    kind = say(N_("Attendance list"), content.language)
    told = label(content.label, content.language)
    return _named(f"{content.day.isoformat()} {content.group} {kind.lower()} {told}")


def invitation_name(content: Invitation) -> str:
    """Of an invitation."""
    kind = say(N_("Invitation"), content.language)
    told = label(content.label, content.language)
    return _named(f"{content.day.isoformat()} {content.group} {kind.lower()} {told}")


def brief_name(content: Brief, suffix: str = ".pdf") -> str:
    """Of a brief."""
    draft = say(N_("draft"), content.language) if content.is_draft else ""
    words = (content.day.isoformat(), content.reference, brief_kind(content).lower(), draft)
    return _named(" ".join(word for word in (*words, label(content.label, content.language)) if word), suffix)


def feedback_note_name(content: FeedbackNote) -> str:
    """Of a feedback note."""
    kind, told = say(FEEDBACK, content.language), label(content.label, content.language)
    return _named(f"{content.released_on.isoformat()} {content.reference} {kind.lower()} {content.group} {told}")


def ledger_name(content: Ledger) -> str:
    """Of a ledger of escalations."""
    kind, told = say(LEDGER, content.language), label(content.label, content.language)
    return _named(" ".join(part for part in (content.day.isoformat(), content.whose, kind.lower(), told) if part))


def speaking_note_name(content: SpeakingNote) -> str:
    """Of a speaking note: the day of the meeting that it is for."""
    kind, told = say(SPEAKING_NOTE, content.language), label(content.label, content.language)
    day = content.meeting_day or content.day
    return _named(f"{day.isoformat()} {content.region} {kind.lower()} {told}")


def handover_name(content: Handover) -> str:
    """Of a hand-over sheet."""
    kind, told = say(HANDOVER, content.language), label(content.label, content.language)
    whose = "" if content.is_of_all else " ".join(one.name for one in content.groups)
    return _named(" ".join(part for part in (content.day.isoformat(), whose, kind.lower(), told) if part))


def yearly_name(content: Yearly) -> str:
    """Of a yearly contribution: the year first."""
    told = label(content.label, content.language)
    return _named(f"{content.year} {say(YEARLY, content.language).lower()} {told}")


def _named(name: str, suffix: str = ".pdf") -> str:
    return safe_file_name(name) + suffix
