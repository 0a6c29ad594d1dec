"""What one does with groups: set one up, change what it is, end it, open it again, hang it under another."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from sqlalchemy import func, select

from referral_desk.desk import Work, operation, require
from referral_desk.models import (
    ActionItem,
    Case,
    Circular,
    Delivery,
    Escalation,
    EscalationStep,
    Group,
    GroupName,
    Meeting,
    Seat,
)
from referral_desk.models.seats import representative_seat
from referral_desk.operations.outcome import Done, RemovedRow, Undo, put_back, refuse_cpr
from referral_desk.texts import N_
from referral_desk.vocabulary import EscalationState, SeatKind, Tier

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
MOST_MEETINGS = 52
LONGEST_CODE = 48
HAS: Final = (
    (Case.group_id, N_("Cases of the group stand on the desk: end it instead of removing it.")),
    (EscalationStep.sender_id, N_("Escalations went up through the group: end it instead of removing it.")),
    (EscalationStep.body_id, N_("Escalations were sent to the group: end it instead of removing it.")),
    (Delivery.group_id, N_("Answers or circulars came to the group: end it instead of removing it.")),
    (Circular.group_id, N_("The group wrote circulars: end it instead of removing it.")),
)
"""What keeps a group on the desk beside members and meetings, and the sentence that says so."""
HOLDS_ESCALATION: Final = N_(
    "{group} still has {reference}: return it, send it on, answer or withdraw it, or close it, before the group ends."
)
HOLDS_CASE: Final = N_("{reference} of {group} is still open: close it with a reason before the group ends.")


@operation("coordinator", "administrator")
def add_group(
    work: Work,
    *,
    tier: Tier,
    name_da: str,
    name_en: str = "",
    kind: str = "",
    parent_id: int | None = None,
    meetings_per_year: int | None = None,
    place: str = "",
    valid_from: dt.date | None = None,
) -> Done:
    """Set up a group; a regional one also gets its seat in the group above (G8). Forums of other kinds may be set up
    at any time (S2 "Coordination of efforts").
    """  # noqa: D205 - one sentence, and why
    refuse_cpr(name_da, name_en, place)
    group = Group(code=_free_code(work, name_da), tier=tier, kind=kind, place=place.strip(), position=_last(work, tier))
    group.stand(valid_from, None)
    group.rename(GroupName(name_da=name_da, name_en=name_en, short_da="", short_en="", valid_from=valid_from))
    group.meetings_per_year = _rhythm(meetings_per_year)
    work.session.add(group)
    group.report_to(work.get(Group, parent_id) if parent_id is not None else None)
    if tier is Tier.REGIONAL and group.parent is not None:
        seat = Seat(kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=group, position=len(group.parent.seats))
        seat.valid_from = valid_from
        group.parent.seats.append(seat)
    work.session.flush()
    work.touched("groups")
    return Done(group.id, Undo(remove_group, {"group_id": group.id, "version": group.version}))


@operation("coordinator", "administrator")
def remove_group(work: Work, *, group_id: int, version: int) -> Done:
    """Take away a group that was never used; one that was is ended instead (Invalid)."""
    group = work.get(Group, group_id, version)
    voices = list(work.session.scalars(select(Seat).where(Seat.represents_group_id == group.id)))
    seats = [*group.seats, *voices]
    met = work.session.scalar(select(func.count()).select_from(Meeting).where(Meeting.group_id == group.id))
    acted = work.session.scalar(select(ActionItem.id).where(ActionItem.group_id == group.id).limit(1))
    used = met or acted or group.children or any(seat.memberships for seat in seats)
    require(not used, "The group has members, meetings or groups below it: end it instead of removing it.")
    for column, refusal in HAS:
        require(work.session.scalar(select(column).where(column == group.id).limit(1)) is None, refusal)
    rows = (group, *group.names, *group.mandates, *group.areas, *sorted(seats, key=lambda seat: bool(seat.deputy_for)))
    again = [RemovedRow.of(row) for row in rows]
    for voice in voices:
        voice.group.seats.remove(voice)
        work.session.flush()
    work.session.delete(group)
    work.touched("groups")
    return Done(group_id, Undo(restore_group, {"rows": again}))


@operation("coordinator", "administrator")
def restore_group(work: Work, *, rows: Sequence[RemovedRow]) -> Done:
    """Put a removed group back with its names, mandates, areas and seats."""
    group = put_back(work, rows)
    work.touched("groups")
    return Done(group.id, Undo(remove_group, {"group_id": group.id, "version": group.version}))


@operation("coordinator", "administrator")
def change_group(
    work: Work,
    *,
    group_id: int,
    version: int,
    place: str,
    meetings_per_year: int | None,
    is_placeholder: bool,
) -> Done:
    """Change what is not dated: the area in words, meetings a year (None: no rhythm), whether it is a placeholder."""
    group = work.get(Group, group_id, version)
    refuse_cpr(place)
    before = {
        "place": group.place,
        "meetings_per_year": group.meetings_per_year,
        "is_placeholder": group.is_placeholder,
    }
    group.place, group.is_placeholder = place.strip(), is_placeholder
    group.meetings_per_year = _rhythm(meetings_per_year)
    work.session.flush()
    work.touched("groups")
    return Done(group.id, Undo(change_group, {"group_id": group.id, "version": group.version, **before}))


@operation("coordinator", "administrator")
def end_group(work: Work, *, group_id: int, version: int, last_day: dt.date) -> Done:
    """Let a group end with a day. Its seats and meetings stay as its history.

    Invalid where that day is here and it still has an escalation to deal with, or a case that nobody closed.
    """
    group = work.get(Group, group_id, version)
    return _stand(work, group, group.valid_from, last_day)


@operation("coordinator", "administrator")
def set_group_period(
    work: Work, *, group_id: int, version: int, valid_from: dt.date | None, valid_to: dt.date | None
) -> Done:
    """Say from when to when a group stands; None is open. Also opens an ended group again."""
    return _stand(work, work.get(Group, group_id, version), valid_from, valid_to)


@operation("coordinator", "administrator")
def report_to_group(work: Work, *, group_id: int, version: int, parent_id: int | None) -> Done:
    """Hang a group under another (G3), or under none; an empty seat that speaks for it goes along."""
    # Two groups that are hung under each other at the same moment would make a circle.
    work.session.execute(select(Group.id).order_by(Group.id).with_for_update())
    group = work.get(Group, group_id, version)
    before = group.parent_id
    voice = representative_seat(group)
    held = voice is not None and bool(voice.memberships)
    require(not held or parent_id == before, "A representative has sat in the group above: that tie stays.")
    group.report_to(work.get(Group, parent_id) if parent_id is not None else None)
    if voice is not None and group.parent is not None:
        voice.group = group.parent
    work.session.flush()
    work.touched("groups")
    return Done(group.id, Undo(report_to_group, {"group_id": group.id, "version": group.version, "parent_id": before}))


def _stand(work: Work, group: Group, valid_from: dt.date | None, valid_to: dt.date | None) -> Done:
    require(
        not any(valid_to and (child.valid_to is None or child.valid_to > valid_to) for child in group.children),
        "Other groups report to this one after that day: end them first.",
    )
    if valid_to is not None and valid_to <= work.today:
        _check_left_nothing(work, group)
    before = {"valid_from": group.valid_from, "valid_to": group.valid_to}
    group.stand(valid_from, valid_to)
    work.session.flush()
    work.touched("groups")
    return Done(group.id, Undo(set_group_period, {"group_id": group.id, "version": group.version, **before}))


def _check_left_nothing(work: Work, group: Group) -> None:
    """Refuse to end a group that others wait for (Invalid): nobody would deal with it there.

    An answer that is on its way home is told outside a meeting, and what lies with another body comes home so too.
    """
    known = group.short_on(work.today, "da")
    held = select(Escalation).where(
        Escalation.holder_id == group.id,
        Escalation.closed_on.is_(None),
        Escalation.state.not_in((EscalationState.MERGED, EscalationState.RELEASED)),
    )
    escalation = work.session.scalar(held.order_by(Escalation.since, Escalation.id).limit(1))
    require(escalation is None, HOLDS_ESCALATION, group=known, reference=escalation.reference if escalation else "")
    moving = select(Escalation.id).where(Escalation.case_id == Case.id, Escalation.closed_on.is_(None))
    left = select(Case).where(Case.group_id == group.id, Case.closed_on.is_(None), ~moving.exists())
    case = work.session.scalar(left.order_by(Case.created_on, Case.id).limit(1))
    require(case is None, HOLDS_CASE, group=known, reference=case.reference if case else "")


def _rhythm(meetings_per_year: int | None) -> int | None:
    """Twice a year is as good as quarterly (G31); None is "as needed"."""
    require(
        meetings_per_year is None or 1 <= meetings_per_year <= MOST_MEETINGS,
        "A group meets between 1 and {most} times a year; leave it empty where there is no rhythm.",
        most=MOST_MEETINGS,
    )
    return meetings_per_year


def _last(work: Work, tier: Tier) -> int:
    return (work.session.scalar(select(func.max(Group.position)).where(Group.tier == tier)) or 0) + 1


def _free_code(work: Work, name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    # Short, because an index keeps no long key.
    stem = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_CODE].strip("-") or "group"
    taken = set(work.session.scalars(select(Group.code).where(Group.code.startswith(stem, autoescape=True))))
    return next(code for code in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if code not in taken)
