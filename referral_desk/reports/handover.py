"""A hand-over sheet as PDF: what whoever takes over a group, or all of them, needs to know on the first day.

Loaded by the worker only (`documents` is the door).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from reportlab.platypus.flowables import CondPageBreak, Flowable, PageBreak, Spacer

from referral_desk.queries.brief_words import HANDOVER
from referral_desk.queries.case_documents import LedgerLine, NoteCircular
from referral_desk.queries.handover_record import (
    Handover,
    HandoverDeadline,
    HandoverGroup,
    HandoverMeeting,
    HandoverSeat,
)
from referral_desk.reports.action_list import action_table
from referral_desk.reports.boxes import Grid, Landmark, Lead, Look, PageNumber, Row
from referral_desk.reports.folio import Folio, Imprint
from referral_desk.reports.hidden_words import hidden_words
from referral_desk.reports.lists import Late, head_row, title_block
from referral_desk.reports.paragraphs import Para
from referral_desk.reports.speaking_note import noted_words
from referral_desk.reports.style import CELL, FAINT, HEADINGS, LINE, MM, QUIET, SMALL, WARN
from referral_desk.reports.tags import Element
from referral_desk.reports.wording import Wording
from referral_desk.texts import N_, label

Told = TypeVar("Told")
_CELL: Final = CELL.but(size=9.5, leading=13)
_SMALL: Final = SMALL.but(size=8.5, leading=11.5, colour=FAINT)
_LOOK: Final = Look(4, 5, 8, LINE)
_TOGETHER: Final = 34 * MM
SOON: Final = 90
"""Days before the end of a term from which it is told as one that ends soon."""
DUE: Final = {
    "invitation": N_("Invitation"),
    "call_for_items": N_("Call for items"),
    "pack": N_("Agenda and papers"),
    "apologies": N_("Apologies"),
    "minutes": N_("Draft minutes"),
    "comments": N_("Comments on the minutes"),
    "approval": N_("Approval of the minutes"),
}
"""What a deadline is for, by its name in `Deadlines`."""


def build_handover(content: Handover) -> tuple[bytes, int]:
    """Typeset a hand-over sheet, and tell its pages."""
    say = Wording(content.language)
    kind = say(HANDOVER)
    whose = say(N_("All groups")) if content.is_of_all else " · ".join(one.name for one in content.groups)
    as_of = say(N_("As of {day}"), day=say.day(content.day))
    imprint = Imprint(
        title=f"{whose}: {kind}, {say.day(content.day)}",
        author=whose,
        subject=as_of,
        kind=kind,
        head=f"{whose} · {kind} · {say.day(content.day)}",
        label=label(content.label, say.language),
        foot=f"{kind} · {as_of}",
        day=content.day,
    )
    folio = Folio(imprint, say, gutter=False)
    section = folio.root.add("Sect")
    if not content.is_of_all:
        folio.story += title_block(kind, whose, [as_of, _short(content.groups, say)], section)
        for one in content.groups:
            folio.story += _Writer(one, say, 2, 0).written(section)
            folio.story += hidden_words(one, say, section)
        return folio.made()
    folio.story += title_block(kind, whose, [as_of], section)
    folio.story += [Spacer(1, 6 * MM), _overview(content.groups, say, section)]
    for number, one in enumerate(content.groups):
        part = folio.root.add("Sect")
        # Each group begins a page: its part can be handed to its own chair.
        folio.story += [PageBreak(), Landmark(0, one.name, _anchor(number))]
        folio.story.append(Para(one.name, HEADINGS[0].but(before=0, size=18, leading=22), part.add("H2")))
        folio.story += _Writer(one, say, 3, number).written(part)
        folio.story += hidden_words(one, say, part)
    return folio.made()


def _short(groups: Sequence[HandoverGroup], say: Wording) -> str:
    """What there is, in a line."""
    told = (
        (N_("Open actions: {count}"), sum(len(one.actions) for one in groups)),
        (N_("Escalations under way: {count}"), sum(len(one.pending) for one in groups)),
        (N_("Vacant seats: {count}"), sum(seat.is_vacant for one in groups for seat in one.seats)),
    )
    return " · ".join(say(text, count=count) for text, count in told)


def _overview(groups: Sequence[HandoverGroup], say: Wording, section: Element) -> Grid:
    """All groups on one page: when each meets, how much is open, and where its own pages begin."""
    table = section.add("Table")
    widths: list[float | None] = [None, 27 * MM, 18 * MM, 22 * MM, 16 * MM, 12 * MM]
    names = (N_("Group"), N_("Next meeting"), N_("Actions"), N_("Escalations"), N_("Vacant"), N_("Page"))
    rows = [head_row([say(name) for name in names], widths, table, frozenset(range(2, 6)))]
    for number, one in enumerate(groups):
        line = table.add("TR")
        link = line.add("TH", scope="Row").add("Link")
        coming = next((say.short_day(meeting.day) for meeting in one.meetings if not meeting.is_held), "")
        counts = (len(one.actions), len(one.pending), sum(seat.is_vacant for seat in one.seats))
        cells: list[list[Flowable]] = [
            [Para(one.name, _CELL, link)],
            [Para(coming or say(N_("none yet")), _CELL.but(colour=QUIET if coming else WARN), line.add("TD"))],
            *([Para(str(count) if count else "–", _CELL.but(align="right"), line.add("TD"))] for count in counts),
            [PageNumber(_anchor(number), _CELL, line.add("TD"))],
        ]
        row = Row(cells, widths, _LOOK)
        row.leads = Lead(link, _anchor(number), say(N_("Go to {title}"), title=one.name))
        rows.append(row)
    return Grid(rows, heads=1)


def _anchor(number: int) -> str:
    return f"group-{number}"


class _Writer:
    """One group; its headings stand at `level`."""

    def __init__(self, group: HandoverGroup, say: Wording, level: int, number: int) -> None:
        self.group, self.say, self.level, self.number = group, say, level, number
        self._parts = 0
        self._has_terms = any(seat.until for seat in group.seats)

    def written(self, root: Element) -> Iterator[Flowable]:
        one = self.group
        yield from self._notes(root)
        yield from self._part(N_("Next meetings"), root, "" if one.meetings else N_("No meeting is planned yet"))
        if one.meetings:
            heads = (N_("Day"), N_("Meeting"), N_("Place"))
            yield self._table(heads, [48 * MM, None, 55 * MM], one.meetings, self._meeting, root)
        if one.deadlines:
            yield from self._part(N_("Next deadlines"), root)
            heads = (N_("Deadline"), N_("What"), N_("For the meeting on"))
            yield self._table(heads, [48 * MM, None, 55 * MM], one.deadlines, self._deadline, root)
        yield from self._part(N_("Escalations under way"), root, "" if one.pending else N_("Nothing is under way."))
        if one.pending:
            heads = (N_("Reference"), N_("Matter"), N_("Next"))
            yield self._table(heads, [31 * MM, None, 62 * MM], one.pending, self._escalation, root)
        yield from self._part(N_("Open actions"), root, "" if one.actions else N_("There are no open actions."))
        if one.actions:
            yield action_table(one.actions, self.say, root.add("Sect"), owner=True)
        if one.circulars:
            yield from self._part(N_("Circulars not noted yet"), root)
            heads = (N_("Reference"), N_("Circular"), N_("Where it stands"))
            yield self._table(heads, [31 * MM, None, 62 * MM], one.circulars, self._circular, root)
        yield from self._part(N_("Members and seats"), root, "" if one.seats else N_("The group has no seats yet."))
        if one.seats:
            seats = [N_("Seat"), N_("Who"), N_("E-mail address"), N_("Until")][: 4 if self._has_terms else 3]
            widths: list[float | None] = [37 * MM, None, 54 * MM, *([31 * MM] if self._has_terms else [])]
            yield self._table(seats, widths, one.seats, self._seat, root)

    def _notes(self, root: Element) -> Iterator[Flowable]:
        """What is the matter with the group, before all else."""
        told = []
        if self.group.trouble is not None:
            told.append(label(self.group.trouble, self.say.language))
        if self.group.missing:
            names = ", ".join(_inside(label(sector, self.say.language)) for sector in self.group.missing)
            told.append(self.say(N_("Nobody covers: {sectors}"), sectors=names))
        ending = [seat for seat in self.group.seats if seat.days_left is not None and seat.days_left <= SOON]
        if ending:
            told.append(
                self.say(
                    N_("Terms that end soon: {names}"), names=", ".join(one.name or one.organisation for one in ending)
                )
            )
        if told:
            yield Spacer(1, 3 * MM)
        for text in told:
            yield Late(text, root.add("P"))

    def _part(self, name: str, root: Element, nothing: str = "") -> Iterator[Flowable]:
        """Begin a part; `nothing` says that it is empty."""
        self._parts += 1
        said = self.say(name)
        yield CondPageBreak(_TOGETHER)
        yield Landmark(self.level - 2, said, f"group-{self.number}-{self._parts}")
        yield Para(said, HEADINGS[1], root.add(f"H{self.level}"))
        if nothing:
            yield Para(self.say(nothing), _CELL.but(colour=QUIET), root.add("P"))

    def _table(
        self,
        heads: Sequence[str],
        widths: list[float | None],
        told: Sequence[Told],
        cells: Callable[[Told, Element], list[list[Flowable]]],
        root: Element,
    ) -> Grid:
        table = root.add("Table")
        rows = [head_row([self.say(head) for head in heads], widths, table, frozenset())]
        return Grid([*rows, *(Row(cells(one, table.add("TR")), widths, _LOOK) for one in told)], heads=1, after=4)

    def _meeting(self, one: HandoverMeeting, line: Element) -> list[list[Flowable]]:
        say = self.say
        head, about, place = line.add("TH", scope="Row"), line.add("TD"), line.add("TD")
        state = label(one.stage, say.language)
        if one.is_held:
            state = say(N_("{stage}: the minutes are not approved yet"), stage=state)
        return [
            [
                Para(say.day(one.day), _CELL, head.add("P")),
                Para(say.hours(one.starts, one.ends), _SMALL, head.add("P")),
            ],
            [Para(label(one.kind, say.language), _CELL, about.add("P")), Para(state, _SMALL, about.add("P"))],
            [Para(one.place, _CELL.but(colour=QUIET), place)],
        ]

    def _deadline(self, one: HandoverDeadline, line: Element) -> list[list[Flowable]]:
        say = self.say
        head, what, meeting = line.add("TH", scope="Row"), line.add("TD"), line.add("TD")
        due: list[Flowable] = [Para(say.day(one.due), _CELL, head.add("P"))]
        if one.is_late:
            due.append(Late(say(N_("late")), head.add("P")))
        return [
            due,
            [Para(say(DUE[one.name]), _CELL, what)],
            [Para(say.day(one.meeting_day), _CELL.but(colour=QUIET), meeting)],
        ]

    def _escalation(self, one: LedgerLine, line: Element) -> list[list[Flowable]]:
        say = self.say
        head, matter, then = line.add("TH", scope="Row"), line.add("TD"), line.add("TD")
        where = f"{label(one.state, say.language)} · {one.holder}"
        told: list[Flowable] = [
            Para(one.title or say(N_("Confidential matter")), _CELL, matter.add("P")),
            Para(where, _SMALL, matter.add("P")),
        ]
        ahead: list[Flowable] = [Para(one.next_step, _CELL.but(colour=QUIET), then.add("P"))] if one.next_step else []
        if one.is_late and one.due is not None:
            ahead.append(Late(say(N_("an answer was asked for by {day}"), day=say.short_day(one.due)), then.add("P")))
        return [[Para(one.reference, _CELL, head)], told, ahead]

    def _circular(self, one: NoteCircular, line: Element) -> list[list[Flowable]]:
        say = self.say
        head, about, where = line.add("TH", scope="Row"), line.add("TD"), line.add("TD")
        return [
            [Para(one.reference, _CELL, head)],
            [
                Para(one.title or say(N_("Confidential matter")), _CELL, about.add("P")),
                Para(f"{label(one.kind, say.language)}, {say.short_day(one.sent_on)}", _SMALL, about.add("P")),
            ],
            [Para(noted_words(one, say), _CELL.but(colour=QUIET), where)],
        ]

    def _seat(self, one: HandoverSeat, line: Element) -> list[list[Flowable]]:
        say = self.say
        head, who, mail = line.add("TH", scope="Row"), line.add("TD"), line.add("TD")
        until = line.add("TD") if self._has_terms else None
        seat: list[Flowable] = [Para(label(one.kind, say.language), _CELL, head.add("P"))]
        beside = one.represents or (label(one.sector, say.language) if one.sector else "")
        if beside:
            seat.append(Para(beside, _SMALL, head.add("P")))
        if one.is_vacant:
            told: list[Flowable] = [Para(say(N_("vacant")), _CELL.but(colour=WARN, bold=True), who.add("P"))]
            if one.organisation:
                told.append(Para(one.organisation, _SMALL, who.add("P")))
            return [seat, told, *([] for _ in line.kids[2:])]
        told = [Para(one.name or one.organisation, _CELL, who.add("P"))]
        if one.name and one.organisation:
            told.append(Para(one.organisation, _SMALL, who.add("P")))
        address: list[Flowable] = [Para(one.email, _CELL.but(size=8.5, colour=QUIET), mail)] if one.email else []
        return [seat, told, address, *([self._until(one, until)] if until else [])]

    def _until(self, one: HandoverSeat, cell: Element) -> list[Flowable]:
        say = self.say
        if one.until is None:
            return []
        told: list[Flowable] = [Para(say.day(one.until), _CELL.but(colour=QUIET), cell.add("P"))]
        if one.following:
            told.append(Para(say(N_("then {name}"), name=one.following), _SMALL, cell.add("P")))
        elif one.days_left is not None and one.days_left <= SOON:
            told.append(Late(say(N_("in {count} days"), count=one.days_left), cell.add("P")))
        return told


def _inside(name: str) -> str:
    """A sector inside a list: a small letter, but not where it is written in capitals, as NGO is."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
