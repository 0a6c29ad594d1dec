"""The panel "Needs you": every loose end, most urgent first; of everybody or mine, of one kind, of one group."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from referral_desk.queries.loose_end_rows import NeedRow, Theme
from ui.language import label_text
from ui.pages.board.need_words import CALM, NeedWords
from ui.theme import px
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.plain_words import plain_face
from ui.widgets.row_list import RowList
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    import datetime as dt

ALL, MINE = "all", "mine"
MANY = 5
"""From so many rows on it pays to choose among them."""


class NeedsPanel(Card):
    """A card with the loose ends; a pressed one tells where it is mended."""

    opened = Signal(object)
    """A Place."""
    wants_me = Signal()
    """Somebody asks for what is expected of them: the page has to find out who that is."""
    reminds = Signal(int)
    """Draft this quarter's reminders, of a group or of all (0)."""

    def __init__(self, title: str, at_most: int, parent: QWidget | None = None) -> None:
        super().__init__(title, gap=6, parent=parent)
        self._words = NeedWords(self)
        self._needs: tuple[NeedRow, ...] = ()
        self._today: dt.date | None = None
        self._me: int | None = None
        self._roles: frozenset[str] = frozenset()
        self._theme: Theme | None = None
        self._group = 0
        self.count = label("", "faint")
        self.filter = icon_button("funnel", self.tr("Show one kind or one group"))
        self.remind = icon_button("bell", self.tr("Save this quarter's reminders, a mail for each person …"))
        self.whose = Segments(((ALL, self.tr("All")), (MINE, self.tr("Mine"))), self.tr("Whose loose ends"))
        self.chosen = button("", "link", "x")
        self.chosen.setToolTip(self.tr("Show all kinds and groups"))
        self.rows = RowList(self.tr("Nothing waits for you. What is late or missing shows here by itself."), at_most)
        self.bar = QWidget()
        across = QHBoxLayout(self.bar)
        across.setContentsMargins(2, 0, 2, 2)
        across.setSpacing(4)
        across.addWidget(self.whose)
        across.addStretch()
        across.addWidget(self.chosen)
        across.addWidget(self.remind)
        across.addWidget(self.filter)
        self.body.setContentsMargins(8, 12, 8, 8)
        self.head.setContentsMargins(8, 0, 8, 0)
        self.beside_title(self.count)
        self.add(self.bar, self.rows)
        self.chosen.hide()
        self.bar.hide()
        self.whose.chosen.connect(self._on_whose)
        self.filter.clicked.connect(self._on_filter)
        self.remind.clicked.connect(self._on_remind)
        self.chosen.clicked.connect(self._on_all_again)
        self.rows.opened.connect(self.opened)

    def show_needs(self, needs: tuple[NeedRow, ...], today: dt.date) -> None:
        """Show loose ends as seen on a day."""
        self._needs, self._today = needs, today
        self._show()

    def show_as(self, person_id: int | None, roles: frozenset[str]) -> None:
        """Know who looks: what is theirs can then be told from the rest."""
        self._me, self._roles = person_id, roles
        self._show()

    @property
    def waiting(self) -> int:
        """How many loose ends wait for anybody."""
        return sum(need.kind not in CALM for need in self._needs)

    def keep(self) -> dict[str, Any]:
        """What is chosen."""
        return {"whose": self.whose.key(), "theme": self._theme, "group": self._group}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Choose it again."""
        self._theme, self._group = kept["theme"], kept["group"]
        self.whose.choose(kept["whose"])

    def choose(self, theme: Theme | None, group_id: int = 0) -> None:
        """Show one kind, or one group, or both; nothing for all."""
        self._theme, self._group = theme, group_id
        self._show()

    def _show(self) -> None:
        if self._today is None:
            return
        today = self._today
        mine = [need for need in self._needs if need.is_mine(self._me, self._roles)]
        whose = mine if self.whose.key() == MINE else list(self._needs)
        shown = [need for need in whose if self._theme in (None, need.theme) and self._group in (0, need.group_id)]
        self.rows.set_rows(self._words.rows(shown, today, bundles=not self._group))
        self.rows.empty.setText(self._nothing())
        self.count.setText(str(self.waiting) if self.waiting else "")
        self.bar.setVisible(len(self._needs) >= MANY or self._is_filtered())
        self.chosen.setVisible(self._theme is not None or bool(self._group))
        groups = {need.group_id: need.group for need in self._needs}
        named = [label_text(self._theme)] if self._theme else []
        if self._group:
            named.append(groups.get(self._group, ""))
        self.chosen.setText(plain_face(" · ".join(filter(None, named))))

    def _is_filtered(self) -> bool:
        return self.whose.key() == MINE or self._theme is not None or bool(self._group)

    def _nothing(self) -> str:
        if self._needs and self._is_filtered():
            return self.tr("Nothing of this waits. Choose “All” to see everything.")
        return self.tr("Nothing waits for you. What is late or missing shows here by itself.")

    def menu(self) -> QMenu:
        """What one can choose among: kinds and groups, each with how much there is of it."""
        made = QMenu(self)
        themes = Counter(need.theme for need in self._needs)
        groups = Counter((need.group, need.group_id) for need in self._needs)
        made.addSection(self.tr("Kind"))
        kinds = QActionGroup(made)
        self._offer(made, kinds, self.tr("All kinds"), None, on=self._theme is None)
        for theme in Theme:
            if themes[theme]:
                self._offer(made, kinds, f"{label_text(theme)}  {themes[theme]}", theme, on=theme is self._theme)
        made.addSection(self.tr("Group"))
        named = QActionGroup(made)
        self._offer(made, named, self.tr("All groups"), 0, on=not self._group)
        for (name, group_id), count in sorted(groups.items()):
            self._offer(made, named, f"{name}  {count}", group_id, on=group_id == self._group)
        made.triggered.connect(self._on_chosen)
        return made

    @staticmethod
    def _offer(menu: QMenu, group: QActionGroup, words: str, key: Theme | int | None, *, on: bool) -> None:
        action = QAction(plain_face(words), menu)
        action.setCheckable(True)
        action.setChecked(on)
        action.setData(key.value if isinstance(key, Theme) else "" if key is None else key)
        group.addAction(action)
        menu.addAction(action)

    @Slot(str)
    def _on_whose(self, key: str) -> None:
        if key == MINE:
            self.wants_me.emit()
        self._show()

    @Slot()
    def _on_remind(self) -> None:
        self.reminds.emit(self._group)

    @Slot()
    def _on_filter(self) -> None:
        self.menu().popup(self.filter.mapToGlobal(QPoint(0, self.filter.height() + px(4))))

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        key = action.data()
        if isinstance(key, int):
            self.choose(self._theme, key)
        else:
            self.choose(Theme(key) if key else None, self._group)

    @Slot()
    def _on_all_again(self) -> None:
        self.choose(None)
