"""How far a day is from what a group wishes, as a sum of small whole numbers, each with its reason.

An unwished weekday weighs about as much as two weeks' distance: groups keep their weekday, and move by weeks. Days
that nobody wished for lie close together around the week that suits the chain.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from referral_desk.clock import Quarter, add_working_days
from referral_desk.texts import N_
from referral_desk.vocabulary import Tier
from referral_desk.wheel.reasons import Kind, Leaning, Told
from referral_desk.wheel.year import Body, Year, is_squeezed

# The week of the quarter that suits each tier, so that one follows the other; after the summer all begin later.
WEEK_OF: Final = {Tier.REGIONAL: 6, Tier.NATIONAL: 9, Tier.INTERMINISTERIAL: 12}
WEEK_AFTER_SUMMER: Final = {Tier.REGIONAL: 8, Tier.NATIONAL: 11, Tier.INTERMINISTERIAL: 13}
SUMMER_QUARTER: Final = 3
RANK, UNWISHED = 10, 40
# For each day outside of the week.
AWAY_WISHED, AWAY_USUAL = 3, 1
SQUEEZED, SHORT_NOTICE, TOO_NEAR = 25, 100, 20
WEEKS: Final = 13
APART: Final = 8
"""Weeks that lie between two ordinary meetings of a group, if it can be."""


def week_of(day: dt.date) -> int:
    """The week of its quarter that a day lies in, from 1 to 13."""
    return min(WEEKS, (day - Quarter.of(day).first).days // 7 + 1)


def usual_week(tier: Tier, quarter: Quarter) -> int:
    """The week of a quarter in which a tier meets, where a group has no wish of its own."""
    weeks = WEEK_AFTER_SUMMER if quarter.number == SUMMER_QUARTER else WEEK_OF
    return weeks.get(tier, weeks[Tier.REGIONAL])


def leanings(year: Year, body: Body, day: dt.date, others: Iterable[dt.date] = ()) -> tuple[Leaning, ...]:
    """What speaks for or against a day by wish; `others` are the days of the group's other ordinary meetings."""
    found = [*_weekday(body, day), _week(body, day)]
    if is_squeezed(day):
        found.append(
            Leaning(Told(Kind.SQUEEZED, N_("The day lies alone between days off: many will be away.")), SQUEEZED)
        )
    if day < add_working_days(year.today, year.rules.notice):
        told = Told(
            Kind.NOTICE,
            N_("There is less time than the {count} working days that an invitation should have."),
            {"count": year.rules.notice},
        )
        found.append(Leaning(told, SHORT_NOTICE))
    near = min((abs((day - other).days) // 7 for other in others), default=APART)
    if near < APART:
        told = Told(Kind.SPACING, N_("Only {count} weeks from the group's next ordinary meeting."), {"count": near})
        found.append(Leaning(told, TOO_NEAR * (APART - near)))
    return tuple(found)


def cost_of(year: Year, body: Body, day: dt.date, others: Iterable[dt.date] = ()) -> int:
    """The sum of what speaks against a day by wish."""
    return sum(leaning.cost for leaning in leanings(year, body, day, others))


def _weekday(body: Body, day: dt.date) -> list[Leaning]:
    liked = body.wish.weekdays
    if not liked:
        return []
    weekday = frozenset({day.weekday()})
    if day.weekday() not in liked:
        told = Told(
            Kind.WEEKDAY,
            N_("A {weekday}; the group wishes {wished}."),
            {"weekday": weekday, "wished": frozenset(liked)},
        )
        return [Leaning(told, UNWISHED + RANK * len(liked))]
    rank = liked.index(day.weekday())
    template = N_("A {weekday}, as the group likes best.") if rank == 0 else N_("A {weekday}, which suits the group.")
    return [Leaning(Told(Kind.WEEKDAY, template, {"weekday": weekday}), RANK * rank)]


def _week(body: Body, day: dt.date) -> Leaning:
    quarter, wished = Quarter.of(day), body.wish.week
    wanted = wished or usual_week(body.tier, quarter)
    first = quarter.first + dt.timedelta(weeks=wanted - 1)
    away = max(0, (first - day).days, (day - first).days - 6)
    if wished is None:
        template = N_("In week {week} of the quarter, about when such groups meet.")
    elif away:
        template = N_("In week {week} of the quarter; the group wishes week {wanted}.")
    else:
        template = N_("In week {week} of the quarter, as the group wishes.")
    told = Told(Kind.WEEK, template, {"week": week_of(day), "wanted": wanted})
    return Leaning(told, away * (AWAY_USUAL if wished is None else AWAY_WISHED))
