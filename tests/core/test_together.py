"""Two people at once on a server: nothing is lost, doubled or left out of order, and the log stays one chain."""

import datetime as dt
import json
import threading

import pytest
from sqlalchemy import select

from referral_desk.desk import Desk, User
from referral_desk.errors import DeskError, Stale
from referral_desk.models import AgendaItem, Document, LogEntry, Meeting, PackIssue, Paper, Seat
from referral_desk.models.log import broken_links
from referral_desk.models.manifests import Manifest
from referral_desk.operations.agenda import add_item, move_item, remove_item
from referral_desk.operations.carrying import carry_item
from referral_desk.operations.memberships import take_seat
from referral_desk.operations.packs import issue_pack
from referral_desk.operations.papers import Incoming, attach_paper
from referral_desk.operations.seats import end_seat
from referral_desk.vocabulary import Label
from tests.builders import NOON, a_group, a_meeting, a_person, a_seat, an_item
from tests.chain import lay_chain

PEOPLE = 6


@pytest.fixture
def at_once(server_database):
    """Let several people do something at the same moment, each at a desk; give what each got or was told."""

    def run(*tasks):
        answers = [None] * len(tasks)
        gate = threading.Barrier(len(tasks))

        def work(number, function, arguments):
            desk = Desk(server_database, User(f"Person {number}"), now=lambda: NOON)
            gate.wait()
            try:
                answers[number] = desk.do(function, **arguments)
            except DeskError as refused:
                answers[number] = refused

        threads = [threading.Thread(target=work, args=(n, *task)) for n, task in enumerate(tasks)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        return answers

    return run


@pytest.fixture
def meeting_id(server_database):
    group = a_group()
    meeting = a_meeting(group, day=dt.date(2026, 12, 3), place="Aarhus")
    for number in range(4):
        an_item(meeting, f"Punkt {number}")
    a_seat(group).take(a_person(), None)
    with server_database.write() as session:
        session.add_all([meeting, a_meeting(group, day=dt.date(2027, 3, 4))])
        session.flush()
        return meeting.id


def order(database, meeting_id):
    with database.read() as session:
        items = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id).order_by(AgendaItem.position)
        return [(item.position, item.title) for item in session.scalars(items)]


def ids(database, meeting_id):
    with database.read() as session:
        return list(
            session.scalars(
                select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id).order_by(AgendaItem.position)
            )
        )


def log_is_whole(database):
    with database.read() as session:
        entries = session.scalars(select(LogEntry).order_by(LogEntry.id)).all()
        return broken_links(entries) == [] and len({entry.previous for entry in entries}) == len(entries)


def test_items_that_many_add_at_once_each_get_a_place_of_their_own(server_database, at_once, meeting_id):
    answers = at_once(*((add_item, {"meeting_id": meeting_id, "title": f"Ny {n}"}) for n in range(PEOPLE)))
    assert len(set(answers)) == PEOPLE
    places = order(server_database, meeting_id)
    assert [place for place, _ in places] == list(range(4 + PEOPLE))
    assert {title for _, title in places} >= {f"Ny {n}" for n in range(PEOPLE)}
    assert log_is_whole(server_database)


def test_an_agenda_that_two_people_order_at_once_stays_in_order(server_database, at_once, meeting_id):
    first, _, _, last = ids(server_database, meeting_id)
    answers = at_once(
        (move_item, {"item_id": first, "version": 1, "position": 3}),
        (move_item, {"item_id": last, "version": 1, "position": 0}),
        (add_item, {"meeting_id": meeting_id, "title": "Ny", "position": 1}),
        (remove_item, {"item_id": first, "version": 1}),
    )
    places = order(server_database, meeting_id)
    assert [place for place, _ in places] == list(range(len(places)))
    assert not isinstance(answers[2], DeskError)
    assert log_is_whole(server_database)


