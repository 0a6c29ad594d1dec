"""Operations on groups, and the chain as it was on a day."""

import datetime as dt

import pytest

from referral_desk.desk import Desk
from referral_desk.errors import Invalid, NotAllowed, Stale
from referral_desk.models import Area, Group, GroupName, Mandate, Seat
from referral_desk.models.groups import REGIONAL_SECTORS
from referral_desk.operations.group_history import (
    add_group_area,
    correct_group_name,
    correct_mandate,
    end_group_area,
    remove_group_area,
    rename_group,
    set_mandate,
    withdraw_group_name,
    withdraw_mandate,
)
from referral_desk.operations.groups import (
    add_group,
    change_group,
    end_group,
    remove_group,
    report_to_group,
    set_group_period,
)
from referral_desk.operations.memberships import end_membership, take_seat
from referral_desk.operations.seats import end_seat
from referral_desk.queries.group import EventKind, area_choices, group
from referral_desk.queries.groups import groups, kind_word
from referral_desk.users import User
from referral_desk.vocabulary import AreaKind, SeatKind, Sector, Tier, Trouble
from tests.builders import NOON, TODAY
from tests.chain import SINCE, lay_chain, picture, undo, version_of


@pytest.fixture
def chain(database):
    return lay_chain(database)


@pytest.fixture
def see(desk):
    def look(group_id, day=TODAY, language="da"):
        return desk.ask(group, group_id, day=day, language=language)

    return look


def row_of(desk, group_id, day=TODAY, language="da"):
    found = desk.ask(groups, day=day, language=language)
    return next(row for row in found.groups if row.id == group_id)


def test_a_new_name_holds_from_its_day_and_papers_of_earlier_days_keep_the_old_one(desk, database, chain, see):
    before = picture(database)
    view = see(chain.north)
    done = desk.do(
        rename_group,
        group_id=chain.north,
        version=view.version,
        valid_from=dt.date(2026, 7, 1),
        name_da="Referencegruppen i Nordjylland",
        name_en="Reference group of North Jutland",
    )
    assert see(chain.north, dt.date(2026, 6, 30)).name == "Regional referencegruppe 1"
    assert see(chain.north, dt.date(2026, 7, 1)).name == "Referencegruppen i Nordjylland"
    assert see(chain.north, language="en").name == "Reference group of North Jutland"
    assert see(chain.north).events[0].kind is EventKind.RENAMED
    undo(desk, done)
    assert picture(database) == before


def test_a_name_taken_away_can_be_brought_back(desk, database, chain, see):
    version = see(chain.north).version
    made = desk.do(rename_group, group_id=chain.north, version=version, valid_from=TODAY, name_da="Nord", short_da="N")
    renamed = picture(database)
    done = desk.do(withdraw_group_name, name_id=made.id, version=version_of(database, GroupName, made.id))
    assert see(chain.north).name == "Regional referencegruppe 1"
    undo(desk, done)
    assert picture(database) == renamed


def test_the_only_name_and_a_nameless_group_are_refused(desk, database, chain, see):
    name = see(chain.north).names[0]
    with pytest.raises(Invalid, match="needs a name"):
        desk.do(withdraw_group_name, name_id=name.id, version=name.version)
    with pytest.raises(Invalid, match="in Danish"):
        desk.do(rename_group, group_id=chain.north, version=1, valid_from=TODAY, name_da=" ", name_en="North")


def test_a_slip_in_a_name_is_mended_on_all_its_days(desk, database, chain, see):
    before = picture(database)
    name = see(chain.north).names[0]
    words = {"name_da": "Gruppe 1", "name_en": "Group 1", "short_da": "G1", "short_en": "G1"}
    done = desk.do(correct_group_name, name_id=name.id, version=name.version, **words)
    assert see(chain.north, SINCE).name == "Gruppe 1"
    assert see(chain.north, SINCE).short == "G1"
    undo(desk, done)
    assert picture(database) == before


def test_a_page_that_shows_an_older_version_cannot_rename(desk, chain, see):
    version = see(chain.north).version
    desk.do(
        change_group, group_id=chain.north, version=version, place="Nord", meetings_per_year=4, is_placeholder=False
    )
    with pytest.raises(Stale):
        desk.do(rename_group, group_id=chain.north, version=version, valid_from=TODAY, name_da="Nord")


