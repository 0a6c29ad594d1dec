"""The demo desk: made alike everywhere, alive, invented from the first name to the last."""

import datetime as dt
import hashlib
import json
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict

import pytest
from sqlalchemy import select

from referral_desk.clock import Quarter, is_working_day
from referral_desk.cpr import cpr_numbers
from referral_desk.demo import calendar
from referral_desk.demo.frozen import freeze_demo_minutes
from referral_desk.demo.make import COORDINATOR, fill
from referral_desk.demo.people import FIRST, LAST
from referral_desk.demo.story import fill_demo_desk
from referral_desk.desk import Desk
from referral_desk.errors import NotAllowed
from referral_desk.guard.meeting_leaks import ordinary_of
from referral_desk.guard.personal_data import finds
from referral_desk.models import (
    AgendaItem,
    Group,
    LogEntry,
    Meeting,
    Membership,
    Minutes,
    MinutesEntry,
    Person,
    Seat,
)
from referral_desk.models.documents import sha256_of
from referral_desk.models.minutes import STAGES
from referral_desk.queries.board import board
from referral_desk.queries.groups import groups
from referral_desk.queries.integrity import altered_documents, broken_log_entries
from referral_desk.queries.meeting import meeting_detail
from referral_desk.queries.pack_issues import issued_pack, pack_check, pack_issues
from referral_desk.reference.checks import check
from referral_desk.sitting import demo_day, sit_down
from referral_desk.users import User
from referral_desk.vocabulary import MinutesState, SeatKind, Stage
from tests.builders import a_group, a_meeting, an_entry, an_item, some_minutes
from tests.demo_desk import ROOT, DemoDesk
from tests.demo_dump import rows_of

REGIONAL = {"rg1", "rg2", "rg3", "rg4", "rg5", "rg6"}


@pytest.fixture(scope="module")
def demo(demo_template, tmp_path_factory):
    """The demo desk, open to be looked at."""
    with demo_template.copy(tmp_path_factory.mktemp("open") / "desk").opened() as file:
        yield file.database


@pytest.fixture
def session(demo):
    with demo.read() as session:
        yield session


@pytest.fixture(scope="module")
def dump(demo):
    return rows_of(demo)


def meetings_of(session):
    return session.execute(select(Meeting, Group.code).join(Group).order_by(Meeting.day, Meeting.id)).all()


def test_two_processes_make_the_same_desk_and_the_same_packs(tmp_path, demo_template, dump):
    folders = [tmp_path / "one", tmp_path / "two"]
    makers = [
        subprocess.Popen([sys.executable, "-m", "tests.demo_dump", folder], stdout=subprocess.PIPE, cwd=ROOT)
        for folder in folders
    ]
    told = [json.loads(maker.communicate(timeout=120)[0]) for maker in makers]
    assert [maker.returncode for maker in makers] == [0, 0]
    for table, rows in dump.items():
        assert told[0][table] == told[1][table] == rows, table
    packs = []
    for folder in [*folders, demo_template.folder]:
        (folder / "passphrase.txt").write_bytes(demo_template.passphrase_file.read_bytes())
        out = tmp_path / f"{folder.name}.pdf"
        assert DemoDesk(folder).pack(out).code == 0
        packs.append(out.read_bytes())
    assert packs[0] == packs[1] == packs[2]


def test_it_is_made_on_either_engine(database):
    start = time.monotonic()
    fill(database)
    assert time.monotonic() - start < 60, "somebody waits for it"
    assert demo_day(database) == calendar.TODAY
    desk = sit_down(database, COORDINATOR)
    assert desk.today == calendar.TODAY
    assert desk.ask(broken_log_entries) == []
    assert desk.ask(altered_documents) == []
    with database.read() as session:
        assert session.query(Meeting).count() == len(list(calendar.slots()))


def test_only_who_keeps_a_desk_may_fill_it(desk, database):
    guest = Desk(database, User("Gæst", roles=frozenset({"reader"})))
    with pytest.raises(NotAllowed):
        guest.do(fill_demo_desk)
    with pytest.raises(NotAllowed):
        guest.do(freeze_demo_minutes)
    assert desk.may(fill_demo_desk)
    assert desk.may(freeze_demo_minutes)


