"""What is written under one item, in the window and on the desk: both meet entry by entry. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, Final

from referral_desk.merging import merge_order
from referral_desk.operations.entries import EntryDraft, SavedEntries
from referral_desk.queries.entries import EntryRow, Said, meet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_KEYS: Final = count(1)


def fresh_key() -> int:
    """A name for an entry that holds as long as the program runs; the desk's id comes later."""
    return next(_KEYS)


@dataclass(frozen=True)
class Kept:
    """An entry on the desk: its id, and what it said when it was last seen."""

    id: int
    said: Said
    action: str = ""


@dataclass
class Sheet:
    """The entries of one item by their key, in order: `now` is the window's, `kept` the desk's."""

    item_id: int
    now: dict[int, Said] = field(default_factory=dict)
    kept: dict[int, Kept] = field(default_factory=dict)
    gone: dict[int, Kept] = field(default_factory=dict)
    """Taken out in the window, and not on the desk yet."""
    sent: dict[int, Said] | None = None
    """What is on its way to the desk."""
    unheard: dict[int, Said] = field(default_factory=dict)
    """What was on its way when no answer came: it may be on the desk."""
    order: list[int] = field(default_factory=list)
    """The order that is kept."""
    ids: dict[int, int] = field(default_factory=dict)
    """Every id that a key ever had."""

    @property
    def is_clean(self) -> bool:
        """Whether all that is written is kept."""
        if self.gone or self.sent is not None:
            return False
        told = [key for key, said in self.now.items() if key in self.kept or not said.is_blank]
        if any(key not in self.kept or self.now[key] != self.kept[key].said for key in told):
            return False
        return [key for key in self.order if key in self.now] == told

    def write(self, pieces: Sequence[tuple[int, str]], fresh: Said) -> None:
        """Take what the text holds now; a key that is new says its words as `fresh` does."""
        was = self.now
        self.now = {key: replace(was.get(key, fresh), text=text) for key, text in pieces}
        self._see_to_gone(was)

    def put(self, now: dict[int, Said]) -> None:
        """Stand as an earlier or later state stood; entries that were taken out come again under their id."""
        was, self.now = self.now, now
        for key, said in now.items():
            if key in self.gone:
                self.kept[key] = self.gone.pop(key)
            elif key not in self.kept and key in self.ids and not said.is_blank:
                self.kept[key] = Kept(self.ids[key], Said())
        self._see_to_gone(was)

    def _see_to_gone(self, was: Iterable[int]) -> None:
        for key in was:
            if key not in self.now and key in self.kept:
                self.gone[key] = self.kept.pop(key)

    def moved(self, key: int, step: int) -> dict[int, Said] | None:
        """The entries with one of them before the entry above (-1), or behind the one below (1); None at the end.

        Lines that say nothing are passed over. Where two wrote the same otherwise, both stay together.
        """
        runs: list[list[int]] = []
        for one, said in self.now.items():
            if said.rival_of is not None and runs:
                runs[-1].append(one)
            else:
                runs.append([one])
        at = next((place for place, run in enumerate(runs) if key in run), None)
        if at is None:
            return None
        to = at + step
        while 0 <= to < len(runs) and self.now[runs[to][0]].is_blank:
            to += step
        if not 0 <= to < len(runs):
            return None
        runs.insert(to, runs.pop(at))
        return {one: self.now[one] for run in runs for one in run}

    def known(self) -> tuple[int, ...]:
        """The order that was seen last on the desk, by the desk's ids."""
        return tuple(self.ids[key] for key in self.order if key in self.ids)

    def send(self) -> tuple[tuple[EntryDraft, ...], tuple[EntryDraft, ...]]:
        """Give what `save_entries` takes, and remember that it is on its way."""
        self.sent = dict(self.now)
        entries = tuple(
            EntryDraft(key, said, kept.id if kept else None, kept.said if kept else None)
            for key, said in self.now.items()
            for kept in [self.kept.get(key)]
        )
        return entries, tuple(EntryDraft(key, kept.said, kept.id, kept.said) for key, kept in self.gone.items())

    def hear(self, saved: SavedEntries) -> None:
        """Take the desk's answer: what was typed meanwhile stays, what others wrote comes in."""
        sent, self.sent = self.sent or {}, None
        before = list(self.now)
        self.unheard, self.gone = {}, {key: kept for key, kept in self.gone.items() if key in sent}
        names = {entry_id: key for key, entry_id in saved.ids}
        rows = {names.get(row.id) or self._key_of(row.id): row for row in saved.entries}
        for key in set(sent) - set(rows):
            # Blank, or taken out by somebody else and not written in since.
            was = self.kept.pop(key, None)
            if was is not None and self.now.get(key) == sent[key] and not sent[key].is_blank:
                del self.now[key]
            elif was is not None and key in self.now and not self.now[key].is_blank:
                self.kept[key] = Kept(was.id, sent[key])
        for key, row in rows.items():
            if key in sent and key not in self.now:
                self.gone[key] = Kept(row.id, row.said, row.action)
                self.ids[key] = row.id
            else:
                self._meet(key, row, sent.get(key))
        self._place(before, rows, [key for key in sent if key in rows])

    def fail(self) -> None:
        """No answer came, or a refusal."""
        self.unheard, self.sent = self.sent or {}, None

    def see(self, rows: dict[int, EntryRow], order: Sequence[int]) -> bool:
        """Take in how the desk stands now: `rows` are those that changed, `order` the ids of all; True if shown anew.

        While something is on its way the answer to that tells it.
        """
        if self.sent is not None:
            return False
        before = dict(self.now)
        by_id = {kept.id: key for key, kept in (*self.kept.items(), *self.gone.items())}
        keyed: dict[int, EntryRow] = {}
        for entry_id, row in rows.items():
            key = by_id.get(entry_id) or self._unheard_key(row) or self._key_of(entry_id)
            by_id[entry_id] = key
            if key not in self.gone:
                keyed[key] = row
        for key, kept in list(self.kept.items()):
            if kept.id not in order and kept.said != Said():
                del self.kept[key]
                if self.now.get(key) == kept.said:
                    del self.now[key]
                else:
                    self.kept[key] = Kept(kept.id, Said())
        for key, row in keyed.items():
            self._meet(key, row, None)
        self.unheard = {}
        self._place(list(before), [by_id[entry_id] for entry_id in order if entry_id in by_id], self.order)
        return before != self.now or list(before) != list(self.now)

    def _meet(self, key: int, row: EntryRow, sent: Said | None) -> None:
        kept = self.kept.get(key)
        mine = self.now.get(key)
        base = sent or (row.said if self.unheard.get(key) == row.said else kept.said if kept else None)
        self.ids[key] = row.id
        if mine is None or mine == base or base is None:
            self.now[key] = row.said
        else:
            both = meet(base, mine, row.said)
            if both is None:
                # The desk settles it with the next save: what both knew last is what it must start from.
                self.kept[key] = Kept(row.id, base, row.action)
                return
            self.now[key] = both
        self.kept[key] = Kept(row.id, row.said, row.action)

    def _key_of(self, entry_id: int) -> int:
        return next((key for key, kept in self.kept.items() if kept.id == entry_id), 0) or fresh_key()

    def _unheard_key(self, row: EntryRow) -> int | None:
        """Which entry without an id a row is, if it was on its way when no answer came."""
        return next((key for key, said in self.unheard.items() if key not in self.kept and said == row.said), None)

    def _place(self, before: Sequence[int], order: Iterable[int], known: Sequence[int]) -> None:
        """Keep the window's order; what came in, or was moved since `known`, stands where it stands on the desk."""
        self.order = [key for key in order if key in self.now or key in self.gone]
        there = [key for key in self.order if key in self.now]
        shown = merge_order(known, [key for key in before if key in self.now], there)
        self.now = {key: self.now[key] for key in shown}
