"""The meeting's own fields, as they are written: title, place, times, kind, chair and secretary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QVBoxLayout

from referral_desk.operations.meetings import edit_meeting
from referral_desk.queries.meeting import MeetingDetail, PersonChoice, meeting_detail
from referral_desk.vocabulary import Label, MeetingKind
from ui.draft_form import DraftForm
from ui.forms import Choice, Form, Own, Text, Time
from ui.language import label_text, language, time_text
from ui.pages.meeting.drafts import in_one_line
from ui.widgets.search_choice import Option, SearchChoice

if TYPE_CHECKING:
    import datetime as dt

    from ui.bridge import Bridge
    from ui.jobs import Job

PLANNED: Final = ("starts", "ends", "kind")
PEOPLE: Final = ("chair", "secretary")


class MeetingSubject:
    """Meetings, for `ui.drafts.Drafts`."""

    def __init__(self, today: dt.date) -> None:
        self._today = today

    def key_of(self, detail: MeetingDetail) -> int:
        """The meeting's id."""
        return detail.id

    def version_of(self, detail: MeetingDetail) -> int:
        """The version that was seen."""
        return detail.version

    def values_of(self, detail: MeetingDetail) -> dict[str, Any]:
        """The fields of a meeting as the form shows them."""
        return {
            "title": detail.title,
            "place": detail.place,
            "starts": detail.starts,
            "ends": detail.ends,
            "kind": detail.kind,
            "label": detail.label,
            "chair": detail.chair_id,
            "secretary": detail.secretary_id,
        }

    def ask(self, bridge: Bridge, key: int) -> Job[Any]:
        """The meeting as it stands now."""
        return bridge.ask(meeting_detail, meeting_id=key, language=language(), today=self._today)

    def keep(self, bridge: Bridge, key: int, version: int, values: dict[str, Any]) -> Job[Any]:
        """Keep some of its fields."""
        given = {f"{name}_id" if name in PEOPLE else name: value for name, value in values.items()}
        return bridge.do(edit_meeting, meeting_id=key, version=version, **given)

    def version_after(self, kept: int) -> int:
        """What `edit_meeting` gives is the new version."""
        return kept

    def as_kept(self, values: dict[str, Any]) -> dict[str, Any]:
        """Title and place are one line each."""
        return in_one_line(values, "title", "place")


class HeadForm(DraftForm):
    """The form of one meeting. What it cannot keep it says at the field; both texts stand where two wrote in one."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, MeetingSubject(bridge.today))
        self._may_edit = bridge.may(edit_meeting)
        self.form = Form(self._fields())
        self.set_forms(self.form)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(self.clashes)
        box.addWidget(self.form)

    def _fields(self) -> tuple[Any, ...]:
        kinds = tuple((kind, label_text(kind)) for kind in MeetingKind)
        labels = tuple((one, label_text(one)) for one in Label)
        return (
            Text("title", self.tr("Title, where the group and the day are not enough"), 6, at_most=200),
            Text("place", self.tr("Place"), 6, at_most=200),
            Time("starts", self.tr("From"), 2),
            Time("ends", self.tr("To"), 2),
            Choice("kind", self.tr("Kind"), 4, choices=kinds),
            Choice("label", self.tr("Label"), 4, choices=labels),
            Own("chair", self.tr("Chair"), 6, make=self._make_person),
            Own("secretary", self.tr("Secretary"), 6, make=self._make_person),
        )

    def _make_person(self) -> SearchChoice:
        return SearchChoice(self.tr("A person"))

    def set_people(self, people: tuple[PersonChoice, ...]) -> None:
        """Offer those who can lead the meeting or write its minutes."""
        options = [Option(person.id, person.name, person.organisation) for person in people]
        for name in PEOPLE:
            self._person(name).set_options(options)

    def show_meeting(self, meeting: MeetingDetail) -> None:
        """Show a meeting; what is typed and not kept yet stays."""
        self.show_record(meeting)
        self.set_read_only(meeting.is_head_closed or not self._may_edit)
        if meeting.is_closed_to_change and not meeting.is_head_closed:
            # It was held: what was planned stays, and what the minutes say of it can be put right.
            self.form.set_read_only(is_read_only=True, names=PLANNED)

    def name_values(self, detail: MeetingDetail) -> None:
        for name, person, said in (
            ("chair", detail.chair_id, detail.chair),
            ("secretary", detail.secretary_id, detail.secretary),
        ):
            self._person(name).name_value(person, said)

    def word(self, name: str, value: Any) -> str:
        if name in PEOPLE:
            return self._person(name).name_of(value)
        if name in {"starts", "ends"}:
            return time_text(value)
        return label_text(value) if name in {"kind", "label"} else str(value)

    def _person(self, name: str) -> SearchChoice:
        made = self.form.inputs[name]
        assert isinstance(made, SearchChoice)
        return made
