"""Make a demo desk: a new file with the reference data, two years of meetings, papers and a pack that went out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from referral_desk.demo import calendar, story
from referral_desk.demo.frozen import correct_one, freeze_demo_minutes
from referral_desk.demo.matters import case_papers, follow_demo_matters
from referral_desk.demo.papers import DemoPaper, papers
from referral_desk.demo.reading import at, read
from referral_desk.desk import Desk
from referral_desk.deskfile import create_desk
from referral_desk.guard.attachments import inspect_many
from referral_desk.guard.personal_data.papers import ScannedPaper, scan_paper
from referral_desk.models import Group, Meeting
from referral_desk.models.documents import sha256_of
from referral_desk.operations.packs import issue_pack
from referral_desk.operations.papers import Incoming, attach_paper
from referral_desk.operations.reference import load_reference
from referral_desk.queries.pack_content import pack_source
from referral_desk.queries.pack_leaks import papers_to_look_through
from referral_desk.reports.packs import build_in_worker
from referral_desk.users import User
from referral_desk.vocabulary import Label

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
    ("rg2", 4, 4): ["statistics_note"],
    ("rg3", 4, 5): ["roles"],
    ("rg5", 4, 4): ["broken"],
    ("rg5", 4, 5): ["roles"],
    ("rg6", 4, 5): ["sign_up"],
}
# Region 5's pack has gone out; a day later a paper came that the next issue will have.
SENT: Final = ("rg5", 4)
TOO_LATE: Final = {("rg5", 4, 6): ["statistics_note"]}


def make_demo(path: Path, *, work: Stretch | None = None, own: Folders | None = None) -> None:
    """Make the demo desk at a path, opened by PASSPHRASE; takes some seconds.

    Raises Invalid if something stands there already, Unavailable where the disk refuses.
    """
    new = create_desk(path, passphrase=PASSPHRASE, use_keyring=False, work=work, own=own)
    with new.desk_file as desk_file:
        fill(desk_file.database)


def fill(database: Database) -> None:
    """Fill an empty desk, on either engine, with the demo's content: the same rows every time."""
    writing, sending, after = (_sit(database, days) for days in (4, 2, 1))
    writing.do(load_reference)
    writing.do(story.fill_demo_desk)
    writing.do(freeze_demo_minutes)
    correct_one(writing)
    _attach(writing, {**_national(), **ELSEWHERE})
    _let_cases_happen(writing)
    _send(sending)
    _attach(after, TOO_LATE)


def _sit(database: Database, days_ago: int) -> Desk:
    day = calendar.TODAY - dt.timedelta(days=days_ago)
    return Desk(database, COORDINATOR, now=lambda: at(day, 10))


def _national() -> dict[tuple[str, int, int], list[str]]:
    rows = read("national")["item"]
    return {("national", 4, number): row["papers"] for number, row in enumerate(rows, 1) if "papers" in row}


def _attach(desk: Desk, told: dict[tuple[str, int, int], list[str]]) -> None:
    made = desk.ask(papers)
    items = desk.ask(_items)
    wanted = [(items[place], name) for place, names in told.items() for name in names]
    incoming = _inspected({name: made[name] for _, name in wanted})
    for item_id, name in wanted:
        desk.do(attach_paper, item_id=item_id, file=incoming[name], title=made[name].title)


def _let_cases_happen(desk: Desk) -> None:
    made = desk.ask(papers)
    files = {name: made[name] for name in case_papers()}
    incoming = {name: (files[name].title, file) for name, file in _inspected(files).items()}
    looks = {sha256_of(one.content): scan_paper(one.content, one.file_name) for one in files.values()}
    desk.do(follow_demo_matters, papers=incoming, looks=looks)


def _inspected(files: dict[str, DemoPaper]) -> dict[str, Incoming]:
    looked_at = inspect_many([(paper.content, paper.file_name) for paper in files.values()])
    return {name: Incoming.of(files[name].content, found) for name, found in zip(files, looked_at, strict=True)}


def _items(session: Session) -> dict[tuple[str, int, int], int]:
    """The items of the demo's last year, by group, quarter and number."""
    rows = session.execute(select(Meeting, Group.code).join(Group).where(Meeting.year == calendar.TODAY.year))
    return {(code, meeting.quarter, item.number): item.id for meeting, code in rows for item in meeting.items}


def _send(desk: Desk) -> None:
    meeting_id = desk.ask(_sent_meeting)
    source = desk.ask(pack_source, meeting_id=meeting_id, language="da", pack_label=Label.INTERNAL, today=desk.today)
    built = build_in_worker(source.content, source.files)
    desk.do(
        issue_pack,
        meeting_id=meeting_id,
        fingerprint=source.fingerprint,
        language="da",
        label=Label.INTERNAL,
        file_name=source.file_name,
        pdf=built.pdf,
        pages=built.pages,
        content=source.frozen_content(),
        looks=_looks(desk, meeting_id),
        places={paper.number: (paper.first_page, paper.pages) for paper in built.manifest},
    )


def _looks(desk: Desk, meeting_id: int) -> dict[str, ScannedPaper]:
    wanted = desk.ask(papers_to_look_through, meeting_id=meeting_id)
    return {sha256: scan_paper(content, name, ordinary=wanted.ordinary) for sha256, name, content in wanted.papers}


def _sent_meeting(session: Session) -> int:
    code, quarter = SENT
    return session.scalars(
        select(Meeting.id)
        .join(Group)
        .where(Group.code == code, Meeting.year == calendar.TODAY.year, Meeting.quarter == quarter)
    ).one()