def test_approved_minutes_are_frozen_on_the_day_they_were_approved_and_no_others(desk, database):
    meetings = [a_meeting(a_group(), day=calendar.TODAY - dt.timedelta(days=days)) for days in (40, 30)]
    approved, draft = [some_minutes(meeting) for meeting in meetings]
    day = calendar.TODAY - dt.timedelta(days=10)
    approved.state, approved.approved_on = MinutesState.APPROVED, day
    entry = an_entry(approved, an_item(meetings[0]), "Drøftet.")
    with database.write() as session:
        session.add_all(meetings)
        session.flush()
        keys, entry_id = [approved.id, draft.id], entry.id
    desk.do(freeze_demo_minutes)
    with database.read() as session:
        frozen, open_still = [session.get(Minutes, key) for key in keys]
        [edition] = frozen.editions
        assert (edition.number, edition.frozen_at.date()) == (1, day)
        assert edition.sha256 == sha256_of(edition.content.encode())
        assert [(one["id"], one["text"]) for one in json.loads(edition.content)["entries"]] == [(entry_id, "Drøftet.")]
        assert open_still.editions == []


def test_its_reference_data_is_loaded_and_right(dump):
    assert check() == []
    assert len(dump["reference_rows"]) > 500
    assert len(dump["plan_activities"]) > 70
    assert len(dump["organisations"]) > 60


def test_every_group_meets_in_every_quarter_but_the_one_that_is_missing_on_purpose(session):
    met = Counter((code, meeting.year, meeting.quarter) for meeting, code in meetings_of(session))
    expected = {
        (code, year, number) for code in REGIONAL | {"national"} for year in (2025, 2026) for number in range(1, 5)
    }
    assert expected - set(met) == {("rg4", 2026, 4)}
    assert {key for key in met if key[0] == "imwg"} == {("imwg", year, n) for year in (2025, 2026) for n in (1, 2, 4)}
    assert set(met.values()) == {1}


def test_no_two_groups_meet_on_one_day_and_all_meet_on_working_days(session):
    days = [meeting.day for meeting, _ in meetings_of(session)]
    assert len(days) == len(set(days))
    assert all(is_working_day(day) for day in days)
    assert all(Quarter.of(meeting.day) == Quarter(meeting.year, meeting.quarter) for meeting, _ in meetings_of(session))


def test_times_and_places_differ_from_group_to_group_and_quarter_to_quarter(session):
    places = defaultdict(set)
    for meeting, code in meetings_of(session):
        places[code].add(meeting.place)
    assert all(len(places[code]) > 1 for code in REGIONAL)
    assert len({meeting.starts for meeting, _ in meetings_of(session)}) >= 4
    assert any(meeting.moved_from and meeting.move_reason for meeting, _ in meetings_of(session))


def test_every_stage_that_a_meeting_has_is_there(session):
    stages = {meeting.stage for meeting, _ in meetings_of(session)}
    assert stages >= {
        Stage.INVITED,
        Stage.AGENDA_SENT,
        Stage.MINUTES_DRAFTED,
        Stage.IN_COMMENT,
        Stage.APPROVED,
        Stage.CLOSED,
    }
    for meeting, _ in meetings_of(session):
        assert (meeting.stage.step >= Stage.HELD.step) == (meeting.day < calendar.TODAY)
        assert bool(meeting.number) == (meeting.day < calendar.TODAY)
        if meeting.minutes is not None and meeting.stage is not Stage.CLOSED:
            assert meeting.stage is STAGES[meeting.minutes.state], "else the next step of the minutes is refused"


def test_every_name_is_invented(session):
    people = session.scalars(select(Person)).all()
    assert len({person.name for person in people}) == len(people) > 70
    for person in people:
        first, last = person.name.split(" ")
        assert first in FIRST
        assert last in LAST
        assert person.email.endswith("@demo.example"), "a domain that cannot exist (RFC 2606)"
        assert not person.phone


def test_nothing_in_any_text_looks_like_a_cpr_number(dump, demo):
    words = [value for rows in dump.values() for row in rows for value in row if value.startswith(("'", '"'))]
    # A hash may hold any digits, and nobody reads it.
    words = [word for word in words if not re.fullmatch("'[0-9a-f]{64}'", word)]
    assert len(words) > 3000
    assert [word[:200] for word in words if cpr_numbers(word)] == []
    with demo.read() as session:
        contents = session.connection().exec_driver_sql("SELECT original FROM document_contents").fetchall()
    assert not any(cpr_numbers(content.decode("utf-8", "replace")) for (content,) in contents if content[:4] != b"%PDF")


