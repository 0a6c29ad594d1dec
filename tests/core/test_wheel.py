"""The plan of a year: proposals keep every rule and are the best there are; what is impossible is told with reasons."""

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referral_desk.clock import Quarter, add_working_days, is_working_day, working_days
from referral_desk.vocabulary import MeetingKind, Tier
from referral_desk.wheel.answers import earliest_answer
from referral_desk.wheel.check import Checker, Entry, Move, check, entries
from referral_desk.wheel.leanings import cost_of
from referral_desk.wheel.propose import price, propose, why
from referral_desk.wheel.reasons import Kind
from referral_desk.wheel.search import Search
from referral_desk.wheel.year import Body, Closing, Holder, Pick, Rules, Slot, Standing, Wish, Year, is_squeezed

FIRST = Quarter(2027, 1)
TODAY = dt.date(2026, 11, 22)
NINE, NOON = dt.time(9), dt.time(12)
TIERS = (Tier.REGIONAL, Tier.REGIONAL, Tier.NATIONAL, Tier.INTERMINISTERIAL)
LONG_AGO = dt.date(2020, 1, 1)


def a_year(*bodies, **fields):
    return Year(2027, fields.pop("today", TODAY), bodies, **fields)


def a_chain(**fields):
    """Six regions, the national group and the inter-ministerial one, with a coordinator who sits in all of them."""
    everywhere = Holder(1, "Koordinator")
    regions = [
        Body(n, f"Region {n}", Tier.REGIONAL, 4, holders=(everywhere, Holder(10 + n, f"R{n}")), **fields)
        for n in range(1, 7)
    ]
    voices = tuple(Holder(10 + n, f"R{n}") for n in range(1, 7))
    national = Body(7, "National", Tier.NATIONAL, 4, holders=(everywhere, *voices))
    return (*regions, national, Body(8, "Ministries", Tier.INTERMINISTERIAL, 4, holders=(everywhere,)))


def a_standing(group_id, day, *, number=1, due=None, starts=NINE, ends=NOON, **fields):
    return Standing(number, group_id, day, starts, ends, due or Quarter.of(day), **fields)


# A quarter of which only some days are open, so that every choice can be tried.


@st.composite
def small_years(draw):
    first = draw(st.integers(10, 70))
    open_days = {dt.date(2027, 1, 1) + dt.timedelta(days=first + n) for n in range(draw(st.integers(2, 13)))}
    last = dt.date(2027, 12, 31)
    shut = (Closing("before", dt.date(2027, 1, 1), min(open_days) - dt.timedelta(days=1)),)
    shut += (Closing("after", max(open_days) + dt.timedelta(days=1), last),)
    people = [Holder(n, f"P{n}") for n in range(3)]
    people.append(Holder(3, "P3", valid_to=min(open_days) + dt.timedelta(days=2)))
    bodies = []
    for number, tier in enumerate(TIERS):
        weekdays = draw(st.lists(st.integers(0, 4), unique=True, max_size=2))
        wish = Wish(
            weekdays=tuple(weekdays),
            never=frozenset(draw(st.sets(st.integers(0, 4), max_size=2))) - set(weekdays),
            starts=draw(st.sampled_from([NINE, dt.time(13)])),
            week=draw(st.sampled_from([None, 3, 9])),
            travels=draw(st.booleans()),
        )
        seats = tuple(draw(st.lists(st.sampled_from(people), unique=True, max_size=2)))
        rhythm = draw(st.sampled_from([4, 4, 4, None])) if number != 2 else 4
        bodies.append(Body(number + 1, f"G{number + 1}", tier, rhythm, wish, seats, valid_from=LONG_AGO))
    standing = ()
    if draw(st.booleans()):
        standing = (a_standing(draw(st.integers(1, 4)), draw(st.sampled_from(sorted(open_days)))),)
    rules = Rules(
        regional_to_national=draw(st.integers(0, 4)),
        national_to_interministerial=draw(st.integers(0, 3)),
        travel_days=draw(st.integers(0, 2)),
        one_a_day=draw(st.booleans()),
        whole_days=draw(st.booleans()),
    )
    today = draw(st.sampled_from([TODAY, min(open_days)]))
    return Year(2027, today, tuple(bodies), standing, shut, {}, rules)


def is_bad(year, entries_):
    """The hard rules once more, as plainly as they can be said."""
    for one, other in itertools.combinations(entries_, 2):
        (group, day, starts, ends), (group2, day2, starts2, ends2) = one, other
        body, body2 = year.body[group], year.body[group2]
        away = abs((day - day2).days)
        people = {p.person_id for p in body.holders if p.on(day)} & {p.person_id for p in body2.holders if p.on(day2)}
        travels = body.wish.travels or body2.wish.travels
        if away == 0 and (group == group2 or year.rules.one_a_day):
            return True
        if group != group2 and people:
            if away == 0 and (year.rules.whole_days or (starts < ends2 and starts2 < ends)):
                return True
            if 0 < away <= year.rules.travel_days and travels:
                return True
        for (low, low_day), (high, high_day) in (((body, day), (body2, day2)), ((body2, day2), (body, day))):
            gap = {
                (Tier.REGIONAL, Tier.NATIONAL): year.rules.regional_to_national,
                (Tier.NATIONAL, Tier.INTERMINISTERIAL): year.rules.national_to_interministerial,
            }.get((low.tier, high.tier))
            if gap is not None and not (high_day >= low_day and working_days(low_day, high_day) >= gap):
                return True
    return False


