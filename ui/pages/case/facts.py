"""The facts of a case: what it is about, and what is told of the person, never who it is. Every field saves itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from referral_desk.queries.case import ASKED, CasePage
from referral_desk.queries.cases import CaseChoices, PickRow
from referral_desk.texts import say
from referral_desk.vocabulary import Answer, CaseKind, Label
from ui.draft_form import DraftForm
from ui.forms import Choice, Day, Field, Form, Growing, Own, Text
from ui.language import label_text, language
from ui.pages.case.subjects import FLAGS, CaseSubject
from ui.theme import dress
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import label
from ui.widgets.search_choice import Option
from ui.widgets.tag_field import TagField

if TYPE_CHECKING:
    from referral_desk.queries.agenda import ActivityRow
    from ui.bridge import Bridge

LISTS = {
    "theme": "themes",
    "setting": "settings",
    "trade": "trades",
    "age_band": "age_bands",
    "victim_status": "victim_statuses",
    "residence_status": "residence_statuses",
    "minor_support": "minor_supports",
}
PERSON = ("age_band", "victim_status", "residence_status")


class FactsForm(DraftForm):
    """Two cards: the matter, and the person where it is about one."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, CaseSubject(), parent)
        self._bridge = bridge
        self.case: CasePage | None = None
        self._wants_person = False
        self.matter = Form(self._matter())
        self.person = Form(self._person())
        self.set_forms(self.matter, self.person)
        title = self.matter.inputs["title"]
        assert isinstance(title, QLineEdit)
        dress(title, "heading")
        activities, exploitations = self.matter.inputs["activities"], self.matter.inputs["exploitations"]
        assert isinstance(activities, TagField)
        assert isinstance(exploitations, TagField)
        self.activities, self.exploitations = activities, exploitations
        self.about = Card(self.tr("The matter"), gap=12)
        self.about.beside_title(self.state).add(self.clashes, self.matter)
        self.who = Card(self.tr("The person"), gap=8)
        said = self.tr("Never who it is: no name, no birth date, no CPR number, no address has a place here.")
        self.who.add(label(said, "note", wraps=True), self.person)
        self.tell = button(self.tr("It is about a person …"), "link", "user")
        self.tell.clicked.connect(self._on_tell)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        for part in (self.about, self.tell, self.who):
            box.addWidget(part)

    def _matter(self) -> tuple[Field, ...]:
        return (
            Text("title", self.tr("Title"), at_most=200, is_bare=True),
            Growing("summary", self.tr("What is known"), hint=self.tr("The matter in short, without names"), lines=3),
            Choice("kind", self.tr("Kind"), 6, choices=tuple((one, label_text(one)) for one in CaseKind)),
            Choice("label", self.tr("May read"), 6, choices=tuple((one, label_text(one)) for one in Label)),
            Choice("theme", self.tr("Theme"), 6),
            Choice("setting", self.tr("Setting"), 6),
            Choice("trade", self.tr("Sector"), 6),
            Own("exploitations", self.tr("Exploitation"), make=self._make_exploitations),
            Own("activities", self.tr("Action plan"), make=self._make_activities),
        )

    def _person(self) -> tuple[Field, ...]:
        known = tuple((one, label_text(one)) for one in Answer)
        flags = tuple(Choice(name, say(ASKED[name], language()), choices=known) for name in FLAGS)
        return (
            Choice("residence_status", self.tr("Residence status"), 6),
            Choice("victim_status", self.tr("Status"), 6),
            Choice("age_band", self.tr("Age"), 4),
            Choice("is_minor", self.tr("Under 18"), 4, choices=known),
            Choice("is_detained", self.tr("Detained"), 4, choices=known),
            flags[0],
            Choice("minor_support", self.tr("Who speaks for the child")),
            *flags[1:],
            Day(
                "guidance_on",
                self.tr("Day of the decision"),
                6,
                help=self.tr("Its rules are shown beside; empty is today"),
                today=self._bridge.today,
                may_be_empty=True,
            ),
        )

    def _make_exploitations(self) -> TagField:
        return TagField("warning", self.tr("Add a kind of exploitation"))

    def _make_activities(self) -> TagField:
        return TagField("tree-structure", self.tr("Add an activity of the action plan"))

    def show_case(
        self, case: CasePage, choices: CaseChoices, activities: tuple[ActivityRow, ...], *, may: bool
    ) -> None:
        """Show a case and what its fields offer; `may`: whether the person may write."""
        self.case = case
        for name, listed in LISTS.items():
            box = self.input(name)
            assert isinstance(box, ChoiceBox)
            was_blocked = box.blockSignals(True)
            box.offer(_with_held(getattr(choices, listed), *self._held(case, name)))
            box.blockSignals(was_blocked)
        self.exploitations.set_options([Option(row.id, row.name) for row in choices.exploitations])
        self.activities.set_options([Option(row.id, f"{row.number} {row.title}", row.plan) for row in activities])
        self.show_record(case)
        self.set_read_only(not (case.may_change and may))
        for field in (self.exploitations, self.activities):
            field.set_read_only(not (case.may_change and may))
        self._fit_person()

    @staticmethod
    def _held(case: CasePage, name: str) -> tuple[str, str]:
        """The code that a case has and what it is called, also where the list has it no more."""
        if name == "theme":
            return case.row.theme, case.row.theme_name
        return getattr(case, name), case.names[name]

    def _fit_person(self) -> None:
        case = self.case
        if case is None:
            return
        is_told = any(getattr(case, name) for name in PERSON) or case.row.is_minor is not Answer.UNKNOWN
        is_about = case.row.kind is CaseKind.CONCRETE or is_told or self._wants_person
        self.who.setVisible(is_about)
        self.tell.setVisible(not is_about and case.may_change)
        is_minor = case.row.is_minor is Answer.YES
        for name in (*FLAGS, "minor_support"):
            if (around := self.person.inputs[name].parentWidget()) is not None:
                around.setVisible(is_minor)

    @property
    def is_about_a_person(self) -> bool:
        """Whether the fields of the person are on show."""
        return not self.who.isHidden()

    def _on_tell(self) -> None:
        self._wants_person = True
        self._fit_person()
        self.focus_field("residence_status")

    def name_values(self, detail: CasePage) -> None:
        self.exploitations.name_values({one.id: one.name for one in detail.exploitations})
        self.activities.name_values(
            {row.id: Option(row.id, f"{row.number} {row.title}", row.plan).line for row in detail.activities}
        )

    def word(self, name: str, value: Any) -> str:
        made = self.input(name)
        match made:
            case TagField():
                return "\n".join(made.name_of(one) for one in value)
            case ChoiceBox():
                return made.itemText(made.values.index(value)) if value in made.values else ""
        return str(value)


def _with_held(rows: tuple[PickRow, ...], code: str, name: str) -> list[tuple[str, str]]:
    """The entries of a list, none first; what a case holds stays even where the list has it no more."""
    found = [("", "–"), *((row.code, row.name) for row in rows)]
    return found if code in {value for value, _ in found} else [*found, (code, name)]
