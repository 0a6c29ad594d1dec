"""Minutes from the day of the meeting to its end: every step, what it lacks, and what can no longer be changed."""

import datetime as dt
import json
from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select, text

from referral_desk.desk import Desk
from referral_desk.errors import DeskError, Invalid, NotAllowed, Stale, Unavailable
from referral_desk.models import AgendaItem, EntryComment, Meeting, Minutes, MinutesEdition, MinutesEntry
from referral_desk.models.documents import sha256_of
from referral_desk.operations.comments import (
    Said,
    accept_comment,
    add_comments,
    decline_comment,
)
from referral_desk.operations.minutes import (
    Addition,
    approve_at_meeting,
    approve_in_writing,
    close_meeting,
    correct_minutes,
    hold_meeting,
    reopen_meeting,
    send_minutes_to_chair,
    send_minutes_to_comment,
    set_comments_due,
    set_meeting_times,
    take_minutes_back,
    unhold_meeting,
)
from referral_desk.queries.comments import comments_on
from referral_desk.queries.minutes import minutes_detail
from referral_desk.queries.minutes_content import minutes_content, minutes_wording
from referral_desk.queries.text_changes import Piece, word_changes
from referral_desk.users import User
from referral_desk.vocabulary import (
    ApprovalWay,
    CommentState,
    EntryKind,
    ItemOutcome,
    MinutesState,
    Stage,
)
from tests.builders import (
    NOON,
    TODAY,
    a_group,
    a_meeting,
    a_person,
    a_seat,
    an_action,
    an_entry,
    an_item,
)
from tests.chain import version_of

BEFORE = TODAY - dt.timedelta(days=30)
CPR = "010170-1234"


class Course:
    """A meeting whose day has come, with two items, and the next one, which approves its minutes."""

    def __init__(self, desk, database, *, days=(BEFORE, TODAY)):
        self.desk, self.database = desk, database
        group = a_group("Region 2")
        a_seat(group).take(a_person("Medlem Prøve"), None)
        first, second = a_meeting(group, day=days[0]), a_meeting(group, day=days[1])
        one, two = an_item(first, "Tolkning"), an_item(first, "Eventuelt")
        approval = an_item(second, "Godkendelse af referatet")
        approval.approves = first
        with database.write() as session:
            session.add_all([first, second])
            session.flush()
            self.first, self.second, self.approval = first.id, second.id, approval.id
            self.one, self.two = one.id, two.id

    def hold(self, meeting_id=None, **times):
        key = meeting_id or self.first
        return self.desk.do(hold_meeting, meeting_id=key, version=self.version(Meeting, key), **times)

    def version(self, kind, key):
        return version_of(self.database, kind, key)

    def write(self, item_id=None, said="Drøftet.", *, meeting_id=None, **fields):
        with self.database.write() as session:
            minutes = session.get(Meeting, meeting_id or self.first).minutes
            made = an_entry(minutes, session.get(AgendaItem, item_id or self.one), said, **fields)
            session.flush()
            return made.id

    def step(self, operation, **more):
        seen = self.seen()
        return self.desk.do(operation, minutes_id=seen.id, version=seen.version, **more)

    def seen(self, meeting_id=None):
        return self.desk.ask(minutes_detail, meeting_id=meeting_id or self.first, today=self.desk.today)

    def to_comment(self):
        self.hold()
        self.entry = self.write(self.one, kind=EntryKind.DECISION, said="Gruppen godkendte planen.")
        self.write(self.two, "Intet.")
        self.step(send_minutes_to_chair)
        self.step(send_minutes_to_comment)

    def approve(self, **more):
        told = {"all_agreed": True, "note": "pr. mail", "wording": minutes_wording, **more}
        return self.step(approve_in_writing, **told)

    def say(self, said="Det var i maj.", **more):
        one = Said(said, **{"author": "Et medlem", **more})
        return self.desk.do(add_comments, minutes_id=self.seen().id, comments=[one])

    def comments(self):
        return self.desk.ask(comments_on, meeting_id=self.first)

    def entry_text(self, key):
        with self.database.read() as session:
            return session.get(MinutesEntry, key).text


