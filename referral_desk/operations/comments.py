"""Keep what members say about minutes, and answer it: accepted with their words, or declined with a reply."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from referral_desk.desk import CHANGED, Work, operation, require
from referral_desk.errors import Invalid, Stale
from referral_desk.models import EntryComment, Minutes, MinutesEntry, Person
from referral_desk.operations.entries import check_not_cited, is_untouched
from referral_desk.operations.holding import held_minutes
from referral_desk.operations.outcome import Done, RemovedRow, Undo, put_back, refuse_cpr
from referral_desk.texts import is_blank
from referral_desk.vocabulary import CommentState


@dataclass(frozen=True)
class Said:
    """What one person said: on an entry, or on the minutes as a whole where `entry_id` is None.

    `person_id` names somebody of the directory, `author` anybody else. `quoted` are the entry's words as the person
    saw them, `proposed` as they would have them; both may be empty. `leaves_out`: they would leave the entry out.
    """

    text: str
    entry_id: int | None = None
    person_id: int | None = None
    author: str = ""
    said_on: dt.date | None = None
    quoted: str = ""
    proposed: str = ""
    leaves_out: bool = False


@dataclass(frozen=True)
class TakenOut:
    """An entry that was left out: its row with what hung on it, and the comments that were about it."""

    rows: tuple[RemovedRow, ...]
    comments: tuple[int, ...]


@operation("coordinator", "secretary", "chair")
def add_comments(work: Work, *, minutes_id: int, comments: Sequence[Said]) -> Done:
    """Keep comments, such as those of a returned document, all or none; give the first one's id.

    Invalid for approved minutes, a comment that says nothing or that nobody said, a day to come, or a CPR number.
    """
    minutes = held_minutes(work, minutes_id)
    minutes.check_open_to_writing()
    require(comments, "There is no comment to keep.")
    made = []
    for one in comments:
        comment = _made(work, minutes, one)
        work.session.add(comment)
        made.append(comment)
    _kept(work)
    keys = tuple((comment.id, comment.version) for comment in made)
    return Done(made[0].id, Undo(withdraw_comments, {"minutes_id": minutes.id, "comments": keys}))


@operation("coordinator", "secretary", "chair")
def withdraw_comments(work: Work, *, minutes_id: int, comments: Sequence[tuple[int, int]]) -> Done:
    """Undo that comments were kept (id and version of each); Stale once somebody answered one."""
    minutes = held_minutes(work, minutes_id)
    minutes.check_open_to_writing()
    for key, version in comments:
        comment = work.hold(EntryComment, key, version)
        require(comment.state is CommentState.OPEN, "The comment was answered: it stays in the record.")
        work.session.delete(comment)
    _kept(work)
    return Done(minutes.id)


@operation("coordinator", "secretary", "chair")
def accept_comment(
    work: Work,
    *,
    comment_id: int,
    version: int,
    reply: str = "",
    text: str | None = None,
    entry_version: int | None = None,
) -> Done:
    """Accept a comment. The entry takes over `text`; without one the words that the member proposed.

    A comment that would leave the entry out takes it away, unless `text` says what shall stand there instead. Where
    the entry was changed since the member saw it, that is not done unseen: Stale, and `text` with `entry_version` says
    what shall stand there (nothing, for an entry that goes). Invalid for approved minutes, a CPR number, or an entry
    that an escalation rests on.
    """
    comment = _held(work, comment_id, version)
    refuse_cpr(reply, text or "")
    comment.answer(CommentState.ACCEPTED, reply, work.now, work.user.name)
    entry, before, taken = comment.entry, None, None
    words = text if text is not None else comment.proposed
    goes = comment.leaves_out and is_blank(words)
    if entry is not None and (goes or (not is_blank(words) and words != entry.text)):
        entry = work.hold(MinutesEntry, entry.id, entry_version)
        if text is None and not is_blank(comment.quoted) and entry.text.strip() != comment.quoted.strip():
            raise Stale("The entry was changed since this comment: look at both, and write what shall stand there.")
        if goes:
            taken = _take_out(work, entry)
        else:
            before = entry.text
            _write(work, entry, words)
    _kept(work)
    told: dict[str, object] = {"comment_id": comment.id, "version": comment.version, "before": before}
    if taken is not None:
        told["taken"] = taken
    elif before is not None and entry is not None:
        told["entry_version"] = entry.version
    return Done(comment.id, Undo(reopen_comment, told))


@operation("coordinator", "secretary", "chair")
def decline_comment(work: Work, *, comment_id: int, version: int, reply: str) -> Done:
    """Decline a comment; the reply says why (Invalid without one)."""
    comment = _held(work, comment_id, version)
    refuse_cpr(reply)
    comment.answer(CommentState.DECLINED, reply, work.now, work.user.name)
    _kept(work)
    return Done(comment.id, Undo(reopen_comment, {"comment_id": comment.id, "version": comment.version}))


@operation("coordinator", "secretary", "chair")
def reopen_comment(
    work: Work,
    *,
    comment_id: int,
    version: int,
    before: str | None = None,
    entry_version: int | None = None,
    taken: TakenOut | None = None,
) -> Done:
    """Undo an answer: the comment is open again, and its entry has the words `before`, where nobody wrote since.

    An entry that was taken out (`taken`) comes back with its action and all that was said about it.
    """
    comment = _held(work, comment_id, version)
    require(comment.state is not CommentState.OPEN, "The comment is open already.")
    comment.reopen()
    if taken is not None:
        _bring_back(work, taken)
    elif before is not None and comment.entry is not None:
        _write(work, work.hold(MinutesEntry, comment.entry.id, entry_version), before)
    _kept(work)
    return Done(comment.id)


def _held(work: Work, comment_id: int, version: int) -> EntryComment:
    minutes = held_minutes(work, work.get(EntryComment, comment_id, version).minutes_id)
    minutes.check_open_to_writing()
    return work.hold(EntryComment, comment_id, version)


def _made(work: Work, minutes: Minutes, one: Said) -> EntryComment:
    refuse_cpr(one.text, one.author, one.quoted, one.proposed)
    if is_blank(one.text) and is_blank(one.proposed) and not one.leaves_out:
        raise Invalid("Write what was said, or the words that are proposed.")
    person = None if one.person_id is None else work.get(Person, one.person_id)
    if person is None and is_blank(one.author):
        raise Invalid("Say who made the comment.")
    day = one.said_on or work.today
    require(day <= work.today, "A comment cannot be of a day to come: change its day.")
    entry = None if one.entry_id is None else work.get(MinutesEntry, one.entry_id)
    if entry is not None and entry.minutes_id != minutes.id:
        raise Stale(CHANGED)
    return EntryComment(
        minutes=minutes,
        entry=entry,
        person=person,
        author="" if person else " ".join(one.author.split()),
        said_on=day,
        text=one.text.strip(),
        quoted=one.quoted or (entry.text if entry else ""),
        proposed=one.proposed.strip(),
        leaves_out=one.leaves_out and entry is not None,
    )


def _take_out(work: Work, entry: MinutesEntry) -> TakenOut:
    """Take an entry out of the minutes; its action goes with it where nobody has touched that since."""
    check_not_cited(work, entry)
    rows, comments, action = [RemovedRow.of(entry)], tuple(comment.id for comment in entry.comments), entry.action
    entry.comments.clear()
    if action is not None and is_untouched(action):
        rows += [RemovedRow.of(action), *(RemovedRow.of(line) for line in action.progress)]
        entry.action = None
        work.session.delete(action)
        work.touched("actions")
    work.session.delete(entry)
    work.touched("entries")
    return TakenOut(tuple(rows), comments)


def _bring_back(work: Work, taken: TakenOut) -> None:
    entry = put_back(work, taken.rows)
    for key in taken.comments:
        about = work.session.get(EntryComment, key)
        if about is not None:
            about.entry_id = entry.id
    work.touched("entries", "actions")


def _write(work: Work, entry: MinutesEntry, text: str) -> None:
    action = entry.action
    if action is not None and action.text.strip() == entry.text.strip() and not is_blank(text):
        action.say(text)
        work.touched("actions")
    entry.text, entry.changed_at, entry.changed_by = text, work.now, work.user.name
    work.touched("entries")


def _kept(work: Work) -> None:
    work.session.flush()
    work.touched("minutes", "meetings")
