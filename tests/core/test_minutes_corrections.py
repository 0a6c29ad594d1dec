"""A correction says what the last edition said, but for what it names; the record may go on as it likes (V6)."""

import datetime as dt
from dataclasses import replace

import pytest

from referral_desk.errors import Invalid, Stale
from referral_desk.models import ActionItem, AgendaItem, Attendance, Meeting, MinutesEntry, Person
from referral_desk.models.entries import said
from referral_desk.operations.actions import edit_action, move_due
from referral_desk.operations.corrections import Corrected, Missed, correct_minutes
from referral_desk.operations.entries import EntryDraft, save_entries
from referral_desk.operations.item_outcomes import set_outcome
from referral_desk.operations.minutes import send_minutes_to_chair, send_minutes_to_comment, set_meeting_times
from referral_desk.operations.people import remove_person
from referral_desk.queries.minutes_changes import changes_between
from referral_desk.queries.minutes_content import minutes_wording
from referral_desk.queries.minutes_record import closed_annex, open_part
from referral_desk.vocabulary import AttendanceState, AttendeeRole, CorrectedPart, EntryKind, ItemOutcome, Label
from tests.builders import a_person, an_organisation
from tests.corrections import (
    AGREED,
    LATER,
    action_of,
    approved,
    correct,
    lines,
    person,
    said_by,
    sheet,
    told,
    write_action,
)
from tests.minutes_course import course

__all__ = ["course"]


def test_a_correction_takes_nothing_from_the_record_that_it_does_not_name(course):
    entry = approved(course)
    first = said_by(course)
    course.desk.do(move_due, actions=[action_of(course, entry)], due=LATER)
    with course.database.write() as session:
        session.get(Person, person(course)).name = "Medlem Giftenavn"
        meeting, item = session.get(Meeting, course.first), session.get(AgendaItem, course.two)
        meeting.began, meeting.place, item.title = dt.time(7), "Et andet sted", "Noget andet"
        item.outcome, item.outcome_reason = ItemOutcome.DROPPED, "Ikke nået."
        meeting.attendance[0].state = AttendanceState.ABSENT
        session.get(MinutesEntry, entry).text = "Skrevet uden om programmet."
    told = {"reason": "Tastefejl.", "wording": minutes_wording}
    course.step(correct_minutes, corrected=Corrected({course.note: "Intet nyt."}), **told)
    second = said_by(course)
    last = first.items[1]
    line = replace(last.entries[0], text="Intet nyt.")
    wanted = (first.items[0], replace(last, entries=(line,)))
    assert (second.items, second.attendees, second.starts, second.place) == (
        wanted,
        first.attendees,
        first.starts,
        first.place,
    )
    [correction] = second.corrections
    assert [(one.part, one.before, one.after) for one in correction.changes] == [
        (CorrectedPart.WORDS, "Intet.", "Intet nyt.")
    ]
    # The next one begins with what this one says, in both languages.
    course.step(correct_minutes, corrected=Corrected({course.note: ""}), **told)
    for language in ("da", "en"):
        third = said_by(course, language=language)
        assert [len(item.entries) for item in third.items] == [1, 0]
        assert third.items[0] == said_by(course, 1, language).items[0]
        assert [(one.before, one.after) for one in third.corrections[1].changes if one.entry_id] == [("Intet nyt.", "")]
    assert said_by(course, 1) == first


def test_every_difference_between_two_editions_is_a_change_that_is_shown(course):
    approved(course)
    first = said_by(course)
    who, item = first.attendees[0], first.items[0]
    line = item.entries[0]
    for change, part in (
        ({"starts": dt.time(7)}, CorrectedPart.TIMES),
        ({"place": "Odense"}, CorrectedPart.MEETING),
        ({"chair": "En anden"}, CorrectedPart.MEETING),
        ({"next_meeting": None}, CorrectedPart.MEETING),
        ({"attendees": (replace(who, state=AttendanceState.APOLOGY), *first.attendees[1:])}, CorrectedPart.PEOPLE),
        ({"attendees": first.attendees[1:]}, CorrectedPart.PEOPLE),
        ({"items": (replace(item, title="Noget"), first.items[1])}, CorrectedPart.ITEM),
        ({"items": (replace(item, outcome=ItemOutcome.DROPPED), first.items[1])}, CorrectedPart.OUTCOME),
    ):
        [told] = changes_between(first, replace(first, **change))
        assert told.part is part
        assert told.before != told.after
    for change, part in (
        ({"text": "Skriv."}, CorrectedPart.WORDS),
        ({"action": replace(line.action, due=LATER)}, CorrectedPart.ACTION),
        ({"kind": EntryKind.NOTE}, CorrectedPart.KIND),
    ):
        other = replace(item, entries=(replace(line, **change),))
        [told] = changes_between(first, replace(first, items=(other, first.items[1])))
        assert (told.part, told.entry_id) == (part, line.id)
    assert changes_between(first, first) == ()


