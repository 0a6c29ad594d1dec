"""Taking a change back loses nothing, whatever happened in between: all is there again, or a sentence says why not."""

import datetime as dt

import pytest
from sqlalchemy import select

from referral_desk.errors import Invalid, Stale
from referral_desk.models import (
    AgendaItem,
    Group,
    Meeting,
    Membership,
    Organisation,
    OrganisationName,
    OrganisationRelation,
    Person,
    Seat,
)
from referral_desk.operations.agenda import (
    edit_item,
    remove_item,
    restore_item,
)
from referral_desk.operations.carrying import bring_item_back, carry_item
from referral_desk.operations.group_history import (
    add_group_area,
    remove_group_area,
    rename_group,
    set_mandate,
    withdraw_group_name,
    withdraw_mandate,
)
from referral_desk.operations.groups import (
    add_group,
    end_group,
    remove_group,
    report_to_group,
    restore_group,
    set_group_period,
)
from referral_desk.operations.meetings import cancel_meeting, move_meeting, revive_meeting
from referral_desk.operations.memberships import take_seat, withdraw_membership
from referral_desk.operations.organisations import (
    relate_organisations,
    remove_organisation,
    remove_relation,
    restore_organisation,
    withdraw_organisation_name,
)
from referral_desk.operations.papers import Incoming, attach_paper, pin_paper, replace_paper
from referral_desk.operations.people import change_person, deactivate_person, remove_person, restore_person
from referral_desk.operations.seats import end_seat, remove_seat, reopen_seat, restore_seat
from referral_desk.queries.agenda import agenda, agenda_item
from referral_desk.vocabulary import AreaKind, RelationKind, SeatKind, Stage, Tier
from tests.builders import a_document, a_group, a_meeting, a_paper, a_person, a_seat, an_item, an_organisation
from tests.chain import lay_chain, picture, undo, version_of


@pytest.fixture
def chain(database):
    return lay_chain(database)


@pytest.fixture
def keep(database):
    """Keep a row and give its id."""

    def kept(row):
        with database.write() as session:
            session.add(row)
            session.flush()
            return row.id

    return kept


@pytest.fixture
def item_id(keep):
    group = a_group()
    meeting = a_meeting(group, day=dt.date(2026, 12, 3))
    item = an_item(meeting, "Tolkning")
    a_paper(item, a_document(b"en"))
    keep(meeting)
    keep(a_meeting(group, day=dt.date(2027, 3, 4)))
    return item.id


def text_file(words):
    return Incoming(f"{words}.txt", words.encode(), "text", "text/plain", safe=words.encode())


def held(database, item_id):
    """Let the item's meeting be over."""
    with database.write() as session:
        session.get(AgendaItem, item_id).meeting.stage = Stage.HELD


def test_a_carried_copy_that_somebody_wrote_in_is_not_thrown_away(desk, database, item_id):
    held(database, item_id)
    carried = desk.do(carry_item, item_id=item_id, version=1)
    version = desk.ask(agenda_item, item_id=carried.item_id, language="da").version
    desk.do(edit_item, item_id=carried.item_id, version=version, resume="Skrevet siden")
    with pytest.raises(Stale):
        desk.do(bring_item_back, carried=carried)
    assert desk.ask(agenda_item, item_id=carried.item_id, language="da").resume == "Skrevet siden"


def test_a_carried_copy_that_got_a_paper_is_not_thrown_away(desk, database, item_id):
    held(database, item_id)
    carried = desk.do(carry_item, item_id=item_id, version=1)
    desk.do(attach_paper, item_id=carried.item_id, file=text_file("nyt"))
    with pytest.raises(Stale):
        desk.do(bring_item_back, carried=carried)
    assert len(desk.ask(agenda_item, item_id=carried.item_id, language="da").papers) == 2


