"""Writing minutes: what is typed is kept, meets what others wrote, makes actions, and is never written over."""

import dataclasses
import datetime as dt
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from referral_desk.desk import Desk, User
from referral_desk.errors import Invalid, Stale
from referral_desk.models import ActionItem, ActionProgress, LogEntry, MinutesEntry
from referral_desk.models.log import broken_links
from referral_desk.operations.actions import add_action
from referral_desk.operations.entries import EntryDraft, end_writing, save_entries
from referral_desk.queries.entries import Said, owners_of_actions, room
from referral_desk.shorthand.action_line import find_owner
from referral_desk.vocabulary import EntryKind, ItemOutcome, Label, MinutesState, ProgressKind
from tests.builders import NOON, a_group, a_meeting, a_person, a_seat, an_item, an_organisation

NOTE, DECISION, ACTION = EntryKind
MARCH = dt.date(2027, 3, 3)


class Writer:
    """Somebody at a window: knows what they saw, types, saves."""

    def __init__(self, desk, meeting_id, item_id):
        self.desk, self.where = desk, {"meeting_id": meeting_id, "item_id": item_id}
        self.drafts, self.gone, self.result, self.known = [], [], None, ()
        self.look()

    def look(self):
        """See the item as it is kept."""
        seen = self.desk.ask(room, meeting_id=self.where["meeting_id"], language="da")
        rows = {row.id: row for row in seen.entries}
        [item] = [item for item in seen.items if item.id == self.where["item_id"]]
        self.drafts = [EntryDraft(key, rows[key].said, key, rows[key].said) for key in item.entries]
        self.known = item.entries
        return seen

    def add(self, text, kind=NOTE, place=None, **said):
        key = 1000 + len(self.drafts) + len(self.gone)
        self.drafts.insert(len(self.drafts) if place is None else place, EntryDraft(key, Said(kind, text, **said)))
        return self

    def change(self, place, **said):
        self.drafts[place] = dataclasses.replace(
            self.drafts[place], said=dataclasses.replace(self.drafts[place].said, **said)
        )
        return self

    def move(self, place, to):
        self.drafts.insert(to, self.drafts.pop(place))
        return self

    def take_out(self, place):
        self.gone.append(self.drafts.pop(place))
        return self

    def save(self):
        told = {"entries": tuple(self.drafts), "removed": tuple(self.gone), "known": self.known}
        self.result = self.desk.do(save_entries, **self.where, **told)
        self.known = tuple(row.id for row in self.result.entries)
        ids = dict(self.result.ids)
        rows = {row.id: row for row in self.result.entries}
        mine = {ids[draft.key]: draft.key for draft in self.drafts if draft.key in ids}
        self.drafts = [EntryDraft(mine.get(row.id, row.id), row.said, row.id, row.said) for row in rows.values()]
        self.gone = []
        return self

    def texts(self):
        return [draft.said.text for draft in self.drafts]


@pytest.fixture
def place(database):
    """A meeting with two items; the group has a body and a chair."""
    group = a_group("Region 2")
    body = an_organisation("Fagligt Fælles Forbund", code="3f")
    a_seat(group).take(a_person("Gry Formandsen", organisation=body), None, organisation=body)
    meeting = a_meeting(group, day=dt.date(2026, 11, 20))
    items = [an_item(meeting, "Tolkning"), an_item(meeting, "Eventuelt")]
    with database.write() as session:
        session.add_all([meeting, a_meeting(group, day=dt.date(2027, 3, 4))])
        session.flush()
        return {"meeting": meeting.id, "items": [item.id for item in items], "body": body.id, "group": group.id}


@pytest.fixture
def writer(database, place):
    """Give writers, each at a desk of their own."""

    def at(name="Anna", item=0, roles=None):
        desk = Desk(database, User(name, *([roles] if roles else [])), now=lambda: NOON)
        return Writer(desk, place["meeting"], place["items"][item])

    return at


def stored(database):
    with database.read() as session:
        entries = session.scalars(select(MinutesEntry).order_by(MinutesEntry.item_id, MinutesEntry.position)).all()
        return [(entry.kind, entry.text) for entry in entries]


def the_action(database):
    with database.read() as session:
        return session.scalar(select(ActionItem))


def test_the_first_words_make_the_minutes(database, writer, place):
    anna = writer().add("Drøftet.").add("  ").add("Vi gør det.", DECISION).save()
    assert stored(database) == [(NOTE, "Drøftet."), (DECISION, "Vi gør det.")]
    seen = anna.look()
    assert (seen.state, seen.closed, seen.next_meeting) == (MinutesState.DRAFT, "", dt.date(2027, 3, 4))
    assert [item.outcome for item in seen.items] == [ItemOutcome.DECIDED, ItemOutcome.OPEN]
    assert (seen.items[0].notes, seen.items[0].decisions, seen.items[0].actions) == (1, 1, 0)
    known = frozenset((row.id, row.version) for row in seen.entries)
    assert anna.desk.ask(room, meeting_id=place["meeting"], language="da", seen=known).entries == ()


