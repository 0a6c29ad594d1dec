"""The plan of a year: what it keeps to, how often groups meet, what it says of a day, when an answer comes."""

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from referral_desk.clock import Quarter, add_working_days
from referral_desk.vocabulary import MeetingKind, Tier
from referral_desk.wheel.answers import earliest_answer
from referral_desk.wheel.check import Checker, Entry, Move, check, entries
from referral_desk.wheel.propose import price, propose, why
from referral_desk.wheel.reasons import Kind
from referral_desk.wheel.year import Body, Closing, Holder, Pick, Rules, Slot, Wish, is_squeezed
from tests.wheels import FIRST, NINE, NOON, TODAY, a_chain, a_standing, a_year


def test_a_year_without_any_meeting_is_planned_whole_and_in_order():
    year = a_year(*a_chain())
    proposal = propose(year)
    assert len(proposal.picks) == 32
    assert proposal.clashes == ()
    for quarter in year.quarters:
        days = {pick.slot.group_id: pick.day for pick in proposal.picks if pick.slot.quarter == quarter}
        last = max(days[n] for n in range(1, 7))
        assert days[7] >= add_working_days(last, 10)
        assert days[8] >= add_working_days(days[7], 10)
        assert len(set(days.values())) == 8


@pytest.mark.parametrize(
    ("rhythm", "quarters"), [(1, [4]), (2, [2, 4]), (3, [1, 2, 4]), (4, [1, 2, 3, 4]), (6, [1, 2, 2, 3, 4, 4])]
)
def test_a_group_meets_as_often_as_its_number_says(rhythm, quarters):
    year = a_year(Body(1, "Ministries", Tier.INTERMINISTERIAL, rhythm))
    picks = propose(year).picks
    assert [pick.slot.quarter.number for pick in picks] == quarters
    assert all(later.day - earlier.day > dt.timedelta(weeks=4) for earlier, later in itertools.pairwise(picks))


def test_a_meeting_that_stands_is_not_planned_again_and_one_beside_the_four_does_not_count():
    day = dt.date(2027, 2, 3)
    body = Body(1, "Region", Tier.REGIONAL)
    assert len(propose(a_year(body, meetings=(a_standing(1, day),))).picks) == 3
    theme = a_standing(1, day, kind=MeetingKind.THEME_DAY)
    picks = propose(a_year(body, meetings=(theme,))).picks
    assert len(picks) == 4
    assert day not in {pick.day for pick in picks}
    two = (a_standing(1, day), a_standing(1, dt.date(2027, 3, 3), number=2))
    assert [pick.slot.quarter.number for pick in propose(a_year(body, meetings=two)).picks] == [2, 3, 4]


def test_a_moved_meeting_counts_for_its_own_quarter():
    moved = a_standing(1, dt.date(2027, 4, 6), due=Quarter(2027, 1))
    year = a_year(Body(1, "Region", Tier.REGIONAL), meetings=(moved,))
    assert [pick.slot.quarter.number for pick in propose(year).picks] == [2, 3, 4]
    assert {conflict.kind for conflict in check(year)} == {Kind.WINDOW}


def test_a_quarter_that_is_over_is_missing_and_never_planned():
    year = a_year(Body(1, "Region", Tier.REGIONAL), today=dt.date(2027, 8, 15))
    assert [slot.quarter.number for slot in year.missing()] == [1, 2]
    picks = propose(year).picks
    assert [pick.slot.quarter.number for pick in picks] == [3, 4]
    assert min(pick.day for pick in picks) > dt.date(2027, 8, 15)


def test_a_group_stands_only_while_it_stands():
    body = Body(1, "Region", Tier.REGIONAL, valid_from=dt.date(2027, 5, 20), valid_to=dt.date(2027, 9, 1))
    picks = propose(a_year(body)).picks
    assert [pick.slot.quarter.number for pick in picks] == [2, 3]
    assert picks[0].day >= dt.date(2027, 5, 20)


