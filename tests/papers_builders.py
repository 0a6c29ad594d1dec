"""The documents of escalations for tests, with everything in them that can be."""

from __future__ import annotations

import datetime as dt

from referral_desk.queries.case_documents import (
    Brief,
    BriefActivity,
    BriefLine,
    BriefOrigin,
    BriefPaper,
    BriefRule,
    FeedbackNote,
    Ledger,
    LedgerLine,
    LedgerPart,
    NoteCircular,
    NoteMatter,
    SpeakingNote,
)
from referral_desk.queries.documents import ActionLine
from referral_desk.queries.handover_record import (
    Handover,
    HandoverDeadline,
    HandoverGroup,
    HandoverMeeting,
    HandoverSeat,
)
from referral_desk.vocabulary import (
    ActionState,
    CaseKind,
    CircularKind,
    ConsultationRole,
    EscalationEventKind,
    EscalationState,
    Label,
    MeetingKind,
    Priority,
    SeatKind,
    Sector,
    Stage,
    Trouble,
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
                "Udrejsefrist",
                "",
                "30 dage",
                "Handlingsplanen",
                "",
                dt.date(2026, 12, 18),
                "30 dage",
                "regnet fra afgørelsen",
            ),
            BriefRule("Hvem identificerer", "CMM", "Lovligt ophold", "Handlingsplanen", "Kendes kun på året."),
            BriefRule("Personlig repræsentant eller forældremyndighedsindehaver", "", "Børn", "Handlingsplanen", ""),
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
        "papers": (
            BriefPaper("Ventelister i efteråret", "ventelister.pdf", "9c" * 32, 3),
            BriefPaper("Brev fra kommunen", "brev.docx", "e1" * 32),
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
    none = dict.fromkeys(("rules", "activities", "origins", "history", "papers"), ())
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


def a_line(number=7, **changes):
    """A line of a ledger: with the national group, three weeks late."""
    told = {
        "reference": f"RG4-2026-{number:04}",
        "title": "Ventetid på sikre pladser til formodede ofre",
        "theme": "Bolig og beskyttet ophold",
        "origins": ("RG 4", "RG 2"),
        "holder": "National",
        "state": EscalationState.ON_AGENDA,
        "since": dt.date(2026, 10, 1),
        "created_on": dt.date(2026, 9, 10),
        "age_days": 73,
        "waits_days": 52,
        "due": dt.date(2026, 11, 1),
        "is_late": True,
        "urgency": Urgency.URGENT,
        "next_step": "National beslutter den på mødet torsdag den 3. december.",
    }
    return LedgerLine(**(told | changes))


def an_answered_line(number=3, **changes):
    """A line whose answer has come home."""
    told = {
        "state": EscalationState.CLOSED,
        "holder": "RG 4",
        "due": None,
        "is_late": False,
        "urgency": Urgency.NORMAL,
        "next_step": "",
        "answer": "Der oprettes **ti pladser**.\n\n- CMM visiterer",
        "answered_by": "TVÆR",
        "answered_on": dt.date(2026, 6, 11),
        "closed_on": dt.date(2026, 9, 3),
        "closed_reason": "Meddelt på mødet.",
    }
    return a_line(number, **(told | changes))


def a_ledger(language="da", *, count=4, **changes):
    """A ledger with as many open lines, and half as many closed ones."""
    lines = tuple(a_line(n, **({} if n % 3 else {"title": "", "is_late": False})) for n in range(1, count + 1))
    merged = a_line(90, state=EscalationState.MERGED, lead="RG2-2026-0004", due=None, is_late=False)
    over = tuple(an_answered_line(200 + n) for n in range(count // 2))
    parts = (("With the national group", lines), ("Merged into another", (merged,)), ("Over", over))
    told = {"day": dt.date(2026, 11, 22), "label": Label.INTERNAL}
    told["parts"] = tuple(LedgerPart(name, some) for name, some in parts if some and count)
    return Ledger(language=language, **(told | changes))


def a_matter(number=7, **changes):
    """A matter in a speaking note, on the agenda."""
    told = {
        "reference": f"RG4-2026-{number:04}",
        "title": "Ventetid på sikre pladser til formodede ofre",
        "asked": PROPOSAL,
        "state": EscalationState.ON_AGENDA,
        "holder": "National",
        "role": ConsultationRole.DECISION,
        "next_step": "National beslutter den på mødet torsdag den 3. december.",
        "item": 6,
        "due": dt.date(2026, 11, 1),
        "is_late": True,
        "others": ("RG 2", "RG 6"),
    }
    return NoteMatter(**(told | changes))


def a_speaking_note(language="da", *, count=2, **changes):
    """A speaking note with as many matters on the agenda, as many elsewhere, an answer and two circulars."""
    here = tuple(a_matter(n) for n in range(1, count + 1))
    there = tuple(a_matter(20 + n, item=None, due=None, is_late=False, others=()) for n in range(count))
    home = a_matter(40, item=None, is_late=False, state=EscalationState.RELEASED, answer="Der oprettes ti pladser.")
    told = {
        "region": REGION,
        "speaker": "Repræsentant Prøve",
        "body": NATIONAL,
        "label": Label.INTERNAL,
        "day": dt.date(2026, 11, 22),
        "meeting_day": dt.date(2026, 12, 3),
        "starts": dt.time(10),
        "ends": dt.time(13),
        "place": "København",
        "own_next": dt.date(2027, 1, 21),
        "matters": here + there,
        "answers": (home, a_matter(41, item=None, title="", asked="", is_late=False)) if count else (),
        "circulars": (a_circular(), a_circular(2, noted_on=dt.date(2026, 11, 2)), a_circular(1, title="")),
    }
    return SpeakingNote(language=language, **(told | changes))


def a_circular(number=3, **changes):
    """A circular that the region has on its next agenda."""
    told = {
        "reference": f"C2026-{number}",
        "kind": CircularKind.TREND_WARNING,
        "title": "Nye rekrutteringsmønstre",
        "sent_on": dt.date(2026, 10, 12),
        "noted_on": None,
        "meeting_day": dt.date(2027, 1, 21),
    }
    return NoteCircular(**(told | changes))


def a_handover(language="da", *, groups=1, **changes):
    """A hand-over sheet with everything in it, of one group or of several."""
    seats = (
        HandoverSeat(
            SeatKind.CHAIR,
            "Formand Prøve",
            "Kommunen",
            email="formand@example.dk",
            until=dt.date(2027, 1, 6),
            days_left=45,
        ),
        HandoverSeat(SeatKind.MEMBER, "", "Politiet", Sector.POLICE, is_vacant=True),
        HandoverSeat(SeatKind.MEMBER, "", "3F", Sector.TRADE_UNION),
        HandoverSeat(
            SeatKind.MEMBER, "Medlem Prøve", "Hjælpen", Sector.NGO, until=dt.date(2026, 12, 31), following="Ny Prøve"
        ),
        HandoverSeat(SeatKind.REGIONAL_REPRESENTATIVE, "Stemme Prøve", "Kommunen", represents="RG 4"),
    )
    meetings = (
        HandoverMeeting(
            dt.date(2026, 11, 12),
            dt.time(9),
            dt.time(12),
            MeetingKind.ORDINARY,
            Stage.IN_COMMENT,
            "Vejle",
            is_held=True,
        ),
        HandoverMeeting(dt.date(2027, 1, 21), dt.time(9), dt.time(12), MeetingKind.ORDINARY, Stage.PLANNED, "Aarhus"),
    )
    full = HandoverGroup(
        name=REGION,
        parent="National",
        seats=seats,
        missing=(Sector.POLICE,),
        trouble=Trouble.VACANT,
        meetings=meetings,
        deadlines=(
            HandoverDeadline("comments", dt.date(2026, 11, 20), dt.date(2026, 11, 12), is_late=True),
            HandoverDeadline("invitation", dt.date(2026, 12, 18), dt.date(2027, 1, 21), is_late=False),
        ),
        actions=(
            ActionLine(
                "RG4-2026-1",
                REGION,
                "Skrive til kommunen",
                "3F",
                "",
                dt.date(2026, 11, 1),
                21,
                Priority.HIGH,
                ActionState.OPEN,
            ),
        ),
        pending=(a_line(), a_line(8, title="", is_late=False)),
        circulars=(a_circular(),),
    )
    told = {"day": dt.date(2026, 11, 22), "label": Label.INTERNAL, "is_of_all": groups > 1}
    return Handover(language=language, groups=(full,) * groups, **(told | changes))
