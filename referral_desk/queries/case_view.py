"""All that the page of a case shows, asked at once: the case, its escalation, what is to come, and what it may be."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from referral_desk.queries.agenda import ActivityRow, activities_to_choose
from referral_desk.queries.case import CasePage, case_page
from referral_desk.queries.cases import CaseChoices, case_choices
from referral_desk.queries.escalation import EscalationPage, escalation_page
from referral_desk.queries.hearing import Hearing, coming, hearing_in
from referral_desk.queries.twins import Twin, twins
from referral_desk.queries.way_ahead import WayAhead, way_ahead


@dataclass(frozen=True)
class CaseView:
    """A case with everything around it on a day."""

    case: CasePage
    escalation: EscalationPage | None
    """The one that was asked for, else the newest."""
    ahead: WayAhead | None
    hearing: Hearing | None
    """What becomes of what is sent today; None where nothing is to be sent."""
    twins: tuple[Twin, ...]
    choices: CaseChoices
    activities: tuple[ActivityRow, ...]


def case_view(
    session: Session,
    *,
    case_id: int,
    escalation_id: int | None = None,
    day: dt.date,
    language: str,
    user: str = "",
    is_coordinator: bool = True,
) -> CaseView:
    """A case as seen on a day by somebody; Stale once it is gone.

    An escalation of another case is not shown: the newest of this one is.
    """
    case = case_page(session, case_id=case_id, day=day, language=language)
    case = replace(case, may_carry_up=case.may_carry_up and (is_coordinator or not case.has_ended))
    known = [one.id for one in case.escalations]
    chosen = escalation_id if escalation_id in known else known[-1] if known else None
    return CaseView(
        case=case,
        escalation=None
        if chosen is None
        else escalation_page(
            session,
            escalation_id=chosen,
            day=day,
            language=language,
            user=user,
            is_coordinator=is_coordinator,
        ),
        ahead=None if chosen is None else way_ahead(session, escalation_id=chosen, day=day, language=language),
        hearing=_hearing(session, case, chosen, day, language),
        twins=() if chosen is None else twins(session, escalation_id=chosen, language=language),
        choices=case_choices(session, day=day, language=language),
        activities=activities_to_choose(session, day=day, language=language),
    )


def _hearing(session: Session, case: CasePage, chosen: int | None, day: dt.date, language: str) -> Hearing | None:
    """Of the group that would send it now: the case's own before anything is begun, else who has it to send.

    A group that has ended hears nothing: others move on what lies with it.
    """
    found = next((one for one in case.escalations if one.id == chosen), None)
    sends = case.may_carry_up if found is None else found.state.is_with_sender
    if not sends:
        return None
    group_id = case.row.group_id if found is None else found.holder_id
    calendar = coming(session, day=day, language=language)
    return hearing_in(calendar, group_id, language) if group_id in calendar.year.body else None
