"""What is put into the sentences of the corpus: invented by a seeded dice, never taken from anybody."""

from __future__ import annotations

import functools

import phonenumbers

from tests.leaks.writings import BEFORE, BEHIND, WRITINGS, a_number

SYLLABLES = (
    "ka",
    "lu",
    "ne",
    "dor",
    "vik",
    "mi",
    "ra",
    "sol",
    "ta",
    "ve",
    "jo",
    "han",
    "bri",
    "os",
    "el",
    "fa",
    "ni",
    "zu",
)
STREETS = (
    "vej", "gade", "vænget", "stræde", "alle", "allé", "parken", "bakken", "toften", "marken", "haven", "vangen",
    "gårdsvej", "kirkevej", "torvet", "plads", "boulevard", "kaj", "brinken", "lunden",
)  # fmt: skip
TOWNS = (
    "1652 København V", "2100 København Ø", "2450 København SV", "2630 Taastrup", "3700 Rønne", "4000 Roskilde",
    "4800 Nykøbing F", "5000 Odense C", "5700 Svendborg", "6000 Kolding", "6400 Sønderborg", "7100 Vejle",
    "8000 Aarhus C", "8900 Randers C", "9000 Aalborg", "9900 Frederikshavn",
)  # fmt: skip
FLOORS = ("", ", 1. tv", ", 2. th.", ", st.", " 3.tv.", ", 4. mf.", ", st. th", ", kl.", ", 1., dør 12", " 2 tv")
ABROAD = (
    "Strada {name} 12", "Str. {name} nr. 5", "ul. {name} 10", "Ulica {name} 44", "Calle {name} 7", "Rua {name} 19",
    "Via {name} 31", "{name}straße 8", "{name}gatan 14", "14 {name} Street", "221 {name} Road", "Bulevardul {name} 90",
    "rue {name} 3", "{name}veien 6",
)  # fmt: skip
REGIONS = (
    "RO",
    "PL",
    "NG",
    "TH",
    "PH",
    "UA",
    "HU",
    "BG",
    "LT",
    "LV",
    "SE",
    "NO",
    "DE",
    "GB",
    "ES",
    "IT",
    "VN",
    "BR",
    "RS",
    "MD",
)
PROVIDERS = ("example.com", "example.dk", "post.example.dk", "mail.example.org", "example-mail.net", "example.co.uk")


def a_word(chance, parts=2):
    return "".join(chance.choice(SYLLABLES) for _ in range(parts)).capitalize()


def a_name(chance):
    return f"{a_word(chance)} {a_word(chance, 3)}"


def cpr(chance):
    """A number in one of its writings, with what stands around it; the span is that of the number."""
    writing = chance.choice(sorted(WRITINGS))
    number = WRITINGS[writing](*a_number(chance))
    before, behind = chance.choice(BEFORE), chance.choice(BEHIND)
    return before, number, behind


def danish_phone(chance):
    """Eight figures that somebody in Denmark can have, as people write them."""
    while True:
        told = f"{chance.randrange(20_000_000, 100_000_000)}"
        if phonenumbers.is_valid_number(phonenumbers.PhoneNumber(country_code=45, national_number=int(told))):
            break
    form = chance.choice(
        (
            "{0}{1}{2}{3}",
            "{0} {1} {2} {3}",
            "{0}{1} {2}{3}",
            "+45 {0} {1} {2} {3}",
            "+45{0}{1}{2}{3}",
            "0045 {0}{1}{2}{3}",
            "(+45) {0}{1} {2}{3}",
            "{0}-{1}-{2}-{3}",
            "{0}.{1}.{2}.{3}",
            "{0}\u00a0{1}\u00a0{2}\u00a0{3}",
            "+45-{0}{1}{2}{3}",
        )
    )
    return form.format(told[:2], told[2:4], told[4:6], told[6:])


@functools.cache
def _example(region):
    return phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)


def foreign_phone(chance):
    found = _example(chance.choice(REGIONS))
    while True:
        told = str(found.national_number)
        told = told[:-4] + f"{chance.randrange(10**4):04}"
        number = phonenumbers.PhoneNumber(country_code=found.country_code, national_number=int(told))
        if phonenumbers.is_valid_number(number):
            break
    form = chance.choice((phonenumbers.PhoneNumberFormat.E164, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
    said = phonenumbers.format_number(number, form)
    return said.replace("+", "00", 1) if chance.random() < 0.3 else said


def phone(chance):
    return danish_phone(chance) if chance.random() < 0.65 else foreign_phone(chance)


def email(chance):
    local = chance.choice(("{0}.{1}", "{0}", "{0}_{1}", "{0}{n}", "{0}-{1}", "{0}+{1}", "kontakt.{0}")).format(
        a_word(chance).lower(), a_word(chance, 3).lower(), n=chance.randrange(100)
    )
    at = chance.choice(("@",) * 12 + (" (at) ", "[at]", "(snabel-a)"))
    return f"{local}{at}{chance.choice(PROVIDERS)}"


def street(chance):
    name, end = a_word(chance, chance.choice((2, 3))), chance.choice(STREETS)
    if end in {"alle", "allé", "plads", "boulevard"}:
        return f"{name}s {end.capitalize()}" if chance.random() < 0.6 else f"{name} {end.capitalize()}"
    made = f"{name}{end}"
    return (
        f"{chance.choice(('Gammel', 'Nordre', 'Vestre', 'Store', 'Gl.', 'Sdr.'))} {made}"
        if chance.random() < 0.15
        else made
    )


def address(chance):
    if chance.random() < 0.18:
        return chance.choice(ABROAD).format(name=a_word(chance, 3))
    letter = chance.choice(("", "", "", "A", "B", " C"))
    town = "" if chance.random() < 0.35 else chance.choice((", ", " ", "\n")) + chance.choice(TOWNS)
    return f"{street(chance)} {chance.randrange(1, 240)}{letter}{chance.choice(FLOORS)}{town}"


def id_number(chance):
    """A word that says what it is, and the number; the span is that of the number."""
    letters = "ABCDEFGHKLMNPRSTVX"
    number = chance.choice(
        (
            f"{chance.randrange(10**8, 10**9)}",
            f"{chance.choice(letters)}{chance.randrange(10**7, 10**8)}",
            f"{chance.choice(letters)}{chance.choice(letters)}{chance.randrange(10**6, 10**7)}",
            f"{chance.choice(letters)}{chance.choice(letters)} {chance.randrange(10**5, 10**6)}",
            f"{chance.randrange(10**7, 10**8)}",
            f"{chance.randrange(10, 100)}-{chance.randrange(100, 1000)}-{chance.randrange(100, 1000)}",
        )
    )
    word = chance.choice(
        (
            "pas nr. ",
            "pasnr. ",
            "pasnummer: ",
            "Pas nr.: ",
            "passport no. ",
            "passport number ",
            "Passport: ",
            "udl.nr. ",
            "udl. nr. ",
            "udlændingenummer ",
            "udlændingenr.: ",
            "udlændinge-nr. ",
            "asyl-nr. ",
            "ID-nr. ",
            "id-nummer ",
            "person-ID ",
            "personnr. ",
            "opholdskort nr. ",
            "residence permit no. ",
            "alien number ",
            "rejsedokument nr. ",
            "ID card no. ",
        )
    )
    return word, number, ""


def strip(chance):
    """A line of a passport's strip."""
    line = f"P<{chance.choice(('ROU', 'NGA', 'THA', 'UKR'))}{a_word(chance, 3).upper()}<<{a_word(chance).upper()}"
    return line.ljust(44, "<")
