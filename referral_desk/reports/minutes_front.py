"""The front of minutes: what meeting, how far they are, who was there, the agenda, what a correction changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.platypus.flowables import CondPageBreak, Flowable

from referral_desk.queries.minutes_record import (
    MinutesAttendee,
    MinutesChange,
    MinutesContent,
    MinutesCorrection,
    MinutesItem,
)
from referral_desk.queries.minutes_words import EDITION, kind_word, state_line
from referral_desk.reports.boxes import Grid, Lead, Look, PageNumber, Row, SideLabel, panel, stack_height
from referral_desk.reports.entry_text import set_entry
from referral_desk.reports.folio import Wide
from referral_desk.reports.paragraphs import Para, fitted
from referral_desk.reports.style import (
    ACCENT,
    BODY,
    BOTTOM,
    CELL,
    COLUMN,
    COVER,
    EYEBROW,
    FAINT,
    FULL,
    GUTTER,
    HIGH,
    INK,
    LINE,
    MM,
    QUIET,
    SIDE,
    SMALL,
    SUBTITLE,
    TOP,
    WARM,
    WARN,
    Style,
)
from referral_desk.reports.tags import Element
from referral_desk.reports.wording import READERS, Wording
from referral_desk.reports.words import Run
from referral_desk.texts import N_, label
from referral_desk.vocabulary import AttendanceState, AttendeeRole, CorrectedPart, EntryKind, ItemOutcome, Label

_FACT: Final = CELL.but(colour=FAINT)
_TIGHT: Final = Look(3.2, 4.2, 10, LINE)
_STATES: Final = (
    (AttendanceState.PRESENT, N_("Present")),
    (AttendanceState.APOLOGY, N_("Apologies")),
    (AttendanceState.ABSENT, N_("Absent")),
)
_SAID_BY_FACTS: Final = frozenset({AttendeeRole.MEMBER, AttendeeRole.DEPUTY})


def meeting_line(content: MinutesContent, say: Wording) -> str:
    """Ordinært møde · møde nr. 4."""
    title = content.title or label(content.kind, say.language)
    if content.number is None:
        return title
    return f"{title} · {say(N_('meeting no. {number}'), number=content.number)}"


def item_title(item: MinutesItem, say: Wording) -> str:
    """The item's title, or that it is closed."""
    return item.title or say(N_("Closed item"))


def item_anchor(item: MinutesItem) -> str:
    """The name under which links find an item of minutes."""
    return f"minutes-item-{item.id}"


def heading(content: MinutesContent, say: Wording, root: Element, *, annex: bool) -> Iterator[Flowable]:
    """Give the title block with the facts of the meeting."""
    section = root.add("Sect")
    kind = kind_word(content, annex=annex)
    if content.edition > 1:
        kind += f" · {say(EDITION, number=content.edition)}"
    when = say.when(content.day, content.starts, content.ends)
    stack: list[Flowable] = [
        Para(kind.upper(), EYEBROW.but(colour=ACCENT, after=3), section.add("P")),
        Para(content.group, fitted(content.group, COVER.but(size=26, leading=30), FULL, 20), section.add("H1")),
        Para(when, SUBTITLE.but(size=13.5, leading=18), section.add("P")),
        Para(meeting_line(content, say), SUBTITLE.but(size=11, leading=15, colour=FAINT, after=14), section.add("P")),
        _facts(content, say, section, annex=annex),
    ]
    yield Wide(stack, after=6)


def _facts(content: MinutesContent, say: Wording, section: Element, *, annex: bool) -> Grid:
    following = content.next_meeting
    comes = ""
    if following is not None and not annex:
        comes = say.when(following.day, following.starts, following.ends)
        comes += f", {following.place}" if following.place else ""
    access = Label.CONFIDENTIAL if annex else content.label
    facts: list[tuple[str, str]] = [
        (say(N_("Status")), state_line(content, say.day)),
        (say(N_("Place")), content.place),
        (say(N_("Chair")), content.chair),
        (say(N_("Minutes taken by")), content.secretary),
        (say(N_("Next meeting")), comes),
        (say(N_("Access")), say(READERS[access.value])),
    ]
    table = section.add("Table")
    rows = []
    for place, (name, text) in enumerate(fact for fact in facts if fact[1]):
        line = table.add("TR")
        head, cell = line.add("TH", scope="Row"), line.add("TD")
        style = CELL.but(
            bold=not place, colour=WARN if not place and content.is_draft else ACCENT if not place else INK
        )
        cells: list[list[Flowable]] = [[Para(name, _FACT, head)], [Para(text, style, cell)]]
        rows.append(Row(cells, [GUTTER - 6, None], Look(4, 5, 6, LINE)))
    return Grid(rows)


