"""The recovery code: 160 random bits that a person can write down, read aloud and type back (Crockford's base 32)."""

from __future__ import annotations

import secrets
from typing import Final

from referral_desk.errors import Invalid

BITS: Final = 160
SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# Crockford's check symbol is the number modulo 37: any one wrong sign and any swap of neighbours changes it.
CHECKS: Final = SIGNS + "*~$=U"
LENGTH: Final = BITS // 5
GROUP: Final = 4
MISREAD: Final = str.maketrans(
    {"O": "0", "I": "1", "L": "1", "-": "", " ": "", "\u2010": "", "\u2011": "", "\u2013": ""}
)


def new_code() -> str:
    """Make a code: eight groups of four signs and a check symbol, "7K2M-…-QX4T-C"."""
    return written(secrets.token_bytes(BITS // 8))


def written(secret: bytes) -> str:
    """Write 160 bits as people read them."""
    number = int.from_bytes(secret, "big")
    signs = "".join(SIGNS[number >> shift & 31] for shift in range(BITS - 5, -1, -5))
    groups = [signs[start : start + GROUP] for start in range(0, LENGTH, GROUP)]
    return "-".join([*groups, CHECKS[number % len(CHECKS)]])


def read(typed: str) -> bytes:
    """Give the 160 bits of a typed code; small letters, gaps and the usual misreadings (O, I, L) are forgiven.

    Raises Invalid where signs are missing or one was mistyped.
    """
    signs = "".join(typed.split()).upper().translate(MISREAD)
    if len(signs) != LENGTH + 1:
        raise Invalid(
            "A recovery code has {wanted} signs, and this has {typed}. Compare it with the paper, group by group.",
            wanted=LENGTH + 1,
            typed=len(signs),
        )
    number = 0
    for place, sign in enumerate(signs[:-1]):
        if sign not in SIGNS:
            raise Invalid(
                "Group {group} of the recovery code holds a sign that no code has. Compare it with the paper.",
                group=place // GROUP + 1,
            )
        number = number << 5 | SIGNS.index(sign)
    if CHECKS[number % len(CHECKS)] != signs[-1]:
        raise Invalid("One sign of the recovery code is not as it stands on the paper. Compare them group by group.")
    return number.to_bytes(BITS // 8, "big")
