"""The plan of a year against trying everything: it is as good, breaks no rule, and gives up only what is impossible."""

import datetime as dt
import itertools
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from referral_desk.clock import is_working_day, working_days
from referral_desk.vocabulary import Tier
from referral_desk.wheel.check import check
from referral_desk.wheel.leanings import cost_of
from referral_desk.wheel.propose import price, propose
from referral_desk.wheel.reasons import Kind
from referral_desk.wheel.search import Search
from referral_desk.wheel.year import Body, Closing, Holder, Rules, Slot, Wish, Year
from tests.wheels import FIRST, NINE, TODAY, a_chain, a_standing, a_year

TIERS = (Tier.REGIONAL, Tier.REGIONAL, Tier.NATIONAL, Tier.INTERMINISTERIAL)
LONG_AGO = dt.date(2020, 1, 1)

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


@settings(max_examples=40)
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
        # As few as can be are left out: one more has no answer, whichever they are.
        for some in itertools.combinations(slots, len(picks) + 1):
            assert next(tries(year, some), None) is None
        assert all(clash.rules for clash in proposal.clashes)
        # Those named together find no day, and would if any one of them were left out.
        for among in (clash.among for clash in proposal.clashes if clash.quarter == FIRST):
            assert next(tries(year, among), None) is None
            for one in among:
                assert next(tries(year, [other for other in among if other != one]), None) is not None


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


@settings(max_examples=15)
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


@settings(max_examples=150)
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
