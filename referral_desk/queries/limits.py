"""Legal limits and rules in force on a day, with their source: guidance, never a verdict (V12)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.models import LegalLimit
from referral_desk.models.limits import limits_on


@dataclass(frozen=True)
class LimitRow:
    """One limit or rule as it held on a day. `value` is None where no source gives a figure; `unit` is then empty.

    `unit` is hours, days, months or years. Nothing is worked out from it: the condition and the source are shown.
    """

    code: str
    topic: str
    title: str
    value: int | None
    unit: str
    condition: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    source: str
    note: str


def limits_in_force(session: Session, *, day: dt.date, language: str, topic: str | None = None) -> tuple[LimitRow, ...]:
    """The rows that hold on a day, on one topic or on all, by topic and then the newest first.

    Several rows of one topic where the sources do not say on which day one took over from the other: both are shown.
    """
    wanted = select(LegalLimit).order_by(LegalLimit.topic, LegalLimit.code)
    if topic is not None:
        wanted = wanted.where(LegalLimit.topic == topic)
    rows = session.scalars(wanted).all()
    topics = dict.fromkeys(row.topic for row in rows)
    return tuple(_row(limit, language) for name in topics for limit in limits_on(rows, name, day))


def _row(limit: LegalLimit, language: str) -> LimitRow:
    danish = language == "da"
    return LimitRow(
        code=limit.code,
        topic=limit.topic,
        title=limit.title_da if danish else limit.title_en,
        value=limit.value,
        unit=limit.unit,
        condition=limit.condition_da if danish else limit.condition_en,
        valid_from=limit.valid_from,
        valid_to=limit.valid_to,
        source=limit.source,
        note=limit.note,
    )
