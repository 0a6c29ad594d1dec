"""The ledger of escalations as PDF on pages that lie on their side: age, holder, due day and answer of each.

Loaded by the worker only (`documents` is the door).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.platypus.flowables import CondPageBreak, Flowable, Spacer

from referral_desk.queries.brief_words import LEDGER
from referral_desk.queries.case_documents import Ledger, LedgerLine
from referral_desk.reports.boxes import Grid, Landmark, Look, Row
from referral_desk.reports.entry_text import set_entry
from referral_desk.reports.folio import Folio, Imprint
from referral_desk.reports.hidden_words import hidden_words
from referral_desk.reports.lists import Late, head_row, title_block
from referral_desk.reports.paragraphs import Para
from referral_desk.reports.style import BODY, CELL, FAINT, HEADINGS, INK, LINE, MM, QUIET, SMALL, WARN
from referral_desk.reports.tags import Element
from referral_desk.reports.wording import Wording
from referral_desk.reports.words import Run
from referral_desk.texts import N_, label
from referral_desk.vocabulary import EscalationState, Urgency

_CELL: Final = CELL.but(size=9.5, leading=12.5)
_SMALL: Final = SMALL.but(size=8.5, leading=11.5, colour=FAINT)
_WIDTHS: Final[list[float | None]] = [30 * MM, None, 40 * MM, 27 * MM, 25 * MM, 62 * MM]
_TOGETHER: Final = 45 * MM
NOTHING: Final = N_("Nothing was escalated yet.")


def build_ledger(content: Ledger) -> tuple[bytes, int]:
    """Typeset a ledger, and tell its pages."""
    say = Wording(content.language)
    kind = say(LEDGER)
    whose = content.whose or say(N_("All groups"))
    as_of = say(N_("As of {day}"), day=say.day(content.day))
    imprint = Imprint(
        title=f"{whose}: {kind}, {say.day(content.day)}",
        author=whose,
        subject=counted(content.lines, say),
        kind=kind,
        head=f"{whose} · {kind} · {say.day(content.day)}",
        label=label(content.label, say.language),
        foot=f"{kind} · {as_of}",
        day=content.day,
    )
    folio = Folio(imprint, say, gutter=False, is_broad=True)
    section = folio.root.add("Sect")
    folio.story += title_block(kind, whose, [as_of, counted(content.lines, say)], section, width=folio.full)
    folio.story.append(Spacer(1, 3 * MM))
    if not content.parts:
        folio.story.append(Para(say(NOTHING), BODY.but(before=8), section.add("P")))
    for number, part in enumerate(content.parts):
        folio.story += _part(number, say(part.name), part.lines, say, folio.root)
    folio.story += hidden_words(content, say, folio.root)
    return folio.made()


def counted(lines: Sequence[LedgerLine], say: Wording) -> str:
    """How many are open, late and over, in words."""
    open_ones = [one for one in lines if one.state.is_open]
    told = [(len(open_ones), N_("Open: {count}")), (sum(one.is_late for one in lines), N_("Late: {count}"))]
    told.append((len(lines) - len(open_ones), N_("Over: {count}")))
    return " · ".join(say(text, count=count) for count, text in told if count)


def _part(number: int, name: str, lines: Sequence[LedgerLine], say: Wording, root: Element) -> Iterator[Flowable]:
    section = root.add("Sect")
    yield CondPageBreak(_TOGETHER)
    yield Landmark(0, name, f"part-{number}")
    heading = [Run(name), Run(f"   {len(lines)}", colour=FAINT)]
    yield Para(heading, HEADINGS[1].but(before=12), section.add("H2"))
    table = section.add("Table")
    names = (N_("Reference"), N_("Matter"), N_("With"), N_("Age"), N_("Answer by"), N_("Answer, or what comes next"))
    rows = [head_row([say(one) for one in names], _WIDTHS, table, frozenset())]
    yield Grid([*rows, *(_row(one, say, table) for one in lines)], heads=1, after=6)


def _row(one: LedgerLine, say: Wording, table: Element) -> Row:
    line = table.add("TR")
    first = line.add("TH", scope="Row")
    cells: list[list[Flowable]] = [
        [Para(one.reference, _CELL, first)],
        _matter(one, say, line.add("TD")),
        _holder(one, say, line.add("TD")),
        _age(one, say, line.add("TD")),
        _due(one, say, line.add("TD")),
        _answer(one, say, line.add("TD")),
    ]
    return Row(cells, _WIDTHS, Look(4, 5, 8, LINE))


def _matter(one: LedgerLine, say: Wording, cell: Element) -> list[Flowable]:
    title = one.title or say(N_("Confidential matter"))
    told: list[Flowable] = [Para(title, _CELL.but(bold=True, italic=not one.title), cell.add("P"))]
    raised = say(N_("raised by {groups}"), groups=", ".join(one.origins))
    told.append(Para(" · ".join(part for part in (one.theme, raised) if part), _SMALL, cell.add("P")))
    return told


def _holder(one: LedgerLine, say: Wording, cell: Element) -> list[Flowable]:
    state = label(one.state, say.language)
    if one.state is EscalationState.MERGED:
        state = say(N_("Merged into {reference}"), reference=one.lead)
    told: list[Flowable] = [Para(state, _CELL, cell.add("P"))]
    if one.state.is_open:
        told.insert(0, Para(one.holder, _CELL.but(bold=True), cell.add("P")))
        told.append(Para(say(N_("since {day}"), day=say.short_day(one.since)), _SMALL, cell.add("P")))
    elif one.closed_on is not None:
        told.append(Para(say.short_day(one.closed_on), _SMALL, cell.add("P")))
    return told


def _age(one: LedgerLine, say: Wording, cell: Element) -> list[Flowable]:
    told: list[Flowable] = [Para(_days(one.age_days, say), _CELL, cell.add("P"))]
    if one.state.is_open and one.waits_days:
        waits = say(N_("{days} as it is"), days=_days(one.waits_days, say))
        told.append(Para(waits, _SMALL, cell.add("P")))
    return told


def _days(count: int, say: Wording) -> str:
    return say(N_("1 day")) if count == 1 else say(N_("{count} days"), count=count)


def _due(one: LedgerLine, say: Wording, cell: Element) -> list[Flowable]:
    told: list[Flowable] = []
    if one.due is not None:
        told.append(Para(say.short_day(one.due), _CELL.but(colour=QUIET), cell.add("P")))
    if one.is_late:
        told.append(Late(say(N_("late")), cell.add("P")))
    if one.state.is_open and one.urgency is not Urgency.NORMAL:
        told.append(Para(label(one.urgency, say.language), _CELL.but(bold=True, colour=WARN), cell.add("P")))
    return told


def _answer(one: LedgerLine, say: Wording, cell: Element) -> list[Flowable]:
    told: list[Flowable] = []
    if one.answer:
        told += set_entry(one.answer, cell, _CELL.but(after=3, colour=INK))
    if one.answered_on is not None:
        about = say(N_("{body}, {day}"), body=one.answered_by, day=say.short_day(one.answered_on))
        if not one.answer:
            about = say(N_("Answered by {body} on {day}"), body=one.answered_by, day=say.short_day(one.answered_on))
        told.append(Para(about, _SMALL, cell.add("P")))
    if one.closed_reason:
        told.append(Para(one.closed_reason, _CELL.but(colour=QUIET), cell.add("P")))
    if one.next_step and not one.state.is_answered:
        told.append(Para(one.next_step, _CELL.but(colour=QUIET), cell.add("P")))
    elif one.next_step and one.state.is_open:
        told.append(Para(one.next_step, _SMALL, cell.add("P")))
    return told
