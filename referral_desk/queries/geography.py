"""Regions and police districts as they stood on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from referral_desk.models import Area
from referral_desk.vocabulary import AreaKind


@dataclass(frozen=True)
class AreaRow:
    """A region, police district or municipality; `successor` is what it becomes, empty where it goes on."""

    id: int
    code: str
    kind: AreaKind
    official_code: str
    name: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    successor: str
    source: str


def areas_on(session: Session, kind: AreaKind, *, day: dt.date, language: str) -> tuple[AreaRow, ...]:
    """The areas of a kind that stood on a day, by official code (those without one last)."""
    found = session.scalars(select(Area).where(Area.kind == kind).options(selectinload(Area.successor)))
    standing = sorted(
        (area for area in found if area.valid_on(day)),
        key=lambda area: (not area.official_code, area.official_code, area.code),
    )
    return tuple(
        AreaRow(
            area.id,
            area.code,
            area.kind,
            area.official_code,
            _name(area, language),
            area.valid_from,
            area.valid_to,
            _name(area.successor, language) if area.successor else "",
            area.source,
        )
        for area in standing
    )


def _name(area: Area, language: str) -> str:
    return area.name_da if language == "da" else (area.name_en or area.name_da)