def corrections(content: MinutesContent, say: Wording, root: Element) -> Iterator[Flowable]:
    """Give what each edition after the first changed: why, and before and after of every entry."""
    for one in content.corrections:
        section = root.add("Sect")
        name = say(N_("Correction, edition {number}"), number=one.edition)
        told: list[Flowable] = [
            Para(name.upper(), EYEBROW.but(colour=WARN, after=3), section.add("H2")),
            *([Para(one.reason, BODY.but(after=3), section.add("P"))] if one.reason else []),
            Para(
                say(N_("Made on {day} by {who}"), day=say.day(one.made_on), who=one.made_by),
                SMALL.but(after=4),
                section.add("P"),
            ),
        ]
        names = [_what(change, say) for change in one.changes]
        told += [
            # What is told of one thing stands under its name once.
            _change(change, "" if place and name == names[place - 1] else name, say, section)
            for place, (change, name) in enumerate(zip(one.changes, names, strict=True))
        ]
        if not one.changes:
            told.append(Para(say(_ELSEWHERE), SMALL, section.add("P")))
        yield panel(told, bar=WARN, fill=WARM, before=8, after=6)


_ELSEWHERE: Final = N_("What it changed does not stand in this part of the minutes.")
_SHORT: Final = 600
_KINDS: Final = {
    EntryKind.NOTE: N_("Item {number}, note"),
    EntryKind.DECISION: N_("Item {number}, decision"),
    EntryKind.ACTION: N_("Item {number}, action"),
}


def _change(change: MinutesChange, name: str, say: Wording, section: Element) -> Row:
    heading = [Para(name, CELL.but(bold=True, after=2, with_next=True), section.add("P"))] if name else []
    table = section.add("Table")
    is_text = change.part in {CorrectedPart.WORDS, CorrectedPart.ITEM}
    lines = [(N_("Before"), change.before, QUIET), (N_("Now"), change.after, INK)]
    # What it said and what it says now stand on one page; two long texts may fill more than one.
    is_short = len(change.before) + len(change.after) < _SHORT
    rows: list[Flowable] = [*heading]
    for word, text, colour in lines:
        row = table.add("TR")
        cells: list[list[Flowable]] = [
            [Para(say(word), SMALL.but(leading=15), row.add("TH", scope="Row"))],
            _told(text or say(N_("(nothing)")), row.add("TD"), BODY.but(colour=colour, after=3), is_text=is_text),
        ]
        rows.append(Row(cells, [17 * MM, None], Look(0, 2, 6), with_next=is_short and colour is QUIET))
    return Row([rows], [None], Look(3, 3, 0))


def _told(text: str, cell: Element, style: Style, *, is_text: bool) -> list[Flowable]:
    return set_entry(text, cell, style) if is_text else [Para(text, style, cell.add("P"))]


def _what(change: MinutesChange, say: Wording) -> str:
    """What was changed: an item's note, who may read it, who was there."""
    where = ""
    if change.item_number:
        where = say(_KINDS[change.kind] if change.entry_id else N_("Item {number}"), number=change.item_number)
    what = "" if change.part is CorrectedPart.WORDS else label(change.part, say.language)
    return " · ".join(part for part in (where, what) if part)


def corrected(content: MinutesContent) -> dict[int, int]:
    """The last edition that changed an entry, by the entry's id."""
    last: dict[int, int] = {}
    for one in content.corrections:
        last |= {change.entry_id: _number(one) for change in one.changes if change.after and change.entry_id}
    return last


def _number(one: MinutesCorrection) -> int:
    return one.edition


