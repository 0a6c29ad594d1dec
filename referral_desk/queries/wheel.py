"""The year wheel: what the plan of a year needs to know, and why quarters stayed empty."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.models import EmptyQuarter


def empty_quarter_reasons(session: Session, years: Collection[int]) -> dict[tuple[int, int, int], str]:
    """Why groups held no ordinary meeting, by group, year and quarter (V3); only quarters with a reason are named."""
    found = session.execute(
        select(EmptyQuarter.group_id, EmptyQuarter.year, EmptyQuarter.quarter, EmptyQuarter.reason).where(
            EmptyQuarter.year.in_(years)
        )
    )
    return {(group_id, year, quarter): reason for group_id, year, quarter, reason in found}
