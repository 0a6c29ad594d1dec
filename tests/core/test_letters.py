"""What is written to people about a meeting: each in their language and letter, opened unsent, told plainly."""

import datetime as dt
import email
import email.policy
import re

import pytest
from icalendar import Calendar

from referral_desk.exchange.letters import SUBJECTS, letter
from referral_desk.exchange.mail import Attachment
from referral_desk.exchange.outgoing import draft_files
from referral_desk.queries.invitations import Facts
from referral_desk.queries.letters import Signer
from referral_desk.texts import LANGUAGES
from referral_desk.vocabulary import Label, MailingKind, MeetingKind
from tests.letters import FACTS, LETTER, a_dispatch, a_letter, a_told

INVITATION, UPDATE, CANCELLATION = MailingKind.INVITATION, MailingKind.UPDATE, MailingKind.CANCELLATION
OLD = Facts(dt.date(2027, 1, 13), dt.time(10), dt.time(12), "Biblioteket")


def read(file):
    return email.message_from_bytes(file.content, policy=email.policy.default)


def text(file):
    return read(file).get_body().get_content()


def entries(file):
    found = [part.get_content() for part in read(file).iter_attachments() if part.get_content_type() == "text/calendar"]
    return [Calendar.from_ical(one) for one in found]


def names(files):
    return [file.name for file in files]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SUBJECTS)
def test_every_letter_is_whole_in_both_languages(kind, language):
    facts = a_letter(before=OLD, reason="Lokalet er optaget", comments_due=dt.date(2027, 2, 10))
    said = letter(facts, kind, language, name="Prøve Person")
    whole = f"{said.subject}\n{said.body}\n{said.summary}\n{said.description}"
    assert not re.search(r"[{}]|None|  |\n\n\n", whole)
    assert said.body.startswith("Kære Prøve Person\n\n" if language == "da" else "Dear Prøve Person,\n\n")
    assert said.body.endswith("Sekretær Prøve\nSpecialkonsulent")
    assert facts.group[language] in said.subject
    assert "Referencegruppe" in said.body if language == "da" else "Reference Group" in said.body


def test_an_invitation_says_when_where_and_what_to_do_by_when():
    said = letter(a_letter(words={"da": "Parkér i gården.", "en": ""}), INVITATION, "da").body
    for line in (
        "Tid: onsdag den 20. januar 2027 kl. 9.00–12.00",
        "Sted: Rådhuset, lokale 2.14",
        "Punkter til dagsordenen: send dem senest onsdag den 23. december 2026.",
        "Afbud: giv besked senest mandag den 18. januar 2027, og om hvem der kommer i stedet.",
        "Parkér i gården.",
        "Kalenderaftalen er vedhæftet: åbn den og svar dér, eller svar på denne mail.",
    ):
        assert line in said


def test_a_deadline_that_is_past_is_never_asked_for():
    said = letter(a_letter(today=FACTS.day), INVITATION, "da").body
    assert "hurtigst muligt" in said
    assert "med det samme" in said
    assert "23. december" not in said
    assert "13. januar" not in said


def test_a_move_says_where_the_meeting_was_and_why_and_asks_anew():
    said = letter(a_letter(before=OLD, reason="Lokalet er optaget"), UPDATE, "da")
    assert said.subject.startswith("Ny mødedag:")
    for line in ("Årsag: Lokalet er optaget", "Før: onsdag den 13. januar 2027 kl. 10.00–12.00", "Svar igen"):
        assert line in said.body
    elsewhere = letter(a_letter(before=Facts(FACTS.day, FACTS.starts, FACTS.ends, "Biblioteket")), UPDATE, "da")
    assert elsewhere.subject.startswith("Ændring:")
    assert "Før var stedet: Biblioteket" in elsewhere.body
    assert "Svar igen" not in elsewhere.body


def test_a_cancellation_says_why_and_letting_somebody_off_does_not_call_the_meeting_off():
    off = letter(a_letter(is_cancelled=True, reason="For få punkter"), CANCELLATION, "da")
    assert "er aflyst" in off.body
    assert "Årsag: For få punkter" in off.body
    assert off.summary.startswith("Aflyst: ")
    let_off = letter(LETTER, CANCELLATION, "da")
    assert "aflyst" not in let_off.body + let_off.subject + let_off.summary
    assert "gælder ikke længere for dig" in let_off.body