def test_after_approval_times_and_outcomes_are_put_right_by_a_correction_alone(course):
    approved(course)
    with pytest.raises(Invalid, match="began and ended: correct the minutes"):
        course.desk.do(
            set_meeting_times,
            meeting_id=course.first,
            version=course.seen().meeting_version,
            began=dt.time(7),
            ended=dt.time(8),
        )
    told = {"item_id": course.two, "version": course.version(AgendaItem, course.two)}
    for outcome in (ItemOutcome.DROPPED, ItemOutcome.CARRIED, ItemOutcome.DECIDED):
        with pytest.raises(Invalid, match="became of the item: correct the minutes"):
            course.desk.do(set_outcome, outcome=outcome, reason="x", **told)


def test_an_item_of_which_approved_minutes_say_nothing_can_still_be_carried_forward(course):
    course.hold()
    course.write(course.one)
    course.step(send_minutes_to_chair)
    course.step(send_minutes_to_comment)
    course.approve()
    told = {"item_id": course.two, "version": course.version(AgendaItem, course.two)}
    done = course.desk.do(set_outcome, outcome=ItemOutcome.CARRIED, **told)
    course.desk.do(done.undo.operation, **done.undo.arguments)
    course.desk.do(
        set_outcome,
        item_id=course.two,
        version=course.version(AgendaItem, course.two),
        outcome=ItemOutcome.DROPPED,
        reason="Ikke relevant.",
    )
    assert said_by(course).items[1].outcome is ItemOutcome.OPEN


def test_minutes_tell_what_was_agreed_and_the_action_lives_on(course):
    course.hold()
    with course.database.write() as session:
        body = an_organisation("Skattestyrelsen")
        stranger = a_person("Ny Prøve")
        session.add_all([body, stranger])
    entry = write_action(course)
    course.write(course.two, "Intet.")

    def told():
        action = lines(said_by(course))["Ring til kommunen."].action
        return action.owner, action.due

    def moved(**fields):
        key, version = action_of(course, entry)
        course.desk.do(edit_action, action_id=key, version=version, **fields)

    moved(due=LATER)
    assert told() == ("Medlem Prøve", AGREED)
    # What the minutes say can still be put right, and then the action follows.
    base = course_said(course, entry)
    assert base.due == AGREED
    sooner = AGREED - dt.timedelta(days=3)
    draft = EntryDraft(1, replace(base, due=sooner), id=entry, base=base)
    course.desk.do(save_entries, meeting_id=course.first, item_id=course.one, entries=(draft,))
    assert (told()[1], due_of(course, entry)) == (sooner, sooner)
    moved(due=LATER)
    base = course_said(course, entry)
    draft = EntryDraft(1, replace(base, text="Ring til kommunen."), id=entry, base=replace(base, text="Ring."))
    course.desk.do(save_entries, meeting_id=course.first, item_id=course.one, entries=(draft,))
    assert (told()[1], due_of(course, entry)) == (sooner, LATER)
    course.step(send_minutes_to_chair)
    course.step(send_minutes_to_comment)
    # By now somebody has it who was no member on the meeting's day: that stops nothing.
    with course.database.write() as session:
        action = session.get(MinutesEntry, entry).action
        action.owner_person = session.query(Person).filter_by(name="Ny Prøve").one()
    course.approve()
    assert told() == ("Medlem Prøve", sooner)
    key = person(course)
    with pytest.raises(Invalid, match="stands in groups or meetings"):
        course.desk.do(remove_person, person_id=key, version=course.version(Person, key))


def test_what_the_entry_does_not_say_is_taken_from_the_action_until_it_goes_to_comment(course):
    course.hold()
    entry = write_action(course, due=None, owner_person_id=None)
    course.write(course.two, "Intet.")
    key, version = action_of(course, entry)
    course.desk.do(edit_action, action_id=key, version=version, owner_person_id=person(course), due=AGREED)
    course.step(send_minutes_to_chair)
    course.step(send_minutes_to_comment)
    course.desk.do(move_due, actions=[action_of(course, entry)], due=LATER)
    action = lines(said_by(course))["Ring til kommunen."].action
    assert (action.owner, action.due) == ("Medlem Prøve", AGREED)
    assert due_of(course, entry) == LATER


def course_said(course, entry_id):
    with course.database.read() as session:
        return said(session.get(MinutesEntry, entry_id))


def due_of(course, entry_id):
    with course.database.read() as session:
        return session.get(ActionItem, action_of(course, entry_id)[0]).due


