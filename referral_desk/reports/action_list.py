"""Open actions as PDF: of a group, of an owner, or of all; what is overdue is told by a sign and in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.platypus.flowables import Flowable, Spacer

from referral_desk.queries.documents import ActionLine, ActionList
from referral_desk.reports.boxes import Grid, Landmark, Look, Row
from referral_desk.reports.entry_text import set_entry
from referral_desk.reports.folio import Folio, Imprint
from referral_desk.reports.lists import Late, head_row, title_block
from referral_desk.reports.paragraphs import Para
from referral_desk.reports.style import BODY, CELL, FAINT, HEADINGS, INK, LINE, MM, QUIET, SMALL, WARN
from referral_desk.reports.tags import Element
from referral_desk.reports.wording import Wording
from referral_desk.reports.words import Run
from referral_desk.texts import N_, danish_order, label
from referral_desk.vocabulary import ActionState, Priority

_CELL: Final = CELL.but(size=9.5, leading=13)
_SMALL: Final = SMALL.but(size=8.5, leading=11.5, colour=FAINT)
NO_ACTIONS: Final = N_("There are no open actions.")


def build_action_list(content: ActionList) -> tuple[bytes, int]:
    """Typeset a list of actions, and tell its pages."""
    say = Wording(content.language)
    kind = list_name(content)
    title = content.owner or content.group or say(N_("All groups"))
    as_of = say(N_("As of {day}"), day=say.day(content.day))
    imprint = Imprint(
        title=f"{title}: {kind}, {say.day(content.day)}",
        author=title,
        subject=_counted(content, say),
        kind=kind,
        head=f"{title} · {kind} · {say.day(content.day)}",
        label=say.label(content.label.value),
        foot=f"{kind} · {as_of}",
        day=content.day,
    )
    folio = Folio(imprint, say, gutter=False)
    section = folio.root.add("Sect")
    folio.story += title_block(kind, title, [as_of, _counted(content, say)], section)
    folio.story.append(Spacer(1, 5 * MM))
    if not content.actions:
        folio.story.append(Para(say(NO_ACTIONS), BODY, section.add("P")))
    folio.story += _tables(content, say, folio.root)
    return folio.made()


def list_name(content: ActionList) -> str:
    """What the list is."""
    return Wording(content.language)(N_("Overdue actions") if content.is_overdue_only else N_("Open actions"))


def _counted(content: ActionList, say: Wording) -> str:
    late = sum(one.days_late > 0 for one in content.actions)
    count = len(content.actions)
    told = [say(N_("1 action")) if count == 1 else say(N_("{count} actions"), count=count)]
    if late:
        told.append(say(N_("{count} overdue"), count=late))
    return ", ".join(told)


def _tables(content: ActionList, say: Wording, root: Element) -> Iterator[Flowable]:
    """One table for a group; one for each group where they are of several."""
    groups = sorted({one.group for one in content.actions}, key=danish_order)
    if content.group or len(groups) < 2:  # noqa: PLR2004 - one group needs no heading
        if content.actions:
            yield action_table(content.actions, say, root.add("Sect"), owner=not content.owner)
        return
    for number, group in enumerate(groups):
        section = root.add("Sect")
        yield Landmark(0, group, f"group-{number}")
        yield Para(group, HEADINGS[1], section.add("H2"))
        rows = [one for one in content.actions if one.group == group]
        yield action_table(rows, say, section, owner=not content.owner)


def action_table(actions: Sequence[ActionLine], say: Wording, section: Element, *, owner: bool) -> Grid:
    """Give a table of actions, with a column for who does them where that is not the same for all."""
    table = section.add("Table")
    # As wide as the longest reference, such as NATIONAL-2026-12.
    widths: list[float | None] = [29 * MM, None, *([38 * MM] if owner else []), 34 * MM]
    names = [N_("Reference"), N_("Action"), *([N_("Responsible")] if owner else []), N_("Deadline")]
    rows = [head_row([say(name) for name in names], widths, table, frozenset())]
    rows += [_row(one, say, table, widths, owner=owner) for one in actions]
    return Grid(rows, heads=1, after=8)


def _row(one: ActionLine, say: Wording, table: Element, widths: list[float | None], *, owner: bool) -> Row:
    line = table.add("TR")
    first, told = line.add("TH", scope="Row"), line.add("TD")
    text = set_entry(one.text, told, _CELL.but(after=3))
    remarks = [Run(part) for part in _remarks(one, say)]
    if one.priority is Priority.HIGH:
        remarks.insert(0, Run(say(N_("High priority")), bold=True, colour=INK))
    for place in range(len(remarks) - 1, 0, -1):
        remarks.insert(place, Run(" · "))
    if remarks:
        text.append(Para(remarks, _SMALL, told.add("P")))
    cells: list[list[Flowable]] = [[Para(one.reference, _CELL, first)], text]
    if owner:
        cell = line.add("TD")
        who = one.owner or say(N_("nobody yet"))
        whom: list[Flowable] = [Para(who, _CELL.but(colour=INK if one.owner else WARN), cell.add("P"))]
        if one.contact:
            whom.append(Para(one.contact, _SMALL, cell.add("P")))
        cells.append(whom)
    cells.append(_due(one, say, line.add("TD")))
    return Row(cells, widths, Look(4.5, 5.5, 8, LINE))


def _remarks(one: ActionLine, say: Wording) -> list[str]:
    found = []
    if one.state is ActionState.IN_PROGRESS:
        found.append(label(one.state, say.language))
    if one.meeting_day is not None:
        day = say.short_day(one.meeting_day)
        if one.item is not None:
            found.append(say(N_("meeting on {day}, item {item}"), day=day, item=one.item))
        else:
            found.append(say(N_("meeting on {day}"), day=day))
    return found


def _due(one: ActionLine, say: Wording, cell: Element) -> list[Flowable]:
    if one.due is None:
        return [Para(say(N_("no date yet")), _CELL.but(colour=WARN), cell.add("P"))]
    story: list[Flowable] = [Para(say.day(one.due), _CELL.but(colour=QUIET), cell.add("P"))]
    if one.days_late:
        count = one.days_late
        late = say(N_("overdue by 1 day")) if count == 1 else say(N_("overdue by {count} days"), count=count)
        story.append(Late(late, cell.add("P")))
    return story