@pytest.fixture
def course(desk, database):
    return Course(desk, database)


def taken_back(desk, done):
    return desk.do(done.undo.operation, **done.undo.arguments)


def test_a_held_meeting_gets_the_next_number_minutes_and_its_real_times(course):
    course.hold(began=dt.time(9, 5), ended=dt.time(11, 50))
    seen = course.seen()
    assert (seen.number, seen.stage, seen.state) == (1, Stage.HELD, MinutesState.DRAFT)
    assert (seen.began, seen.ended) == (dt.time(9, 5), dt.time(11, 50))
    course.hold(course.second)
    later = course.seen(course.second)
    # Noon is over when the meeting's end at noon is recorded, so it began as planned; it may still go on.
    assert (later.number, later.began, later.ended) == (2, dt.time(9), None)


def test_a_meeting_is_not_held_before_its_day_and_the_undo_gives_the_number_back(desk, database):
    ahead = Course(desk, database, days=(TODAY, TODAY + dt.timedelta(days=1)))
    with pytest.raises(Invalid, match="still to come"):
        ahead.hold(ahead.second)
    done = ahead.hold()
    taken_back(desk, done)
    assert (ahead.seen().stage, ahead.seen().number, ahead.seen().id) == (Stage.PLANNED, None, None)
    ahead.hold()
    ahead.write()
    with pytest.raises(Invalid, match="Something is written"):
        taken_back(desk, done)


def test_a_meeting_stays_held_while_a_later_one_has_the_number_after_it(course):
    done = course.hold()
    course.hold(course.second)
    with pytest.raises(Invalid, match="later meeting"):
        taken_back(course.desk, done)


def test_the_times_of_a_meeting_are_mended_until_it_is_closed(course):
    course.hold()
    told = {"meeting_id": course.first, "began": dt.time(10), "ended": dt.time(9)}
    with pytest.raises(Invalid, match="ends before it begins"):
        course.desk.do(set_meeting_times, version=course.seen().meeting_version, **told)
    done = course.desk.do(set_meeting_times, version=course.seen().meeting_version, **{**told, "ended": dt.time(11)})
    taken_back(course.desk, done)
    assert (course.seen().began, course.seen().ended) == (dt.time(9), dt.time(12))


def test_an_empty_draft_goes_to_nobody_and_each_step_can_be_taken_back(course):
    course.hold()
    with pytest.raises(Invalid, match="Nothing is written"):
        course.step(send_minutes_to_chair)
    course.write()
    assert [str(one) for one in course.seen().lacks] == [
        "Item 2 is open: note or decide something, carry it forward, or drop it.",
        "Nobody is marked as present.",
    ]
    for operation, state, stage in (
        (send_minutes_to_chair, MinutesState.WITH_CHAIR, Stage.MINUTES_DRAFTED),
        (send_minutes_to_comment, MinutesState.IN_COMMENT, Stage.IN_COMMENT),
    ):
        before = course.seen()
        done = course.step(operation)
        assert (course.seen().state, course.seen().stage) == (state, stage)
        taken_back(course.desk, done)
        assert (course.seen().state, course.seen().stage) == (before.state, before.stage)
        course.step(operation)
    back = course.step(take_minutes_back)
    assert course.seen().comments_due is None
    taken_back(course.desk, back)
    assert course.seen().state is MinutesState.IN_COMMENT


def test_comments_are_due_by_the_groups_deadline_and_not_in_the_past(course):
    course.to_comment()
    seen = course.seen()
    assert (seen.comments_from, seen.comments_due) == (TODAY, seen.next_comments_due)
    with pytest.raises(Invalid, match="before the day"):
        course.step(set_comments_due, due=TODAY - dt.timedelta(days=1))
    course.step(set_comments_due, due=TODAY)
    assert course.seen().comments_due == TODAY
    course.step(take_minutes_back)
    with pytest.raises(Invalid, match="lies behind us"):
        course.step(send_minutes_to_comment, due=TODAY - dt.timedelta(days=1))