def test_a_mandate_follows_from_its_day_and_can_be_taken_back(desk, database, chain, see):
    before = picture(database)
    done = desk.do(
        set_mandate, group_id=chain.north, version=see(chain.north).version, valid_from=TODAY, text_da="Nyt."
    )
    assert see(chain.north).mandate.text == "Nyt."
    assert see(chain.north, TODAY - dt.timedelta(days=1), "en").mandate.text == "Ties in the local actors."
    mended = desk.do(
        correct_mandate, mandate_id=done.id, version=version_of(database, Mandate, done.id), text_da="Ny.", text_en=""
    )
    assert see(chain.north).mandate.text == "Ny."
    undo(desk, mended)
    gone = desk.do(withdraw_mandate, mandate_id=done.id, version=version_of(database, Mandate, done.id))
    assert picture(database) == before
    undo(desk, gone)
    assert see(chain.north).mandate.text == "Nyt."


def test_what_looks_like_a_cpr_number_does_not_enter_a_mandate(desk, chain, see):
    with pytest.raises(Invalid, match="CPR"):
        desk.do(
            set_mandate,
            group_id=chain.south,
            version=see(chain.south).version,
            valid_from=None,
            text_da="Se 010190-1234.",
        )


def test_a_new_regional_group_gets_its_seat_in_the_national_one_and_can_be_removed_unused(desk, database, chain, see):
    before = picture(database)
    done = desk.do(add_group, tier=Tier.REGIONAL, name_da="Ærø", parent_id=chain.national, valid_from=TODAY)
    view = see(done.id)
    assert (view.code, view.name, view.trouble) == ("aeroe", "Ærø", Trouble.VACANT)
    assert [voice.trouble for voice in see(chain.national).voices] == [None, Trouble.NO_SEAT, Trouble.VACANT]
    undo(desk, done)
    assert picture(database) == before


def test_a_forum_of_another_kind_can_be_set_up_and_two_of_one_name_get_codes_of_their_own(desk, see):
    made = [desk.do(add_group, tier=Tier.OTHER, kind="network", name_da="Børnenetværk") for _ in range(3)]
    assert [see(done.id).code for done in made] == ["boernenetvaerk", "boernenetvaerk-2", "boernenetvaerk-3"]
    assert kind_word(see(made[0].id).kind, "en") == "Network"
    assert kind_word("something new", "en") == ""


def test_a_group_that_was_used_is_ended_not_removed(desk, database, chain, see):
    with pytest.raises(Invalid, match="end it instead"):
        desk.do(remove_group, group_id=chain.north, version=see(chain.north).version)
    before = picture(database)
    done = desk.do(end_group, group_id=chain.north, version=see(chain.north).version, last_day=dt.date(2026, 12, 31))
    assert see(chain.north, dt.date(2026, 12, 31)).is_standing
    assert not see(chain.north, dt.date(2027, 1, 1)).is_standing
    undo(desk, done)
    assert picture(database) == before
    desk.do(remove_group, group_id=chain.south, version=see(chain.south).version)
    assert see(chain.south) is None


def test_a_group_with_others_below_it_does_not_end_before_them(desk, chain, see):
    with pytest.raises(Invalid, match="Other groups report"):
        desk.do(end_group, group_id=chain.national, version=see(chain.national).version, last_day=TODAY)
    with pytest.raises(Invalid, match="last day lies before"):
        desk.do(
            set_group_period,
            group_id=chain.south,
            version=see(chain.south).version,
            valid_from=TODAY,
            valid_to=SINCE,
        )


def test_a_group_reports_one_step_up_and_the_change_can_be_taken_back(desk, database, chain, see):
    before = picture(database)
    south = see(chain.south)
    with pytest.raises(Invalid, match="one step up"):
        desk.do(report_to_group, group_id=chain.south, version=south.version, parent_id=chain.imwg)
    done = desk.do(report_to_group, group_id=chain.south, version=south.version, parent_id=None)
    assert see(chain.south).parent == ""
    undo(desk, done)
    assert picture(database) == before
    with pytest.raises(Invalid, match="that tie stays"):
        desk.do(report_to_group, group_id=chain.north, version=see(chain.north).version, parent_id=None)


