"""The documents of escalations and of groups: a function for each, to be called by the pages that show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.documents import DocumentDoor

if TYPE_CHECKING:
    from collections.abc import Callable

    from referral_desk.queries.case_documents import Brief
    from referral_desk.vocabulary import Tier
    from ui.jobs import Progress


def write_brief(_progress: Progress, content: Brief) -> tuple[str, bytes]:
    """Write a brief as a Word file; gives its name and bytes."""
    from referral_desk.exchange.word_brief import brief_docx  # noqa: PLC0415 - only when one is written
    from referral_desk.queries.document_names import brief_name  # noqa: PLC0415 - same

    return brief_name(content, ".docx"), brief_docx(content)


class CaseDocuments(DocumentDoor):
    """Makes them in the language that was chosen for documents, and asks where each shall lie."""

    def brief(self, escalation_id: int, step: int | None = None) -> None:
        """What goes to the next body as PDF: as it was sent, or the draft; `step` is another one's number."""
        self.ask(_brief(), escalation_id=escalation_id, day=self._bridge.today, step=step)

    def brief_word(self, escalation_id: int, step: int | None = None) -> None:
        """The same as a Word file."""
        self.ask(_brief(), self._on_word, escalation_id=escalation_id, day=self._bridge.today, step=step)

    def feedback(self, delivery_id: int) -> None:
        """The answer as one group hears it."""
        from referral_desk.queries.feedback_content import feedback_note  # noqa: PLC0415 - only when asked for

        self.ask(feedback_note, delivery_id=delivery_id)

    def ledger(self, *, level: Tier | None = None, group_id: int | None = None, with_closed: bool = False) -> None:
        """Every escalation with its age, its holder and its answer: of a level, of a group, or all.

        `with_closed`: confidential titles and answers too; the ledger is then confidential itself.
        """
        from referral_desk.queries.ledger_content import ledger_content  # noqa: PLC0415 - only when asked for

        self.ask(ledger_content, day=self._bridge.today, level=level, group_id=group_id, with_confidential=with_closed)

    def speaking_note(self, group_id: int) -> None:
        """What a regional group's representative takes along to the next meeting above."""
        from referral_desk.queries.speaking_content import speaking_note  # noqa: PLC0415 - only when asked for

        self.ask(speaking_note, group_id=group_id, day=self._bridge.today)

    def handover(self, group_id: int | None = None) -> None:
        """What a new chair of a group needs to know; without a group what a new coordinator does, of all groups."""
        from referral_desk.queries.handover_content import handover_content  # noqa: PLC0415 - only when asked for

        self.ask(handover_content, group_id=group_id, day=self._bridge.today)

    def _on_word(self, content: Brief) -> None:
        self._bridge.run(write_brief, content).then(self._on_written).otherwise(self.fail)

    def _on_written(self, made: tuple[str, bytes]) -> None:
        self.offer(*made)


def _brief() -> Callable[..., Any]:
    from referral_desk.queries.brief_content import brief_content  # noqa: PLC0415 - only when asked for

    return brief_content
