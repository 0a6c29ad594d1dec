"""The leak alarm on a pack: its texts, the names and words of its papers, and what it carries besides (V10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.guard.meeting_leaks import Leak, entry_field, new_finds, ordinary_of, with_reasons
from referral_desk.guard.paper_leaks import NOT_LOOKED, UNREAD, PackLeaks, in_name, in_paper, on_paper
from referral_desk.guard.personal_data import Find, Ordinary, finds
from referral_desk.models.agenda import Paper
from referral_desk.models.findings import Finding, Weight
from referral_desk.models.minutes import Minutes
from referral_desk.texts import N_
from referral_desk.vocabulary import Label

if TYPE_CHECKING:
    from referral_desk.guard.personal_data.papers import ScannedPaper
    from referral_desk.models.actions import ActionItem
    from referral_desk.models.agenda import AgendaItem
    from referral_desk.models.carried import Carried
    from referral_desk.models.meetings import Meeting

CLOSED: Final = Label.CONFIDENTIAL
IN_ITEM: Final = N_(
    "Item {number} holds what looks like personal data ({kind}, {words}): take it out, or keep it and say why."
)
IN_MEETING: Final = N_(
    "The meeting's title or place holds what looks like personal data ({kind}, {words}): take it out, or keep it and"
    " say why."
)
IN_MINUTES: Final = N_(
    "The minutes behind item {number} hold what looks like personal data ({kind}, {words}): take it out of them, or"
    " keep it and say why."
)
IN_ACTION: Final = N_(
    "The open action {number} holds what looks like personal data ({kind}, {words}): take it out, or keep it and say"
    " why."
)


def pack_leaks(
    session: Session, meeting: Meeting, behind: Carried, label: Label, looks: Mapping[str, ScannedPaper]
) -> PackLeaks:
    """Look through an agenda's texts, its papers' names, and the minutes and actions that a pack under a label carries.

    `looks` are the papers' words by the document's SHA-256. Of carried minutes only the open part leaves.

    Names of the directory are ordinary here: members bring items and write papers. CPR numbers in texts and names have
    findings of their own (`AgendaItem.cpr_findings`), which nobody can keep, so they are not told twice.
    """
    ordinary = ordinary_of(session)
    found = [
        Leak(("meeting", meeting.id), name, find, IN_MEETING, "")
        for name, text in (("title", meeting.title), ("place", meeting.place))
        for find in new_finds(text, ordinary)
    ]
    unlooked: list[Finding] = []
    unread: list[Finding] = []
    for item in meeting.items:
        found += _in_item(item, ordinary)
        if minutes := behind.minutes.get(item.id):
            found += _in_minutes(session, item, minutes, ordinary)
        found += _in_actions(session, item, behind.actions_of(item, label), ordinary)
        for paper in item.papers:
            found += in_name(paper, lambda text: new_finds(text, ordinary))
            if paper.document.problem:
                continue
            look = looks.get(paper.document.sha256)
            if look is None:
                unlooked.append(on_paper(paper, Weight.STOPS, NOT_LOOKED))
                continue
            found += in_paper(paper, look)
            if look.unread or look.problem:
                unread.append(on_paper(paper, Weight.WARNS, UNREAD, count=max(look.unread, 1)))
    return PackLeaks(with_reasons(session, found), tuple(unlooked), tuple(unread))


def _in_item(item: AgendaItem, ordinary: Ordinary) -> Iterable[Leak]:
    for name, text in item.own_texts().items():
        for find in new_finds(text, ordinary):
            yield Leak(("item", item.id), name, find, IN_ITEM, str(item.number), item_id=item.id)


def _in_minutes(session: Session, item: AgendaItem, minutes: Minutes, ordinary: Ordinary) -> Iterator[Leak]:
    """What an item is to approve, as far as it leaves (the open part).

    Of approved minutes only entries can be corrected; what stands beside them goes out with its finds hidden.
    """
    meeting = minutes.meeting
    if meeting.label is CLOSED:
        return
    own, shown = ("minutes", minutes.id), [one for one in meeting.items if one.label is not CLOSED]
    also = (own, *(("item", one.id) for one in shown))

    def leaks(where: tuple[tuple[str, int], str, int | None], text: str, found: Iterable[Find]) -> Iterator[Leak]:
        subject, name, item_id = where
        for find in found:
            leak = Leak(subject, name, find, IN_MINUTES, str(item.number), item_id=item_id, text=text, also=also)
            yield replace(leak, meeting_id=meeting.id)

    if not minutes.is_frozen:
        for where, text in (((own, "title", None), meeting.title), *_beside(session, shown)):
            yield from leaks(where, text, finds(text, ordinary=ordinary))
    # Numbers that look like CPR numbers stop minutes that are not approved by themselves, and are not told twice.
    look = finds if minutes.is_frozen else new_finds
    for entry in minutes.in_order():
        labels = (entry.item.label, entry.label, *([entry.action.label] if entry.action else []))
        if CLOSED not in labels:
            where = (own, entry_field(entry.id), entry.item_id)
            for leak in leaks(where, entry.text, look(entry.text, ordinary=ordinary)):
                yield replace(leak, entry_id=entry.id)


def _beside(
    session: Session, items: Sequence[AgendaItem]
) -> Iterator[tuple[tuple[tuple[str, int], str, int | None], str]]:
    """What minutes say of items beside their entries: what it belongs to, the field, the item, and the text."""
    for item in items:
        told = {"title": item.title, "resume": item.resume, "recommendation": item.recommendation}
        for name, text in (told | {"outcome_reason": item.outcome_reason}).items():
            yield (("item", item.id), name, item.id), text
    papers = select(Paper.id, Paper.title, Paper.item_id).where(
        Paper.item_id.in_([item.id for item in items]), Paper.label != CLOSED
    )
    for paper_id, title, item_id in session.execute(papers.order_by(Paper.id)):
        yield (("paper", paper_id), "name", item_id), title


def _in_actions(
    session: Session, item: AgendaItem, actions: Sequence[ActionItem], ordinary: Ordinary
) -> Iterable[Leak]:
    """Open actions; a reason that was given in the minutes from which one comes counts here too."""
    found = [
        Leak(
            ("action", action.id),
            "text",
            find,
            IN_ACTION,
            action.reference,
            item_id=item.id,
            text=action.text,
            action_id=action.id,
        )
        for action in actions
        for find in new_finds(action.text, ordinary)
    ]
    if not found:
        return ()
    come_from = {action.id: action.item for action in actions}
    meetings = {one.meeting_id for one in come_from.values() if one is not None}
    rows = session.execute(select(Minutes.meeting_id, Minutes.id).where(Minutes.meeting_id.in_(meetings)))
    minutes = dict(rows.all())
    told = []
    for leak in found:
        origin = come_from[leak.subject[1]]
        also = [] if origin is None else [("item", origin.id)]
        if origin is not None and origin.meeting_id in minutes:
            also.append(("minutes", minutes[origin.meeting_id]))
        told.append(replace(leak, also=tuple(also)))
    return told
