"""Cases: what is carried up and what comes back in lanes, every case as a list, and when an answer can be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from referral_desk.operations.cases import add_case
from referral_desk.queries.case_search import CaseNames, case_names, find_cases
from referral_desk.queries.cases import PAGE, CaseOrder
from referral_desk.queries.escalations import EscalationRow, Lanes, lanes
from referral_desk.queries.hearing import hearing
from referral_desk.queries.meetings import groups_that_meet
from referral_desk.shorthand.case_query import CaseQuery
from referral_desk.vocabulary import Answer, EscalationLane
from ui.commands import Command
from ui.doing import UndoPage
from ui.language import language
from ui.pages.cases.bar import LANES, LIST, CasesBar
from ui.pages.cases.documents import CasesDocuments
from ui.pages.cases.hearing import HearingLine
from ui.pages.cases.lanes import LanesView
from ui.pages.cases.table import CaseListCard
from ui.pages.cases.words import counted
from ui.places import Place, wishes
from ui.theme import dress
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done
    from referral_desk.queries.cases import CaseList, CaseRow
    from referral_desk.queries.meetings import GroupChoice
    from ui.bridge import Bridge
    from ui.case_form import CaseForm

ORDERS: Final = {order.value: order for order in CaseOrder}


class CasesPage(UndoPage):
    """Lanes or list; Enter opens a case, N writes a new one down."""

    areas: ClassVar[frozenset[str]] = frozenset(
        {"cases", "escalations", "meetings", "agenda", "minutes", "groups", "settings"}
    )
    scrolls: ClassVar[bool] = False

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.groups: tuple[GroupChoice, ...] = ()
        self._at_most = PAGE
        self._wanted_lane: EscalationLane | None = None
        self._wanted: int | None = None
        self.form: CaseForm | None = None
        self.header.say(self.tr("Cases"))
        self.circulars = button(self.tr("Circulars"), "", "megaphone", tip=self.tr("What the national group sends out"))
        self.add = button(self.tr("New case"), "primary", "plus", tip=self.tr("New case  (N)"))
        self.add.setEnabled(bridge.may(add_case))
        self.documents = CasesDocuments(self)
        self.header.add(self.circulars, self.documents.button, self.add)
        self.bar = CasesBar()
        self.hearing = HearingLine()
        self.slot = QVBoxLayout()
        self.body.setSpacing(12)
        self.body.addWidget(self.documents.line)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.hearing)
        self.body.addLayout(self.slot)
        self._build_pile()
        self.circulars.clicked.connect(self._on_circulars)
        self.add.clicked.connect(self.open_new)
        self.bar.turned.connect(self._on_turned)
        self.bar.changed.connect(self._again)
        self.hearing.wanted.connect(self._on_hearing_wanted)
        self._take_place(place)

    def _build_pile(self) -> None:
        self.lanes = LanesView()
        self.card = CaseListCard()
        self.table = self.card.table
        said = self.tr(
            "Nothing is on its way. A group writes a case down, and carries it up where it cannot solve it itself:"
            " then it stands here, with who has it and when the answer can be heard."
        )
        self.empty = EmptyState("folders", said, self.tr("New case") if self.bridge.may(add_case) else "")
        self.pile = QStackedWidget()
        dress(self.pile, "plain")
        for part in (self.lanes, self.card, self.empty):
            self.pile.addWidget(part)
        self.body.addWidget(self.pile, 1)
        self.lanes.opened.connect(self._on_opened)
        self.lanes.theme_opened.connect(self.open_theme)
        self.lanes.wants_more.connect(self.seek)
        self.table.opened.connect(self._on_row_opened)
        self.table.ordered.connect(self._on_ordered)
        self.table.empty.started.connect(self._on_start)
        self.card.more.clicked.connect(self._on_more)
        self.empty.started.connect(self.open_new)

    # Page ---------------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        day, said = self.bridge.today, language()
        self.bridge.ask(case_names, day=day, language=said).then(self._on_names)
        self.bridge.ask(groups_that_meet, day=day, language=said).then(self._on_groups)
        self.seek()

    def turn_to(self, place: Place) -> None:
        self.place = place
        self._take_place(place)
        self.refresh()

    def _take_place(self, place: Place) -> None:
        """Do what the place asks for: a view, a lane, cases of a group, of minors, the oldest first."""
        if place.view in (LANES, LIST):
            self.bar.segments.choose(place.view)
        if lane := place.wish("lane"):
            self.bar.segments.choose(LANES)
            self._wanted_lane = EscalationLane(lane)
        if place.wish("order") in ORDERS:
            self.bar.order_by(ORDERS[place.wish("order")])
        if place.wish("group") or place.wish("minor"):
            # The name of a group is known once the groups are.
            self._wanted = int(place.wish("group", "0"))
            self.bar.segments.choose(LIST)
            self._search_wanted()

    def keep(self) -> dict[str, Any]:
        return {"view": self.bar.view, "query": self.bar.field.text(), "most": dict(self.lanes.at_most)}

    def take_up(self, kept: dict[str, Any]) -> None:
        self.bar.segments.choose(kept["view"])
        self.bar.field.show_query(kept["query"])
        self.lanes.at_most = kept["most"]

    def is_unsaved(self) -> bool:
        return self.form is not None and self.form.is_begun

    def show_unsaved(self) -> None:
        if self.form is not None:
            self.form.begin()

    def commands(self) -> list[Command]:
        found = [
            Command("cases/search", self.tr("Search cases"), "magnifying-glass", self.start_search),
            Command("cases/circulars", self.tr("Circulars of the national group"), "megaphone", self._on_circulars),
        ]
        if self.bridge.may(add_case):
            found.append(Command("cases/new", self.tr("New case"), "plus", self.open_new, "N"))
        return [*found, *self.documents.commands()]

    # What is shown ------------------------------------------------------------------------------------------------

    def _on_names(self, found: CaseNames) -> None:
        self.bar.names = found.names

    def _on_groups(self, groups: tuple[GroupChoice, ...]) -> None:
        self.groups = groups
        self.hearing.offer(groups)
        self._fit()
        self._search_wanted()

    def _fit(self) -> None:
        self.hearing.setVisible(self.bar.view == LANES and bool(self.hearing.group.values))

    def _search_wanted(self) -> None:
        """Search for what the place asked for, once the groups are known by name."""
        if self._wanted is None or (self._wanted and not self.groups):
            return
        name = next((group.name for group in self.groups if group.id == self._wanted), "")
        minor = Answer(self.place.wish("minor")) if self.place.wish("minor") else None
        self._wanted = None
        self.bar.search(CaseQuery(group=name, is_minor=minor))
        self._again()

    @Slot()
    def seek(self) -> None:
        """Ask for what the view shows."""
        day, said = self.bridge.today, language()
        self._fit()
        if self.bar.view == LANES:
            self.bridge.ask(lanes, day=day, language=said, per_lane=self.lanes.per_lane).then(self.show_lanes)
        elif (sought := self.bar.read()) is not None:
            job = self.bridge.ask(
                find_cases, sought=sought, order=self.bar.order.value(), day=day, language=said, count=self._at_most
            )
            job.then(self.show_found).otherwise(self._on_refused)

    @Slot(object)
    def show_lanes(self, found: Lanes) -> None:
        """Show the lanes."""
        every = (found.regional, found.national, found.interministerial, found.answered)
        total = sum(lane.total for lane in every)
        late = sum(row.is_late for lane in every for row in lane.rows)
        words = [self.tr("{count} under way").format(count=counted(total))]
        if late:
            words.append(self.tr("%n answer(s) late", "", late))
        self.header.say(self.tr("Cases"), " · ".join(words) if total else "")
        self.lanes.show_lanes(found, self.bridge.today)
        self.pile.setCurrentWidget(self.lanes if total else self.empty)
        if self._wanted_lane is not None:
            lane, self._wanted_lane = self._wanted_lane, None
            self.lanes.choose(lane)

    @Slot(object)
    def show_found(self, found: CaseList) -> None:
        """Show the list."""
        self.table.show_cases(found.rows)
        self.card.more.setVisible(found.has_more)
        self.card.keys.setVisible(bool(found.rows))
        is_sought = bool(self.bar.field.text().strip())
        said = self.tr("{count} found") if is_sought else self.tr("{count} open")
        self.header.say(self.tr("Cases"), said.format(count=counted(found.total)))
        if not found.rows:
            self.card.say_empty(is_sought=is_sought, may_add=self.bridge.may(add_case))
        self.pile.setCurrentWidget(self.card)

    def _on_refused(self, error: DeskError) -> None:
        self.bar.help.say(error.sentence(language()))

    # Handlers -----------------------------------------------------------------------------------------------------

    @Slot(int)
    def _on_hearing_wanted(self, group_id: int) -> None:
        job = self.bridge.ask(hearing, group_id=group_id, day=self.bridge.today, language=language())
        job.then(self.hearing.show_hearing)

    @Slot(str)
    def _on_turned(self, _view: str) -> None:
        self._again()

    @Slot()
    def _again(self) -> None:
        self._at_most = PAGE
        if self.isVisible():
            self.seek()

    @Slot()
    def _on_more(self) -> None:
        self._at_most += PAGE
        self.seek()

    @Slot(object)
    def _on_ordered(self, order: CaseOrder) -> None:
        is_again = self.bar.order.value() == order == CaseOrder.NEWEST
        self.bar.order_by(CaseOrder.OLDEST if is_again else order)

    @Slot(object)
    def _on_opened(self, row: EscalationRow) -> None:
        self.go(Place("case", row.case_id))

    @Slot(object)
    def _on_row_opened(self, row: CaseRow) -> None:
        self.go(Place("case", row.id))

    @Slot(str)
    def open_theme(self, theme: str) -> None:
        """Show everything about a theme."""
        self.go(Place("theme", wishes=wishes(theme=theme)))

    @Slot()
    def _on_circulars(self) -> None:
        self.go(Place("circulars"))

    @Slot()
    def _on_start(self) -> None:
        if self.bar.field.text().strip():
            self.bar.clear_query()
        else:
            self.open_new()

    @Slot()
    def start_search(self) -> None:
        """Show the list, and type in its query field."""
        self.bar.segments.choose(LIST)
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def open_new(self) -> None:
        """Open the form of a new case, or go to it."""
        from ui.case_form import CaseForm  # noqa: PLC0415 - the page opens without it

        if self.form is None:
            self.form = CaseForm(self, self.groups, self.hearing.group.value())
            self.form.finished.connect(self._on_added)
            self.form.cancelled.connect(self.close_new)
            self.slot.addWidget(self.form)
            self.form.show()
        self.form.begin()

    @Slot()
    def close_new(self) -> None:
        """Take the form away."""
        if self.form is not None:
            self.slot.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.pile.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_added(self, done: Done) -> None:
        self.close_new()
        assert done.id is not None
        self.go(Place("case", done.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_N and self.add.isEnabled():
            self.open_new()
        elif event.key() == Qt.Key.Key_Slash:
            self.start_search()
        else:
            super().keyPressEvent(event)