def test_wishes_are_met_where_they_can_be():
    wish = Wish(weekdays=(3, 1), week=4, starts=dt.time(13), minutes=90)
    year = a_year(Body(1, "Region", Tier.REGIONAL, wish=wish))
    picks = propose(year).picks
    assert {pick.day.weekday() for pick in picks} == {3}
    assert {(pick.starts, pick.ends) for pick in picks} == {(dt.time(13), dt.time(14, 30))}
    assert price(year, picks) == 0


def test_rules_that_clash_are_named_and_none_too_many():
    wish = Wish(never=frozenset({0, 1, 2, 3}))
    shut = Closing("Kursus", dt.date(2027, 1, 1), dt.date(2027, 3, 20))
    year = a_year(*a_chain()[:2], Body(9, "Syd", Tier.REGIONAL, wish=wish), closings=(shut,))
    proposal = propose(year)
    # 26 March is Good Friday: the only Friday left.
    [clash] = [clash for clash in proposal.clashes if clash.quarter == FIRST]
    assert clash.slot == Slot(9, FIRST)
    assert clash.sentence(year, "en") == (
        "Syd finds no day in quarter 1 of 2027. Offices are closed on Friday 26 March. "
        "Kursus lasts from Friday 1 January to Saturday 20 March. "
        "Syd never meets on Monday, Tuesday, Wednesday and Thursday."
    )
    assert len([pick for pick in proposal.picks if pick.slot.quarter == FIRST]) == 2


def test_a_national_meeting_that_stands_too_early_is_named_with_the_gap():
    chain = a_chain()
    year = a_year(*chain, meetings=(a_standing(7, dt.date(2027, 1, 12)),))
    clashes = [clash for clash in propose(year).clashes if clash.quarter == FIRST]
    assert {clash.slot.group_id for clash in clashes} == {1, 2, 3, 4, 5, 6}
    assert {Kind.GAP, Kind.FIXED} <= {rule.kind for rule in clashes[0].rules}
    assert "National meets on Tuesday 12 January already." in clashes[0].sentence(year, "en")


def test_the_middle_of_the_chain_is_given_up_where_that_saves_all_the_others():
    # Too few days are left for the regions, the gap and the national group; without it everybody else finds one.
    shut = (Closing("Flytning", dt.date(2027, 1, 1), dt.date(2027, 3, 9)),)
    year = a_year(*a_chain(), closings=shut, rules=Rules(10, 0))
    proposal = propose(year)
    [clash] = [clash for clash in proposal.clashes if clash.quarter == FIRST]
    assert clash.slot == Slot(7, FIRST)
    assert len([pick for pick in proposal.picks if pick.slot.quarter == FIRST]) == 7
    assert Kind.GAP in {rule.kind for rule in clash.rules}


def test_a_travel_day_that_leaves_no_day_is_named():
    people = (Holder(1, "A"),)
    wish = Wish(travels=True)
    pair = [Body(n, f"Region {n}", Tier.REGIONAL, 4, wish, people) for n in (1, 2)]
    shut = Closing("Kursus", dt.date(2027, 1, 1), dt.date(2027, 3, 29))
    year = a_year(*pair, closings=(shut,), rules=Rules(travel_days=2))
    [clash] = [clash for clash in propose(year).clashes if clash.quarter == FIRST]
    assert Kind.TRAVEL in {rule.kind for rule in clash.rules}
    assert "Somebody travels between Region 1 and Region 2" in clash.sentence(year, "en")


def test_people_with_two_seats_are_never_in_two_places():
    both = Holder(1, "To Pladser")
    far = Wish(weekdays=(1,), week=5, travels=True)
    bodies = [Body(n, f"Region {n}", Tier.REGIONAL, wish=far, holders=(both,)) for n in (1, 2)]
    year = a_year(*bodies, rules=Rules(one_a_day=False))
    picks = [pick for pick in propose(year).picks if pick.slot.quarter == FIRST]
    assert abs((picks[0].day - picks[1].day).days) > 1
    day = picks[0].day
    other = replace(picks[1], day=day)
    assert [c.kind for c in check(year, [picks[0], other])] == [Kind.DOUBLE_BOOKED]
    later = replace(other, starts=dt.time(13), ends=dt.time(15))
    assert [c.kind for c in check(year, [picks[0], later])] == [Kind.SAME_PEOPLE]
    beside = replace(other, day=day + dt.timedelta(days=1))
    assert [c.kind for c in check(year, [picks[0], beside])] == [Kind.TRAVEL]
    loose = replace(year, rules=Rules(one_a_day=False, whole_days=False, travel_days=0))
    assert check(loose, [picks[0], later]) == ()


