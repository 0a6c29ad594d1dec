"""The line in which a paper says that words in it are hidden."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus.flowables import Flowable

from referral_desk.queries.hidden_words import HIDES, is_hiding
from referral_desk.reports.paragraphs import Para
from referral_desk.reports.style import FAINT, SMALL
from referral_desk.reports.tags import Element
from referral_desk.reports.wording import Wording


def hidden_words(content: object, say: Wording, parent: Element) -> Iterator[Flowable]:
    """A line below everything else; nothing where no words are hidden."""
    if is_hiding(content):
        yield Para(say(HIDES), SMALL.but(size=8.5, colour=FAINT, before=8), parent.add("P"))