def test_nothing_goes_to_comment_with_a_cpr_number_or_an_action_without_owner_or_date(course):
    course.hold()
    wrong = course.write(said=f"Sag om {CPR}.")
    loose = course.write(kind=EntryKind.ACTION, said="Skriv til kommunen")
    with course.database.write() as session:
        meeting = session.get(Meeting, course.first)
        action = an_action(meeting.group, due=None, item=meeting.items[0])
        session.add(action)
        an_entry(meeting.minutes, meeting.items[0], action.text, kind=EntryKind.ACTION).action = action
    course.step(send_minutes_to_chair)
    found = course.seen().lacks
    assert [(one.entry_id, one.stops) for one in found][:2] == [(wrong, True), (loose, True)]
    assert [str(one) for one in found[2:]] == [
        "The action “Skrive til kommunen” has no owner: say who does it.",
        "The action “Skrive til kommunen” has no deadline: say by when.",
    ]
    with pytest.raises(Invalid, match="CPR number"):
        course.step(send_minutes_to_comment)


def test_a_comment_is_accepted_with_its_words_or_declined_with_a_reply(course):
    course.to_comment()
    course.say(entry_id=course.entry, proposed="Gruppen godkendte planen for 2027.")
    course.say("Mødet sluttede senere.")
    general, worded = course.comments()
    assert (general.entry_id, worded.quoted, worded.has_changed) == (None, "Gruppen godkendte planen.", False)
    with pytest.raises(Invalid, match="not answered"):
        course.approve()
    with pytest.raises(Invalid, match="Say why the comment is declined"):
        course.desk.do(decline_comment, comment_id=general.id, version=general.version, reply=" ")
    course.desk.do(decline_comment, comment_id=general.id, version=general.version, reply="Nej, kl. 12.")
    done = course.desk.do(accept_comment, comment_id=worded.id, version=worded.version)
    assert course.entry_text(course.entry) == "Gruppen godkendte planen for 2027."
    taken_back(course.desk, done)
    assert course.entry_text(course.entry) == "Gruppen godkendte planen."
    assert course.seen().voices[0].unanswered == 1
    assert course.seen().silent == ("Medlem Prøve",)


def test_proposed_words_are_not_taken_over_unseen_where_the_entry_changed_since(course):
    course.to_comment()
    course.say(entry_id=course.entry, proposed="Planen for 2027 blev godkendt.")
    with course.database.write() as session:
        session.get(MinutesEntry, course.entry).text = "Planen blev udskudt."
    [row] = course.comments()
    assert row.has_changed
    with pytest.raises(Stale, match="look at both"):
        course.desk.do(accept_comment, comment_id=row.id, version=row.version)
    course.desk.do(
        accept_comment,
        comment_id=row.id,
        version=row.version,
        text="Planen for 2027 blev udskudt.",
        entry_version=row.entry_version,
    )
    assert course.entry_text(course.entry) == "Planen for 2027 blev udskudt."


def test_a_comment_says_something_by_somebody_and_holds_no_cpr_number(course):
    course.to_comment()
    for wrong, match in (
        ({"said": " "}, "what was said"),
        ({"author": " "}, "who made"),
        ({"said": CPR}, "CPR"),
        ({"said_on": TODAY + dt.timedelta(days=1)}, "day to come"),
    ):
        with pytest.raises(Invalid, match=match):
            course.say(**wrong)
    done = course.say()
    taken_back(course.desk, done)
    assert course.comments() == ()
    done = course.say()
    [row] = course.comments()
    course.desk.do(accept_comment, comment_id=row.id, version=row.version)
    with pytest.raises(DeskError):
        taken_back(course.desk, done)


def test_silence_is_consent_once_the_time_is_over_and_nobody_objects(course, database, user):
    course.to_comment()
    with pytest.raises(Invalid, match="not over"):
        course.approve(all_agreed=False)
    with pytest.raises(Invalid, match="how everybody agreed"):
        course.approve(note="")
    course.desk = Desk(database, user, now=lambda: NOON + dt.timedelta(days=30))
    course.say("Nej.")
    [row] = course.comments()
    course.desk.do(decline_comment, comment_id=row.id, version=row.version, reply="Jo.")
    with pytest.raises(Invalid, match="silence is not consent"):
        course.approve(all_agreed=False)
    course.desk.do(accept_comment, comment_id=_reopened(course, row.id), version=course.version(EntryComment, row.id))
    course.approve(all_agreed=False, note="")
    seen = course.seen()
    assert (seen.state, seen.approved_way) == (MinutesState.APPROVED, ApprovalWay.IN_WRITING)


