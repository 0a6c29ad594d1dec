"""Comments out of what members return: a Word file or a mail, compared with what was sent to them, nothing left out."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from referral_desk.cpr import cpr_numbers
from referral_desk.exchange.returned_file import BesideWords, Returned, read_returned
from referral_desk.exchange.word_matching import find_entries, typed
from referral_desk.exchange.word_sent import hash_of
from referral_desk.queries.comments import SentEntry
from referral_desk.texts import N_, is_blank, say
from referral_desk.vocabulary import EntryKind

__all__ = ["Found", "Returned", "cautions", "found_in", "read_returned"]

KINDS: Final = (EntryKind.DECISION, EntryKind.NOTE, EntryKind.ACTION)
"""The order in which an item's entries stand in the file."""
LEFT_OUT: Final = N_("Would leave this out.")
PLACE_GONE: Final = N_("Would leave this out: its place is not in the file any more.")
OLD_ROUND: Final = N_("Written in an earlier version of the minutes, before this was changed.")
OLD_WORDS: Final = N_("In an earlier version of the minutes, which is not kept, this was changed to: {words}")
GONE_ENTRY: Final = N_("On an entry that is not in the minutes any more: {words}")
GONE_OUT: Final = N_("An entry that is not in the minutes any more was left out.")
WORDS_ADDED: Final = N_("Written beside the entries: {words}")
WORDS_STRUCK: Final = N_("Struck out beside the entries: {words}")
LINE_CHANGED: Final = N_("Written or changed beside the entries: {words}")
LINE_MISSING: Final = N_("A line was taken out beside the entries, behind: {words}")
LINE_FIRST: Final = N_("A line was taken out at the top of the file.")
ABOUT: Final = N_("On “{words}”: {text}")
WHOLE_MAIL: Final = N_("The whole mail: {words}")
WHOLE_FILE: Final = N_("The whole text of the file: {words}")
NOT_COMPARED: Final = N_(
    "Another program saved this file, and it does not say any more how it was sent: its entries were compared, what"
    " stands beside them was not. Read that in the file."
)
NOT_FOUND: Final = N_("No entry of the minutes was found in this file, so nothing was compared: read it yourself.")
OLD_FILE: Final = N_("This file was sent before the minutes were changed: what it says is about that earlier version.")
PICTURES: Final = N_("There are pictures in this file, which the desk cannot read: look at them yourself.")
NOT_READ: Final = N_("Not read, though it came along: {names}. Save it and drop it here too.")


@dataclass(frozen=True)
class Found:
    """One thing that came back; an entry of None is a general comment. `said_on` is None where nobody can tell.

    `leaves_out`: they would leave the entry out. `is_offer`: all that stands in the file, where only a part was taken.
    """

    author: str
    said_on: dt.date | None
    text: str
    entry_id: int | None = None
    quoted: str = ""
    proposed: str = ""
    leaves_out: bool = False
    is_offer: bool = False
    file: str = ""
    """Which file on a mail says it, where several hang on it."""

    @property
    def holds_cpr(self) -> bool:
        """Whether it looks like it holds a civil registration number, and cannot be kept as it is (V10)."""
        return any(cpr_numbers(text) for text in (self.text, self.proposed, self.author))


def found_in(returned: Returned, sent: Iterable[SentEntry], language: str) -> tuple[Found, ...]:
    """What a returned file asks for: Word's comments, changed entries, and all else as general comments.

    Every entry that was sent is looked for, by its place and then by its words; it counts as changed where it reads
    otherwise than in the version that the file was made from. What is about an entry that is gone becomes general;
    nothing is left out. The first are general, then in order; last comes what can be taken whole. Of several files on
    a mail each is compared by itself; what two of them say alike comes once.
    """
    by_id = {entry.id: entry for entry in sent}
    readings = [_Reading(part, by_id, language) for part in (returned, *returned.files)]
    found = _once([*read.general(), *read.remarks(), *read.entries()] for read in readings)
    order = {key: place for place, key in enumerate(by_id)}
    in_order = sorted(found, key=lambda one: order.get(one.entry_id, -1) if one.entry_id is not None else -1)
    told = (*in_order, *_once([*read.offers()] for read in readings))
    return told if len(returned.files) > 1 else tuple(replace(one, file="") for one in told)


