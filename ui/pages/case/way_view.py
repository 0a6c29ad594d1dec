"""The way: the words for the next body, the rail with every station, what is to come, likely twins, the story."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from referral_desk import clock
from referral_desk.vocabulary import EscalationEventKind, EscalationState
from ui.language import day_text, label_text
from ui.pages.case.side import HearingCard, TwinsCard
from ui.pages.case.way import WayWords
from ui.pages.case.words import WordsForm
from ui.places import Place, wishes
from ui.theme import px
from ui.widgets.boxes import clear_box
from ui.widgets.buttons import ElidedLink
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.story_line import StoryLine
from ui.widgets.timeline import TimelineStep
from ui.widgets.way_rail import WayRail

if TYPE_CHECKING:
    from referral_desk.queries.case_view import CaseView
    from referral_desk.queries.escalation import EventRow
    from ui.pages.case.page import CasePage

BESIDE: Final = 340
STACKED_BELOW: Final = 900
STORY: Final = {
    EscalationEventKind.MADE: ("flag", "accent"),
    EscalationEventKind.ENDORSED: ("thumbs-up", "accent"),
    EscalationEventKind.SENT: ("paper-plane-tilt", "info"),
    EscalationEventKind.RECALLED: ("arrow-u-up-left", "warn"),
    EscalationEventKind.ACCEPTED: ("tray", "info"),
    EscalationEventKind.RETURNED: ("arrow-u-up-left", "warn"),
    EscalationEventKind.MERGED: ("git-merge", "info"),
    EscalationEventKind.SEPARATED: ("git-branch", "info"),
    EscalationEventKind.PUT_ON_AGENDA: ("list-plus", "accent"),
    EscalationEventKind.TAKEN_OFF_AGENDA: ("x", "quiet"),
    EscalationEventKind.FORWARDED: ("arrow-up", "info"),
    EscalationEventKind.TAKEN_UP: ("arrow-bend-down-left", "info"),
    EscalationEventKind.ANSWERED: ("chat-text", "good"),
    EscalationEventKind.UNANSWERED: ("arrow-u-up-left", "warn"),
    EscalationEventKind.RELEASED: ("arrow-down", "good"),
    EscalationEventKind.DELIVERED: ("list-plus", "good"),
    EscalationEventKind.REPORTED: ("check-circle", "good"),
    EscalationEventKind.TOLD: ("chats-circle", "good"),
    EscalationEventKind.CLOSED: ("lock-simple", "quiet"),
    EscalationEventKind.WITHDRAWN: ("x-circle", "quiet"),
    EscalationEventKind.REOPENED: ("arrow-counter-clockwise", "info"),
}


class WayView(QWidget):
    """Words above, the rail below beside what is to come."""

    def __init__(self, page: CasePage) -> None:
        super().__init__()
        self.page = page
        self.first_open: tuple[str, ...] | None = None
        self._shown: int | None = None
        self.words = WordsForm(page.bridge)
        self.words.hide()
        self.empty = EmptyState("arrow-up", "")
        self._starts = "begin"
        self.station_words = WayWords(page.go, self, may=page.may)
        self.station_words.tells.connect(page.doing.tell)
        self.station_words.untells.connect(page.doing.untell)
        self.rail = WayRail(self.tr("The way through the bodies"), self.station_words.inside)
        self.others = QVBoxLayout()
        self.way = Card(gap=4)
        self.way.setAccessibleName(self.tr("The way"))
        self.way.add(self.others, self.rail)
        self.story = QVBoxLayout()
        self.story.setSpacing(0)
        self.story_card = Card(self.tr("Story"), gap=4)
        self.story_card.add(self.story)
        self.hearing = HearingCard()
        self.twins = TwinsCard()
        self.beside = QWidget()
        self.beside_box = beside = QVBoxLayout(self.beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(16)
        for part in (self.hearing, self.twins, self.story_card):
            beside.addWidget(part)
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(16)
        self.columns.addWidget(self.way, 1, Qt.AlignmentFlag.AlignTop)
        self.columns.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addWidget(self.empty)
        box.addWidget(self.words)
        box.addLayout(self.columns)
        self.empty.started.connect(self._on_start)
        self.twins.wanted.connect(page.doing.merge)
        self.twins.went.connect(page.went)

    def _explain(self, view: CaseView) -> None:
        """Say what carrying it up means, or why nobody in its group can endorse that any more."""
        case = view.case
        if case.has_ended and case.may_close:
            said = self.tr("{group} has ended, so nobody there can endorse that it is carried up.")
            self.empty.say(said.format(group=case.row.group), self.tr("Close the case …"))
            self._starts = "close_case"
            return
        said = self.tr("A matter that the group cannot solve alone is carried up: its answer comes home by itself.")
        self.empty.say(said, self.tr("Carry it up") if case.may_carry_up else "")
        self._starts = "begin"

    def show_view(self, view: CaseView) -> None:
        """Show the way of the escalation; without one, what carrying it up means."""
        found = view.escalation
        self.empty.setVisible(found is None)
        self._explain(view)
        for part in (self.way, self.story_card):
            part.setVisible(found is not None)
        # Once the answer is on its way, the rail says when each group hears it.
        is_released = found is not None and found.row.state is EscalationState.RELEASED
        self.hearing.show_hearing(view.hearing, None if is_released else view.ahead)
        self.twins.show_twins(found, view.twins)
        if found is None:
            self.words.hide()
            return
        self.words.show_escalation(found, view.activities, may=self.page.may)
        stations = self.station_words.stations(view)
        opens = self.first_open if self.first_open is not None else self.station_words.first_open(found)
        self.rail.show_stations(stations, opens, is_other=self._shown != found.row.id)
        self.first_open, self._shown = None, found.row.id
        self._show_others(view)
        clear_box(self.story)
        for line in reversed(found.events):
            self.story.addWidget(self._line(line))

    def _show_others(self, view: CaseView) -> None:
        """Lead to the other ways that the case has gone."""
        clear_box(self.others)
        for one in view.case.escalations:
            if view.escalation is not None and one.id != view.escalation.row.id:
                said = self.tr("Also carried up: {reference}, {state} {day}")
                day = day_text(one.since, "date")
                link = ElidedLink(said.format(reference=one.reference, state=label_text(one.state).lower(), day=day))
                place = Place("case", view.case.row.id, "way", wishes(escalation=one.id))
                link.clicked.connect(functools.partial(self.page.go, place))
                self.others.addWidget(link)

    def mend(self) -> None:
        """Go to the first text that is missing."""
        words = self.words.texts.values()
        missing = next((name for name in ("title", "problem", "proposal") if not str(words[name]).strip()), "problem")
        if not self.words.ways.inputs["jump_reason"].isHidden() and words.get(missing, "").strip():
            missing = "jump_reason"
        self.words.focus_field(missing)

    def story_words(self) -> list[str]:
        """The kinds of the story, newest first (for tests)."""
        found = self.page.view.escalation if self.page.view is not None else None
        return [label_text(line.kind) for line in reversed(found.events)] if found is not None else []

    def fit(self, width: int) -> None:
        """Two columns where there is room for both."""
        is_wide = width >= px(STACKED_BELOW)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self.columns.direction() != way:
            self.columns.setDirection(way)
        room = px(BESIDE) if is_wide else 16777215
        self.beside.setMaximumWidth(room)
        self.beside.setMinimumWidth(px(BESIDE) if is_wide else 0)

    def _line(self, line: EventRow) -> StoryLine:
        icon_name, tone = STORY[line.kind]
        who = " · ".join(part for part in (line.group, line.who) if part)
        day = day_text(clock.local_date(line.at), "date")
        return StoryLine(TimelineStep(label_text(line.kind), who, day, icon_name, tone), _day(line.text))

    def _on_start(self) -> None:
        self.page.doing.take(self._starts)


def _day(words: str) -> str:
    """Words that begin with a day, with that day as one says it; others as they are."""
    first, dot, rest = words.partition(" · ")
    try:
        return f"{day_text(dt.date.fromisoformat(first), 'date')}{dot}{rest}"
    except ValueError:
        return words
