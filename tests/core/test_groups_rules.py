"""Rules of groups and their seats that hold for any choice of dates and holders (V1, V2, V4, V7 and the tree)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_desk.errors import Invalid
from referral_desk.models import Group, GroupName, Mandate, Organisation, OrganisationRelation, Seat
from referral_desk.models.base import split, unite
from referral_desk.models.groups import ABOVE, REGIONAL_SECTORS, wrong_numbers
from referral_desk.models.organisations import check_relation
from referral_desk.models.seats import representative_seat, representative_trouble
from referral_desk.vocabulary import RelationKind, SeatKind, Sector, Tier, Trouble
from tests.builders import a_group, a_person, a_seat, an_organisation

DAYS = st.dates(dt.date(2016, 1, 1), dt.date(2016, 2, 29))
OPEN_DAYS = st.none() | DAYS
PERIODS = st.tuples(OPEN_DAYS, OPEN_DAYS)
ONE_DAY = dt.timedelta(days=1)
ALL_DAYS = [dt.date(2015, 12, 25) + n * ONE_DAY for n in range(80)]


def is_backwards(period):
    first, last = period
    return first is not None and last is not None and last < first


def lies_in(day, period):
    first, last = period
    return (first is None or first <= day) and (last is None or day <= last)


def tree():
    imwg = a_group("IMWG", tier=Tier.INTERMINISTERIAL)
    national = a_group("National", tier=Tier.NATIONAL, parent=imwg)
    regional = a_group("Nord", parent=national)
    return imwg, national, regional


# V1


@given(st.lists(st.tuples(st.sampled_from([Tier.REGIONAL, Tier.NATIONAL, Tier.OTHER]), PERIODS), max_size=12), DAYS)
def test_the_number_of_groups_is_told_exactly_where_it_is_not_six_and_one(drawn, day):
    drawn = [(tier, period) for tier, period in drawn if not is_backwards(period)]
    groups = [Group(code=str(n), tier=tier, valid_from=p[0], valid_to=p[1]) for n, (tier, p) in enumerate(drawn)]
    counted = {
        tier: sum(kind is tier and lies_in(day, period) for kind, period in drawn)
        for tier in (Tier.REGIONAL, Tier.NATIONAL)
    }
    expected = {Tier.REGIONAL: 6, Tier.NATIONAL: 1}
    assert wrong_numbers(groups, day) == {t: n for t, n in counted.items() if n != expected[t]}


def test_six_regional_groups_and_one_national_are_right_and_the_number_can_be_policy():
    groups = [a_group(tier=Tier.REGIONAL) for _ in range(6)] + [a_group(tier=Tier.NATIONAL)]
    assert wrong_numbers(groups, dt.date(2026, 1, 1)) == {}
    assert wrong_numbers(groups, dt.date(2026, 1, 1), regional=5) == {Tier.REGIONAL: 6}


# The tree


@given(st.lists(st.sampled_from(list(Tier)), min_size=1, max_size=7), st.data())
def test_whatever_is_tried_the_tree_has_no_circle_and_goes_one_step_up(tiers, data):
    groups = [a_group(tier=tier) for tier in tiers]
    for _ in range(data.draw(st.integers(0, 20))):
        child, parent = data.draw(st.sampled_from(groups)), data.draw(st.none() | st.sampled_from(groups))
        before = child.parent
        try:
            child.report_to(parent)
        except Invalid:
            assert child.parent is before
    for group in groups:
        seen, above = [], group
        while above is not None:
            assert above not in seen
            seen.append(above)
            above = above.parent
        if group.parent is not None:
            assert ABOVE.get(group.tier, group.parent.tier) is group.parent.tier
            assert group.tier is not Tier.INTERMINISTERIAL


# V4


@given(
    st.lists(st.tuples(st.sampled_from(list(Sector)), st.sampled_from(list(SeatKind)), PERIODS), max_size=10),
    DAYS,
)
def test_a_sector_is_covered_where_somebody_holds_a_members_seat_for_it_on_the_day(drawn, day):
    group = a_group()
    covered = set()
    for sector, kind, period in drawn:
        if is_backwards(period) or kind is SeatKind.REGIONAL_REPRESENTATIVE:
            continue
        a_seat(group, kind=kind, sector=sector).take(a_person(), *period)
        if kind not in {SeatKind.OBSERVER, SeatKind.DEPUTY} and lies_in(day, period):
            covered.add(sector)
    assert group.uncovered_sectors(day) == [sector for sector in REGIONAL_SECTORS if sector not in covered]
    group.tier = Tier.OTHER
    assert group.uncovered_sectors(day) == []


def test_a_seat_that_has_ended_covers_nothing():
    group = a_group()
    seat = a_seat(group, sector=Sector.POLICE)
    seat.take(a_person(), dt.date(2020, 1, 1))
    seat.close(dt.date(2021, 6, 30))
    assert Sector.POLICE not in group.uncovered_sectors(dt.date(2021, 6, 30))
    assert Sector.POLICE in group.uncovered_sectors(dt.date(2021, 7, 1))


# V7


@given(st.lists(st.tuples(st.sampled_from(["take", "move", "close", "open", "room"]), PERIODS), max_size=12), st.data())
def test_whatever_is_tried_no_two_people_hold_a_seat_on_one_day(steps, data):
    seat = a_seat(a_group())
    for step, (first, last) in steps:
        try:
            if step == "take":
                seat.take(a_person(), first, last)
            elif step == "move" and seat.memberships:
                seat.set_period(data.draw(st.sampled_from(seat.memberships)), first, last)
            elif step == "close" and last is not None:
                seat.close(last)
            elif step == "open":
                seat.valid_to = None
            elif step == "room":
                seat.make_room(first)
        except Invalid:
            pass
    for day in ALL_DAYS:
        holders = [held for held in seat.memberships if held.valid_on(day)]
        assert len(holders) <= 1
        assert seat.valid_on(day) or not holders
        assert seat.held_on(day) is (holders[0] if holders else None)
    assert not any(is_backwards((held.valid_from, held.valid_to)) for held in seat.memberships)


@given(PERIODS, PERIODS)
def test_a_second_holder_is_refused_exactly_where_the_periods_share_a_day(one, other):
    if is_backwards(one) or is_backwards(other):
        return
    seat = a_seat(a_group())
    seat.take(a_person(), *one)
    far = [dt.date.min, *ALL_DAYS, dt.date.max]
    shares = any(lies_in(day, one) and lies_in(day, other) for day in far)
    if shares:
        with pytest.raises(Invalid, match="Somebody holds the seat"):
            seat.take(a_person(), *other)
    else:
        seat.take(a_person(), *other)


def test_nobody_sits_where_the_seat_does_not_stand():
    seat = a_seat(a_group(), valid_from=dt.date(2020, 1, 1))
    with pytest.raises(Invalid, match="does not stand"):
        seat.take(a_person(), dt.date(2019, 12, 31))
    seat.close(dt.date(2020, 12, 31))
    with pytest.raises(Invalid, match="does not stand"):
        seat.take(a_person(), dt.date(2020, 6, 1))
    seat.take(a_person(), dt.date(2020, 6, 1), dt.date(2020, 12, 31))


# V2


@given(st.lists(st.tuples(st.sampled_from([0, 1, 2]), st.booleans(), PERIODS), max_size=8), DAYS)
def test_a_regional_group_is_well_represented_exactly_where_one_current_member_holds_its_seat(steps, day):
    _, national, regional = tree()
    voice = a_seat(national, kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=regional)
    people = [a_person(str(n)) for n in range(3)]
    own = [a_seat(regional) for _ in people]
    for who, sits_above, period in steps:
        seat = voice if sits_above else own[who]
        try:
            seat.take(people[who], *period)
        except Invalid:
            continue
    speaking = [held for held in voice.memberships if lies_in(day, (held.valid_from, held.valid_to))]
    assert len(speaking) <= 1
    trouble = representative_trouble(regional, day)
    if not speaking:
        assert trouble is Trouble.VACANT
    else:
        person = speaking[0].person
        sits = any(
            held.person is person and lies_in(day, (held.valid_from, held.valid_to))
            for seat in own
            for held in seat.memberships
        )
        assert trouble is (None if sits else Trouble.NOT_A_MEMBER)
    assert representative_seat(regional) is voice


def test_a_regional_group_without_a_seat_above_is_a_red_flag_and_other_groups_need_none():
    imwg, national, regional = tree()
    day = dt.date(2026, 1, 1)
    assert representative_trouble(regional, day) is Trouble.NO_SEAT
    assert representative_trouble(national, day) is None
    assert representative_trouble(imwg, day) is None
    voice = a_seat(national, kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=regional)
    assert representative_trouble(regional, day) is Trouble.VACANT
    voice.close(dt.date(2025, 12, 31))
    assert representative_trouble(regional, day) is Trouble.NO_SEAT
    regional.stand(None, dt.date(2025, 12, 31))
    assert representative_trouble(regional, day) is None


def test_a_deputy_or_observer_cannot_speak_for_the_group():
    _, national, regional = tree()
    voice = a_seat(national, kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=regional)
    person = a_person()
    a_seat(regional, kind=SeatKind.OBSERVER).take(person, None)
    with pytest.raises(Invalid, match="must be a member"):
        voice.take(person, dt.date(2026, 1, 1))


def test_a_seat_must_fit_its_group():
    _, national, regional = tree()
    other = a_group("Andre", tier=Tier.OTHER)
    for seat, words in (
        (Seat(group=national, kind=SeatKind.REGIONAL_REPRESENTATIVE), "which regional group"),
        (Seat(group=other, kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=regional), "reports to"),
        (Seat(group=national, kind=SeatKind.MEMBER, represents=regional), "Only a regional representative"),
        (Seat(group=national, kind=SeatKind.MEMBER, deputy_for=a_seat(national)), "Only a deputy"),
        (Seat(group=national, kind=SeatKind.DEPUTY, deputy_for=a_seat(regional)), "same group"),
    ):
        with pytest.raises(Invalid, match=words):
            seat.check()
    Seat(group=national, kind=SeatKind.DEPUTY, deputy_for=a_seat(national)).check()


# Names and mandates, one after another


@given(st.lists(DAYS, min_size=1, max_size=6), DAYS)
def test_on_any_day_one_name_holds_whatever_renames_were_tried(days, asked):
    group = a_group("Først")
    kept = [(None, "Først")]
    for number, day in enumerate(days):
        try:
            group.rename(GroupName(name_da=f"Navn {number}", name_en="", short_da="", short_en="", valid_from=day))
        except Invalid:
            continue
        kept.append((day, f"Navn {number}"))
    expected = [name for first, name in kept if first is None or first <= asked][-1]
    assert group.name_on(asked, "da") == expected
    assert sum(row.valid_on(asked) for row in group.names) == 1


@given(st.lists(DAYS, min_size=1, max_size=6))
def test_taking_the_last_name_away_leaves_everything_as_it_was(days):
    group = Group(code="x", tier=Tier.OTHER)
    group.rename(GroupName(name_da="Først", name_en="", short_da="", short_en=""))
    for day in sorted(set(days)):
        before = [(row.name_da, row.valid_from, row.valid_to) for row in group.names]
        made = GroupName(name_da="Nyt", name_en="", short_da="", short_en="", valid_from=day)
        group.rename(made)
        group.withdraw_name(made)
        assert [(row.name_da, row.valid_from, row.valid_to) for row in group.names] == before
        group.rename(GroupName(name_da="Nyt", name_en="", short_da="", short_en="", valid_from=day))
    with pytest.raises(Invalid, match="begins on or after"):
        group.rename(GroupName(name_da="Nyt", name_en="", short_da="", short_en="", valid_from=min(days)))


@given(PERIODS, DAYS)
def test_splitting_a_period_and_uniting_it_gives_it_back(period, day):
    if is_backwards(period) or not lies_in(day, period) or period[0] == day:
        return
    row = Mandate(text_da="A", valid_from=period[0], valid_to=period[1])
    made = Mandate(text_da="B", valid_from=day)
    split([row], made, "no")
    assert (row.valid_to, made.valid_to) == (day - ONE_DAY, period[1])
    unite([row, made], made)
    assert (row.valid_from, row.valid_to) == period


def test_a_mandate_follows_another_and_a_gap_has_none():
    group = a_group()
    group.set_mandate(Mandate(text_da="Kvinder", text_en="", valid_from=dt.date(2002, 1, 1)))
    group.set_mandate(Mandate(text_da="Alle", text_en="", valid_from=dt.date(2007, 1, 1)))
    assert group.mandate_on(dt.date(2001, 12, 31)) is None
    assert group.mandate_on(dt.date(2006, 12, 31)).text_da == "Kvinder"
    assert group.mandate_on(dt.date(2007, 1, 1)).text_da == "Alle"
    with pytest.raises(Invalid, match="what the group is for"):
        group.set_mandate(Mandate(text_da=" ", text_en="", valid_from=dt.date(2010, 1, 1)))
    with pytest.raises(Invalid, match="from which day"):
        group.set_mandate(Mandate(text_da="Mere", text_en=""))


def test_the_short_name_stands_in_for_the_long_one_only_where_there_is_one():
    group = a_group("Regional referencegruppe 1")
    day = dt.date(2026, 1, 1)
    assert group.short_on(day, "da") == "Regional referencegruppe 1"
    group.names[0].short_da = "RG1"
    assert group.short_on(day, "da") == "RG1"
    assert Group(code="uden-navn", tier=Tier.OTHER).short_on(day, "en") == "uden-navn"


# Organisations


def test_a_paper_of_2017_says_skat_and_one_of_2019_skattestyrelsen():
    tax = Organisation(sector=Sector.TAX)
    tax.rename("SKAT", "Central Tax Administration", None)
    tax.rename("Skattestyrelsen", "Tax Agency", dt.date(2018, 7, 1))
    assert tax.name_on(dt.date(2017, 5, 1), "da") == "SKAT"
    assert tax.name_on(dt.date(2018, 6, 30), "da") == "SKAT"
    assert tax.name_on(dt.date(2018, 7, 1), "da") == "Skattestyrelsen"
    assert tax.name_on(dt.date(2019, 5, 1), "en") == "Tax Agency"


@given(st.lists(st.tuples(DAYS, st.booleans()), max_size=8), DAYS)
def test_an_organisation_has_exactly_one_name_on_any_day_after_any_renames(steps, asked):
    body = Organisation(sector=Sector.OTHER)
    body.rename("A", "", None)
    for number, (day, takes_back) in enumerate(steps):
        try:
            if takes_back:
                body.withdraw_name(body.names[-1])
            else:
                body.rename(f"B{number}", "", day)
        except Invalid:
            continue
    assert sum(row.valid_on(asked) for row in body.names) == 1


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.sampled_from(list(RelationKind))), max_size=20))
def test_ties_of_one_kind_never_make_a_circle(steps):
    bodies = [an_organisation(str(number)) for number in range(5)]
    kept = []
    for one, other, kind in steps:
        made = OrganisationRelation(organisation=bodies[one], other=bodies[other], kind=kind)
        try:
            check_relation(made, kept)
        except Invalid:
            continue
        kept.append(made)
    for kind in RelationKind:
        beyond = {body: [row.other for row in kept if row.kind is kind and row.organisation is body] for body in bodies}

        def walk(body, path, beyond=beyond):
            assert body not in path
            for further in beyond[body]:
                walk(further, [*path, body])

        for body in bodies:
            walk(body, [])
            assert len(beyond[body]) == len(set(beyond[body]))
