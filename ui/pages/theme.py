"""One theme through all groups: what was written down, said, decided, asked, answered and sent out, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from referral_desk.clock import Quarter
from referral_desk.queries.actions import theme_names
from referral_desk.queries.cases import PAGE
from referral_desk.queries.theme import ThemeRow, ThemeTimeline, Told, theme_timeline
from ui.doing import UndoPage
from ui.icons import icon
from ui.language import day_text, label_text, language
from ui.memory import recall, remember
from ui.places import Place, wishes
from ui.theme import dress
from ui.widgets.buttons import PushButton, button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.plain_words import aloud
from ui.widgets.section_list import SectionHead
from ui.widgets.story_list import StoryEntry, StoryList

if TYPE_CHECKING:
    from ui.bridge import Bridge

LOOKS: Final = {
    Told.CASE: ("folder", "accent"),
    Told.ITEM: ("list-numbers", "quiet"),
    Told.NOTE: ("chat-text", "quiet"),
    Told.DECISION: ("scales", "accent"),
    Told.ACTION: ("check-square", "info"),
    Told.SENT: ("arrow-up", "info"),
    Told.RETURNED: ("arrow-u-up-left", "warn"),
    Told.ON_WAY: ("path", "info"),
    Told.ANSWER: ("arrow-down", "good"),
    Told.CIRCULAR: ("megaphone", "accent"),
}
"""Icon and tone of each kind; its word stands beside them."""
MEMORY: Final = "theme/last"


class ThemePage(UndoPage):
    """A story by quarters; it can tell some kinds only. Enter opens what a line tells of."""

    areas: ClassVar[frozenset[str]] = frozenset(
        {"cases", "escalations", "circulars", "agenda", "meetings", "minutes", "actions", "settings"}
    )
    scrolls: ClassVar[bool] = False

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.theme = place.wish("theme") or recall(MEMORY)
        self._at_most = PAGE
        self._rows: dict[tuple[str, int], ThemeRow] = {}
        self.choice = ChoiceBox(())
        self.choice.setAccessibleName(self.tr("Theme"))
        self.choice.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(16)
        self.header.say(self.tr("Theme"))
        self.header.add(self.choice)
        self.kinds: dict[Told, QPushButton] = {kind: self._toggle(kind) for kind in Told}
        self.filters = Flow(self.tr("Which kinds to tell"), list(self.kinds.values()))
        self.list = StoryList(self.tr("The story of the theme"))
        self.empty = EmptyState("tag", "", "")
        self.pile = QStackedWidget()
        dress(self.pile, "plain")
        self.pile.addWidget(self.list)
        self.pile.addWidget(self.empty)
        self.more = button(self.tr("Show more"), "link")
        self.card = Card(margin=4, gap=0)
        self.card.add(self.pile)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 2, 12, 6)
        foot.addStretch()
        foot.addWidget(self.more)
        self.card.body.addLayout(foot)
        self.body.setSpacing(12)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.card, 1)
        self.more.hide()
        self.choice.currentIndexChanged.connect(self._on_theme)
        self.list.opened.connect(self._on_opened)
        self.more.clicked.connect(self._on_more)
        self.empty.started.connect(self._on_all_kinds)

    def _toggle(self, kind: Told) -> QPushButton:
        made = PushButton(label_text(kind))
        dress(made, "outcome")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setIcon(icon(LOOKS[kind][0], "quiet", "accent"))
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(self._again)
        return made

    # Page ---------------------------------------------------------------------------------------------------------

    def trail(self) -> list[tuple[str, Place]]:
        return [(self.tr("Cases"), Place("cases"))]

    def reload(self) -> None:
        self.bridge.ask(theme_names, language=language()).then(self._on_names)

    def turn_to(self, place: Place) -> None:
        self.theme = place.wish("theme") or self.theme
        self._at_most = PAGE
        super().turn_to(place)

    def keep(self) -> dict[str, Any]:
        return {"theme": self.theme, "kinds": self.chosen_kinds(), "most": self._at_most}

    def take_up(self, kept: dict[str, Any]) -> None:
        self.theme, self._at_most = kept["theme"], kept["most"]
        for kind in kept["kinds"]:
            self.kinds[kind].setChecked(True)

    def chosen_kinds(self) -> tuple[Told, ...]:
        """The kinds that are told; none means all."""
        return tuple(kind for kind, made in self.kinds.items() if made.isChecked())

    # What is shown ------------------------------------------------------------------------------------------------

    def _on_names(self, names: dict[str, str]) -> None:
        was_blocked = self.choice.blockSignals(True)
        self.choice.offer(tuple(names.items()))
        if self.theme not in names:
            self.theme = next(iter(names), "")
        if self.theme:
            self.choice.setCurrentIndex(self.choice.values.index(self.theme))
        self.choice.blockSignals(was_blocked)
        said = self.tr("Everything that was said, decided and asked about it, in all groups")
        self.call_it(names.get(self.theme, self.tr("Theme")), said)
        remember(MEMORY, self.theme or None)
        self.seek()

    def seek(self) -> None:
        """Ask for the story."""
        job = self.bridge.ask(
            theme_timeline, theme=self.theme, language=language(), kinds=self.chosen_kinds(), count=self._at_most
        )
        job.then(self.show_story)

    @Slot(object)
    def show_story(self, found: ThemeTimeline) -> None:
        """Show the answer of the query, under a heading for each quarter."""
        self._rows = {(row.kind.value, row.id): row for row in found.rows}
        quarters: dict[Quarter, list[StoryEntry]] = {}
        for row in found.rows:
            quarters.setdefault(Quarter.of(row.day), []).append(self._entry(row))
        entries: list[SectionHead | StoryEntry] = []
        for quarter, told in quarters.items():
            title = self.tr("Quarter {number} of {year}").format(number=quarter.number, year=quarter.year)
            entries += [SectionHead(title, str(len(told))), *told]
        self.list.show_entries(entries)
        self.more.setVisible(found.has_more)
        if found.rows:
            self.pile.setCurrentWidget(self.list)
            return
        self.pile.setCurrentWidget(self.empty)
        if self.chosen_kinds():
            self.empty.say(self.tr("Nothing of these kinds was told about the theme."), self.tr("Show all kinds"))
        else:
            self.empty.say(
                self.tr("No group has dealt with this theme yet. Cases, decisions, actions and circulars show here.")
            )

    def _entry(self, row: ThemeRow) -> StoryEntry:
        icon_name, tone = LOOKS[row.kind]
        kind = label_text(row.event if row.event is not None and row.kind is Told.ON_WAY else row.kind)
        who = row.group
        if row.other_group:
            who = self.tr("{group} to {other}").format(group=row.group, other=row.other_group)
        closed = self.tr("Closed: only its label may be read here.")
        title = " ".join(row.title.split()) or closed
        text = " ".join(row.text.split()) or (closed if row.is_withheld and row.title else "")
        is_item = row.kind in (Told.ITEM, Told.NOTE, Told.DECISION)
        reference = self.tr("item {number}").format(number=row.reference) if is_item else row.reference
        spoken = [day_text(row.day, "full"), kind, who, reference, title, text]
        return StoryEntry(
            key=(row.kind.value, row.id),
            day=(day_text(row.day, "short"), day_text(row.day).split()[0]),
            icon=icon_name,
            tone=tone,
            title=title,
            detail=kind,
            who=who,
            text=text,
            trailing=reference,
            spoken=aloud(*spoken),
        )

    # Handlers -----------------------------------------------------------------------------------------------------

    @Slot()
    def _again(self) -> None:
        self._at_most = PAGE
        self.seek()

    @Slot()
    def _on_all_kinds(self) -> None:
        for made in self.kinds.values():
            made.setChecked(False)
        self._again()

    @Slot()
    def _on_more(self) -> None:
        self._at_most += PAGE
        self.seek()

    @Slot()
    def _on_theme(self) -> None:
        if self.choice.value():
            self.go(Place("theme", wishes=wishes(theme=self.choice.value())))

    @Slot(object)
    def _on_opened(self, key: tuple[str, int]) -> None:
        if (place := place_of(self._rows[key])) is not None:
            self.go(place)


def place_of(row: ThemeRow) -> Place | None:
    """The place that shows what a line tells of."""
    if row.circular_id is not None:
        return Place("circulars", wishes=wishes(circular=row.circular_id))
    if row.action_id is not None:
        return Place("actions", wishes=wishes(action=row.action_id))
    if row.case_id is not None:
        return Place("case", row.case_id)
    if row.meeting_id is not None and row.kind in (Told.NOTE, Told.DECISION):
        return Place("meeting", row.meeting_id, "minutes", wishes(item=row.item_id or 0, entry=row.id))
    if row.meeting_id is not None:
        return Place("meeting", row.meeting_id, "agenda", wishes(item=row.item_id or 0))
    return None
