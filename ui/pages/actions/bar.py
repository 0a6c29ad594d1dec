"""Above the list: whose actions, which group, in which order, the query field, and what can be typed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.errors import Invalid
from referral_desk.queries.action_search import MOST_COUNTED, ActionOrder
from referral_desk.shorthand.action_query import ActionQuery, read_query
from referral_desk.shorthand.query_completion import Completion, QueryNames, completions
from referral_desk.shorthand.query_words import KEYS, VALUES, Key, Trait, written
from referral_desk.vocabulary import Priority
from ui.language import language
from ui.memory import recall, remember
from ui.theme import px
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.query_field import QueryField
from ui.widgets.query_help import QueryHelp
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from referral_desk.queries.meetings import GroupChoice

WEEK: Final = "week"
MINE: Final = "mine"
GROUP: Final = "group"
ALL: Final = "all"
STACKED_BELOW: Final = 820


def order_choices() -> tuple[tuple[ActionOrder, str], ...]:
    """By what the list can go."""
    translate = QCoreApplication.translate
    return (
        (ActionOrder.DUE, translate("Actions", "By deadline")),
        (ActionOrder.OWNER, translate("Actions", "By owner")),
        (ActionOrder.GROUP, translate("Actions", "By group")),
        (ActionOrder.ITEM, translate("Actions", "By item")),
        (ActionOrder.THEME, translate("Actions", "By theme")),
        (ActionOrder.PRIORITY, translate("Actions", "By priority")),
    )


def counted(count: int) -> str:
    """A count as far as it was counted."""
    return f"{MOST_COUNTED}+" if count > MOST_COUNTED else str(count)


def examples() -> list[str]:
    """Pieces to begin a query with, in the language in force."""
    said = language()
    keys = {key: written(KEYS, key, said) for key in (Key.OWNER, Key.DUE, Key.IS, Key.GROUP, Key.THEME, Key.PRIORITY)}
    week = "uge" if said == "da" else "week"
    return [
        f"{keys[Key.OWNER]}:",
        f"{keys[Key.DUE]}:{week}",
        f"{keys[Key.IS]}:{written(VALUES[Key.IS], Trait.OVERDUE, said)}",
        f"{keys[Key.THEME]}:",
        f"{keys[Key.GROUP]}:",
        f"{keys[Key.PRIORITY]}:{written(VALUES[Key.PRIORITY], Priority.HIGH, said)}",
        f"{keys[Key.IS]}:{written(VALUES[Key.IS], Trait.CLOSED, said)}",
    ]


class ActionBar(QWidget):
    """Whose actions one looks at, and by what one searches. `changed` tells that other actions are wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.names = QueryNames()
        views = (
            (WEEK, self.tr("My week")),
            (MINE, self.tr("Mine")),
            (GROUP, self.tr("One group")),
            (ALL, self.tr("All")),
        )
        self.segments = Segments(views, self.tr("Whose actions"))
        self.segments.choose(recall("actions/view", ALL))
        self.group = ChoiceBox(())
        self.group.setAccessibleName(self.tr("Group"))
        self.group.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.setMinimumContentsLength(16)
        self.order = ChoiceBox(order_choices())
        self.order.setAccessibleName(self.tr("Order"))
        known = recall("actions/order", ActionOrder.DUE)
        self.order.setCurrentIndex(self.order.values.index(known) if known in self.order.values else 0)
        self.field = QueryField(
            self.tr("Search actions"), self.tr("Search: words, owner:3F, due:<friday, is:overdue …"), self._complete
        )
        self.help = QueryHelp(examples())
        self.group_wish = int(recall("actions/group", "0")) or None
        self.field.setMinimumWidth(px(220))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.segments)
        first.addWidget(self.group)
        first.addStretch()
        second.addWidget(self.field, 1)
        second.addWidget(self.order)
        self.top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.top.addLayout(first)
        self.top.addLayout(second, 1)
        for across in (first, second, self.top):
            across.setSpacing(12)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(self.top)
        box.addWidget(self.help)
        self.segments.chosen.connect(self._on_view)
        self.group.currentIndexChanged.connect(self._on_group)
        self.order.currentIndexChanged.connect(self._on_order)
        self.field.asked.connect(self._on_query)
        self.help.put.connect(self.field.put)

    @property
    def view(self) -> str:
        """Whose actions are looked at: WEEK, MINE, GROUP or ALL."""
        return self.segments.key()

    def fit(self) -> None:
        """Show what the view needs."""
        for part in (self.field, self.help, self.order):
            part.setVisible(self.view != WEEK)
        self.group.setVisible(self.view == GROUP)

    def offer_groups(self, groups: Sequence[GroupChoice]) -> None:
        """Offer the groups; the one that is wished is chosen."""
        was_blocked = self.group.blockSignals(True)
        self.group.offer(tuple((group.id, group.name) for group in groups))
        if self.group_wish in self.group.values:
            self.group.setCurrentIndex(self.group.values.index(self.group_wish))
        self.group.blockSignals(was_blocked)

    def read(self, today: dt.date) -> ActionQuery | None:
        """The query, or None where it is not understood: the line below says why."""
        try:
            found = read_query(self.field.text(), today)
        except Invalid as error:
            self.help.say(error.sentence(language()))
            return None
        self.help.say("")
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < px(STACKED_BELOW)
        self.top.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def clear_query(self) -> None:
        """Search by nothing."""
        self.field.clear()
        self.field.ask()

    def _complete(self, text: str, cursor: int) -> tuple[Completion, ...]:
        return completions(text, cursor, self.names, language())

    @Slot(str)
    def _on_view(self, key: str) -> None:
        remember("actions/view", key)
        self.changed.emit()

    @Slot()
    def _on_group(self) -> None:
        if self.group.value() is not None:
            remember("actions/group", str(self.group.value()))
            self.group_wish = self.group.value()
        self.changed.emit()

    @Slot()
    def _on_order(self) -> None:
        remember("actions/order", self.order.value().value)
        self.changed.emit()

    @Slot(str)
    def _on_query(self, _text: str) -> None:
        self.changed.emit()
