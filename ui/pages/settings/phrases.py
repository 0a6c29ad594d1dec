"""Words written again and again: how an item's minutes begin, how letters open and close; for all groups or one."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.errors import Invalid
from referral_desk.operations.phrases import set_phrases
from referral_desk.queries.meetings import GroupChoice, groups_that_meet
from referral_desk.queries.phrases import PhrasesRow, phrases
from referral_desk.vocabulary import EntryKind
from referral_desk.vocabulary.phrases import (
    ITEM_PHRASES,
    PLACEHOLDERS,
    Phrase,
    Phrases,
    check_phrase,
    phrase_name,
    standard,
)
from ui.language import day_text, label_text, language
from ui.theme import px
from ui.widgets.buttons import icon_button
from ui.widgets.card import Card
from ui.widgets.group_box import GroupBox
from ui.widgets.growing_text import GrowingText
from ui.widgets.labels import label, rule
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from ui.doing import UndoPage

WIDTH: Final = 820
PAUSE: Final = 800
"""Milliseconds after the last key until words are kept."""
# Languages are called by their own names.
LANGUAGES: Final = (("da", "Dansk"), ("en", "English"))


class PhraseField(QWidget):
    """One text in one language: what can be filled in, and below it how it will read."""

    changed = Signal(object, str)
    back = Signal(object)
    """It should be again as it would be otherwise."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__()
        self.phrase = phrase
        self.title = label(label_text(phrase))
        self.text = GrowingText(1, 6)
        self.text.setAccessibleName(label_text(phrase))
        self.title.setBuddy(self.text)
        self.reset = icon_button("arrow-counter-clockwise", self.tr("Back to the standard words"))
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        known = "   ".join(f"{{{name}}}" for name in PLACEHOLDERS[phrase])
        self.known = label(self.tr("Fills in: {known}").format(known=known) if known else "", "faint", wraps=True)
        self.known.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.text.setAccessibleDescription(self.known.text())
        self.preview = label("", "note", wraps=True)
        self.preview.setContentsMargins(px(10), 0, 0, 0)
        self.wrong = label("", "wrong", wraps=True)
        self.wrong.hide()
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.title)
        head.addWidget(self.known, 1)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.text, 1)
        line.addWidget(self.reset)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addLayout(line)
        box.addWidget(self.preview)
        box.addWidget(self.wrong)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.hand_on)
        self._kept = ""
        self.where: tuple[int | None, str] = (None, "")
        self._is_filling = False
        self.values: Mapping[str, object] = {}
        self.text.textChanged.connect(self._on_changed)
        self.reset.clicked.connect(self._on_back)

    @property
    def is_unsaved(self) -> bool:
        """Whether what stands there is not kept."""
        return self._said() != self._kept

    def show_text(self, text: str, where: tuple[int | None, str], *, is_own: bool, may: bool) -> None:
        """Show what holds for a group in a language; what is being written here stays."""
        is_other, self.where = where != self.where, where
        self.reset.setVisible(is_own and may)
        self.text.setReadOnly(not may)
        if is_other or not self.is_unsaved or text == self._said():
            self._pause.stop()
            self._is_filling = True
            self._kept = text
            self.text.show_text(text, where)
            self._is_filling = False
        self.show_preview()

    def show_preview(self) -> None:
        """Show how it will read, or what is wrong with it."""
        said, code = self._said(), self.where[1] or language()
        try:
            check_phrase(self.phrase, said)
        except Invalid as error:
            self.wrong.setText(error.sentence(language()))
            self.wrong.show()
            self.preview.hide()
            return
        self.wrong.hide()
        self.preview.show()
        held = Phrases({phrase_name(self.phrase, code): said})
        if self.phrase in ITEM_PHRASES:
            found = held.beginnings(self.phrase, code, **self.values)
            marks = {EntryKind.NOTE: "", EntryKind.DECISION: f"{label_text(EntryKind.DECISION)}: "}
            # Behind a colon one goes on writing.
            lines = [f"{marks[kind]}{words}{'…' if words.endswith(' ') else ''}" for kind, words in found]
            self.preview.setText("\n".join(lines))
        else:
            self.preview.setText(held.say(self.phrase, code, **self.values))

    @Slot()
    def hand_on(self) -> None:
        """Hand on what was written, if it is new and can be filled in."""
        self._pause.stop()
        if self.is_unsaved and self.wrong.isHidden():
            self._kept = self._said()
            self.changed.emit(self.phrase, self._kept)

    def _said(self) -> str:
        return self.text.toPlainText().strip()

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_filling:
            self.show_preview()
            self._pause.start()

    @Slot()
    def _on_back(self) -> None:
        self._pause.stop()
        self._kept = self._said()
        self.back.emit(self.phrase)


