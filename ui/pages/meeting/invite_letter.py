"""The letter as it will be read: to whom, its subject and words in both languages, and own words that go along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QWidget

from referral_desk.queries.invitations import CALENDAR
from referral_desk.texts import LANGUAGES
from ui.forms import Form, Growing
from ui.language import label_text
from ui.memory import recall, remember
from ui.theme import dress
from ui.widgets.beside import Beside
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel, IconLabel, WrappedLabel, label, rule
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from referral_desk.exchange.letters import Letter
    from referral_desk.queries.invitations import InviteSheet
    from referral_desk.vocabulary import MailingKind
    from ui.jobs import Progress

OWN_NAMES = {"da": "Dansk", "en": "English"}
LANGUAGE = "invite/language"


@dataclass(frozen=True)
class Shown:
    """The letters of a mailing that is looked at, by kind and language, and who gets which."""

    kinds: tuple[MailingKind, ...]
    letters: dict[tuple[MailingKind, str], Letter]
    people: dict[tuple[MailingKind, str], tuple[str, ...]]
    has_entry: dict[MailingKind, bool]


def compose(_progress: Progress, sheet: InviteSheet, kind: MailingKind) -> Shown:
    """Write the letters of a mailing of a kind, beside the window: the calendar's words load late."""
    from referral_desk.exchange.letters import letter  # noqa: PLC0415 - loads babel

    is_entry = kind in CALENDAR
    gets: dict[tuple[MailingKind, str], list[str]] = {}
    owed = any(row.letter for row in sheet.rows)
    for row in sheet.rows:
        told = (row.letter if owed else kind) if is_entry else kind
        if told is not None and (is_entry or row.role is not None):
            gets.setdefault((told, row.language), []).append(row.name)
    kinds = tuple(dict.fromkeys(told for told, _ in gets)) or (kind,)
    entries = {one: one in CALENDAR and bool(sheet.letter.signer.email) for one in kinds}
    letters = {
        (one, said): letter(sheet.letter, one, said, has_entry=entries[one]) for one in kinds for said in LANGUAGES
    }
    return Shown(kinds, letters, {key: tuple(names) for key, names in gets.items()}, entries)


class LetterText(QPlainTextEdit):
    """The words of a letter; what does not fit is left to the next line's scroll, not cut through."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.contentsRect().height() - 2 * round(self.document().documentMargin())
        self.setViewportMargins(0, 0, 0, room % self.fontMetrics().lineSpacing())


class LetterPane(Card):
    """A letter. `written` tells a language and the own words that were typed for it."""

    written = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self.setAccessibleName(self.tr("The letter"))
        self.shown: Shown | None = None
        self._sheet: InviteSheet | None = None
        self._kind: MailingKind | None = None
        self._kinds: tuple[MailingKind, ...] = ()
        self._said = ""
        # Languages are called by their own names.
        self.languages = Segments(tuple(OWN_NAMES.items()), self.tr("Language of the letter"))
        self.languages.choose(recall(LANGUAGE, "da"))
        self.pieces_slot = QWidget()
        QHBoxLayout(self.pieces_slot).setContentsMargins(0, 0, 0, 0)
        self.pieces_slot.hide()
        self.pieces: Segments | None = None
        across = Beside(self.languages, self.pieces_slot, gap=16, apart=True)
        self.to, self.subject = ElidedLabel(""), WrappedLabel("", "lead")
        self.attached = ElidedLabel("", "note")
        self.text = LetterText()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Words of the letter"))
        dress(self.text, "letter")
        self.form = Form(
            (
                Growing(
                    "words",
                    self.tr("Own words in every mail about this meeting"),
                    hint=self.tr("For example where to park, or what is served"),
                    lines=1,
                    at_most=5,
                ),
            )
        )
        self.add(across, self._build_head(), rule())
        self.body.addWidget(self.text, 1)
        self.add(self._build_foot(), self.form)
        self.languages.chosen.connect(self._on_language)
        self.form.edited.connect(self._on_edited)

    def _build_head(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, (word, value) in enumerate(((self.tr("To"), self.to), (self.tr("Subject"), self.subject))):
            grid.addWidget(label(word, "field"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, line, 1)
        return grid

    def _build_foot(self) -> QWidget:
        self.foot = QWidget()
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("paperclip", "quiet"))
        row.addWidget(self.attached, 1)
        return self.foot

    @property
    def language(self) -> str:
        """The language that is shown: "da" or "en"."""
        return self.languages.key()

    def show_letters(self, sheet: InviteSheet, kind: MailingKind, shown: Shown) -> None:
        """Show the letters of a mailing; what is being typed stays."""
        self._sheet, self.shown = sheet, shown
        if shown.kinds != self._kinds:
            self._show_pieces(shown.kinds)
        if self._kind not in shown.kinds or kind not in shown.kinds:
            self._kind = shown.kinds[0]
        self._show()

    def set_read_only(self, is_read_only: bool) -> None:
        """Let nobody write own words."""
        self.form.set_read_only(is_read_only)

    def save_now(self) -> None:
        """Hand on what is being typed."""
        self.form.hand_on()

    def _show_pieces(self, kinds: tuple[MailingKind, ...]) -> None:
        """Where a mailing holds several letters, a word for each stands at the right."""
        self._kinds, self._kind = kinds, kinds[0]
        slot = self.pieces_slot.layout()
        assert slot is not None
        if self.pieces is not None:
            slot.removeWidget(self.pieces)
            self.pieces.hide()
            self.pieces.deleteLater()
            self.pieces = None
        self.pieces_slot.setVisible(len(kinds) > 1)
        if len(kinds) > 1:
            self.pieces = Segments(
                tuple((one.value, label_text(one)) for one in kinds), self.tr("Letters of this mailing")
            )
            slot.addWidget(self.pieces)
            self.pieces.chosen.connect(self._on_piece)

    def _show(self) -> None:
        sheet, shown, kind = self._sheet, self.shown, self._kind
        if sheet is None or shown is None or kind is None:
            return
        said = self._said = self.language
        words = shown.letters[kind, said]
        names = shown.people.get((kind, said), ())
        nobody = self.tr("Nobody gets it in this language") if shown.people else self.tr("Nobody yet")
        self.to.set_whole(", ".join(names) or nobody)
        self.subject.set_whole(words.subject)
        place = self.text.verticalScrollBar().value()
        if self.text.toPlainText() != words.body:
            self.text.setPlainText(words.body)
            self.text.verticalScrollBar().setValue(place)
        self.foot.setVisible(shown.has_entry[kind])
        facts = sheet.letter
        answers = self.tr("Calendar entry; answers go to {name}, {address}")
        if facts.sequence:
            answers = self.tr("Calendar entry, change {number}; answers go to {name}, {address}")
        self.attached.set_whole(
            answers.format(number=facts.sequence, name=facts.signer.name, address=facts.signer.email)
        )
        self.form.fill({"words": sheet.letter.words[said]}, of=(sheet.letter.meeting_id, said))

    @Slot(str)
    def _on_language(self, said: str) -> None:
        self.form.hand_on()
        remember(LANGUAGE, said)
        self._show()

    @Slot(str)
    def _on_piece(self, key: str) -> None:
        self._kind = next(kind for kind in self._kinds if kind.value == key)
        self._show()

    @Slot(str, object)
    def _on_edited(self, _name: str, value: Any) -> None:
        # A choice of language hands on what was typed for the one before.
        self.written.emit(self._said or self.language, value)
