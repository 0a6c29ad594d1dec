"""What people tell the year wheel: wishes of groups, closed days, rules, reasons for empty quarters."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import select

from referral_desk.desk import CHANGED, GONE, Work, operation, require
from referral_desk.errors import Invalid, Stale
from referral_desk.models import ClosedPeriod, EmptyQuarter, Group, GroupWish
from referral_desk.models.base import Record
from referral_desk.models.rhythm import WHEEL, WheelRules
from referral_desk.models.settings import setting_to_change
from referral_desk.operations.outcome import Done, RemovedRow, Undo, put_back, refuse_cpr
from referral_desk.reference.closings import usual_closings
from referral_desk.vocabulary import ClosingKind


@operation("coordinator", "secretary", "chair")
def set_group_wish(
    work: Work,
    *,
    group_id: int,
    weekdays: Sequence[int] = (),
    never: Sequence[int] = (),
    starts: dt.time | None = None,
    length: int | None = None,
    week: int | None = None,
    travels: bool = False,
    version: int | None = None,
) -> Done:
    """Say how a group likes to meet; all wishes at once. `version` is that of the wishes seen, None where none stood.

    Invalid where they contradict each other.
    """
    work.hold(Group, group_id)
    row = work.session.scalar(select(GroupWish).where(GroupWish.group_id == group_id))
    _same(row, version)
    before = RemovedRow.of(row) if row else None
    row = row or GroupWish(group_id=group_id)
    row.wish(weekdays=weekdays, never=never, starts=starts, length=length, week=week, travels=travels)
    return _kept(work, row, before)


@operation("coordinator", "secretary", "administrator")
def add_closing(
    work: Work, *, kind: ClosingKind, name: str, first_day: dt.date, last_day: dt.date, note: str = ""
) -> Done:
    """Add days on which no meeting should fall."""
    refuse_cpr(name, note)
    row = ClosedPeriod(name_da="", name_en="", note=note.strip())
    row.close(kind, name, first_day, last_day)
    return _kept(work, row, None)


@operation("coordinator", "secretary", "administrator")
def change_closing(
    work: Work,
    *,
    kind: ClosingKind,
    name: str,
    first_day: dt.date,
    last_day: dt.date,
    closing_id: int | None = None,
    version: int | None = None,
    usual: str = "",
    year: int | None = None,
) -> Done:
    """Change closed days; a usual period that nobody changed yet is named by its code and year in place of an id."""
    refuse_cpr(name)
    row, before = _closing(work, closing_id, version, usual, year)
    row.close(kind, name, first_day, last_day)
    row.is_left_out = False
    return _kept(work, row, before)


@operation("coordinator", "secretary", "administrator")
def remove_closing(
    work: Work, *, closing_id: int | None = None, version: int | None = None, usual: str = "", year: int | None = None
) -> Done:
    """Take closed days away; a usual period is left out in its year only."""
    row, before = _closing(work, closing_id, version, usual, year)
    if row.usual:
        row.is_left_out = True
        return _kept(work, row, before)
    work.session.delete(row)
    work.touched("wheel")
    return Done(row.id, _undo(row, before, None))


@operation("coordinator", "administrator")
def set_wheel_rules(work: Work, *, travel_days: int, one_a_day: bool, whole_days: bool) -> Done:
    """Set what counts as double-booked, and how many days of travel are kept free; holds for all groups."""
    rules = WheelRules(travel_days, one_a_day, whole_days)
    row = setting_to_change(work.session, WHEEL)
    before = WheelRules.told(row.value)
    row.value = json.dumps(asdict(rules), sort_keys=True)
    work.session.flush()
    work.touched("wheel", "settings")
    return Done(row.id, Undo(set_wheel_rules, asdict(before)))


@operation("coordinator", "secretary", "chair")
def explain_empty_quarter(
    work: Work, *, group_id: int, year: int, quarter: int, reason: str, version: int | None = None
) -> Done:
    """Say why a group held no ordinary meeting in a quarter (V3); an empty reason takes it back."""
    refuse_cpr(reason)
    require(quarter in range(1, 5), "A year has the quarters 1 to 4.")
    work.hold(Group, group_id)
    of_quarter = (EmptyQuarter.group_id == group_id, EmptyQuarter.year == year, EmptyQuarter.quarter == quarter)
    row = work.session.scalar(select(EmptyQuarter).where(*of_quarter))
    _same(row, version)
    before = RemovedRow.of(row) if row else None
    if row is not None and not reason.strip():
        work.session.delete(row)
        work.touched("wheel", "meetings")
        return Done(row.id, _undo(row, before, None))
    row = row or EmptyQuarter(group_id=group_id, year=year, quarter=quarter)
    row.explain(reason)
    work.touched("meetings")
    return _kept(work, row, before)


@operation("coordinator", "secretary", "chair", "administrator")
def put_wheel_row_back(
    work: Work, *, kind: type[Record], row_id: int, version: int | None, before: RemovedRow | None
) -> Done:
    """Undo a change of a wish, of closed days or of a reason; Stale if somebody changed it since."""
    row = work.session.get(kind, row_id)
    if (row is None) != (version is None) or (row is not None and row.version != version):
        raise Stale(GONE)
    now = RemovedRow.of(row) if row else None
    if row is not None and before is not None:
        for name, value in before.values.items():
            setattr(row, name, value)
    elif row is not None:
        work.session.delete(row)
    elif before is not None:
        row = put_back(work, [before])
    work.session.flush()
    work.touched("wheel", "meetings")
    left = None if before is None or row is None else row.version
    return Done(row_id, Undo(put_wheel_row_back, {"kind": kind, "row_id": row_id, "version": left, "before": now}))


def _same(row: Record | None, version: int | None) -> None:
    """Refuse what was decided on another version than the one that stands (Stale)."""
    if version != (row.version if row else None):
        raise Stale(CHANGED)


def _kept(work: Work, row: Record, before: RemovedRow | None) -> Done:
    work.session.add(row)
    work.session.flush()
    work.touched("wheel")
    return Done(row.id, _undo(row, before, row.version))


def _undo(row: Record, before: RemovedRow | None, version: int | None) -> Undo:
    back = {"kind": type(row), "row_id": row.id, "version": version, "before": before}
    return Undo(put_wheel_row_back, back)


def _closing(
    work: Work, closing_id: int | None, version: int | None, usual: str, year: int | None
) -> tuple[ClosedPeriod, RemovedRow | None]:
    """A closed period and how it is now; a usual one that nobody changed gets a row of its own."""
    if closing_id is not None:
        row = work.get(ClosedPeriod, closing_id, version)
        return row, RemovedRow.of(row)
    found = next((one for one in usual_closings(year or 0) if one.code == usual), None) if usual else None
    if found is None:
        raise Invalid("Say which closed days are meant.")
    row = ClosedPeriod(
        usual=found.code,
        year=found.year,
        kind=found.kind,
        name_da=found.name_da,
        name_en=found.name_en,
        first_day=found.first_day,
        last_day=found.last_day,
        source=found.source,
        note=found.note,
    )
    return row, None
