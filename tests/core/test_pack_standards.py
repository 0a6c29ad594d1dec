"""Packs of our own pages keep PDF/UA-1 and PDF/A-2a, as veraPDF judges; others do not claim it."""

import io
import re

import jpype
import pikepdf
import pytest

from referral_desk.reports.pack import build
from tests.pack_builders import a_pack, a_paper, a_picture, a_stranger, an_item, stored
from tests.seeds import FILES, needs_seeds
from tests.verapdf import failures

TEXT = """# The report

Words with **weight**, *slant*, m<sup>2</sup>, a note¹ and a very long address
https://example.org/{} that is cut.

- one
- two
  - inner

1. first
2. second

| Year | Persons |
|---|---|
| 2016 | 121 |

Preface\t5
Introduction\t7

### Further down

王小明 \x07 \u2011

---

12
\f
13

¹ A note at the foot.
""".format("/".join(f"part-{n}" for n in range(30))).encode()
LONG = ("Words that go on and on. " * 2000 + "\n\n" + "\n".join(f"| {n} | row {n} |" for n in range(120))).encode()
PICTURES = [a_picture(300, 200, mode) for mode in ("RGBA", "L", "P")] + [a_picture(900, 300, "CMYK", "JPEG")]
PAPERS = stored(TEXT, LONG, *PICTURES)


def own_pages(language):
    pictures = [a_paper(f"2.{n}", data, "image") for n, data in enumerate(PICTURES, 1)]
    return a_pack(
        an_item(1, label="confidential", new=True),
        an_item(2, *pictures, recommendation=("at én ting,", "at en anden.")),
        an_item(3, a_paper("3.1", TEXT), a_paper("3.2", LONG, new=True), a_paper("3.3", b"%PDF", "pdf")),
        an_item(4, presentation=TEXT.decode()),
        language=language,
        members=70,
    )


@pytest.mark.parametrize("standard", ["ua1", "2a"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_our_own_pages_keep_the_standards(language, standard):
    assert failures(build(own_pages(language), PAPERS), standard) == {}


@pytest.mark.parametrize("standard", ["ua1", "2a"])
def test_a_bare_pack_keeps_the_standards(standard):
    assert failures(build(a_pack(members=0), {}), standard) == {}


@needs_seeds
@pytest.mark.parametrize("standard", ["ua1", "2a"])
def test_the_seed_documents_keep_the_standards(standard):
    data = [path.read_bytes() for path in FILES]
    papers = [a_paper(f"1.{n}", one) for n, one in enumerate(data, 1)]
    assert failures(build(a_pack(an_item(1, *papers)), stored(*data)), standard) == {}


def test_the_validator_finds_faults():
    with pikepdf.open(io.BytesIO(build(own_pages("da"), PAPERS))) as pdf:
        del pdf.Root.MarkInfo
        del pdf.Root.Lang
        del pdf.Root.OutputIntents
        out = io.BytesIO()
        pdf.save(out)
    assert failures(out.getvalue(), "ua1")
    assert failures(out.getvalue(), "2a")


def test_the_validator_and_its_signals_stay_out_of_the_process_of_the_tests():
    failures(build(a_pack(members=0), {}), "ua1")
    assert not jpype.isJVMStarted()


def claims(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return set(re.findall(rb"<pdf(u?a)id:part>", opened.Root.Metadata.read_bytes()))


def test_only_a_pack_of_our_own_pages_claims_them():
    stranger = a_stranger()
    assert claims(build(own_pages("da"), PAPERS)) == {b"a", b"ua"}
    assert claims(build(a_pack(an_item(1, a_paper("1.1", stranger, "pdf"))), stored(stranger))) == set()
