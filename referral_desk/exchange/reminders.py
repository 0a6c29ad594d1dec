"""Reminders as drafts: one mail a person, with everything that is expected of them by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from referral_desk.exchange.letters import long_day
from referral_desk.exchange.mail import DraftFile, MailDraft, Recipient, eml, message_id
from referral_desk.files import safe_file_name
from referral_desk.queries.reminders import Duty, Reminder, Task
from referral_desk.texts import N_, in_sentence, label, say
from referral_desk.vocabulary import MailingKind
from referral_desk.vocabulary.phrases import Phrase

SUBJECT: Final = N_("Reminder: {group}")
LATE: Final = N_("{what} This was due on {day}.")
DUE: Final = N_("{what} Please do it no later than {day}.")
WORDS: Final = {
    Duty.ANSWER: N_("Say whether you come to the meeting on {day}."),
    Duty.ITEMS: N_("Send items for the agenda of the meeting on {day}."),
    Duty.PACK: N_("Send out the agenda and the papers of the meeting on {day}."),
    Duty.WRITE_MINUTES: N_("Write the minutes of the meeting on {day}."),
    Duty.READ_MINUTES: N_("Read the draft minutes of the meeting on {day}, so that they can be sent for comment."),
    Duty.COMMENT: N_("Send your comments on the minutes of the meeting on {day}."),
    Duty.APPROVE_MINUTES: N_("Approve the minutes of the meeting on {day}, in writing or at the next meeting."),
}
ACTION: Final = N_("{reference}: {text}")
CLOSED_ACTION: Final = N_("{reference}: the words stand in the closed annex of the minutes.")


def reminder_files(people: Iterable[Reminder], *, today: dt.date, at: dt.datetime, language: str) -> list[DraftFile]:
    """A draft for each person who can be reached by mail; file names are in `language`.

    The same reminders of the same instant give the same bytes. Invalid where an address cannot be used.
    """
    files: list[DraftFile] = []
    taken: set[str] = set()
    for person in people:
        if not person.email:
            continue
        name = stem = safe_file_name(f"{label(MailingKind.REMINDER, language)} {today.isoformat()} - {person.name}")
        number = 2
        while name.casefold() in taken:
            name, number = f"{stem} {number}", number + 1
        taken.add(name.casefold())
        draft = MailDraft(
            (Recipient(person.name, person.email),),
            say(SUBJECT, person.language, group=person.group),
            reminder_text(person, today),
            person.language,
        )
        told = message_id("reminder", person.id, person.group, at.isoformat())
        files.append(DraftFile(f"{name}.eml", eml(draft, date=at, message_id=told)))
    return files


def reminder_text(person: Reminder, today: dt.date) -> str:
    """The words of one reminder, in the language of whoever gets it."""
    said = person.language
    tasks = [f"{number}. {_task(task, said, today)}" for number, task in enumerate(person.tasks, 1)]
    words = person.phrases
    regards = [words.say(Phrase.REGARDS, said), person.signer.name, person.signer.title]
    parts = [
        say(N_("Dear {name},"), said, name=person.name),
        words.say(Phrase.REMINDER, said, group=in_sentence(person.group, said)),
        "\n".join(tasks),
        words.say(Phrase.REMINDER_END, said, group=in_sentence(person.group, said)),
        "\n".join(line for line in regards if line),
    ]
    return "\n\n".join(parts)


def _task(task: Task, said: str, today: dt.date) -> str:
    if task.duty is Duty.ACTION:
        text = " ".join(task.text.split())
        text = f"{text}." if text and text[-1] not in ".!?" else text
        words = say(ACTION if text else CLOSED_ACTION, said, reference=task.reference, text=text)
    else:
        words = say(WORDS[task.duty], said, day=long_day(task.meeting_day, said) if task.meeting_day else "")
    return say(LATE if task.due < today else DUE, said, what=words, day=long_day(task.due, said))
