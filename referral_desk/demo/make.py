"""Make a demo desk: a new file with the reference data, two years of meetings and their papers."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from referral_desk.demo import calendar, story
from referral_desk.demo.papers import papers
from referral_desk.desk import Desk, User
from referral_desk.deskfile import create_desk
from referral_desk.guard.attachments import inspect_many
from referral_desk.models import Group, Meeting
from referral_desk.operations.papers import Incoming, attach_paper
from referral_desk.operations.reference import load_reference

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from referral_desk.config import Folders
    from referral_desk.database import Database
    from referral_desk.vault import Stretch

# Nothing on a demo desk is secret: everybody may know what opens it.
PASSPHRASE: Final = "alt her er opdigtet"  # noqa: S105 - said aloud to everybody
NAME: Final = "demo.desk"
COORDINATOR: Final = User("Koordinator (demo)")
# Papers behind items of other meetings: (group, quarter of 2026, item number) -> papers.
ELSEWHERE: Final = {
    ("rg5", 4, 4): ["broken"],
    ("rg5", 4, 5): ["roles"],
    ("rg2", 4, 4): ["statistics_note"],
}


def make_demo(path: Path, *, work: Stretch | None = None, own: Folders | None = None) -> None:
    """Make the demo desk at a path, opened by PASSPHRASE; takes some seconds.

    Raises Invalid if something stands there already, Unavailable where the disk refuses.
    """
    new = create_desk(path, passphrase=PASSPHRASE, use_keyring=False, work=work, own=own)
    with new.desk_file as desk_file:
        fill(desk_file.database)


def fill(database: Database) -> None:
    """Fill an empty desk, on either engine, with the demo's content."""
    desk = Desk(database, COORDINATOR, now=story.demo_now)
    desk.do(load_reference)
    desk.do(story.fill_demo_desk)
    made = desk.ask(papers)
    places = desk.ask(_places)
    wanted = [(item_id, name) for item_id, names in places for name in names]
    files = {name: made[name] for _, name in wanted}
    looked_at = dict(
        zip(files, inspect_many([(paper.content, paper.file_name) for paper in files.values()]), strict=True)
    )
    for item_id, name in wanted:
        file = Incoming.of(made[name].content, looked_at[name])
        desk.do(attach_paper, item_id=item_id, file=file, title=made[name].title)


def _places(session: Session) -> list[tuple[int, list[str]]]:
    """The items that get papers, with the papers' names, in order of meeting and agenda."""
    with (story.FOLDER / "national.toml").open("rb") as file:
        told = [row.get("papers", []) for row in tomllib.load(file)["item"]]
    found = []
    rows = session.execute(
        select(Meeting, Group.code).join(Group).where(Meeting.year == calendar.TODAY.year).order_by(Meeting.day)
    )
    for meeting, code in rows:
        for item in meeting.items:
            if (code, meeting.quarter) == ("national", 4):
                names = told[item.position]
            else:
                names = ELSEWHERE.get((code, meeting.quarter, item.number), [])
            if names:
                found.append((item.id, names))
    return found
