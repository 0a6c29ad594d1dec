"""What the core says, in the reader's language: sentences, labels and report words (gettext, Danish beside English).

English stands in the code as the source; `N_` marks it for translation. The Danish is resources/i18n/core.da.po,
compiled to core.da.mo when the program is set up. Windows have their own texts (Qt, resources/i18n/ui.da.ts).
"""

from __future__ import annotations

import gettext
import unicodedata
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("da", "en")
RESOURCES: Final = Path(__file__).resolve().parent.parent / "resources"

# "{|}~" are the signs after z; a hyphen separates names as a space does.
_AFTER_Z: Final = str.maketrans(
    {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "-": " "}
)

_labels: dict[tuple[type[Enum], str], str] = {}


def N_(text: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark an English source text for translation; give it back unchanged."""
    return text


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    path = RESOURCES / "i18n" / f"core.{language}.mo"
    if language == "en" or not path.exists():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def say(text: str, language: str, /, **values: object) -> str:
    """Give a marked text in a language ("da" or "en"), its {names} filled in."""
    said = _catalogue(language).gettext(text) if text else ""
    return said.format(**values) if values else said


def has(text: str, language: str) -> bool:
    """Whether a text has words of its own in a language; English always has."""
    return language == "en" or _catalogue(language).gettext(text) != text


def in_sentence(name: str, language: str) -> str:
    """A body's name as it stands inside a sentence: den nationale referencegruppe, the National reference group.

    A group with a number goes without an article: Regional reference group 2 (Zealand).
    """
    if language == "da":
        return name[0].lower() + name[1:] if name.startswith(("Den ", "Det ", "De ")) else name
    if name.startswith("The "):
        return "t" + name[1:]
    is_group = "group" in name.split() and not any(sign.isdigit() for sign in name)
    return f"the {name}" if is_group else name


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: it is empty, or holds only spaces and signs that cannot be seen."""
    return all(unicodedata.category(sign)[0] in "CZ" for sign in text)


def danish_order(text: str) -> tuple[str, str]:
    """A key that sorts names as Danish does: æ, ø, å after z, aa as å; capitals and accents count last.

    The engines sort each in its own way, so lists that are shown as they come are sorted with this.
    """
    low = unicodedata.normalize("NFC", text).casefold().replace("aa", "å").translate(_AFTER_Z)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", low) if not unicodedata.combining(sign))
    return plain, text


def plain_case(text: str) -> str:
    """A text as it is compared when one searches: however it was typed, and whatever is a capital."""
    return unicodedata.normalize("NFC", text).casefold()


def name_members(names: dict[Enum, str]) -> None:
    """Tell the English label of each member of an enumeration, marked with `N_`."""
    # Members of two enumerations may be equal: both "other" are the same string.
    _labels.update({(type(member), member.name): text for member, text in names.items()})


def label(member: Enum, language: str) -> str:
    """Give the label of an enumeration's member in a language.

    Raises KeyError for a member without a label: that is a bug, and a test looks for it.
    """
    return say(_labels[type(member), member.name], language)