def test_an_item_is_carried_to_a_meeting_once(desk, database, item_id):
    held(database, item_id)
    carried = desk.do(carry_item, item_id=item_id, version=1)
    with pytest.raises(Invalid, match="already"):
        desk.do(carry_item, item_id=item_id, version=version_of(database, AgendaItem, item_id))
    desk.do(bring_item_back, carried=carried)
    assert desk.do(carry_item, item_id=item_id, version=version_of(database, AgendaItem, item_id))


def test_an_item_comes_back_though_who_brought_it_and_what_it_came_from_are_gone(desk, database, keep, item_id):
    with database.read() as session:
        meeting_id = session.get(AgendaItem, item_id).meeting_id
    desk.do(cancel_meeting, meeting_id=meeting_id, version=1, reason="Sne")
    with database.read() as session:
        copy_id = session.scalars(select(AgendaItem.id).where(AgendaItem.carried_from_id == item_id)).one()
    person = keep(a_person())
    version = desk.ask(agenda_item, item_id=copy_id, language="da").version
    version = desk.do(edit_item, item_id=copy_id, version=version, owner_person_id=person, resume="Vigtigt")
    removed = desk.do(remove_item, item_id=copy_id, version=version)
    desk.do(remove_person, person_id=person, version=1)
    desk.do(revive_meeting, meeting_id=meeting_id, version=2)
    desk.do(remove_item, item_id=item_id, version=version_of(database, AgendaItem, item_id))
    again = desk.ask(agenda_item, item_id=desk.do(restore_item, removed=removed), language="da")
    assert (again.resume, again.owner, again.carried_from, len(again.papers)) == ("Vigtigt", "", None, 1)


def test_a_paper_is_not_pinned_to_a_file_that_its_item_holds_already(desk, database, item_id):
    [paper] = desk.ask(agenda_item, item_id=item_id, language="da").papers
    before = desk.do(replace_paper, paper_id=paper.id, version=1, file=text_file("ny"))
    desk.do(attach_paper, item_id=item_id, file=Incoming("en.txt", b"en", "text", "text/plain", safe=b"en"))
    with pytest.raises(Invalid, match="already"):
        desk.do(pin_paper, paper_id=paper.id, version=2, document_id=before)


def test_a_removed_seat_comes_back_as_it_was(desk, database, chain, keep):
    with database.read() as session:
        group = session.get(Group, chain.north)
        places = [seat.position for seat in group.seats]
    with database.write() as session:
        seat = session.get(Seat, chain.empty_seat)
        seat.valid_from, seat.valid_to, seat.source, seat.note = (
            dt.date(2020, 1, 1),
            dt.date(2030, 1, 1),
            "S3",
            "Se S5.",
        )
        seat.position = places[0]
    before = picture(database)
    done = desk.do(remove_seat, seat_id=chain.empty_seat, version=version_of(database, Seat, chain.empty_seat))
    undo(desk, done)
    assert picture(database) == before


def test_a_seat_that_stands_again_for_a_while_holds_all_who_sat_in_it(desk, database, chain):
    ended = desk.do(end_seat, seat_id=chain.empty_seat, version=1, last_day=dt.date(2021, 1, 1))
    longer = desk.do(end_seat, seat_id=ended.id, version=2, last_day=dt.date(2025, 1, 1))
    desk.do(
        take_seat,
        seat_id=chain.empty_seat,
        person_id=chain.officer,
        valid_from=dt.date(2022, 1, 1),
        valid_to=dt.date(2023, 1, 1),
    )
    with pytest.raises(Invalid, match="seat"):
        undo(desk, longer)
    with pytest.raises(Invalid, match="seat"):
        desk.do(reopen_seat, seat_id=chain.empty_seat, version=3, valid_to=dt.date(2022, 6, 1))