def test_a_correction_puts_right_who_came_and_when(course):
    with course.database.write() as session:
        session.add(a_person("Gæst Prøve"))
    approved(course)
    before = sheet(course)
    absent = {before["Medlem Prøve"][0]: AttendanceState.APOLOGY}
    guest = Missed(person_id=person(course, "Gæst Prøve"))
    correct(course, Corrected(came=absent, missed=[guest], times=(dt.time(9, 10), dt.time(11, 50))))
    after = sheet(course)
    assert after["Medlem Prøve"][2] is AttendanceState.APOLOGY
    assert after["Gæst Prøve"][1:] == (AttendeeRole.GUEST, AttendanceState.PRESENT)
    assert told(course) == [
        (CorrectedPart.TIMES, "09:00–12:00", "09:10–11:50"),
        (CorrectedPart.PEOPLE, "Medlem Prøve: present, member", "Medlem Prøve: apology, member"),
        (CorrectedPart.PEOPLE, "", "Gæst Prøve: present, guest"),
    ]
    content = said_by(course)
    assert (content.starts, content.ends) == (dt.time(9, 10), dt.time(11, 50))
    # Somebody took the member's place: what stands in the minutes by now is the ground.
    deputy = Missed(new_person="Suppleant Prøve", instead_of=before["Medlem Prøve"][0])
    with pytest.raises(Invalid, match="neither from a deputy's seat"):
        correct(course, Corrected(missed=[deputy]))
    with course.database.write() as session:
        body = an_organisation("Fonden")
        session.add(body)
        session.get(Attendance, before["Medlem Prøve"][0]).organisation = body
    correct(course, Corrected(missed=[deputy]))
    assert told(course) == [(CorrectedPart.PEOPLE, "", "Suppleant Prøve, Fonden: present, deputy for Medlem Prøve")]
    with pytest.raises(Invalid, match="remove the deputy first"):
        correct(course, Corrected(came={before["Medlem Prøve"][0]: AttendanceState.PRESENT}))
    with pytest.raises(Invalid, match="who was present, and who was not"):
        correct(course, Corrected(came={before["Medlem Prøve"][0]: AttendanceState.ACCEPTED}))
    with pytest.raises(Invalid, match="Nothing is different"):
        correct(course, Corrected(came=absent, times=(dt.time(9, 10), dt.time(11, 50))))


def test_a_correction_says_what_became_of_an_item_and_what_came_by_it_follows(course):
    approved(course)
    correct(course, Corrected(outcomes={course.two: (ItemOutcome.CARRIED, "Ikke nået.")}))
    assert told(course) == [(CorrectedPart.OUTCOME, "Noted", "Carried forward: Ikke nået.")]
    assert said_by(course).items[1].outcome is ItemOutcome.CARRIED

    def copies():
        with course.database.read() as session:
            return session.query(AgendaItem).filter_by(carried_from_id=course.two).count()

    assert copies() == 1
    correct(course, Corrected(outcomes={course.two: (ItemOutcome.DECIDED, "")}))
    assert (copies(), said_by(course).items[1].outcome) == (0, ItemOutcome.DECIDED)
    for outcome, wrong in ((ItemOutcome.OPEN, "do not leave it open"), (ItemOutcome.DROPPED, "Say why")):
        with pytest.raises(Invalid, match=wrong):
            correct(course, Corrected(outcomes={course.two: (outcome, "")}))
    with pytest.raises(Stale):
        correct(course, Corrected(outcomes={course.approval: (ItemOutcome.NOTED, "")}))


def test_a_correction_moves_an_entry_into_the_closed_annex_and_its_words_are_nowhere_else(course):
    entry = approved(course)
    correct(course, Corrected({course.note: "Om Hansens sag."}))
    correct(course, Corrected(labels={course.note: Label.CONFIDENTIAL, entry: Label.CONFIDENTIAL}))
    labels = (CorrectedPart.LABEL, "Internal", "Confidential")
    assert told(course) == [labels, labels]
    whole = said_by(course)
    shown, closed = open_part(whole), closed_annex(whole)
    # The words of the edition between, too.
    assert not [word for word in ("Hansens", "Intet", "Ring til") if word in repr(shown)]
    assert [one.part for one in shown.corrections[1].changes] == [CorrectedPart.LABEL, CorrectedPart.LABEL]
    assert [line.text for item in closed.items for line in item.entries] == ["Ring til kommunen.", "Om Hansens sag."]
    assert closed.corrections[0].changes[0].after == "Om Hansens sag."
    correct(course, Corrected(labels={course.note: Label.INTERNAL}))
    assert "Om Hansens sag." in {line.text for item in open_part(said_by(course)).items for line in item.entries}


def test_a_correction_makes_a_decision_of_a_note_and_a_note_of_an_action(course):
    entry = approved(course)
    with pytest.raises(Invalid, match="add it as a new one"):
        correct(course, Corrected(kinds={course.note: EntryKind.ACTION}))
    correct(course, Corrected(kinds={course.note: EntryKind.DECISION, entry: EntryKind.NOTE}))
    assert told(course) == [
        (CorrectedPart.KIND, "Action", "Note"),
        (CorrectedPart.OUTCOME, "Noted", "Decided"),
        (CorrectedPart.KIND, "Note", "Decision"),
    ]
    assert [line.action for line in lines(said_by(course)).values()] == [None, None]
    with course.database.read() as session:
        assert session.query(ActionItem).count() == 0
