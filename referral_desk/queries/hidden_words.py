"""What stands in a paper in the place of words that leave hidden, and how the paper says so."""

from __future__ import annotations

from typing import Final

from referral_desk.texts import N_

HIDDEN: Final = "••••"
HIDES: Final = N_("•••• stands for words that look like personal data: they were hidden when this was saved.")


def is_hiding(content: object) -> bool:
    """Whether words of a document's content are hidden; for frozen dataclasses, which show all that they hold."""
    return HIDDEN in repr(content)
