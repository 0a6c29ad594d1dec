"""The answer of a body, and the words with which it goes home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from referral_desk.operations.answers import release_answer
from referral_desk.operations.escalation_decisions import answer_escalation
from ui.language import label_text
from ui.pages.case.act_form import ActForm
from ui.pages.case.forms import decision_choices, wide_choice
from ui.pages.case.subjects import step_now
from ui.widgets.day_input import DayInput
from ui.widgets.growing_text import GrowingText

if TYPE_CHECKING:
    from referral_desk.queries.escalation import EscalationPage
    from ui.pages.case.page import CasePage


class AnswerForm(ActForm):
    """What a body answers. One that does not use the desk tells where its answer is kept."""

    def __init__(self, page: CasePage, found: EscalationPage) -> None:
        super().__init__(page, "answer")
        body = found.row.body
        self.name_it(self.tr("The answer of {body}").format(body=body), self.tr("Keep the answer"))
        self.needs_record = found.acts.needs_record
        text = GrowingText(3, 12)
        text.setPlaceholderText(self.tr("What {body} decided, who does what, and by when").format(body=body))
        self.part("answer", self.tr("Answer"), text)
        self.decision = wide_choice(decision_choices(found.decisions, self.tr("No decision in minutes on the desk")))
        step = step_now(found)
        own = [row.entry_id for row in found.decisions if step.item is not None and row.item_id == step.item.item_id]
        if own:
            self.decision.setCurrentIndex(self.decision.values.index(own[0]))
        if found.decisions:
            self.part("decision", self.tr("Decision in the minutes"), self.decision)
        self.day = DayInput(self.tr("Answered on"), page.bridge.today)
        self.part("answered_on", self.tr("Answered on"), self.day, 4)
        document = QLineEdit()
        document.setPlaceholderText(self.tr("Such as “letter of 3 March”"))
        self.part("document_reference", self.tr("Document"), document, 4)
        journal = QLineEdit()
        self.part("journal_number", self.tr("Journal number"), journal, 4)
        self.finish_layout()
        said = [self.tr("Recorded by {name}.").format(name=page.bridge.user.name)]
        if self.needs_record:
            said.append(
                self.tr("No minutes on the desk tell of it: name the document or the journal number that does.")
            )
        said.append(self.tr("It goes home when it is released."))
        self.say(" ".join(said))
        self.is_at_meeting = step.item is not None and step.item.is_held
        self.decision.currentIndexChanged.connect(self._on_decision)
        self._words = {row.entry_id: row.text for row in found.decisions}
        self._on_decision()

    @Slot()
    def _on_decision(self) -> None:
        """A decision's words are a beginning, where nothing is written yet."""
        is_minuted = self.is_at_meeting or self.decision.value() is not None
        self.day.line.setPlaceholderText(self.tr("The day of the meeting") if is_minuted else self.tr("Today"))
        words = self._words.get(self.decision.value(), "")
        if words and self.text("answer").strip() in {"", *(text.strip() for text in self._words.values())}:
            self.write("answer", words)

    @Slot()
    def submit(self) -> None:
        if not self.day.is_readable():
            self.stop(self.day.problem(), self.day)
            return
        self.act(
            self.tr("The answer is kept: release it, so that it goes home."),
            answer_escalation,
            text=self.text("answer"),
            entry_id=self.decision.value(),
            answered_on=self.day.day(),
            document_reference=self.text("document_reference"),
            journal_number=self.text("journal_number"),
        )


class ReleaseForm(ActForm):
    """One text for each level that passed it on, fit for its readers; the answer itself is the beginning.

    Where more people read it than may read the answer, nothing is: its words are for fewer.
    """

    def __init__(self, page: CasePage, found: EscalationPage) -> None:
        super().__init__(page, "release")
        self.name_it(self.tr("Let the answer go home"), self.tr("Release the answer"))
        self.levels = found.levels
        self.answer = step_now(found).answer
        for level in reversed(self.levels):
            words = GrowingText(2, 10)
            words.show_text(level.feedback or ("" if level.is_looser else self.answer))
            said = self.tr("What {body} tells {reader}").format(body=level.body, reader=level.reader)
            self.part(f"feedback_{level.number}", said, words)
        self.finish_layout()
        origins = ", ".join(found.row.origins)
        said = self.tr(
            "It comes onto the next agenda of {groups} by itself. Write it so that every member may read it."
        )
        told = [said.format(groups=origins)]
        looser = list(dict.fromkeys(level.reader for level in self.levels if level.is_looser))
        if looser:
            why = self.tr(
                "The answer is “{label}”, and more people read what goes to {readers}: it does not stand there. Write "
                "what they may know."
            )
            told.append(why.format(label=label_text(step_now(found).label), readers=", ".join(looser)))
        self.say(" ".join(told))

    @Slot()
    def submit(self) -> None:
        feedback = {level.number: self.text(f"feedback_{level.number}") for level in self.levels}
        self.act(self.tr("Released: it comes onto the next agendas by itself."), release_answer, feedback=feedback)
