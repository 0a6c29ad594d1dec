"""The words of mails about a meeting, in Danish or English: short, friendly, with what to do by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from referral_desk.texts import N_, in_sentence, say
from referral_desk.vocabulary import Label, MailingKind, MeetingKind
from referral_desk.vocabulary.phrases import WHAT, Phrase

if TYPE_CHECKING:
    from referral_desk.queries.letters import Facts, LetterFacts

SUMMARIES: Final = {
    MeetingKind.ORDINARY: N_("Meeting of {group}"),
    MeetingKind.CASE_CLARIFICATION: N_("Case clarification in {group}"),
    MeetingKind.THEME_DAY: N_("Theme day of {group}"),
    MeetingKind.EXTRAORDINARY: N_("Extraordinary meeting of {group}"),
}
SUBJECTS: Final = {
    MailingKind.INVITATION: N_("Invitation: {group}, {day}"),
    MailingKind.UPDATE: N_("Changed: {group}, {day}"),
    MailingKind.CANCELLATION: N_("Cancelled: {group}, {day}"),
    MailingKind.CALL_FOR_ITEMS: N_("Items for the agenda: {group}, {day}"),
    MailingKind.PACK: N_("Agenda and papers: {group}, {day}"),
    MailingKind.COMMENT_ROUND: N_("Draft minutes for comment: {group}, {day}"),
    MailingKind.APPROVED_MINUTES: N_("Approved minutes: {group}, {day}"),
}
MOVED: Final = N_("New day: {group}, {day}")
LET_OFF: Final = N_("No longer invited: {group}, {day}")
DISCREET: Final = N_("Please write no names, CPR numbers or anything else that tells who a case is about.")


@dataclass(frozen=True)
class Letter:
    """One letter: subject and body of the mail, heading and text of the calendar entry."""

    subject: str
    body: str
    summary: str
    description: str


def letter(facts: LetterFacts, kind: MailingKind, language: str, *, name: str = "", has_entry: bool = True) -> Letter:
    """The words of one letter; `name` is whom it greets (empty: all), `has_entry` whether a calendar entry goes along.

    A cancellation of a meeting that takes place is for those who are no longer expected.
    """
    words = _Words(facts, language)
    paragraphs = [
        say(N_("Dear {name},"), language, name=name) if name else say(N_("Dear all,"), language),
        *words.body(kind, has_entry=has_entry),
        words.regards(),
    ]
    return Letter(
        subject=words.subject(kind),
        body="\n\n".join(paragraph for paragraph in paragraphs if paragraph),
        summary=words.summary(),
        description="\n\n".join(paragraph for paragraph in words.description(kind) if paragraph),
    )


def long_day(day: dt.date, language: str) -> str:
    """A day with its weekday: torsdag den 3. december 2026, Thursday 3 December 2026."""
    from babel.dates import format_date  # noqa: PLC0415 - loaded late: the window opens without it

    if language == "da":
        return format_date(day, "EEEE 'den' d. MMMM y", locale="da")
    return format_date(day, "EEEE d MMMM y", locale="en_GB")


def hours(starts: dt.time, ends: dt.time, language: str) -> str:
    """From when to when: kl. 9.00–12.00, 09:00–12:00."""
    if language == "da":
        return f"kl. {starts.hour}.{starts.minute:02}–{ends.hour}.{ends.minute:02}"
    return f"{starts:%H:%M}–{ends:%H:%M}"


class _Words:
    """One meeting's letters in one language."""

    def __init__(self, facts: LetterFacts, language: str) -> None:
        self.facts, self.language = facts, language
        # All but headings name the group inside a sentence.
        self.group = in_sentence(facts.group[language], language)

    def say(self, text: str, **values: object) -> str:
        return say(text, self.language, group=self.group, **values)

    def day(self, day: dt.date) -> str:
        return long_day(day, self.language)

    def when(self, facts: Facts) -> str:
        parted = " " if self.language == "da" else ", "
        return f"{self.day(facts.day)}{parted}{hours(facts.starts, facts.ends, self.language)}"

    def subject(self, kind: MailingKind) -> str:
        before = self.facts.before
        text = SUBJECTS[kind]
        if kind is MailingKind.UPDATE and before is not None and before.day != self.facts.facts.day:
            text = MOVED
        if kind is MailingKind.CANCELLATION and not self.facts.is_cancelled:
            text = LET_OFF
        return say(text, self.language, group=self.facts.group[self.language], day=self.day(self.facts.facts.day))

    def summary(self) -> str:
        said = self.say(SUMMARIES[self.facts.kind])
        return self.say(N_("Cancelled: {summary}"), summary=said) if self.facts.is_cancelled else said

    def body(self, kind: MailingKind, *, has_entry: bool) -> Iterator[str]:
        match kind:
            case MailingKind.INVITATION:
                values = {"what": self.what(), "group": self.group, "day": self.day(self.facts.facts.day)}
                yield self.facts.phrases.say(Phrase.INVITATION, self.language, **values)
                yield from self.invitation(has_entry=has_entry)
            case MailingKind.UPDATE:
                yield from self.change(has_entry=has_entry)
            case MailingKind.CANCELLATION:
                yield from self.cancellation(has_entry=has_entry)
            case _:
                yield from self.other(kind)

    def what(self) -> str:
        return say(WHAT[self.facts.kind], self.language)

    def invitation(self, *, has_entry: bool) -> Iterator[str]:
        yield self.time_and_place()
        yield self.deadlines()
        yield self.facts.words[self.language]
        if has_entry:
            yield self.say(N_("The calendar entry is attached: open it and answer there, or answer this mail."))
        else:
            yield self.say(N_("Please answer this mail and tell us whether you can come."))

    def change(self, *, has_entry: bool) -> Iterator[str]:
        now, before = self.facts.facts, self.facts.before
        is_moved = before is not None and before.day != now.day
        is_other_time = before is not None and (before.day, before.starts, before.ends) != (
            now.day,
            now.starts,
            now.ends,
        )
        if is_moved:
            yield self.say(N_("The meeting of {group} is moved to {day}."), day=self.day(now.day))
        else:
            yield self.say(N_("There is a change to the meeting of {group}."))
        if is_moved and self.facts.reason:
            yield self.say(N_("The reason: {reason}"), reason=self.facts.reason)
        lines = [self.time_and_place()]
        if before is not None and is_other_time:
            lines.append(self.say(N_("Before: {when}"), when=self.when(before)))
        if before is not None and before.place and before.place != now.place:
            lines.append(self.say(N_("Before, the place was: {place}"), place=before.place))
        yield "\n".join(lines)
        yield self.deadlines()
        yield self.facts.words[self.language]
        if has_entry:
            yield self.say(N_("The attached entry mends the meeting in your calendar."))
        if is_other_time:
            yield self.say(N_("Please answer anew whether you can come, even if you have answered before."))

    def cancellation(self, *, has_entry: bool) -> Iterator[str]:
        day = self.day(self.facts.facts.day)
        if self.facts.is_cancelled:
            yield self.say(N_("The meeting of {group} on {day} is cancelled."), day=day)
            if self.facts.reason:
                yield self.say(N_("The reason: {reason}"), reason=self.facts.reason)
            yield self.facts.words[self.language]
        else:
            yield self.say(
                N_(
                    "The invitation to the meeting of {group} on {day} no longer applies to you: you are no longer on "
                    "the list of those who come. Please tell us if that is a mistake."
                ),
                day=day,
            )
        if has_entry:
            yield self.say(N_("The attached entry takes the meeting out of your calendar."))

    def other(self, kind: MailingKind) -> Iterator[str]:
        day = self.day(self.facts.facts.day)
        match kind:
            case MailingKind.CALL_FOR_ITEMS:
                yield self.say(N_("What should be on the agenda when {group} meets on {day}?"), day=day)
                yield self.items_line()
                yield self.say(
                    N_(
                        "Tell us in a line what it is about, what the group is asked to do, how many minutes it needs, "
                        "and send papers along."
                    )
                )
                yield self.say(DISCREET)
                yield self.facts.words[self.language]
            case MailingKind.PACK:
                yield self.say(N_("Here are the agenda and the papers for the meeting of {group}."))
                yield self.time_and_place()
                yield self.apologies_line()
                yield self.facts.words[self.language]
                if self.facts.label is Label.CONFIDENTIAL:
                    yield self.say(N_("The papers are confidential: please do not pass them on."))
            case MailingKind.COMMENT_ROUND:
                yield self.say(N_("Here are the draft minutes of the meeting of {group} on {day}."), day=day)
                if self.facts.comments_due is not None:
                    due = self.day(self.facts.comments_due)
                    yield self.say(N_("Please send your comments no later than {day}."), day=due)
                yield self.say(N_("If we do not hear from you, we take it that you agree."))
            case _:
                yield self.say(N_("Here are the approved minutes of the meeting of {group} on {day}."), day=day)
                yield self.say(N_("Thank you for your comments and for the meeting."))

    def time_and_place(self) -> str:
        now = self.facts.facts
        lines = [self.say(N_("When: {when}"), when=self.when(now))]
        place = now.place or self.say(N_("will be told later"))
        lines.append(self.say(N_("Where: {place}"), place=place))
        if self.facts.title:
            lines.append(self.say(N_("About: {title}"), title=self.facts.title))
        return "\n".join(lines)

    def deadlines(self) -> str:
        pack = self.facts.pack_due
        lines = [self.items_line(), self.apologies_line()]
        if pack >= self.facts.today:
            lines.append(self.say(N_("Agenda and papers: we send them no later than {day}."), day=self.day(pack)))
        return "\n".join(lines)

    def items_line(self) -> str:
        if self.facts.items_due < self.facts.today:
            return self.say(N_("Items for the agenda: please send them as soon as you can."))
        due = self.day(self.facts.items_due)
        return self.say(N_("Items for the agenda: please send them no later than {day}."), day=due)

    def apologies_line(self) -> str:
        if self.facts.apologies_due < self.facts.today:
            return self.say(N_("Apologies: please tell us at once, and who comes in your place."))
        due = self.day(self.facts.apologies_due)
        return self.say(N_("Apologies: please tell us no later than {day}, and who comes in your place."), day=due)

    def description(self, kind: MailingKind) -> Iterator[str]:
        if kind is MailingKind.CANCELLATION:
            yield from self.cancellation(has_entry=False)
            return
        if self.facts.title:
            yield self.say(N_("About: {title}"), title=self.facts.title)
        yield self.deadlines()
        yield self.facts.words[self.language]

    def regards(self) -> str:
        signer = self.facts.signer
        words = self.facts.phrases.say(Phrase.REGARDS, self.language)
        return "\n".join(line for line in (words, signer.name, signer.title) if line)
