"""The words that go to the next body: edited in place, beside what was sent below, with every change in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from referral_desk.queries.escalation import FIELD_NAMES, EscalationPage, SnapshotView
from referral_desk.texts import say
from referral_desk.vocabulary import ConsultationRole, EscalationState, Label, Urgency
from ui.draft_form import DraftForm
from ui.forms import Choice, Day, Field, Form, Growing, Own, Text
from ui.language import label_text, language, moment_text
from ui.pages.case.changes import compared, differs
from ui.pages.case.subjects import StepSubject, step_below, step_now
from ui.theme import dress, px
from ui.widgets.boxes import clear_box, parts_of
from ui.widgets.card import Card
from ui.widgets.changed_text import ChangedText
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import label, rule
from ui.widgets.search_choice import Option
from ui.widgets.tag_field import TagField

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from referral_desk.queries.agenda import ActivityRow
    from ui.bridge import Bridge

STACKED_BELOW = 760


class WordsForm(DraftForm):
    """What the next body is told and asked; at the right how, and what changed since it was sent below."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, StepSubject(), parent)
        self.found: EscalationPage | None = None
        self._bridge = bridge
        self.card = Card(self.tr("What is asked"), gap=12)
        self.card.beside_title(self.state)
        self.texts = Form(self._texts())
        self.ways = Form(self._ways())
        self.set_forms(self.texts, self.ways)
        title = self.texts.inputs["title"]
        assert isinstance(title, QLineEdit)
        dress(title, "heading")
        activities, body = self.ways.inputs["activities"], self.ways.inputs["body"]
        assert isinstance(activities, TagField)
        assert isinstance(body, ChoiceBox)
        self.activities, self.body = activities, body
        self.beside = QWidget()
        beside = QVBoxLayout(self.beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(self.ways)
        self.changes = QWidget()
        self.changes_box = QVBoxLayout(self.changes)
        self.changes_box.setContentsMargins(0, 0, 0, 0)
        self.changes_box.setSpacing(2)
        beside.addWidget(self.changes)
        beside.addStretch()
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(24)
        self.columns.addWidget(self.texts, 3)
        self.columns.addWidget(self.beside, 2)
        self.card.add(self.clashes, self.columns)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.card)
        for made in self.texts.inputs.values():
            made.textChanged.connect(self._show_changes)  # type: ignore[attr-defined]

    def _texts(self) -> tuple[Field, ...]:
        names = {field: say(name, language()) for field, name in FIELD_NAMES.items()}
        return (
            Text("title", names["title"], at_most=200, is_bare=True, hint=self.tr("A title for its readers")),
            Growing("problem", names["problem"], hint=self.tr("What is wrong, and for whom"), lines=3, at_most=14),
            Growing("consequence", names["consequence"], hint=self.tr("What it leads to if nothing is done"), lines=2),
            Growing("tried", names["tried"], hint=self.tr("What the group has done itself"), lines=2),
            Growing("proposal", names["proposal"], hint=self.tr("What the body is asked to agree on"), lines=2),
            Growing(
                "legal_point", names["legal_point"], hint=self.tr("The rule it turns on, if there is one"), lines=1
            ),
        )

    def _ways(self) -> tuple[Field, ...]:
        return (
            Choice("body", self.tr("To")),
            Choice("role", self.tr("Asked for"), 6, choices=tuple((one, label_text(one)) for one in ConsultationRole)),
            Choice("label", self.tr("May read"), 6, choices=tuple((one, label_text(one)) for one in Label)),
            Choice("urgency", self.tr("Urgency"), 6, choices=tuple((one, label_text(one)) for one in Urgency)),
            Day("due", self.tr("Answer by"), 6, today=self._bridge.today, may_be_empty=True),
            Text("jump_reason", self.tr("Why it skips a level"), hint=self.tr("It stands in the story")),
            Own("activities", self.tr("Action plan"), make=self._make_activities),
        )

    def _make_activities(self) -> TagField:
        return TagField("tree-structure", self.tr("Add an activity of the action plan"))

    def show_escalation(self, found: EscalationPage, activities: tuple[ActivityRow, ...], *, may: bool) -> None:
        """Show the words as they are; hidden once they are with the receiver. `may`: whether the person may write."""
        self.found = found
        self.setVisible(found.acts.word)
        if not found.acts.word:
            return
        step = step_now(found)
        self.card.title.setText(self.tr("What {body} is asked").format(body=step.body))
        self.card.setAccessibleName(self.card.title.text())
        self.activities.set_options([Option(row.id, f"{row.number} {row.title}", row.plan) for row in activities])
        was_blocked = self.body.blockSignals(True)
        skips = self.tr("{body} (skips a level)")
        choices = [(one.id, skips.format(body=one.name) if one.needs_reason else one.name) for one in found.bodies]
        if step.body_id not in {one.id for one in found.bodies}:
            choices.append((step.body_id, step.body))
        self.body.offer(choices)
        self.body.blockSignals(was_blocked)
        self.show_record(found)
        self.set_read_only(not may)
        self.activities.set_read_only(not may)
        self._show_only(self.ways, "body", is_shown=len(choices) > 1)
        self._show_only(self.ways, "jump_reason", is_shown=step.skips_level)
        self._show_changes()

    def _show_only(self, form: Form, name: str, *, is_shown: bool) -> None:
        if (around := form.inputs[name].parentWidget()) is not None:
            around.setVisible(is_shown)

    def name_values(self, detail: EscalationPage) -> None:
        self.activities.name_values(
            {row.id: Option(row.id, f"{row.number} {row.title}", row.plan).line for row in step_now(detail).activities}
        )

    def word(self, name: str, value: Any) -> str:
        match name:
            case "activities":
                return "\n".join(self.activities.name_of(one) for one in value)
            case "body":
                return next((one.name for one in self.found.bodies if one.id == value), "") if self.found else ""
            case "role" | "label" | "urgency":
                return label_text(value)
        return str(value)

    def title_of(self, field: str) -> str:
        """What a field is called."""
        form = self.form_of(field)
        return form.fields[field].title if field in form.fields else field

    def write(self, field: str, text: str) -> None:
        """Write a field anew and keep it so."""
        if self.key is not None and field in self.form_of(field).inputs:
            self._fill({field: text})
            self.drafts.write(self.key, field, text)

    # What was sent below ------------------------------------------------------------------------------------------

    def _sent(self) -> tuple[str, SnapshotView] | None:
        """What the words are compared with, and how that is called: what was sent last, here or one level below."""
        found = self.found
        if found is None:
            return None
        own, below = step_now(found), step_below(found)
        if found.row.state is EscalationState.RETURNED and own.snapshots:
            # One sent later and taken back is not what the body returned.
            last = next((one for one in own.snapshots if one.sent_at == own.sent_at), own.snapshots[-1])
            return self.tr("Changed since it was sent {when}").format(when=moment_text(last.sent_at)), last
        if below is not None:
            said = self.tr("Changed from what {sender} sent to {body}")
            return said.format(sender=below.sender, body=below.body), below.snapshots[-1]
        return None

    def _show_changes(self) -> None:
        clear_box(self.changes_box)
        sent = self._sent()
        self.changes.setVisible(sent is not None)
        if sent is None:
            return
        heading, snapshot = sent
        self.changes_box.addWidget(rule())
        self.changes_box.addWidget(label(heading, "lead", wraps=True))
        now = self.texts.values()
        changed = [one for one in compared(snapshot.texts, now) if differs(snapshot.texts, now, one[0])]
        if not changed:
            self.changes_box.addWidget(label(self.tr("Nothing is changed yet."), "note", wraps=True))
        for field, name, said in changed:
            self.changes_box.addSpacing(4)
            self.changes_box.addWidget(label(name, "field"))
            said.setProperty("field", field)
            self.changes_box.addWidget(said)

    def shown_changes(self) -> dict[str, str]:
        """What the comparison says by field, as a screen reader hears it (for tests)."""
        found = [one for one in parts_of(self.changes_box) if isinstance(one, ChangedText)]
        return {str(one.property("field")): one.accessibleName() for one in found}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._turn()

    def _turn(self) -> None:
        is_wide = self.width() >= px(STACKED_BELOW)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self.columns.direction() != way:
            self.columns.setDirection(way)