def test_the_rhythm_is_a_number_or_none(desk, database, chain, see):
    before = picture(database)
    wanted = {"group_id": chain.north, "place": "Nordjylland", "is_placeholder": True}
    with pytest.raises(Invalid, match="between 1 and 52"):
        desk.do(change_group, version=see(chain.north).version, meetings_per_year=0, **wanted)
    done = desk.do(change_group, version=see(chain.north).version, meetings_per_year=None, **wanted)
    assert (see(chain.north).meetings_per_year, see(chain.north).is_placeholder) == (None, True)
    undo(desk, done)
    assert picture(database) == before


def test_areas_are_dated_and_not_doubled(desk, database, chain, see):
    with database.write() as session:
        area = Area(code="pd-1460", kind=AreaKind.POLICE_DISTRICT, name_da="Nordjyllands Politi", name_en="North")
        session.add(area)
        session.flush()
        area_id = area.id
    assert [row.name for row in desk.ask(area_choices, day=TODAY, language="en")] == ["North"]
    before = picture(database)
    done = desk.do(add_group_area, group_id=chain.north, area_id=area_id)
    assert row_of(desk, chain.north).place == "Nordjyllands Politi"
    with pytest.raises(Invalid, match="already"):
        desk.do(add_group_area, group_id=chain.north, area_id=area_id, valid_from=TODAY)
    with_area = picture(database)
    [area_row] = see(chain.north).areas
    ended = desk.do(end_group_area, group_area_id=area_row.id, version=area_row.version, last_day=SINCE)
    assert [row.holds for row in see(chain.north).areas] == [False]
    undo(desk, ended)
    assert picture(database) == with_area
    [area_row] = see(chain.north).areas
    gone = desk.do(remove_group_area, group_area_id=area_row.id, version=area_row.version)
    assert picture(database) == before
    undo(desk, gone)
    assert picture(database) == with_area
    [area_row] = see(chain.north).areas
    assert done.undo.operation is remove_group_area
    assert area_row.name == "Nordjyllands Politi"


def test_the_chain_says_who_leads_what_is_vacant_missing_and_unrepresented(desk, chain):
    north = row_of(desk, chain.north)
    assert (north.chair, north.secretary, north.representative) == ("Gry Formandsen", "", "Gry Formandsen")
    assert (north.seats, north.filled, north.vacant) == (3, 2, 1)
    assert north.uncovered == (Sector.MUNICIPALITY, Sector.NGO, Sector.SOCIAL_WORK)
    assert north.trouble is None
    assert (north.last_meeting, north.next_meeting) == (None, dt.date(2026, 12, 3))
    assert row_of(desk, chain.north, dt.date(2026, 12, 4)).last_meeting == dt.date(2026, 12, 3)
    south = row_of(desk, chain.south)
    assert (south.trouble, south.place, south.is_sound) == (Trouble.NO_SEAT, "Syd", False)
    assert row_of(desk, chain.national).represented == 1


def test_the_chain_warns_where_there_are_not_six_regional_groups_and_says_nothing_of_an_empty_desk(desk, database):
    assert desk.ask(groups, day=TODAY, language="da").odd == ()
    lay_chain(database)
    found = desk.ask(groups, day=TODAY, language="da")
    assert [(row.tier, row.count, row.expected) for row in found.odd] == [(Tier.REGIONAL, 2, 6)]
    assert [row.tier for row in found.groups] == [
        Tier.INTERMINISTERIAL,
        Tier.NATIONAL,
        Tier.REGIONAL,
        Tier.REGIONAL,
    ]


def test_a_group_that_has_ended_stands_apart(desk, chain, see):
    desk.do(end_group, group_id=chain.south, version=see(chain.south).version, last_day=SINCE)
    found = desk.ask(groups, day=TODAY, language="da")
    assert [row.id for row in found.not_standing] == [chain.south]
    assert [row.id for row in found.of(Tier.REGIONAL)] == [chain.north]


