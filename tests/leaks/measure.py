"""How much the leak alarm finds and how often it is wrong, by kind: `python -m tests.leaks.measure`."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass

from referral_desk.guard.personal_data import NameIndex, finds
from referral_desk.vocabulary.leaks import FindKind
from tests.leaks.corpus import corpus
from tests.leaks.ordinary_minutes import LETTERS_OF_A_PAGE, organisations, pages


@dataclass(frozen=True)
class Score:
    """Of one kind: how many there were, how many were found, and how many finds were none of that kind."""

    labelled: int
    found: int
    wrong: int

    @property
    def recall(self):
        return self.found / self.labelled if self.labelled else 1.0

    @property
    def precision(self):
        told = self.found + self.wrong
        return self.found / told if told else 1.0


def score(sentences, people, missed=None):
    """Scores by kind. Found is what the alarm tells of as that kind, whole; any other find in a sentence is wrong."""
    index = NameIndex.of(people)
    labelled, found, wrong = Counter(), Counter(), Counter()
    for sentence in sentences:
        told = [(find.kind, find.start, find.end) for find in finds(sentence.text, names=index)]
        for kind, start, end in sentence.spans:
            labelled[kind] += 1
            if any(one[0] is kind and one[1] <= start and end <= one[2] for one in told):
                found[kind] += 1
            elif missed is not None:
                missed.append((kind, sentence.text, told))
        for kind, start, end in told:
            if not any(kind is one and first < end and start < last for one, first, last in sentence.spans):
                wrong[kind] += 1
                if missed is not None:
                    missed.append(("wrong", sentence.text, sentence.text[start:end], kind))
    return {kind: Score(labelled[kind], found[kind], wrong[kind]) for kind in FindKind}


def false_alarms(held_out):
    """Finds in ordinary minutes, and the number of pages of 3,000 letters that were read."""
    ordinary, letters, found = organisations(), 0, []
    for page in pages(held_out=held_out):
        letters += len(page)
        found += [(find, page) for find in finds(page, ordinary=ordinary)]
    return found, letters / LETTERS_OF_A_PAGE


def main():
    made, people = corpus()
    missed = []
    score([one for one in made if not one.is_held_out], people, missed)
    for one in missed[:400]:
        print(*map(repr, one))  # the part to tune with
    for find, page in false_alarms(held_out=False)[0][:200]:
        print(find.kind, repr(page[max(0, find.start - 50) : find.end + 30]), repr(find.words))
    if "--held-out" in sys.argv:
        for kind, told in score([one for one in made if one.is_held_out], people).items():
            print(f"| {kind} | {told.labelled} | {told.recall:.3f} | {told.precision:.3f} |")
        found, read = false_alarms(held_out=True)
        print(f"{len(found)} false alarms on {read:.0f} pages of ordinary minutes")


if __name__ == "__main__":
    main()
