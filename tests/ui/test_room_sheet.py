"""What stands in two windows meets on one desk: every word that was typed and not taken out is there, and undo too."""

import contextlib
import datetime as dt
import itertools
import re
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from referral_desk.desk import Desk, User
from referral_desk.models import Meeting, MinutesEntry
from referral_desk.operations.entries import save_entries
from referral_desk.queries.entries import Said, room
from referral_desk.vocabulary import EntryKind
from tests.builders import NOON, a_group, a_meeting, an_item
from tests.engines import open_embedded
from ui.pages.meeting.room_sheet import Sheet, fresh_key
from ui.pages.meeting.room_steps import Steps, done_again, taken_back

ORDER = itertools.count(1)


class Window:
    """A sheet with its undo, on a desk of its own."""

    def __init__(self, database, name, meeting_id, item_id):
        self.desk = Desk(database, User(name), now=lambda: NOON)
        self.meeting_id, self.sheet, self.steps, self.answer = meeting_id, Sheet(item_id), Steps(), None
        self.typed, self.taken = set(), set()

    def write(self, pieces):
        before = dict(self.sheet.now)
        self.sheet.write(pieces, Said())
        self.steps.note(self.sheet.item_id, before, self.sheet.now, (0, 0))
        self._count(before)

    def _count(self, before):
        old, new = words(before), words(self.sheet.now)
        self.taken |= old - new
        self.typed |= new - old

    def texts(self):
        return [(key, said.text) for key, said in self.sheet.now.items()]

    def add(self, where):
        pieces = self.texts()
        pieces.insert(where % (len(pieces) + 1), (fresh_key(), f"ord{next(ORDER)}"))
        self.write(pieces)

    def change(self, where):
        if pieces := self.texts():
            key, text = pieces[where % len(pieces)]
            parts = text.split(" ")
            parts.insert(where % (len(parts) + 1), f"ord{next(ORDER)}")
            pieces[where % len(pieces)] = (key, " ".join(parts))
            self.write(pieces)

    def out(self, where):
        if pieces := self.texts():
            del pieces[where % len(pieces)]
            self.write(pieces)

    def move(self, where):
        if keys := list(self.sheet.now):
            before = dict(self.sheet.now)
            moved = self.sheet.moved(keys[where % len(keys)], -1 if where % 2 else 1)
            if moved is not None:
                self.sheet.put(moved)
                self.steps.note(self.sheet.item_id, before, self.sheet.now, (0, 0))

    def undo(self, _where):
        if step := self.steps.undo():
            before = dict(self.sheet.now)
            self.sheet.put(taken_back(step, self.sheet.now))
            self._count(before)

    def redo(self, _where):
        if step := self.steps.redo():
            before = dict(self.sheet.now)
            self.sheet.put(done_again(step, self.sheet.now))
            self._count(before)

    def send(self, _where):
        """The job goes to the desk, whose answer is heard later."""
        if self.answer is None and not self.sheet.is_clean:
            known = self.sheet.known()
            entries, removed = self.sheet.send()
            self.answer = self.desk.do(
                save_entries,
                meeting_id=self.meeting_id,
                item_id=self.sheet.item_id,
                entries=entries,
                removed=removed,
                known=known,
            )

    def hear(self, _where):
        if self.answer is not None:
            self.sheet.hear(self.answer)
            self.answer = None

    def lose(self, _where):
        """The desk did it, but no answer came."""
        if self.answer is not None:
            self.sheet.fail()
            self.answer = None
            self.look(0)

    def look(self, _where):
        seen = self.desk.ask(room, meeting_id=self.meeting_id, language="da")
        self.sheet.see({row.id: row for row in seen.entries}, seen.items[0].entries)

    def rest(self):
        for _round in range(4):
            self.hear(0)
            self.send(0)
            self.hear(0)
            self.look(0)


def words(now):
    return set(re.findall(r"\w+", " ".join(said.text for said in now.values())))


