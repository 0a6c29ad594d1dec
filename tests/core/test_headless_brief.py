"""The command `brief`: what a case asks of the next body, as PDF and as a Word file."""

import docx
import pikepdf
import pytest

from referral_desk.deskfile import create_desk
from referral_desk.headless.exit_codes import Exit
from referral_desk.sitting import sit_down
from referral_desk.users import User
from tests.demo_desk import run
from tests.escalating import Course, eight_bodies
from tests.keys import CHEAP, PHRASE, memory_keychain
from tests.tag_reader import artifacts, read_tags


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """A desk with a draft of the first region and a matter of the second that went to the top; asks it for briefs."""
    folder = tmp_path_factory.mktemp("desk")
    made = create_desk(folder / "my.desk", passphrase=PHRASE, keychain=memory_keychain(), work=CHEAP).desk_file
    course = Course(sit_down(made.database, User("Prøve")), made.database, eight_bodies(made.database))
    draft, sent = course.draft(0), course.at_the_top(1)
    references = [course.see(key, lambda one: one.reference) for key in (draft, sent)]
    made.close()
    (folder / "words.txt").write_text(PHRASE, encoding="utf-8")
    place = ("--desk", folder / "my.desk", "--passphrase-file", folder / "words.txt", "--document-language", "en")
    return (*references, lambda *words: run("brief", *words, *place))


def test_a_brief_is_written_and_told(asked, tmp_path):
    draft, sent, ask = asked
    said = ask(sent.lower(), "--out", tmp_path / "brief.pdf")
    assert (said.code, said.out) == (Exit.DONE, f"Made {tmp_path / 'brief.pdf'}: 1 page.\n")
    with pikepdf.open(tmp_path / "brief.pdf") as pdf:
        assert "From Den nationale gruppe to Arbejdsgruppen" in read_tags(pdf).text
        assert "DRAFT" not in artifacts(pdf, 1)
    assert ask(f"{draft}/1", "--out", tmp_path / "draft.pdf").code == Exit.DONE
    with pikepdf.open(tmp_path / "draft.pdf") as pdf:
        assert "DRAFT" in artifacts(pdf, 1)


def test_a_folder_gets_it_by_its_own_name_as_word_too_and_for_an_earlier_body(asked, tmp_path):
    _, sent, ask = asked
    said = ask(sent, "--docx", "--step", 1, "--json", "--out", tmp_path)
    (made,) = tmp_path.iterdir()
    assert said.json == {"file": str(made), "pages": None}
    assert made.name.endswith(f"{sent} escalation brief Internal.docx")
    assert "From Region 2" in "\n".join(one.text for one in docx.Document(str(made)).paragraphs)


@pytest.mark.parametrize(
    ("reference", "words"),
    [("RG1", "Write the reference"), ("RG1-2020-0001", "not on its way up"), ("xx-2026-1", "no group"), ("{}/7", "up")],
)
def test_a_reference_that_leads_nowhere_is_refused(asked, tmp_path, reference, words):
    draft, _, ask = asked
    said = ask(reference.format(draft), "--out", tmp_path)
    assert (said.code, words in said.err) == (Exit.REFUSED, True)
    assert list(tmp_path.iterdir()) == []
