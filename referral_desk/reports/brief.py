"""An escalation brief as PDF: what is asked first, then why, by which rules, from where and through which bodies.

Loaded by the worker only (`documents` is the door).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.platypus.flowables import CondPageBreak, Flowable

from referral_desk.queries.brief_words import (
    HAPPENED,
    READERS,
    URGENCIES,
    brief_kind,
    brief_state,
    from_to,
    paper_file,
    rule_period,
    what_is_asked,
)
from referral_desk.queries.case_documents import Brief, BriefLine, BriefOrigin, BriefPaper, BriefRule
from referral_desk.reports.boxes import Grid, Look, Row, SideLabel, panel
from referral_desk.reports.entry_text import set_entry
from referral_desk.reports.folio import Folio, Imprint, Wide
from referral_desk.reports.hidden_words import hidden_words
from referral_desk.reports.lists import facts, head_row, title_block
from referral_desk.reports.paragraphs import Block, Para
from referral_desk.reports.style import (
    ACCENT,
    BODY,
    CELL,
    EYEBROW,
    FAINT,
    GUTTER,
    INK,
    LINE,
    MM,
    QUIET,
    SIDE,
    SMALL,
    SOFT,
    WARM,
    WARN,
)
from referral_desk.reports.tags import Element
from referral_desk.reports.wording import Wording
from referral_desk.reports.words import Run
from referral_desk.texts import N_, label
from referral_desk.vocabulary import Urgency

_CELL: Final = CELL.but(size=9.5, leading=13)
_SMALL: Final = SMALL.but(size=8.5, leading=11.5, colour=FAINT)
_APART: Final = 40 * MM  # what must fit below the top of a table: its head and some rows
_SIDE: Final = SIDE.but(before=12)


def build_brief(content: Brief) -> tuple[bytes, int]:
    """Typeset a brief, and tell its pages."""
    say = Wording(content.language)
    folio = Folio(_imprint(content, say), say, gutter=True)
    folio.story += _top(content, say, folio.root)
    for name, text in (
        (N_("Problem"), content.problem),
        (N_("Consequence"), content.consequence),
        (N_("What was tried"), content.tried),
    ):
        folio.story += _words(name, text, say, folio.root)
    folio.story += _law(content, say, folio.root)
    folio.story += _plan(content, say, folio.root)
    folio.story += _origins(content.origins, say, folio.root)
    folio.story += _history(content.history, say, folio.root)
    folio.story += _enclosures(content.papers, say, folio.root)
    folio.story += _frozen(content, say, folio.root)
    folio.story += hidden_words(content, say, folio.root)
    return folio.made()


def _imprint(content: Brief, say: Wording) -> Imprint:
    kind = brief_kind(content)
    draft = say(N_("Draft")) if content.is_draft else ""
    told = " · ".join(part for part in (draft, label(content.label, say.language)) if part)
    return Imprint(
        title=f"{content.reference}: {kind}, {say.day(content.day)}" + (f" ({draft.lower()})" if draft else ""),
        author=content.sender,
        subject=content.title,
        kind=kind,
        head=f"{content.reference} · {kind} · {content.body}",
        label=told,
        foot=f"{kind} · {brief_state(content, say.day)}",
        day=content.day,
        watermark=say(N_("Draft")).upper() if content.is_draft else "",
    )


def _top(content: Brief, say: Wording, root: Element) -> Iterator[Flowable]:
    section = root.add("Sect")
    about = [content.reference, label(content.kind, say.language) if content.kind else "", content.theme]
    stack = title_block(
        brief_kind(content), content.title, [from_to(content), " · ".join(filter(None, about))], section
    )
    last = stack[-1]
    assert isinstance(last, Block)
    last.after = 12
    yield Wide([*stack, _ask(content, say, section)], after=8)
    yield Wide([_facts(content, say, section)], after=4)


def _ask(content: Brief, say: Wording, section: Element) -> Row:
    """What the body is asked, how soon, and the recommendation: all that a hurried reader needs."""
    told: list[Flowable] = [
        Para(say(N_("What is asked")).upper(), EYEBROW.but(colour=ACCENT, after=3), section.add("H2")),
        Para(what_is_asked(content), BODY.but(after=5), section.add("P")),
    ]
    if content.proposal:
        name = EYEBROW.but(before=9, after=3)
        told += [
            Para(say(N_("Recommendation")).upper(), name, section.add("H2")),
            *set_entry(content.proposal, section),
        ]
    is_urgent = content.urgency is not Urgency.NORMAL
    colour = WARN if is_urgent else INK
    runs = [Run(say(URGENCIES[content.urgency]), bold=True, colour=colour)]
    if content.due is not None:
        day = _in_sentence(say.long_day(content.due), say)
        if content.urgency is Urgency.SOON:
            # Its own words speak of an answer already.
            runs += [Run(", "), Run(say(N_("no later than {day}"), day=day), bold=True)]
        else:
            runs += [Run(" · "), Run(say(N_("an answer is asked for by {day}"), day=day), bold=True)]
    told.append(Para(runs, CELL.but(before=8), section.add("P")))
    return panel(told, bar=WARN if is_urgent else ACCENT, fill=WARM if is_urgent else SOFT)


def _facts(content: Brief, say: Wording, section: Element) -> Grid:
    rows = [
        (say(N_("Status")), brief_state(content, say.day)),
        (say(N_("Level skipped because")), content.jump_reason),
        (say(N_("Access")), say(READERS[content.label])),
    ]
    return facts(rows, section, GUTTER - 6)


def _words(name: str, text: str, say: Wording, root: Element) -> Iterator[Flowable]:
    if not text:
        return
    section = root.add("Sect")
    yield _side(name, say, section)
    yield from _spaced(set_entry(text, section))


def _law(content: Brief, say: Wording, root: Element) -> Iterator[Flowable]:
    if not content.legal_point and not content.rules:
        return
    section = root.add("Sect")
    yield _side(N_("Legal point"), say, section)
    if content.legal_point:
        yield from _spaced(set_entry(content.legal_point, section))
    if content.rules and content.rules_on is not None:
        yield CondPageBreak(_APART)
        told = say(N_("Rules in force on {day}"), day=say.day(content.rules_on))
        yield Para(told, CELL.but(bold=True, before=4, after=2, with_next=True), section.add("H3"))
        yield Para(content.rules_preface, SMALL.but(after=4, with_next=True), section.add("P"))
        table = section.add("Table")
        widths: list[float | None] = [52 * MM, None]
        rows = [head_row([say(N_("Rule")), say(N_("What it says, and where"))], widths, table, frozenset())]
        rows += [_rule(one, say, table, widths) for one in content.rules]
        yield Grid(rows, heads=1, after=6)


def _rule(one: BriefRule, say: Wording, table: Element, widths: Sequence[float | None]) -> Row:
    line = table.add("TR")
    head, cell = line.add("TH", scope="Row"), line.add("TD")
    first: list[Flowable] = [Para(one.title, _CELL.but(bold=True), head.add("P"))]
    if one.authority:
        first.append(Para(one.authority, _SMALL, head.add("P")))
    told: list[Flowable] = [Para(one.condition, _CELL, cell.add("P"))] if one.condition else []
    period = rule_period(one, say.language, say.day)
    if period:
        told.append(Para(period, _CELL.but(colour=QUIET), cell.add("P")))
    if one.note:
        told.append(Para(one.note, _SMALL, cell.add("P")))
    told.append(Para(say(N_("Source: {source}"), source=one.source), _SMALL, cell.add("P")))
    return Row([first, told], widths, Look(4, 5, 8, LINE))


def _plan(content: Brief, say: Wording, root: Element) -> Iterator[Flowable]:
    if not content.activities:
        return
    section = root.add("Sect")
    yield _side(N_("Action plan"), say, section, lower=1)
    points = section.add("L")
    for one in content.activities:
        point = points.add("LI")
        body = point.add("LBody")
        cells: list[list[Flowable]] = [
            [Para(one.number, CELL.but(colour=ACCENT, bold=True), point.add("Lbl"))],
            [Para(one.title, CELL, body.add("P")), Para(one.plan, _SMALL, body.add("P"))],
        ]
        yield Row(cells, [15 * MM, None], Look(1, 3, 4))


def _origins(origins: Sequence[BriefOrigin], say: Wording, root: Element) -> Iterator[Flowable]:
    if not origins:
        return
    section = root.add("Sect")
    yield CondPageBreak(_APART)
    yield _side(N_("Where it comes from"), say, section, lower=5)
    table = section.add("Table")
    widths: list[float | None] = [40 * MM, None, 25 * MM]
    rows = [
        head_row([say(name) for name in (N_("Raised by"), N_("Matter"), N_("Sent"))], widths, table, frozenset({2}))
    ]
    for one in origins:
        line = table.add("TR")
        head, cell, day = line.add("TH", scope="Row"), line.add("TD"), line.add("TD")
        marks = [one.reference, *([say(N_("merged into this one"))] if one.is_merged else [])]
        cells: list[list[Flowable]] = [
            [Para(one.group, _CELL, head)],
            [
                Para(one.title or say(N_("Confidential matter")), _CELL, cell.add("P")),
                Para(" · ".join(marks), _SMALL, cell.add("P")),
            ],
            [Para(say.short_day(one.sent_on) if one.sent_on else "", _CELL.but(colour=QUIET, align="right"), day)],
        ]
        rows.append(Row(cells, widths, Look(4, 5, 8, LINE)))
    yield Grid(rows, heads=1, after=6)


def _history(history: Sequence[BriefLine], say: Wording, root: Element) -> Iterator[Flowable]:
    if not history:
        return
    section = root.add("Sect")
    yield CondPageBreak(_APART)
    yield _side(N_("History"), say, section, lower=5)
    table = section.add("Table")
    widths: list[float | None] = [24 * MM, 36 * MM, None]
    names = [say(name) for name in (N_("Day"), N_("Body"), N_("What happened"))]
    rows = [head_row(names, widths, table, frozenset())]
    for one in history:
        line = table.add("TR")
        day, body, cell = line.add("TH", scope="Row"), line.add("TD"), line.add("TD")
        told: list[Flowable] = [Para(say(HAPPENED[one.kind]), _CELL, cell.add("P"))]
        if one.text:
            told.append(Para(one.text, _CELL.but(colour=QUIET), cell.add("P")))
        if one.meeting_day is not None:
            told.append(Para(_meeting(one, say), _SMALL, cell.add("P")))
        cells: list[list[Flowable]] = [
            [Para(say.short_day(one.day), _CELL.but(colour=QUIET), day)],
            [Para(one.body, _CELL, body)],
            told,
        ]
        rows.append(Row(cells, widths, Look(4, 5, 8, LINE)))
    yield Grid(rows, heads=1, after=6)


def _meeting(one: BriefLine, say: Wording) -> str:
    assert one.meeting_day is not None
    day = say.day(one.meeting_day)
    if one.item is None:
        return say(N_("meeting on {day}"), day=day)
    return say(N_("meeting on {day}, item {item}"), day=day, item=one.item)


def _enclosures(papers: Sequence[BriefPaper], say: Wording, root: Element) -> Iterator[Flowable]:
    if not papers:
        return
    section = root.add("Sect")
    yield _side(N_("Enclosures"), say, section, lower=1)
    points = section.add("L")
    for number, one in enumerate(papers, 1):
        point = points.add("LI")
        body = point.add("LBody")
        cells: list[list[Flowable]] = [
            [Para(str(number), CELL.but(colour=ACCENT, bold=True), point.add("Lbl"))],
            [Para(one.title, CELL, body.add("P")), Para(paper_file(one, say.language), _SMALL, body.add("P"))],
        ]
        yield Row(cells, [15 * MM, None], Look(1, 3, 4))


def _frozen(content: Brief, say: Wording, root: Element) -> Iterator[Flowable]:
    if content.sha256:
        told = say(N_("Checksum of what was sent (SHA-256): {sum}"), sum=content.sha256)
        yield Para(told, SMALL.but(size=8.5, colour=FAINT, before=8), root.add("P"))


def _side(name: str, say: Wording, section: Element, *, lower: float = 1.5) -> SideLabel:
    return SideLabel(say(name).upper(), _SIDE, section.add("H2"), gutter=GUTTER, lower=lower)


def _spaced(story: list[Flowable]) -> list[Flowable]:
    last = story[-1]
    assert isinstance(last, Block)
    last.after = 5
    return story


def _in_sentence(day: str, say: Wording) -> str:
    """A day inside a sentence: Danish days begin with a small letter there."""
    return day[:1].lower() + day[1:] if say.language == "da" else day