def _reopened(course, key):
    with course.database.write() as session:
        session.get(EntryComment, key).reopen()
    return key


def test_the_next_meeting_approves_by_its_item_and_the_minutes_are_frozen(course):
    course.to_comment()
    told = {"item_id": course.approval, "wording": minutes_wording}
    with pytest.raises(Invalid, match="not held yet"):
        course.desk.do(approve_at_meeting, version=1, **told)
    course.hold(course.second)
    assert course.seen().approval.is_held
    course.write(course.approval, "Godkendt.", meeting_id=course.second, kind=EntryKind.DECISION)
    assert course.seen().approval.is_decided
    course.desk.do(approve_at_meeting, version=1, **told)
    seen = course.seen()
    assert (seen.state, seen.stage, seen.approved_on) == (MinutesState.APPROVED, Stage.APPROVED, TODAY)
    assert [(one.number, one.is_sound) for one in seen.editions] == [(1, True)]
    assert course.seen(course.second).items[0].outcome is ItemOutcome.DECIDED


def test_what_is_approved_is_not_reopened_written_in_or_commented(course):
    course.to_comment()
    course.say("Godt.")
    [row] = course.comments()
    course.desk.do(accept_comment, comment_id=row.id, version=row.version)
    course.approve()
    with pytest.raises(Invalid, match="not opened again"):
        course.step(take_minutes_back)
    with pytest.raises(Invalid, match="stays as it is"):
        course.say()
    with pytest.raises(Invalid, match="approved already"):
        course.approve()
    with course.database.read() as session, pytest.raises(Invalid, match="stays as it is"):
        session.get(Meeting, course.first).minutes.check_open_to_writing()
    with pytest.raises(Invalid, match="frozen copy"), course.database.write() as session:
        session.scalars(select(MinutesEdition)).one().content = "{}"


def test_a_correction_is_a_new_edition_that_shows_what_it_changed(course):
    course.to_comment()
    course.approve()
    changed = {course.entry: "Gruppen godkendte planen for 2027."}
    more = {"wording": minutes_wording}
    with pytest.raises(Invalid, match="Say why"):
        course.step(correct_minutes, reason=" ", texts=changed, **more)
    with pytest.raises(Invalid, match="Nothing is different"):
        course.step(correct_minutes, reason="År", texts={course.entry: "Gruppen godkendte planen. "}, **more)
    with pytest.raises(Stale):
        course.step(correct_minutes, reason="År", texts={999: "x"}, **more)
    added = [Addition(course.two, EntryKind.NOTE, "Næste møde er i marts.")]
    course.step(correct_minutes, reason="Året manglede.", texts=changed, added=added, **more)
    assert [(one.number, one.reason) for one in course.seen().editions] == [(1, ""), (2, "Året manglede.")]
    first = course.desk.ask(minutes_content, meeting_id=course.first, language="da", edition=1)
    [correction] = course.desk.ask(minutes_content, meeting_id=course.first, language="en").corrections
    assert (first.corrections, first.items[0].entries[0].text) == ((), "Gruppen godkendte planen.")
    assert [(one.before, one.after) for one in correction.changes] == [
        ("Gruppen godkendte planen.", "Gruppen godkendte planen for 2027."),
        ("", "Næste møde er i marts."),
    ]


def test_only_approved_minutes_are_corrected(course):
    course.to_comment()
    with pytest.raises(Invalid, match="still be written in"):
        course.step(correct_minutes, reason="x", texts={course.entry: "y"}, wording=minutes_wording)


def test_an_edition_that_was_tampered_with_is_not_opened(course):
    course.to_comment()
    course.approve()
    with course.database.write() as session:
        session.connection().execute(text("update minutes_editions set content = '{}'"))
    assert not course.seen().editions[0].is_sound
    with pytest.raises(Unavailable, match="no longer what was approved"):
        course.desk.ask(minutes_content, meeting_id=course.first, language="da")