def test_somebody_new_of_whom_more_is_known_by_now_stays_in_the_directory(desk, database, chain):
    done = desk.do(take_seat, seat_id=chain.empty_seat, new_person="Ny Person", valid_from=dt.date(2026, 1, 1))
    with database.read() as session:
        person_id = session.get(Membership, done.id).person_id
    fields = {"name": "Ny Person", "title": "Rådgiver", "phone": "", "language": "da", "organisation_id": None}
    desk.do(change_person, person_id=person_id, version=1, email="ny@kommune.example", **fields)
    undo(desk, done)
    with database.read() as session:
        assert session.get(Person, person_id).email == "ny@kommune.example"
        assert session.get(Membership, done.id) is None


def test_a_period_taken_away_comes_back_with_its_note(desk, database, chain):
    with database.write() as session:
        held = session.scalars(select(Membership).where(Membership.seat_id == chain.police_seat)).one()
        held.note, held.source, held_id = "Efter listen i S5.", "S5", held.id
    before = picture(database)
    done = desk.do(withdraw_membership, membership_id=held_id, version=version_of(database, Membership, held_id))
    undo(desk, done)
    assert picture(database) == before


def test_a_person_who_had_left_comes_back_as_somebody_who_had_left(desk, database, keep):
    person = keep(a_person("Bo Prøve", organisation=an_organisation()))
    desk.do(deactivate_person, person_id=person, version=1, last_day=dt.date(2026, 1, 1))
    before = picture(database)
    undo(desk, desk.do(remove_person, person_id=person, version=2))
    assert picture(database) == before


@pytest.mark.parametrize("what", ["name", "mandate", "area", "relation", "organisation name"])
def test_what_is_dated_comes_back_with_its_note_and_source(desk, database, chain, what):
    from referral_desk.models import Area, GroupArea, GroupName, Mandate  # noqa: PLC0415

    day = dt.date(2024, 1, 1)
    with database.write() as session:
        area = Area(code="rh", kind=AreaKind.REGION, name_da="Region Hovedstaden")
        session.add(area)
        session.flush()
        area_id = area.id
    kind, made, take_away = {
        "name": lambda: (
            GroupName,
            desk.do(rename_group, group_id=chain.north, version=1, valid_from=day, name_da="Nord", source="S5"),
            lambda row: desk.do(withdraw_group_name, name_id=row, version=2),
        ),
        "mandate": lambda: (
            Mandate,
            desk.do(set_mandate, group_id=chain.north, version=1, valid_from=day, text_da="Nyt", source="S5"),
            lambda row: desk.do(withdraw_mandate, mandate_id=row, version=2),
        ),
        "area": lambda: (
            GroupArea,
            desk.do(add_group_area, group_id=chain.north, area_id=area_id, valid_from=day, source="S5"),
            lambda row: desk.do(remove_group_area, group_area_id=row, version=2),
        ),
        "relation": lambda: (
            OrganisationRelation,
            desk.do(
                relate_organisations,
                organisation_id=chain.police,
                other_id=chain.union,
                kind=RelationKind.NOTIFIES,
                valid_from=day,
                source="S5",
            ),
            lambda row: desk.do(remove_relation, relation_id=row, version=2),
        ),
        "organisation name": lambda: (OrganisationName, rename(database, chain.union, day), None),
    }[what]()
    row_id = made if isinstance(made, int) else made.id
    with database.write() as session:
        session.get(kind, row_id).note = "Se S3."
    before = picture(database)
    if take_away is None:
        version = version_of(database, OrganisationName, row_id)
        undo(desk, desk.do(withdraw_organisation_name, name_id=row_id, version=version))
    else:
        undo(desk, take_away(row_id))
    assert picture(database) == before


def rename(database, organisation_id, day):
    with database.write() as session:
        made = session.get(Organisation, organisation_id).rename("3F Nord", "3F North", day)
        session.flush()
        return made.id


