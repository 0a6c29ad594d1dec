"""Actions: mine, one group's or all, found by a typed query, updated in place by keys; chased by mail; my week."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from referral_desk.operations.actions import add_action
from referral_desk.operations.me import choose_me
from referral_desk.queries import action_search
from referral_desk.queries.action import action
from referral_desk.queries.action_search import ActionOrder, find_actions, query_names
from referral_desk.queries.actions import theme_names
from referral_desk.queries.meetings import groups_that_meet
from referral_desk.queries.my_week import my_week
from referral_desk.queries.people import person_choices
from referral_desk.shorthand.action_query import ActionQuery, read_query
from referral_desk.shorthand.query_completion import QueryNames
from ui.commands import Command
from ui.doing import UndoPage
from ui.language import language
from ui.memory import recall_bytes, remember
from ui.pages.actions.bar import ALL, GROUP, MINE, WEEK, ActionBar, counted
from ui.pages.actions.forms import NewActionForm
from ui.pages.actions.list_card import ListCard
from ui.pages.actions.lists import ListButton
from ui.pages.actions.side import ActionSide
from ui.pages.actions.steps import Steps
from ui.pages.actions.week import MeChooser, MyWeek
from ui.places import Place
from ui.theme import dress, px, sized
from ui.widgets.buttons import button

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QHideEvent

    from referral_desk.operations.outcome import Done
    from referral_desk.queries.action import ActionView
    from referral_desk.queries.meetings import GroupChoice
    from referral_desk.queries.my_week import MyWeekRow
    from ui.bridge import Bridge

SPLIT: Final = "actions/split"


class ActionsPage(UndoPage):
    """A list under headings at the left, the chosen action at the right."""

    areas: ClassVar[frozenset[str]] = frozenset(
        {"actions", "meetings", "agenda", "minutes", "people", "groups", "settings"}
    )
    scrolls: ClassVar[bool] = False

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.me: int | None = None
        self.groups: tuple[GroupChoice, ...] = ()
        self.themes: dict[str, str] = {}
        self._at_most = action_search.PAGE
        self._wanted: int | None = None
        self._is_sought = False
        self.steps = Steps(self)
        self._build_head()
        self.bar = ActionBar()
        self.bar.changed.connect(self._again)
        self.bar.segments.chosen.connect(self._on_view)
        self.body.setSpacing(10)
        self.body.addWidget(self.lists.line)
        self.body.addWidget(self.bar)
        self._build_lists()
        self._take_place(place)

    # Building -----------------------------------------------------------------------------------------------------

    def _build_head(self) -> None:
        self.header.say(self.tr("Actions"))
        tip = self.tr("One mail for each owner with all that is open")
        self.mails = button(self.tr("Draft mails …"), "", "envelope-simple", tip=tip)
        self.lists = ListButton(self)
        self.add = button(self.tr("New action"), "primary", "plus", tip=self.tr("New action  (Ctrl+N)"))
        self.add.setShortcut("Ctrl+N")
        self.add.setEnabled(self.bridge.may(add_action))
        self.header.add(self.mails, self.lists, self.add)
        self.mails.clicked.connect(self.open_mails)
        self.add.clicked.connect(self.open_new)

    def _build_lists(self) -> None:
        self.card = ListCard()
        self.table, self.more = self.card.table, self.card.more
        self.side = ActionSide(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(16)
        self.splitter.addWidget(self.card)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.chooser, self.week = MeChooser(), MyWeek()
        asking = QWidget()
        above = QVBoxLayout(asking)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.chooser)
        above.addStretch()
        self.asking = asking
        self.pile = QStackedWidget()
        dress(self.pile, "plain")
        for part in (self.splitter, self.week, asking):
            self.pile.addWidget(part)
        self.body.addWidget(self.pile, 1)
        self.table.picked.connect(self._on_picked)
        self.table.wished.connect(self.steps.take)
        self.table.ordered.connect(self._on_ordered)
        self.table.empty.started.connect(self._on_start)
        self.side.one.wished.connect(self.steps.take)
        self.side.several.wished.connect(self.steps.take)
        self.side.left.connect(self.close_side)
        self.more.clicked.connect(self._on_more)
        self.chooser.named.connect(self._on_named)
        self.week.not_me.connect(self._on_not_me)
        self.week.action_opened.connect(self.open_action)
        self.week.meeting_opened.connect(self._on_meeting)

    # Page ---------------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        day, said = self.bridge.today, language()
        self.bridge.ask(query_names, day=day, language=said).then(self._on_names)
        self.bridge.ask(theme_names, language=said).then(self._on_themes)
        self.bridge.ask(groups_that_meet, day=day, language=said).then(self._on_groups)
        self.bridge.ask(action_search.me, user=self.bridge.user.name).then(self._on_me)

    def turn_to(self, place: Place) -> None:
        self.save_now()
        self.place = place
        self._take_place(place)
        self.refresh()

    def _take_place(self, place: Place) -> None:
        wanted = place.wish("action")
        self._wanted = int(wanted) if wanted else None
        if place.wish("query") or place.wish("group") or wanted:
            self.bar.field.show_query(place.wish("query"))
        if place.wish("group"):
            self.bar.group_wish = int(place.wish("group"))
            self.bar.segments.choose(GROUP)
        if place.view:
            self.bar.segments.choose(place.view)
        elif wanted and not place.wish("group"):
            self.bar.segments.choose(ALL)

    def keep(self) -> dict[str, Any]:
        chosen = self.side.one.view.row.id if self.side.part is self.side.one and self.side.one.view else None
        return {
            "view": self.bar.view,
            "query": self.bar.field.text(),
            "action": chosen,
            "group": self.bar.group.value(),
        }

    def take_up(self, kept: dict[str, Any]) -> None:
        self.bar.segments.choose(kept["view"])
        self.bar.field.show_query(kept["query"])
        self._wanted, self.bar.group_wish = kept["action"], kept["group"]

    def save_now(self) -> None:
        self.side.one.hand_on()

    def is_unsaved(self) -> bool:
        return self.side.one.form.is_waiting

    def commands(self) -> list[Command]:
        found = [Command("actions/search", self.tr("Search actions"), "magnifying-glass", self.bar.field.setFocus)]
        if self.bridge.may(add_action):
            found.append(Command("actions/new", self.tr("New action"), "plus", self.open_new, "Ctrl+N"))
            found.append(Command("actions/mails", self.tr("Draft mails to owners"), "envelope-simple", self.open_mails))
        return [*found, *self.lists.offers()]

    # What is shown ------------------------------------------------------------------------------------------------

    def _on_names(self, names: QueryNames) -> None:
        self.bar.names = names

    def _on_themes(self, themes: dict[str, str]) -> None:
        self.themes = themes
        self.side.one.offer_themes(tuple(themes.items()))

    def _on_groups(self, groups: tuple[GroupChoice, ...]) -> None:
        self.groups = groups
        self.bar.offer_groups(groups)

    def _on_me(self, person_id: int | None) -> None:
        self.me = person_id
        self.seek()

    def seek(self) -> None:
        """Ask for what the view shows."""
        view, day = self.bar.view, self.bridge.today
        self.bar.fit()
        if view in (WEEK, MINE) and self.me is None:
            self.bridge.ask(person_choices, day=day, language=language()).then(self.chooser.offer)
            self.pile.setCurrentWidget(self.asking)
            self.header.say(self.tr("Actions"))
        elif view == WEEK and self.me is not None:
            self.bridge.ask(my_week, person_id=self.me, day=day, language=language()).then(self._on_week)
        elif (sought := self.bar.read(day)) is not None:
            self._find(sought, day)

    def _find(self, sought: ActionQuery, day: dt.date) -> None:
        self._is_sought = bool(sought.terms)
        if self.bar.view == MINE:
            sought = ActionQuery((*sought.terms, *read_query("is:mine", day).terms))
        self.pile.setCurrentWidget(self.splitter)
        job = self.bridge.ask(
            find_actions,
            sought=sought,
            day=day,
            language=language(),
            person_id=self.me,
            group_id=self.bar.group.value() if self.bar.view == GROUP else None,
            order=self.bar.order.value(),
            at_most=self._at_most,
        )
        job.then(self.show_found)

    @Slot(object)
    def show_found(self, found: action_search.ActionsPage) -> None:
        """Show the answer of the query."""
        self.table.leave_out(*(["group"] if self.bar.view == GROUP else []))
        self.table.show_actions(found.rows, self.bar.order.value(), self.bridge.today, has_more=found.has_more)
        self.more.setVisible(found.has_more)
        self.card.keys.setVisible(bool(found.rows))
        said = self.tr("{count} found") if self._is_sought else self.tr("{count} open")
        words = [said.format(count=counted(found.total))]
        if found.overdue:
            words.append(self.tr("{count} overdue").format(count=counted(found.overdue)))
        self.header.say(self.tr("Actions"), " · ".join(words))
        if not found.rows:
            self.card.say_empty(is_sought=self._is_sought, may_add=self.bridge.may(add_action))
        if self._wanted is not None:
            self.open_action(self._wanted)
            self._wanted = None

    def _on_week(self, week: MyWeekRow | None) -> None:
        if week is None:
            self.me = None
            self.seek()
            return
        self.pile.setCurrentWidget(self.week)
        self.week.show_week(week)
        if self.week.other.hasFocus():
            self.week.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.header.say(self.tr("Actions"), self.tr("What I owe this week and next"))

    def open_action(self, action_id: int) -> None:
        """Show an action at the right, whether or not it is in the list."""
        if self.bar.view == WEEK:
            self._wanted = action_id
            self.bar.segments.choose(MINE)
            return
        if not self.table.choose(action_id):
            self._ask_one(action_id)

    def _ask_one(self, action_id: int) -> None:
        job = self.bridge.ask(action, action_id=action_id, day=self.bridge.today, language=language())
        job.then(self._on_one)

    def _on_one(self, view: ActionView | None) -> None:
        if view is not None and len(self.table.chosen_rows()) < 2:  # noqa: PLR2004 - more were chosen since
            self.side.one.show_action(view)
            self._open_side(self.side.one)

    def _open_side(self, part: QWidget) -> None:
        was_hidden = self.side.isHidden()
        self.side.show_part(part)
        if was_hidden and not self.splitter.restoreState(recall_bytes(sized(SPLIT))):
            self.splitter.setSizes([px(640), px(380)])

    @Slot()
    def close_side(self) -> None:
        """Give the list the whole page again."""
        self.save_now()
        self.side.close_new()
        self.side.hide()
        self.table.table.clearSelection()
        self.table.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Handlers -----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_picked(self) -> None:
        rows = self.table.chosen_rows()
        if self.side.form is not None or self.side.part is self.side.mails:
            return
        if len(rows) == 1:
            self._ask_one(rows[0].id)
        elif rows:
            self.side.several.show_several(rows)
            self._open_side(self.side.several)
        elif self.side.part is self.side.several:
            self.side.hide()
        elif self.side.part is self.side.one and self.side.one.view is not None:
            # It is open without being in the list: its story may have gone on.
            self._ask_one(self.side.one.view.row.id)

    @Slot(str)
    def _on_view(self, _view: str) -> None:
        # What is open beside one view need not be in the other.
        if self.side.part is not self.side.blank and self._wanted is None:
            self.side.hide()
            self.table.table.clearSelection()

    @Slot(object)
    def _on_ordered(self, order: ActionOrder) -> None:
        self.bar.order.setCurrentIndex(self.bar.order.values.index(order))

    @Slot()
    def _again(self) -> None:
        self.save_now()
        self._at_most = action_search.PAGE
        if self.isVisible():
            self.seek()

    @Slot()
    def _on_more(self) -> None:
        self._at_most += action_search.PAGE
        self.seek()

    @Slot()
    def _on_start(self) -> None:
        if self.bar.field.text().strip():
            self.bar.clear_query()
        else:
            self.open_new()

    @Slot(int)
    def _on_named(self, person_id: int) -> None:
        self.change(self.tr("Now the desk knows who you are."), choose_me, person_id=person_id)

    @Slot()
    def _on_not_me(self) -> None:
        self.change(self.tr("The desk has forgotten who you are."), choose_me, person_id=None)

    @Slot(int, str)
    def _on_meeting(self, meeting_id: int, view: str) -> None:
        self.go(Place("meeting", meeting_id, view))

    @Slot()
    def open_new(self) -> None:
        """Open the form of a new action."""
        if self.bar.view == WEEK:
            self.bar.segments.choose(MINE if self.me is not None else ALL)
        self.pile.setCurrentWidget(self.splitter)
        chosen = self.table.chosen_rows()
        group_id = chosen[0].group_id if chosen and self.bar.view != GROUP else self.bar.group_wish
        form = NewActionForm(self, self.groups, group_id, tuple(self.themes.items()))
        form.cancelled.connect(self.close_side)
        form.finished.connect(self._on_added)
        self.side.open_new(form)
        self._open_side(self.side.blank)
        form.begin()

    @Slot(object)
    def _on_added(self, done: Done) -> None:
        self.side.close_new()
        self._wanted = done.id
        self.seek()

    @Slot()
    def open_mails(self) -> None:
        """Show which mails would be drafted: for the chosen actions' owners, else for the group's or everybody's."""
        chosen = [row.id for row in self.table.chosen_rows()] if self.bar.view != WEEK else []
        view = self.bar.view
        if view == WEEK:
            self.bar.segments.choose(ALL)
        shown = [row.id for row in self.table.shown_rows()]
        is_narrowed = view == MINE or bool(self.bar.field.text().strip())
        ids = chosen if len(chosen) > 1 else shown if is_narrowed else None
        self.side.mails.prepare(ids, self.bar.group.value() if view == GROUP else None)
        self.side.close_new()
        self._open_side(self.side.mails)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.side.isHidden() and self.side.form is None:
            self.close_side()
        elif event.key() == Qt.Key.Key_Slash and self.bar.field.isVisible():
            self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if not self.side.isHidden():
            remember(sized(SPLIT), self.splitter.saveState())
        super().hideEvent(event)
