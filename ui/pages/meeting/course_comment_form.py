"""Type or paste a comment that came in: who, when, on which entry, what, and the words that are proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

from referral_desk.operations.comments import Said, add_comments
from ui.doing import OperationForm, UndoPage
from ui.language import label_text
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.day_input import DayInput
from ui.widgets.growing_text import GrowingText
from ui.widgets.pick_input import Pick, PickInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referral_desk.queries.comments import EntryRow
    from referral_desk.queries.meeting import PersonChoice

SHOWN = 48


class CommentForm(OperationForm):
    """A new comment."""

    def __init__(
        self,
        page: UndoPage,
        minutes_id: int,
        entries: Sequence[EntryRow],
        people: Sequence[PersonChoice],
        entry_id: int | None = None,
    ) -> None:
        super().__init__(page)
        self.minutes_id = minutes_id
        self.name_it(self.tr("Add a comment"), self.tr("Keep the comment"))
        self.who = PickInput(self.tr("Who"), hint=self.tr("Name; somebody else too"))
        self.who.set_picks([Pick(person.id, person.name, person.organisation) for person in people])
        self.day = DayInput(self.tr("When"), page.bridge.today)
        self.day.set_day(page.bridge.today)
        self.about = ChoiceBox([(None, self.tr("The minutes as a whole")), *entry_choices(entries)])
        self.about.setAccessibleName(self.tr("About"))
        self.about.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if entry_id in self.about.values:
            self.about.setCurrentIndex(self.about.values.index(entry_id))
        self.words = GrowingText(2, 8)
        self.words.setAccessibleName(self.tr("What was said"))
        self.words.setPlaceholderText(self.tr("Type it, or paste it from the mail"))
        self.proposed = GrowingText(1, 8)
        self.proposed.setAccessibleName(self.tr("Proposed words"))
        self.proposed.setPlaceholderText(self.tr("How the entry would read then (may stay empty)"))
        self.add(self.tr("Who"), self.who).add(self.tr("When"), self.day, 8).add(self.tr("About"), self.about)
        self.add(self.tr("What was said"), self.words).add(self.tr("Proposed words"), self.proposed)

    @property
    def is_begun(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return bool(self.words.toPlainText().strip() or self.proposed.toPlainText().strip())

    def keep(self) -> dict[str, Any]:
        """What stands in the fields."""
        return {
            "who": self.who.text(),
            "day": self.day.line.text(),
            "about": self.about.value(),
            "words": self.words.toPlainText(),
            "proposed": self.proposed.toPlainText(),
        }

    def take_up(self, kept: dict[str, Any]) -> None:
        """Take what `keep` gave."""
        self.who.setText(kept["who"])
        self.day.line.setText(kept["day"])
        if kept["about"] in self.about.values:
            self.about.setCurrentIndex(self.about.values.index(kept["about"]))
        self.words.setPlainText(kept["words"])
        self.proposed.setPlainText(kept["proposed"])

    @Slot()
    def submit(self) -> None:
        day = self.day.day()
        if day is None:
            self.stop(self.day.problem(is_needed=True), self.day)
            return
        said = Said(
            text=self.words.toPlainText(),
            entry_id=self.about.value(),
            person_id=self.who.pick(),
            author=self.who.new_words(),
            said_on=day,
            proposed=self.proposed.toPlainText(),
        )
        self.run(self.tr("The comment is kept."), add_comments, minutes_id=self.minutes_id, comments=[said])


def entry_choices(entries: Sequence[EntryRow]) -> list[tuple[int | None, str]]:
    """Entries as one chooses them: item, kind, first words."""
    found: list[tuple[int | None, str]] = []
    for entry in entries:
        words = " ".join(entry.text.split())
        words = words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()}…"
        found.append((entry.id, f"{entry.number}.  {label_text(entry.kind)}: {words}"))
    return found
