"""Comments on minutes: what a member asks to have changed, and what became of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy import text as sql_text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.errors import Invalid
from referral_desk.models.base import Record
from referral_desk.models.people import Person
from referral_desk.texts import is_blank
from referral_desk.vocabulary import CommentState

if TYPE_CHECKING:
    from referral_desk.models.minutes import Minutes, MinutesEntry


class EntryComment(Record):
    """What a member asks to have changed, on an entry or on the minutes as a whole, and what became of it."""

    __tablename__ = "entry_comments"

    minutes_id: Mapped[int] = mapped_column(ForeignKey("minutes.id"), index=True)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("minutes_entries.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    # Who said it, where the person is not in the directory.
    author: Mapped[str] = mapped_column(default="")
    said_on: Mapped[dt.date]
    text: Mapped[str]
    # The entry's words as the commenter saw them, and as they would have them; empty where only a remark was made.
    quoted: Mapped[str] = mapped_column(default="")
    proposed: Mapped[str] = mapped_column(default="")
    # They would leave the whole entry out.
    leaves_out: Mapped[bool] = mapped_column(default=False, server_default=sql_text("false"))
    state: Mapped[CommentState] = mapped_column(default=CommentState.OPEN, index=True)
    reply: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[dt.datetime | None]
    answered_by: Mapped[str] = mapped_column(default="")

    minutes: Mapped[Minutes] = relationship(back_populates="comments")
    entry: Mapped[MinutesEntry | None] = relationship(back_populates="comments")
    person: Mapped[Person | None] = relationship()

    @property
    def who(self) -> str:
        """Who said it."""
        return self.person.name if self.person else self.author

    def answer(self, state: CommentState, reply: str, at: dt.datetime, by: str) -> None:
        """Accept or decline it; Invalid for declining without a reply, for who asked will want to know why."""
        if state is CommentState.OPEN:
            raise Invalid("Accept the comment, or decline it with a reply.")
        if self.state is not CommentState.OPEN:
            raise Invalid("The comment was answered already.")
        if state is CommentState.DECLINED and is_blank(reply):
            raise Invalid("Say why the comment is declined: {who} will want to know.", who=self.who)
        self.state, self.reply, self.answered_at, self.answered_by = state, reply.strip(), at, by

    def reopen(self) -> None:
        """Undo an answer."""
        self.state, self.reply, self.answered_at, self.answered_by = CommentState.OPEN, "", None, ""
