"""What changed from one version to another of what was sent: each word that came or went, for the eye and the ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from referral_desk.queries.escalation import FIELD_NAMES, SnapshotView, StepView
from referral_desk.queries.text_changes import Piece, word_changes
from referral_desk.texts import say
from ui.language import label_text, language, moment_text
from ui.widgets.changed_text import ChangedText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ui.pages.case.station_papers import Papers


def compared(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str, ChangedText]]:
    """For each field that has words in either version: its key, what it is called, and what changed in it."""
    for field, name in FIELD_NAMES.items():
        old, new = before[field].strip(), after[field].strip()
        if old or new:
            yield field, say(name, language()), ChangedText(word_changes(old, new))


def differs(before: Mapping[str, str], after: Mapping[str, str], field: str) -> bool:
    """Whether a field says something else than before; blanks around it say nothing."""
    return before[field].strip() != after[field].strip()


class SentChanges(QObject):
    """Tells below what was sent how it differs from the version before it, and from what was sent one level below."""

    def tell(self, made: Papers, step: StepView, number: int, steps: Sequence[StepView]) -> None:
        """Fold what changed in a sending of a step, counted from 0, under what it is compared with; if there is any."""
        snapshot = step.snapshots[number]
        own = [one for other in steps if _is_before(other, step) for one in other.snapshots]
        former = [*own, *step.snapshots[:number]]
        if former:
            said = self.tr("What changed since it was sent {when}").format(when=moment_text(former[-1].sent_at))
            self._fold(made, said, former[-1], snapshot)
        for below in reversed(steps):
            sent = [one for one in below.snapshots if one.sent_at <= snapshot.sent_at]
            if below.number < step.number and below.body_id == step.sender_id and sent:
                said = self.tr("What changed from what {sender} sent to {body}")
                self._fold(made, said.format(sender=below.sender, body=below.body), sent[-1], snapshot)
                return

    def _fold(self, made: Papers, title: str, before: SnapshotView, after: SnapshotView) -> None:
        papers = made.fold(title, is_open=False)
        facts = (
            (self.tr("Asked for"), label_text(before.role), label_text(after.role)),
            (self.tr("May read"), label_text(before.label), label_text(after.label)),
            (self.tr("Urgency"), label_text(before.urgency), label_text(after.urgency)),
            (self.tr("Papers"), _titles(before), _titles(after)),
        )
        told = [
            (name, said)
            for field, name, said in compared(before.texts, after.texts)
            if differs(before.texts, after.texts, field)
        ]
        told += [(name, _replaced(old, new)) for name, old, new in facts if old != new]
        if not told:
            papers.note(self.tr("Nothing was changed."))
        for name, said in told:
            papers.show_changed(name, said)


def _is_before(other: StepView, step: StepView) -> bool:
    """Whether a step was an earlier try of the same sender: one that it gave up since."""
    return other.number < step.number and other.sender_id == step.sender_id


def _titles(snapshot: SnapshotView) -> str:
    return ", ".join(paper.title for paper in snapshot.papers)


def _replaced(old: str, new: str) -> ChangedText:
    """One choice in place of another, whole."""
    pieces = ((Piece.REMOVED, old), (Piece.SAME, " " if old and new else ""), (Piece.ADDED, new))
    return ChangedText([(kind, text) for kind, text in pieces if text])
