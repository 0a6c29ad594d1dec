"""Reminders of open actions: one mail for each owner, with all of theirs and where they come from; logged."""

import datetime as dt
import email
from email import policy

import pytest

from referral_desk.errors import Invalid
from referral_desk.exchange.action_mails import drafts, save_drafts
from referral_desk.models import ActionItem, AgendaItem, Mailing, Meeting, Minutes, MinutesEntry, Person
from referral_desk.operations.action_mails import Reminded, log_reminders
from referral_desk.operations.actions import add_action
from referral_desk.queries.action_mails import action_mails
from referral_desk.vocabulary import EntryKind, Label
from tests.action_life import lay_region
from tests.builders import NOON, TODAY

NEXT_WEEK = TODAY + dt.timedelta(days=7)


@pytest.fixture
def region(desk, database):
    """3F has two actions with a contact there, a member who reads English one of its own, the town one without."""
    region = lay_region(database)
    asked = {"owner_organisation_id": region.union, "contact_id": region.colleague}
    late = TODAY - dt.timedelta(days=3)
    for fields in (
        {"text": "Ring til kommunen", "due": late, "item_id": region.item, **asked},
        {"text": "Skriv om en bestemt person", "due": NEXT_WEEK, "label": Label.CONFIDENTIAL, **asked},
        {"text": "Hold et oplæg", "due": NEXT_WEEK, "owner_person_id": region.member},
        {"text": "Find et lokale", "due": NEXT_WEEK, "owner_organisation_id": region.town},
    ):
        desk.do(add_action, group_id=region.group, **fields)
    with database.write() as session:
        session.get(Person, region.member).language = "en"
        minutes = Minutes(meeting_id=1)
        for label, text in ((Label.INTERNAL, "Gruppen ringer."), (Label.CONFIDENTIAL, "Hemmeligt.")):
            minutes.entries.append(MinutesEntry(item_id=region.item, kind=EntryKind.DECISION, text=text, label=label))
        session.add(minutes)
    return region


def read(file):
    mail = email.message_from_bytes(file.content, policy=policy.default)
    return mail["To"], mail["Subject"], mail.get_content()


def test_each_owner_gets_one_mail_with_all_that_is_open_and_its_context(desk, region):
    mails = desk.ask(action_mails, day=TODAY, language="da")
    files = {file.name: read(file) for file in drafts(mails, day=TODAY, at=NOON)}
    assert sorted(files) == [
        "2026-11-21 Kollega i 3F.eml",
        "2026-11-21 Medlem fra 3F.eml",
        "2026-11-21 Odense Kommune.eml",
    ]
    to, subject, body = files["2026-11-21 Kollega i 3F.eml"]
    assert (to, "2 " in subject) == ("Kollega i 3F <kollega@example.dk>", True)
    assert "1. Ring til kommunen\n   RG4-2026-1" in body.replace("\r", "")
    assert "Et punkt" in body
    assert "Gruppen ringer." in body
    assert "18. november 2026" in body
    # What is confidential stays out of a mail, and so does what was decided in the closed annex.
    assert "bestemt person" not in body
    assert "Hemmeligt" not in body
    assert files["2026-11-21 Odense Kommune.eml"][0] is None
    english = files["2026-11-21 Medlem fra 3F.eml"]
    assert english[1] == "An open action from Referencegruppe 4"
    assert "Deadline: 28 November 2026" in english[2]


def test_nothing_of_a_confidential_item_or_meeting_goes_into_a_mail(desk, region, database):
    for kind, key in ((AgendaItem, region.item), (Meeting, 1)):
        with database.write() as session:
            session.get(kind, key).label = Label.CONFIDENTIAL
        mails = desk.ask(action_mails, day=TODAY, language="da")
        bodies = "".join(read(file)[2] for file in drafts(mails, day=TODAY, at=NOON))
        assert "RG4-2026-1" in bodies
        for words in ("Ring til kommunen", "Et punkt", "Gruppen ringer."):
            assert words not in bodies
        with database.write() as session:
            session.get(kind, key).label = Label.INTERNAL


def test_who_is_chosen_gets_all_that_is_open_with_them(desk, region):
    (mail,) = desk.ask(action_mails, day=TODAY, language="da", action_ids=[2])
    assert [action.row.id for action in mail.actions] == [2, 3]
    assert desk.ask(action_mails, day=TODAY, language="da", group_id=999) == ()


def test_a_number_like_a_cpr_number_goes_into_no_mail(desk, region, database):
    with database.write() as session:
        session.get(ActionItem, 2).text = "Ring om 010190-1234"
    with pytest.raises(Invalid, match="RG4-2026-1"):
        desk.ask(action_mails, day=TODAY, language="da")


def test_drafts_take_no_other_files_name_and_are_the_same_each_time(desk, region, tmp_path):
    mails = desk.ask(action_mails, day=TODAY, language="da", action_ids=[4])
    once, again = (drafts(mails, day=TODAY, at=NOON) for _ in range(2))
    assert once == again
    assert [path.name for path in save_drafts(tmp_path, once)] == ["2026-11-21 Medlem fra 3F.eml"]
    assert [path.name for path in save_drafts(tmp_path, once)] == ["2026-11-21 Medlem fra 3F (2).eml"]


def test_reminders_are_logged_as_a_mailing_and_in_each_story(desk, region, database):
    desk.do(log_reminders, mails=(Reminded(region.colleague, (2, 3)), Reminded(None, (5,))))
    with database.read() as session:
        (mailing,) = session.query(Mailing)
        assert [told.name for told in mailing.told] == ["Kollega i 3F"]
        assert [len(session.get(ActionItem, key).progress) for key in (2, 3, 4, 5)] == [2, 2, 1, 2]
    with pytest.raises(Invalid, match="nobody to remind"):
        desk.do(log_reminders, mails=())
