"""Ordinary minutes: agenda, notes, figures, dates, amounts, references, office contacts; nothing here is a leak.

Made pages are split like the corpus: a line whose SHA-256 divides by three is held out. The demo desk's minutes and
the reference data's own contacts belong to both.
"""

from __future__ import annotations

import hashlib
import random
import tomllib

from referral_desk.guard.personal_data import Ordinary
from referral_desk.reference.files import shipped
from referral_desk.texts import RESOURCES

LETTERS_OF_A_PAGE = 3000
SEED = 8102
MONTHS_DA = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]
MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
LINES = (
    "Referat af møde nr. {n} den {day_da} kl. {time}-{time} i {room}, {town}",
    "Til stede: politiet, kommunen, 3F, de sociale organisationer og CMM. Afbud: {n} medlemmer.",
    "Punkt {n}. Godkendelse af dagsorden og af referatet fra {day_da}",
    "Ad {n}: Gruppen drøftede udviklingen i {quarter}. kvartal {year} og sammenlignede med {year}.",
    "Beslutning: Sekretæren sender notatet inden {short}. Frist for bemærkninger er {dotted}.",
    "Handling {n}: Kommunen undersøger, om tolkene kan bestilles før kl. {time}. Frist {dotted}. Ansvarlig: kommunen.",
    "Journalnummer {year}-{n4} {n5}, akt {n}, dokument {n6}.",
    "J.nr. {year}-{n7}, sagsnr. {yy}/{n5}, dok.nr. {n6}.",
    "J.nr. {n8}. Sagen er afsluttet.",
    "Sagen {case} blev genoptaget, jf. {case} og forelæggelsen af {dotted}.",
    "Bevillingen er {amount} kr. for {year}-{year}, heraf {amount} kr. til opsøgende arbejde.",
    "Udgiften var {amount},50 kr. pr. døgn, i alt {amount} DKK i {year}.",
    "Der blev talt med {n3} personer i {quarter}. kvartal mod {n3} året før ({pct} %).",
    "Tallene fra {year} til {year} er {n}, {n}, {n3}, {n} og {n3}.",
    "Kontakt til CMM: tlf. {work_phone}, {work_mail}.",
    "Hotlinen har telefon {work_phone} og er åben alle dage fra {time} til {time}.",
    "Mødet blev holdt hos {work_address}.",
    "Jf. udlændingelovens § {n}, stk. {quarter}, nr. {quarter}, og bekendtgørelse nr. {n3} af {day_da}.",
    "LBK nr. {n4} af {dotted}, §§ {n}-{n}, gælder fra 1. juli {year}.",
    "Kontrolsum for bilag {n}: {sha}",
    "Udgave {quarter} af pakken har SHA-256 {sha}.",
    "CVR-nr. {n8}, EAN-nr. 5798{n9}.",
    "Faktura {n8} på {amount} kr. betales senest {dotted}.",
    "Mødelokale {n}, {quarter}. sal, {town}",
    "Bilag {n}: Statistik {year}-{year} ({n} sider). Bilag {n}: Notat af {short}.",
    "Uge {n}: tema om arbejdsmarkedet. Uge {n}: besøg hos skattemyndigheden. Uge {n}: intet.",
    "Gruppen mødes igen {day_da}, {day_da} og {day_da}; alle dage kl. {time}.",
    "Deltagerne aftalte, at {n3} brochurer trykkes på {quarter} sprog til {n} steder inden {short}.",
    "Refleksionsperioden er 30 dage, højst 100 eller 120 dage; tilbageholdelse højst 72 timer.",
    "Formanden oplyste, at næste nationale møde er {dotted}, og at fristen for punkter er {short}.",
    "Krisecentrene har {n} pladser i alt. Belægningen var {pct} % i {quarter}. kvartal.",
    "Politiet orienterede i almindelighed om indsatsen. Der blev ikke talt om konkrete sager.",
    "Hotlinen fik {n3} opkald, heraf {n} om børn og {n} om arbejde.",
    "Version {quarter}.{n}.{quarter} af vejledningen er offentlig; politiets egen omtales ikke her.",
    "Postnumrene {post}, {post} og {post} dækkes nu af det opsøgende hold.",
    "Klokken {time} begyndte punkt {n}; klokken {time} var det slut. Der var {n} minutter tilbage.",
    "Aktivitet {quarter}.{n}: {n3} af {n4} medarbejdere er undervist ({pct} procent).",
    "Region Syddanmark, Fyns Politi og {n} kommuner deltager fra {dotted}.",
    "Rapporten findes på www.example.dk/rapport-{year}/side{n}.html under afsnit {n}.",
    "{n} | {n3} | {n} | {n4} | {n} | {pct} | {n}",
    "Besøget i {town} {day_da} og {n}. {quarter} gik godt; Møllevang {n}. maj, Lunden {day_da}.",
    "{n3} {n3} {n}\n{n3} {n3} {n}\n{n4} {n4} {n}",
    "Arbejde {n} {year}\nArbejde {n} {year}\nUdnyttelse {n} {year}",
    "{year}\t{n3}\t{n3}\t{amount}\t{n}",
    "Optagelsen {stamp}-{clock}.m4a er slettet; billederne IMG-{stamp}-{clock}.jpg og scan {iso}-{clock} er gemt.",
    "Seminaret den {slash} {post} Vejle er flyttet til den {slash} kl. {clock}, den {dotted} {clock} eller {slash}.",
    "Sag {n6} ({year}), {n6}, {year}; beløb {amount},{n4}; udlændinge nu {n3}, asylansøgere {n4}; person nr. {n3}.",
    "Minutes of meeting no. {n} on {day_en}, {time} to {time}, {room}, {town}",
    "Present: police, municipality, union, NGOs and the centre. Apologies: {n} members.",
    "Item {n}: The group compared Q{quarter} {year} with Q{quarter} {year}.",
    "Decision: the secretary sends the note by {day_en}. Comments by {iso}.",
    "Action {n}: the municipality looks into interpreters before {time}; due {iso}, owner: municipality.",
    "The grant is DKK {amount} for {year} to {year}; of this {amount} for outreach work.",
    "Case {case} was taken up again, see {case} and the brief of {iso}.",
    "Contact the centre on {work_phone} or {work_mail}.",
    "The meeting took place at {work_address}.",
    "See pages {n}-{n}, table {quarter} and annex {n}; checksum {sha}",
    "Of {n3} people spoken to, {n} asked for help to return; {pct} per cent more than in {year}.",
    "Section {n} ({quarter}) of the Act, consolidated no. {n4} of {day_en}, applies from 1 July {year}.",
    "Phase {quarter}: weeks {n} to {n} of {year}. Room {n}, floor {quarter}.",
    "The police told the group in general terms about their work; no case was mentioned.",
    "The hotline had {n3} calls in {year}, {n} of them about children.",
    "Next meetings: {iso} at {time}, {iso} at {time} and {iso}.",
    "File: notes_{year}_{quarter}.docx, {n3} kB, saved {iso}T{time24}:00Z",
)  # fmt: skip