def test_only_what_changed_is_written(writer):
    anna = writer().add("En.").add("To.").save()
    before = {row.id: row.version for row in anna.result.entries}
    anna.change(1, text="To!").save()
    assert [row.version - before[row.id] for row in anna.result.entries] == [0, 1]
    anna.save()
    assert [row.version - before[row.id] for row in anna.result.entries] == [0, 1]


def test_different_entries_of_two_writers_both_stay_in_their_places(database, writer):
    anna = writer().add("En.").add("To.").save()
    bo = writer("Bo")
    anna.add("Annas.", place=1).change(0, text="En, rettet.").save()
    bo.add("Bos.").change(1, text="To, rettet.").save()
    assert [text for _kind, text in stored(database)] == ["En, rettet.", "Annas.", "To, rettet.", "Bos."]
    assert bo.texts() == ["En, rettet.", "Annas.", "To, rettet.", "Bos."], "and the second sees what the first wrote"


def test_what_one_moves_stays_moved_while_another_writes(database, writer):
    anna = writer()
    anna.add("A").add("B").add("C").save()
    bo = writer("Bo")
    anna.move(2, 0).save()
    assert bo.change(0, text="A!").add("D").save().texts() == ["C", "A!", "B", "D"]
    # Each moves another entry: both are where they were put.
    anna.look()
    anna.move(1, 3).save()
    assert bo.move(2, 1).save().texts() == ["C", "B", "D", "A!"]


def test_different_places_of_one_entry_are_put_together(database, writer):
    anna = writer().add("Politiet oplyste om sagen.").save()
    bo = writer("Bo")
    anna.change(0, text="Politiet oplyste kort om sagen.").save()
    bo.change(0, text="Politiet oplyste om sagen. Kommunen svarede.", kind=DECISION).save()
    assert stored(database) == [(DECISION, "Politiet oplyste kort om sagen. Kommunen svarede.")]


def test_two_wordings_of_the_same_words_both_stand_until_one_chooses(database, writer):
    anna = writer().add("Kommunen afventer.").add("Sidst.").save()
    bo = writer("Bo")
    anna.change(0, text="Kommunen handler.").save()
    key = bo.drafts[0].key
    bo.change(0, text="Kommunen tøver.").save()
    assert [text for _kind, text in stored(database)] == ["Kommunen handler.", "Kommunen tøver.", "Sidst."]
    assert bo.result.rivals == (key,)
    assert bo.drafts[1].key == key, "who wrote second goes on in the text they wrote"
    assert bo.drafts[1].said.rival_of == bo.drafts[0].id
    assert anna.look().items[0].rivals == 1
    anna.change(1, rival_of=None, text="Kommunen tøver lidt.").take_out(0).save()
    assert [text for _kind, text in stored(database)] == ["Kommunen tøver lidt.", "Sidst."]
    assert anna.look().items[0].rivals == 0


def test_a_rival_stands_alone_once_the_other_text_is_taken_out(writer):
    anna = writer().add("a b c").save()
    bo = writer("Bo")
    anna.change(0, text="a x c").save()
    bo.change(0, text="a y c").save().take_out(0).save()
    assert (bo.texts(), bo.drafts[0].said.rival_of) == (["a y c"], None)


def test_what_is_taken_out_by_one_and_written_in_by_another_stays(database, writer):
    anna = writer().add("En.").add("To.").add("Tre.").save()
    bo = writer("Bo")
    entry_id = bo.drafts[0].id
    anna.take_out(0).save()
    bo.change(0, text="En. Og mere.").take_out(1).save()
    assert [text for _kind, text in stored(database)] == ["En. Og mere.", "Tre."]
    assert bo.drafts[0].id == entry_id, "it is the same entry again"
    anna.look()
    bo.change(1, text="Tre, rettet.").save()
    anna.take_out(1).save()
    assert anna.texts() == ["En. Og mere.", "Tre, rettet."], "nobody takes out what they have not read"
    assert anna.save().texts() == anna.texts()


def test_an_emptied_entry_is_taken_out_and_can_be_put_back(database, writer):
    anna = writer().add("En.").save()
    before = anna.drafts[0]
    anna.change(0, text="").save()
    assert stored(database) == []
    anna.drafts = [dataclasses.replace(before, base=dataclasses.replace(before.said, text=""))]
    anna.save()
    assert (stored(database), anna.drafts[0].id) == ([(NOTE, "En.")], before.id)


def test_an_action_is_made_with_its_first_words_and_follows_them(database, writer, place):
    anna = writer().add("r", ACTION).save()
    assert (the_action(database).text, the_action(database).due) == ("r", None)
    anna.change(0, text="ring til kommunen", owner_organisation_id=place["body"], due=MARCH).save()
    action = the_action(database)
    assert (action.text, action.due, action.owner_organisation_id) == ("ring til kommunen", MARCH, place["body"])
    assert anna.drafts[0].said.due == MARCH
    assert anna.result.entries[0].action.endswith("-2026-1")
    anna.change(0, kind=NOTE).save()
    assert the_action(database) is None
    anna.change(0, kind=ACTION, due=MARCH).save()
    anna.take_out(0).save()
    assert the_action(database) is None


