"""The Action plan page: which plan and year, the activities at the left, what was done for one at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QWidget

from referral_desk.queries.plan_activity import WHOLE, plan_work
from referral_desk.queries.plan_things import activity_things
from ui.commands import Command
from ui.doing import UndoPage
from ui.language import day_text, language
from ui.memory import recall_bytes, remember
from ui.pages.plan.activity import ActivityPane
from ui.pages.plan.tree import ALL, GAPS, TreeCard
from ui.pages.plan.words import PlanWords
from ui.pages.plan.yearly import YearlyView
from ui.periods import period_text
from ui.theme import dress, px, sized
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.segments import Segments
from ui.widgets.tall_area import TallArea

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from referral_desk.queries.plan_activity import PlanWork
    from referral_desk.queries.plan_things import Thing
    from ui.bridge import Bridge
    from ui.places import Place

SPLIT: Final = "plan/split"
ACTIVITIES, YEARLY = "activities", "yearly"


class PlanPage(UndoPage):
    """One action plan over a year or all years, as known on a day."""

    areas: ClassVar[frozenset[str]] = frozenset(
        {"meetings", "agenda", "minutes", "actions", "cases", "escalations", "circulars", "groups", "reference"}
    )
    scrolls: ClassVar[bool] = False
    follows_as_of: ClassVar[bool] = True

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self._words = PlanWords(self)
        self.work: PlanWork | None = None
        self._code: str = ""
        self._year: int | None = None
        self._wanted: int = 0
        self.header.say(self.tr("Action plan"))
        self.plan, self.year = ChoiceBox(()), ChoiceBox(())
        self.plan.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.plan.setAccessibleName(self.tr("Action plan"))
        self.year.setAccessibleName(self.tr("Year"))
        self.views = Segments(
            ((ACTIVITIES, self.tr("Activities")), (YEARLY, self.tr("Yearly contribution"))), self.tr("View")
        )
        self.tree, self.pane = TreeCard(), ActivityPane(self)
        self.yearly = YearlyView(self)
        self._build()
        self._take_place(place)

    # Building -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self.views, 1)
        for words, box in ((self.tr("Plan"), self.plan), (self.tr("Year"), self.year)):
            said = label(words, "quiet")
            said.setBuddy(box)
            bar.addWidget(said)
            bar.addWidget(box)
        self.note = label("", "note", wraps=True)
        area = TallArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        dress(self.pane, "page")
        area.setWidget(self.pane)
        self.area = area
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(16)
        self.splitter.addWidget(self.tree)
        self.splitter.addWidget(area)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setSizes([px(400), px(620)])
        self.splitter.restoreState(recall_bytes(sized(SPLIT)))
        self.empty = EmptyState("target", "")
        self.empty.started.connect(self._on_known)
        self.pile = QStackedWidget()
        dress(self.pile, "plain")
        for part in (self.splitter, self.yearly, self.empty):
            self.pile.addWidget(part)
        self.body.setSpacing(10)
        self.body.addLayout(bar)
        self.body.addWidget(self.note)
        self.body.addWidget(self.pile, 1)
        self.plan.activated.connect(self._on_plan)
        self.year.activated.connect(self._on_year)
        self.views.chosen.connect(self._on_view)
        self.tree.chosen.connect(self._on_chosen)
        self.pane.went.connect(self.went)

    # Page ---------------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        job = self.bridge.ask(plan_work, day=self.as_of, language=language(), code=self._code, year=self._year)
        job.then(self.show_work)

    def turn_to(self, place: Place) -> None:
        self.place = place
        self._take_place(place)
        self.refresh()

    def _take_place(self, place: Place) -> None:
        self._code = place.wish("plan", self._code)
        if place.wish("year"):
            self._year = int(place.wish("year"))
        self._wanted = int(place.wish("activity", "0")) or self._wanted
        if place.wish("gaps"):
            self.tree.filter.choose(GAPS)
        if place.view:
            self.views.choose(place.view)

    def keep(self) -> dict[str, Any]:
        return {
            "code": self._code,
            "year": self._year,
            "activity": self.tree.list.chosen_key() or 0,
            "view": self.views.key(),
            "filter": self.tree.filter.key(),
        }

    def take_up(self, kept: dict[str, Any]) -> None:
        self._code, self._year, self._wanted = kept["code"], kept["year"], kept["activity"]
        self.tree.filter.choose(kept["filter"])
        self.views.choose(kept["view"])

    def commands(self) -> list[Command]:
        found = [
            Command("plan/gaps", self.tr("Gaps in the action plan"), "circle-dashed", self._on_gaps),
            Command("plan/yearly", self.tr("Yearly contribution"), "chart-bar", self._on_yearly),
        ]
        return [*found, *self.yearly.offers()]

    @Slot(object)
    def show_work(self, work: PlanWork) -> None:
        """Show the answer of the query."""
        self.work = work
        self.plan.offer([(plan.code, self._words.plan(plan)) for plan in work.plans])
        if work.tree is None:
            self.call_it(self.tr("Action plan"))
            self._say_empty(work)
            return
        plan = work.tree.plan
        self.plan.setCurrentIndex(self.plan.values.index(plan.code))
        self.year.offer([(year, self._words.year(year)) for year in (*work.years, WHOLE)])
        if work.year in self.year.values:
            self.year.setCurrentIndex(self.year.values.index(work.year))
        when = period_text(plan.valid_from, plan.valid_to, work.day)
        amended = ", ".join(one.code for one in work.tree.amendments)
        amended = self.tr("amended by {plans}").format(plans=amended) if amended else ""
        self.call_it(self.tr("Action plan"), " · ".join(part for part in (plan.title, when, amended) if part))
        self._say_note(work)
        if not work.work:
            self._say_empty(work)
            return
        self.tree.show_work(work)
        self._choose(work)
        self._show_view()

    def _say_note(self, work: PlanWork) -> None:
        plan = work.tree.plan if work.tree is not None else None
        words = ""
        if plan is not None and not plan.is_in_force:
            day = day_text(work.day, "date")
            in_force = [one.code for one in work.in_force]
            words = (
                self.tr("This plan is not in force on {day}: {plans} is.").format(day=day, plans=", ".join(in_force))
                if in_force
                else self.tr("No plan is in force on {day}; the groups go on by this one.").format(day=day)
            )
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _say_empty(self, work: PlanWork) -> None:
        known = next((plan for plan in work.plans if plan.activities), None)
        if work.tree is None:
            self.empty.say(self.tr("No action plan is on this desk: it comes with the reference data."))
        else:
            said = self.tr("The activities of {plan} are not in the sources that this desk was filled from.")
            start = self.tr("Show {plan}").format(plan=self._words.plan(known)) if known else ""
            self.empty.say(said.format(plan=self._words.plan(work.tree.plan)), start)
        self.pile.setCurrentWidget(self.empty)

    def _choose(self, work: PlanWork) -> None:
        wanted, self._wanted = self._wanted, 0
        if wanted and not self.tree.choose(wanted):
            self.tree.filter.choose(ALL)
            self.tree.choose(wanted)
        elif not wanted:
            self.tree.stand(work)
        chosen = self.tree.list.chosen_key()
        if chosen is not None:
            self._on_chosen(chosen)

    def _show_view(self) -> None:
        if self.work is None or not self.work.work:
            return
        is_yearly = self.views.key() == YEARLY
        self.pile.setCurrentWidget(self.yearly if is_yearly else self.splitter)
        if is_yearly:
            self.yearly.reload()

    # Handlers -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_chosen(self, activity_id: int) -> None:
        work = self.work
        shown = work.of(activity_id) if work is not None else None
        if work is None or shown is None:
            return
        self.pane.show_work(work, shown)
        first, last = (work.years[-1], work.years[0]) if work.year == WHOLE else (work.year, work.year)
        job = self.bridge.ask(activity_things, activity_id=activity_id, first_year=first, last_year=last, day=work.day)
        job.then(self._on_things)

    def _on_things(self, things: tuple[Thing, ...]) -> None:
        self.pane.show_things(things)

    @Slot(int)
    def _on_plan(self, _index: int) -> None:
        self._code, self._year = self.plan.value(), None
        self.refresh()

    @Slot(int)
    def _on_year(self, _index: int) -> None:
        self._year = self.year.value()
        self._code = self.plan.value()
        self.refresh()

    @Slot(str)
    def _on_view(self, _key: str) -> None:
        self._show_view()

    @Slot()
    def _on_known(self) -> None:
        if self.work is not None:
            self._code = next(plan.code for plan in self.work.plans if plan.activities)
            self._year = None
            self.refresh()

    @Slot()
    def _on_gaps(self) -> None:
        self.views.choose(ACTIVITIES)
        self.tree.filter.choose(GAPS)

    @Slot()
    def _on_yearly(self) -> None:
        self.views.choose(YEARLY)

    def hideEvent(self, event: QHideEvent) -> None:
        remember(sized(SPLIT), self.splitter.saveState())
        super().hideEvent(event)
