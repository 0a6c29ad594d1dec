"""Make a demo desk in a process of its own and print what it holds: `python -m tests.demo_dump FOLDER`."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from sqlalchemy import select

from referral_desk.database import Database
from referral_desk.demo.make import NAME, PASSPHRASE, make_demo
from referral_desk.deskfile import open_desk
from referral_desk.models import Base
from referral_desk.vault import with_passphrase
from tests.keys import CHEAP


def rows_of(database: Database) -> dict[str, list[list[str]]]:
    """Every row of every table in a fixed order; bytes by their hash."""
    with database.read() as session:
        return {
            table.name: [
                [_told(value) for value in row]
                for row in session.execute(select(table).order_by(*table.primary_key.columns))
            ]
            for table in Base.metadata.sorted_tables
        }


def _told(value: object) -> str:
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else repr(value)


if __name__ == "__main__":
    path = Path(sys.argv[1]) / NAME
    make_demo(path, work=CHEAP)
    with open_desk(path, with_passphrase(PASSPHRASE)) as desk_file:
        print(json.dumps(rows_of(desk_file.database)))
