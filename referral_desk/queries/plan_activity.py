"""An action plan with what the groups did for each activity, and the things themselves of one activity."""

from __future__ import annotations

import datetime as dt
import enum
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from referral_desk.clock import Quarter
from referral_desk.models import Group, PlanArea
from referral_desk.queries.chain import TIERS, short_name
from referral_desk.queries.plan_counts import Key, Scope, by_activity, tallies
from referral_desk.queries.plan_tally import Tally
from referral_desk.queries.plans import PlanActivityRow, PlanRow, PlanTree, plan_tree, plans
from referral_desk.vocabulary import Tier

WHOLE: Final = 0
"""As a year: the whole time since the plan began."""


@dataclass(frozen=True)
class PlanGroup:
    """A group that may do something for the plan."""

    id: int
    name: str
    tier: Tier
    stands: bool = True
    """Whether it stands on the day; one that does not is only here for what it did."""


@dataclass(frozen=True)
class Span:
    """A column: a quarter of a year, or (number 0) a whole year."""

    year: int
    number: int = 0

    def __contains__(self, quarter: Quarter) -> bool:
        return quarter.year == self.year and self.number in (0, quarter.number)


@dataclass(frozen=True)
class ActivityWork:
    """What the groups did for one activity; `cells` has a row for each group with a tally for each span."""

    activity: PlanActivityRow
    area: str
    """The titles of its area and sub-area."""
    cells: tuple[tuple[Tally, ...], ...]
    total: Tally
    by_group: tuple[Tally, ...]

    @property
    def is_untouched(self) -> bool:
        """Whether nobody did anything for it."""
        return not self.total.touches

    def touching(self, groups: Iterable[PlanGroup]) -> tuple[PlanGroup, ...]:
        """The groups of a `PlanWork` that stand and did something for it."""
        pairs = zip(groups, self.by_group, strict=True)
        return tuple(group for group, tally in pairs if group.stands and tally.touches)

    def silent(self, groups: Iterable[PlanGroup]) -> tuple[PlanGroup, ...]:
        """The groups of a `PlanWork` that stand and did nothing for it."""
        pairs = zip(groups, self.by_group, strict=True)
        return tuple(group for group, tally in pairs if group.stands and not tally.touches)


class PlanGap(enum.StrEnum):
    """How little was done for an activity."""

    NOBODY = "nobody"
    SOME = "some"


@dataclass(frozen=True)
class PlanWork:
    """A plan seen over a year or its whole time (`year` WHOLE), as known on a day. Without a plan there is nothing."""

    day: dt.date
    year: int
    plans: tuple[PlanRow, ...]
    tree: PlanTree | None
    years: tuple[int, ...]
    """The years that can be chosen, the newest first."""
    groups: tuple[PlanGroup, ...]
    spans: tuple[Span, ...]
    work: tuple[ActivityWork, ...]
    """In the plan's order."""

    @property
    def in_force(self) -> tuple[PlanRow, ...]:
        """The plans in force on the day."""
        return tuple(plan for plan in self.plans if plan.is_in_force)

    def of(self, activity_id: int) -> ActivityWork | None:
        """The work for one activity."""
        return next((one for one in self.work if one.activity.id == activity_id), None)

    def gaps(self, gap: PlanGap) -> tuple[ActivityWork, ...]:
        """Activities that nobody, or not every group, did anything for; the least touched first."""
        if gap is PlanGap.NOBODY:
            return tuple(one for one in self.work if one.is_untouched)
        some = [one for one in self.work if not one.is_untouched and one.silent(self.groups)]
        return tuple(sorted(some, key=lambda one: (len(one.touching(self.groups)), one.total.touches)))


def plan_work(session: Session, *, day: dt.date, language: str, code: str = "", year: int | None = None) -> PlanWork:
    """A plan by its code, else the one in force on a day, else the latest whose activities the desk knows.

    `year` None is the year of the day; of a plan that is over and was not touched in that year, its last one.
    """
    rows = plans(session, day=day, language=language)
    row = chosen_plan(rows, code, day)
    groups = plan_groups(session, day, language)
    if row is None:
        return PlanWork(day, year or day.year, rows, None, (), groups, (), ())
    tree = plan_tree(session, row.code, day=day, language=language)
    years = _years(row, day)
    asked = day.year if year is None else year
    found = _counted(session, row, years, asked, day)
    last = row.valid_to.year if row.valid_to is not None else day.year
    if year is None and last < day.year and not any(tally.touches for tally in found.values()):
        asked = last
        found = _counted(session, row, years, asked, day)
    groups += other_groups(session, groups, {group_id for _, group_id, _ in found}, day, language)
    spans = _spans(row, found, asked)
    work = _work(tree, found, groups, spans) if tree is not None else ()
    return PlanWork(day, asked, rows, tree, years, groups, spans, work)


