"""The demo desk's PDF papers, typeset from the reference data: the plan's activities, the figures, who does what."""

from __future__ import annotations

import io
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from referral_desk.demo import calendar
from referral_desk.demo.story import PLAN
from referral_desk.models import ActionPlan, Organisation
from referral_desk.models.agenda import item_activities
from referral_desk.queries.statistics import SumRow, figures, gaps, running_sums
from referral_desk.vocabulary import Sector

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from referral_desk.models import PlanActivity, PlanArea
    from referral_desk.reports.sheet import Sheet

LANGUAGE: Final = "da"
SERIES: Final = "cmm"
MEASURE: Final = "victims"
SOURCES: Final = (
    "Kilder: handlingsplanen 2019–2021 (S2), Europa-Kommissionens landesider (S3, S5), tillægget fra 2015 (S4) og de"
    " offentliggjorte årstal for 2018–2023."
)
DIMENSIONS: Final = {"exploitation": "Udnyttelse", "gender": "Køn", "age": "Alder"}
SECTORS: Final = {
    Sector.MINISTRY: "Ministerier",
    Sector.POLICE: "Politi og anklagemyndighed",
    Sector.PROSECUTION: "Politi og anklagemyndighed",
    Sector.RECRUITMENT_AGENCY: "Andre statslige myndigheder",
    Sector.IMMIGRATION: "Andre statslige myndigheder",
    Sector.TAX: "Andre statslige myndigheder",
    Sector.LABOUR_INSPECTION: "Andre statslige myndigheder",
    Sector.PRISON_SERVICE: "Andre statslige myndigheder",
    Sector.NATIONAL_CENTRE: "Social indsats og sundhed",
    Sector.SOCIAL_WORK: "Social indsats og sundhed",
    Sector.HEALTH: "Social indsats og sundhed",
    Sector.MUNICIPALITY: "Kommuner",
    Sector.NGO: "Sociale organisationer",
    Sector.TRADE_UNION: "Arbejdsmarkedets parter",
    Sector.EMPLOYER: "Arbejdsmarkedets parter",
}
OTHERS: Final = "Andre"


def plan_activities(session: Session) -> bytes:
    """Every activity of the plan, with how often it stood on an agenda."""
    plan = session.scalars(select(ActionPlan).where(ActionPlan.code == PLAN)).one()
    counted = select(item_activities.c.plan_activity_id, func.count()).group_by(item_activities.c.plan_activity_id)
    told: dict[int, int] = dict(session.execute(counted).all())
    sheet = _sheet(plan.title_da, "Aktiviteterne, og hvor ofte de har stået på en dagsorden i 2025 og 2026")
    sheet.paragraph(
        "Numrene er vores egne og følger planens rækkefølge. Antallet er talt af programmet: et punkt tæller, når det"
        " peger på aktiviteten. En aktivitet uden tal er ikke nævnt på noget møde i de to år."
    )
    for area in plan.areas:
        if area.parent is None:
            sheet.heading(area.title_da)
        if area.activities:
            _area(sheet, area, told)
    missing = [one for area in plan.areas for one in area.activities if not told.get(one.id)]
    sheet.heading("Aktiviteter, som ingen gruppe har haft på dagsordenen")
    sheet.paragraph(f"{len(missing)} aktiviteter mangler. De kan tages op på næste møde i en regional gruppe.")
    sheet.listing([(one.number, one.title_da) for one in missing])
    sheet.note("Kilde: handlingsplanen selv (S2). Teksterne er gengivet med programmets egne ord.")
    return sheet.made()


def _area(sheet: Sheet, area: PlanArea, told: dict[int, int]) -> None:
    if area.parent is not None:
        sheet.heading(area.title_da, 2)
    for objective in area.objectives:
        sheet.paragraph(f"Mål: {objective.text_da}")

    def row(activity: PlanActivity) -> list[str]:
        return [activity.number, activity.title_da, str(told.get(activity.id) or "–")]

    sheet.table(["Nr.", "Aktivitet", "Punkter"], [row(one) for one in area.activities], [12, None, 18], frozenset({2}))


