"""Papers that are broken, locked or odd on purpose: each comes out safe and drawable, or says why not."""

import math
from collections import Counter

import pypdfium2
import pytest
from PIL import ImageChops

from referral_desk.guard.attachments import Note, PaperKind, Problem, Removed, inspect, inspect_many
from tests.core.test_attachments_pdf import active_parts, drawn
from tests.strangers import PAPERS, opened

BATCH = 25
FILES = sorted(path for path in PAPERS.glob("*") if path.suffix.lower() == ".pdf") if PAPERS.is_dir() else []
BATCHES = [FILES[start : start + BATCH] for start in range(0, len(FILES), BATCH)]
PASSWORDS = {Problem.PASSWORD, Problem.WRONG_PASSWORD}
needs_papers = pytest.mark.skipif(not FILES, reason="../shared/papers is absent")


def looked_at(files):
    contents = [path.read_bytes() for path in files]
    found = inspect_many(zip(contents, [path.name for path in files], strict=True))
    return list(zip(files, contents, found, strict=True))


def pages_in(content):
    try:
        with opened(content) as pdf:
            return len(pdf.pages)
    except Exception:  # noqa: BLE001 - what cannot be opened has no number to keep
        return None


@needs_papers
@pytest.mark.parametrize("number", range(math.ceil(len(FILES) / BATCH)) or [pytest.param(0)])
def test_a_paper_is_safe_and_whole_or_says_why_not(number):
    for path, original, found in looked_at(BATCHES[number]):
        if not found.usable:
            assert found.sentence("en"), path.name
            continue
        assert found.kind is PaperKind.PDF, path.name
        assert active_parts(found.safe) == [], path.name
        with opened(found.safe) as pdf:
            assert len(pdf.pages) == found.pages, path.name
            assert not pdf.is_encrypted, path.name
        if Note.SAFE_COPY not in found.notes:
            assert found.pages == pages_in(original), path.name
        assert drawn(found.safe).width > 1, path.name


@needs_papers
def test_nearly_every_open_paper_can_be_used():
    found = [inspection for *_, inspection in looked_at(FILES)]
    problems = Counter(inspection.problem for inspection in found)
    assert len(found) == len(FILES)
    unlocked = len(found) - sum(problems[problem] for problem in PASSWORDS)
    assert problems[None] >= 0.9 * unlocked
    assert not {Problem.WORKER_CRASH, Problem.WORKER_TIMEOUT, Problem.ACTIVE} & set(problems)


LOOKS = [
    "annotations.pdf",
    "annotations-rotated-270.pdf",
    "appearances-1.pdf",
    "need-appearances.pdf",
    "manual-appearances.pdf",
    "form-document-defaults.pdf",
    "form-no-need-appearances-filled.pdf",
]


@needs_papers
@pytest.mark.parametrize("name", LOOKS)
def test_fields_and_marks_look_as_before(name):
    path = PAPERS / name
    if not path.exists():
        pytest.skip("../shared/papers has no such paper")
    original = path.read_bytes()
    found = inspect(original, name)
    assert {Removed.FORM, Removed.MARKUP} & set(dict(found.removed))
    for page in range(found.pages):
        before, after = drawn(original, page), drawn(found.safe, page)
        gone = ImageChops.subtract(after, before).convert("L").point(lambda value: 255 if value > 64 else 0)
        share = gone.histogram()[255] / (before.width * before.height)
        assert share < 0.0006  # the sign of a note may go; its words are counted as removed


@needs_papers
def test_a_locked_paper_opens_with_its_password():
    path = PAPERS / "enc-XI-R6,V5,U=wwwww,O=wwwww.pdf"
    if not path.exists():
        pytest.skip("../shared/papers has no such paper")
    assert inspect(path.read_bytes(), path.name).problem is Problem.PASSWORD
    assert inspect(path.read_bytes(), path.name, password="x").problem is Problem.WRONG_PASSWORD
    found = inspect(path.read_bytes(), path.name, password="wwwww")
    assert found.usable
    assert len(pypdfium2.PdfDocument(found.safe)) == found.pages
