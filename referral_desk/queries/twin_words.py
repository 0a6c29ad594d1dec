"""The words of a text that tell what it is about, in Danish and English: common ones left out, endings cut off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from referral_desk.texts import plain_case

SHORTEST: Final = 4
"""A word of fewer letters tells nothing."""
PART: Final = 4
"""A part of a compound counts from so many letters on: "pladser" in "krisecenterpladser"."""
_WORD: Final = re.compile(r"[^\W\d_]+")
# Longest first; what is left keeps at least SHORTEST letters.
_ENDINGS: Final = (
    *("ernes", "erens", "ingen", "erne", "enes", "eres", "ende", "rene", "ing", "ene", "ens", "ets", "ers", "ere"),
    *("ret", "ies", "et", "en", "er", "re", "es", "ed", "te", "e", "t"),
)
# Words that hold sentences together.
_STOPPED: Final = """
    altid alle allerede andre andet anden bare begge blev blive bliver både dette disse derfor deres derved denne eller
    enten efter endnu ellers fordi flere fleste foran forhold fremad fremover første gennem gerne gives gjort gøre gør
    hele heller herefter hver hvert hvis hvilke hvilken hvordan hvorfor hvornår ikke imellem imod inden ingen intet
    kommer kort korte kunne lade lange langt lige mangle mangler manglende måske mange meget mellem mens mere mest
    mindre mindst måtte nogle nogen noget næste også
    omkring over overfor passer samme samt sammen sidste siden skal skulle sådan således stadig stor store større tage
    tager tidligere tilbage uden under undervejs ved vedrørende videre ville være været værre
    about above after again also although among another because been before behind being below between both
    could does doing done down during each either else even ever every from further have having here however into
    itself just later least less like made make many might more most much must need neither never next none only other
    others over rather same shall should since some still such than that their them then there these they this those
    through together under until upon very were what when where whether which while will with within without would your
"""
# Words that stand in every text of these groups.
_TRADE: Final = """
    afklar afklare afklares afklaring anbefaler anbefaling anmoder drøfte drøftes foreslår foreslås indstiller
    indstilling opfordrer sikre sikres undersøge undersøges vejledning
    arbejde behov borger gruppe grupper handel handlet handlede indsats kommune kommuner kommunen menneskehandel
    menneskehandlet myndighed myndigheder møde møder national nationale offer ofre ofrene person personer politi
    problem problemer referencegruppe region regional regionale sagen sager spørgsmål udfordring udfordringer
    authorities authority case cases challenge challenges group groups human meeting meetings municipality person
    clarify ensure guidance people persons police problem problems propose question questions recommend region regional
    suggest trafficking victim victims work
"""


def stem(word: str) -> str:
    """A word without its ending, lightly: "pladserne", "pladser" and "plads" are "plad", "hoteller" is "hotel"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word.removesuffix(ending)
            break
    if len(word) > SHORTEST and (word[-1] == "s" or word[-1] == word[-2]):
        word = word[:-1]
    return word


_COMMON: Final = frozenset(_STOPPED.split()) | frozenset(_TRADE.split())
_COMMON_STEMS: Final = frozenset(map(stem, _TRADE.split()))


def telling(texts: Iterable[str]) -> dict[str, str]:
    """The telling words of some texts: each stem with the word as it was written first, in small letters."""
    found: dict[str, str] = {}
    for text in texts:
        for word in _WORD.findall(plain_case(text)):
            if len(word) >= SHORTEST and word not in _COMMON:
                root = stem(word)
                if root not in _COMMON_STEMS:
                    found.setdefault(root, word)
    return found


def parts_of(words: Mapping[str, str]) -> dict[str, str]:
    """The beginnings and ends of long stems, each with its stem: what a compound may share with another word."""
    return {
        part: root
        for root in words
        for cut in range(PART, len(root) - 2)
        for part in (root[:cut], root[len(root) - cut :])
    }


def shared(mine: Mapping[str, str], parts: Mapping[str, str], other: Mapping[str, str]) -> dict[str, str]:
    """The stems that two texts share, each with the other's word; `parts` are those of `mine`.

    A word that is a part of a compound counts, either way round, and under the shorter stem.
    """
    found = {root: other[root] for root in mine.keys() & other.keys()}
    for root, word in other.items():
        if root in parts and root not in found and parts[root] not in found:
            found[root] = word
    for part, root in parts_of(other).items():
        if part in mine and part not in found and root not in found:
            found[part] = mine[part]
    return found
