"""Words are settings: standard ones in two languages, a desk's own, a group's own; each can be taken back."""

import pytest

from referral_desk.errors import Invalid, NotAllowed
from referral_desk.exchange.action_mails import drafts
from referral_desk.exchange.letters import letter
from referral_desk.exchange.reminders import reminder_text
from referral_desk.operations.phrases import set_phrases
from referral_desk.queries.action_mails import action_mails
from referral_desk.queries.document_content import invitation
from referral_desk.queries.entries import room
from referral_desk.queries.invitations import invite_sheet
from referral_desk.queries.phrases import phrases, phrases_for
from referral_desk.queries.reminders import meeting_reminders
from referral_desk.texts import LANGUAGES
from referral_desk.vocabulary import EntryKind, MailingKind, Stage
from referral_desk.vocabulary.phrases import (
    ITEM_PHRASES,
    PLACEHOLDERS,
    Phrase,
    Phrases,
    check_phrase,
    phrase_name,
    standard,
)
from tests.builders import NOON, TODAY, a_group, a_meeting, a_person, a_seat, an_action, an_item

NAME = phrase_name(Phrase.DISCUSSION, "en")


@pytest.fixture
def group_id(database):
    with database.write() as session:
        group = a_group(code="rg_1%")
        session.add_all([group, a_group(code="rg_1")])
        session.flush()
        return group.id


@pytest.mark.parametrize("phrase", Phrase)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_standard_words_can_be_filled_in(phrase, language):
    check_phrase(phrase, standard(phrase, language))
    values = {name: f"<{name}>" for name in PLACEHOLDERS[phrase]}
    assert "{" not in Phrases().say(phrase, language, **values)
    if phrase in ITEM_PHRASES:
        assert Phrases().beginnings(phrase, language, **values)


def test_a_group_has_its_own_words_before_those_of_all_and_the_standard(desk, group_id):
    assert desk.ask(phrases_for) == desk.ask(phrases_for, group_id) == Phrases()
    desk.do(set_phrases, texts={NAME: "All talked of {title}:"})
    desk.do(set_phrases, texts={NAME: "We talked."}, group_id=group_id)
    assert desk.ask(phrases_for, group_id + 1).text(Phrase.DISCUSSION, "en") == "All talked of {title}:"
    assert desk.ask(phrases_for, group_id).text(Phrase.DISCUSSION, "en") == "We talked."
    assert desk.ask(phrases_for, group_id).text(Phrase.DISCUSSION, "da") == standard(Phrase.DISCUSSION, "da")
    assert desk.ask(phrases, group_id).own == {NAME}
    assert desk.ask(phrases, group_id).texts[phrase_name(Phrase.REGARDS, "en")] == "Kind regards"


def test_words_are_taken_back_by_undo_and_by_none(desk, group_id):
    done = desk.do(set_phrases, texts={NAME: "We talked."}, group_id=group_id)
    undone = desk.do(done.undo.operation, **done.undo.arguments)
    assert desk.ask(phrases, group_id).own == frozenset()
    desk.do(undone.undo.operation, **undone.undo.arguments)
    assert desk.ask(phrases, group_id).texts[NAME] == "We talked."
    desk.do(set_phrases, texts={NAME: None}, group_id=group_id)
    assert desk.ask(phrases, group_id).own == frozenset()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("About {who}", r"\{who\} is not known here: use \{number\}, \{title\}, \{day\}"),
        ("About {title!r}", "not known here"),
        ("About {}", "not known here"),
        ("About {title.x}", "not known here"),
        ("About {title", "A brace stands alone"),
        (" \n", "Write something"),
        ("x" * 1001, "below 1000 signs"),
        ("a\nb\nc\nd", "at most 3 ways"),
        ("Ring 010170-1234", "CPR"),
    ],
)
def test_words_that_cannot_be_filled_in_are_refused_in_one_sentence(desk, text, said):
    with pytest.raises(Invalid, match=said):
        desk.do(set_phrases, texts={NAME: text})
    assert desk.ask(phrases).own == frozenset()


def test_a_text_without_placeholders_takes_none():
    with pytest.raises(Invalid, match="this text has no placeholders"):
        check_phrase(Phrase.REGARDS, "Regards, {group}")


def test_only_the_coordinator_and_the_administrator_word_anew(desk):
    desk.user = type(desk.user)("Sekretær", frozenset({"secretary"}))
    with pytest.raises(NotAllowed):
        desk.do(set_phrases, texts={NAME: "Ja."})


def test_each_line_is_a_way_to_begin_and_a_slash_makes_it_a_decision():
    held = Phrases({NAME: "{number}. {title} was discussed on {day}:\n\n/b Agreed that:\n/D Noted."})
    assert held.beginnings(Phrase.DISCUSSION, "en", number=2, title="{day}", day="3 March") == [
        (EntryKind.NOTE, "2. {day} was discussed on 3 March: "),
        (EntryKind.DECISION, "Agreed that: "),
        (EntryKind.DECISION, "Noted."),
    ]