class PhrasesSection(Card):
    """All texts, in one language at a time."""

    def __init__(self, page: UndoPage) -> None:
        super().__init__(gap=12)
        self._page = page
        self._groups: tuple[GroupChoice, ...] = ()
        self.setMaximumWidth(px(WIDTH))
        self.may = page.bridge.may(set_phrases)
        self.group = GroupBox(self.tr("All groups"), self.tr("Whose words"))
        self.group.setMinimumWidth(px(260))
        self.language = Segments(LANGUAGES, self.tr("Language of the words"))
        self.language.choose(language())
        said = label(self.tr("For"), "field")
        said.setBuddy(self.group)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(said)
        head.addWidget(self.group)
        head.addSpacing(16)
        head.addWidget(self.language)
        head.addStretch()
        self.fields = {phrase: PhraseField(phrase) for phrase in Phrase}
        self.add(head, rule(), label(self.tr("How an item's minutes begin"), "section"))
        self.add(
            label(
                self.tr("An empty item in the writing room offers these, one a line. A line with /d is a decision."),
                "note",
                wraps=True,
            )
        )
        for phrase, made in self.fields.items():
            if phrase is Phrase.INVITATION:
                self.add(rule(), label(self.tr("Letters"), "section"))
            self.add(made)
            made.changed.connect(self._on_text)
            made.back.connect(self._on_back)
        self.group.currentIndexChanged.connect(self._on_other)
        self.language.chosen.connect(self._on_other)

    def reload(self) -> None:
        """Ask for the groups and their words."""
        bridge = self._page.bridge
        bridge.ask(groups_that_meet, day=bridge.today, language=language()).then(self._on_groups)
        self._ask()

    def save_now(self) -> None:
        """Keep what is being written."""
        for made in self.fields.values():
            made.hand_on()

    @property
    def is_unsaved(self) -> bool:
        """Whether something stands there that cannot be kept yet."""
        return any(made.is_unsaved for made in self.fields.values())

    def choose_group(self, group_id: int) -> None:
        """Show the words of a group; 0 for all."""
        self.group.choose(group_id)

    def keep(self) -> dict[str, Any]:
        """Whose words are shown, and in which language."""
        return {"group": self.group.value(), "language": self.language.key()}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Show them again."""
        self.group.choose_later(kept["group"])
        self.language.choose(kept["language"])

    def _ask(self) -> None:
        self._page.bridge.ask(phrases, group_id=self.group.value() or None).then(self._on_row)

    def _values(self, code: str) -> dict[str, object]:
        """Something to fill in, so that one sees how it reads."""
        day: dt.date = self._page.bridge.today
        names = [group.name for group in self._groups if group.id == self.group.value() or not self.group.value()]
        is_danish = code == "da"
        return {
            "number": 3,
            "title": "Tolkning i retten" if is_danish else "Interpreting in court",
            "recommendation": "at planen godkendes" if is_danish else "that the plan is approved",
            "what": "et møde" if is_danish else "a meeting",
            "group": names[0] if names else self.tr("the group"),
            "day": day_text(day, "full"),
        }

    @Slot(object)
    def _on_groups(self, groups: tuple[GroupChoice, ...]) -> None:
        self._groups = groups
        self.group.offer_groups(groups)

    @Slot(object)
    def _on_row(self, row: PhrasesRow) -> None:
        if row.group_id != (self.group.value() or None):
            return
        code = self.language.key()
        values = self._values(code)
        for phrase, made in self.fields.items():
            name = phrase_name(phrase, code)
            made.values = values
            made.show_text(row.texts[name], (row.group_id, code), is_own=name in row.own, may=self.may)

    @Slot(object, str)
    def _on_text(self, phrase: Phrase, text: str) -> None:
        self._set(phrase, text)

    @Slot(object)
    def _on_back(self, phrase: Phrase) -> None:
        self._set(phrase, None)

    def _set(self, phrase: Phrase, text: str | None) -> None:
        where = self.fields[phrase].where
        if text is not None and where[0] is None and text == standard(phrase, where[1]):
            text = None
        said = self.tr("{text}: saved.").format(text=label_text(phrase))
        job = self._page.bridge.do(set_phrases, texts={phrase_name(phrase, where[1]): text}, group_id=where[0])
        job.then(functools.partial(self._page.say_done, said))

    @Slot()
    def _on_other(self) -> None:
        self.save_now()
        self._ask()