def _once(told: Iterable[Iterable[Found]]) -> list[Found]:
    """All that several files say, without what one says as another did before."""
    found: list[Found] = []
    for of_file in told:
        said = {replace(one, file="") for one in found}
        found += [one for one in of_file if replace(one, file="") not in said]
    return found


def cautions(returned: Returned, sent: Iterable[SentEntry], language: str) -> tuple[str, ...]:
    """What a reader must know beside what was found: what could not be compared, or was made of an earlier version."""
    by_id = {entry.id: entry for entry in sent}
    told = [*_Reading(returned, by_id, language).cautions()]
    for file in returned.files:
        said = _Reading(file, by_id, language).cautions()
        told += [f"{file.name}: {one}" if len(returned.files) > 1 else one for one in said]
    return tuple(told)


class _Reading:
    def __init__(self, returned: Returned, sent: Mapping[int, SentEntry], language: str) -> None:
        self.returned, self.sent, self.language = returned, sent, language
        self.words, self.taken = dict(returned.entries), frozenset[int]()
        in_file = sorted(sent.values(), key=lambda entry: (entry.number, KINDS.index(entry.kind)))
        lost = [(one.id, self._base(one)) for one in in_file if one.id not in self.words and self._is_due(one.id)]
        self.lines = [line for line in returned.beside if line.kind != "missing"]
        if lost and self.lines:
            found, self.taken = find_entries(lost, [line.typed for line in self.lines])
            self.words |= found
        self.is_ours = returned.sent is not None or any(key in self.words for key in sent)

    def general(self) -> Iterator[Found]:
        """What is about no entry: a mail's words, and what stands beside the entries."""
        told = self.returned
        if not is_blank(told.words):
            yield self._found("", None, told.words)
        for kind, who, day, words in told.outside:
            yield self._found(who, day, self._say(WORDS_ADDED if kind == "added" else WORDS_STRUCK, words=words))
        if told.sent is None:
            return
        taken = {id(self.lines[place]) for place in self.taken}
        for line in told.beside:
            if id(line) not in taken:
                yield self._found("", None, self._beside(line))

    def remarks(self) -> Iterator[Found]:
        """Word's own comments."""
        for who, day, text, key, marked in self.returned.comments:
            entry = self.sent.get(key) if key is not None else None
            is_part = marked and self._is_part(marked, entry)
            words = self._say(ABOUT, words=marked, text=text) if is_part else text
            yield self._found(who, day, words, entry.id if entry else None, self._base(entry) if entry else "")

    def entries(self) -> Iterator[Found]:
        """The entries that read otherwise than they were sent, or are gone."""
        for key, entry in self.sent.items():
            if key in self.words:
                yield from self._changed(key, entry, self.words[key])
            elif self.is_ours and self._is_due(key):
                yield self._found("", None, self._say(PLACE_GONE), key, self._base(entry), leaves_out=True)
        hashes = self.returned.sent or {}
        for key in sorted({*hashes, *self.words} - set(self.sent)):
            text = self.words.get(key, "")
            if key in hashes and hashes[key] != hash_of(text):
                said = self._say(GONE_OUT) if is_blank(text) else self._say(GONE_ENTRY, words=text)
                yield self._found(*self.returned.changed_by.get(key, ("", None)), said)

    def offers(self) -> Iterator[Found]:
        """All that stands in the file, where it was not all taken or compared."""
        told = self.returned
        if not is_blank(told.whole) and told.whole.split() != told.words.split():
            yield self._found("", None, self._say(WHOLE_MAIL, words=told.whole), is_offer=True)
        if told.is_word and not self.is_ours and told.beside:
            words = "\n".join(line.words for line in told.beside)
            yield self._found("", None, self._say(WHOLE_FILE, words=words), is_offer=True)

    def cautions(self) -> Iterator[str]:
        """What must be known beside what was found."""
        told = self.returned
        if told.is_word and not self.is_ours:
            yield self._say(NOT_FOUND)
        elif told.is_word and told.sent is None:
            yield self._say(NOT_COMPARED)
        if any(key in self.sent and not self._is_fresh(self.sent[key], made) for key, made in self._hashes()):
            yield self._say(OLD_FILE)
        if told.has_pictures:
            yield self._say(PICTURES)
        if told.unread:
            yield self._say(NOT_READ, names=", ".join(told.unread))

    def _hashes(self) -> Iterable[tuple[int, str]]:
        return (self.returned.sent or {}).items()

    @staticmethod
    def _is_fresh(entry: SentEntry, made: str) -> bool:
        return made in {hash_of(typed(text)) for text in (entry.sent, entry.now)}

    def _changed(self, key: int, entry: SentEntry, text: str) -> Iterator[Found]:
        who, day = self.returned.changed_by.get(key, ("", None))
        made = (self.returned.sent or {}).get(key)
        base = self._base(entry)
        if text.strip() == typed(base) or (made is not None and made == hash_of(text)):
            return
        if is_blank(text):
            yield self._found(who, day, self._say(LEFT_OUT), key, base, leaves_out=True)
        elif made is not None and made != hash_of(typed(base)):
            yield self._found(who, day, self._say(OLD_WORDS, words=text), key)
        else:
            remark = "" if self._is_fresh(entry, hash_of(typed(base))) else self._say(OLD_ROUND)
            yield self._found(who, day, remark, key, base, proposed=text)

    def _base(self, entry: SentEntry) -> str:
        """The version of an entry that the file was made from, as well as it tells."""
        versions = [text for text in (entry.sent, entry.now, *entry.earlier) if text]
        made = (self.returned.sent or {}).get(entry.id)
        if made is not None:
            return next((text for text in versions if hash_of(typed(text)) == made), entry.sent)
        there = self.returned.entries.get(entry.id, "")
        return _likest(versions, there) if len(versions) > 1 and there else entry.sent

    def _is_due(self, key: int) -> bool:
        """Whether an entry should stand in the file: it did when it was sent, or it is of the same part of them."""
        told = self.returned
        if not told.is_word:
            return False
        if told.sent is not None:
            return key in told.sent
        has_closed = any(self.sent[one].is_closed for one in told.entries if one in self.sent)
        return self.sent[key].is_closed is has_closed

    def _is_part(self, marked: str, entry: SentEntry | None) -> bool:
        """Whether the marked words are worth telling: not where the whole entry was marked."""
        if entry is None:
            return True
        return _bare(marked) not in {_bare(self._base(entry)), _bare(self.words.get(entry.id, ""))}

    def _beside(self, line: BesideWords) -> str:
        if line.kind != "missing":
            return self._say(LINE_CHANGED, words=line.words)
        return self._say(LINE_MISSING, words=line.words) if line.words else self._say(LINE_FIRST)

    def _found(
        self,
        who: str,
        day: dt.date | None,
        text: str,
        key: int | None = None,
        quoted: str = "",
        *,
        proposed: str = "",
        leaves_out: bool = False,
        is_offer: bool = False,
    ) -> Found:
        author, said_on = who or self.returned.author, day or self.returned.said_on
        return Found(
            author,
            said_on,
            text,
            key,
            quoted,
            proposed,
            leaves_out=leaves_out,
            is_offer=is_offer,
            file=self.returned.name,
        )

    def _say(self, text: str, /, **values: object) -> str:
        return say(text, self.language, **values)


def _likest(versions: Sequence[str], there: str) -> str:
    return max(versions, key=lambda text: difflib.SequenceMatcher(None, typed(text), there, autojunk=False).ratio())


def _bare(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
