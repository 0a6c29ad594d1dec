"""Invitations: nothing goes out while a meeting is a draft, and everybody hears what holds, in their own letter."""

import datetime as dt

import pytest

from referral_desk.deadlines import Deadlines
from referral_desk.desk import Desk
from referral_desk.errors import Invalid, NotAllowed
from referral_desk.models import Group, Meeting, Membership
from referral_desk.operations.attendance import add_guest, set_attendance
from referral_desk.operations.deadlines import set_deadlines
from referral_desk.operations.invitations import draft_mailing, mark_sent, take_sent_back, write_words
from referral_desk.operations.meetings import (
    advance_meeting,
    cancel_meeting,
    edit_meeting,
    move_meeting,
    put_meeting_back,
    revive_meeting,
)
from referral_desk.queries.invitations import dispatch, invite_sheet, owed_mailings
from referral_desk.users import User
from referral_desk.vocabulary import AttendanceState, AttendeeRole, Label, MailingKind, MeetingKind, SeatKind, Stage
from tests.builders import NOON, TODAY, a_group, a_meeting, a_person, a_seat, an_organisation
from tests.chain import undo, version_of

INVITATION, UPDATE, CANCELLATION = MailingKind.INVITATION, MailingKind.UPDATE, MailingKind.CANCELLATION
DAY, LATER = dt.date(2027, 1, 20), dt.date(2027, 1, 27)


@pytest.fixture
def group(database):
    made = a_group("Referencegruppe 2")
    town = an_organisation("Ørsted Kommune")
    for kind, name, email, language in (
        (SeatKind.CHAIR, "Formand Prøve", "formand@kommune.example", "da"),
        (SeatKind.SECRETARY, "Sekretær Prøve", "sekretaer@kommune.example", "da"),
        (SeatKind.MEMBER, "Medlem Prøve", "", "da"),
        (SeatKind.OBSERVER, "Observer Trial", "observer@ngo.example", "en"),
    ):
        a_seat(made, kind=kind).take(a_person(name, email=email, language=language), None, organisation=town)
    a_seat(made).take(None, None, organisation=an_organisation("Fonden"))
    with database.write() as session:
        session.add(made)
        session.flush()
        return made.id


@pytest.fixture
def meeting_id(database, group):
    with database.write() as session:
        made = a_meeting(session.get(Group, group), day=DAY, place="Rådhuset")
        seats = made.group.seats
        made.chair, made.secretary = seats[0].memberships[0].person, seats[1].memberships[0].person
        session.add(made)
        session.flush()
        return made.id


@pytest.fixture
def post(desk, database, meeting_id):
    return Post(desk, database, meeting_id)


class Post:
    """One meeting's mailings, done and looked at as the window does."""

    def __init__(self, desk, database, meeting_id):
        self.desk, self.database, self.id = desk, database, meeting_id

    def draft(self, kind):
        return self.desk.do(draft_mailing, meeting_id=self.id, kind=kind).id

    def send(self, kind):
        return self.desk.do(mark_sent, mailing_id=self.draft(kind))

    def change(self, operation, **fields):
        return self.desk.do(
            operation, meeting_id=self.id, version=version_of(self.database, Meeting, self.id), **fields
        )

    def move(self, day=LATER):
        return self.change(move_meeting, day=day, reason="Lokalet er optaget")

    @property
    def sheet(self):
        return self.desk.ask(invite_sheet, meeting_id=self.id, today=TODAY, language="da")

    def letters(self):
        return {row.name.split()[0]: row.letter for row in self.sheet.rows if row.letter}

    def dispatch(self, mailing_id):
        return self.desk.ask(dispatch, mailing_id=mailing_id, today=TODAY)

    def answers(self):
        return {row.name.split()[0]: row.state for row in self.sheet.rows}

    def answer(self, name, state):
        with self.database.read() as session:
            row = next(
                r for r in session.get(Meeting, self.id).attendance if r.person and r.person.name.startswith(name)
            )
            found = row.id, row.state
        self.desk.do(set_attendance, attendance_id=found[0], was=found[1], state=state)


