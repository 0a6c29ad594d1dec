"""The writing room in words: items, marks around entries, what a line still lacks, and words to begin with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from referral_desk.vocabulary import EntryKind, ItemOutcome, Label
from referral_desk.vocabulary.phrases import PURPOSES, Phrase
from ui.language import day_text, label_text, language
from ui.widgets.block_marks import PLAIN, FootChip, Mark
from ui.widgets.room_items import RoomLine

if TYPE_CHECKING:
    import datetime as dt

    from referral_desk.queries.entries import Room, RoomItem, Said
    from referral_desk.shorthand.action_line import ActionLine, Owner

DECISION, ACTION, RIVAL = "check-square-fill", "flag-fill", "git-merge"
OUTCOMES: Final = {
    ItemOutcome.OPEN: ("", ""),
    ItemOutcome.NOTED: ("check", "quiet"),
    ItemOutcome.DECIDED: ("check-circle-fill", "good"),
    ItemOutcome.CARRIED: ("arrow-bend-up-right", "info"),
    ItemOutcome.DROPPED: ("minus-circle", "quiet"),
}
LONG: Final = 46


class RoomWords(QObject):
    """Puts the room into the words of the language in force."""

    def line(self, item: RoomItem, *, is_unkept: bool) -> RoomLine:
        """How an item is shown in the list."""
        counts: list[tuple[str, str, str]] = []
        told: list[str] = []
        for icon_name, tone, number, words in (
            (DECISION, "accent", item.decisions, self.tr("%n decision(s)", "", item.decisions)),
            (ACTION, "info", item.actions, self.tr("%n action(s)", "", item.actions)),
            (RIVAL, "warn", item.rivals, self.tr("%n text(s) to choose between", "", item.rivals)),
        ):
            if number:
                counts.append((icon_name, tone, str(number)))
                told.append(words)
        if item.notes:
            told.append(self.tr("%n note(s)", "", item.notes))
            if not counts:
                counts.append(("note", "quiet", str(item.notes)))
        icon_name, tone = OUTCOMES[item.outcome]
        if is_unkept:
            told.append(self.tr("not saved"))
        return RoomLine(
            id=item.id,
            number=str(item.number),
            title=item.title,
            purpose=label_text(item.purpose),
            counts=tuple(counts),
            outcome=(icon_name, tone, label_text(item.outcome)),
            spoken=". ".join(
                (f"{item.number}. {item.title}", label_text(item.purpose), label_text(item.outcome), *told)
            ),
        )

    def mark(self, said: Said, action: str, owner: str, read: ActionLine | None, *, can_write: bool) -> Mark:
        """What stands around an entry; `read` is what is understood of a line that is still being written."""
        mark = PLAIN
        match said.kind:
            case EntryKind.DECISION:
                mark = Mark(label_text(said.kind), DECISION, "accent")
            case EntryKind.ACTION:
                mark = self._action(said, action, owner, read)
        if said.label is Label.CONFIDENTIAL:
            mark = replace(mark, lock=self.tr("Closed annex"))
        if said.rival_of is not None:
            mark = self._rival(mark)
        if said.has_cpr:
            sentence = self.tr("This looks like a CPR number: take it out before the minutes are sent.")
            mark = replace(mark, note=sentence, note_tone="late")
        return mark if can_write else replace(mark, chips=self._shut(mark.chips))

    @staticmethod
    def _shut(chips: tuple[FootChip, ...]) -> tuple[FootChip, ...]:
        return tuple(replace(chip, action="") for chip in chips)

    def _rival(self, mark: Mark) -> Mark:
        said = self.tr("Somebody else wrote the text above. Which shall stand?")
        return replace(
            mark,
            word=self.tr("The same, written otherwise"),
            icon=RIVAL,
            tone="warn",
            aside=said,
            chips=(
                FootChip(self.tr("This one"), "warn", "check", "rival:mine"),
                FootChip(self.tr("The one above"), "warn", "arrow-up", "rival:theirs"),
                FootChip(self.tr("Both"), "warn", "rows", "rival:both"),
            ),
        )

    def _action(self, said: Said, reference: str, owner: str, read: ActionLine | None) -> Mark:
        who, when = owner, said.due
        note, tone = "", "text"
        candidates: tuple[Owner, ...] = ()
        if read is not None:
            who = read.owner.name if read.owner else who
            when = read.day or when
            candidates = read.candidates
            if read.problem or read.remark:
                note, tone = read.sentence(language()), "warn"
        chips = [self._who(who), self._when(when)]
        if candidates:
            chips = [
                *(
                    FootChip(f"{number} {candidate.name}", "info", "user", f"choose:{number - 1}")
                    for number, candidate in enumerate(candidates, 1)
                ),
                self._when(when),
            ]
        elif read is None and not who and not when:
            note = self.tr("Write who and when and a colon first: “3F 3 March: …”")
        return Mark(
            label_text(EntryKind.ACTION),
            ACTION,
            "info",
            reference,
            tuple(chips),
            note,
            "text" if tone == "quiet" else tone,
        )

    def _who(self, name: str) -> FootChip:
        if not name:
            return FootChip(self.tr("Who?"), "warn", "user", "who")
        short = name if len(name) <= LONG else name[: LONG - 1] + "…"
        return FootChip(short, "info", "user-fill", "who")

    def _when(self, day: dt.date | None) -> FootChip:
        if day is None:
            return FootChip(self.tr("When?"), "warn", "calendar-blank", "when")
        return FootChip(day_text(day, "date"), "info", "calendar-check", "when")

    def offers(self, item: RoomItem, room: Room) -> list[tuple[EntryKind, str]]:
        """Words to begin an empty item with, by what the group is asked to do."""
        wanted = [PURPOSES[item.purpose], *([Phrase.RECOMMENDATION] if item.recommendation.strip() else [])]
        values = {
            "number": item.number,
            "title": item.title,
            "day": day_text(room.day, "full"),
            "recommendation": item.recommendation.strip(),
        }
        return [found for phrase in wanted for found in room.phrases.beginnings(phrase, language(), **values)]

    def spoken(self, said: Said, owner: str) -> str:
        """The entry that the cursor is in, for the line below the text and for a screen reader."""
        parts = [label_text(said.kind)]
        if said.kind is EntryKind.ACTION:
            parts += [owner or self.tr("nobody yet"), day_text(said.due, "date") or self.tr("no day yet")]
        if said.label is Label.CONFIDENTIAL:
            parts.append(self.tr("Closed annex"))
        return " · ".join(parts)