def test_the_writing_room_and_every_letter_use_the_words_of_their_group(desk, database, group_id):
    texts = {
        NAME: "We talked.",
        phrase_name(Phrase.INVITATION, "en"): "Come to {what} of {group} on {day}.",
        phrase_name(Phrase.REGARDS, "en"): "Yours",
        phrase_name(Phrase.REMINDER, "en"): "Dear {group}:",
        phrase_name(Phrase.REMINDER_END, "en"): "Thank you, {group}.",
        phrase_name(Phrase.ACTIONS, "en"): "On {day} you owe us:",
        phrase_name(Phrase.ACTIONS_END, "en"): "Please hurry.",
    }
    desk.do(set_phrases, texts=texts, group_id=group_id)
    with database.write() as session:
        group = session.get(type(a_group()), group_id)
        member = a_person("Medlem Prøve", language="en", email="medlem@example.org")
        a_seat(group).take(member, None)
        meeting = a_meeting(group, day=TODAY.replace(month=12), stage=Stage.PLANNED)
        an_item(meeting)
        session.add_all([meeting, an_action(group, owner_person=member, due=TODAY)])
        session.flush()
        meeting_id = meeting.id
    seen = desk.ask(room, meeting_id=meeting_id, language="en")
    assert seen.phrases.beginnings(Phrase.DISCUSSION, "en") == [(EntryKind.NOTE, "We talked.")]
    sheet = desk.ask(invite_sheet, meeting_id=meeting_id, today=TODAY, language="en")
    body = letter(sheet.letter, MailingKind.INVITATION, "en").body
    assert "Come to a meeting of Testgruppe on Monday 21 December 2026." in body
    assert body.endswith("Yours")
    printed = desk.ask(invitation, meeting_id=meeting_id, today=TODAY, language="en").phrases
    assert printed == sheet.letter.phrases, "paper and mail begin and end alike"
    [reminder] = desk.ask(meeting_reminders, meeting_id=meeting_id, today=TODAY)
    told = reminder_text(reminder, TODAY)
    assert "Dear Testgruppe:" in told
    assert "Thank you, Testgruppe." in told
    [draft] = drafts(desk.ask(action_mails, day=TODAY, language="en", group_id=group_id), day=TODAY, at=NOON)
    assert b"On 21 November 2026 you owe us:" in draft.content
    assert b"Please hurry." in draft.content


def test_a_mail_about_actions_of_several_groups_has_the_words_that_these_have_alike(desk, database):
    begins, ends = phrase_name(Phrase.ACTIONS, "en"), phrase_name(Phrase.ACTIONS_END, "en")
    with database.write() as session:
        groups = [a_group(f"Gruppe {number}", code=f"rg{number}") for number in range(1, 4)]
        ida, bo = (a_person(name, language="en") for name in ("Ida Prøve", "Bo Prøve"))
        # Ida has actions in the first two groups, Bo in the third alone.
        session.add_all([an_action(group, owner_person=ida, due=TODAY) for group in groups[:2]])
        session.add(an_action(groups[2], owner_person=bo, due=TODAY))
        session.flush()
        ids = [group.id for group in groups]

    def words(owner):
        [mail] = [one for one in desk.ask(action_mails, day=TODAY, language="en") if one.person == owner]
        return mail.phrases.text(Phrase.ACTIONS, "en"), mail.phrases.text(Phrase.ACTIONS_END, "en")

    usual = tuple(standard(phrase, "en") for phrase in (Phrase.ACTIONS, Phrase.ACTIONS_END))
    assert words("Ida Prøve") == words("Bo Prøve") == usual
    for number, group_id in enumerate(ids):
        desk.do(set_phrases, texts={begins: f"Beginning {number}.", ends: "Please hurry."}, group_id=group_id)
    assert words("Bo Prøve") == ("Beginning 2.", "Please hurry.")
    assert words("Ida Prøve") == (usual[0], "Please hurry."), "what both say, and the standard where they differ"
    desk.do(set_phrases, texts={begins: "From all of us.", ends: "From all."})
    assert words("Ida Prøve") == ("From all of us.", "Please hurry.")
    # The second has no words of its own any more: those of all hold there, and the first differs from them.
    desk.do(set_phrases, texts={begins: None, ends: None}, group_id=ids[1])
    assert words("Ida Prøve") == ("From all of us.", "From all.")
    desk.do(set_phrases, texts={begins: "From all of us."}, group_id=ids[0])
    desk.do(set_phrases, texts={begins: None}, group_id=None)
    assert words("Ida Prøve") == (usual[0], "From all.")