def test_a_meeting_closes_when_nothing_is_open_and_opens_again_only_at_once(course, database, user):
    course.hold()
    course.write()
    course.step(send_minutes_to_chair)
    course.step(send_minutes_to_comment)
    with pytest.raises(Invalid, match="once its minutes are approved"):
        course.desk.do(close_meeting, meeting_id=course.first, version=course.seen().meeting_version)
    course.approve()
    assert [(str(one), one.item_id) for one in course.seen().lacks] == [
        ("Item 2 is open: note or decide something, carry it forward, or drop it.", course.two)
    ]
    with pytest.raises(Invalid, match="Item 2 is open"):
        course.desk.do(close_meeting, meeting_id=course.first, version=course.seen().meeting_version)
    with database.write() as session:
        session.get(AgendaItem, course.two).outcome = ItemOutcome.CARRIED
    done = course.desk.do(close_meeting, meeting_id=course.first, version=course.seen().meeting_version)
    assert course.seen().is_closed
    late = Desk(database, user, now=lambda: NOON + dt.timedelta(hours=1))
    with pytest.raises(Invalid, match="stays closed"):
        taken_back(late, done)
    taken_back(course.desk, done)
    assert course.seen().stage is Stage.APPROVED


def test_a_meeting_does_not_close_before_the_minutes_it_decided_on_are_frozen(course):
    course.to_comment()
    course.hold(course.second)
    course.write(course.approval, "Godkendt.", meeting_id=course.second, kind=EntryKind.DECISION)
    with course.database.write() as session:
        session.get(Meeting, course.second).minutes.state = MinutesState.APPROVED
    assert [str(one) for one in course.seen(course.second).lacks] == [
        "Item 1 decided on other minutes that are not frozen yet: freeze them as approved."
    ]


def test_every_step_is_for_those_who_run_meetings(database, course):
    reader = Desk(database, User("Læser", frozenset({"reader"})), now=lambda: NOON)
    for operation in (hold_meeting, send_minutes_to_chair, approve_in_writing, correct_minutes, close_meeting):
        with pytest.raises(NotAllowed):
            reader.do(operation)


def test_words_that_changed_are_told_from_those_that_stayed():
    assert word_changes("Mødet var i maj.", "Mødet var i juni 2026.") == (
        (Piece.SAME, "Mødet var i "),
        (Piece.REMOVED, "maj."),
        (Piece.ADDED, "juni 2026."),
    )
    assert word_changes("", "") == ()


PICK = st.integers(0, 2)
_numbers = count(1)