def test_an_action_that_somebody_worked_on_outlives_its_entry(database, writer):
    anna = writer().add("ring", ACTION).save()
    with database.write() as session:
        action = session.scalar(select(ActionItem))
        action.progress.append(ActionProgress(at=NOON, who="Bo", kind=ProgressKind.NOTE, text="Ringet."))
    anna.change(0, kind=NOTE).save()
    anna.change(0, kind=ACTION, text="ring igen").save()
    assert the_action(database).text == "ring igen", "turned back it has its story again"
    anna.take_out(0).save()
    assert the_action(database) is not None


def test_a_cpr_number_is_kept_while_one_types_and_told(writer):
    anna = writer().add("Borgeren 010190-1234 var til stede.").save()
    assert anna.drafts[0].said.has_cpr


def test_signs_that_no_store_keeps_do_not_stop_the_writing(writer):
    assert writer().add("a\0b\ud800c\r\nd").save().texts() == ["abc\nd"]


def test_the_label_of_one_entry_puts_it_into_the_closed_annex(writer):
    anna = writer().add("Fortroligt.", label=Label.CONFIDENTIAL).add("Ikke.").save()
    assert [draft.said.label for draft in anna.drafts] == [Label.CONFIDENTIAL, Label.INTERNAL]


def test_approved_minutes_and_cancelled_meetings_take_no_words(database, writer, place):
    anna = writer().add("En.").save()
    with database.write() as session:
        session.scalar(select(MinutesEntry)).minutes.state = MinutesState.APPROVED
    with pytest.raises(Invalid, match="approved"):
        anna.change(0, text="To.").save()
    assert "approved" in anna.look().closed
    with database.write() as session:
        entry = session.scalar(select(MinutesEntry))
        entry.minutes.state, entry.minutes.meeting.cancelled_at = MinutesState.DRAFT, NOON
    with pytest.raises(Invalid, match="cancelled"):
        anna.save()
    assert "called off" in anna.look().closed
    with pytest.raises(Stale, match="no longer on the meeting's agenda"):
        anna.desk.do(save_entries, meeting_id=place["meeting"], item_id=10_000, entries=())


def test_leaving_the_room_tells_the_log_what_was_written(database, writer):
    anna = writer()
    for end in range(1, 12):
        (anna.add("K") if not anna.drafts else anna.change(0, text="Kommunen og"[:end])).save()
    anna.desk.do(end_writing)
    with database.read() as session:
        entries = session.scalars(select(LogEntry).order_by(LogEntry.id)).all()
        assert broken_links(entries) == []
        assert [entry.operation for entry in entries] == ["save_entries"] * 2
        assert '"text": "Kommunen og"' in entries[1].changes


def test_the_groups_people_and_bodies_can_own_an_action(writer, place):
    anna = writer()
    owners = anna.desk.ask(owners_of_actions, meeting_id=place["meeting"], language="da")
    assert [owner.name for owner in owners] == ["Fagligt Fælles Forbund", "Gry Formandsen"]
    assert [found.organisation_id for found in find_owner("3f", owners)] == [place["body"]]
    assert find_owner("GF", owners)[0].person_id


def test_an_action_written_elsewhere_does_not_meet_the_minutes(database, writer, place):
    anna = writer().add("ring", ACTION).save()
    anna.desk.do(add_action, group_id=place["group"], text="andet", owner_organisation_id=place["body"], due=MARCH)
    anna.change(0, text="ring snart").save()
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(ActionItem)) == 2


EDITS = st.lists(
    st.tuples(st.sampled_from(["anna", "bo"]), st.sampled_from(["add", "change", "out", "save"]), st.integers(0, 9)),
    max_size=14,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(EDITS)
def test_whatever_two_people_do_every_word_that_stands_was_kept_from_both(database, writer, place, edits):
    with database.write() as session:
        for entry in session.scalars(select(MinutesEntry)):
            session.delete(entry)
    both = {"anna": writer("Anna"), "bo": writer("Bo")}
    typed, taken = set(), set()
    for number, (who, what, where) in enumerate([*edits, ("anna", "save", 0), ("bo", "save", 0), ("anna", "save", 0)]):
        one = both[who]
        spot = where % len(one.drafts) if one.drafts else 0
        if what == "add":
            one.add(f"ord{number}", place=where % (len(one.drafts) + 1))
            typed.add(f"ord{number}")
        elif what == "change" and one.drafts:
            words = one.drafts[spot].said.text.split(" ")
            words.insert(where % (len(words) + 1), f"ord{number}")
            one.change(spot, text=" ".join(words))
            typed.add(f"ord{number}")
        elif what == "out" and one.drafts:
            taken |= set(re.findall(r"\w+", one.drafts[spot].said.text))
            one.take_out(spot)
        elif what == "save":
            one.save()
    kept = set(re.findall(r"\w+", " ".join(text for _kind, text in stored(database))))
    assert typed - taken <= kept
    both["anna"].look()
    assert both["anna"].texts() == both["bo"].save().texts(), "in the end both see the same"
