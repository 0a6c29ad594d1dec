"""Tie agenda items, cases and actions to an activity from its own page: each change is kept at once, with "Undo"."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot

from referral_desk.operations.plan_links import (
    link_case_to_plan,
    link_item_to_plan,
    unlink_case_from_plan,
    unlink_item_from_plan,
)
from referral_desk.queries.plan_activity import WHOLE
from referral_desk.queries.plan_links import LinkRow, PlanLinks, plan_links
from referral_desk.queries.plan_things import ThingKind
from ui.language import day_text, language
from ui.messages import Message
from ui.pages.plan.words import PlanWords
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.search_choice import Option
from ui.widgets.tag_field import TagField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done
    from referral_desk.queries.plan_activity import ActivityWork, PlanWork
    from ui.doing import UndoPage

Key = tuple[str, int]


class LinkCard(Card):
    """What is tied to the activity, each line with a button that takes it away, and a field that finds more."""

    left = Signal()
    """Esc was pressed: one is done here."""

    def __init__(self, page: UndoPage) -> None:
        super().__init__(self.tr("Linked to this activity"), gap=8)
        self._page, self._words = page, PlanWords(self)
        self._activity_id = 0
        self._number = ""
        self._names: dict[int, str] = {}
        self._rows: dict[Key, LinkRow] = {}
        self._linked: tuple[Key, ...] = ()
        self.field = TagField("link-simple", self.tr("Link an agenda item, a case or an action"))
        self.field.chosen.connect(self._on_chosen)
        note = label(
            self.tr(
                "Actions and decisions count with the agenda item they come from. Links can be made and taken away"
                " after the meeting, too: what was said there stays."
            ),
            "faint",
            wraps=True,
        )
        self.add(self.field, note)
        self.hide()

    def show_work(self, work: PlanWork, shown: ActivityWork) -> None:
        """Ask what is tied to an activity in the year that is shown."""
        if self._activity_id != shown.activity.id:
            self.field.show_value(())
        self._activity_id, self._number = shown.activity.id, shown.activity.number
        self._names = {group.id: group.name for group in work.groups}
        first, last = (work.years[-1], work.years[0]) if work.year == WHOLE else (work.year, work.year)
        job = self._page.bridge.ask(
            plan_links, activity_id=self._activity_id, first_year=first, last_year=max(last, first)
        )
        job.then(self.show_links)

    @Slot(object)
    def show_links(self, links: PlanLinks) -> None:
        """Show the answer of the query."""
        if links.activity_id != self._activity_id:
            return
        self._rows = {_key(row): row for row in (*links.linked, *links.others)}
        self._linked = tuple(_key(row) for row in links.linked)
        self.field.name_values({_key(row): self._name(row) for row in links.linked})
        self.field.set_options([self._option(row) for row in links.others])
        self.field.show_value(self._linked)

    def _name(self, row: LinkRow) -> str:
        """A tied thing: what tells apart those of one title stands first."""
        first = f"{day_text(row.day, 'date')} {self._names.get(row.group_id, '')}".strip()
        return " · ".join((first, row.title, self._words.kind(row.kind)))

    def _option(self, row: LinkRow) -> Option:
        kind = self._words.kind(row.kind)
        where = f"{self._names.get(row.group_id, '')} {day_text(row.day, 'date')}".strip()
        if row.kind is ThingKind.CASE:
            where = f"{row.reference}, {where}"
        else:
            item = self.tr("item {number}").format(number=row.number)
            where = ", ".join(part for part in (row.reference, where, item) if part)
        return Option(_key(row), row.title, f"{kind}, {where}")

    @Slot(object)
    def _on_chosen(self, keys: tuple[Key, ...]) -> None:
        for key in set(keys) ^ set(self._linked):
            self._change(self._rows[key], is_linked=key in keys)
        self._linked = keys

    def _change(self, row: LinkRow, *, is_linked: bool) -> None:
        bridge, asked = self._page.bridge, {"version": row.version, "activity_id": self._activity_id}
        if row.kind is ThingKind.CASE:
            operation: Any = link_case_to_plan if is_linked else unlink_case_from_plan
            job = bridge.do(operation, case_id=row.id, **asked)
        else:
            operation = link_item_to_plan if is_linked else unlink_item_from_plan
            job = bridge.do(operation, item_id=row.item_id, **asked)
        said = self.tr("“{title}” is linked to {activity}.") if is_linked else self.tr("“{title}” is no longer linked.")
        words = said.format(title=row.title, activity=self._number)
        job.then(functools.partial(self._on_done, words)).otherwise(self._on_refused)

    def _on_done(self, said: str, done: Done) -> None:
        self._page.say_done(said, done)

    def _on_refused(self, error: DeskError) -> None:
        self._page.told.emit(Message(error.sentence(language()), "late"))
        self._page.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _key(row: LinkRow) -> Key:
    return row.kind.value, row.id
