"""An agenda item on paper, in the Danish order of blocks: resume, recommendation, presentation, papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from reportlab.platypus.flowables import CondPageBreak, Flowable

from referral_desk.queries.documents import ActionList
from referral_desk.queries.minutes_record import MinutesContent
from referral_desk.queries.minutes_words import state_line
from referral_desk.queries.packs import PackItem, PackPaper
from referral_desk.reports.action_list import NO_ACTIONS, action_table
from referral_desk.reports.boxes import Deferred, Landmark, Lead, Look, PageNumber, Row, SideLabel, panel
from referral_desk.reports.chrome import item_anchor
from referral_desk.reports.folio import Wide
from referral_desk.reports.front import line_title
from referral_desk.reports.minutes import minutes_anchor, minutes_title
from referral_desk.reports.paragraphs import Block, Para
from referral_desk.reports.style import (
    ACCENT,
    BODY,
    CELL,
    COLUMN,
    EYEBROW,
    FAINT,
    GUTTER,
    INK,
    LINE,
    MM,
    QUIET,
    SIDE,
    SMALL,
    TITLE,
    WARN,
)
from referral_desk.reports.tags import Element, TagCanvas
from referral_desk.reports.text_paper import typeset
from referral_desk.reports.wording import Wording
from referral_desk.reports.words import Run
from referral_desk.texts import N_

_NUMBER: Final = TITLE.but(colour=ACCENT)
_FACT: Final = SMALL.but(after=1.5)
_APART: Final = "   ·   "


def item(
    one: PackItem,
    say: Wording,
    section: Element,
    reason_of: Callable[[PackPaper], str],
    pages_of: Callable[[PackPaper], int],
) -> Iterator[Flowable]:
    """Give the pages of an item, without its papers. `reason_of` tells why a paper is not there, "" if it is.

    `pages_of` tells how many pages a paper took; it is asked when the whole pack is laid out.
    """
    yield Landmark(0, f"{one.number}  {one.title}", item_anchor(one), before=18 * MM)
    yield from _head(one, say, section)
    if one.resume:
        yield from _block(N_("Summary"), one.resume, say, section)
    if one.recommendation:
        yield _recommendation(one, say, section)
    if one.presentation:
        yield from _block(N_("Presentation"), one.presentation, say, section)
    if one.approves:
        yield from _minutes(one.approves, say, section)
    if one.papers:
        yield from _papers(one, say, section, reason_of, pages_of)
    if one.open_actions:
        yield from _open_actions(one.open_actions, say, section)


def _head(one: PackItem, say: Wording, section: Element) -> Iterator[Flowable]:
    heading = section.add("H2")
    yield SideLabel(str(one.number), _NUMBER, heading, gutter=GUTTER)
    yield Para(one.title, TITLE, heading)
    facts = []
    if one.starts_at:
        facts.append(f"kl. {say.hour(one.starts_at)}" if say.language == "da" else say.hour(one.starts_at))
    if one.minutes:
        facts.append(say.minutes(one.minutes))
    # What the group is to do with the item comes first, and in ink; who brings it and what it serves follow below.
    runs = [Run(say.purpose(one), bold=True, colour=INK), *(Run(f"{_APART}{fact}") for fact in facts)]
    if one.new:
        new = say(N_("new"))
        runs.insert(0, Run(f"{new[0].upper()}{new[1:]}{_APART}", bold=True, colour=ACCENT))
    if one.label == "confidential":
        runs.append(Run(f"{_APART}{say.label(one.label)}", bold=True, colour=WARN))
    yield Para(runs, _FACT, section.add("P"))
    if one.owner:
        yield Para(say(N_("Brought by {owner}"), owner=one.owner), _FACT, section.add("P"))
    for activity in one.plan_activities:
        yield Para(activity, _FACT, section.add("P"))


def _block(name: str, text: str, say: Wording, section: Element) -> Iterator[Flowable]:
    yield SideLabel(say(name).upper(), SIDE, section.add("H3"), gutter=GUTTER, lower=1.5)
    story = typeset(text, section, under=3, width=COLUMN)
    if story and isinstance(story[0], Block):
        story[0].before = 0
    yield from story


def _recommendation(one: PackItem, say: Wording, section: Element) -> Row:
    """What the item asks for, on a ground of its own: the eye finds it first."""
    name = Para(say(N_("Recommendation")).upper(), EYEBROW.but(colour=ACCENT, after=3), section.add("H3"))
    asks: list[Flowable] = [name]
    lines = [line for line in one.recommendation if line.strip()]
    if len(lines) == 1:
        asks.append(Para(lines[0], BODY.but(after=0), section.add("P")))
    else:
        points = section.add("L")
        points.numbering = "Decimal"
        for number, line in enumerate(lines, start=1):
            point = points.add("LI")
            label = Para(f"{number}.", BODY.but(colour=ACCENT, after=0), point.add("Lbl"))
            body = Para(line, BODY.but(after=0), point.add("LBody"))
            asks.append(Row([[label], [body]], [15, None], Look(0, 0, 2), after=3))
    return panel(asks, before=8, after=4)


def _minutes(minutes: MinutesContent, say: Wording, section: Element) -> Iterator[Flowable]:
    """Lead to the minutes that stand behind the item."""
    yield SideLabel(say(N_("Minutes")).upper(), SIDE, section.add("H3"), gutter=GUTTER, lower=5.5)
    line = section.add("P")
    link, anchor = line.add("Link"), minutes_anchor(minutes)
    name = minutes_title(minutes, say)
    cells: list[list[Flowable]] = [
        [Para((Run(name), Run(f"  ·  {state_line(minutes, say.day)}", colour=QUIET)), CELL, link, runs_on=True)],
        [PageNumber(anchor, CELL, link)],
    ]
    row = Row(cells, [None, 11 * MM], Look(4.5, 5.5, 6, LINE))
    row.leads = Lead(link, anchor, say(N_("Go to {title}"), title=name))
    yield row


def _open_actions(actions: ActionList, say: Wording, section: Element) -> Iterator[Flowable]:
    """The group's open actions as of the day the pack was made."""
    yield CondPageBreak(40 * MM)
    name = say(N_("Open actions as of {day}"), day=say.day(actions.day))
    yield Wide([Para(name.upper(), EYEBROW.but(before=0, after=2), section.add("H3"))], before=14)
    if actions.actions:
        yield Wide([action_table(actions.actions, say, section, owner=True)])
    else:
        yield Para(say(NO_ACTIONS), BODY, section.add("P"))


