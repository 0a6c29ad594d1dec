"""Desk files for tests: make one, write a word in it, read it back, see that a refusal changed nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from referral_desk.deskfile import create_desk, open_desk
from referral_desk.vault import with_passphrase
from tests.keys import CHEAP, PHRASE

BY_PHRASE = with_passphrase(PHRASE)
SAY = "INSERT INTO settings (version, key, value) VALUES (1, :key, 'x')"


def make(path, **wishes):
    return create_desk(path, **({"passphrase": PHRASE, "work": CHEAP, "use_keyring": False} | wishes))


def say(desk_file, key):
    with desk_file.database.write() as session:
        session.execute(text(SAY), {"key": key})


def said(desk_file):
    with desk_file.database.read() as session:
        return session.scalars(text("SELECT key FROM settings ORDER BY id")).all()


def state(folder):
    """Every file of a folder with its content."""
    return {found.name: found.read_bytes() for found in folder.iterdir() if found.is_file()}


def refused(path, kind, words, unlock=BY_PHRASE):
    """Opening is refused with this sentence, changes nothing and keeps nobody else out."""
    before = state(path.parent)
    with pytest.raises(kind, match=words) as caught:
        open_desk(path, unlock)
    assert state(path.parent) == before
    assert str(caught.value).endswith(".")
    return caught.value
