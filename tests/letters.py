"""The facts of a made-up meeting, for the tests of what is written to people about it."""

import dataclasses
import datetime as dt

from referral_desk.queries.invitations import Dispatch, Facts, MailingRow, Told
from referral_desk.queries.letters import Attendee, LetterFacts, Signer
from referral_desk.vocabulary import AttendanceState, AttendeeRole, Label, MailingKind, MeetingKind

AT = dt.datetime(2026, 11, 21, 11, 0, 0, 4711, tzinfo=dt.UTC)
FACTS = Facts(dt.date(2027, 1, 20), dt.time(9), dt.time(12), "Rådhuset, lokale 2.14")
LETTER = LetterFacts(
    meeting_id=1,
    uid="0123456789abcdef@referral-desk.invalid",
    sequence=3,
    group={"da": "Referencegruppe Ærø og Sønderjylland", "en": "Reference Group South"},
    short={"da": "Ærø", "en": "South"},
    kind=MeetingKind.ORDINARY,
    title="",
    label=Label.INTERNAL,
    facts=FACTS,
    is_cancelled=False,
    before=None,
    reason="",
    words={"da": "", "en": ""},
    items_due=dt.date(2026, 12, 23),
    apologies_due=dt.date(2027, 1, 18),
    pack_due=dt.date(2027, 1, 13),
    comments_due=None,
    signer=Signer("Sekretær Prøve", "Specialkonsulent", "sekretaer@kommune.example"),
    today=AT.date(),
    changed_at=AT,
)
PEOPLE = (
    Attendee("Sekretær Prøve", "sekretaer@kommune.example", AttendeeRole.SECRETARY, AttendanceState.UNANSWERED, "da"),
    Attendee("Formand Prøve", "formand@søby.example", AttendeeRole.CHAIR, AttendanceState.ACCEPTED, "da"),
    Attendee("Observer Trial", "observer@ngo.example", AttendeeRole.OBSERVER, AttendanceState.APOLOGY, "en"),
)


def a_letter(**changes):
    return dataclasses.replace(LETTER, **changes)


def a_told(person_id, name, kind=MailingKind.INVITATION, *, email=None, language="da"):
    address = f"person-{person_id}@kommune.example" if email is None else email
    return Told(person_id, name, address, language, kind)


def a_dispatch(*told, kind=MailingKind.INVITATION, letter=LETTER, attendees=PEOPLE):
    row = MailingRow(7, kind, letter.sequence, AT, "Koordinator", None, letter.facts, told, is_as_now=True)
    return Dispatch(row, letter, attendees)
