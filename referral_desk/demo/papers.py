"""The demo desk's papers, written by the program itself from the reference data: PDF, PNG and text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from referral_desk.demo import calendar, sheets
from referral_desk.demo.pictures import bar_chart, quarter_picture
from referral_desk.demo.reading import FOLDER
from referral_desk.models import Group, Meeting
from referral_desk.queries.chain import short_name
from referral_desk.queries.statistics import running_sums
from referral_desk.vocabulary import Tier

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

TEXTS: Final = {
    "region_summary_da": "Nyt fra regionerne",
    "region_summary_en": "Summary for our guests",
    "statistics_note": "Note om tallene",
    "network_letter": "Letter from the network",
    "landlords": "Udkast: side til udlejere af ferieboliger",
}


class DemoPaper:
    """A paper before it is attached: what it is called and its bytes."""

    def __init__(self, title: str, file_name: str, content: bytes) -> None:
        self.title, self.file_name, self.content = title, file_name, content


def papers(session: Session) -> dict[str, DemoPaper]:
    """Make every paper of the demo desk, by the name that resources/demo uses for it."""
    made = {
        name: DemoPaper(title, f"{name}.txt", (FOLDER / "papers" / f"{name}.txt").read_bytes())
        for name, title in TEXTS.items()
    }
    drawn: Mapping[str, tuple[str, str, Callable[[Session], bytes]]] = {
        "plan_activities": ("Handlingsplanens aktiviteter", "handlingsplan-aktiviteter.pdf", sheets.plan_activities),
        "statistics": ("Tal for 2007–2023", "aarstal.pdf", sheets.year_figures),
        "roles": ("Hvem gør hvad", "rollefordeling.pdf", sheets.who_does_what),
        "statistics_chart": ("Summen siden 2007", "sum-siden-2007.png", _sum_chart),
        "quarter_picture": ("Møder i 2026", "moeder-2026.png", _quarters),
    }
    for name, (title, file_name, make) in drawn.items():
        made[name] = DemoPaper(title, file_name, make(session))
    made["sign_up"] = DemoPaper("Tilmelding til temadag", "tilmelding.pdf", sheets.sign_up_form())
    # One that no reader can open: what a demo shows of a paper that cannot be used.
    made["broken"] = DemoPaper("Lommekortets bagside", "lommekort.pdf", b"%PDF-1.7\nkun begyndelsen af en fil")
    return made


def _sum_chart(session: Session) -> bytes:
    bars = [(str(row.year), row.total) for row in running_sums(session)]
    return bar_chart(
        "Vurderet som ofre for menneskehandel i alt", "Personer siden 2007, ved udgangen af hvert år", bars
    )


def _quarters(session: Session) -> bytes:
    groups = session.scalars(select(Group).where(Group.tier == Tier.REGIONAL).order_by(Group.code))
    year = calendar.TODAY.year
    rows = []
    for group in groups:
        met = session.scalars(select(Meeting.quarter).where(Meeting.group_id == group.id, Meeting.year == year)).all()
        rows.append((short_name(group, calendar.TODAY, "da"), [quarter in met for quarter in (1, 2, 3, 4)]))
    return quarter_picture(f"Møder i de regionale grupper {year}", rows)
