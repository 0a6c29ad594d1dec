"""What the rules in force on a day say of a matter: who identifies, and which periods run. Guidance, never a verdict.

Every line is a row of the legal limits that holds on that day, with its condition and its source (V12); several stand
side by side where the sources disagree (domain 2.17, Q3 to Q6).
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from referral_desk.models import Organisation
from referral_desk.queries.limits import LimitRow, limits_in_force
from referral_desk.reference.citing import cited, remarked, spelled, titled
from referral_desk.reference.files import deciders
from referral_desk.texts import N_, say
from referral_desk.vocabulary import Answer

IDENTIFICATION: Final = "identification_"
PREFACE: Final = N_(
    "Guidance from the rules in force on that day, each with its source. The authorities decide; the desk never does."
)
ASK_STATUS: Final = N_("Who identifies depends on the residence status: it is not known here.")
ASK_DETAINED: Final = N_("Is the person detained? Then identification usually goes faster.")
ASK_MINOR: Final = N_("Is the person under 18? Then rules on children apply too.")
NO_RULE: Final = N_("The sources name no rule on who identifies for this status on that day.")
DISAGREE: Final = N_("The sources disagree here: read both conditions.")

_LEGAL: Final = frozenset({"danish_citizen", "eu_citizen", "legal_stay"})
_UNKNOWN: Final = frozenset({"", "unknown"})
_ASYLUM: Final = frozenset({"asylum_seeker", "dublin"})

FROM_DECISION: Final = N_("counted from the decision")
FROM_DETENTION: Final = N_("counted from the detention")
FROM_RETURN: Final = N_("counted from the return")
FROM_END_OF_HELP: Final = N_("counted from the end of the help after the return")
FROM_STAY: Final = N_("counted from the beginning of the stay")
# From what each period runs: a topic that is not here has no period of its own.
_COUNTED: Final = {
    "departure_deadline": FROM_DECISION,
    "reflection_maximum": FROM_DECISION,
    "eu_citizen_stay": FROM_STAY,
    "detention_identification": FROM_DETENTION,
    "reintegration_support": FROM_RETURN,
    "monitoring_after_return": FROM_RETURN,
    "monitoring_after_support": FROM_END_OF_HELP,
}
LENGTHS: Final = {
    "hours": (N_("{count} hour"), N_("{count} hours")),
    "days": (N_("{count} day"), N_("{count} days")),
    "months": (N_("{count} month"), N_("{count} months")),
    "years": (N_("{count} year"), N_("{count} years")),
}
"""How long a period is, for one and for several of each unit."""
_RETURN: Final = ("reintegration_support", "monitoring_after_return", "monitoring_after_support")
_MONITORING: Final = frozenset({"monitoring_after_return", "monitoring_after_support"})
_MINORS: Final = (
    *("minor_age", "minor_representative", "minor_representative_gap", "minor_plan", "minor_municipal_plan"),
    *("minor_tracing", "minor_asylum"),
)


@dataclass(frozen=True)
class AuthorityRow:
    """A rule on who identifies: its words, who that is as called on the day, and where it says so."""

    code: str
    title: str
    authority: str
    authority_code: str
    condition: str
    source: str
    titles: str
    """The sources with their whole titles, a line each; empty where the place says it all."""
    note: str
    valid_from: dt.date | None
    valid_to: dt.date | None


@dataclass(frozen=True)
class GuidanceLine:
    """A rule or period in force.

    `until` is the last day of a period that runs from the decision, where the day of that is known. Of other periods
    the desk does not know when they begin: it tells their length, and from what they run.
    """

    code: str
    topic: str
    title: str
    value: int | None
    unit: str
    """hours, days, months or years; empty where no source gives a figure."""
    until: dt.date | None
    length: str
    """How long the period is, in words; empty where nothing is counted."""
    counted: str
    """From what the period runs, in words; empty where nothing is counted."""
    condition: str
    source: str
    titles: str
    note: str
    disagreement: str
    """Says that another line contradicts this one; empty where none does."""
    valid_from: dt.date | None
    valid_to: dt.date | None


@dataclass(frozen=True)
class Guidance:
    """What holds on a day: who identifies, what runs, what holds for minors, and what to ask to know more."""

    day: dt.date
    preface: str
    authorities: tuple[AuthorityRow, ...]
    """For the residence status; empty where it is not known, or no rule speaks of it."""
    also: tuple[AuthorityRow, ...]
    """Rules that hold besides, whatever the status."""
    limits: tuple[GuidanceLine, ...]
    minors: tuple[GuidanceLine, ...]
    notes: tuple[GuidanceLine, ...]
    """Legal notes that belong to the status."""
    asks: tuple[str, ...]


def guidance(
    session: Session,
    *,
    residence_status: str,
    day: dt.date,
    is_minor: Answer,
    is_detained: Answer,
    language: str,
    decided_on: dt.date | None = None,
) -> Guidance:
    """What the rules in force say of somebody with a residence status (a code of that picklist).

    They are those of the day of the decision, `decided_on`, and as long as that is not known those of `day`.
    """
    day = decided_on or day
    rows = limits_in_force(session, day=day, language=language)
    rules = [row for row in rows if row.topic.startswith(IDENTIFICATION) and row.code in deciders()]
    names = _authorities(session, {deciders()[row.code][1] for row in rules}, day, language)
    told = [row for row in rules if residence_status in deciders()[row.code][0]]
    besides = [row for row in rules if not deciders()[row.code][0]]
    asks = []
    if residence_status in _UNKNOWN:
        asks.append(ASK_STATUS)
    elif not told:
        asks.append(NO_RULE)
    if is_detained is Answer.UNKNOWN and residence_status not in _LEGAL:
        asks.append(ASK_DETAINED)
    if is_minor is Answer.UNKNOWN:
        asks.append(ASK_MINOR)
    periods = _periods(residence_status, rows, is_detained=is_detained is Answer.YES)
    minors = [topic for topic in _MINORS if topic != "minor_asylum" or residence_status in _ASYLUM | _UNKNOWN]
    return Guidance(
        day=day,
        preface=say(PREFACE, language),
        authorities=tuple(_authority(row, names, language) for row in told),
        also=tuple(_authority(row, names, language) for row in besides),
        limits=_lines(rows, periods, decided_on, language),
        minors=_lines(rows, minors if is_minor is Answer.YES else (), decided_on, language),
        notes=_lines(rows, _notes(residence_status), decided_on, language),
        asks=tuple(say(text, language) for text in asks),
    )


def _periods(status: str, rows: Iterable[LimitRow], *, is_detained: bool) -> list[str]:
    """The topics that belong to a residence status; all that could apply where it is not known."""
    found = []
    if status not in _LEGAL:
        found += ["departure_deadline", "reflection_maximum"]
    if status in _LEGAL or status in _UNKNOWN:
        found.append("recovery_legal_stay")
    if status in {"eu_citizen"} | _UNKNOWN:
        found.append("eu_citizen_stay")
    if is_detained and status != "danish_citizen":
        found.append("detention_identification")
    excluded = status == "dublin" and any(row.topic == "dublin_exclusion" for row in rows)
    if excluded:
        found.append("dublin_exclusion")
    elif status != "danish_citizen":
        found += _RETURN
    return found


def _notes(status: str) -> list[str]:
    found = ["support_unconditional"]
    if status in {"possible_expulsion", "no_legal_stay"}:
        found.append("expulsion")
    if status == "on_trial":
        found += ["dropping_charges", "residence_for_proceedings"]
    elif status != "danish_citizen":
        found.append("residence_for_proceedings")
    return found


def _authorities(session: Session, codes: set[str], day: dt.date, language: str) -> dict[str, str]:
    """What each authority is called on a day, by its code."""
    found = session.scalars(
        select(Organisation).where(Organisation.code.in_(codes)).options(selectinload(Organisation.names))
    )
    return {body.code or "": body.name_on(day, language) for body in found}


def _authority(row: LimitRow, names: dict[str, str], language: str) -> AuthorityRow:
    code = deciders()[row.code][1]
    return AuthorityRow(
        code=row.code,
        title=row.title,
        authority=names.get(code, code.upper()),
        authority_code=code,
        condition=spelled(row.condition, language),
        source=cited(row.source, language),
        titles=titled(row.source, language),
        note=remarked(row.code, row.note, language),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def _lines(
    rows: Iterable[LimitRow], topics: Iterable[str], decided_on: dt.date | None, language: str
) -> tuple[GuidanceLine, ...]:
    by_topic: dict[str, list[LimitRow]] = {}
    for row in rows:
        by_topic.setdefault(row.topic, []).append(row)
    shown = [topic for topic in topics if topic in by_topic]
    found = []
    for topic in shown:
        is_disputed = len(by_topic[topic]) > 1 or (topic in _MONITORING and set(shown) >= _MONITORING)
        found += [_line(row, decided_on, language, is_disputed=is_disputed) for row in by_topic[topic]]
    return tuple(found)


def _line(row: LimitRow, decided_on: dt.date | None, language: str, *, is_disputed: bool) -> GuidanceLine:
    counted, length, until = "", "", None
    if row.value is not None and row.topic in _COUNTED:
        counted = _COUNTED[row.topic]
        length = say(LENGTHS[row.unit][row.value != 1], language, count=row.value)
        if counted == FROM_DECISION and decided_on is not None:
            until = last_day(decided_on, row.value, row.unit)
    return GuidanceLine(
        code=row.code,
        topic=row.topic,
        title=row.title,
        value=row.value,
        unit=row.unit,
        until=until,
        length=length,
        counted=say(counted, language) if counted else "",
        condition=spelled(row.condition, language),
        source=cited(row.source, language),
        titles=titled(row.source, language),
        note=remarked(row.code, row.note, language),
        disagreement=say(DISAGREE, language) if is_disputed else "",
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def last_day(begins: dt.date, value: int, unit: str) -> dt.date:
    """The day on which a period ends that begins on a day: 30 days after 1 November is 1 December.

    A month ends on the same day of the month, or on its last where it has no such day; hours end on the day they reach.
    What lies beyond the calendar ends with it.
    """
    try:
        return _last_day(begins, value, unit)
    except (OverflowError, ValueError):
        return dt.date.max


def _last_day(begins: dt.date, value: int, unit: str) -> dt.date:
    if unit == "hours":
        return begins + dt.timedelta(days=-(-value // 24))
    if unit == "days":
        return begins + dt.timedelta(days=value)
    months = begins.year * 12 + begins.month - 1 + value * (12 if unit == "years" else 1)
    year, month = months // 12, months % 12 + 1
    return dt.date(year, month, min(begins.day, calendar.monthrange(year, month)[1]))