def organisations():
    """What is ordinary: the contacts of the organisations in the reference data."""
    rows = _contacts()
    return Ordinary.of(
        phones=[row["phone"] for row in rows if row.get("phone")],
        emails=[row["email"] for row in rows if row.get("email")],
        addresses=[row["address"] for row in rows if row.get("address")],
    )


def pages(*, held_out, letters=600_000):
    """Pages of made minutes, and the demo desk's own."""
    chance = random.Random(SEED)
    page, total = [], 0
    while total < letters:
        line = chance.choice(LINES).format_map(_Filling(chance))
        if (int.from_bytes(hashlib.sha256(line.encode()).digest()[:8], "big") % 3 == 0) is held_out:
            page.append(line)
            if sum(map(len, page)) >= LETTERS_OF_A_PAGE:
                total += sum(map(len, page))
                yield "\n".join(page)
                page = []
    yield from demo_minutes()


def demo_minutes():
    """What the demo desk's minutes say."""
    with (RESOURCES / "demo" / "minutes.toml").open("rb") as file:
        told = tomllib.load(file)
    for record in told["record"]:
        yield "\n".join([*record.get("notes", []), record.get("decision", "")])


def _contacts():
    return shipped()["organisations"]["contact"]


class _Filling(dict):
    """Fills each blank anew."""

    def __init__(self, chance):
        super().__init__()
        self.chance = chance

    def __missing__(self, name):
        dice = self.chance
        year, month, day = dice.randrange(2007, 2028), dice.randrange(1, 13), dice.randrange(1, 29)
        made = {
            "n": lambda: dice.randrange(1, 60),
            "n3": lambda: dice.randrange(60, 1000),
            "n4": lambda: dice.randrange(1000, 10_000),
            "n5": lambda: f"{dice.randrange(10**5):05}",
            "n6": lambda: dice.randrange(10**5, 10**6),
            "n7": lambda: dice.randrange(10**6, 10**7),
            "n8": lambda: dice.randrange(10**7, 10**8),
            "n9": lambda: f"{dice.randrange(10**9):09}",
            "pct": lambda: f"{dice.randrange(1, 100)},{dice.randrange(10)}",
            "amount": lambda: f"{dice.randrange(1, 99)}.{dice.randrange(1000):03}" + dice.choice(("", ".000", ".500")),
            "quarter": lambda: dice.randrange(1, 5),
            "year": lambda: year,
            "yy": lambda: f"{year % 100:02}",
            "day_da": lambda: f"{day}. {MONTHS_DA[month - 1]} {year}",
            "day_en": lambda: f"{day} {MONTHS_EN[month - 1]} {year}",
            "dotted": lambda: f"{day:02}.{month:02}.{year}",
            "short": lambda: dice.choice(
                (f"{day}/{month}-{year}", f"{day:02}.{month:02}.{year % 100:02}", f"{day}/{month}")
            ),
            "iso": lambda: f"{year}-{month:02}-{day:02}",
            "time": lambda: dice.choice(
                (f"{dice.randrange(8, 17)}.{dice.choice(('00', '15', '30'))}", f"{dice.randrange(8, 17)}")
            ),
            "time24": lambda: f"{dice.randrange(24):02}:{dice.randrange(60):02}",
            "stamp": lambda: f"{year}{month:02}{day:02}",
            "clock": lambda: f"{dice.randrange(24):02}{dice.randrange(60):02}",
            "slash": lambda: f"{day}/{month}-{year}",
            "room": lambda: dice.choice(("rådhuset", "politigården", "lokale 4", "mødelokale 12", "kantinen")),
            "town": lambda: dice.choice(("5000 Odense C", "8000 Aarhus C", "4000 Roskilde", "9000 Aalborg", "Vejle")),
            "post": lambda: dice.randrange(1000, 9991),
            "case": lambda: f"RG{dice.randrange(1, 7)}-{year}-{dice.randrange(1, 200):04}",
            "sha": lambda: hashlib.sha256(str(dice.random()).encode()).hexdigest(),
            "work_phone": lambda: dice.choice([row["phone"] for row in _contacts() if row.get("phone")]),
            "work_mail": lambda: dice.choice([row["email"] for row in _contacts() if row.get("email")]),
            "work_address": lambda: dice.choice([row["address"] for row in _contacts() if row.get("address")]),
        }
        return made[name]()
