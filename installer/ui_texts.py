"""Keep the window's texts in step: `python -m installer.ui_texts [PAIRS ...]` writes ui.da.ts and ui.en.ts anew.

A file of pairs holds lines `"English" = "Dansk"`; a text with %n has two forms: `"%n days" = "%n dag" | "%n dage"`.
English has a catalogue for its own plurals only. What lacks Danish is printed, and a test fails for it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from installer.environment import run_environment, tool
from installer.trouble import FAILED, Trouble

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
DANISH, ENGLISH = FOLDER / "ui.da.ts", FOLDER / "ui.en.ts"
PAIR = re.compile(r'^"((?:[^"\\]|\\.)*)" = "((?:[^"\\]|\\.)*)"(?: \| "((?:[^"\\]|\\.)*)")?$')
Forms = tuple[str, ...]


def extract() -> None:
    """Bring both catalogues in line with the texts in ui/, keeping what is translated.

    Raises:
        Trouble: Qt's tool fails; what it says is printed.
    """
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "ui").rglob("*.py"))
    always = ["-locations", "none", "-no-obsolete", "-silent", "-sort-messages", "-source-language", "en_GB"]
    FOLDER.mkdir(parents=True, exist_ok=True)
    for target, more in (
        (DANISH, ["-target-language", "da_DK"]),
        (ENGLISH, ["-target-language", "en_GB", "-pluralonly"]),
    ):
        command = [str(tool("pyside6-lupdate")), *sources, *always, *more, "-ts", str(target)]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, errors="replace", env=run_environment(), cwd=ROOT
        )
        if done.returncode:
            print(done.stdout + done.stderr, file=sys.stderr)
            raise Trouble("The window's texts could not be collected; the reason stands above.", FAILED)


def read_pairs(text: str) -> dict[str, Forms]:
    """The pairs of a file: English to one Danish form, or two.

    Raises:
        ValueError: a line is neither a pair nor empty nor a remark (#).
    """
    found: dict[str, Forms] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        pair = PAIR.match(line.strip())
        if pair is None:
            message = f"line {number} is no pair: {line}"
            raise ValueError(message)
        english, *forms = (part.replace('\\"', '"').replace("\\n", "\n") for part in pair.groups() if part is not None)
        found[english] = tuple(forms)
    return found


def fill(catalogue: Path, words: dict[str, Forms]) -> None:
    """Write words into a catalogue where they are given; plurals take two forms."""
    tree = ET.parse(catalogue)  # noqa: S314 - a file of this project
    for message in tree.iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        forms = words.get(source)
        if forms is None or translation is None:
            continue
        if message.get("numerus") == "yes":
            for old in list(translation):
                translation.remove(old)
            for form in (forms * 2)[:2]:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0]
        translation.attrib.pop("type", None)
    _write(tree, catalogue)


def lacking(catalogue: Path = DANISH) -> list[str]:
    """The texts of a catalogue that have no translation, as "context: text"."""
    found = []
    for context in ET.parse(catalogue).iter("context"):  # noqa: S314 - a file of this project
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished" or not "".join(translation.itertext()):
                found.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return found


def english_plurals(catalogue: Path = ENGLISH) -> dict[str, Forms]:
    """Both English forms of every plural text: "%n day(s) late" gives "%n day late" and "%n days late"."""
    sources = {message.findtext("source", "") for message in ET.parse(catalogue).iter("message")}  # noqa: S314
    return {text: (re.sub(r"\(\w+\)", "", text), re.sub(r"\((\w+)\)", r"\1", text)) for text in sources}


def update(pairs: dict[str, Forms]) -> list[str]:
    """Bring both catalogues up to date, with these Danish words; give what lacks Danish."""
    extract()
    fill(DANISH, pairs)
    fill(ENGLISH, english_plurals())
    extract()
    return lacking()


def _write(tree: ET.ElementTree[ET.Element], path: Path) -> None:
    content = ET.tostring(tree.getroot(), encoding="unicode")
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{content}\n', encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    said: dict[str, Forms] = {}
    for name in sys.argv[1:]:
        said |= read_pairs(Path(name).read_text(encoding="utf-8"))
    for text in update(said):
        print("no Danish:", text)
