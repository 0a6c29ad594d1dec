"""The leak alarm on minutes that leave the desk as a file: what can be mended is refused, what cannot is hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from referral_desk.models import Minutes, Paper
from referral_desk.queries.leaving import Leaving, check_leaving, hidden_in
from referral_desk.queries.minutes_record import MinutesContent, MinutesCorrection, MinutesItem
from referral_desk.texts import N_
from referral_desk.vocabulary import MinutesState

DRAFT: Final = N_(
    "The minutes of item {reference} hold what looks like personal data ({count}): take each out, or keep it with a"
    " reason once the minutes are with the chair."
)
GOING_ROUND: Final = N_(
    "The minutes of item {reference} hold what looks like personal data ({count}): take each out, or keep it with a"
    " reason beside the minutes' next step."
)
APPROVED: Final = N_(
    "The approved minutes of item {reference} hold what looks like personal data ({count}): make a correction of the"
    " entry, where each is taken out or kept with a reason."
)
EARLIER: Final = N_(
    "The minutes of item {reference} hold in this edition what looks like personal data ({count}): save the last"
    " edition, or correct it first."
)
ITEM: Final = N_(
    "The texts of item {reference} hold what looks like personal data ({count}): take each out of the agenda, or keep"
    " it with a reason in the pack's check."
)
MEETING: Final = N_(
    "What the meeting {reference} tells holds what looks like personal data ({count}): take each out of its title, its"
    " place, its reasons and its own words before anything is sent."
)


def checked_minutes(session: Session, content: MinutesContent) -> MinutesContent:
    """What may leave the desk of minutes; Invalid where an entry holds a find that nobody kept, and where to mend it.

    An entry of approved minutes is corrected first; in what stands beside the entries, such as the title or the words
    before a correction, finds are hidden. A reason that was given for the minutes, an item or the name of a paper
    counts here.
    """
    subjects = _subjects(session, content)
    sentence = _sentence(session, content)
    parts = [
        Leaving(str(item.number), [one.text for one in item.entries], subjects, sentence=sentence)
        for item in content.items
    ]
    if content.is_draft:
        parts += [Leaving(str(item.number), list(_beside(item)), subjects, sentence=ITEM) for item in content.items]
        parts.append(
            Leaving(
                f"{content.day:%Y-%m-%d}",
                [content.title, content.place],
                [("meeting", content.meeting_id), *subjects],
                sentence=MEETING,
            )
        )
    check_leaving(session, *parts)
    return hidden_minutes(session, content)


def hidden_minutes(session: Session, content: MinutesContent) -> MinutesContent:
    """Approved minutes with the finds hidden that stand beside their entries, and that no correction took out yet."""
    if content.is_draft or not hidden_in(session, _unmended(content)):
        return content
    told = hidden_in(session, _unmended(content), _subjects(session, content))
    return _hidden(content, lambda text: told.get(text, text)) if told else content


def _sentence(session: Session, content: MinutesContent) -> str:
    if content.is_draft:
        return DRAFT if content.state is MinutesState.DRAFT else GOING_ROUND
    minutes = session.scalar(select(Minutes).where(Minutes.meeting_id == content.meeting_id))
    last = minutes.editions[-1].number if minutes and minutes.editions else content.edition
    return APPROVED if content.edition == last else EARLIER


def _subjects(session: Session, content: MinutesContent) -> list[tuple[str, int]]:
    minutes = session.scalars(select(Minutes.id).where(Minutes.meeting_id == content.meeting_id))
    items = [item.id for item in content.items]
    papers = session.scalars(select(Paper.id).where(Paper.item_id.in_(items)))
    return [
        *(("minutes", key) for key in minutes),
        *(("item", key) for key in items),
        *(("paper", key) for key in papers),
    ]


def _beside(item: MinutesItem) -> Iterator[str]:
    yield from (item.title, item.resume, *item.recommendation, item.outcome_reason)
    yield from (paper.title for paper in item.papers)


def _unmended(content: MinutesContent) -> Iterator[str]:
    yield from (content.title, content.place)
    for item in content.items:
        yield from _beside(item)
    if content.approval:
        yield content.approval.note
    for one in content.corrections:
        yield one.reason
        for change in one.changes:
            yield from (change.item_title, change.before, change.after)


def _hidden(content: MinutesContent, say: Callable[[str], str]) -> MinutesContent:
    return replace(
        content,
        title=say(content.title),
        place=say(content.place),
        items=tuple(_hidden_item(item, say) for item in content.items),
        approval=replace(content.approval, note=say(content.approval.note)) if content.approval else None,
        corrections=tuple(_hidden_correction(one, say) for one in content.corrections),
    )


def _hidden_item(item: MinutesItem, say: Callable[[str], str]) -> MinutesItem:
    return replace(
        item,
        title=say(item.title),
        resume=say(item.resume),
        recommendation=tuple(map(say, item.recommendation)),
        outcome_reason=say(item.outcome_reason),
        papers=tuple(replace(paper, title=say(paper.title)) for paper in item.papers),
    )


def _hidden_correction(one: MinutesCorrection, say: Callable[[str], str]) -> MinutesCorrection:
    return replace(
        one,
        reason=say(one.reason),
        changes=tuple(
            replace(change, item_title=say(change.item_title), before=say(change.before), after=say(change.after))
            for change in one.changes
        ),
    )