def test_seats_tell_a_history(session):
    seats = session.scalars(select(Seat)).all()
    changed = [seat for seat in seats if len({held.person_id for held in seat.memberships}) > 1]
    assert len(changed) >= 5
    for seat in changed:
        before, after = seat.memberships[-2:]
        assert after.valid_from == before.valid_to + dt.timedelta(days=1)
    day = dt.date(2025, 6, 2)
    now = {row.code: row for row in groups(session, day=calendar.TODAY, language="da").groups}
    then = {row.code: row for row in groups(session, day=day, language="da").groups}
    assert (then["rg4"].vacant, now["rg4"].vacant) == (0, 1)
    assert (then["rg3"].trouble, bool(now["rg3"].trouble)) == (None, True)


def test_who_speaks_for_a_region_sits_in_its_group_on_every_day(session):
    for seat in session.scalars(select(Seat).where(Seat.kind == SeatKind.REGIONAL_REPRESENTATIVE)):
        for held in seat.memberships:
            for day in (held.valid_from, held.valid_to or calendar.TODAY):
                members = {
                    other.person_id
                    for own in seat.represents.seats
                    if (other := own.held_on(day)) and own.is_member_seat
                }
                assert held.person_id in members, (seat.represents.code, day)


def test_nobody_holds_two_seats_of_one_group(session):
    for group in session.scalars(select(Group)):
        for day in (dt.date(2025, 6, 2), calendar.TODAY):
            held = [one.person_id for seat in group.seats if (one := seat.held_on(day)) and one.person_id]
            assert len(held) == len(set(held)), group.code


def test_the_board_has_something_to_say(session):
    shown = board(session, year=2026, day=calendar.TODAY, language="da")
    kinds = {need.kind.value for need in shown.needs}
    assert len(kinds) >= 4, kinds


def test_one_pack_went_out_and_a_later_paper_waits_for_the_next_issue(session):
    sent = [(meeting, code) for meeting, code in meetings_of(session) if meeting.issues]
    ((meeting, code),) = sent
    assert (code, meeting.stage) == ("rg5", Stage.AGENDA_SENT)
    (issue,) = pack_issues(session, meeting_id=meeting.id)
    pdf = issued_pack(session, issue_id=issue.id)
    assert hashlib.sha256(pdf).hexdigest() == issue.sha256
    assert issue.issued_at.date() == dt.date(2026, 11, 18)
    waiting = pack_check(session, meeting_id=meeting.id)
    assert (waiting.last_issue, waiting.is_as_issued) == (1, False)
    assert [change.sentence("en") for change in waiting.changes] == ["Paper 6.1 is new: Note om tallene"]


def test_an_item_is_in_english_and_one_agenda_does_not_fit(session):
    coming = [meeting for meeting, _ in meetings_of(session) if meeting.day > calendar.TODAY]
    assert any(item.title.startswith("Invitation from") for meeting in coming for item in meeting.items)
    over = [meeting for meeting in coming if sum(item.minutes for item in meeting.items) > meeting.length]
    assert [meeting.group.code for meeting in over] == ["rg3"]
    assert meeting_detail(session, meeting_id=over[0].id, language="en")


def test_its_log_is_whole_and_in_order_of_time(session):
    entries = session.scalars(select(LogEntry).order_by(LogEntry.id)).all()
    assert broken_log_entries(session) == []
    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
    assert {entry.who for entry in entries} == {COORDINATOR.name}
    assert entries[0].at.date() < calendar.TODAY


def test_a_person_can_go_on_working_on_it(demo_desk):
    with demo_desk.opened() as file:
        desk = sit_down(file.database, COORDINATOR)
        assert isinstance(desk, Desk)
        assert desk.today == calendar.TODAY
        assert desk.ask(lambda session: session.query(Membership).count()) > 100


def test_the_leak_alarm_finds_nothing_in_the_demos_minutes_and_agendas(session):
    ordinary = ordinary_of(session)
    said = [entry.text for entry in session.scalars(select(MinutesEntry))]
    said += [text for item in session.scalars(select(AgendaItem)) for text in item.texts().values()]
    assert len(said) > 100
    assert [find for text in said for find in finds(text, ordinary=ordinary)] == []
