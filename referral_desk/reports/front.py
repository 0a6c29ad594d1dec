"""The front of a pack: cover with the agenda, contents, members on the meeting's date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.platypus.doctemplate import PageBreak
from reportlab.platypus.flowables import Flowable, Spacer

from referral_desk.queries.packs import PackContent, PackItem, PackPaper
from referral_desk.reports.boxes import RULED, Grid, Landmark, Lead, Look, PageNumber, Row, stack_height
from referral_desk.reports.chrome import item_anchor
from referral_desk.reports.minutes import minutes_anchor, minutes_title
from referral_desk.reports.paragraphs import Para, fitted
from referral_desk.reports.style import (
    ACCENT,
    BODY,
    BOTTOM,
    CELL,
    COVER,
    COVER_TOP,
    EYEBROW,
    FAINT,
    FULL,
    HIGH,
    INK,
    LINE,
    MM,
    QUIET,
    SECTION,
    SMALL,
    SUBTITLE,
)
from referral_desk.reports.tags import Element, width_of
from referral_desk.reports.text_paper import shares
from referral_desk.reports.wording import READERS, Wording
from referral_desk.reports.words import Run
from referral_desk.texts import N_

CONTENTS: Final = "contents"
MEMBERS: Final = "members"
_NUMBER: Final = 9 * MM
_PURPOSE: Final = 25 * MM
_TIME: Final = 15 * MM
_PAGE: Final = 12 * MM
_QUIET_CELL: Final = CELL.but(colour=QUIET)
_FACT: Final = CELL.but(colour=FAINT)
_COVER_ITEMS: Final = 12
_ROOM: Final = HIGH - COVER_TOP - BOTTOM
_AIR: Final = 15 * MM + EYEBROW.leading + 4  # between the parts of the cover
_FEW_PAPERS: Final = 3


def wants_contents(content: PackContent) -> bool:
    """Whether the pack needs a list of contents besides the agenda on its cover."""
    behind = len(content.papers) + sum(item.approves is not None for item in content.items)
    return behind > _FEW_PAPERS or len(content.items) > _COVER_ITEMS


def cover(content: PackContent, say: Wording, root: Element) -> Iterator[Flowable]:
    """Give the cover: what, who, when, where, what is new, and the agenda with times and pages."""
    section = root.add("Sect")
    who: list[Flowable] = [
        Para(say(N_("Meeting pack")).upper(), EYEBROW.but(colour=ACCENT, after=3), section.add("P")),
        Para(content.group, fitted(content.group, COVER, FULL, 24), section.add("H1")),
    ]
    when = say.when(content.date, content.starts, content.ends)
    who.append(Para(when, SUBTITLE, section.add("P")))
    if meeting := say.meeting(content):
        who.append(Para(meeting, SUBTITLE.but(size=12, leading=17, colour=FAINT), section.add("P")))
    facts = _facts(content, say, section)
    agenda = root.add("Sect")
    heading = agenda.add("H2")
    grid = _agenda(content.items, say, agenda) if content.items else None
    free = _ROOM - stack_height([*who, facts, *([grid] if grid else [])], FULL) - _AIR
    yield Spacer(1, min(26 * MM, 0.6 * free) if free > 8 * MM else 44 * MM)
    yield from who
    yield Spacer(1, 8 * MM)
    yield facts
    if grid:
        # An agenda that has no room on the cover stands whole on a page of its own.
        fits = free > 8 * MM
        yield Spacer(1, 7 * MM) if fits else PageBreak()
        yield Landmark(0, say(N_("Agenda")), "agenda")
        name = say(N_("Agenda"))
        yield Para(name.upper(), EYEBROW.but(after=2), heading) if fits else Para(name, SECTION, heading)
        yield grid


def _facts(content: PackContent, say: Wording, section: Element) -> Grid:
    issued = say(N_("{issue}, sent {day}"), issue=content.issue, day=say.day(content.issued_on))
    facts: list[tuple[str, Sequence[str]]] = [
        (say(N_("Place")), [content.place]),
        (say(N_("Chair")), [content.chair]),
        (say(N_("Secretary")), [content.secretary]),
        (say(N_("Issue")), [issued]),
        (say(N_("New since the last issue")), content.news),
        (say(N_("Access")), [say(READERS[content.label])]),
    ]
    table = section.add("Table")
    rows = []
    for name, lines in facts:
        if not any(lines):
            continue
        line = table.add("TR")
        head, cell = line.add("TH", scope="Row"), line.add("TD")
        bold = name == say(N_("New since the last issue"))
        text = [Para(one, CELL.but(colour=ACCENT if bold else INK), cell.add("P")) for one in lines]
        rows.append(Row([[Para(name, _FACT, head)], text], [34 * MM, None], Look(4.5, 5.5, 6, LINE)))
    return Grid(rows)


def _agenda(items: Sequence[PackItem], say: Wording, section: Element) -> Grid:
    table = section.add("Table")
    row = table.add("TR")
    small = SMALL.but(size=8.5, colour=FAINT)
    names = (
        (N_("No."), "left"),
        (N_("Item"), "left"),
        (N_("Purpose"), "left"),
        (N_("Time"), "right"),
        (N_("Page"), "right"),
    )
    widths = [_NUMBER, None, _PURPOSE, _TIME, _PAGE]
    heads = [[Para(say(name), small.but(align=side), row.add("TH", scope="Column"))] for name, side in names]
    rows = [Row(heads, widths, Look(2, 4, 6, LINE, 0.9))]
    for item in items:
        line = table.add("TR")
        goes = say(N_("Go to item {number}: {title}"), number=item.number, title=item.title)
        title = line_title(item, say)
        first, link = line.add("TD"), line.add("TH", scope="Row").add("Link")
        cells: list[list[Flowable]] = [
            [Para(str(item.number), CELL.but(colour=ACCENT, bold=True), first)],
            [Para(title, CELL, link)],
            [Para(say.purpose(item), _QUIET_CELL, line.add("TD"))],
            [Para(say.hour(item.starts_at) if item.starts_at else "", _QUIET_CELL.but(align="right"), line.add("TD"))],
            [PageNumber(item_anchor(item), CELL, line.add("TD"))],
        ]
        entry = Row(cells, widths, RULED)
        entry.leads = Lead(link, item_anchor(item), goes)
        rows.append(entry)
    return Grid(rows, heads=1)


def line_title(item: PackItem | PackPaper, say: Wording) -> tuple[Run, ...]:
    """Give a title, marked where it is new in this issue."""
    mark = (Run(f" · {say(N_('new'))}", colour=ACCENT),) if item.new else ()
    return (Run(item.title), *mark)


def contents(content: PackContent, say: Wording, root: Element) -> Iterator[Flowable]:
    """Give the list of contents: members, items and papers with their pages."""
    section = root.add("Sect")
    yield Para(say(N_("Contents")), SECTION, section.add("H2"), anchor=CONTENTS)
    toc = section.add("TOC")
    if content.members:
        yield _line("", (Run(say(N_("Members on the meeting's date"))),), MEMBERS, say, toc, strong=True)
    for item in content.items:
        yield _line(str(item.number), line_title(item, say), item_anchor(item), say, toc, strong=True)
        if item.approves:
            told = Run(minutes_title(item.approves, say))
            yield _line("", (told,), minutes_anchor(item.approves), say, toc, strong=False)
        for paper in item.papers:
            yield _line(paper.number, line_title(paper, say), f"paper-{paper.number}", say, toc, strong=False)


def _line(number: str, title: tuple[Run, ...], anchor: str, say: Wording, toc: Element, *, strong: bool) -> Row:
    """Make a line of the contents; the whole of it leads to its page."""
    link = toc.add("TOCI").add("Reference").add("Link")
    style = CELL.but(bold=strong) if strong else CELL.but(size=9.5, leading=13, colour=QUIET)
    text = "".join(run.text for run in title)
    says = say(N_("Go to {title}"), title=f"{number} {text}".strip())
    first = Para(number, style.but(colour=ACCENT if strong else FAINT), link, runs_on=True)
    cells: list[list[Flowable]] = [
        [first],
        [Para(title, style, link, runs_on=True, leader=True)],
        [PageNumber(anchor, style.but(colour=INK), link)],
    ]
    look = Look(4 if strong else 1.5, 1 if strong else 1.5, 6, None)
    row = Row(cells, [12 * MM, None, _PAGE], look, before=3 if strong else 0)
    row.leads = Lead(link, anchor, says)
    return row


def members(content: PackContent, say: Wording, root: Element) -> Iterator[Flowable]:
    """Give the members on the meeting's date, under the names their organisations had that day."""
    section = root.add("Sect")
    heading = section.add("H2")
    yield Para(say(N_("Members on the meeting's date")), SECTION.but(before=16), heading, anchor=MEMBERS)
    table = section.add("Table")
    line = table.add("TR")
    names = [say(name) for name in (N_("Name"), N_("Represents"), N_("Sector"), N_("Seat"))]
    small = SMALL.but(size=8.5, colour=FAINT)
    vacant = say(N_("vacant"))
    whose = [member.name or (vacant if member.is_vacant else "") for member in content.members]
    # A name stands on one line where that is possible; the other columns share the rest by what they hold.
    own = min(52 * MM, 4 + max(width_of(name, "Sans", CELL.size) for name in [names[0], *whose]))
    rest = [names[1:], *((m.organisation, m.sector, m.seat) for m in content.members)]
    # Where bodies alone hold the seats, as ministries do, there is no column for names.
    is_named = any(whose)
    room = FULL - 3 * 8 - own if is_named else FULL - 2 * 8
    widths: list[float | None] = [*([own] if is_named else []), *shares(rest, CELL.but(size=9), room)]
    shown = names if is_named else names[1:]
    heads = [[Para(name, small, line.add("TH", scope="Column"))] for name in shown]
    rows = [Row(heads, widths, Look(2, 4, 8, LINE, 0.9))]
    cell = CELL.but(size=9.5, leading=12.5)
    for member, name in zip(content.members, whose, strict=True):
        line = table.add("TR")
        style = cell.but(italic=True, colour=FAINT) if member.is_vacant else cell
        first = line.add("TH", scope="Row")
        cells: list[list[Flowable]] = [[Para(name, style, first)]] if is_named else []
        cells.append([Para(member.organisation, cell, line.add("TD") if is_named else first)])
        cells += [[Para(one, cell.but(colour=QUIET), line.add("TD"))] for one in (member.sector, member.seat)]
        rows.append(Row(cells, widths, Look(4, 5, 8, LINE)))
    yield Grid(rows, heads=1, after=8)
    if content.source_note:
        yield Para(content.source_note, SMALL.but(before=2), section.add("P"))


def nothing(say: Wording, root: Element) -> Para:
    """Say that a meeting has no items yet."""
    return Para(say(N_("There is nothing on the agenda yet.")), BODY, root.add("P"))
