"""What LibreOffice makes of a Word file of ours: saved again as a Word file, and printed as PDF."""

import subprocess

import pytest

from installer.system import WORD_READER, word_reader


def reopened(folder, data):
    """A Word file as LibreOffice gives it back, and as it prints it; the test fails where LibreOffice is not there."""
    program = word_reader()
    if program is None:
        pytest.fail(
            f"Nobody knows whether LibreOffice opens our files, for it is not here: apt-get install {WORD_READER}"
        )
    source = folder / "ours.docx"
    source.write_bytes(data)
    made = []
    for kind in ("docx:MS Word 2007 XML", "pdf"):
        place = folder / kind[:4]
        words = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", kind]
        done = subprocess.run(
            [*words, "--outdir", str(place), str(source)], capture_output=True, text=True, check=False, timeout=120
        )
        (file,) = place.glob("ours.*") if place.exists() else (None,)
        assert file, done.stderr
        made.append(file.read_bytes())
    return made
