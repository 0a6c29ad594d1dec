"""What the core says: every marked text has Danish, every enumeration has labels, placeholders agree."""

import ast
import importlib
import pkgutil
import string
from io import BytesIO

import pytest
from babel.messages.pofile import read_po

import referral_desk
from installer import core_texts
from referral_desk.errors import Invalid
from referral_desk.guard.findings import PaperKind
from referral_desk.texts import _labels, label, say
from referral_desk.vocabulary import Sector, Tier


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_marked_text_has_danish():
    assert core_texts.lacking() == []


def test_every_marked_text_is_found_for_the_catalogue():
    # Babel does not look into f-strings: what is marked there and nowhere else stays English for ever.
    calls = (
        node
        for path in (core_texts.ROOT / "referral_desk").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "N_"
    )
    assert {call.args[0].value for call in calls} - set(core_texts.marked()) == set()


def test_the_danish_catalogue_holds_nothing_that_the_code_no_longer_says():
    catalogue = read_po(BytesIO(core_texts.CATALOGUE.read_bytes()))
    assert {message.id for message in catalogue if message.id} == set(core_texts.marked())


def test_danish_and_english_fill_in_the_same_values():
    catalogue = read_po(BytesIO(core_texts.CATALOGUE.read_bytes()))
    wrong = [m.id for m in catalogue if m.id and placeholders(m.id) != placeholders(m.string)]
    assert wrong == []


def test_every_member_of_a_labelled_enumeration_has_its_label():
    for found in pkgutil.walk_packages(referral_desk.__path__, "referral_desk."):
        if "__main__" not in found.name and "migrations" not in found.name:
            importlib.import_module(found.name)
    for kind in {kind for kind, _name in _labels}:
        for member in kind:
            assert label(member, "en")
            assert label(member, "da")


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_refusal_fills_in_its_values(language):
    sentence = Invalid("An item takes between 0 and {longest} minutes.", longest=1440).sentence(language)
    assert "1440" in sentence


def test_danish_is_danish():
    assert say("Decision", "da") == "Beslutning"


def test_members_of_two_enumerations_with_the_same_value_keep_their_own_labels():
    assert Tier.OTHER.value == PaperKind.OTHER.value == Sector.OTHER.value
    assert label(Tier.OTHER, "en") == "Other forum"
    assert label(PaperKind.OTHER, "en") == "Another kind of file"
    assert label(Sector.OTHER, "en") == "Other"
