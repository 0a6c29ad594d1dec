"""The case itself: its facts at the left; guidance, when it could be heard and where it was dealt with at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from referral_desk.queries.case import CaseItem, items_to_link
from ui.language import day_text, language
from ui.pages.case.facts import FactsForm
from ui.pages.case.guidance_card import GuidanceCard
from ui.pages.case.side import DealtCard, HearingCard
from ui.theme import px
from ui.widgets.search_choice import Option, SearchChoice

if TYPE_CHECKING:
    from referral_desk.queries.case_view import CaseView
    from ui.pages.case.page import CasePage

BESIDE: Final = 400
STACKED_BELOW: Final = 900


class FactsView(QWidget):
    """Facts, and beside them what follows from them."""

    def __init__(self, page: CasePage) -> None:
        super().__init__()
        self.page = page
        self.form = FactsForm(page.bridge)
        self.guidance = GuidanceCard()
        self.hearing = HearingCard()
        self.dealt = DealtCard()
        self.search = SearchChoice(self.tr("Part of its title, or the group"))
        self.search.setAccessibleName(self.tr("Item of an agenda"))
        self.search.hide()
        self.dealt.slot.addWidget(self.search)
        self.beside = QWidget()
        self.beside_box = beside = QVBoxLayout(self.beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(16)
        beside.addWidget(self.hearing)
        beside.addWidget(self.guidance)
        beside.addStretch()
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.form)
        left.addWidget(self.dealt)
        left.addStretch()
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.columns.setSpacing(16)
        self.columns.addLayout(left, 1)
        self.columns.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignTop)
        self.dealt.went.connect(page.went)
        self.dealt.link_wanted.connect(self._on_link)
        self.dealt.unlinked.connect(page.doing.unlink)
        self.search.chosen.connect(self._on_item)

    def show_view(self, view: CaseView) -> None:
        """Show a case."""
        self.form.show_case(view.case, view.choices, view.activities, may=self.page.may)
        self.guidance.setVisible(self.form.is_about_a_person)
        self.guidance.show_guidance(view.case.guidance)
        self.hearing.show_hearing(view.hearing if view.escalation is None else None, None)
        self.dealt.show_case(view.case, may=self.page.may)

    def fit(self, width: int) -> None:
        """Two columns where there is room for both."""
        is_wide = width >= px(STACKED_BELOW)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self.columns.direction() != way:
            self.columns.setDirection(way)
        self.beside.setMaximumWidth(px(BESIDE) if is_wide else 16777215)
        self.beside.setMinimumWidth(px(BESIDE) if is_wide else 0)

    def _on_link(self) -> None:
        page = self.page
        job = page.bridge.ask(items_to_link, case_id=page.place.id or 0, day=page.bridge.today, language=language())
        job.then(self._on_items)

    def _on_items(self, items: tuple[CaseItem, ...]) -> None:
        self.search.set_options(
            [Option(one.id, one.title, f"{one.group} {day_text(one.day, 'date')} · {one.number}") for one in items]
        )
        self.search.show()
        self.search.setFocus()

    def _on_item(self, item_id: int | None) -> None:
        if item_id is not None:
            self.search.hide()
            self.search.show_value(None)
            self.page.doing.link(item_id)
