"""Odd texts, days and numbers: kept exactly on both engines, or refused in one clear sentence."""

import datetime as dt

import pytest
from sqlalchemy import select

from referral_desk.desk import operation
from referral_desk.errors import Invalid, Stale
from referral_desk.models import Group, LogEntry, Organisation, Person, Setting
from referral_desk.models.log import broken_links
from referral_desk.operations.agenda import add_item, edit_item
from referral_desk.operations.groups import add_group
from referral_desk.operations.meetings import cancel_meeting, move_meeting, plan_meeting
from referral_desk.operations.memberships import take_seat
from referral_desk.operations.organisations import add_organisation, rename_organisation
from referral_desk.operations.people import add_person
from referral_desk.queries.agenda import agenda, agenda_item
from referral_desk.vocabulary import Sector, Tier
from tests.builders import a_group, a_meeting, a_person, an_organisation
from tests.chain import lay_chain

DAY = dt.date(2026, 12, 3)
ODD = {
    "emoji": "Tolkning \U0001f469\u200d\U0001f469\u200d\U0001f467 og \U0001f1e9\U0001f1f0",
    "combining": "A\u030arhus og \u00c5rhus, e\u0301 og \u00e9",
    "right to left": "\u202eomvendt\u202c \u05e9\u05dc\u05d5\u05dd",
    "quotes": '\'; drop table people; -- "{name}" %s \\',
    "controls": "bip\x07 og fane\t og side\x0c",
    "separators": "linje\u2028afsnit\u2029slut\x85",
    "space around": "  foran og bagved \n\n",
    "a megabyte": "æøå " * 250_000,
}


@pytest.fixture
def meeting_id(database):
    meeting = a_meeting(a_group(), day=DAY)
    with database.write() as session:
        session.add(meeting)
        session.flush()
        return meeting.id


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_any_text_that_can_be_kept_is_kept_exactly_and_the_log_stays_whole(desk, database, meeting_id, text):
    item_id = desk.do(add_item, meeting_id=meeting_id, title="Punkt", presentation=text)
    assert desk.ask(agenda_item, item_id=item_id, language="da").presentation == text
    with database.read() as session:
        assert broken_links(session.scalars(select(LogEntry).order_by(LogEntry.id))) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_end_in_one_way_whatever_was_pasted(desk, meeting_id, newline):
    item_id = desk.do(add_item, meeting_id=meeting_id, title="Punkt", resume=f"en{newline}to")
    assert desk.ask(agenda_item, item_id=item_id, language="da").resume == "en\nto"


@pytest.mark.parametrize("sign", ["\0", "\ud83d"], ids=["nul", "half an emoji"])
def test_a_sign_that_no_store_keeps_is_refused_in_a_sentence_and_nothing_is_kept(desk, database, meeting_id, sign):
    text = f"før{sign}efter"
    with database.write() as session:
        session.add(a_group("Uden kode", code="g"))
    tries = [
        (add_person, {"name": text}),
        (add_organisation, {"name_da": text, "sector": Sector.NGO}),
        (add_group, {"tier": Tier.OTHER, "name_da": text}),
        (add_item, {"meeting_id": meeting_id, "title": text}),
        (cancel_meeting, {"meeting_id": meeting_id, "version": 1, "reason": text}),
    ]
    for function, arguments in tries:
        with pytest.raises(Invalid, match="sign that cannot be kept") as refused:
            desk.do(function, **arguments)
        assert "in place 4" in str(refused.value)
    with database.read() as session:
        assert session.scalars(select(LogEntry)).all() == []


def test_a_text_keeps_its_words_where_an_invisible_sign_is_left_out(desk, meeting_id):
    item_id = desk.do(add_item, meeting_id=meeting_id, title="Punkt", resume="før\0efter")
    assert desk.ask(agenda_item, item_id=item_id, language="da").resume == "førefter"


@pytest.mark.parametrize("title", ["", "   ", "\n\t", "\u200b", "\u2060\ufeff", "\u00a0\u200e"])
def test_a_title_that_shows_nothing_is_no_title(desk, meeting_id, title):
    with pytest.raises(Invalid, match="title"):
        desk.do(add_item, meeting_id=meeting_id, title=title)
    with pytest.raises(Invalid, match="name"):
        desk.do(add_person, name=title)
    with pytest.raises(Invalid, match="name"):
        desk.do(add_group, tier=Tier.OTHER, name_da=title)
    with pytest.raises(Invalid, match="name"):
        desk.do(add_organisation, name_da=title, sector=Sector.NGO)


