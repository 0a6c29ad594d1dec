"""Keep a find of the leak alarm before anything is sent, and take that back."""

from __future__ import annotations

from typing import Final

from referral_desk.desk import Work, operation, require
from referral_desk.guard.personal_data import Find
from referral_desk.models import KeptFind
from referral_desk.operations.leaks import Subject, check_reason, keep_words
from referral_desk.operations.outcome import Done, Undo
from referral_desk.texts import N_, is_blank
from referral_desk.vocabulary import FindKind

SUBJECTS: Final = frozenset({"action", "document", "escalation", "item", "meeting", "minutes", "paper"})
NO_FIND: Final = N_("There is nothing of that kind to keep: look at the list again.")


@operation("coordinator", "secretary", "chair")
def keep_find(
    work: Work, *, subject_kind: str, subject_id: int, field: str, kind: FindKind, words: str, reason: str
) -> Done:
    """Keep what the alarm found in a field of a thing that goes round, and log why; the words are not written.

    `subject_kind` is "document" (a paper's text), "paper" (its name), "item", "minutes", "action", "meeting", or
    "escalation" for the words that its sender is still to send. Invalid without a reason, and for a reason that itself
    holds what looks like personal data.
    """
    require(subject_kind in SUBJECTS and not is_blank(words), NO_FIND)
    check_reason(work, reason)
    find = Find(kind, 0, len(words), words, "")
    row = keep_words(work, Subject(subject_kind, subject_id), field, find, reason)
    work.session.flush()
    return Done(row.id, Undo(let_find_go, {"kept_id": row.id}))


@operation("coordinator", "secretary", "chair")
def let_find_go(work: Work, *, kept_id: int) -> Done:
    """Undo that a find was kept: it stops the next step again."""
    work.session.delete(work.hold(KeptFind, kept_id))
    work.session.flush()
    work.touched("kept_finds")
    return Done(kept_id)
