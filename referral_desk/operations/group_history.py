"""What is dated about a group: its names, its mandates and its areas, each from a day on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from referral_desk.desk import Work, operation, require
from referral_desk.models import Area, Group, GroupArea, GroupName, Mandate
from referral_desk.models.base import check_period
from referral_desk.operations.outcome import Done, Undo, refuse_cpr
from referral_desk.texts import is_blank


@operation("coordinator", "administrator")
def rename_group(
    work: Work,
    *,
    group_id: int,
    version: int,
    valid_from: dt.date,
    name_da: str,
    name_en: str = "",
    short_da: str = "",
    short_en: str = "",
    source: str = "",
    note: str = "",
) -> Done:
    """Give a group a new name from a day on; papers of earlier days keep the old one."""
    group = work.get(Group, group_id, version)
    refuse_cpr(name_da, name_en, short_da, short_en, source, note)
    made = GroupName(
        name_da=name_da,
        name_en=name_en,
        short_da=short_da,
        short_en=short_en,
        valid_from=valid_from,
        source=source.strip(),
        note=note.strip(),
    )
    group.rename(made)
    work.session.flush()
    work.touched("groups")
    return Done(made.id, Undo(withdraw_group_name, {"name_id": made.id, "version": made.version}))


@operation("coordinator", "administrator")
def correct_group_name(
    work: Work,
    *,
    name_id: int,
    version: int,
    name_da: str,
    name_en: str,
    short_da: str,
    short_en: str,
) -> Done:
    """Mend a slip in a name; the days on which it holds stay."""
    row = work.get(GroupName, name_id, version)
    refuse_cpr(name_da, name_en, short_da, short_en)
    require(not is_blank(name_da), "Write the group's name in Danish: papers to the members carry it.")
    fields = ("name_da", "name_en", "short_da", "short_en")
    before = {name: getattr(row, name) for name in fields}
    for name, value in zip(fields, (name_da, name_en, short_da, short_en), strict=True):
        setattr(row, name, value.strip())
    work.session.flush()
    work.touched("groups")
    return Done(row.id, Undo(correct_group_name, {"name_id": row.id, "version": row.version, **before}))


@operation("coordinator", "administrator")
def withdraw_group_name(work: Work, *, name_id: int, version: int) -> Done:
    """Take a name away as if it had never been; the one before holds on."""
    row = work.get(GroupName, name_id, version)
    group, again = row.group, _values(row, "name_da", "name_en", "short_da", "short_en", "source", "note")
    comes_back = _comes_back(row, group.names)
    group.withdraw_name(row)
    work.session.flush()
    work.touched("groups")
    undo = Undo(rename_group, {"group_id": group.id, "version": group.version, **again})
    return Done(group.id, undo if comes_back else None)


@operation("coordinator", "administrator")
def set_mandate(
    work: Work,
    *,
    group_id: int,
    version: int,
    valid_from: dt.date | None,
    text_da: str,
    text_en: str = "",
    source: str = "",
    note: str = "",
) -> Done:
    """Say what a group is for from a day on; the mandate before ends the day before."""
    group = work.get(Group, group_id, version)
    refuse_cpr(text_da, text_en, source, note)
    made = Mandate(text_da=text_da, text_en=text_en, valid_from=valid_from, source=source.strip(), note=note.strip())
    group.set_mandate(made)
    work.session.flush()
    work.touched("groups")
    return Done(made.id, Undo(withdraw_mandate, {"mandate_id": made.id, "version": made.version}))


@operation("coordinator", "administrator")
def correct_mandate(work: Work, *, mandate_id: int, version: int, text_da: str, text_en: str) -> Done:
    """Mend the words of a mandate; the days on which it holds stay."""
    row = work.get(Mandate, mandate_id, version)
    refuse_cpr(text_da, text_en)
    require(not is_blank(text_da + text_en), "Write what the group is for.")
    before = {"text_da": row.text_da, "text_en": row.text_en}
    row.text_da, row.text_en = text_da.strip(), text_en.strip()
    work.session.flush()
    work.touched("groups")
    return Done(row.id, Undo(correct_mandate, {"mandate_id": row.id, "version": row.version, **before}))


@operation("coordinator", "administrator")
def withdraw_mandate(work: Work, *, mandate_id: int, version: int) -> Done:
    """Take a mandate away as if it had never been; the one before holds on."""
    row = work.get(Mandate, mandate_id, version)
    group, again = row.group, _values(row, "text_da", "text_en", "source", "note")
    comes_back = _comes_back(row, group.mandates)
    group.withdraw_mandate(row)
    work.session.flush()
    work.touched("groups")
    return Done(
        group.id, Undo(set_mandate, {"group_id": group.id, "version": group.version, **again}) if comes_back else None
    )


@operation("coordinator", "administrator")
def add_group_area(
    work: Work,
    *,
    group_id: int,
    area_id: int,
    valid_from: dt.date | None = None,
    valid_to: dt.date | None = None,
    source: str = "",
    note: str = "",
) -> Done:
    """Say that a group covers an area from a day on; Invalid if it does so already."""
    group, area = work.get(Group, group_id), work.get(Area, area_id)
    check_period(valid_from, valid_to)
    refuse_cpr(source, note)
    made = GroupArea(area=area, valid_from=valid_from, valid_to=valid_to, source=source.strip(), note=note.strip())
    require(
        not any(row.area is area and row.overlaps(valid_from, valid_to) for row in group.areas),
        "The group covers that area already in that period.",
    )
    group.areas.append(made)
    work.session.flush()
    work.touched("groups")
    return Done(made.id, Undo(remove_group_area, {"group_area_id": made.id, "version": made.version}))


@operation("coordinator", "administrator")
def end_group_area(work: Work, *, group_area_id: int, version: int, last_day: dt.date | None) -> Done:
    """End what a group covers with a day; None lets it cover the area again without an end."""
    row = work.get(GroupArea, group_area_id, version)
    require(
        last_day is None or row.valid_from is None or last_day >= row.valid_from,
        "The last day lies before the first day: change one of them.",
    )
    others = [other for other in row.group.areas if other is not row and other.area is row.area]
    require(
        not any(other.overlaps(row.valid_from, last_day) for other in others),
        "The group covers that area already in that period.",
    )
    before, row.valid_to = row.valid_to, last_day
    work.session.flush()
    work.touched("groups")
    return Done(row.id, Undo(end_group_area, {"group_area_id": row.id, "version": row.version, "last_day": before}))


@operation("coordinator", "administrator")
def remove_group_area(work: Work, *, group_area_id: int, version: int) -> Done:
    """Take away an area that was put down by mistake."""
    row = work.get(GroupArea, group_area_id, version)
    again = {
        "group_id": row.group_id,
        "area_id": row.area_id,
        "valid_to": row.valid_to,
        **_values(row, "source", "note"),
    }
    row.group.areas.remove(row)
    work.touched("groups")
    return Done(row.group_id, Undo(add_group_area, again))


def _values(row: GroupName | Mandate | GroupArea, *names: str) -> dict[str, object]:
    return {"valid_from": row.valid_from, **{name: getattr(row, name) for name in names}}


def _comes_back(row: GroupName | Mandate, rows: Sequence[GroupName | Mandate]) -> bool:
    """Whether adding the row anew would give it the same days: it is the last, and open or joined to the one before."""
    others = [other for other in rows if other is not row]
    if any(other.overlaps(row.valid_from, None) for other in others):
        return False
    return row.valid_to is None or any(
        row.valid_from and other.valid_to == row.valid_from - dt.timedelta(days=1) for other in others
    )