def test_a_meeting_to_clarify_a_case_tells_nothing_of_the_case():
    said = letter(a_letter(kind=MeetingKind.CASE_CLARIFICATION, title=""), INVITATION, "da")
    assert "udredningsmøde" in said.body
    assert "Emne" not in said.body + said.description


def test_one_mail_a_language_and_a_letter_or_one_a_person():
    told = (
        a_told(1, "Formand Prøve", UPDATE),
        a_told(2, "Observer Trial", UPDATE, language="en"),
        a_told(3, "Ny Prøve", INVITATION),
        a_told(4, "Væk Prøve", CANCELLATION),
        a_told(5, "Uden Adresse", UPDATE, email=""),
    )
    dispatch = a_dispatch(*told, kind=UPDATE, letter=a_letter(before=OLD))
    together = draft_files(dispatch, each=False, language="da")
    assert names(together) == [
        "Ændret indkaldelse Ærø 2027-01-20 - dansk.eml",
        "Ændret indkaldelse Ærø 2027-01-20 - English.eml",
        "Indkaldelse Ærø 2027-01-20 - dansk.eml",
        "Aflysning Ærø 2027-01-20 - dansk.eml",
        "Ændret indkaldelse Ærø 2027-01-20.ics",
    ]
    assert [str(address) for address in read(together[0])["To"].addresses] == [
        "Formand Prøve <person-1@kommune.example>"
    ]
    methods = [(entries(file)[0]["method"], len(attendees(entries(file)[0]))) for file in together[:4]]
    assert methods == [("REQUEST", 3), ("REQUEST", 3), ("REQUEST", 3), ("CANCEL", 1)]
    own = Calendar.from_ical(together[4].content)
    assert (own["method"], "attendee" in own.walk("VEVENT")[0]) == ("PUBLISH", False)
    each = draft_files(dispatch, each=True, language="da")
    assert len(each) == 5
    assert text(each[0]).startswith("Kære Formand Prøve")
    assert draft_files(dispatch, each=True, language="da") == each, "the same bytes again"


def attendees(calendar):
    found = calendar.walk("VEVENT")[0]["attendee"]
    return found if isinstance(found, list) else [found]


def test_two_people_of_one_name_get_two_files_and_a_name_makes_no_folder():
    told = (a_told(1, "Prøve/Person: A"), a_told(2, "PRØVE Person A"), a_told(3, "../../etc"))
    files = names(draft_files(a_dispatch(*told), each=True, language="en"))
    assert len({name.casefold() for name in files}) == 4
    assert not [name for name in files if re.search(r'[/\\:*?"<>|]', name)]


def test_papers_go_along_and_mails_without_an_entry_carry_none():
    paper = Attachment("Mødemateriale.pdf", "application/pdf", b"%PDF-1.7 ...")
    (file,) = draft_files(
        a_dispatch(a_told(1, "Formand Prøve", MailingKind.PACK), kind=MailingKind.PACK),
        each=False,
        language="da",
        attachments={"da": (paper,)},
    )
    (found,) = read(file).iter_attachments()
    assert (found.get_filename(), found.get_content()) == (paper.name, paper.content)
    assert read(file)["X-Unsent"] == "1"


def test_without_anybody_to_answer_to_no_entry_is_made_and_the_mail_asks_for_an_answer():
    dispatch = a_dispatch(a_told(1, "Formand Prøve"), letter=a_letter(signer=Signer("Sekretær Prøve")))
    (file,) = draft_files(dispatch, each=False, language="da")
    assert entries(file) == []
    assert "Svar på denne mail" in text(file)


def test_confidential_papers_are_called_so_and_a_title_is_told_where_it_may_be():
    facts = a_letter(label=Label.CONFIDENTIAL)
    assert "fortrolige" in letter(facts, MailingKind.PACK, "da").body
    assert "Emne: Temadag" in letter(a_letter(title="Temadag"), INVITATION, "da").body
