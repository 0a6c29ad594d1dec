"""Calendar entries (.ics) of meetings: invite, change, cancel, let somebody off (RFC 5545, RFC 5546)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from referral_desk.clock import COPENHAGEN
from referral_desk.models.invitees import address_key
from referral_desk.vocabulary import AttendanceState, AttendeeRole, Label, MailingKind

if TYPE_CHECKING:
    from icalendar import Calendar, Timezone, vCalAddress

    from referral_desk.queries.letters import Attendee, LetterFacts

# What no text of a calendar may hold (RFC 5545 3.1, CONTROL).
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
PRODUCT: Final = "-//Referral Desk//Meetings//EN"
ZONE: Final = "Europe/Copenhagen"
METHODS: Final = {
    MailingKind.INVITATION: "REQUEST",
    MailingKind.UPDATE: "REQUEST",
    MailingKind.CANCELLATION: "CANCEL",
}
# RFC 5545 3.2.16: who leads, who is needed, who may come.
ROLES: Final = {
    AttendeeRole.CHAIR: "CHAIR",
    AttendeeRole.SECRETARY: "REQ-PARTICIPANT",
    AttendeeRole.MEMBER: "REQ-PARTICIPANT",
    AttendeeRole.DEPUTY: "OPT-PARTICIPANT",
    AttendeeRole.OBSERVER: "OPT-PARTICIPANT",
    AttendeeRole.GUEST: "OPT-PARTICIPANT",
}
# RFC 5545 3.2.12.
ANSWERS: Final = {
    AttendanceState.UNANSWERED: "NEEDS-ACTION",
    AttendanceState.ACCEPTED: "ACCEPTED",
    AttendanceState.TENTATIVE: "TENTATIVE",
    AttendanceState.APOLOGY: "DECLINED",
    AttendanceState.PRESENT: "ACCEPTED",
    AttendanceState.ABSENT: "DECLINED",
}
CLASSES: Final = {Label.OPEN: "PUBLIC", Label.INTERNAL: "PRIVATE", Label.CONFIDENTIAL: "CONFIDENTIAL"}


@dataclass(frozen=True)
class Entry:
    """A calendar entry as a file: its bytes, and the method that the mail's part names too (RFC 6047 2.4)."""

    content: bytes
    method: str

    @property
    def media_type(self) -> str:
        """The media type with what RFC 5545 3.1.4 and RFC 6047 ask for."""
        return f"text/calendar; charset=utf-8; method={self.method}"


def entry(
    letter: LetterFacts,
    kind: MailingKind,
    attendees: Sequence[Attendee],
    *,
    language: str,
    summary: str,
    description: str,
    asks_anew: bool = False,
    is_own: bool = False,
) -> Entry:
    """The entry of a meeting for one kind of letter; the same facts give the same bytes.

    Times are Copenhagen wall time with the zone's rules; DTSTAMP and LAST-MODIFIED are when the mailing was drafted.
    `asks_anew` lets every answer stand open again, as after a move. A cancellation to some while the meeting takes
    place names only them and carries no STATUS (RFC 5546 3.2.5). The organiser is the letter's signer: call this only
    where they have an address. `is_own` makes the entry for the organiser's own calendar, which nobody answers: it is
    published and names no attendee (RFC 5546 3.2.1). Summary and description come from the caller, which knows what
    may be told.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415 - loaded late: the window opens without it

    method = "PUBLISH" if is_own else METHODS[kind]
    facts = letter.facts
    made = Event()
    made.add("uid", letter.uid)
    made.add("sequence", letter.sequence)
    made.add("dtstamp", letter.changed_at.astimezone(dt.UTC).replace(microsecond=0))
    made.add("last-modified", letter.changed_at.astimezone(dt.UTC).replace(microsecond=0))
    made.add("dtstart", dt.datetime.combine(facts.day, facts.starts, COPENHAGEN))
    made.add("dtend", dt.datetime.combine(facts.day, facts.ends, COPENHAGEN))
    made.add("summary", _text(summary), parameters={"LANGUAGE": language})
    if facts.place:
        made.add("location", _text(facts.place))
    made.add("description", _text(description), parameters={"LANGUAGE": language})
    made.add("class", CLASSES[letter.label])
    if METHODS[kind] == "CANCEL":
        if letter.is_cancelled:
            made.add("status", "CANCELLED")
    else:
        made.add("status", "CONFIRMED")
        made.add("transp", "OPAQUE")
    made.add("organizer", _organizer(letter))
    for attendee in () if is_own else attendees:
        is_host = address_key(attendee.email) == address_key(letter.signer.email)
        made.add("attendee", _attendee(attendee, method, is_open=asks_anew, is_host=is_host))
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add_component(_copenhagen())
    calendar.add_component(made)
    return Entry(_bytes(calendar), method)


def _bytes(calendar: Calendar) -> bytes:
    written: bytes = calendar.to_ical(sorted=False)
    return written


def _organizer(letter: LetterFacts) -> vCalAddress:
    from icalendar import vCalAddress  # noqa: PLC0415 - same

    return vCalAddress.new(address_key(letter.signer.email), cn=_shown(letter.signer.name) or None)


def _attendee(attendee: Attendee, method: str, *, is_open: bool, is_host: bool) -> vCalAddress:
    from icalendar import vCalAddress  # noqa: PLC0415 - same

    address, name, role = address_key(attendee.email), _shown(attendee.name), ROLES[attendee.role]
    if method == "CANCEL":
        return vCalAddress.new(address, cn=name, role=role)
    state = AttendanceState.UNANSWERED if is_open else attendee.state
    return vCalAddress.new(
        address,
        cn=name,
        cutype="INDIVIDUAL",
        role=role,
        # Nobody asks themselves whether they come.
        partstat="ACCEPTED" if is_host else ANSWERS[state],
        rsvp=not is_host,
        language=attendee.language,
    )


def _text(text: str) -> str:
    return _UNSEEN.sub(" ", text)


def _shown(name: str) -> str:
    # A quotation mark can only be written by RFC 6868, which Outlook does not read; behind a backslash some programs
    # do not see where the name ends.
    return " ".join(_text(name).replace('"', "'").replace("\\", "/").split())


def _copenhagen() -> Timezone:
    """The zone's rules since 1996, as one rule each way: what every calendar program reads (RFC 5545 3.6.5)."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard  # noqa: PLC0415 - same

    summer, winter = dt.timedelta(hours=2), dt.timedelta(hours=1)
    zone = Timezone()
    zone.add("tzid", ZONE)
    for part, name, begins, before, after, month in (
        (TimezoneStandard(), "CET", dt.datetime(1996, 10, 27, 3), summer, winter, 10),  # noqa: DTZ001 - wall time
        (TimezoneDaylight(), "CEST", dt.datetime(1996, 3, 31, 2), winter, summer, 3),  # noqa: DTZ001 - wall time
    ):
        part.add("dtstart", begins)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        zone.add_component(part)
    return zone
