"""When can we hear? The way of a matter from a regional meeting up to the national one and back to the region."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from referral_desk.vocabulary import Tier
from referral_desk.wheel.check import Entry, earliest_after, gap_above
from referral_desk.wheel.year import Year


@dataclass(frozen=True)
class Answer:
    """The meetings on the way of a matter that a group agrees on; None where none is planned or proposed yet."""

    regional: Entry
    """Where it begins: a regional meeting as a rule, or another group's, or only the day on which it is sent."""
    national: Entry | None
    """Where it is taken up: the first national meeting that leaves time enough; where it begins if that is national."""
    back: Entry | None
    """The group's next meeting after that: the earliest day on which it can hear the national answer."""
    above: Entry | None
    """Where it is taken up if the national group sends it on."""
    back_from_above: Entry | None
    """The group's next meeting after that one."""

    @property
    def day(self) -> dt.date | None:
        """The earliest day on which the group can hear an answer."""
        return self.back.day if self.back else None


def earliest_answer(year: Year, plan: Iterable[Entry], regional: Entry) -> Answer:
    """Follow a matter from a meeting through the plan; proposals count as meetings.

    From a national meeting it goes up to the inter-ministerial one at once, and nobody below answers it.
    """
    coming = sorted((entry for entry in plan if entry.counts), key=lambda entry: (entry.day, entry.starts))
    begins = year.body.get(regional.group_id)
    if begins is not None and begins.tier is Tier.NATIONAL:
        national: Entry | None = regional
        back = None
    else:
        national = _first(year, coming, Tier.NATIONAL, earliest_after(regional.day, gap_above(year, Tier.REGIONAL)))
        back = _home(coming, regional, national)
    above = None
    if national is not None:
        first = earliest_after(national.day, gap_above(year, Tier.NATIONAL))
        above = _first(year, coming, Tier.INTERMINISTERIAL, first)
    return Answer(regional, national, back, above, _home(coming, regional, above))


def _first(year: Year, coming: list[Entry], tier: Tier, day: dt.date) -> Entry | None:
    return next(
        (
            entry
            for entry in coming
            if entry.day >= day and (body := year.body.get(entry.group_id)) and body.tier is tier
        ),
        None,
    )


def _home(coming: list[Entry], regional: Entry, after: Entry | None) -> Entry | None:
    if after is None:
        return None
    return next((entry for entry in coming if entry.group_id == regional.group_id and entry.day > after.day), None)
