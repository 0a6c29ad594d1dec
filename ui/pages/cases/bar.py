"""Above the cases: lanes or the list, and for the list the query field, its help and the order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.errors import Invalid
from referral_desk.queries.cases import CaseOrder
from referral_desk.shorthand.case_query import (
    KEYS,
    VALUES,
    CaseKey,
    CaseQuery,
    CaseTrait,
    case_completions,
    read_case_query,
)
from referral_desk.shorthand.query_completion import QueryNames
from referral_desk.shorthand.query_words import written
from referral_desk.vocabulary import Answer
from ui.language import language
from ui.memory import recall, remember
from ui.theme import px
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.query_field import QueryField
from ui.widgets.query_help import QueryHelp
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from referral_desk.shorthand.query_completion import Completion

LANES: Final = "lanes"
LIST: Final = "list"


def examples() -> list[str]:
    """Pieces to begin a query with, in the language in force."""
    said = language()
    keys = {key: written(KEYS, key, said) for key in CaseKey}
    minor = written(VALUES[CaseKey.MINOR], Answer.YES, said)
    pieces = [f"{keys[key]}:" for key in (CaseKey.KIND, CaseKey.THEME, CaseKey.GROUP)]
    pieces.append(f"{keys[CaseKey.MINOR]}:{minor}")
    traits = (CaseTrait.NOT_CARRIED_UP, CaseTrait.CLOSED, CaseTrait.ANY)
    return [*pieces, *(f"{keys[CaseKey.IS]}:{written(VALUES[CaseKey.IS], trait, said)}" for trait in traits)]


class CasesBar(QWidget):
    """How one looks at the cases, and by what one searches. `turned` tells the other view, `changed` another wish."""

    turned = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = QueryNames()
        views = ((LANES, self.tr("Under way")), (LIST, self.tr("All cases")))
        self.segments = Segments(views, self.tr("What to look at"))
        self.segments.choose(recall("cases/view", LANES))
        self.field = QueryField(
            self.tr("Search cases"), self.tr("Search: words, kind:trend, theme:children …"), self._complete
        )
        self.field.setMinimumWidth(px(200))
        orders = (
            (CaseOrder.NEWEST, self.tr("Newest first")),
            (CaseOrder.OLDEST, self.tr("Oldest first")),
            (CaseOrder.REFERENCE, self.tr("By reference")),
        )
        self.order = ChoiceBox(orders)
        self.order.setAccessibleName(self.tr("Order"))
        known = recall("cases/order", CaseOrder.NEWEST)
        self.order.setCurrentIndex(self.order.values.index(known) if known in self.order.values else 0)
        self.help = QueryHelp(examples())
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.segments)
        across.addWidget(self.field, 1)
        across.addWidget(self.order)
        # Without the field the words of the views stay at the left.
        across.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(across)
        box.addWidget(self.help)
        self.segments.chosen.connect(self._on_view)
        self.field.asked.connect(self._on_query)
        self.order.currentIndexChanged.connect(self._on_order)
        self.help.put.connect(self.field.put)
        self._fit()

    @property
    def view(self) -> str:
        """LANES or LIST."""
        return self.segments.key()

    def search(self, query: CaseQuery) -> None:
        """Look for something in the list."""
        self.field.show_query(query.written(language()))
        self.segments.choose(LIST)

    def order_by(self, order: CaseOrder) -> None:
        """Put the list in another order."""
        self.order.setCurrentIndex(self.order.values.index(order))

    def read(self) -> CaseQuery | None:
        """The query, or None where it is not understood: the line below says why."""
        try:
            found = read_case_query(self.field.text())
        except Invalid as error:
            self.help.say(error.sentence(language()))
            return None
        self.help.say("")
        return found

    def clear_query(self) -> None:
        """Search by nothing."""
        self.field.clear()
        self.field.ask()

    def _complete(self, text: str, cursor: int) -> tuple[Completion, ...]:
        return case_completions(text, cursor, self.names, language())

    def _fit(self) -> None:
        for part in (self.field, self.order, self.help):
            part.setVisible(self.view == LIST)

    @Slot(str)
    def _on_view(self, key: str) -> None:
        remember("cases/view", key)
        self._fit()
        self.turned.emit(key)

    @Slot(str)
    def _on_query(self, _text: str) -> None:
        # Not remembered: what one searches for would lie on the disk in the clear.
        self.changed.emit()

    @Slot()
    def _on_order(self) -> None:
        remember("cases/order", self.order.value().value)
        self.changed.emit()