class Life(RuleBasedStateMachine):
    """Three meetings of a group in one year, the later ones approving the earlier; everything that can be done."""

    def __init__(self, desk, database):
        super().__init__()
        self.database = database
        self.now = NOON
        self.desk = Desk(database, desk.user, now=lambda: self.now)
        group = a_group()
        days = [TODAY - dt.timedelta(days=60), TODAY - dt.timedelta(days=20), TODAY + dt.timedelta(days=3)]
        made = [a_meeting(group, day=day) for day in days]
        for place, meeting in enumerate(made):
            meeting.year = 2026
            an_item(meeting, "Et punkt")
            if place:
                an_item(meeting, "Godkendelse").approves = made[place - 1]
        with database.write() as session:
            session.add_all(made)
            session.flush()
            self.meetings = [meeting.id for meeting in made]
        self.kept: dict[int, tuple[str, str]] = {}
        self.comments: set[int] = set()

    def tried(self, operation, **arguments):
        try:
            return self.desk.do(operation, **arguments)
        except DeskError:
            return None

    def meeting(self, pick, see):
        with self.database.read() as session:
            return see(session.get(Meeting, self.meetings[pick % len(self.meetings)]))

    def minutes(self, pick, operation, **more):
        told = self.meeting(pick, lambda meeting: meeting.minutes and (meeting.minutes.id, meeting.minutes.version))
        if told:
            return self.tried(operation, minutes_id=told[0], version=told[1], **more)
        return None

    @rule(pick=PICK, back=st.booleans())
    def hold(self, pick, back):
        key, version = self.meeting(pick, lambda meeting: (meeting.id, meeting.version))
        done = self.tried(hold_meeting, meeting_id=key, version=version)
        if done and back:
            self.tried(done.undo.operation, **done.undo.arguments)

    @rule(pick=PICK)
    def unhold(self, pick):
        self.tried(unhold_meeting, meeting_id=self.meetings[pick % 3], stage=Stage.PLANNED)

    @rule(pick=PICK, times=st.integers(2, 8), at_meeting=st.booleans())
    def go_on(self, pick, times, at_meeting):
        """Take the next step as it comes, so that histories get to their end."""
        for _ in range(times):
            stage = self.meeting(pick, lambda meeting: meeting.stage)
            self.answer_all(pick)
            if stage is Stage.PLANNED:
                self.hold(pick, False)
                self.write(pick, 0, EntryKind.NOTE)
            elif stage is Stage.HELD:
                self.minutes(pick, send_minutes_to_chair)
            elif stage is Stage.MINUTES_DRAFTED:
                self.minutes(pick, send_minutes_to_comment)
            elif stage is Stage.IN_COMMENT:
                if at_meeting:
                    self.hold(pick + 1, False)
                    self.decide(pick + 1)
                else:
                    self.approve(pick, True)
            else:
                for place in range(2):
                    self.settle(pick, place, ItemOutcome.NOTED)
                self.close(pick, False)

    def answer_all(self, pick):
        for key, version in self.meeting(
            pick, lambda m: [(c.id, c.version) for c in m.minutes.comments] if m.minutes else []
        ):
            self.tried(accept_comment, comment_id=key, version=version)

    @rule(pick=PICK, place=PICK, kind=st.sampled_from([EntryKind.NOTE, EntryKind.DECISION]))
    def write(self, pick, place, kind):
        with self.database.write() as session:
            meeting = session.get(Meeting, self.meetings[pick % 3])
            if meeting.minutes and not meeting.minutes.is_frozen:
                an_entry(
                    meeting.minutes, meeting.items[place % len(meeting.items)], f"Tekst {next(_numbers)}.", kind=kind
                )

    @rule(pick=PICK, place=PICK, outcome=st.sampled_from(ItemOutcome))
    def settle(self, pick, place, outcome):
        with self.database.write() as session:
            meeting = session.get(Meeting, self.meetings[pick % 3])
            if meeting.stage.step >= Stage.HELD.step and meeting.stage is not Stage.CLOSED:
                meeting.items[place % len(meeting.items)].outcome = outcome

    @rule(pick=PICK, step=st.sampled_from([send_minutes_to_chair, send_minutes_to_comment, take_minutes_back]))
    def walk(self, pick, step):
        self.minutes(pick, step)

    @rule(pick=PICK, agreed=st.booleans())
    def approve(self, pick, agreed):
        self.minutes(pick, approve_in_writing, wording=minutes_wording, all_agreed=agreed, note="pr. mail")

    @rule(pick=PICK)
    def decide(self, pick):
        told = self.meeting(pick, lambda meeting: [(i.id, i.version) for i in meeting.items if i.approves_id])
        for key, version in told:
            self.tried(approve_at_meeting, item_id=key, version=version, wording=minutes_wording)

    @rule(pick=PICK, place=PICK, whole=st.booleans(), proposed=st.booleans())
    def comment(self, pick, place, whole, proposed):
        told = self.meeting(pick, lambda m: m.minutes and (m.minutes.id, [entry.id for entry in m.minutes.entries]))
        if not told:
            return
        entry = None if whole or not told[1] else told[1][place % len(told[1])]
        one = Said("Bemærkning", entry_id=entry, author="Et medlem", proposed="Nyt." if proposed and entry else "")
        if done := self.tried(add_comments, minutes_id=told[0], comments=[one]):
            self.comments.add(done.id)

    @rule(pick=PICK, place=PICK, accepts=st.booleans(), back=st.booleans())
    def answer(self, pick, place, accepts, back):
        found = self.meeting(pick, lambda m: [(c.id, c.version) for c in m.minutes.comments] if m.minutes else [])
        if not found:
            return
        key, version = found[place % len(found)]
        operation = accept_comment if accepts else decline_comment
        done = self.tried(operation, comment_id=key, version=version, reply="Svar.")
        if done and back:
            self.tried(done.undo.operation, **done.undo.arguments)

    @rule(pick=PICK, place=PICK)
    def correct(self, pick, place):
        keys = self.meeting(pick, lambda m: [entry.id for entry in m.minutes.entries] if m.minutes else [])
        if keys:
            texts = {keys[place % len(keys)]: f"Rettet {next(_numbers)}."}
            self.minutes(pick, correct_minutes, reason="Fejl.", texts=texts, wording=minutes_wording)

    @rule(pick=PICK, back=st.booleans())
    def close(self, pick, back):
        key, version = self.meeting(pick, lambda meeting: (meeting.id, meeting.version))
        done = self.tried(close_meeting, meeting_id=key, version=version)
        if done and back:
            self.desk.do(reopen_meeting, **done.undo.arguments)

    @rule(days=st.integers(1, 20))
    def wait(self, days):
        self.now += dt.timedelta(days=days)

    @invariant()
    def numbers_have_no_gaps_and_no_doubles(self):
        with self.database.read() as session:
            found = [session.get(Meeting, key).number for key in self.meetings]
        found = [number for number in found if number is not None]
        assert sorted(found) == list(range(1, len(found) + 1))

    @invariant()
    def what_is_frozen_stays_and_its_hash_holds(self):
        with self.database.read() as session:
            now = {one.id: (one.content, one.sha256) for one in session.scalars(select(MinutesEdition))}
            for one in session.scalars(select(MinutesEdition)):
                assert sha256_of(one.content.encode()) == one.sha256
        assert self.kept.items() <= now.items()
        self.kept = now

    @invariant()
    def the_last_edition_says_what_the_minutes_say(self):
        with self.database.read() as session:
            for minutes in session.scalars(select(Minutes)):
                if minutes.is_frozen:
                    frozen = json.loads(minutes.editions[-1].content)["entries"]
                    assert [(one["id"], one["text"]) for one in frozen] == [(e.id, e.text) for e in minutes.in_order()]
                    assert [one.number for one in minutes.editions] == list(range(1, len(minutes.editions) + 1))
                else:
                    assert not minutes.editions

    @invariant()
    def stage_follows_state_and_nothing_closes_with_something_open(self):
        with self.database.read() as session:
            for key in self.meetings:
                meeting = session.get(Meeting, key)
                assert (meeting.minutes is None) == (meeting.stage is Stage.PLANNED) == (meeting.number is None)
                if meeting.minutes is None:
                    continue
                if meeting.stage is Stage.CLOSED:
                    assert meeting.minutes.is_frozen
                    assert meeting.minutes.open_items() == []
                    assert meeting.minutes.comment_findings() == []
                else:
                    expected = {
                        MinutesState.DRAFT: Stage.HELD,
                        MinutesState.WITH_CHAIR: Stage.MINUTES_DRAFTED,
                        MinutesState.IN_COMMENT: Stage.IN_COMMENT,
                        MinutesState.APPROVED: Stage.APPROVED,
                    }
                    assert meeting.stage is expected[meeting.minutes.state]
                if meeting.minutes.is_frozen:
                    assert all(c.state is not CommentState.OPEN for c in meeting.minutes.comments)

    @invariant()
    def comments_never_vanish(self):
        with self.database.read() as session:
            assert self.comments <= set(session.scalars(select(EntryComment.id)))


def test_whatever_is_done_in_any_order_nothing_approved_changes_and_nothing_is_lost(desk, database, request):
    long = request.config.getoption("--long")
    run_state_machine_as_test(
        lambda: Life(desk, database),
        settings=settings(
            max_examples=60 if long else 12,
            stateful_step_count=80 if long else 40,
            deadline=None,
            derandomize=not long,
            suppress_health_check=list(HealthCheck),
        ),
    )
