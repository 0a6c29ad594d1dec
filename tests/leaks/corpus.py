"""The made corpus that the leak alarm is measured on: sentences of our own with labels, a third of them held out.

Held out is a sentence whose SHA-256 over its words divides by three. The alarm was written and tuned with the other
two thirds in sight only (`python -m tests.leaks.measure` lists what it misses there, and never anything of the third
that is held out); the figures in docs/leak_alarm.md and the test are those of the third.
"""

from __future__ import annotations

import hashlib
import random
import re
from dataclasses import dataclass

from referral_desk.vocabulary.leaks import FindKind
from tests.leaks import sentences, slots

SEED = 20261122
_MARKED = re.compile("[«»]")


@dataclass(frozen=True)
class Labelled:
    """A sentence and where in it what kind of thing stands; no labels where it is clean."""

    text: str
    spans: tuple[tuple[FindKind, int, int], ...] = ()

    @property
    def is_held_out(self):
        return int.from_bytes(hashlib.sha256(self.text.encode()).digest()[:8], "big") % 3 == 0


def corpus(seed=SEED, each=60):
    """The sentences, each once: `each` is how often every sentence with a slot is filled."""
    chance = random.Random(seed)
    people = [slots.a_name(chance) for _ in range(40)]
    made = [
        *filled(chance, sentences.CPR, "cpr", FindKind.CPR, slots.cpr, each),
        *filled(chance, sentences.PHONE, "phone", FindKind.PHONE, around(slots.phone), each),
        *filled(chance, sentences.EMAIL, "email", FindKind.EMAIL, around(slots.email), each),
        *filled(chance, sentences.ADDRESS, "address", FindKind.ADDRESS, around(slots.address), each),
        *filled(chance, sentences.ID_NUMBER, "id", FindKind.ID_NUMBER, slots.id_number, each),
        *filled(chance, sentences.STRIP, "strip", FindKind.ID_NUMBER, around(slots.strip), each),
        *filled(chance, sentences.NAME, "name", FindKind.NAME, around(lambda dice: said(dice, people)), each),
        *map(marked, sentences.FORBIDDEN),
        *map(Labelled, sentences.CLEAN),
    ]
    return list(dict.fromkeys(made)), people


def cpr_sentences(number, seed=SEED + 1):
    """Many sentences with a civil registration number each."""
    chance = random.Random(seed)
    return filled(chance, sentences.CPR, "cpr", FindKind.CPR, slots.cpr, number // len(sentences.CPR) + 1)


def said(chance, people):
    """A name of the directory as sentences have it."""
    name = chance.choice(people)
    first, last = name.split()
    return chance.choice(
        (
            name,
            name,
            name,
            name.upper(),
            f"{last}, {first}",
            f"{first}  {last}",
            f"{first}\n{last}",
            f"{first[0]}. {last}",
        )
    )


def around(slot):
    return lambda chance: ("", slot(chance), "")


def filled(chance, templates, slot, kind, fill, each):
    for template in templates:
        head, tail = template.split(f"{{{slot}}}")
        for _ in range(each):
            before, words, behind = fill(chance)
            start = len(head) + len(before)
            yield Labelled(head + before + words + behind + tail, ((kind, start, start + len(words)),))


def marked(sentence):
    """A sentence whose forbidden words stand between » and «."""
    start, end = (match.start() - number for number, match in enumerate(_MARKED.finditer(sentence)))
    return Labelled(_MARKED.sub("", sentence), ((FindKind.FORBIDDEN, start, end),))