def _papers(
    one: PackItem,
    say: Wording,
    section: Element,
    reason_of: Callable[[PackPaper], str],
    pages_of: Callable[[PackPaper], int],
) -> Iterator[Flowable]:
    yield SideLabel(say(N_("Appendices")).upper(), SIDE, section.add("H3"), gutter=GUTTER, lower=5.5)
    points = section.add("L")
    for number, paper in enumerate(one.papers):
        point = points.add("LI")
        label, body = point.add("Lbl"), point.add("LBody")
        reason = reason_of(paper)
        goes = say(N_("Go to appendix {number}: {title}"), number=paper.number, title=paper.title)
        anchor = f"paper-{paper.number}"
        link = body.add("Link")
        text: list[Flowable] = [Para(line_title(paper, say), CELL, link)]
        if reason:
            text.append(Para(reason, SMALL.but(colour=WARN), body.add("P")))
        elif paper.removed:
            removed = say(N_("Removed for safety: {what}"), what=", ".join(paper.removed))
            text.append(Para(removed, SMALL.but(colour=FAINT), body.add("P")))
        size: list[Flowable] = []
        if not reason:
            pages = partial(_pages, say, pages_of, paper)
            size = [Deferred(pages, SMALL.but(leading=13.5), body.add("P"))]
        page = [PageNumber(anchor, CELL, body.add("P"))]
        cells = [[Para(paper.number, CELL.but(colour=QUIET), label)], text, size, page]
        rule = LINE if number < len(one.papers) - 1 else None
        pair = number == 0 and len(one.papers) > 1  # the label in the gutter does not stand alone
        row = Row(cells, [11 * MM, None, 20 * MM, 11 * MM], Look(4.5, 5.5, 6, rule), with_next=pair)
        row.leads = Lead(link, anchor, goes)
        yield row


def _pages(say: Wording, pages_of: Callable[[PackPaper], int], paper: PackPaper, _canvas: TagCanvas) -> str:
    return say.pages(pages_of(paper))
