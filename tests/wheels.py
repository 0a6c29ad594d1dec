"""Years to plan, for tests: say only what the test is about."""

import datetime as dt

from referral_desk.clock import Quarter
from referral_desk.vocabulary import Tier
from referral_desk.wheel.year import Body, Holder, Standing, Year

FIRST = Quarter(2027, 1)
TODAY = dt.date(2026, 11, 22)
NINE, NOON = dt.time(9), dt.time(12)


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