def test_the_first_invitation_that_is_marked_as_sent_takes_the_meeting_to_invited(post):
    assert (post.sheet.kind, post.sheet.was_sent, post.sheet.stage) == (INVITATION, False, Stage.PLANNED)
    mailing = post.draft(INVITATION)
    assert post.sheet.stage is Stage.PLANNED
    assert post.sheet.kind is INVITATION, "a draft has told nobody anything"
    done = post.desk.do(mark_sent, mailing_id=mailing)
    assert (post.sheet.kind, post.sheet.was_sent, post.sheet.stage) == (None, True, Stage.INVITED)
    post.desk.do(done.undo.operation, **done.undo.arguments)
    assert (post.sheet.kind, post.sheet.was_sent, post.sheet.stage) == (INVITATION, False, Stage.PLANNED)


def test_recipients_are_those_of_the_seats_on_the_day_each_in_their_language_and_the_rest_are_named(post):
    told = {one.name: one for one in post.dispatch(post.draft(INVITATION)).mailing.told}
    assert list(told) == ["Formand Prøve", "Sekretær Prøve", "Medlem Prøve", "Observer Trial"]
    assert told["Observer Trial"].language == "en"
    assert told["Medlem Prøve"].email == "", "to be phoned"
    assert post.sheet.unnamed == ("Fonden",)
    roles = {one.name: one.role for one in post.sheet.attendees}
    assert roles == {
        "Formand Prøve": AttendeeRole.CHAIR,
        "Sekretær Prøve": AttendeeRole.SECRETARY,
        "Observer Trial": AttendeeRole.OBSERVER,
    }


@pytest.mark.parametrize("kind", [kind for kind in MailingKind if kind is not INVITATION])
def test_nothing_but_the_invitation_goes_out_while_a_meeting_is_a_draft(post, kind):
    post.move()
    with pytest.raises(Invalid):
        post.draft(kind)
    assert post.sheet.can_send == (INVITATION,)
    assert post.sheet.mailings == ()


def test_a_draft_that_moves_or_is_called_off_owes_nobody_a_word(post):
    post.draft(INVITATION)
    post.move()
    assert post.sheet.letter.sequence == 0
    assert set(post.letters().values()) == {INVITATION}
    post.change(cancel_meeting, reason="For få punkter")
    assert (post.sheet.kind, post.sheet.can_send) == (None, ())
    for kind, why in ((CANCELLATION, "nobody needs to hear"), (INVITATION, "cancelled"), (UPDATE, "Nobody has been")):
        with pytest.raises(Invalid, match=why):
            post.draft(kind)


@pytest.mark.parametrize(
    "change",
    [
        lambda post: post.move(),
        lambda post: post.change(edit_meeting, place="Biblioteket"),
        lambda post: post.change(edit_meeting, starts=dt.time(10)),
    ],
)
def test_a_change_after_the_invitation_raises_the_sequence_and_asks_for_an_update(post, change):
    post.send(INVITATION)
    change(post)
    assert (post.sheet.kind, post.sheet.letter.sequence) == (UPDATE, 1)
    assert set(post.letters().values()) == {UPDATE}
    assert post.sheet.letter.before.day == DAY
    post.send(UPDATE)
    assert (post.sheet.kind, post.sheet.letter.sequence) == (None, 1)


def test_a_change_that_is_taken_back_before_anybody_heard_of_it_is_not_told(post):
    post.send(INVITATION)
    before = post.move()
    post.draft(UPDATE)
    post.change(put_meeting_back, before=before)
    assert post.sheet.kind is None
    with pytest.raises(Invalid, match="no change to tell"):
        post.draft(UPDATE)
    post.move(LATER + dt.timedelta(days=1))
    assert post.sheet.letter.sequence == 2, "the first draft may have gone out after all"


def test_a_cancelled_meeting_keeps_its_reason_in_the_mail_and_those_invited_are_told_once(post):
    post.send(INVITATION)
    post.change(cancel_meeting, reason="For få punkter")
    assert (post.sheet.kind, post.sheet.letter.sequence, post.sheet.letter.reason) == (
        CANCELLATION,
        1,
        "For få punkter",
    )
    post.send(CANCELLATION)
    assert (post.sheet.kind, post.sheet.can_send) == (None, ())
    with pytest.raises(Invalid, match="knows that the meeting is cancelled"):
        post.draft(CANCELLATION)
    post.change(revive_meeting)
    assert (post.sheet.kind, post.sheet.letter.sequence) == (INVITATION, 2)


