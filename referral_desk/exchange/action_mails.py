"""Write reminders of open actions as mail drafts: one file for each owner, in the owner's language."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable
from typing import Final

from referral_desk.exchange.mail import DraftFile as DraftFile  # noqa: PLC0414 - drafts are named from here
from referral_desk.exchange.mail import MailDraft, Recipient, eml, message_id
from referral_desk.exchange.mail import save_drafts as save_drafts  # noqa: PLC0414 - same
from referral_desk.files import safe_file_name
from referral_desk.queries.action_mails import MailedAction, OwnerMail
from referral_desk.texts import N_, in_sentence, say
from referral_desk.vocabulary import ActionState
from referral_desk.vocabulary.phrases import Phrase

WIDTH: Final = 72
"""Lines of a plain mail (RFC 5322 2.1.1 recommends at most 78)."""
TIE: Final = "\u00a0"
ONE: Final = N_("An open action from {group}")
MANY: Final = N_("{count} open actions from {group}")
MANY_GROUPS: Final = N_("{count} open actions")
GREETING: Final = N_("Dear {name},")
NOBODY: Final = N_("To {name}:")
OVERDUE: Final = N_("{days} days overdue")
OVERDUE_ONE: Final = N_("1 day overdue")
DUE: Final = N_("Deadline: {day}")
NO_DUE: Final = N_("No deadline yet")
FROM: Final = N_("From item {number}, {title} (meeting {day}, {group})")
FROM_CLOSED: Final = N_("From item {number} (meeting {day}, {group})")
OUTSIDE: Final = N_("{group}, agreed on {day}")
DECIDED: Final = N_("Decided: {text}")
HIDDEN: Final = N_("Confidential: the words stand in the closed annex of the minutes.")
GOING: Final = N_("In progress")


def drafts(mails: Iterable[OwnerMail], *, day: dt.date, at: dt.datetime) -> list[DraftFile]:
    """The drafts as files, one for each mail; the same mails of the same instant give the same bytes.

    A mail to somebody without an address has no recipient: it is filled in where it is sent. Invalid where an address
    cannot be one.
    """
    made: list[DraftFile] = []
    for mail in mails:
        to = (Recipient(mail.person or mail.owner, mail.email),) if mail.email else ()
        draft = MailDraft(to, _subject(mail), _body(mail, day), mail.language)
        ids = [action.row.id for action in mail.actions]
        stem = safe_file_name(f"{day.isoformat()} {mail.person or mail.owner}")
        same = sum(file.name.startswith(stem) for file in made)
        name = f"{stem} ({same + 1}).eml" if same else f"{stem}.eml"
        made.append(DraftFile(name, eml(draft, date=at, message_id=message_id("actions", at.isoformat(), *ids))))
    return made


def _subject(mail: OwnerMail) -> str:
    groups = sorted({action.row.group for action in mail.actions})
    template = ONE if len(mail.actions) == 1 else MANY if len(groups) == 1 else MANY_GROUPS
    return say(template, mail.language, count=len(mail.actions), group=in_sentence(groups[0], mail.language))


def _body(mail: OwnerMail, day: dt.date) -> str:
    said = mail.language
    name = mail.person or mail.owner
    lines = [
        say(GREETING if mail.person else NOBODY, said, name=name),
        "",
        mail.phrases.say(Phrase.ACTIONS, said, day=_day(day, said)),
    ]
    for number, action in enumerate(mail.actions, 1):
        lines += ["", *_action(number, action, said)]
    lines += ["", mail.phrases.say(Phrase.ACTIONS_END, said, day=_day(day, said))]
    return "\n".join(lines).replace(TIE, " ") + "\n"


def _action(number: int, action: MailedAction, said: str) -> list[str]:
    row = action.row
    due = say(DUE, said, day=_day(row.due, said)) if row.due else say(NO_DUE, said)
    late = -(row.days_left or 0)
    if row.is_overdue:
        due += f" ({say(OVERDUE_ONE, said) if late == 1 else say(OVERDUE, said, days=late)})"
    elif row.state is ActionState.IN_PROGRESS:
        due += f" ({say(GOING, said).lower()})"
    told = [f"{row.reference} · {due}"]
    if action.is_closed_annex and row.meeting_day:
        told.append(say(FROM_CLOSED, said, number=row.item_number, day=_day(row.meeting_day, said), group=row.group))
    elif row.item and row.meeting_day:
        told.append(
            say(FROM, said, number=row.item_number, title=row.item, day=_day(row.meeting_day, said), group=row.group)
        )
    else:
        told.append(say(OUTSIDE, said, group=row.group, day=_day(row.created_on, said)))
    if not action.is_closed_annex:
        told += [say(DECIDED, said, text=text) for text in action.decisions]
    words = say(HIDDEN, said) if action.is_closed_annex else " ".join(row.text.split())
    head = textwrap.fill(words, WIDTH, initial_indent=f"{number}. ", subsequent_indent="   ", break_long_words=False)
    rest = [textwrap.fill(line, WIDTH, initial_indent="   ", subsequent_indent="   ") for line in told]
    return [head, *rest]


def _day(day: dt.date, language: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - loaded late: the window opens without it

    # No line ends between a day and its month.
    return format_date(day, "long", locale="da" if language == "da" else "en_GB").replace(" ", TIE, 1)
