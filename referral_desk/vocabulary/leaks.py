"""What kinds of personal data and of words that stay with the authorities the leak alarm knows."""

from __future__ import annotations

import enum

from referral_desk.texts import N_, name_members


class FindKind(enum.StrEnum):
    """What a find looks like (domain 3.5, 4.6)."""

    CPR = "cpr"
    ID_NUMBER = "id_number"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    FORBIDDEN = "forbidden"
    NAME = "name"


name_members(
    {
        FindKind.CPR: N_("CPR number"),
        FindKind.ID_NUMBER: N_("Passport or alien number"),
        FindKind.EMAIL: N_("E-mail address"),
        FindKind.PHONE: N_("Telephone number"),
        FindKind.ADDRESS: N_("Postal address"),
        FindKind.FORBIDDEN: N_("Content that stays with the authorities"),
        FindKind.NAME: N_("Name"),
    }
)