def test_who_is_new_gets_an_invitation_and_who_has_left_is_let_off_while_the_others_hear_of_the_change(post, group):
    post.send(INVITATION)
    with post.database.write() as session:
        seats = session.get(Meeting, post.id).group.seats
        left = session.query(Membership).filter_by(seat_id=seats[3].id).one()
        left.valid_from, left.valid_to = dt.date(2020, 1, 1), TODAY
        seats[3].take(a_person("Ny Prøve", email="ny@ngo.example"), TODAY + dt.timedelta(days=1))
    assert (post.letters(), post.sheet.kind) == ({"Ny": INVITATION, "Observer": CANCELLATION}, UPDATE)
    post.move()
    assert post.letters() == {
        "Formand": UPDATE,
        "Sekretær": UPDATE,
        "Medlem": UPDATE,
        "Ny": INVITATION,
        "Observer": CANCELLATION,
    }
    drafted = post.sheet.letter.sequence
    told = {one.name: one.letter for one in post.dispatch(post.draft(UPDATE)).mailing.told}
    assert post.sheet.letter.sequence == drafted, "made once more, the draft is the same"
    assert post.sheet.mailings[0].is_as_now
    assert (told["Ny Prøve"], told["Observer Trial"]) == (INVITATION, CANCELLATION)
    post.send(UPDATE)
    assert post.letters() == {}


def test_a_guest_who_comes_later_is_the_only_one_invited(post):
    post.send(INVITATION)
    post.desk.do(add_guest, meeting_id=post.id, new_person="Gæst Prøve")
    assert (post.letters(), post.sheet.kind) == ({"Gæst": INVITATION}, INVITATION)
    post.draft(INVITATION)
    post.desk.do(add_guest, meeting_id=post.id, new_person="Gæst To")
    assert not post.sheet.mailings[0].is_as_now, "one more is to be told"
    assert len(post.dispatch(post.draft(INVITATION)).mailing.told) == 2
    assert post.sheet.letter.sequence == 0


def test_an_invitation_can_go_to_everybody_once_more(post):
    post.send(INVITATION)
    assert len(post.dispatch(post.draft(INVITATION)).mailing.told) == 4
    assert post.sheet.letter.sequence == 0


def test_those_who_hear_of_another_day_are_asked_anew_and_undo_gives_their_answers_back(post):
    post.send(INVITATION)
    post.answer("Formand", AttendanceState.ACCEPTED)
    post.change(edit_meeting, place="Biblioteket")
    post.send(UPDATE)
    assert post.answers()["Formand"] is AttendanceState.ACCEPTED, "another place on the same day"
    post.move()
    done = post.send(UPDATE)
    assert post.answers()["Formand"] is AttendanceState.UNANSWERED
    post.desk.do(done.undo.operation, **done.undo.arguments)
    assert post.answers()["Formand"] is AttendanceState.ACCEPTED
    assert post.sheet.kind is UPDATE


def test_what_went_out_stays_noted_once_the_meeting_has_come_further(post):
    done = post.send(INVITATION)
    post.send(MailingKind.CALL_FOR_ITEMS)
    with post.database.write() as session:
        session.get(Meeting, post.id).stage = Stage.HELD
    with pytest.raises(Invalid, match="come further"):
        post.desk.do(take_sent_back, **done.undo.arguments)
    with pytest.raises(Invalid, match="held"):
        post.draft(UPDATE)


def test_a_draft_that_did_not_go_out_is_replaced_by_the_next(post):
    assert post.draft(INVITATION) == post.draft(INVITATION)
    done = post.send(INVITATION)
    with pytest.raises(Invalid, match="already"):
        post.desk.do(mark_sent, mailing_id=done.id)
    assert len(post.sheet.mailings) == 1


def test_the_entry_keeps_its_uid_and_two_meetings_never_share_one(post, group):
    post.draft(INVITATION)
    uid = post.sheet.letter.uid
    post.send(INVITATION)
    post.move()
    post.send(UPDATE)
    with post.database.write() as session:
        other = a_meeting(session.get(Group, group), day=DAY)
        session.add(other)
        session.flush()
        other_id = other.id
    post.desk.do(draft_mailing, meeting_id=other_id, kind=INVITATION)
    with post.database.read() as session:
        uids = {meeting.uid for meeting in session.query(Meeting)}
    assert len(uids) == 2
    assert uid == post.sheet.letter.uid


