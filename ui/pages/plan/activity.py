"""One activity: what it says, which group did what in which quarter, and the things themselves."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.operations.plan_links import link_item_to_plan
from referral_desk.queries.plan_activity import WHOLE
from referral_desk.queries.plan_things import Thing, ThingKind
from referral_desk.shorthand.action_query import ActionQuery, Term
from referral_desk.shorthand.query_words import Key, Trait
from ui.language import day_text, language
from ui.pages.plan.links import LinkCard
from ui.pages.plan.words import ICONS, PlanWords
from ui.places import Place, wishes
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.chip_flow import ChipFlow
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.count_matrix import CountMatrix, count_look
from ui.widgets.flow import Flow
from ui.widgets.heard_matrix import HeardLook
from ui.widgets.labels import label
from ui.widgets.row_button import RowLook
from ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from referral_desk.queries.plan_activity import ActivityWork, PlanWork
    from ui.doing import UndoPage

SHOWN: Final = 10


class ActivityPane(QWidget):
    """The right side of the page. `went` tells a Place that is to be opened."""

    went = Signal(object)

    def __init__(self, page: UndoPage) -> None:
        super().__init__()
        self._words = PlanWords(self)
        self.work: PlanWork | None = None
        self.shown: ActivityWork | None = None
        self.things: tuple[Thing, ...] = ()
        self._picked = (-1, -1)
        self.title = label("", "lead", wraps=True)
        self.facts = label("", "quiet", wraps=True)
        self.source = label("", "faint", wraps=True)
        self.flags = ChipFlow()
        self.matrix = CountMatrix(self.tr("Groups and what they did"))
        self.matrix.pressed.connect(self._on_pressed)
        self.counted = label("", "note", wraps=True)
        note = label(
            self.tr("Counted are agenda items that were dealt with, cases, escalations and circulars of each group."),
            "faint",
            wraps=True,
        )
        self.who = Card(self.tr("Who did what, and when"), gap=8)
        self.who.add(self.counted, self.matrix, note)
        self.kinds = ChoiceBox((("", self.tr("All")),))
        self.kinds.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.kinds.setAccessibleName(self.tr("What was done"))
        self.kinds.activated.connect(self._on_kind)
        self.narrowed = label("", "note")
        self.clear = button(self.tr("Show all groups and quarters"), "link")
        self.clear.clicked.connect(self._on_clear)
        self.list = RowList(self.tr("Nothing of this kind here."), at_most=SHOWN)
        self.list.opened.connect(self._on_opened)
        self.to_actions = button(self.tr("Open these actions in Actions"), "link", "arrow-right")
        self.to_actions.clicked.connect(self._on_actions)
        self.link = button(self.tr("Link or unlink …"), "", "link-simple")
        self.link.setCheckable(True)
        self.link.toggled.connect(self._on_link)
        self.links = LinkCard(page)
        self.links.left.connect(self._on_left)
        self._bridge = page.bridge
        self._may_link = page.bridge.may(link_item_to_plan)
        self._build()

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(4)
        for part in (self.title, self.facts, self.source):
            head.addWidget(part)
        narrow = QHBoxLayout()
        narrow.setSpacing(8)
        narrow.addWidget(self.narrowed)
        narrow.addWidget(self.clear)
        narrow.addStretch()
        below = Flow(self.tr("What was done"), [self.link, self.to_actions])
        self.done = Card(self.tr("What was done"), gap=6).beside_title(self.kinds)
        self.done.add(narrow, self.list, below)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(self.flags)
        box.addWidget(self.who)
        box.addWidget(self.done)
        box.addWidget(self.links)
        box.addStretch()

    def show_work(self, work: PlanWork, shown: ActivityWork) -> None:
        """Show an activity's figures; its things follow."""
        is_other = self.shown is None or self.shown.activity.id != shown.activity.id
        self.work, self.shown = work, shown
        activity = shown.activity
        self.title.setText(f"{activity.number}  {activity.title}")
        facts = [shown.area, ", ".join(activity.responsible), activity.status]
        self.facts.setText(" · ".join(part for part in facts if part))
        self.source.setText(" · ".join(part for part in (activity.source, activity.note) if part))
        self.source.setVisible(bool(self.source.text()))
        self.flags.show_chips(self._flags(work, shown))
        self._show_matrix(work, shown)
        # What a day in the past knew is looked at, not changed.
        self.link.setVisible(self._may_link and work.day == self._bridge.today)
        self.links.setVisible(self.link.isChecked() and not self.link.isHidden())
        if not self.links.isHidden():
            self.links.show_work(work, shown)
        if is_other:
            self.things = ()
            self._picked = (-1, -1)
            self.list.set_rows(())
        self._fill()

    def show_things(self, things: tuple[Thing, ...]) -> None:
        """Show what was done."""
        self.things = things
        self._fill()

    def _flags(self, work: PlanWork, shown: ActivityWork) -> list[tuple[str, str, str]]:
        when = self.tr("since the plan began") if work.year == WHOLE else str(work.year)
        flags = []
        silent = shown.silent(work.groups)
        if shown.is_untouched:
            flags.append((self.tr("Nobody worked on it: {when}").format(when=when), "warn", "warning-circle-fill"))
        elif silent:
            said = self.tr("Nothing yet from {groups}").format(groups=self._words.groups(silent))
            flags.append((said, "info", "circle-dashed"))
        else:
            flags.append((self.tr("Every group worked on it"), "good", "check-circle-fill"))
        if shown.total.ahead:
            said = self.tr("On %n coming agenda(s)", "", shown.total.ahead)
            flags.append((said, "info", "calendar-blank"))
        return flags

    def _show_matrix(self, work: PlanWork, shown: ActivityWork) -> None:
        most = max((tally.touches for row in shown.cells for tally in row), default=0)
        widest = max((tally.touches for tally in shown.by_group), default=0)
        spans = [self._words.span(span) for span in work.spans]
        looks = []
        for group, row, total in zip(work.groups, shown.cells, shown.by_group, strict=True):
            cells = tuple(count_look(tally.touches, most, self._words.tally(tally)) for tally in row)
            share = total.touches / widest if widest and total.touches else None
            said = f"{group.name}: {self._words.tally(total)}"
            looks.append(HeardLook(group.name, cells, share, str(total.touches), spoken=said))
        self.matrix.show_counts([self._words.span_head(span) for span in work.spans], spans, looks)
        self.matrix.pick(*self._picked)
        self.counted.setText(self._words.tally(shown.total))

    # The list -----------------------------------------------------------------------------------------------------

    def fitting(self) -> list[Thing]:
        """What the tab and the picked cell leave, the newest first."""
        kind = self.kinds.value()
        return [
            thing for thing in self._in_cell() if (thing.kind == kind if kind else thing.kind is not ThingKind.DECISION)
        ]

    def _in_cell(self) -> list[Thing]:
        line, cell = self._picked
        work = self.work
        if work is None or not 0 <= line < len(work.groups):
            return list(self.things)
        span = work.spans[cell] if cell < len(work.spans) else None
        group_id = work.groups[line].id
        return [
            thing for thing in self.things if thing.group_id == group_id and (span is None or thing.quarter in span)
        ]

    def _fill(self) -> None:
        work = self.work
        if work is None:
            return
        names = {group.id: group.name for group in work.groups}
        here = self._in_cell()
        counts = {
            key: sum(thing.kind == key if key else thing.kind is not ThingKind.DECISION for thing in here)
            for key in self._words.kinds()
        }
        words = self._words.kinds()
        self.kinds.offer([(key, f"{words[key]} {count}") for key, count in counts.items() if count or not key])
        self.list.set_rows([(self._row(thing, names), thing) for thing in self.fitting()])
        line, cell = self._picked
        is_narrow = 0 <= line < len(work.groups)
        self.narrowed.setVisible(is_narrow)
        self.clear.setVisible(is_narrow)
        if is_narrow:
            span = self._words.span(work.spans[cell]) if cell < len(work.spans) else self._words.year(work.year)
            self.narrowed.setText(f"{work.groups[line].name}, {span}")
        self.to_actions.setVisible(any(thing.kind is ThingKind.ACTION for thing in here))

    def _row(self, thing: Thing, names: dict[int, str]) -> RowLook:
        return RowLook(
            self._words.title(thing),
            self._words.detail(thing, names),
            ICONS[thing.kind],
            trailing=day_text(thing.day, "short" if self.work and self.work.year != WHOLE else "date"),
            chip=self._words.chip(thing),
            spoken=self._words.spoken(thing, names),
        )

    # Handlers -----------------------------------------------------------------------------------------------------

    @Slot(int, int)
    def _on_pressed(self, line: int, cell: int) -> None:
        self._picked = (-1, -1) if self._picked == (line, cell) else (line, cell)
        self.matrix.pick(*self._picked)
        self._fill()

    @Slot()
    def _on_clear(self) -> None:
        self._picked = (-1, -1)
        self.matrix.pick(-1, -1)
        self._fill()

    def choose_kind(self, kind: str) -> None:
        """Show one kind of what was done, or all (an empty word)."""
        self.kinds.setCurrentIndex(self.kinds.values.index(kind))
        self._fill()

    @Slot(int)
    def _on_kind(self, _index: int) -> None:
        self._fill()

    @Slot(object)
    def _on_opened(self, thing: Thing) -> None:
        self.went.emit(place_of(thing))

    @Slot(bool)
    def _on_link(self, is_open: bool) -> None:
        self.links.setVisible(is_open)
        if is_open and self.work is not None and self.shown is not None:
            self.links.show_work(self.work, self.shown)
            self.links.field.setFocus()

    @Slot()
    def _on_left(self) -> None:
        self.link.setChecked(False)
        self.link.setFocus()

    @Slot()
    def _on_actions(self) -> None:
        if self.work is None or self.shown is None:
            return
        line, _cell = self._picked
        narrow = {"group": self.work.groups[line].id} if 0 <= line < len(self.work.groups) else {}
        query = actions_query(self.shown.activity.code, self.work.year)
        self.went.emit(Place("actions", view="group" if narrow else "all", wishes=wishes(query=query, **narrow)))


def place_of(thing: Thing) -> Place:
    """Where a thing is looked at."""
    match thing.kind:
        case ThingKind.ITEM:
            view = "agenda" if thing.is_ahead else "minutes"
            return Place("meeting", thing.opens, view, wishes(item=thing.id))
        case ThingKind.DECISION:
            return Place("meeting", thing.opens, "minutes", wishes(item=thing.item_id, entry=thing.id))
        case ThingKind.ACTION:
            return Place("actions", wishes=wishes(action=thing.id))
        case ThingKind.CIRCULAR:
            return Place("circulars", wishes=wishes(circular=thing.id))
        case _:
            return Place("case", thing.opens)


def actions_query(code: str, year: int) -> str:
    """The actions of an activity as one types them on the Actions page, open or not."""
    terms = [Term(Key.ACTIVITY, (code,)), Term(Key.IS, (Trait.ANY,))]
    written = ActionQuery(tuple(terms)).written(language())
    if year == WHOLE:
        return written
    made = Term(Key.MADE, first=dt.date(year, 1, 1), last=dt.date(year, 12, 31))
    return ActionQuery((*terms, made)).written(language())
