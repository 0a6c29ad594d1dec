"""The demo desk's papers, written by the program itself from the reference data: PDF, PNG and text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from referral_desk.demo import calendar
from referral_desk.demo.pictures import bar_chart, quarter_picture
from referral_desk.demo.story import FOLDER, PLAN
from referral_desk.models import ActionPlan, Group, Meeting, Organisation, PlanArea, YearStat
from referral_desk.models.agenda import item_activities
from referral_desk.queries.board import short_name
from referral_desk.vocabulary import Tier

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from referral_desk.reports.sheet import Sheet

SERIES: Final = "cmm"
VICTIMS: Final = "victims"
FIRST_YEAR: Final = 2015
TEXTS: Final = {
    "last_minutes": "Referat af mødet den 29. september 2026",
    "open_actions": "Åbne opfølgningspunkter",
    "region_summary_da": "Nyt fra regionerne",
    "region_summary_en": "Summary for our guests",
    "statistics_note": "Note om tallene",
    "network_letter": "Letter from the network",
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
        "plan_activities": ("Handlingsplanens aktiviteter", "handlingsplan-aktiviteter.pdf", _plan_activities),
        "statistics": ("Tal for 2007–2023", "aarstal.pdf", _statistics),
        "roles": ("Hvem gør hvad", "rollefordeling.pdf", _roles),
        "statistics_chart": ("Årstal som søjler", "aarstal.png", _statistics_chart),
        "quarter_picture": ("Møder i 2026", "moeder-2026.png", _quarters),
    }
    for name, (title, file_name, make) in drawn.items():
        made[name] = DemoPaper(title, file_name, make(session))
    # One that no reader can open: what a demo shows of a paper that cannot be used.
    made["broken"] = DemoPaper("Lommekortets bagside", "lommekort.pdf", b"%PDF-1.7\nkun begyndelsen af en fil")
    return made


def _sheet(title: str, subtitle: str) -> Sheet:
    from referral_desk.reports.sheet import Sheet  # noqa: PLC0415 - ReportLab only where a PDF is made

    return Sheet("da", title, subtitle, "Bilag fra Center mod Menneskehandel (demo)", calendar.TODAY)


def _plan_activities(session: Session) -> bytes:
    plan = session.scalars(select(ActionPlan).where(ActionPlan.code == PLAN)).one()
    counted = select(item_activities.c.plan_activity_id, func.count()).group_by(item_activities.c.plan_activity_id)
    told: dict[int, int] = dict(session.execute(counted).all())
    sheet = _sheet(plan.title_da, "Aktiviteterne, og hvor ofte de har stået på en dagsorden i 2025 og 2026")
    sheet.paragraph(
        "Numrene er vores egne og følger planens rækkefølge. Antallet er talt af programmet: et punkt tæller, når det"
        " peger på aktiviteten. En aktivitet uden tal er ikke nævnt på noget møde i de to år."
    )
    missing = []
    for area in plan.areas:
        if not area.activities:
            continue
        sheet.heading(_area_title(area))
        for objective in area.objectives:
            sheet.paragraph(f"Mål: {objective.text_da}")
        rows = []
        for activity in area.activities:
            count = told.get(activity.id, 0)
            rows.append([activity.number, activity.title_da, str(count) if count else "–"])
            if not count:
                missing.append(f"{activity.number} {activity.title_da}")
        sheet.table(["Nr.", "Aktivitet", "Punkter"], rows, [14, None, 20], frozenset({2}))
    sheet.heading("Aktiviteter, som ingen gruppe har haft på dagsordenen")
    sheet.paragraph(f"{len(missing)} aktiviteter mangler. De kan tages op på næste møde i en regional gruppe.")
    for line in missing:
        sheet.paragraph(f"– {line}")
    sheet.note(f"Kilde: {plan.source}. Teksterne er gengivet med programmets egne ord.")
    return sheet.made()


def _area_title(area: PlanArea) -> str:
    return area.title_da if area.parent is None else f"{area.parent.title_da}: {area.title_da}"


def _totals(session: Session) -> dict[tuple[int, int], int]:
    rows = session.scalars(
        select(YearStat).where(YearStat.series == SERIES, YearStat.measure == VICTIMS, YearStat.breakdown == "")
    )
    return {(row.year_from, row.year_to): row.value for row in rows}


def _years(session: Session) -> list[tuple[int, int]]:
    return sorted((end, value) for (start, end), value in _totals(session).items() if start == end >= FIRST_YEAR)


def _statistics(session: Session) -> bytes:
    totals, years = _totals(session), _years(session)
    running = totals[2007, FIRST_YEAR - 1]
    sheet = _sheet("Vurderet som ofre for menneskehandel", "Antal personer pr. år og i alt siden 2007")
    alt = "Søjler for hvert år: " + ", ".join(f"{year} {value}" for year, value in years)
    sheet.bars([(str(year), value) for year, value in years], alt)
    rows = [[f"2007–{FIRST_YEAR - 1}", str(running), str(running), ""]]
    for year, value in years:
        running += value
        published = totals.get((2007, year))
        remark = "" if published is None else "offentliggjort sum stemmer" if published == running else "afviger"
        rows.append([str(year), str(value), f"{running:,}".replace(",", "."), remark])
    sheet.heading("Løbende sum")
    sheet.table(["År", "Personer", "I alt siden 2007", "Bemærkning"], rows, [24, 24, 34, None], frozenset({1, 2}))
    sheet.heading("Fordelinger, der ikke går op")
    sheet.paragraph(
        "Årets total tælles ikke altid samme dag som fordelingen på typer. Forskellen står her, fordi den ellers ville"
        " blive gemt i en procent."
    )
    parts = session.scalars(
        select(YearStat)
        .where(YearStat.series == SERIES, YearStat.measure == VICTIMS, YearStat.breakdown != "")
        .order_by(YearStat.year_to, YearStat.year_from, YearStat.code)
    )
    lines = [[_span(row), row.breakdown, str(row.value), row.quoted_percent] for row in parts]
    sheet.table(["År", "Fordeling", "Personer", "Citeret andel"], lines, [28, None, 24, 30], frozenset({2, 3}))
    sheet.note("Kilder: S2, S3, S4, S5 og de offentliggjorte årstal for 2018–2023. Andele er citeret, som de står.")
    return sheet.made()


def _span(row: YearStat) -> str:
    return str(row.year_to) if row.year_from == row.year_to else f"{row.year_from}–{row.year_to}"


def _roles(session: Session) -> bytes:
    sheet = _sheet("Hvem gør hvad", "Rollerne i det danske referencegruppesystem, som kilderne beskriver dem")
    sheet.paragraph(
        "Listen er kort med vilje: én linje for hver myndighed og organisation. Navnene er dem, der gælder i dag."
        " Personer nævnes ikke."
    )
    bodies = session.scalars(select(Organisation).where(Organisation.role_da != ""))
    named = sorted((body.name_on(calendar.TODAY, "da"), body.role_da) for body in bodies)
    sheet.table(["Hvem", "Hvad"], [list(row) for row in named], [62, None])
    sheet.note("Kilder: S2 »Overview of public players«, S3 og S5. Gengivet med programmets egne ord.")
    return sheet.made()


def _statistics_chart(session: Session) -> bytes:
    years = [(str(year), value) for year, value in _years(session)]
    return bar_chart("Vurderet som ofre for menneskehandel", "Antal personer pr. år", years)


def _quarters(session: Session) -> bytes:
    groups = session.scalars(select(Group).where(Group.tier == Tier.REGIONAL).order_by(Group.code))
    rows = []
    for group in groups:
        met = session.scalars(select(Meeting.quarter).where(Meeting.group_id == group.id, Meeting.year == 2026)).all()  # noqa: PLR2004 - the demo's year
        rows.append((short_name(group, calendar.TODAY, "da"), [quarter in met for quarter in (1, 2, 3, 4)]))
    return quarter_picture("Møder i de regionale grupper 2026", rows)
