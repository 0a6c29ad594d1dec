"""What members got to read, round by round: what comes back late is compared with the round that it is about."""

from __future__ import annotations

import json
from collections.abc import Mapping

ROUNDS = "rounds"


def with_round(kept: str, texts: Mapping[int, str]) -> str:
    """What was kept of earlier rounds (JSON), and each entry's words as they are sent out now, by its id."""
    before, now = rounds(kept), {str(key): text for key, text in texts.items()}
    # The same words sent out once more, such as after an undo, are no round of their own.
    made = before if before and before[-1] == now else [*before, now]
    return json.dumps({ROUNDS: made}, ensure_ascii=False)


def rounds(kept: str) -> list[dict[str, str]]:
    """Each round's words by the entry's id, the first round first. Desks of older programs kept the last one alone."""
    told = json.loads(kept) if kept else {}
    found: list[dict[str, str]] = told.get(ROUNDS, [told] if told else [])
    return found