def test_a_group_that_reports_elsewhere_takes_its_empty_seat_along(desk, database, keep):
    one, two = a_group("Den ene", tier=Tier.NATIONAL), a_group("Den anden", tier=Tier.NATIONAL)
    region = a_group("Region", parent=one)
    a_seat(one, kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=region)
    keep(one)
    other = keep(two)
    region_id = keep(region)
    before = picture(database)
    moved = desk.do(report_to_group, group_id=region_id, version=1, parent_id=other)
    with database.read() as session:
        assert session.scalars(select(Seat.group_id)).one() == other
    undo(desk, moved)
    assert picture(database) == before
    desk.do(report_to_group, group_id=region_id, version=3, parent_id=None)
    desk.do(remove_group, group_id=region_id, version=4)
    with database.read() as session:
        assert session.scalars(select(Seat)).all() == []


def test_a_group_does_not_end_before_those_below_it_whichever_way_it_is_tried(desk, chain):
    with pytest.raises(Invalid, match="report to this one"):
        desk.do(end_group, group_id=chain.national, version=1, last_day=dt.date(2026, 1, 1))
    with pytest.raises(Invalid, match="report to this one"):
        desk.do(set_group_period, group_id=chain.national, version=1, valid_from=None, valid_to=dt.date(2026, 1, 1))


def test_a_meeting_is_not_moved_to_a_day_on_which_its_group_does_not_stand(desk, database, keep):
    meeting_id = keep(a_meeting(a_group(valid_to=dt.date(2026, 12, 31)), day=dt.date(2026, 12, 3)))
    with pytest.raises(Invalid, match="does not stand"):
        desk.do(move_meeting, meeting_id=meeting_id, version=1, day=dt.date(2027, 1, 5), reason="Sne")
    with database.read() as session:
        assert session.get(Meeting, meeting_id).day == dt.date(2026, 12, 3)


def test_an_organisation_that_was_removed_can_come_back(desk, database, keep):
    key = keep(an_organisation("Et sted"))
    before = picture(database)
    undo(desk, desk.do(remove_organisation, organisation_id=key, version=1))
    assert picture(database) == before


@pytest.mark.parametrize("restore", [restore_person, restore_organisation, restore_seat, restore_group])
def test_what_was_removed_can_come_and_go_as_often_as_one_likes(desk, database, chain, keep, restore):
    person, organisation = keep(a_person()), keep(an_organisation("Et sted"))
    with database.write() as session:
        seat = a_seat(session.get(Group, chain.south))
        session.flush()
        seat_id = seat.id
    new_group = desk.do(add_group, tier=Tier.REGIONAL, name_da="Ny region", parent_id=chain.national)
    before = picture(database)
    gone = {
        restore_person: lambda: desk.do(remove_person, person_id=person, version=1),
        restore_organisation: lambda: desk.do(remove_organisation, organisation_id=organisation, version=1),
        restore_seat: lambda: desk.do(remove_seat, seat_id=seat_id, version=1),
        restore_group: lambda: undo(desk, new_group),
    }[restore]()
    without = picture(database)
    assert without != before
    assert gone.undo.operation is restore
    back = undo(desk, gone)
    assert picture(database) == before
    with pytest.raises(Stale, match="Nothing was changed"):
        undo(desk, gone)
    undo(desk, back)
    assert picture(database) == without


def test_items_keep_their_numbers_when_a_removed_one_comes_back_to_a_shorter_agenda(desk, database, keep):
    meeting = a_meeting(a_group())
    items = [an_item(meeting, f"Punkt {n}") for n in range(4)]
    meeting_id = keep(meeting)
    last = desk.do(remove_item, item_id=items[3].id, version=1)
    first = desk.do(remove_item, item_id=items[0].id, version=1)
    desk.do(remove_item, item_id=items[1].id, version=2)
    desk.do(restore_item, removed=last)
    desk.do(restore_item, removed=first)
    rows = desk.ask(agenda, meeting_id=meeting_id, language="da").items
    assert [(row.position, row.title) for row in rows] == [(0, "Punkt 0"), (1, "Punkt 2"), (2, "Punkt 3")]
