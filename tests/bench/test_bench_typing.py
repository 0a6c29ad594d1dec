"""The bench of typing measures keys in a room that is full; how fast they are is not judged here."""

from __future__ import annotations

from bench_typing import ENTRIES, SIGNS, a_full_room, slowest, start_in, typed
from PySide6.QtWidgets import QApplication

from referral_desk.vocabulary import EntryKind


def test_keys_are_typed_into_the_middle_of_a_full_item(qapp):
    with a_full_room() as view:
        assert len(view.text.pieces()) == ENTRIES
        keys = typed(QApplication.instance(), view.text, 1, lambda: start_in(view, EntryKind.DECISION))
        assert len(keys) > 50
        assert 0 < slowest(keys) < 10_000
        longest = max(len(text) for _key, text in view.text.pieces())
    assert longest == SIGNS + len(keys)