@pytest.fixture(scope="module")
def places(embedded_template, tmp_path_factory):
    """A fresh meeting for each run, all in one desk."""
    path = tmp_path_factory.mktemp("sheets") / "sheets.desk"
    shutil.copyfile(embedded_template, path)
    with contextlib.closing(open_embedded(path)) as database:
        group = a_group()
        with database.write() as session:
            session.add(group)
            session.flush()
            group_id = group.id

        def make():
            with database.write() as session:
                meeting = a_meeting(session.get(type(group), group_id), day=dt.date(2026, 11, 20))
                item = an_item(meeting)
                session.add(meeting)
                session.flush()
                return database, meeting.id, item.id

        yield make


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["Anna", "Bo"]),
        st.sampled_from(["add", "change", "change", "move", "out", "undo", "redo", "send", "hear", "lose", "look"]),
        st.integers(0, 11),
    ),
    max_size=25,
)


@settings(max_examples=60)
@given(DEEDS)
def test_no_word_that_was_typed_and_not_taken_out_is_lost(places, deeds):
    database, meeting_id, item_id = places()
    both = {name: Window(database, name, meeting_id, item_id) for name in ("Anna", "Bo")}
    for who, deed, where in deeds:
        getattr(both[who], deed)(where)
    for window in (*both.values(), *both.values()):
        window.rest()
    anna, bo = both.values()
    with database.read() as session:
        minutes = session.get(Meeting, meeting_id).minutes
        found = select(MinutesEntry.text).where(MinutesEntry.minutes_id == (minutes.id if minutes else 0))
        kept = " ".join(session.scalars(found))
    lost = (anna.typed - anna.taken | bo.typed - bo.taken) - anna.taken - bo.taken - set(re.findall(r"\w+", kept))
    assert lost == set()
    assert anna.sheet.is_clean
    assert bo.sheet.is_clean
    assert [said.text for said in anna.sheet.now.values() if not said.is_blank] == [
        said.text for said in bo.sheet.now.values() if not said.is_blank
    ]


def test_a_step_is_taken_back_without_the_words_of_others():
    key, steps = fresh_key(), Steps()
    steps.note(1, {key: Said(text="En to.")}, {key: Said(text="En to. Tre.")}, (key, 0))
    others = {key: Said(text="Nul. En to. Tre.", kind=EntryKind.DECISION)}
    back = taken_back(steps.undo(), others)
    assert back == {key: Said(text="Nul. En to.", kind=EntryKind.DECISION)}
    assert done_again(steps.redo(), back) == others


def test_a_step_is_taken_back_without_what_others_moved():
    one, two, three = (fresh_key() for _ in range(3))
    said = {key: Said(text=text) for key, text in ((one, "A"), (two, "B"), (three, "C"))}
    steps = Steps()
    steps.note(1, said, {**said, one: Said(text="A!")}, (one, 0))
    moved = {three: said[three], one: Said(text="A!"), two: said[two]}
    assert list(taken_back(steps.undo(), moved).items()) == [(three, Said(text="C")), *list(said.items())[:2]]


def test_what_two_wrote_otherwise_is_moved_together_and_empty_lines_are_passed_over():
    sheet = Sheet(1)
    first, gap, mine, rival = (fresh_key() for _ in range(4))
    sheet.now = {first: Said(text="A"), gap: Said(), mine: Said(text="B"), rival: Said(text="b", rival_of=7)}
    assert list(sheet.moved(rival, -1)) == [mine, rival, first, gap]
    assert list(sheet.moved(first, 1)) == [gap, mine, rival, first]
    assert (sheet.moved(first, -1), sheet.moved(mine, 1)) == (None, None)


def test_a_change_that_changes_nothing_is_no_step():
    steps = Steps()
    steps.note(1, {1: Said(text="a")}, {1: Said(text="a")}, (1, 0))
    assert steps.undo() is steps.redo() is None
