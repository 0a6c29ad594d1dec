"""Turn a drafted mailing into the files that a person opens and sends: mails, and the calendar entry by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from referral_desk.exchange.calendar import METHODS, Entry, entry
from referral_desk.exchange.letters import Letter, letter
from referral_desk.exchange.mail import Attachment, DraftFile, MailDraft, Recipient, eml, message_id
from referral_desk.files import safe_file_name
from referral_desk.queries.letters import Attendee
from referral_desk.texts import LANGUAGES, label
from referral_desk.vocabulary import AttendanceState, AttendeeRole, MailingKind

if TYPE_CHECKING:
    from referral_desk.queries.invitations import Dispatch, Told

OWN_NAMES: Final = {"da": "dansk", "en": "English"}


def draft_files(
    dispatch: Dispatch, *, each: bool, language: str, attachments: Mapping[str, tuple[Attachment, ...]] | None = None
) -> tuple[DraftFile, ...]:
    """The drafts of a mailing: one mail a language, or with `each` one a person; then the calendar entry by itself.

    File names are in `language`; `attachments` are by the language of those who get them. Those without an address get
    no file: they are phoned. The same mailing gives the same bytes. Invalid where an address cannot be used.
    """
    papers = attachments or {}
    files = [_mail(dispatch, told, papers, each=each, shown=language) for told in _heaps(dispatch, each)]
    if (made := _own_entry(dispatch, language)) is not None:
        files.append(DraftFile(f"{_subject(dispatch, dispatch.mailing.kind, language)}.ics", made.content))
    return tuple(_distinct(files))


def letter_of(dispatch: Dispatch, kind: MailingKind, language: str, *, name: str = "") -> Letter:
    """The words of one letter of a mailing."""
    return letter(dispatch.letter, kind, language, name=name, has_entry=has_entry(dispatch, kind))


def has_entry(dispatch: Dispatch, kind: MailingKind) -> bool:
    """Whether a calendar entry goes with a letter: answers to it need somebody who can be reached."""
    return kind in METHODS and bool(dispatch.letter.signer.email)


def _heaps(dispatch: Dispatch, each: bool) -> Iterator[tuple[Told, ...]]:
    reached = [told for told in dispatch.mailing.told if told.email]
    if each:
        yield from ((told,) for told in reached)
        return
    for kind in dict.fromkeys(told.letter for told in reached):
        for language in LANGUAGES:
            heap = tuple(told for told in reached if (told.letter, told.language) == (kind, language))
            if heap:
                yield heap


def _mail(
    dispatch: Dispatch, told: tuple[Told, ...], along: Mapping[str, tuple[Attachment, ...]], *, each: bool, shown: str
) -> DraftFile:
    kind, language = told[0].letter, told[0].language
    words = letter_of(dispatch, kind, language, name=told[0].name if len(told) == 1 else "")
    made = _entry(dispatch, kind, language, words, told)
    papers = along.get(language, ())
    if made is not None:
        name = f"{_subject(dispatch, kind, language)}.ics"
        papers = (Attachment(name, made.media_type, made.content), *papers)
    draft = MailDraft(
        to=tuple(Recipient(one.name, one.email) for one in told),
        subject=words.subject,
        body=words.body,
        language=language,
        attachments=papers,
    )
    row = dispatch.mailing
    whom = [one.person_id for one in told]
    content = eml(
        draft, date=row.drafted_at, message_id=message_id(dispatch.letter.uid, row.id, row.drafted_at, kind, whom)
    )
    who = told[0].name if each else OWN_NAMES[language]
    return DraftFile(safe_file_name(f"{_subject(dispatch, kind, shown)} - {who}") + ".eml", content)


def _own_entry(dispatch: Dispatch, language: str) -> Entry | None:
    """The entry for one's own calendar, in the language of whoever saves it; none for those let off alone."""
    kind = dispatch.mailing.kind
    if kind not in METHODS or (kind is MailingKind.CANCELLATION and not dispatch.letter.is_cancelled):
        return None
    words = letter_of(dispatch, kind, language)
    return _entry(dispatch, kind, language, words, dispatch.mailing.told, is_own=True)


def _entry(
    dispatch: Dispatch, kind: MailingKind, language: str, words: Letter, told: Sequence[Told], *, is_own: bool = False
) -> Entry | None:
    if not has_entry(dispatch, kind):
        return None
    attendees: Sequence[Attendee] = dispatch.attendees
    if kind is MailingKind.CANCELLATION and not dispatch.letter.is_cancelled:
        attendees = [_let_off(one) for one in told if one.letter is kind and one.email]
    return entry(
        dispatch.letter,
        kind,
        attendees,
        language=language,
        summary=words.summary,
        description=words.description,
        asks_anew=_asks_anew(dispatch),
        is_own=is_own,
    )


def _let_off(told: Told) -> Attendee:
    return Attendee(told.name, told.email, AttendeeRole.MEMBER, AttendanceState.UNANSWERED, told.language)


def _asks_anew(dispatch: Dispatch) -> bool:
    before, now = dispatch.letter.before, dispatch.letter.facts
    return before is not None and (before.day, before.starts, before.ends) != (now.day, now.starts, now.ends)


def _subject(dispatch: Dispatch, kind: MailingKind, language: str) -> str:
    words = (label(kind, language), dispatch.letter.short[language], dispatch.letter.facts.day.isoformat())
    return safe_file_name(" ".join(words))


def _distinct(files: Sequence[DraftFile]) -> Iterator[DraftFile]:
    """Two people of one name get two files; file systems that know no capitals are thought of."""
    taken: set[str] = set()
    for file in files:
        stem, _, suffix = file.name.rpartition(".")
        name, number = file.name, 2
        while name.casefold() in taken:
            name, number = f"{stem} {number}.{suffix}", number + 1
        taken.add(name.casefold())
        yield DraftFile(name, file.content)