def tries(year, slots):
    """Every choice of days that keeps every rule, with what it costs."""
    standing = [(each.group_id, each.day, each.starts, each.ends) for each in year.meetings]
    days = [FIRST.first + dt.timedelta(days=n) for n in range(90)]
    open_days = []
    for slot in slots:
        body = year.body[slot.group_id]
        open_days.append(
            [
                day
                for day in days
                if is_working_day(day)
                and day > year.today
                and not year.closed_by(day)
                and day.weekday() not in body.wish.never
            ]
        )
    for choice in itertools.product(*open_days):
        chosen = [
            (slot.group_id, day, year.body[slot.group_id].wish.starts, year.body[slot.group_id].wish.ends)
            for slot, day in zip(slots, choice, strict=True)
        ]
        if not is_bad(year, [*standing, *chosen]):
            own = {each.group_id: [each.day] for each in year.meetings}
            yield sum(
                cost_of(year, year.body[slot.group_id], day, own.get(slot.group_id, []))
                for slot, day in zip(slots, choice, strict=True)
            )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(small_years())
def test_a_small_quarter_is_planned_as_well_as_by_trying_everything(year):
    # A meeting that stands on a bad day is there already: what the search owes is that it adds nothing bad.
    proposal = propose(replace(year))
    slots = year.slots(FIRST)
    picks = [pick for pick in proposal.picks if pick.slot.quarter == FIRST]
    left_out = [clash.slot for clash in proposal.clashes if clash.quarter == FIRST]
    assert sorted([*(pick.slot for pick in picks), *left_out]) == sorted(slots)
    assert price(year, picks) == min(tries(year, [pick.slot for pick in picks]))
    if left_out:
        assert min(tries(year, slots), default=None) is None
        assert all(clash.rules for clash in proposal.clashes)
        # Those named together find no day, and would if any one of them were left out.
        among = next(clash.among for clash in proposal.clashes if clash.quarter == FIRST)
        assert min(tries(year, among), default=None) is None
        for one in among:
            assert min(tries(year, [other for other in among if other != one]), default=None) is not None


@st.composite
def whole_years(draw):
    bodies = []
    for body in a_chain():
        liked = draw(st.lists(st.integers(0, 4), unique=True, max_size=3))
        never = frozenset(draw(st.sets(st.integers(0, 4), max_size=2))) - set(liked)
        wish = Wish(tuple(liked), never, week=draw(st.none() | st.integers(1, 13)), travels=draw(st.booleans()))
        bodies.append(replace(body, wish=wish))
    rules = Rules(draw(st.integers(0, 15)), draw(st.integers(0, 15)), one_a_day=draw(st.booleans()))
    standing = []
    for number in range(draw(st.integers(0, 4))):
        day = dt.date(2027, 1, 1) + dt.timedelta(days=draw(st.integers(0, 364)))
        standing.append(a_standing(draw(st.integers(1, 8)), day, number=number + 1))
    closings = [Closing("Vinterferie", dt.date(2027, 2, 15), dt.date(2027, 2, 28))]
    return a_year(*bodies, rules=rules, meetings=tuple(standing), closings=tuple(closings))


HARD = set(Kind) - {Kind.SQUEEZED, Kind.NOTICE, Kind.SECOND}


@settings(max_examples=15, deadline=None)
@given(whole_years())
def test_a_proposal_never_breaks_a_rule(year):
    proposal = propose(year)
    found = [conflict for conflict in check(year, proposal.picks) if isinstance(conflict.key, Slot)]
    found = [conflict for conflict in found if conflict.kind in HARD]
    # A regional meeting that stands outside of its quarter's order holds the proposal up, and is told of.
    assert found == []
    for quarter in year.quarters:
        slots = {pick.slot for pick in proposal.picks if pick.slot.quarter == quarter}
        slots |= {clash.slot for clash in proposal.clashes if clash.quarter == quarter}
        assert slots == set(year.slots(quarter))
    for clash in proposal.clashes:
        assert clash.rules
        assert clash.sentence(year, "da")


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


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_search_finds_the_cheapest_days_or_that_there_are_none(data):
    size = data.draw(st.integers(1, 5))
    costs = [
        data.draw(st.dictionaries(st.integers(0, 6).map(lambda n: 1 << n), st.integers(0, 9))) for _ in range(size)
    ]
    taken = {}
    for one, other in itertools.combinations(range(size), 2):
        forbidden = data.draw(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=25))
        for pair, days in (((one, other), forbidden), ((other, one), {(b, a) for a, b in forbidden})):
            table = {}
            for day, taken_day in days:
                table[1 << day] = table.get(1 << day, 0) | 1 << taken_day
            taken[pair] = table
    first = frozenset(data.draw(st.sets(st.integers(0, size - 1))))
    found = Search(costs, taken, first).best()

    def fits(choice):
        return not any(
            taken.get((one, other), {}).get(choice[one], 0) & choice[other]
            for one, other in itertools.permutations(range(size), 2)
        )

    choices = [choice for choice in itertools.product(*costs) if fits(choice)]
    totals = [sum(days[day] for days, day in zip(costs, choice, strict=True)) for choice in choices]
    assert (found.cost if found else None) == min(totals, default=None)
    if found:
        assert found.days in choices
