"""The words of a pack in Danish and English: headings, labels, dates and times, each written as the language does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Final

from babel.dates import format_date

from referral_desk.queries.packs import Label, PackContent, PackItem, PackPaper, Purpose
from referral_desk.texts import N_, in_sentence, say

PURPOSES: Final[dict[Purpose, str]] = {
    "decision": N_("Decision"),
    "discussion": N_("Discussion"),
    "information": N_("Information"),
}
LABELS: Final[dict[Label, str]] = {
    "open": N_("Open"),
    "internal": N_("Internal"),
    "confidential": N_("Confidential"),
}
READERS: Final[dict[Label, str]] = {
    "open": N_("Open · may be shown to anybody"),
    "internal": N_("Internal · members and deputies on the meeting's date"),
    "confidential": N_("Confidential · only for those it was sent to"),
}
# What a notice page says: why a paper is not there, and what to do.
REASONS: Final[dict[str, tuple[str, str]]] = {
    # The reason says already what to do about it.
    "known": ("", N_("When the paper is in order, make a new issue of the pack.")),
    "missing": (
        N_("The content of the file was not found."),
        N_("Attach the paper to the item again; then make a new issue of the pack."),
    ),
    "kind": (
        N_("This kind of file cannot stand in a pack."),
        N_("Save it as PDF and attach that to the item; until then it is sent beside the pack."),
    ),
    "damaged": (
        N_("The file is damaged and could not be read."),
        N_("Ask the sender for a new copy and attach it to the item; then make a new issue of the pack."),
    ),
    "password": (
        N_("The file is locked with a password."),
        N_("Ask the sender for a copy without a password and attach that to the item."),
    ),
    "empty": (
        N_("The file is empty."),
        N_("Ask the sender for a new copy and attach it to the item; then make a new issue of the pack."),
    ),
    "too_large": (
        N_("The picture is too large to be opened safely."),
        N_("Save the picture with fewer dots (at most 60 million) and attach it to the item again."),
    ),
    "failed": (
        N_("The file could not be put into the pack."),
        N_("Open it, print it to a new PDF and attach that to the item; then make a new issue of the pack."),
    ),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Says everything in one language."""

    language: str

    def __call__(self, text: str, /, **values: object) -> str:
        """Say a marked text, with the apostrophe of print where it has one."""
        said = say(text, self.language).replace("'", "\u2019")
        return said.format(**values) if values else said

    def within(self, name: str) -> str:
        """A body's name as it stands inside a sentence: the National reference group."""
        return in_sentence(name, self.language)

    @property
    def tag(self) -> str:
        """The language as files name it (BCP 47)."""
        return "da-DK" if self.language == "da" else "en-GB"

    def day(self, day: date) -> str:
        """26. november 2026; 26 November 2026."""
        return format_date(day, "d. MMMM y" if self.language == "da" else "d MMMM y", locale=self._locale)

    def short_day(self, day: date) -> str:
        """3. dec. 2026; 3 Dec 2026."""
        return format_date(day, "d. MMM y" if self.language == "da" else "d MMM y", locale=self._locale)

    def long_day(self, day: date) -> str:
        """Torsdag den 26. november 2026; Thursday 26 November 2026."""
        pattern = "EEEE 'den' d. MMMM y" if self.language == "da" else "EEEE d MMMM y"
        text = format_date(day, pattern, locale=self._locale)
        return text[0].upper() + text[1:]

    def hour(self, at: time) -> str:
        """9.05; 09:05, as in the window."""
        return f"{at.hour}.{at.minute:02}" if self.language == "da" else f"{at.hour:02}:{at.minute:02}"

    def hours(self, starts: time, ends: time) -> str:
        """Kl. 9.00–12.00; 09:00–12:00."""
        span = f"{self.hour(starts)}–{self.hour(ends)}"
        return f"kl. {span}" if self.language == "da" else span

    def when(self, day: date, starts: time, ends: time) -> str:
        """Torsdag den 26. november 2026 kl. 9.00–12.00; Thursday 26 November 2026, 09:00–12:00."""
        return f"{self.long_day(day)}{' ' if self.language == 'da' else ', '}{self.hours(starts, ends)}"

    def minutes(self, count: int) -> str:
        """30 minutter."""
        return self(N_("1 minute")) if count == 1 else self(N_("{count} minutes"), count=count)

    def pages(self, count: int) -> str:
        """3 sider."""
        return self(N_("1 page")) if count == 1 else self(N_("{count} pages"), count=count)

    def page_of(self, page: int, pages: int) -> str:
        """Side 1 af 3."""
        return self(N_("page {page} of {pages}"), page=page, pages=pages)

    def purpose(self, item: PackItem) -> str:
        """Beslutning."""
        return self(PURPOSES[item.purpose])

    def label(self, label: Label) -> str:
        """Intern."""
        return self(LABELS[label])

    def item(self, item: PackItem) -> str:
        """Punkt 5."""
        return self(N_("Item {number}"), number=item.number)

    def paper(self, paper: PackPaper) -> str:
        """Bilag 5.1."""
        return self(N_("Appendix {number}"), number=paper.number)

    def meeting(self, content: PackContent) -> str:
        """Give the title, with the number where it has one: Ordinært møde · møde nr. 4."""
        if content.number is None:
            return content.title
        number = self(N_("meeting no. {number}"), number=content.number)
        return f"{content.title} · {number}" if content.title else number[0].upper() + number[1:]

    def running_head(self, content: PackContent) -> str:
        """Group · meeting · date."""
        number = (
            self(N_("meeting no. {number}"), number=content.number) if content.number is not None else content.title
        )
        return " · ".join(part for part in (content.group, number, self.day(content.date)) if part)

    def issue(self, content: PackContent) -> str:
        """Mødemateriale, udgave 2 · udsendt 19. november 2026."""
        return self(
            N_("Meeting pack, issue {issue} · sent {day}"), issue=content.issue, day=self.day(content.issued_on)
        )

    @property
    def _locale(self) -> str:
        return "da_DK" if self.language == "da" else "en_GB"
