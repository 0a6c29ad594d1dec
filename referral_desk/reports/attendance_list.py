"""A meeting's attendance list as PDF: with lines to sign on, or as it was filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportlab.platypus.flowables import Flowable, Spacer

from referral_desk.queries.documents import AttendanceList, SheetLine
from referral_desk.reports.boxes import Grid, Look, Row, stack_height
from referral_desk.reports.folio import FIRST_PAGE, Folio, Imprint
from referral_desk.reports.lists import head_row, title_block
from referral_desk.reports.paragraphs import Para
from referral_desk.reports.style import CELL, FAINT, FULL, INK, LINE, MM, QUIET, SMALL
from referral_desk.reports.tags import Element
from referral_desk.reports.wording import Wording
from referral_desk.texts import N_, label
from referral_desk.vocabulary import AttendanceState

_EMPTY_LINES: Final = 4  # for those whom nobody expected
_CELL: Final = CELL.but(size=9.5, leading=13)
_ROOM: Final = 7.5  # above and below a line that is signed by hand


def list_name(content: AttendanceList) -> str:
    """What the list is."""
    return Wording(content.language)(N_("Attendance list"))


def build_attendance_list(content: AttendanceList) -> tuple[bytes, int]:
    """Typeset an attendance list, and tell its pages."""
    say = Wording(content.language)
    kind = list_name(content)
    when = say.when(content.day, content.starts, content.ends)
    meeting = content.title or label(content.kind, say.language)
    if content.number is not None:
        meeting += f" · {say(N_('meeting no. {number}'), number=content.number)}"
    imprint = Imprint(
        title=f"{content.group}: {kind}, {say.day(content.day)}",
        author=content.group,
        subject=meeting,
        kind=kind,
        head=f"{content.group} · {kind} · {say.day(content.day)}",
        label=say.label(content.label.value),
        foot=f"{kind} · {say.day(content.day)}",
        day=content.day,
    )
    folio = Folio(imprint, say, gutter=False)
    section = folio.root.add("Sect")
    place = " · ".join(part for part in (meeting, content.place) if part)
    head = [*title_block(kind, content.group, [when, place, _counted(content, say)], section), Spacer(1, 5 * MM)]
    room = FIRST_PAGE - stack_height(head, FULL)
    folio.story += [*head, _table(content, say, folio.root.add("Sect"), room)]
    return folio.made()


def _counted(content: AttendanceList, say: Wording) -> str:
    if content.is_blank:
        if all(line.name for line in content.lines):
            return say(N_("Please sign beside your name."))
        return say(N_("Please sign, and write your name where it is missing."))
    told = []
    for state, one, many in (
        (AttendanceState.PRESENT, N_("{count} present"), N_("{count} present")),
        (AttendanceState.APOLOGY, N_("1 apology"), N_("{count} apologies")),
        (AttendanceState.ABSENT, N_("{count} absent"), N_("{count} absent")),
    ):
        count = sum(line.state is state for line in content.lines)
        if count:
            told.append(say(one if count == 1 else many, count=count))
    return " · ".join(told)


def _table(content: AttendanceList, say: Wording, section: Element, room: float) -> Grid:
    table = section.add("Table")
    widths: list[float | None] = [7 * MM, 41 * MM, None, 22 * MM, 42 * MM if content.is_blank else 25 * MM]
    last = N_("Signature") if content.is_blank else N_("Attendance")
    names = [N_("No."), N_("Name"), N_("Organisation"), N_("Role"), last]
    rows = [head_row([say(name) for name in names], widths, table, frozenset())]
    into = _Into(table, widths, content.is_blank)
    rows += [_row(number, one, say, into) for number, one in enumerate(content.lines, start=1)]
    if content.is_blank:
        left = room - sum(row.wrap(FULL, room)[1] for row in rows)
        # As many as the page still holds; a few where the list goes on to another page.
        spare = min(_EMPTY_LINES, int(left / (2 * _ROOM + _CELL.leading))) if left > 0 else _EMPTY_LINES
        rows += [_blank(number + len(content.lines), table, widths) for number in range(1, spare + 1)]
    return Grid(rows, heads=1, after=6)


@dataclass(frozen=True, slots=True)
class _Into:
    """The table that rows go into."""

    table: Element
    widths: list[float | None]
    is_blank: bool


def _row(number: int, one: SheetLine, say: Wording, into: _Into) -> Row:
    table, widths = into.table, into.widths
    line = table.add("TR")
    first, who = line.add("TD"), line.add("TH", scope="Row")
    name: list[Flowable] = []
    if one.name:
        name.append(Para(one.name, _CELL, who.add("P")))
    if one.deputy_for:
        told = say(N_("deputy for {name}"), name=one.deputy_for)
        name.append(Para(told, SMALL.but(size=8.5, leading=11.5, colour=FAINT), who.add("P")))
    cells: list[list[Flowable]] = [
        [Para(str(number), _CELL.but(colour=FAINT), first)],
        name,
        [Para(one.organisation, _CELL, line.add("TD"))],
        [Para(label(one.role, say.language), _CELL.but(colour=QUIET), line.add("TD"))],
    ]
    last = line.add("TD")
    if into.is_blank:
        apology = one.state is AttendanceState.APOLOGY
        told = label(one.state, say.language) if apology else ""
        cells.append([Para(told, _CELL.but(colour=QUIET, italic=True), last)] if told else [])
        return Row(cells, widths, Look(_ROOM, _ROOM, 8, LINE))
    there = one.state is AttendanceState.PRESENT
    cells.append([Para(label(one.state, say.language), _CELL.but(bold=there, colour=INK if there else QUIET), last)])
    return Row(cells, widths, Look(4, 5, 8, LINE))


def _blank(number: int, table: Element, widths: list[float | None]) -> Row:
    line = table.add("TR")
    first = line.add("TD")
    line.add("TH", scope="Row")
    for _ in widths[2:]:
        line.add("TD")
    cells: list[list[Flowable]] = [[Para(str(number), _CELL.but(colour=FAINT), first)], *([] for _ in widths[1:])]
    return Row(cells, widths, Look(_ROOM, _ROOM, 8, LINE))
