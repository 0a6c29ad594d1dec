"""What three regions raise, what the bodies above say to it, and on which days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

RAISED, NATIONAL, DECIDED = dt.date(2026, 12, 3), dt.date(2026, 12, 15), dt.date(2026, 12, 23)
ANSWERED, HEARD, CLOSED = dt.date(2027, 1, 27), dt.date(2027, 3, 24), dt.date(2027, 4, 6)
SPRING = {"rg2": dt.date(2027, 2, 25), "rg3": dt.date(2027, 3, 1), "national": dt.date(2027, 3, 16)}
LATE = ("rg5", dt.date(2027, 3, 3))
"""The meeting that is planned only when the answer is there already."""
NUMBER = "010190-1234"
JOURNAL = "2027-0118"
WHY_ON = "Kontoregler er et anliggende for flere ministerier."
SENT_ON = "Tre regioner møder ofre, der ikke kan få udbetalt løn, fordi ingen bank vil oprette en konto til dem."
ANSWER = "Bankerne får et brev om pligten til at tilbyde en basal konto i refleksionsperioden."
HOME = {
    2: "Arbejdsgruppen skriver til bankerne om basale konti i refleksionsperioden.",
    1: "Bankerne får et brev i foråret. Vis det frem, hvis en bank siger nej.",
}


@dataclass(frozen=True)
class Raised:
    """What one region brings."""

    code: str
    group: str
    held: dt.date
    decision: str
    title: str
    problem: str
    proposal: str


REGIONS = (
    Raised(
        "rg2",
        "RG2",
        dt.date(2026, 11, 26),
        "Gruppen løfter spørgsmålet om bankkonto til den nationale gruppe.",
        "Ingen bankkonto i refleksionsperioden",
        "Ofre får ingen bankkonto i refleksionsperioden og kan ikke få deres løn udbetalt.",
        "at der findes en løsning for bankkonto i refleksionsperioden",
    ),
    Raised(
        "rg3",
        "RG3",
        dt.date(2026, 11, 30),
        "Gruppen løfter spørgsmålet om afslag på bankkonto.",
        "Afslag på bankkonto uden fast adresse",
        f"Banken afviste at oprette bankkonto til {NUMBER} i refleksionsperioden, så løn ikke kunne udbetales.",
        "at bankerne kender reglerne for bankkonto i refleksionsperioden",
    ),
    Raised(
        "rg5",
        "RG5",
        dt.date(2026, 12, 2),
        "Gruppen løfter spørgsmålet om løn uden bankkonto.",
        "Løn kan ikke udbetales uden bankkonto",
        "Arbejdsgivere holder løn tilbage, når ofre ingen bankkonto har i refleksionsperioden.",
        "at løn kan udbetales uden bankkonto i refleksionsperioden",
    ),
)