def test_every_conflict_says_why_in_both_languages():
    chain = a_chain()
    year = a_year(
        *chain,
        meetings=(a_standing(7, dt.date(2027, 2, 10)),),
        closings=(Closing("Vinterferie", dt.date(2027, 2, 15), dt.date(2027, 2, 28)),),
        holidays={dt.date(2027, 3, 25): "Skærtorsdag"},
    )
    pick = Pick(Slot(1, FIRST), dt.date(2027, 2, 3), NINE, NOON)
    [found] = check(year, [pick])
    assert found.sentence("en") == (
        "National meets 5 working days after Region 1 (Wednesday 3 February); 10 are wanted in between."
    )
    sentences = {
        dt.date(2027, 2, 16): "Tuesday 16 February is in Vinterferie.",
        dt.date(2027, 3, 25): "Thursday 25 March is Skærtorsdag.",
        dt.date(2027, 3, 6): "Saturday 6 March is in a weekend.",
        dt.date(2027, 4, 6): "It counts for quarter 1, but Tuesday 6 April lies outside it.",
        dt.date(2026, 11, 20): "Friday 20 November is over.",
        dt.date(2027, 2, 10): "National meets at the same time, with a seat for Koordinator and R1.",
    }
    for day, sentence in sentences.items():
        assert sentence in [conflict.sentence("en") for conflict in check(year, [replace(pick, day=day)])]
    assert all(conflict.sentence("da") for conflict in check(year, [replace(pick, day=dt.date(2027, 2, 16))]))


def test_a_meeting_that_was_held_is_left_in_peace_and_a_dragged_one_is_looked_at_where_it_is_dragged_to():
    sunday = dt.date(2027, 2, 7)
    held = a_standing(1, sunday, is_over=True)
    year = a_year(Body(1, "Region", Tier.REGIONAL), meetings=(held,))
    assert check(year) == ()
    open_one = replace(year, meetings=(replace(held, is_over=False),))
    assert [conflict.kind for conflict in check(open_one)] == [Kind.WEEKEND]
    assert check(open_one, moved={1: Move(dt.date(2027, 2, 9), NINE, NOON)}) == ()


def test_a_proposal_tells_why_it_lies_where_it_lies():
    one = Body(1, "Region 1", Tier.REGIONAL, wish=Wish(weekdays=(1,), week=6))
    two = replace(one, id=2, name="Region 2")
    year = a_year(one, two)
    picks = propose(year).picks
    second = next(pick for pick in picks if pick.slot == Slot(2, FIRST))
    told = why(year, second, entries(year, picks))
    assert {leaning.told.kind for leaning in told.leanings} >= {Kind.WEEKDAY, Kind.WEEK}
    assert told.better[0].day == dt.date(2027, 2, 9)
    assert told.better[0].against[0].kind is Kind.CROWDED


def test_the_earliest_answer_is_found_through_the_chain():
    year = a_year(*a_chain())
    plan = entries(year, propose(year).picks)
    first = next(entry for entry in plan if entry.key == Slot(1, FIRST))
    answer = earliest_answer(year, plan, first)
    assert answer.national.key == Slot(7, FIRST)
    assert answer.back.key == Slot(1, Quarter(2027, 2))
    assert answer.above.key == Slot(8, FIRST)
    assert answer.day == answer.back_from_above.day == answer.back.day
    last = next(entry for entry in plan if entry.key == Slot(1, Quarter(2027, 4)))
    assert earliest_answer(year, plan, last).day is None


def test_days_alone_between_days_off_are_squeezed():
    assert is_squeezed(dt.date(2027, 5, 7))
    assert not is_squeezed(dt.date(2027, 5, 14))
    assert not is_squeezed(dt.date(2027, 5, 6))
    assert Checker(a_year(), ()).all() == ()
    assert Entry.of(Pick(Slot(1, FIRST), TODAY, NINE, NOON)).is_proposal
