"""The words of briefs and feedback: what they are, how far, what a body is asked, what happened. Light to import."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from referral_desk.queries.case_documents import Brief, BriefPaper, BriefRule
from referral_desk.texts import N_, in_sentence, say
from referral_desk.vocabulary import ConsultationRole, EscalationEventKind, Label, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable

    Day = Callable[[dt.date], str]

BRIEF: Final = N_("Escalation brief")
FEEDBACK: Final = N_("Feedback")
LEDGER: Final = N_("Ledger of escalations")
SPEAKING_NOTE: Final = N_("Speaking note")
HANDOVER: Final = N_("Hand-over sheet")
ASKS: Final = {
    ConsultationRole.DECISION: N_("A decision is asked of {body}, as recommended here."),
    ConsultationRole.COMMENT: N_("An opinion on the matter is asked of {body}."),
    ConsultationRole.INFORMATION: N_("For the information of {body}: nothing needs to be decided."),
}
URGENCIES: Final = {
    Urgency.NORMAL: N_("Ordinary course"),
    Urgency.SOON: N_("An answer is needed soon"),
    Urgency.URGENT: N_("Urgent"),
}
HAPPENED: Final = {
    EscalationEventKind.ENDORSED: N_("Endorsed by the group"),
    EscalationEventKind.SENT: N_("Sent on to the next body"),
    EscalationEventKind.ACCEPTED: N_("Received"),
    EscalationEventKind.RETURNED: N_("Returned to the sender"),
    EscalationEventKind.PUT_ON_AGENDA: N_("Put on an agenda"),
    EscalationEventKind.FORWARDED: N_("Decided to send it on"),
    EscalationEventKind.TAKEN_UP: N_("Taken up again by the body itself"),
}
"""The events that a brief tells, in its words."""
READERS: Final = {
    Label.OPEN: N_("Open · may be shown to anybody"),
    Label.INTERNAL: N_("Internal · the groups that deal with the matter"),
    Label.CONFIDENTIAL: N_("Confidential · only for those it was sent to"),
}


def brief_kind(content: Brief) -> str:
    """What the document is."""
    return say(BRIEF, content.language)


def what_is_asked(content: Brief) -> str:
    """What the body is asked, in a sentence."""
    said = say(ASKS[content.role], content.language, body=in_sentence(content.body, content.language))
    return said[:1].upper() + said[1:]


def from_to(content: Brief) -> str:
    """From whom it goes to whom."""
    sender, body = (in_sentence(name, content.language) for name in (content.sender, content.body))
    return say(N_("From {sender} to {body}"), content.language, sender=sender, body=body)


def brief_state(content: Brief, day: Day) -> str:
    """How far it is, in a line; `day` writes a date."""
    if content.is_draft:
        if content.version > 1:
            return say(N_("Draft · returned, and not sent again yet"), content.language)
        return say(N_("Draft · not sent yet"), content.language)
    sent = say(N_("Sent on {day}"), content.language, day=day(content.day))
    if content.version == 1:
        return sent
    version = say(N_("version {number}"), content.language, number=content.version)
    return f"{sent} · {version}"


def rule_period(rule: BriefRule, language: str, day: Day) -> str:
    """How long a rule's period is, from what it runs, and until when where that is known; empty where it has none."""
    if not rule.counted:
        return ""
    if rule.until is None:
        return f"{rule.length}, {rule.counted}"
    told = N_("{length}, {counted}: until {day}")
    return say(told, language, length=rule.length, counted=rule.counted, day=day(rule.until))


def paper_file(paper: BriefPaper, language: str) -> str:
    """What is told of an enclosure: from whom it came where that was merged, its file's name, pages and checksum."""
    origin = say(N_("from {origin}"), language, origin=paper.origin) if paper.origin else ""
    pages = say(N_("pages: {count}"), language, count=paper.pages) if paper.pages else ""
    return " · ".join(part for part in (origin, paper.file_name, pages, f"SHA-256 {paper.sha256}") if part)
