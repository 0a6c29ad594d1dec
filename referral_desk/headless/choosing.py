"""Find the group, meeting, item and case that a command's words mean."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from referral_desk.errors import Invalid
from referral_desk.models import AgendaItem, Case, Escalation, Group, Meeting
from referral_desk.queries.actions import theme_names
from referral_desk.vocabulary import Label, Stage

REFERENCE: Final = re.compile(r"(?P<code>.+)-(?P<year>\d{4})-(?P<number>\d{1,6})(?:/(?P<turn>\d{1,4}))?", re.ASCII)


def group_id(session: Session, *, code: str) -> int:
    """The group with a code; Invalid if there is none."""
    found = session.scalar(select(Group.id).where(Group.code == code.casefold()))
    if found is None:
        raise Invalid("There is no group {code}: the command `groups` lists them all.", code=code)
    return found


def theme_code(session: Session, *, code: str) -> str:
    """The code of a theme as the desk has it; Invalid if there is none."""
    codes = list(theme_names(session, "en"))
    if not codes:
        raise Invalid("There is no theme {code}: this desk has no themes.", code=code)
    if code.casefold() not in codes:
        raise Invalid("There is no theme {code}, only {codes}.", code=code, codes=", ".join(codes))
    return code.casefold()


def group_name(session: Session, *, code: str | None, day: dt.date, language: str) -> str:
    """What the group with a code is called on a day; empty where no code is given."""
    if not code:
        return ""
    group = session.get_one(Group, group_id(session, code=code))
    return group.name_on(day, language)


def meeting_id(session: Session, *, code: str, day: dt.date | None, today: dt.date) -> int:
    """The group's meeting on a day or, without one, its next meeting from today on; Invalid if there is none."""
    wanted = select(Meeting.id).where(Meeting.group_id == group_id(session, code=code), Meeting.cancelled_at.is_(None))
    wanted = wanted.where(Meeting.day == day) if day else wanted.where(Meeting.day >= today)
    found = session.scalar(wanted.order_by(Meeting.day, Meeting.starts).limit(1))
    if found is None:
        if day:
            raise Invalid("{code} has no meeting on {day}: the command `meetings` lists them all.", code=code, day=day)
        raise Invalid("{code} has no meeting to come: make one in the window, or name one with --date.", code=code)
    return found


def held_meeting_id(session: Session, *, code: str, day: dt.date | None, today: dt.date) -> int:
    """The group's meeting on a day or, without one, the last that it held; Invalid if there is none."""
    if day:
        return meeting_id(session, code=code, day=day, today=today)
    held = [stage for stage in Stage if stage.step >= Stage.HELD.step]
    found = session.scalar(
        select(Meeting.id)
        .where(Meeting.group_id == group_id(session, code=code), Meeting.stage.in_(held), Meeting.day <= today)
        .order_by(Meeting.day.desc(), Meeting.starts.desc())
        .limit(1)
    )
    if found is None:
        raise Invalid("{code} has held no meeting yet: name one with --date.", code=code)
    return found


def item_id(session: Session, *, meeting: int, number: int) -> int:
    """The item with a number on a meeting's agenda; Invalid if there is none."""
    found = session.scalar(
        select(AgendaItem.id).where(AgendaItem.meeting_id == meeting, AgendaItem.position == number - 1)
    )
    if found is None:
        last = session.scalar(select(func.count()).where(AgendaItem.meeting_id == meeting))
        raise Invalid(
            "The agenda has no item {number}, only 1 to {last}: `meetings --agenda` lists them.",
            number=number,
            last=last,
        )
    return found


def group_codes(session: Session) -> dict[int, str]:
    """The code of every group by its id: what `--group` takes."""
    return dict(session.execute(select(Group.id, Group.code)).all())


@dataclass(frozen=True)
class CaseFound:
    """A case as a command names it; the title is empty where the case is confidential."""

    id: int
    reference: str
    title: str
    label: Label


def case_found(session: Session, *, reference: str) -> CaseFound:
    """The case with a reference, that of one of its escalations too; Invalid if there is none."""
    found = session.scalar(select(Case).where(*_of_case(session, _parts(reference))))
    if found is None:
        raise Invalid(
            "There is no case {reference}: the page “Cases” lists them all.", reference=reference.strip().upper()
        )
    title = "" if found.label is Label.CONFIDENTIAL else found.title
    return CaseFound(found.id, found.reference, title, found.label)


def escalation_id(session: Session, *, reference: str) -> int:
    """The escalation with a reference; that of a case alone names its newest. Invalid if there is none."""
    told = _parts(reference)
    found = (
        select(Escalation.id)
        .join(Case, Case.id == Escalation.case_id)
        .where(*_of_case(session, told))
        .order_by(Escalation.number.desc())
        .limit(1)
    )
    if told["turn"]:
        found = found.where(Escalation.number == int(told["turn"]))
    made = session.scalar(found)
    if made is None:
        raise Invalid(
            "{reference} is not on its way up: the command `escalations` lists what is.", reference=reference.strip()
        )
    return made


def _parts(reference: str) -> re.Match[str]:
    told = REFERENCE.fullmatch(reference.strip())
    if told is None:
        raise Invalid("Write the reference as RG4-2026-0007, not {reference}.", reference=reference)
    return told


def _of_case(session: Session, told: re.Match[str]) -> tuple[ColumnElement[bool], ...]:
    return (
        Case.group_id == group_id(session, code=told["code"]),
        Case.year == int(told["year"]),
        Case.number == int(told["number"]),
    )
