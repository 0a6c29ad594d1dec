"""Forms of the Circulars page: to write one or change it, and to send it once nothing in it is too much."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from referral_desk.operations.circulars import edit_circular, send_circular, write_circular
from referral_desk.operations.leaks import Keep, LeaksFound
from referral_desk.queries.circulars import circular_choices
from referral_desk.vocabulary import CircularKind, Label
from ui.doing import OperationForm, UndoPage
from ui.language import day_text, label_text, language
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.growing_text import GrowingText
from ui.widgets.leak_list import LeakList, leak
from ui.widgets.search_choice import Option, SearchChoice
from ui.widgets.tag_field import TagField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referral_desk.errors import DeskError
    from referral_desk.queries.agenda import ActivityRow
    from referral_desk.queries.circulars import CircularChoices, CircularPage, DecidedBy, DecisionText

SAID: Final = 90


class CircularForm(OperationForm):
    """Write a circular of the national group, or change one that is not sent."""

    def __init__(
        self, page: UndoPage, group_id: int, themes: Sequence[tuple[str, str]], view: CircularPage | None = None
    ) -> None:
        super().__init__(page)
        self.fit_in()
        self._group_id, self.view = group_id, view
        self.name_it(self.tr("New circular") if view is None else self.tr("Change the circular"), self.tr("Save"))
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(self.tr("It stands so on six agendas"))
        self.kind = ChoiceBox(tuple((kind, label_text(kind)) for kind in CircularKind))
        self.theme = ChoiceBox((("", "–"), *themes))
        self.theme.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.label = ChoiceBox(tuple((one, label_text(one)) for one in Label))
        self.label.setCurrentIndex(self.label.values.index(Label.INTERNAL))
        self.text = GrowingText(5, 18)
        self.item = SearchChoice(self.tr("Search the items of the last meetings"))
        self.decision = ChoiceBox(())
        self.decision.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._decisions: dict[int, tuple[DecisionText, ...]] = {}
        self._entry_id: int | None = None
        self.activities = TagField("tree-structure", self.tr("Add an activity of the action plan"))
        for title, made, span in (
            (self.tr("Title"), self.name, 12),
            (self.tr("What the groups are to know"), self.text, 12),
            (self.tr("Kind"), self.kind, 6),
            (self.tr("May read"), self.label, 6),
            (self.tr("Theme"), self.theme, 12),
            (self.tr("Decided under"), self.item, 12),
            (self.tr("Decision that is told with it"), self.decision, 12),
            (self.tr("Action plan"), self.activities, 12),
        ):
            made.setAccessibleName(title)
            self.add(title, made, span)
        self.say(self.tr("Nobody gets it before it is sent."))
        self.item.chosen.connect(self._on_item)
        self._offer_decisions()
        if view is not None:
            if view.decided_by is not None:
                self.item.name_value(view.decided_by.item_id, decided(view.decided_by).line)
                self._decisions[view.decided_by.item_id] = view.decided_by.decisions
            self.activities.name_values({row.id: activity_option(row).line for row in view.activities})
            self._fill(fields_of(view))
        job = page.bridge.ask(circular_choices, group_id=group_id, day=page.bridge.today, language=language())
        job.then(self.set_choices)

    @Slot(object)
    def set_choices(self, choices: CircularChoices) -> None:
        """Offer items and activities; what is chosen stays."""
        self.item.set_options([decided(one) for one in choices.items])
        self.item.show_value(self.item.value(), self.item.text() if self.item.value() else "")
        self._decisions |= {one.item_id: one.decisions for one in choices.items}
        self._offer_decisions()
        self.activities.set_options([activity_option(row) for row in choices.activities])
        self.activities.show_value(self.activities.value())

    @Slot(object)
    def _on_item(self, _item_id: int | None) -> None:
        self._entry_id = None
        self._offer_decisions()

    def _offer_decisions(self) -> None:
        """Offer what was decided under the chosen item; what is chosen stays."""
        found = self._decisions.get(self.item.value(), ())
        self.decision.offer([(None, "–"), *((one.entry_id, _short(one.text)) for one in found)])
        self.show_field(self.decision, is_shown=bool(found))
        if self._entry_id in self.decision.values:
            self.decision.setCurrentIndex(self.decision.values.index(self._entry_id))
            self._entry_id = None

    def _fill(self, values: dict[str, Any]) -> None:
        self.name.setText(values["title"])
        self.text.show_text(values["text"])
        for box, value in ((self.kind, values["kind"]), (self.label, values["label"]), (self.theme, values["theme"])):
            if value in box.values:
                box.setCurrentIndex(box.values.index(value))
        self.item.show_value(values["item_id"])
        self._entry_id = values["entry_id"]
        self._offer_decisions()
        self.activities.show_value(values["activity_ids"])

    def fields(self) -> dict[str, Any]:
        """What is written, as the operations take it."""
        return {
            "title": self.name.text(),
            "text": self.text.toPlainText(),
            "kind": self.kind.value(),
            "label": self.label.value(),
            "theme": self.theme.value(),
            "item_id": self.item.value(),
            # One that is chosen already may not be among the choices yet, or stand in the closed annex by now.
            "entry_id": self.decision.value() or self._entry_id,
            "activity_ids": self.activities.value(),
        }

    @property
    def is_begun(self) -> bool:
        """Whether something is written that is not kept yet."""
        if self.view is None:
            said = (self.name.text().strip(), self.text.toPlainText().strip())
            return any((*said, self.item.value(), self.activities.value()))
        return fields_of(self.view) != self.fields()

    def keep(self) -> dict[str, Any]:
        """What is written, for the form that takes this one's place."""
        return {"fields": self.fields(), "id": self.view.id if self.view else None}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Take what `keep` gave."""
        self._fill(kept["fields"])

    @Slot()
    def submit(self) -> None:
        """Keep it; a refusal stands in the form."""
        fields = self.fields()
        if not fields["title"].strip():
            self.stop(self.tr("Give the circular a title."), self.name)
        elif self.view is None:
            self.run(self.tr("The circular is written."), write_circular, group_id=self._group_id, **fields)
        else:
            said = self.tr("The circular is changed.")
            self.run(said, edit_circular, circular_id=self.view.id, version=self.view.version, **fields)


def fields_of(view: CircularPage) -> dict[str, Any]:
    """What a circular says, as the operations take it."""
    return {
        **{name: getattr(view, name) for name in ("title", "text", "kind", "label", "theme")},
        "item_id": view.decided_by.item_id if view.decided_by is not None else None,
        "entry_id": view.entry_id,
        "activity_ids": tuple(row.id for row in view.activities),
    }


def decided(item: DecidedBy) -> Option:
    """An item with what was decided under it, to be found by either."""
    said = _short(" ".join(one.text for one in item.decisions))
    return Option(item.item_id, f"{day_text(item.day, 'date')} · {item.number}. {item.title}", said)


def _short(said: str) -> str:
    return said if len(said) <= SAID else f"{said[:SAID].rstrip()}…"


def activity_option(row: ActivityRow) -> Option:
    """An activity, as it is chosen everywhere."""
    return Option(row.id, f"{row.number} {row.title}", row.plan)


class SendForm(OperationForm):
    """Send a circular; what the leak alarm finds is taken out or kept here."""

    def __init__(self, page: UndoPage, view: CircularPage) -> None:
        super().__init__(page)
        self.view = view
        self.name_it(self.tr("Send it to every region"), self.tr("Send"))
        self.say(
            self.tr("It stands on the next agenda of each regional group by itself. Once one is out, its words stay.")
        )
        self._taken_out: dict[str, Any] = {}
        self._is_wording = False
        self.leaks = LeakList()
        self.leaks.hide()
        self.leaks.removed.connect(self._on_removed)
        self.leaks.changed.connect(self._on_changed)
        self.add("", self.leaks)

    def take_view(self, view: CircularPage) -> None:
        """Go on with the circular as it is now."""
        self.view = view
        self._is_wording = False
        self._word()
        self._on_changed()

    def begin(self) -> None:
        self.refuse("")
        self.save.setFocus()

    @Slot()
    def submit(self) -> None:
        """Send it."""
        self.run(
            self.tr("{reference} is sent to every region.").format(reference=self.view.reference),
            send_circular,
            circular_id=self.view.id,
            version=self.view.version,
            kept=tuple(Keep(*one) for one in self.leaks.keeps()),
        )

    def _on_refused(self, error: DeskError) -> None:
        super()._on_refused(error)
        if isinstance(error, LeaksFound):
            titles = {"title": self.tr("Title"), "text": self.tr("What the groups are to know")}
            titles["decision"] = self.tr("Decision that is told with it")
            self.leaks.show_leaks(
                leak(field, titles.get(field, field), getattr(self.view, field), find)
                for field, found in error.finds.items()
                for find in found
            )
            self._on_changed()
            self.leaks.go_to_first()

    @Slot()
    def _on_changed(self) -> None:
        # What is undecided keeps it here.
        self.save.setEnabled(self.leaks.is_settled() and not self._is_wording)

    @Slot(str, str)
    def _on_removed(self, field: str, text: str) -> None:
        """Take words out of the circular at once; the banner offers them back."""
        if field == "decision":
            # Minutes are not worded here: the circular names their item alone.
            self._taken_out["entry_id"] = None
        else:
            self._taken_out[field] = text
        self._word()

    def _word(self) -> None:
        if self._is_wording or not self._taken_out:
            return
        texts, self._taken_out = self._taken_out, {}
        self._is_wording = True
        said = self.tr("Taken out: it can be taken back until it is sent.")
        job = self.page.bridge.do(edit_circular, circular_id=self.view.id, version=self.view.version, **texts)
        job.then(functools.partial(self.page.say_done, said)).otherwise(self._on_not_removed)

    def _on_not_removed(self, error: DeskError) -> None:
        self._is_wording = False
        self._on_changed()
        self.refuse(error.sentence(language()))