def year_figures(session: Session) -> bytes:
    """The published figures: year by year with their sum, what does not add up, and what the sources say beside."""
    sums = running_sums(session)
    sheet = _sheet("Vurderet som ofre for menneskehandel", "Antal personer pr. år og i alt siden 2007")
    bars = [(str(row.year), row.count) for row in sums[1:]]
    sheet.bars(bars, "Søjler for hvert år: " + ", ".join(f"{year} {count}" for year, count in bars))
    sheet.heading("Løbende sum")
    sheet.paragraph(
        f"Fra 2007 til {sums[0].year} kendes kun summen. Derefter lægges hvert år til, og hvor en kilde selv trykker"
        " summen, er de to sammenlignet."
    )
    rows = [_sum(row, first=not number) for number, row in enumerate(sums)]
    sheet.table(["År", "Personer", "I alt siden 2007", "Trykt sum"], rows, [34, 34, 44, None], frozenset({1, 2, 3}))
    sheet.heading("Fordelinger, der ikke går op")
    sheet.paragraph(
        "Årets total tælles ikke altid samme dag som fordelingen på typer. Forskellen står her, fordi den ellers ville"
        " blive gemt i en procent."
    )
    open_ends = [
        [_years(gap.year_from, gap.year_to), DIMENSIONS[gap.dimension], *map(str, (gap.total, gap.parts, gap.rest))]
        for gap in gaps(session)
        if gap.series == SERIES and gap.categories > 1
    ]
    heads = ["År", "Fordelt på", "I alt", "Fordelt", "Ikke fordelt"]
    sheet.table(heads, open_ends, [28, None, 20, 20, 26], frozenset({2, 3, 4}))
    parts: defaultdict[str, list[list[str]]] = defaultdict(list)
    for one in figures(session, language=LANGUAGE, series=SERIES):
        if one.measure == MEASURE and one.dimension:
            share = "" if one.percent is None else f"{one.percent:.1f} %".replace(".", ",")
            quoted = one.quoted.replace(".", ",").replace(" %", "\N{NO-BREAK SPACE}%")
            parts[one.dimension].append([one.years, one.label, str(one.value), share, quoted])
    sheet.heading("Hvad kilderne ellers fortæller")
    sheet.paragraph("Andelen er regnet af antallene. Står der en andel i kilden selv, er den citeret ved siden af.")
    for dimension, title in DIMENSIONS.items():
        sheet.heading(title, 2)
        heads = ["År", "Gruppe", "Personer", "Regnet", "Citeret"]
        sheet.table(heads, parts[dimension], [28, None, 20, 20, 20], frozenset({2, 3, 4}))
    sheet.note(f"{SOURCES} Andele er citeret, som de står.")
    return sheet.made()


def _sum(row: SumRow, *, first: bool) -> list[str]:
    years = _years(2007, row.year) if first else str(row.year)
    printed = "" if row.published is None else "stemmer" if row.agrees else f"afviger: {row.published}"
    return [years, str(row.count), f"{row.total:,}".replace(",", "."), printed]


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def who_does_what(session: Session) -> bytes:
    """The role of every public player and organisation that the sources describe, by sector."""
    sheet = _sheet("Hvem gør hvad", "Rollerne i det danske referencegruppesystem, som kilderne beskriver dem")
    sheet.paragraph(
        "Listen er kort med vilje: én linje for hver myndighed og organisation. Navnet er det, der gælder i dag, eller"
        " det sidste, som en nedlagt myndighed havde. Personer nævnes ikke."
    )
    bodies: defaultdict[str, list[list[str]]] = defaultdict(list)
    for body in session.scalars(select(Organisation).where(Organisation.role_da != "")):
        bodies[SECTORS.get(body.sector, OTHERS)].append([body.name_on(calendar.TODAY, LANGUAGE), body.role_da])
    for title in dict.fromkeys([*SECTORS.values(), OTHERS]):
        sheet.heading(title)
        sheet.table(["Hvem", "Hvad"], sorted(bodies[title]), [62, None])
    sheet.note(
        "Kilder: handlingsplanen 2019–2021 (S2) og Europa-Kommissionens landesider (S3, S5), med programmets egne ord."
    )
    return sheet.made()


def sign_up_form() -> bytes:
    """A form whose file wants to run a program when it is opened: what the desk takes out before anybody sees it."""
    from pikepdf import Array, Dictionary, Name, Pdf, String  # noqa: PLC0415 - only while a demo desk is made

    sheet = _sheet("Tilmelding til temadag om unge", "Udfyldes af medlemmer og suppleanter")
    sheet.paragraph("Temadagen holdes i januar. Skriv, hvem der kommer, og hvad I gerne vil høre om.")
    asked = ("Gruppe", "Antal deltagere", "Emner", "Særlige hensyn")
    sheet.table(["Spørgsmål", "Svar"], [[question, "\N{NO-BREAK SPACE}"] for question in asked], [50, None])
    sheet.note("Filen vil med vilje starte et program, når den åbnes. Det fjernes, når den vedlægges.")
    with Pdf.open(io.BytesIO(sheet.made())) as pdf:
        script = Dictionary(S=Name.JavaScript, JS='app.alert("Hej");')
        pdf.Root.OpenAction = script
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("hej"), script])))
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _sheet(title: str, subtitle: str) -> Sheet:
    from referral_desk.reports.sheet import Sheet  # noqa: PLC0415 - ReportLab only where a PDF is made

    return Sheet(LANGUAGE, title, subtitle, "Bilag fra Center mod Menneskehandel (demo)", calendar.TODAY)