def test_a_title_is_told_only_of_an_open_meeting_and_never_of_a_case(post):
    for label, kind, told in (
        (Label.OPEN, MeetingKind.THEME_DAY, "Temadag om tolkning"),
        (Label.INTERNAL, MeetingKind.THEME_DAY, ""),
        (Label.OPEN, MeetingKind.CASE_CLARIFICATION, ""),
    ):
        post.change(edit_meeting, title="Temadag om tolkning", label=label, kind=kind)
        assert post.sheet.letter.title == told


def test_own_words_stay_with_the_meeting_can_be_taken_back_and_hold_no_cpr_number(post):
    done = post.desk.do(write_words, meeting_id=post.id, language="da", words="  Parkér i gården.\r\n")
    assert post.sheet.letter.words == {"da": "Parkér i gården.", "en": ""}
    post.desk.do(done.undo.operation, **done.undo.arguments)
    assert post.sheet.letter.words["da"] == ""
    with pytest.raises(Invalid, match="CPR"):
        post.desk.do(write_words, meeting_id=post.id, language="da", words="Ring til 010190-1234")
    post.change(edit_meeting, title="Om 010190-1234")
    with pytest.raises(Invalid, match="CPR"):
        post.draft(INVITATION)


def test_a_meeting_without_people_or_with_its_day_behind_it_is_not_invited_to(post, desk):
    with post.database.write() as session:
        session.get(Meeting, post.id).day = TODAY - dt.timedelta(days=1)
    assert (post.sheet.is_over, post.sheet.can_send, post.sheet.kind) == (True, (), None)
    with pytest.raises(Invalid, match="day of the meeting is past"):
        post.draft(INVITATION)
    with post.database.write() as session:
        lonely = a_meeting(a_group(), day=DAY)
        session.add(lonely)
        session.flush()
        lonely_id = lonely.id
    with pytest.raises(Invalid, match="fill the seats"):
        desk.do(draft_mailing, meeting_id=lonely_id, kind=INVITATION)
    sheet = desk.ask(invite_sheet, meeting_id=lonely_id, today=TODAY, language="en")
    assert len(sheet.findings) == 4


def test_what_is_owed_stands_in_one_list_with_its_last_day(post, group):
    def owed():
        rows = post.desk.ask(owed_mailings, today=TODAY, language="da")
        return [(row.kind, row.due, row.people) for row in rows if row.meeting_id == post.id]

    assert owed() == [(INVITATION, Deadlines().invitation_due(DAY), 4)]
    post.desk.do(set_deadlines, counts={"invitation": 5}, group_id=group)
    assert owed() == [(INVITATION, Deadlines(invitation=5).invitation_due(DAY), 4)]
    post.send(INVITATION)
    assert owed() == [(MailingKind.CALL_FOR_ITEMS, Deadlines().items_due(DAY), 4)]
    post.send(MailingKind.CALL_FOR_ITEMS)
    assert owed() == []
    post.move()
    assert owed() == [(UPDATE, TODAY, 4)]
    post.change(cancel_meeting, reason="For få punkter")
    assert owed() == [(CANCELLATION, TODAY, 4)]
    assert not post.desk.ask(owed_mailings, today=TODAY, language="da")[0].is_late(TODAY)
    assert post.desk.ask(owed_mailings, today=TODAY, language="da", group_id=group + 1) == ()


def test_nothing_counts_as_invited_without_an_invitation_noted_as_sent(post):
    def refused():
        with pytest.raises(Invalid, match="Nobody has been invited yet"):
            post.change(advance_meeting)
        assert post.sheet.stage is Stage.PLANNED

    refused()
    post.draft(INVITATION)
    refused()
    first, second = post.send(INVITATION), post.send(INVITATION)
    undo(post.desk, first)
    assert post.change(advance_meeting) is Stage.INVITED
    undo(post.desk, second)
    refused()


def test_who_may_only_look_drafts_nothing(post):
    guest = Desk(post.database, User("Gæst", frozenset({"reader"})), now=lambda: NOON)
    with pytest.raises(NotAllowed):
        guest.do(draft_mailing, meeting_id=post.id, kind=INVITATION)
