"""The documents of escalations for tests, with everything in them that can be."""

from __future__ import annotations

import datetime as dt

from referral_desk.queries.case_documents import (
    Brief,
    BriefActivity,
    BriefLine,
    BriefOrigin,
    BriefRule,
    FeedbackNote,
)
from referral_desk.vocabulary import (
    CaseKind,
    ConsultationRole,
    EscalationEventKind,
    Label,
    Urgency,
)

NATIONAL, TOP = "Den nationale referencegruppe", "Den tværministerielle arbejdsgruppe til bekæmpelse af menneskehandel"
REGION = "Regional referencegruppe 4, Midt- og Vestjylland"
PROPOSAL = "Det indstilles,\n\n1. at der oprettes **ti** pladser,\n2. at ordningen evalueres."


def a_brief(language="da", **changes):
    """A brief for the inter-ministerial group, from three regions."""
    told = {
        "reference": "RG4-2026-0007",
        "title": "Ventetid på sikre pladser til formodede ofre i Midt- og Vestjylland",
        "sender": NATIONAL,
        "body": TOP,
        "role": ConsultationRole.DECISION,
        "label": Label.INTERNAL,
        "urgency": Urgency.URGENT,
        "due": dt.date(2026, 12, 14),
        "day": dt.date(2026, 11, 18),
        "is_draft": False,
        "problem": "Der går 19 dage.\n\n- I uge 38 stod **fire** uden plads\n- To gik tilbage",
        "consequence": "Sagerne falder.",
        "tried": "Regionen har spurgt tre kommuner.",
        "proposal": PROPOSAL,
        "legal_point": "Opholdet er begrænset til fire uger.",
        "kind": CaseKind.CHALLENGE,
        "theme": "Bolig og beskyttet ophold",
        "sha256": "4f" * 32,
        "rules_on": dt.date(2026, 11, 18),
        "rules_preface": "Vejledning, aldrig en afgørelse.",
        "rules": (
            BriefRule(
                "Udrejsefrist", "", "30 dage", "Handlingsplanen", "", dt.date(2026, 12, 18), "regnet fra afgørelsen"
            ),
            BriefRule("Hvem identificerer", "CMM", "Lovligt ophold", "Handlingsplanen", "Kendes kun på året."),
        ),
        "activities": (BriefActivity("4.2", "Flere boliger", "Handlingsplan 2022-2025"),),
        "origins": (
            BriefOrigin(REGION, "RG4-2026-0007", "Ventetid på sikre pladser", dt.date(2026, 9, 14), False),
            BriefOrigin("Fyn", "RG2-2026-0011", "Ingen pladser", dt.date(2026, 9, 21), True),
            BriefOrigin("Sjælland", "RG6-2026-0003", "", None, True),
        ),
        "history": (
            BriefLine(dt.date(2026, 9, 10), "RG 4", EscalationEventKind.ENDORSED, "", dt.date(2026, 9, 10), 5),
            BriefLine(dt.date(2026, 9, 14), "RG 4", EscalationEventKind.SENT),
            BriefLine(dt.date(2026, 9, 17), "National", EscalationEventKind.RETURNED, "Hvad er prøvet?"),
            BriefLine(dt.date(2026, 9, 22), "National", EscalationEventKind.ACCEPTED),
            BriefLine(dt.date(2026, 10, 1), "National", EscalationEventKind.PUT_ON_AGENDA, "", dt.date(2026, 11, 12)),
        ),
    }
    return Brief(language=language, **(told | changes))


def a_draft(language="da", **changes):
    """A brief that is not sent yet and has nothing that it need not have."""
    bare = {
        "is_draft": True,
        "urgency": Urgency.NORMAL,
        "role": ConsultationRole.INFORMATION,
        "due": None,
        "sha256": "",
        "jump_reason": "Sagen haster.",
        "kind": None,
        "rules_on": None,
    }
    empty = dict.fromkeys(("consequence", "tried", "proposal", "legal_point", "theme"), "")
    none = dict.fromkeys(("rules", "activities", "origins", "history"), ())
    return a_brief(language, **(bare | empty | none | changes))


def a_note(language="da", **changes):
    """A feedback note to one of three regions."""
    told = {
        "group": REGION,
        "reference": "RG4-2026-0007",
        "title": "Ventetid på sikre pladser",
        "label": Label.INTERNAL,
        "text": "Der oprettes **ti pladser**.\n\n- CMM visiterer",
        "body": TOP,
        "released_on": dt.date(2026, 12, 18),
        "answered_on": dt.date(2026, 12, 14),
        "asked": PROPOSAL,
        "asked_on": dt.date(2026, 9, 14),
        "way": ("National", "TVÆR"),
        "others": ("RG 2", "RG 6"),
        "meeting_day": dt.date(2027, 1, 21),
        "item": 4,
    }
    return FeedbackNote(language=language, **(told | changes))
