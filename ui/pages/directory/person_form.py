"""What is known of a person, as it is written: every field saves itself, and the last saving can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from referral_desk.operations.people import change_person
from referral_desk.queries.people import PersonRow, person
from ui.draft_form import DraftForm
from ui.forms import Choice, Form, Own, Text
from ui.language import language
from ui.widgets.search_choice import SearchChoice

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from referral_desk.operations.outcome import Done, Undo
    from ui.bridge import Bridge
    from ui.jobs import Job

SPOKEN = {"da": "Dansk", "en": "English"}


class PersonSubject:
    """People, for `ui.drafts.Drafts`."""

    def __init__(self, day: dt.date) -> None:
        self._day = day
        self.undo: Undo | None = None
        """What takes the last saving back."""

    def key_of(self, detail: PersonRow) -> int:
        """The person's id."""
        return detail.id

    def version_of(self, detail: PersonRow) -> int:
        """The version that was seen."""
        return detail.version

    def values_of(self, detail: PersonRow) -> dict[str, Any]:
        """What is known of a person, as the form shows it."""
        return {
            "name": detail.name,
            "title": detail.title,
            "organisation_id": detail.organisation_id,
            "email": detail.email,
            "phone": detail.phone,
            "language": detail.language,
        }

    def ask(self, bridge: Bridge, key: int) -> Job[Any]:
        """The person as they are now."""
        return bridge.ask(person, person_id=key, day=self._day, language=language())

    def keep(self, bridge: Bridge, key: int, version: int, values: dict[str, Any]) -> Job[Any]:
        """Keep some of the fields."""
        return bridge.do(change_person, person_id=key, version=version, **values)

    def version_after(self, kept: Done) -> int:
        """The undo speaks of the new version."""
        assert kept.undo is not None
        self.undo = kept.undo
        version: int = kept.undo.arguments["version"]
        return version

    def as_kept(self, values: dict[str, Any]) -> dict[str, Any]:
        """In a name each run of blanks is one, and a title has none around it."""
        given = dict(values)
        if "name" in given:
            given["name"] = " ".join(given["name"].split())
        return {name: value.strip() if isinstance(value, str) else value for name, value in given.items()}


class PersonForm(DraftForm):
    """The form of one person."""

    kept = Signal()
    """What was written is on the desk."""

    def __init__(self, bridge: Bridge, day: dt.date) -> None:
        self.people = PersonSubject(day)
        super().__init__(bridge, self.people)
        self.organisation = SearchChoice(self.tr("None"))
        self.form = Form(
            (
                Text("name", self.tr("Name")),
                Text("title", self.tr("Title")),
                Own("organisation_id", self.tr("Speaks for"), make=self._organisation_input),
                Text("email", self.tr("E-mail")),
                Text("phone", self.tr("Telephone"), 6),
                Choice("language", self.tr("Papers in"), 6, choices=tuple(SPOKEN.items())),
            )
        )
        self.form.set_read_only(not bridge.may(change_person))
        self.set_forms(self.form)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(self.clashes)
        box.addWidget(self.form)
        self.drafts.saved.connect(self._on_kept)

    def _organisation_input(self) -> QWidget:
        return self.organisation

    def name_values(self, detail: PersonRow) -> None:
        self.organisation.name_value(detail.organisation_id, detail.organisation)

    def word(self, name: str, value: Any) -> str:
        if name == "organisation_id":
            return self.organisation.name_of(value)
        return SPOKEN.get(value, "") if name == "language" else str(value)

    def take_undo(self) -> Undo | None:
        """What takes the last saving back; it is given once."""
        undo, self.people.undo = self.people.undo, None
        return undo

    def _on_kept(self, key: int) -> None:
        if key == self.key and self.people.undo is not None:
            self.kept.emit()
