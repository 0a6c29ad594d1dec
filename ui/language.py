"""The window's language: translators, Danish and English dates, names of enumerations.

`language()` is "da" or "en"; hand it to `label(member, language())` and `error.sentence(language())`.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCollator, QCoreApplication, QDate, QLibraryInfo, QLocale, Qt, QTranslator

from referral_desk.clock import COPENHAGEN
from referral_desk.texts import LANGUAGES, RESOURCES, label

if TYPE_CHECKING:
    from enum import Enum

_FORMATS: Final = {
    # what is shown: (Danish, English), in QLocale's letters
    "short": ("d. MMM", "d MMM"),
    "day": ("ddd d. MMM", "ddd d MMM"),
    "date": ("d. MMM yyyy", "d MMM yyyy"),
    "full": ("dddd 'den' d. MMMM yyyy", "dddd d MMMM yyyy"),
    "month": ("MMMM yyyy", "MMMM yyyy"),
    "mon": ("MMM", "MMM"),
    "weekday": ("dddd", "dddd"),
    "number": ("dd-MM-yyyy", "dd/MM/yyyy"),
}
_LOCALES: Final = {
    "da": QLocale(QLocale.Language.Danish, QLocale.Country.Denmark),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_translators: list[QTranslator] = []
_state = {"language": "en"}


def language() -> str:
    """The language in force: "da" or "en"."""
    return _state["language"]


def system_language() -> str:
    """The language that the computer speaks, Danish where it is neither."""
    name = QLocale.system().name()[:2]
    return name if name in LANGUAGES else "da"


def use_language(wanted: str) -> None:
    """Put a language in force: our own texts and Qt's; pages are rebuilt by the window afterwards."""
    for translator in _translators:
        QCoreApplication.removeTranslator(translator)
    _translators.clear()
    _state["language"] = wanted
    QLocale.setDefault(locale())
    if wanted == "en":
        # English plurals also come from a catalogue: "%n papers" has two forms.
        folders = [("ui.en", str(RESOURCES / "i18n"))]
    else:
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        folders = [(f"qtbase_{wanted}", qt), (f"ui.{wanted}", str(RESOURCES / "i18n"))]
    for name, folder in folders:
        translator = QTranslator()
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            _translators.append(translator)


def locale() -> QLocale:
    """Qt's locale of the language in force."""
    return _LOCALES[language()]


def collator() -> QCollator:
    """How words are put in order: always the Danish way (æ, ø, å last), numbers by value, capitals alike."""
    made = QCollator(_LOCALES["da"])
    made.setNumericMode(True)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return made


def day_text(day: dt.date | None, form: str = "day") -> str:
    """A day in words: "short" 3. feb., "day" tir. 3. feb., "date" 3. feb. 2026, "full" tirsdag den 3. februar 2026,
    "month" februar 2026, "number" 03-02-2026 (English alike). None gives an empty text.
    """  # noqa: D205 - the forms are the summary
    if day is None:
        return ""
    danish, english = _FORMATS[form]
    text = locale().toString(QDate(day.year, day.month, day.day), danish if language() == "da" else english)
    return text.replace("..", ".")


def time_text(when: dt.time | None) -> str:
    """A clock time, Danish 9.00 and English 09:00; None gives an empty text."""
    if when is None:
        return ""
    return f"{when.hour}.{when.minute:02}" if language() == "da" else f"{when.hour:02}:{when.minute:02}"


def moment_text(instant: dt.datetime, form: str = "date") -> str:
    """An instant as Copenhagen day and time."""
    here = instant.astimezone(COPENHAGEN)
    return f"{day_text(here.date(), form)} {time_text(here.time())}"


def number_text(number: float, decimals: int = 0) -> str:
    """A figure with the language's separators."""
    return locale().toString(float(number), "f", decimals)


def label_text(member: Enum) -> str:
    """The label of an enumeration's member in the language in force."""
    return label(member, language())


def to_qdate(day: dt.date) -> QDate:
    """A Python day as Qt's."""
    return QDate(day.year, day.month, day.day)


def from_qdate(day: QDate) -> dt.date:
    """Qt's day as Python's."""
    return dt.date(day.year(), day.month(), day.day())
