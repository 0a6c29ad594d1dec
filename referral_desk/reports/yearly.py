"""The groups' yearly contribution to the status report as PDF: charts with their figures beside, then the tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from reportlab.platypus.flowables import CondPageBreak, Flowable, Spacer

from referral_desk.queries.document_names import YEARLY
from referral_desk.queries.plan_tally import Tally
from referral_desk.queries.yearly_rows import ActivityYear, AreaYear, CaseList, Yearly
from referral_desk.reports.boxes import Grid, Landmark, Look, Row
from referral_desk.reports.folio import Folio, Imprint
from referral_desk.reports.lists import head_row, title_block
from referral_desk.reports.paragraphs import Para
from referral_desk.reports.stacked import Part, StackedBars
from referral_desk.reports.style import BODY, CELL, FAINT, HEADINGS, INK, LINE, MM, QUIET, SMALL, SOFT
from referral_desk.reports.tags import Element
from referral_desk.reports.wording import Wording
from referral_desk.texts import N_, label

ITEMS_CHART: Final = N_("Agenda items under the action plan")
ACTIONS_CHART: Final = N_("Actions agreed under the action plan")
_CELL: Final = CELL.but(size=9.5, leading=13)
_GAP: Final = 4.0  # between the columns of a table with many of them
_MANY: Final = 8
_NOTES: Final = (
    N_("An agenda item counts in the quarter of its meeting, once it was dealt with there; carried items count once."),
    N_("Actions are those agreed in the year; what became of them is told as of the day above."),
    N_("What belongs to two activities of one area counts once in the area, and once in each activity."),
    N_("Days to the answer: from sending to the answer, half of all took longer."),
)
_SMALL_NOTE: Final = N_(
    "Figures from 1 to 4 about cases are shown as “1–4”. “–” is kept back too, so that nothing can be worked out from "
    "the sums."
)
# What is counted of groups and of activities: (head, how wide in millimetres, what stands there).
WORK: Final[tuple[tuple[str, float, Callable[[Tally], int]], ...]] = (
    (N_("Agenda items"), 13, lambda one: one.items),
    (N_("Decisions"), 17, lambda one: one.decisions),
    (N_("Actions"), 15, lambda one: one.actions),
    (N_("Done in time"), 13, lambda one: one.on_time),
    (N_("Done late"), 14, lambda one: one.late),
    (N_("Not possible, not done"), 14, lambda one: one.not_possible + one.not_done),
    (N_("Still open"), 12, lambda one: one.open),
    (N_("Escalations"), 17, lambda one: one.escalations),
)
CIRCULARS: Final = N_("Circulars")


def build_yearly(content: Yearly) -> tuple[bytes, int]:
    """Typeset a contribution, and tell its pages."""
    say = Wording(content.language)
    kind, title = say(YEARLY), str(content.year)
    as_of = say(N_("As of {day}"), day=say.day(content.day))
    imprint = Imprint(
        title=f"{kind} {title}",
        author=say(N_("The reference groups")),
        subject=content.plan,
        kind=kind,
        head=f"{kind} {title} · {as_of}",
        label=say.label(content.label.value),
        foot=f"{kind} {title}",
        day=content.day,
    )
    folio = Folio(imprint, say, gutter=False, is_broad=True)
    first = folio.root.add("Sect")
    told = [as_of, *([] if content.is_whole else [say(N_("the year is not over"))])]
    lines = [content.plan, " · ".join(told)]
    folio.story += title_block(kind, title, lines, first, width=folio.full)
    folio.story += [Spacer(1, 4 * MM), _figures(content, say, first), Spacer(1, 5 * MM)]
    _Writer(folio, content, say).write()
    return folio.made()


def _figures(content: Yearly, say: Wording, section: Element) -> Row:
    """The year in a few figures."""
    total = content.total
    told = [
        (total.meetings, N_("meetings")),
        (total.tally.items, N_("agenda items")),
        (total.tally.decisions, N_("decisions")),
        (total.tally.actions, N_("actions agreed")),
        (total.tally.done, N_("of them done")),
        (total.tally.escalations, N_("escalations sent")),
        (total.answered, N_("of them answered")),
    ]
    cells: list[list[Flowable]] = []
    for count, words in told:
        whole = section.add("P")
        cells.append(
            [
                Para(str(count), CELL.but(size=20, leading=24, bold=True, colour=INK), whole.add("Span")),
                Para(say(words), SMALL.but(size=9, leading=12, colour=QUIET), whole.add("Span")),
            ]
        )
    return Row(cells, [None] * len(cells), Look(8, 9, 10, fill=SOFT, inset=10))


class _Writer:
    """Writes the sections behind one another."""

    def __init__(self, folio: Folio, content: Yearly, say: Wording) -> None:
        self.folio, self.content, self.say = folio, content, say
        self._sections = 0

    def write(self) -> None:
        """Write all of it."""
        say = self.say
        self._groups(self._section(say(N_("The groups")), together=150))
        if self.content.areas:
            for title, count in ((ITEMS_CHART, _items), (ACTIONS_CHART, _agreed)):
                self._chart(self._section(say(title), together=215), say(title), count)
        self._activities(self._section(say(N_("The activities of the action plan")), together=200))
        self._notes(self._section(say(N_("How it was counted")), together=90))
        self._cases(self._section(say(N_("Cases")), together=360))

    def _section(self, title: str, *, together: float) -> Element:
        self._sections += 1
        section = self.folio.root.add("Sect")
        self.folio.story += [
            CondPageBreak(together),
            Landmark(0, title, f"section-{self._sections}"),
            Para(title, HEADINGS[1], section.add("H2")),
        ]
        return section

    def _text(self, words: str, section: Element, *, after: float = 6) -> None:
        self.folio.story.append(Para(words, BODY.but(size=10, leading=14, after=after), section.add("P")))

    def _note(self, words: str, section: Element) -> None:
        self.folio.story.append(Para(words, SMALL.but(size=8.5, leading=11.5, colour=FAINT, after=4), section.add("P")))

    # Charts -------------------------------------------------------------------------------------------------------

    def _chart(self, section: Element, title: str, count: Callable[[Tally], int]) -> None:
        """A chart at the left, the same figures as a table at the right."""
        areas, say = self.content.areas, self.say
        names = [say(N_("Q{number}"), number=number) for number in range(1, 5)]
        parts = [Part(area.title, tuple(count(quarter) for quarter in area.quarters)) for area in areas]
        figure = section.add("Figure", alt=self._alt(title, names, parts))
        chart = StackedBars(names, parts, figure)
        table = self._figures_table(section, names, parts)
        self.folio.story.append(Row([[chart], [table]], [None, 104 * MM], Look(0, 0, 20), after=8))

    def _alt(self, title: str, names: Sequence[str], parts: Sequence[Part]) -> str:
        told = []
        for place, name in enumerate(names):
            values = ", ".join(f"{part.name} {part.values[place]}" for part in parts)
            told.append(f"{name} {sum(part.values[place] for part in parts)} ({values})")
        return f"{title}. {'; '.join(told)}."

    def _figures_table(self, section: Element, names: Sequence[str], parts: Sequence[Part]) -> Grid:
        table = section.add("Table")
        widths: list[float | None] = [None, *([11 * MM] * len(names)), 13 * MM]
        heads = [self.say(N_("Area")), *names, self.say(N_("All"))]
        rows = [head_row(heads, widths, table, frozenset(range(1, len(heads))))]
        rows += [_line(part.name, [*map(str, part.values), str(sum(part.values))], table, widths) for part in parts]
        sums = [sum(part.values[place] for part in parts) for place in range(len(names))]
        rows.append(_line(self.say(N_("All")), [*map(str, sums), str(sum(sums))], table, widths, is_sum=True))
        return Grid(rows, heads=1)

    # Tables -------------------------------------------------------------------------------------------------------

    def _groups(self, section: Element) -> None:
        say, table = self.say, section.add("Table")
        heads = [N_("Group"), N_("Meetings"), *(name for name, _, _ in WORK), N_("Answered"), N_("Days to the answer")]
        wide = (17, *(width for _, width, _ in WORK), 17, 17, 20)
        widths: list[float | None] = [None, *(width * MM for width in wide)]
        right = frozenset(range(1, len(widths)))
        rows = [head_row([say(name) for name in (*heads, CIRCULARS)], widths, table, right, gap=_GAP)]
        for one in (*self.content.groups, self.content.total):
            days = "·" if one.days is None else f"{one.days:.0f}"
            counts = (one.meetings, *(count(one.tally) for _, _, count in WORK), one.answered)
            figures = [*map(str, counts), days, str(one.tally.circulars)]
            rows.append(_line(one.name, figures, table, widths, is_sum=one is self.content.total))
        self.folio.story.append(Grid(rows, heads=1, after=10))

    def _activities(self, section: Element) -> None:
        content, say = self.content, self.say
        if not content.areas:
            self._text(
                say(N_("The activities of this plan are not in the sources that the desk was filled from.")), section
            )
            return
        if content.untouched:
            every = sum(len(area.activities) for area in content.areas)
            words = N_("No group worked on {count} of {all} activities; they stand below each table.")
            self._text(say(words, count=len(content.untouched), all=every), section)
        for area in content.areas:
            self._area(section, area)

    def _area(self, section: Element, area: AreaYear) -> None:
        self.folio.story.append(CondPageBreak(110))
        self.folio.story.append(Para(area.title, HEADINGS[2], section.add("H3")))
        worked = [one for one in area.activities if one.groups]
        if worked:
            self.folio.story.append(self._activity_table(section.add("Table"), worked))
        idle = [f"{one.number} {one.title}" for one in area.activities if not one.groups]
        if idle:
            words = self.say(N_("No group worked on: {activities}"), activities="; ".join(idle))
            self._note(words, section)

    def _activity_table(self, table: Element, worked: Sequence[ActivityYear]) -> Grid:
        say = self.say
        heads = [N_("No."), N_("Activity"), N_("Groups"), *(name for name, _, _ in WORK), CIRCULARS, N_("Cases")]
        wide = (14, *(width for _, width, _ in WORK), 18, 11)
        widths: list[float | None] = [11 * MM, None, *(width * MM for width in wide)]
        rows = [head_row([say(name) for name in heads], widths, table, frozenset(range(2, len(heads))), gap=_GAP)]
        for one in worked:
            groups = say(N_("{count} of {all}"), count=one.groups, all=self.content.group_count)
            counts = (*(count(one.tally) for _, _, count in WORK), one.tally.circulars)
            line = table.add("TR")
            cells: list[list[Flowable]] = [
                [Para(one.number, _CELL.but(bold=True), line.add("TH", scope="Row"))],
                [Para(one.title, _CELL, line.add("TD"))],
                *_figure_cells([groups, *map(str, counts), one.cases], line),
            ]
            rows.append(Row(cells, widths, Look(3.5, 4.5, _GAP, LINE)))
        return Grid(rows, heads=1, after=4)

    # Cases --------------------------------------------------------------------------------------------------------

    def _cases(self, section: Element) -> None:
        say, cases = self.say, self.content.cases
        if cases.table.total == "0":
            self._text(say(N_("No cases were written down in the year.")), section)
            return
        self._text(say(N_("Written down in the year: {count}."), count=cases.table.total), section)
        if not cases.table.total.isdigit():
            self._note(say(N_("So few are not told apart any further.")), section)
            return
        self._by_group(section)
        shown = [one for one in cases.lists if one.rows]
        # Two columns of about the same height.
        sides: list[list[Flowable]] = [[], []]
        tall = [0, 0]
        for one in shown:
            side = tall.index(min(tall))
            sides[side].append(self._case_list(section, one))
            tall[side] += len(one.rows) + 2
        self.folio.story.append(Row(sides, [None, None], Look(0, 0, 24), after=8))
        if any(not one.adds_up for one in shown):
            self._note(say(N_("A case may be of several types of exploitation.")), section)
        if self.content.has_small:
            self._note(say(_SMALL_NOTE), section)

    def _by_group(self, section: Element) -> None:
        say, cases, table = self.say, self.content.cases, section.add("Table")
        heads = [say(N_("Group")), *cases.kinds, say(N_("All"))]
        widths: list[float | None] = [None, *([30 * MM] * (len(heads) - 1))]
        rows = [head_row(heads, widths, table, frozenset(range(1, len(heads))))]
        for name, figures, whole in zip(cases.groups, cases.table.cells, cases.table.rows, strict=True):
            rows.append(_line(name, [*figures, whole], table, widths))
        last = [*cases.table.columns, cases.table.total]
        rows.append(_line(say(N_("All groups")), last, table, widths, is_sum=True))
        self.folio.story.append(Grid(rows, heads=1, after=10))

    def _case_list(self, section: Element, one: CaseList) -> Grid:
        table = section.add("Table")
        widths: list[float | None] = [None, 24 * MM]
        heads = [label(one.by, self.say.language), self.say(N_("Cases"))]
        rows = [head_row(heads, widths, table, frozenset({1}))]
        rows += [_line(name, [text], table, widths) for name, text in one.rows]
        return Grid(rows, heads=1, after=12)

    def _notes(self, section: Element) -> None:
        for words in _NOTES:
            self._note(self.say(words), section)


def _line(
    name: str, figures: Sequence[str], table: Element, widths: list[float | None], *, is_sum: bool = False
) -> Row:
    """A row: a name, then figures at the right edge of their columns."""
    line = table.add("TR")
    cells: list[list[Flowable]] = [[Para(name, _CELL.but(bold=is_sum), line.add("TH", scope="Row"))]]
    cells += _figure_cells(figures, line, is_sum=is_sum)
    return Row(cells, widths, Look(3.5, 4.5, _GAP if len(figures) > _MANY else 8, LINE, 0.9 if is_sum else 0.6))


def _figure_cells(figures: Sequence[str], line: Element, *, is_sum: bool = False) -> list[list[Flowable]]:
    made: list[list[Flowable]] = []
    for text in figures:
        colour = FAINT if text in ("0", "·") else INK
        made.append([Para(text, _CELL.but(bold=is_sum, align="right", colour=colour), line.add("TD"))])
    return made


def _items(tally: Tally) -> int:
    return tally.items


def _agreed(tally: Tally) -> int:
    return tally.actions
