"""Change what comes back on every agenda: for all groups, for a tier, or for one group in its own way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypedDict, Unpack

from sqlalchemy import select

from referral_desk import reference
from referral_desk.desk import Work, operation, require
from referral_desk.models import AgendaItem, Group, StandingItem
from referral_desk.models.standing_items import CONTENT, standing_in
from referral_desk.operations.outcome import Done, RemovedRow, Undo, put_back
from referral_desk.reference.rows import STANDING
from referral_desk.vocabulary import ItemKind, Purpose, StandingRole, Tier

END: Final = 1000
"""Every position lies below it."""


class StandingFields(TypedDict, total=False):
    """What can be said of a standing item; what is not given stays."""

    title_da: str
    title_en: str
    kind: ItemKind
    purpose: Purpose
    minutes: int
    yearly_from: int | None
    is_active: bool


@operation("coordinator", "administrator")
def load_standing_items(work: Work) -> Done:
    """Give a desk that has none the usual standing items."""
    reference.load(work.session, only=STANDING)
    work.touched("settings")
    return Done(0)


@operation("coordinator", "administrator")
def add_standing_item(
    work: Work,
    *,
    tier: Tier | None = None,
    group_id: int | None = None,
    behind: bool = False,
    **fields: Unpack[StandingFields],
) -> Done:
    """Add an item for all groups, a tier or one group; it stands before what the meeting is about, or behind it."""
    rows = _rows(work)
    tier = work.get(Group, group_id).tier if group_id is not None else tier
    there = [row.position for row in standing_in(rows, tier, group_id) if (row.position >= CONTENT) == behind]
    made = StandingItem(
        tier=None if group_id is not None else tier,
        group_id=group_id,
        role=StandingRole.ORDINARY,
        title_da="",
        title_en="",
        minutes=10,
        is_active=True,
    )
    _say(made, fields)
    last = max((place for place in there if place < END - CONTENT), default=CONTENT if behind else 0)
    made.position = last + 5 if last + 5 < (END - CONTENT if behind else CONTENT) else last
    work.session.add(made)
    return _kept(work, made, remove_standing_item)


@operation("coordinator", "administrator")
def change_standing_item(
    work: Work,
    *,
    item_id: int,
    version: int,
    tier: Tier | None = None,
    group_id: int | None = None,
    **fields: Unpack[StandingFields],
) -> Done:
    """Change an item for all groups, a tier or one group, as `tier` and `group_id` say.

    A tier or a group that has had the item of the wider ones gets one of its own; theirs stays as it is.
    """
    item = work.hold(StandingItem, item_id, version)
    own = _own(work, item, tier, group_id)
    if own is not item:
        _say(own, fields)
        return _kept(work, own, remove_standing_item)
    before: dict[str, Any] = {name: getattr(item, name) for name in fields}
    _say(item, fields)
    return _kept(work, item, change_standing_item, tier=tier, group_id=group_id, **before)


@operation("coordinator", "administrator")
def move_standing_item(
    work: Work,
    *,
    item_id: int,
    version: int,
    place: int,
    tier: Tier | None = None,
    group_id: int | None = None,
) -> Done:
    """Move an item to a place in the list of all groups, a tier or one group.

    Places count from 0, what the meeting is about counted as one of them. Moving it for a tier or a group gives them an
    item of their own.
    """
    item = work.hold(StandingItem, item_id, version)
    before = {row.id: row.position for row in _rows(work)}
    own = _own(work, item, tier, group_id)
    is_new = own is not item
    wide = work.get(Group, group_id).tier if group_id is not None else tier
    low, high = _gap(_rows(work), own, wide, group_id, place)
    if high - low <= 1:
        _spread(_rows(work))
        low, high = _gap(_rows(work), own, wide, group_id, place)
    own.position = (low + high) // 2
    _flush(work)
    if is_new:
        return Done(own.id, Undo(remove_standing_item, {"item_id": own.id, "version": own.version}))
    changed = {row.id: before[row.id] for row in _rows(work) if before.get(row.id, row.position) != row.position}
    return Done(own.id, Undo(place_standing_items, {"positions": changed}))


@operation("coordinator", "administrator")
def place_standing_items(work: Work, *, positions: Mapping[int, int]) -> Done:
    """Undo a move: items stand where they stood."""
    rows = [work.hold(StandingItem, item_id) for item_id in sorted(positions)]
    before = {row.id: row.position for row in rows}
    for row in rows:
        row.position = positions[row.id]
    _flush(work)
    return Done(next(iter(positions), 0), Undo(place_standing_items, {"positions": before}))


@operation("coordinator", "administrator")
def remove_standing_item(work: Work, *, item_id: int, version: int) -> Done:
    """Take an item away; a tier or a group that had its own has that of the wider ones again.

    Invalid for one that stands on agendas or that others replace: it is switched off instead.
    """
    item = work.hold(StandingItem, item_id, version)
    if item.instead_of_id is not None:
        for one in work.session.scalars(select(AgendaItem).where(AgendaItem.standing_item_id == item.id)):
            one.standing_item_id = item.instead_of_id
        work.session.flush()
    used = select(AgendaItem.id).where(AgendaItem.standing_item_id == item.id).limit(1)
    require(work.session.scalar(used) is None, "The item stands on agendas: switch it off instead.")
    replaced = select(StandingItem.id).where(StandingItem.instead_of_id == item.id).limit(1)
    require(work.session.scalar(replaced) is None, "Some groups have the item in their own way: switch it off instead.")
    row = RemovedRow.of(item)
    work.session.delete(item)
    _flush(work)
    return Done(item_id, Undo(restore_standing_item, {"rows": (row,)}))


@operation("coordinator", "administrator")
def restore_standing_item(work: Work, *, rows: Sequence[RemovedRow]) -> Done:
    """Put a removed item back."""
    item = put_back(work, rows)
    work.touched("settings")
    return Done(item.id, Undo(remove_standing_item, {"item_id": item.id, "version": item.version}))


def _rows(work: Work) -> list[StandingItem]:
    return list(work.session.scalars(select(StandingItem)))


def _own(work: Work, item: StandingItem, tier: Tier | None, group_id: int | None) -> StandingItem:
    """The item of just that tier or group: itself, or a new one that stands instead of it."""
    tier = None if group_id is not None else tier
    if (item.tier, item.group_id) == (tier, group_id):
        return item
    require(item.group_id is None and (tier or group_id), "Change the item where it belongs.")
    root = work.hold(StandingItem, item.root)
    copied = ("role", "position", "title_da", "title_en", "kind", "purpose", "minutes", "yearly_from", "is_active")
    made = StandingItem(
        tier=tier, group_id=group_id, instead_of_id=root.id, **{name: getattr(item, name) for name in copied}
    )
    work.session.add(made)
    return made


def _say(item: StandingItem, fields: StandingFields) -> None:
    for name, value in fields.items():
        setattr(item, name, value)
    item.check()


def _gap(
    rows: list[StandingItem], item: StandingItem, tier: Tier | None, group_id: int | None, place: int
) -> tuple[int, int]:
    """The positions between which an item comes to stand at a place of the list."""
    others = [row.position for row in standing_in(rows, tier, group_id) if row is not item]
    before = [position for position in others if position < CONTENT]
    # What the meeting is about has a place of its own in the list, and none among the positions.
    order = [*before, CONTENT, *(position for position in others if position >= CONTENT)]
    place = max(0, min(place, len(order)))
    if place <= len(before):
        return (order[place - 1] if place else 0), order[place]
    low = order[place - 1] if place - 1 > len(before) else CONTENT - 1
    return low, order[place] if place < len(order) else END


def _spread(rows: list[StandingItem]) -> None:
    """Make room between all positions; no two items change places."""
    for first, last in ((1, CONTENT), (CONTENT, END)):
        within = sorted({row.position for row in rows if first <= row.position < last})
        step = max(1, (last - first) // (len(within) + 1))
        where = {position: first + step * number for number, position in enumerate(within, 1)}
        for row in rows:
            row.position = where.get(row.position, row.position) if first <= row.position < last else row.position


def _flush(work: Work) -> None:
    work.session.flush()
    work.touched("settings")


def _kept(work: Work, item: StandingItem, undo: Any, **arguments: Any) -> Done:
    _flush(work)
    return Done(item.id, Undo(undo, {"item_id": item.id, "version": item.version, **arguments}))
