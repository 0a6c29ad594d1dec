"""How escalations are told wherever they stand: icons and tones of their states, what is asked, ages and deadlines."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from referral_desk.vocabulary import CaseKind, ConsultationRole, EscalationState, Urgency
from ui.language import day_text

if TYPE_CHECKING:
    import datetime as dt

STATE_LOOKS: Final = {
    EscalationState.DRAFT: ("pencil-simple", "quiet"),
    EscalationState.ENDORSED: ("thumbs-up", "accent"),
    EscalationState.SENT: ("paper-plane-tilt", "info"),
    EscalationState.ACCEPTED: ("tray", "info"),
    EscalationState.ON_AGENDA: ("list-numbers", "accent"),
    EscalationState.RETURNED: ("arrow-u-up-left", "warn"),
    EscalationState.MERGED: ("git-merge", "quiet"),
    EscalationState.FORWARDED: ("arrow-up", "warn"),
    EscalationState.ANSWERED: ("chat-text", "good"),
    EscalationState.RELEASED: ("arrow-down", "good"),
    EscalationState.REPORTED: ("check-circle", "good"),
    EscalationState.CLOSED: ("lock-simple", "quiet"),
    EscalationState.WITHDRAWN: ("x-circle", "quiet"),
}
"""Icon and tone of each state; its word always stands beside them."""
ROLE_ICONS: Final = {
    ConsultationRole.DECISION: "scales",
    ConsultationRole.COMMENT: "chat-text",
    ConsultationRole.INFORMATION: "info",
}
URGENCY_LOOKS: Final = {Urgency.SOON: ("clock", "warn"), Urgency.URGENT: ("lightning-fill", "late")}
"""What is not ordinary stands out."""
KIND_ICONS: Final = {
    CaseKind.CONCRETE: "folder",
    CaseKind.CHALLENGE: "flag",
    CaseKind.PRINCIPLE: "scales",
    CaseKind.TREND: "trend-up",
    CaseKind.INITIATIVE: "lightbulb",
}
_MONTH: Final = 60
"""From so many days on one speaks of months."""
_YEAR: Final = 730


class EscalationCounts(QObject):
    """Texts with a number: only `tr` of an object has its plural forms collected."""

    def age(self, days: int) -> str:
        """A time in the largest unit that still says enough."""
        if days < 1:
            return self.tr("today")
        if days < _MONTH:
            return self.tr("%n day(s)", "", days)
        if days < _YEAR:
            return self.tr("%n month(s)", "", round(days / 30.44))
        return self.tr("%n year(s)", "", round(days / 365.25))

    def late(self, days: int) -> str:
        """How many days after the day that was asked for."""
        return self.tr("%n day(s) late", "", days)

    def answer_late(self, days: int) -> str:
        """The same where nothing beside it says what is late."""
        return self.tr("answer %n day(s) late", "", days)

    def due(self, day: dt.date, form: str) -> str:
        """By when an answer is asked for."""
        return self.tr("answer by {day}").format(day=day_text(day, form))

    def due_today(self) -> str:
        """An answer is asked for today."""
        return self.tr("answer by today")


@cache
def _counts() -> EscalationCounts:
    return EscalationCounts()


def age_text(days: int) -> str:
    """How long something has waited: "today", "12 days", "3 months"."""
    return _counts().age(days)


def late_text(days: int) -> str:
    """How many days an answer is late."""
    return _counts().late(days)


def due_text(due: dt.date, today: dt.date, *, is_late: bool) -> str:
    """The day by which an answer is asked for, as one speaks of it; late only while there is no answer."""
    if is_late:
        return _counts().answer_late((today - due).days)
    if due == today:
        return _counts().due_today()
    return _counts().due(due, "short" if due.year == today.year else "date")
