"""The words of the invitation view: where things stand, what is owed, how somebody is reached."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from referral_desk.queries.invitations import InviteeRow, InviteSheet, MailingRow
from referral_desk.vocabulary import AttendanceState, MailingKind
from ui.language import day_text, label_text, moment_text, time_text

if TYPE_CHECKING:
    import datetime as dt

    from referral_desk.queries.invitations import Facts

ANSWER_ICONS = {
    AttendanceState.UNANSWERED: ("circle", "faint"),
    AttendanceState.ACCEPTED: ("check-circle-fill", "good"),
    AttendanceState.TENTATIVE: ("question-fill", "warn"),
    AttendanceState.APOLOGY: ("x-circle-fill", "late"),
    AttendanceState.PRESENT: ("check-circle-fill", "good"),
    AttendanceState.ABSENT: ("x-circle-fill", "late"),
}
SOON = 7
"""Days before its last day from which an invitation is called urgent."""


class InviteWords(QObject):
    """Says where a meeting's invitations stand."""

    def state(self, sheet: InviteSheet, today: dt.date) -> tuple[str, str, str]:
        """Icon, tone and sentence."""
        owed = sum(row.letter is not None for row in sheet.rows)
        match sheet.kind:
            case MailingKind.CANCELLATION:
                said = self.tr("%n person(s) have not heard that the meeting is cancelled.", "", owed)
                return "warning-circle-fill", "late", said
            case MailingKind.UPDATE:
                said = self.tr("%n person(s) do not know how the meeting stands now.", "", owed)
                return "warning-fill", "warn", said
            case MailingKind.INVITATION if sheet.was_sent:
                return "user-plus", "warn", self.tr("%n person(s) have not been invited yet.", "", owed)
            case MailingKind.INVITATION:
                return self._first(sheet, today)
        return self._settled(sheet)

    def _first(self, sheet: InviteSheet, today: dt.date) -> tuple[str, str, str]:
        due = sheet.due or today
        if due < today:
            said = self.tr("The invitation should have gone out by {day}.").format(day=day_text(due, "date"))
            return "warning-circle-fill", "late", said
        tone = "warn" if (due - today).days <= SOON else "info"
        said = self.tr("The meeting is a draft and nobody has heard of it. Invite by {day}.")
        return "envelope-simple", tone, said.format(day=day_text(due, "date"))

    def _settled(self, sheet: InviteSheet) -> tuple[str, str, str]:
        if sheet.letter.is_cancelled:
            if sheet.was_sent:
                return "check-circle-fill", "good", self.tr("Everybody who was invited knows that it is cancelled.")
            return "info-fill", "quiet", self.tr("It was called off before anybody was invited: nobody is to be told.")
        if sheet.is_over:
            return "info-fill", "quiet", self.tr("The day of the meeting is past: nobody is invited any more.")
        if not sheet.rows:
            return "users", "warn", self.tr("Nobody holds a seat in the group on that day.")
        return "check-circle-fill", "good", self.tr("Everybody has been told the day, the time and the place.")

    def changes(self, sheet: InviteSheet) -> str:
        """What people heard before, where it is otherwise now; empty where it is not."""
        before = sheet.letter.before
        if before is None or sheet.letter.is_cancelled:
            return ""
        was = self.tr("Before: {facts}").format(facts=self.facts(before))
        return was + "\n" + self.tr("Now: {facts}").format(facts=self.facts(sheet.letter.facts))

    def facts(self, facts: Facts) -> str:
        """Day, time and place."""
        hours = f"{time_text(facts.starts)}–{time_text(facts.ends)}"
        return " · ".join(part for part in (day_text(facts.day), hours, facts.place) if part)

    def reach(self, rows: list[InviteeRow], unnamed: int) -> str:
        """How many get a mail, and how many must be reached otherwise."""
        mailed, phoned = sum(bool(row.email) for row in rows), sum(not row.email for row in rows)
        said = [self.tr("%n by mail", "", mailed)]
        if phoned:
            said.append(self.tr("%n to be phoned", "", phoned))
        if unnamed:
            said.append(self.tr("%n seat(s) without a name", "", unnamed))
        return " · ".join(said)

    def role(self, row: InviteeRow) -> str:
        """As what somebody comes, and for whom."""
        role = label_text(row.role) if row.role else self.tr("No longer among those who come")
        return " · ".join(part for part in (role, row.organisation) if part)

    def answers(self, rows: list[InviteeRow]) -> str:
        """How many come, and how many have not said."""
        counts = Counter(row.state for row in rows if row.has_heard and row.role is not None)
        said = [
            self.tr("%n coming", "", counts[AttendanceState.ACCEPTED]),
            self.tr("%n perhaps", "", counts[AttendanceState.TENTATIVE]),
            self.tr("%n with apologies", "", counts[AttendanceState.APOLOGY]),
            self.tr("%n unanswered", "", counts[AttendanceState.UNANSWERED]),
        ]
        kinds = (
            AttendanceState.ACCEPTED,
            AttendanceState.TENTATIVE,
            AttendanceState.APOLOGY,
            AttendanceState.UNANSWERED,
        )
        return " · ".join(word for word, kind in zip(said, kinds, strict=True) if counts[kind])

    def mailing(self, row: MailingRow) -> tuple[str, str]:
        """A mailing's title, and when it went out, to how many, about which day."""
        title = label_text(row.kind)
        people = self.tr("to %n person(s)", "", len(row.told))
        when = (
            self.tr("Sent {when}").format(when=moment_text(row.sent_at))
            if row.sent_at
            else self.tr("Draft of {when}").format(when=moment_text(row.drafted_at))
        )
        about = self.facts(row.facts) if row.facts else ""
        return title, " · ".join(part for part in (when, people, about) if part)
