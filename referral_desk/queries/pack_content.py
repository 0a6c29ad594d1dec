"""Fill a meeting's pack from the record: names as they were on the meeting's day, papers as they are safe to show."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from referral_desk.errors import Stale
from referral_desk.files import safe_file_name as safe_file_name  # noqa: PLC0414 - a pack's name is made here
from referral_desk.guard.findings import Removed
from referral_desk.guard.pack_leaks import pack_leaks
from referral_desk.models import ActionItem, AgendaItem, Document, Meeting, PackIssue, Paper, PlanActivity, PlanArea
from referral_desk.models.carried import Carried, carried
from referral_desk.models.findings import refuse_first
from referral_desk.models.manifests import Change, Manifest, What
from referral_desk.models.pack_check import pack_findings
from referral_desk.queries.actions import action_rows
from referral_desk.queries.agenda import activity_line, owner_line, with_owners
from referral_desk.queries.document_content import action_line
from referral_desk.queries.documents import ActionList
from referral_desk.queries.meeting import GONE, MemberRow, load_holders, meeting_members
from referral_desk.queries.minutes_content import minutes_content
from referral_desk.queries.minutes_leaving import hidden_minutes
from referral_desk.queries.minutes_record import MinutesContent, open_part
from referral_desk.queries.packs import Language, PackContent, PackItem, PackMember, PackPaper
from referral_desk.queries.papers import removed_from
from referral_desk.texts import N_, label, say
from referral_desk.vocabulary import Label, StandingRole

if TYPE_CHECKING:
    from referral_desk.guard.personal_data.papers import ScannedPaper

# What a reader of the paper never saw, and so does not miss.
UNSEEN = frozenset({Removed.METADATA, Removed.LOCATION, Removed.CONTROLS, Removed.PROTECTION})
BULLET = re.compile(r"^\s*(?:[-–•*]|\d+[.)])\s+")


@dataclass(frozen=True)
class PackSource:
    """What a pack is built from: its words, its papers' bytes by SHA-256, and what makes it this pack and no other."""

    content: PackContent
    files: dict[str, bytes]
    fingerprint: str
    file_name: str

    def frozen_content(self) -> str:
        """The content as JSON, to be kept with the issue."""
        return json.dumps(asdict(self.content), ensure_ascii=False, sort_keys=True, default=str)


def pack_source(
    session: Session,
    *,
    meeting_id: int,
    language: Language,
    pack_label: Label,
    today: dt.date,
    looks: Mapping[str, ScannedPaper] | None = None,
) -> PackSource:
    """Everything that building a pack needs. Stale if the meeting is gone.

    With `looks`, what the leak alarm says of the papers by SHA-256, also Invalid where it found what nobody kept.

    Invalid where a rule stops the pack: what looks like a CPR number (V10), an empty agenda, a label too open;
    Unavailable if a stored paper is no longer what was stored (V6).
    """
    meeting = _meeting(session, meeting_id)
    behind = carried(session, meeting)
    refuse_first(pack_findings(meeting, pack_label, behind))
    if looks is not None:
        refuse_first(pack_leaks(session, meeting, behind, pack_label, looks).findings)
    files: dict[str, bytes] = {}
    for item in meeting.items:
        for paper in item.papers:
            safe = paper.document.content.read_safe()
            if safe is not None and not paper.document.problem:
                files[paper.document.content.safe_sha256] = safe
    content = _content(_Pack(session, meeting, behind, language, pack_label, today))
    return PackSource(content, files, Manifest.of(meeting, behind).fingerprint(), pack_file_name(content))


def pack_file_name(content: PackContent) -> str:
    """A name that every system takes, such as "2026-12-03 Testgruppe mødemateriale 1 Intern.pdf" (domain 4.6)."""
    words = say(N_("meeting pack"), content.language)
    told = label(Label(content.label), content.language)
    name = f"{content.date.isoformat()} {content.group} {words} {content.issue} {told}"
    return safe_file_name(name) + ".pdf"


def _meeting(session: Session, meeting_id: int) -> Meeting:
    items = selectinload(Meeting.items)
    meeting = session.get(
        Meeting,
        meeting_id,
        options=[
            items.selectinload(AgendaItem.papers).selectinload(Paper.document).joinedload(Document.content),
            items.selectinload(AgendaItem.activities).joinedload(PlanActivity.area).joinedload(PlanArea.plan),
            *with_owners(items),
            joinedload(Meeting.chair),
            joinedload(Meeting.secretary),
            selectinload(Meeting.issues).load_only(PackIssue.number, PackIssue.manifest),
        ],
    )
    if meeting is None:
        raise Stale(GONE)
    load_holders(session, meeting)
    return meeting


