"""Minutes as PDF: a draft under its watermark, approved ones clean with their hash, the closed annex as its own file.

Loaded by the worker only (`documents` is the door).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportlab.platypus.flowables import CondPageBreak, Flowable

from referral_desk.queries.minutes_record import MinutesContent, MinutesLine, closed_annex, open_part
from referral_desk.queries.minutes_words import kind_word, state_line
from referral_desk.reports import minutes_front as front
from referral_desk.reports.boxes import Grid, Landmark, Look, Row, SideLabel
from referral_desk.reports.folio import Folio, Imprint, Wide
from referral_desk.reports.minutes_items import Items
from referral_desk.reports.paragraphs import Para
from referral_desk.reports.style import CELL, FAINT, GUTTER, INK, LINE, MM, QUIET, SIDE, SMALL, TITLE, WARN
from referral_desk.reports.tags import Element
from referral_desk.reports.ties import Ending
from referral_desk.reports.wording import Wording
from referral_desk.texts import N_, label
from referral_desk.vocabulary import EntryKind, Label

_BELOW: Final = 40 * MM  # what must fit on the first page's rest for the first item to begin there


def build_minutes(content: MinutesContent, *, annex: bool = False) -> tuple[bytes, int]:
    """Typeset the open part or the closed annex, and tell its pages. What the other part holds is not in the file."""
    content = closed_annex(content) if annex else open_part(content)
    say = Wording(content.language)
    folio = Folio(_imprint(content, say, annex=annex), say, gutter=True)
    folio.story += minutes_story(content, say, folio.root, annex=annex)
    return folio.made()


def minutes_story(content: MinutesContent, say: Wording, root: Element, *, annex: bool) -> Iterator[Flowable]:
    """Give everything that stands in one part of the minutes."""
    yield from front.heading(content, say, root, annex=annex)
    yield from front.corrections(content, say, root)
    yield from front.attendance(content, say, root, 2)
    if len(content.items) > 1:
        yield from front.agenda(content, say, root, 2, N_("Contents") if annex else N_("Agenda"))
    yield from minutes_body(content, say, root, level=2)


def minutes_title(content: MinutesContent, say: Wording) -> str:
    """What minutes are called where they stand in something else."""
    return say(N_("Minutes of the meeting on {day}"), day=say.day(content.day))


def minutes_anchor(content: MinutesContent) -> str:
    """The name under which links find them there."""
    return f"minutes-{content.meeting_id}"


def minutes_inside(content: MinutesContent, say: Wording, section: Element) -> Iterator[Flowable]:
    """Give minutes as pages of a pack, below the heading of the item (level 2) that approves them."""
    yield Wide(
        [
            Para(minutes_title(content, say), TITLE.but(with_next=False), section.add("H3")),
            Para(_whole(content, say), SMALL.but(size=10, leading=14), section.add("P")),
        ],
        after=10,
    )
    yield from front.attendance(content, say, section, 4)
    yield from minutes_body(content, say, section, level=4, marks=2)


def _whole(content: MinutesContent, say: Wording) -> str:
    hours = say.hours(content.starts, content.ends)
    parts = (front.meeting_line(content, say), hours, content.place, state_line(content, say.day))
    return " · ".join(part for part in parts if part)


def minutes_body(
    content: MinutesContent, say: Wording, root: Element, *, level: int, marks: int = 0
) -> Iterator[Flowable]:
    """Give the items, the actions together and how the minutes were approved; titles stand at heading `level`."""
    story = [
        *Items(say, level, front.corrected(content)).write(content, root, marks=marks),
        *_actions(content, say, root, level, marks),
    ]
    approval = [*_approval(content, say, root, level, marks)]
    if story and approval:
        # Nobody is to wonder what a last page with an approval alone approves.
        approval = [Ending(story.pop(), approval)]
    yield from (*story, *approval)


def _actions(content: MinutesContent, say: Wording, root: Element, level: int, mark: int) -> Iterator[Flowable]:
    """All actions in one table, where they come from more than one item."""
    found = [(item.number, line) for item in content.items for line in item.entries if line.kind is EntryKind.ACTION]
    if len({number for number, _ in found}) < 2:  # noqa: PLR2004 - one item shows its own
        return
    section = root.add("Sect")
    yield CondPageBreak(_BELOW)
    name = say(N_("Actions from the meeting"))
    yield Landmark(mark, name, f"actions-{content.meeting_id}", before=11 * MM)
    yield Wide([Para(name, TITLE.but(size=15, leading=19, after=2), section.add(f"H{level}"))])
    table = section.add("Table")
    head = table.add("TR")
    widths: list[float | None] = [GUTTER - 8, None, 44 * MM, 22 * MM]
    small = SMALL.but(size=8.5, colour=FAINT)
    names = ((N_("Reference"), "left"), (N_("Action"), "left"), (N_("Responsible"), "left"), (N_("Deadline"), "right"))
    heads = [[Para(say(name), small.but(align=side), head.add("TH", scope="Column"))] for name, side in names]
    rows = [Row(heads, widths, Look(2, 4, 8, LINE, 0.9))]
    rows += [_action(number, line, say, table, widths) for number, line in found]
    yield Wide([Grid(rows, heads=1)], after=6)


def _action(number: int, line: MinutesLine, say: Wording, table: Element, widths: list[float | None]) -> Row:
    row, told = table.add("TR"), line.action
    cell = CELL.but(size=9.5, leading=13)
    reference = row.add("TH", scope="Row")
    text = " ".join(line.text.replace("**", "").split())
    cells: list[list[Flowable]] = [
        [
            Para(told.reference if told else "–", cell, reference.add("P")),
            Para(say(N_("Item {number}"), number=number), SMALL.but(size=8.5, colour=FAINT), reference.add("P")),
        ],
        [Para(text, cell, row.add("TD"))],
    ]
    owner, due = told.owner if told else "", told.due if told else None
    cells.append([Para(owner or say(N_("nobody yet")), cell.but(colour=INK if owner else WARN), row.add("TD"))])
    day = say.short_day(due) if due else say(N_("no date yet"))
    cells.append([Para(day, cell.but(colour=QUIET if due else WARN, align="right"), row.add("TD"))])
    return Row(cells, widths, Look(4, 5, 8, LINE))


def _approval(content: MinutesContent, say: Wording, root: Element, level: int, mark: int) -> Iterator[Flowable]:
    if content.is_draft:
        return
    section = root.add("Sect")
    yield Landmark(mark, say(N_("Approval")), f"approval-{content.meeting_id}", before=11 * MM)
    yield SideLabel(say(N_("Approval")).upper(), SIDE.but(before=0), section.add(f"H{level}"), gutter=GUTTER, lower=1.5)
    yield Para(state_line(content, say.day), CELL.but(bold=True, after=2), section.add("P"))
    if content.approval is not None and content.approval.note:
        yield Para(content.approval.note, CELL.but(after=2), section.add("P"))
    if content.frozen_on is not None:
        told = say(
            N_("Edition {number}, frozen on {day} by {who}"),
            number=content.edition,
            day=say.day(content.frozen_on),
            who=content.frozen_by,
        )
        yield Para(told, CELL.but(after=4), section.add("P"))
    hashed = say(N_("Checksum of what was approved (SHA-256): {sum}"), sum=content.sha256)
    yield Para(hashed, SMALL.but(size=8.5, colour=FAINT), section.add("P"))


def _imprint(content: MinutesContent, say: Wording, *, annex: bool) -> Imprint:
    kind = kind_word(content, annex=annex)
    shown = label(Label.CONFIDENTIAL if annex else content.label, say.language)
    draft = say(N_("Draft")) if content.is_draft else ""
    number = say(N_("meeting no. {number}"), number=content.number) if content.number is not None else content.title
    return Imprint(
        title=f"{content.group}: {kind}, {say.day(content.day)}" + (f" ({draft.lower()})" if draft else ""),
        author=content.group,
        subject=" · ".join(part for part in (front.meeting_line(content, say), state_line(content, say.day)) if part),
        kind=kind,
        head=" · ".join(part for part in (content.group, number, say.day(content.day)) if part),
        label=" · ".join(part for part in (draft, shown) if part),
        foot=f"{kind} · {state_line(content, say.day)}",
        day=content.frozen_on or content.day,
        watermark=say(N_("Draft")).upper() if content.is_draft else "",
    )