def test_the_coverage_matrix_names_who_covers_and_what_was_covered_before(desk, database, chain, see):
    [held] = [seat.holder for seat in see(chain.north).seats if seat.id == chain.police_seat]
    desk.do(end_membership, membership_id=held.id, version=held.version, last_day=dt.date(2026, 5, 1))
    view = see(chain.north)
    assert [row.sector for row in view.coverage.rows] == list(REGIONAL_SECTORS)
    assert [(str(quarter.year), quarter.number) for quarter in view.coverage.quarters] == [
        ("2026", 1),
        ("2026", 2),
        ("2026", 3),
    ]
    by_sector = {row.sector: row for row in view.coverage.rows}
    assert by_sector[Sector.TRADE_UNION].covers[0].who == "Gry Formandsen"
    assert by_sector[Sector.TRADE_UNION].past == (True, True, True)
    police = by_sector[Sector.POLICE]
    assert (police.is_covered, police.vacant, police.past) == (False, 1, (True, False, False))
    assert Sector.POLICE in view.coverage.missing
    assert see(chain.national).coverage.rows == ()


def test_history_tells_who_came_and_went_newest_first(desk, chain, see):
    held = next(seat.holder for seat in see(chain.north).seats if seat.id == chain.police_seat)
    desk.do(end_membership, membership_id=held.id, version=held.version, last_day=dt.date(2026, 5, 1))
    events = see(chain.north).events
    assert (events[0].kind, events[0].who, events[0].day) == (EventKind.LEFT, "Bo Betjent", dt.date(2026, 5, 1))
    assert {event.kind for event in events[1:]} == {EventKind.JOINED}
    assert events[0].organisation == "Nordjyllands Politi"


def test_terms_that_end_soon_are_told_unless_somebody_follows_at_once(desk, database, chain, see):
    held = next(seat.holder for seat in see(chain.north).seats if seat.id == chain.police_seat)
    last = TODAY + dt.timedelta(days=30)
    desk.do(end_membership, membership_id=held.id, version=held.version, last_day=last)
    assert [(seat.id, seat.ends_in) for seat in see(chain.north).ending()] == [(chain.police_seat, 30)]
    assert see(chain.north).ending(days=20) == ()
    desk.do(take_seat, seat_id=chain.police_seat, person_id=chain.chair, valid_from=last + dt.timedelta(days=1))
    assert see(chain.north).ending() == ()
    assert see(chain.north).seats[1].next_holder.person == "Gry Formandsen"


def test_an_ended_seat_is_history_and_no_vacancy(desk, database, chain, see):
    desk.do(end_seat, seat_id=chain.empty_seat, version=version_of(database, Seat, chain.empty_seat), last_day=SINCE)
    view = see(chain.north)
    assert view.vacant == ()
    assert [seat.id for seat in view.ended] == [chain.empty_seat]
    assert [seat.kind for seat in view.standing] == [SeatKind.CHAIR, SeatKind.MEMBER]
    assert row_of(desk, chain.north).vacant == 0


def test_only_members_of_the_group_are_offered_as_its_representative(see, chain):
    assert [row.name for row in see(chain.north).members] == ["Gry Formandsen", "Bo Betjent"]
    assert see(chain.national).voices[0].holder.person == "Gry Formandsen"


def test_a_secretary_does_not_set_up_or_end_groups(database, chain):
    secretary = Desk(database, User("Sekretær", frozenset({"secretary"})), now=lambda: NOON)
    with pytest.raises(NotAllowed):
        secretary.do(add_group, tier=Tier.OTHER, name_da="Netværk")
    assert not secretary.may(rename_group)
    assert secretary.may(take_seat)


def test_a_group_that_is_gone_is_told_as_gone(desk, see):
    assert see(999) is None
    with pytest.raises(Stale):
        desk.do(remove_group, group_id=999, version=1)


def test_each_change_of_a_group_is_news_for_pages_that_show_groups(desk, chain, see):
    heard = []
    desk.listen(heard.append)
    desk.do(set_group_period, group_id=chain.south, version=see(chain.south).version, valid_from=SINCE, valid_to=None)
    assert [change.areas for change in heard] == [frozenset({"groups"})]
    assert isinstance(see(chain.south).valid_from, dt.date)
    assert Group.__tablename__ == "groups"