def plan_groups(session: Session, day: dt.date, language: str) -> tuple[PlanGroup, ...]:
    """The groups of the chain that stand on a day, from the regions up."""
    found = session.scalars(select(Group).where(Group.tier.in_(TIERS)).options(selectinload(Group.names)))
    standing = sorted(
        (group for group in found if group.valid_on(day)),
        key=lambda group: (TIERS.index(group.tier), group.position, group.code),
    )
    return tuple(PlanGroup(group.id, short_name(group, day, language), group.tier) for group in standing)


def area_titles(tree: PlanTree) -> dict[int, str]:
    """The area of each activity by the activity's id, a sub-area behind its area."""
    found: dict[int, str] = {}
    for top in tree.areas:
        for area in (top, *top.areas):
            words = " · ".join(dict.fromkeys((top.title, area.title)))
            found |= {activity.id: words for activity in area.activities}
    return found


def tops(session: Session, plan_id: int) -> dict[int, int]:
    """The area that each area of a plan belongs to, itself where it stands at the top; by id."""
    parents = dict(session.execute(select(PlanArea.id, PlanArea.parent_id).where(PlanArea.plan_id == plan_id)).all())

    def top(area_id: int) -> int:
        above = parents.get(area_id)
        return area_id if above is None else top(above)

    return {area_id: top(area_id) for area_id in parents}


def chosen_plan(rows: tuple[PlanRow, ...], code: str, day: dt.date) -> PlanRow | None:
    """A plan by its code, else the one in force on a day, else the latest whose activities the desk knows."""
    if code:
        return next((row for row in rows if row.code == code), None)
    in_force = [row for row in rows if row.is_in_force]
    begun = [row for row in rows if row.activities and (row.valid_from is None or row.valid_from <= day)]
    # An amendment is chosen by name only.
    whole = [row for row in (*in_force, *begun, *rows) if not row.amends]
    return next(iter(whole), None)


def _years(row: PlanRow, day: dt.date) -> tuple[int, ...]:
    first = row.valid_from.year if row.valid_from is not None else day.year
    return tuple(range(max(day.year, first), first - 1, -1))


def _counted(session: Session, row: PlanRow, years: tuple[int, ...], year: int, day: dt.date) -> dict[Key, Tally]:
    first, last = (years[-1], years[0]) if year == WHOLE else (year, year)
    return tallies(session, Scope(row.id, first, last, day, by_activity()))


def other_groups(
    session: Session, groups: tuple[PlanGroup, ...], found: set[int], day: dt.date, language: str
) -> tuple[PlanGroup, ...]:
    """Groups that did something and are not among those that stand."""
    missing = found - {group.id for group in groups}
    if not missing:
        return ()
    rows = session.scalars(select(Group).where(Group.id.in_(missing)).options(selectinload(Group.names)))
    made = (PlanGroup(group.id, short_name(group, day, language), group.tier, stands=False) for group in rows)
    return tuple(sorted(made, key=lambda group: group.name))


def _work(
    tree: PlanTree, found: Mapping[Key, Tally], groups: tuple[PlanGroup, ...], spans: tuple[Span, ...]
) -> tuple[ActivityWork, ...]:
    titles = area_titles(tree)
    of_activity: dict[int, dict[tuple[int, Quarter], Tally]] = defaultdict(dict)
    for (activity_id, group_id, quarter), tally in found.items():
        of_activity[activity_id][group_id, quarter] = tally
    return tuple(
        _of_activity(activity, titles[activity.id], of_activity[activity.id], groups, spans)
        for activity in tree.all_activities
    )


def _spans(row: PlanRow, found: Mapping[Key, Tally], year: int) -> tuple[Span, ...]:
    """The quarters of a year; of the whole time the plan's own years and those in which something was done."""
    if year != WHOLE:
        return tuple(Span(year, number) for number in range(1, 5))
    years = {quarter.year for _, _, quarter in found}
    if row.valid_from is not None:
        end = row.valid_to.year if row.valid_to is not None else max(years, default=row.valid_from.year)
        years |= set(range(row.valid_from.year, end + 1))
    return tuple(map(Span, sorted(years)))


def _of_activity(
    activity: PlanActivityRow,
    area: str,
    found: Mapping[tuple[int, Quarter], Tally],
    groups: tuple[PlanGroup, ...],
    spans: tuple[Span, ...],
) -> ActivityWork:
    of_group: dict[int, dict[Quarter, Tally]] = defaultdict(dict)
    for (group_id, quarter), tally in found.items():
        of_group[group_id][quarter] = tally
    cells = tuple(
        tuple(
            sum((tally for quarter, tally in of_group[group.id].items() if quarter in span), Tally()) for span in spans
        )
        for group in groups
    )
    by_group = tuple(sum(row, Tally()) for row in cells)
    return ActivityWork(activity, area, cells, sum(by_group, Tally()), by_group)
