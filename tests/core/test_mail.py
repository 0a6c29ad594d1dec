"""Drafted mails: opened unsent, read back as they were written, never broken by what somebody is called."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import string
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import getaddresses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_desk.errors import Invalid
from referral_desk.exchange.mail import Attachment, MailDraft, Recipient, eml, message_id

AT = dt.datetime(2026, 9, 4, 7, 30, tzinfo=dt.UTC)
# Signs that a mail can carry as they are: no line ends inside a header, no halves of pairs.
SHOWN = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), max_size=80).map(
    lambda text: " ".join(text.split())
)
LOCAL = st.text(string.ascii_lowercase + string.digits + "+-_", min_size=1, max_size=60)
PEOPLE = st.lists(st.builds(Recipient, SHOWN, LOCAL.map(lambda local: f"{local}@kommune.example")), max_size=5)


def read(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert not [defect for part in message.walk() for defect in part.defects]
    return message


def written(draft: MailDraft) -> bytes:
    return eml(draft, date=AT, message_id=message_id("test"))


def shown_people(content: bytes, header: str) -> list[tuple[str, str]]:
    # The library's newer reader puts a space between two encoded words of one name, against RFC 2047 6.2.
    told = email.message_from_bytes(content, policy=email.policy.compat32)[header] or ""
    return [(str(make_header(decode_header(name))), address) for name, address in getaddresses([told]) if address]


@given(
    to=PEOPLE,
    hidden=PEOPLE,
    subject=SHOWN,
    body=st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r")),
)
def test_a_mail_is_read_back_as_it_was_written(to, hidden, subject, body):
    content = written(MailDraft(tuple(to), subject, body, hidden=tuple(hidden)))
    message = read(content)
    assert message["Subject"] == subject
    assert shown_people(content, "To") == [(who.name, who.email) for who in to]
    assert shown_people(content, "Bcc") == [(who.name, who.email) for who in hidden]
    assert message.get_content().replace("\r\n", "\n") == body.rstrip("\n") + "\n"
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998


def test_a_mail_opens_unsent_and_without_a_sender():
    message = read(written(MailDraft((), "Møde", "Hej")))
    assert message["X-Unsent"] == "1"
    assert "From" not in message
    assert message["Date"].datetime == AT
    assert message["Content-Language"] == "da"


def test_the_same_draft_has_the_same_bytes_whatever_it_carries():
    paper = Attachment("møde æøå.ics", "text/calendar; method=REQUEST; charset=utf-8", b"BEGIN:VCALENDAR\r\n")
    draft = MailDraft((Recipient("Æ", "a@b.example"),), "Ø", "Å", attachments=(paper, paper), calendar="Æ\r\n".encode())
    assert written(draft) == written(draft)
    assert message_id(1, "a") == message_id(1, "a") != message_id("1a")


def test_attachments_and_the_calendar_come_out_as_they_went_in():
    paper = Attachment("møde æøå.ics", "text/calendar; method=REQUEST; charset=utf-8", b"\x00\xff\r\nBEGIN")
    calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Møde\r\nEND:VCALENDAR\r\n"
    message = read(
        written(
            MailDraft((), "Møde", "Hej", attachments=(paper,), calendar=calendar.encode(), calendar_method="CANCEL")
        )
    )
    (found,) = message.iter_attachments()
    assert (found.get_filename(), found.get_payload(decode=True)) == (paper.name, paper.content)
    assert found["Content-Type"].params == {"method": "REQUEST", "charset": "utf-8"}
    other = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
    assert other["Content-Type"].params["method"] == "CANCEL"
    assert other.get_content() == calendar
    assert message.get_body().get_content() == "Hej\r\n"


@pytest.mark.parametrize("name", ["A\r\nBcc: x@y.example", "A\x00B", "A\u2028Bcc: x@y.example", "\ud800A"])
def test_what_somebody_is_called_never_makes_a_header(name):
    message = read(written(MailDraft((Recipient(name, "a@b.example"),), name, "Hej")))
    assert [header for header in message if header in {"Bcc", "Cc"}] == []
    assert len(message["To"].addresses) == 1


def test_a_place_with_danish_letters_is_written_as_the_net_knows_it():
    message = read(written(MailDraft((Recipient("", "post@sønderby.example"),), "Møde", "Hej")))
    assert message["To"].addresses[0].addr_spec == "post@xn--snderby-q1a.example"


@pytest.mark.parametrize(
    "address", ["", "a", "a@", "@b.example", "a b@c.example", "a@b,c@d.example", "æ@b.example", "a@b\r\nBcc: c", "a@.b"]
)
def test_an_address_that_cannot_be_one_is_told(address):
    with pytest.raises(Invalid, match="mend it in the directory"):
        written(MailDraft((Recipient("", address),), "Møde", "Hej"))