def test_who_orders_an_agenda_that_changed_meanwhile_is_told(server_database, meeting_id):
    one, other = (Desk(server_database, User(name), now=lambda: NOON) for name in ("En", "To"))
    first, second, *_ = ids(server_database, meeting_id)
    one.do(move_item, item_id=first, version=1, position=3)
    with pytest.raises(Stale):
        other.do(move_item, item_id=second, version=1, position=2)


def test_papers_that_many_attach_at_once_each_get_a_place_and_the_same_file_is_kept_once(
    server_database, at_once, meeting_id
):
    first, second, third, _ = ids(server_database, meeting_id)

    def file(text):
        return Incoming(f"{text}.txt", text.encode(), "text", "text/plain", safe=text.encode())

    tasks = [(attach_paper, {"item_id": first, "file": file(f"bilag {n}")}) for n in range(PEOPLE)]
    at_once(*tasks)
    answers = at_once(*((attach_paper, {"item_id": item, "file": file("samme")}) for item in (second, third)))
    with server_database.read() as session:
        of_first = session.scalars(select(Paper.position).where(Paper.item_id == first).order_by(Paper.position))
        assert list(of_first) == list(range(PEOPLE))
        assert session.scalars(select(Document).where(Document.name == "samme.txt")).one()
        kept = session.scalars(select(Paper).where(Paper.title == "samme")).all()
        assert len(kept) == sum(not isinstance(answer, DeskError) for answer in answers) > 0
    assert log_is_whole(server_database)


def test_an_item_that_two_people_carry_at_once_goes_once(server_database, at_once, meeting_id):
    first = ids(server_database, meeting_id)[0]
    answers = at_once(*(((carry_item, {"item_id": first, "version": 1}),) * 2))
    assert sum(isinstance(answer, DeskError) for answer in answers) == 1
    assert [place for place, _ in order(server_database, meeting_id)] == [0, 1, 2]


def test_two_issues_at_once_get_two_numbers_or_one_is_told(server_database, at_once, meeting_id):
    with server_database.read() as session:
        fingerprint = Manifest.of(session.get(Meeting, meeting_id)).fingerprint()
    common = {"meeting_id": meeting_id, "fingerprint": fingerprint, "language": "da", "label": Label.INTERNAL}
    common |= {"file_name": "pakke.pdf", "pages": 1, "content": "{}", "looks": {}}
    answers = at_once(*((issue_pack, {**common, "pdf": b"%PDF-1.7 " + name}) for name in (b"a", b"b")))
    with server_database.read() as session:
        numbers = list(session.scalars(select(PackIssue.number).order_by(PackIssue.number)))
    assert numbers == list(range(1, 1 + sum(not isinstance(answer, DeskError) for answer in answers)))
    assert log_is_whole(server_database)


def test_a_seat_that_ends_while_somebody_takes_it_is_not_held_beyond_its_end(server_database, at_once):
    chain = lay_chain(server_database)
    last_day = dt.date(2026, 12, 31)
    at_once(
        (take_seat, {"seat_id": chain.empty_seat, "person_id": chain.officer, "valid_from": dt.date(2026, 1, 1)}),
        (end_seat, {"seat_id": chain.empty_seat, "version": 1, "last_day": last_day}),
    )
    with server_database.read() as session:
        seat = session.get(Seat, chain.empty_seat)
        assert seat.valid_to in {None, last_day}
        assert all(seat.valid_to is None or held.valid_to == last_day for held in seat.memberships)


def test_what_a_refused_change_wrote_is_in_no_log(server_database, at_once, meeting_id):
    first = ids(server_database, meeting_id)[0]
    answers = at_once(*((move_item, {"item_id": first, "version": 1, "position": n}) for n in (1, 2, 3)))
    done = [answer for answer in answers if not isinstance(answer, DeskError)]
    with server_database.read() as session:
        entries = session.scalars(select(LogEntry)).all()
        assert [json.loads(entry.changes) != [] for entry in entries] == [True] * len(done) == [True]