@dataclass(frozen=True)
class _Pack:
    """What is known while a pack is filled."""

    session: Session
    meeting: Meeting
    behind: Carried
    language: Language
    label: Label
    today: dt.date


def _content(pack: _Pack) -> PackContent:
    session, meeting, language = pack.session, pack.meeting, pack.language
    day, group = meeting.day, meeting.group
    last = meeting.issues[-1] if meeting.issues else None
    changes = Manifest.of(meeting, pack.behind).since(Manifest.read(last.manifest) if last else None)
    return PackContent(
        language=language,
        group=group.name_on(day, language),
        tier=group.tier.value,
        title=meeting.title,
        date=day,
        starts=meeting.starts,
        ends=meeting.ends,
        issue=last.number + 1 if last else 1,
        issued_on=pack.today,
        number=meeting.number,
        place=meeting.place,
        chair=meeting.chair.name if meeting.chair else "",
        secretary=meeting.secretary.name if meeting.secretary else "",
        label=pack.label.value,
        news=tuple(change.sentence(language) for change in changes),
        items=tuple(_item(pack, item, changes) for item in meeting.items),
        members=tuple(
            _member(row, language) for row in meeting_members(session, meeting_id=meeting.id, language=language)
        ),
    )


def _item(pack: _Pack, item: AgendaItem, changes: list[Change]) -> PackItem:
    meeting, language = pack.meeting, pack.language
    return PackItem(
        number=item.number,
        title=item.title,
        purpose=item.purpose.value,
        starts_at=meeting.start_of(item),
        minutes=item.minutes,
        owner=owner_line(item, meeting.day, language),
        resume=item.resume.strip(),
        recommendation=tuple(
            BULLET.sub("", line).strip() for line in item.recommendation.splitlines() if BULLET.sub("", line).strip()
        ),
        presentation=item.presentation.strip(),
        plan_activities=tuple(activity_line(activity, language) for activity in item.activities),
        label=item.label.value,
        papers=tuple(_paper(paper, language, changes) for paper in item.papers),
        new=any(change.item_id == item.id and change.what is What.ITEM_NEW for change in changes),
        approves=_minutes(pack, item),
        open_actions=_actions(pack, item),
    )


def _minutes(pack: _Pack, item: AgendaItem) -> MinutesContent | None:
    """The open part of the minutes that the item is to approve; their closed annex is never in a pack."""
    if item.id not in pack.behind.minutes or item.approves_id is None:
        return None
    content = minutes_content(pack.session, meeting_id=item.approves_id, language=pack.language)
    return hidden_minutes(pack.session, open_part(content))


def _actions(pack: _Pack, item: AgendaItem) -> ActionList | None:
    """The group's open actions as of the day the pack is made, behind the item that goes through them."""
    if item.standing is not StandingRole.OPEN_ACTIONS:
        return None
    wanted = [action.id for action in pack.behind.actions_of(item, pack.label)]
    chosen = (
        select(ActionItem).where(ActionItem.id.in_(wanted)).order_by(ActionItem.due.asc().nulls_last(), ActionItem.id)
    )
    rows = action_rows(pack.session, chosen, day=pack.today, language=pack.language)
    group = pack.meeting.group.name_on(pack.meeting.day, pack.language)
    return ActionList(pack.language, pack.today, pack.label, tuple(action_line(row) for row in rows), group)


def _paper(paper: Paper, language: Language, changes: list[Change]) -> PackPaper:
    document = paper.document
    problem = document.problem_finding()
    fresh = {What.PAPER_NEW, What.PAPER_REPLACED}
    return PackPaper(
        number=paper.number,
        title=paper.title,
        file_name=document.name,
        kind=document.kind,  # type: ignore[arg-type]
        sha256=None if problem else document.content.safe_sha256,
        pages=document.pages,
        problem=problem.sentence(language) if problem else None,
        removed=removed_from(document, language, besides=UNSEEN),
        new=any(change.paper_id == paper.id and change.what in fresh for change in changes),
    )


def _member(row: MemberRow, language: Language) -> PackMember:
    seat = label(row.kind, language)
    if row.represents:
        seat = say(N_("{seat} of {group}"), language, seat=seat, group=row.represents)
    return PackMember(
        name=row.name,
        organisation=row.organisation,
        sector=label(row.sector, language) if row.sector else "",
        seat=seat,
        is_vacant=row.is_vacant,
    )