def attendance(content: MinutesContent, say: Wording, root: Element, level: int) -> Iterator[Flowable]:
    """Give who was there, who sent apologies and who did not come, each by organisation."""
    told = [(word, [one for one in content.attendees if one.state is state]) for state, word in _STATES]
    if not any(people for _, people in told):
        return
    section = root.add("Sect")
    for word, people in told:
        if not people:
            continue
        yield SideLabel(say(word).upper(), SIDE, section.add(f"H{level}"), gutter=GUTTER, lower=3.3)
        table = section.add("Table")
        rows = []
        for organisation, names in _by_organisation(people):
            line = table.add("TR")
            head, cell = line.add("TH", scope="Row"), line.add("TD")
            cells: list[list[Flowable]] = [
                [Para(organisation or "–", CELL.but(size=9.5, leading=13, colour=QUIET), head)],
                [Para(_person(one, say), CELL.but(size=9.5, leading=13), cell.add("P")) for one in names],
            ]
            rows.append(Row(cells, [58 * MM, None], Look(1.8, 2.8, 8, LINE)))
        yield Grid(rows, after=8)


def _by_organisation(people: Sequence[MinutesAttendee]) -> list[tuple[str, list[MinutesAttendee]]]:
    found: dict[str, list[MinutesAttendee]] = {}
    for one in people:
        found.setdefault(one.organisation, []).append(one)
    return list(found.items())


def _person(one: MinutesAttendee, say: Wording) -> tuple[Run, ...]:
    remark = ""
    if one.deputy_for:
        remark = say(N_("deputy for {name}"), name=one.deputy_for)
    elif one.role not in _SAID_BY_FACTS or not one.name:
        role = label(one.role, say.language)
        remark = role[:1].lower() + role[1:]
    elif one.role is AttendeeRole.DEPUTY:
        remark = say(N_("deputy"))
    quiet = Run(f" · {remark}" if one.name else remark, colour=QUIET) if remark else None
    return tuple(run for run in (Run(one.name) if one.name else None, quiet) if run)


def agenda(content: MinutesContent, say: Wording, root: Element, level: int, name: str) -> Iterator[Flowable]:
    """Give the agenda, or what else the items are called here, with what became of each and where it stands."""
    if not content.items:
        return
    section = root.add("Sect")
    side = SideLabel(say(name).upper(), SIDE, section.add(f"H{level}"), gutter=GUTTER, lower=5)
    table = section.add("Table")
    row = table.add("TR")
    small = SMALL.but(size=8.5, colour=FAINT)
    # A closed annex, and minutes that are only begun, have no outcome to tell.
    is_told = any(outcome_word(item, say) for item in content.items)
    widths: list[float | None] = [8 * MM, None, *([36 * MM] if is_told else []), 9 * MM]
    outcome = [(N_("Outcome"), "left")] if is_told else []
    names = [(N_("No."), "left"), (N_("Item"), "left"), *outcome, (N_("Page"), "right")]
    heads = [[Para(say(name), small.but(align=side), row.add("TH", scope="Column"))] for name, side in names]
    rows = [Row(heads, widths, Look(2, 4, 10, LINE, 0.9))]
    for item in content.items:
        line = table.add("TR")
        first, link = line.add("TD"), line.add("TH", scope="Row").add("Link")
        title = item_title(item, say)
        cells: list[list[Flowable]] = [
            [Para(str(item.number), CELL.but(colour=ACCENT, bold=True), first)],
            [Para(title, CELL, link)],
            *([[Para(outcome_word(item, say), CELL.but(colour=QUIET), line.add("TD"))]] if is_told else []),
            [PageNumber(item_anchor(item), CELL, line.add("TD"))],
        ]
        entry = Row(cells, widths, _TIGHT)
        goes = say(N_("Go to item {number}: {title}"), number=item.number, title=title)
        entry.leads = Lead(link, item_anchor(item), goes)
        rows.append(entry)
    grid = Grid(rows, heads=1, after=6)
    # It stands whole, if a page can hold it.
    yield CondPageBreak(min(stack_height([grid], COLUMN) + SIDE.before, HIGH - TOP - BOTTOM - 1))
    yield side
    yield grid


def outcome_word(item: MinutesItem, say: Wording) -> str:
    """What became of an item, in a word; empty while that is open."""
    return "" if item.outcome is ItemOutcome.OPEN else label(item.outcome, say.language)