@pytest.mark.parametrize("minutes", [-1, 24 * 60 + 1, 10**30, -(10**30)])
def test_minutes_that_no_item_takes_are_refused(desk, meeting_id, minutes):
    with pytest.raises(Invalid, match="between 0 and 1440"):
        desk.do(add_item, meeting_id=meeting_id, title="Punkt", minutes=minutes)


@pytest.mark.parametrize("position", [-(10**30), -1, 0, 10**30])
def test_any_position_is_brought_within_the_agenda(desk, meeting_id, position):
    desk.do(add_item, meeting_id=meeting_id, title="Et")
    desk.do(add_item, meeting_id=meeting_id, title="To", position=position)
    assert [item.position for item in desk.ask(agenda, meeting_id=meeting_id, language="da").items] == [0, 1]


def test_an_id_that_no_row_can_have_is_told_as_gone(desk):
    with pytest.raises(Stale, match="no longer"):
        desk.do(edit_item, item_id=10**30, version=1, title="x")


@pytest.mark.parametrize("day", [dt.date.min, dt.date(1789, 7, 14), dt.date(2300, 1, 1), dt.date.max])
def test_a_year_that_nobody_can_mean_is_refused(desk, database, day):
    chain = lay_chain(database)
    tries = [
        (plan_meeting, {"group_id": chain.north, "starts": dt.time(9), "ends": dt.time(10), "day": day}),
        (take_seat, {"seat_id": chain.chair_seat, "person_id": chain.officer, "valid_from": day, "follows": True}),
        (rename_organisation, {"organisation_id": chain.union, "version": 1, "name_da": "3F", "valid_from": day}),
        (add_group, {"tier": Tier.OTHER, "name_da": "Gruppe", "valid_from": day}),
    ]
    for function, arguments in tries:
        with pytest.raises(Invalid, match=f"year {day.year} "):
            desk.do(function, **arguments)


def test_a_name_of_the_century_before_last_is_kept(desk, database):
    with database.write() as session:
        made = an_organisation("Røde Kors")
        made.names[0].valid_from = dt.date(1876, 4, 27)
        session.add(made)
        session.flush()
        key = made.id
    desk.do(
        rename_organisation, organisation_id=key, version=1, name_da="Dansk Røde Kors", valid_from=dt.date(1917, 1, 1)
    )
    with database.read() as session:
        found = session.get(Organisation, key)
        assert found.name_on(dt.date(1899, 12, 31), "da") == "Røde Kors"
        assert found.name_on(dt.date(1917, 1, 1), "da") == "Dansk Røde Kors"


def test_a_very_long_name_of_a_group_has_a_short_code(desk, database):
    done = desk.do(add_group, tier=Tier.OTHER, name_da="Netværk " * 20_000)
    with database.read() as session:
        assert len(session.get(Group, done.id).code) <= 60


def test_a_reason_that_goes_out_with_a_meeting_holds_no_cpr_number(desk, meeting_id):
    with pytest.raises(Invalid, match="CPR"):
        desk.do(cancel_meeting, meeting_id=meeting_id, version=1, reason="Sag 010190-1234")
    with pytest.raises(Invalid, match="CPR"):
        desk.do(move_meeting, meeting_id=meeting_id, version=1, day=DAY, reason="Sag 010190-1234")


@operation("administrator")
def add_setting(work, *, key):
    work.session.add(Setting(key=key, value="1"))
    work.touched("settings")


@operation("administrator")
def remove_test_organisation(work, *, organisation_id):
    work.session.delete(work.get(Organisation, organisation_id))
    work.touched("organisations")


def test_what_may_stand_only_once_is_refused_in_a_sentence_the_second_time(desk):
    desk.do(add_setting, key="once")
    with pytest.raises(Stale, match="Nothing was changed"):
        desk.do(add_setting, key="once")


def test_a_row_that_others_point_to_stays_and_the_refusal_is_a_sentence(desk, database):
    person = a_person(organisation=an_organisation())
    with database.write() as session:
        session.add(person)
        session.flush()
        key = person.organisation_id
    with pytest.raises(Stale, match="Nothing was changed"):
        desk.do(remove_test_organisation, organisation_id=key)
    with database.read() as session:
        assert session.scalars(select(Person.organisation_id)).all() == [key]
