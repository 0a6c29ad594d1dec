"""Every text of the window is collected, has Danish, fills in the same values, and counts one as one."""

import datetime as dt
import re
import shutil
import string
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from installer import ui_texts
from tests.builders import NOON
from ui.language import collator, day_text, language, locale, moment_text, number_text, time_text, use_language

ROOT = Path(__file__).resolve().parents[2]


def messages(catalogue):
    for context in ET.parse(catalogue).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield context.findtext("name"), message.findtext("source"), forms


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name} | set(re.findall(r"%n", text))


def test_every_text_has_danish():
    assert ui_texts.lacking() == []


def test_the_catalogues_hold_what_the_code_says(tmp_path, monkeypatch):
    kept = [path.read_text(encoding="utf-8") for path in (ui_texts.DANISH, ui_texts.ENGLISH)]
    copies = [tmp_path / "ui.da.ts", tmp_path / "ui.en.ts"]
    for source, copy in zip((ui_texts.DANISH, ui_texts.ENGLISH), copies, strict=True):
        shutil.copyfile(source, copy)
    monkeypatch.setattr(ui_texts, "DANISH", copies[0])
    monkeypatch.setattr(ui_texts, "ENGLISH", copies[1])
    ui_texts.extract()
    assert [path.read_text(encoding="utf-8") for path in copies] == kept, "run python -m installer.ui_texts"


def test_danish_and_english_fill_in_the_same_values():
    wrong = [
        (source, form)
        for _context, source, forms in messages(ui_texts.DANISH)
        for form in forms
        if form and placeholders(form) != placeholders(source)
    ]
    assert wrong == []


def test_danish_keeps_the_dots_and_gaps_of_english():
    pairs = [(source, form) for _context, source, forms in messages(ui_texts.DANISH) for form in forms if form]
    assert [pair for pair in pairs for sign in ("…", " · ") if (sign in pair[0]) != (sign in pair[1])] == []
    assert [pair for pair in pairs if pair[0].endswith(".") and not pair[1].endswith(".")] == []


def test_every_text_with_a_number_is_collected_with_its_plural_forms():
    counted = [
        (path.name, source)
        for path in sorted((ROOT / "ui").rglob("*.py"))
        for source in re.findall(r'translate\(\s*"\w+",\s*"([^"]*%n[^"]*)"', path.read_text(encoding="utf-8"))
    ]
    assert counted == [], "say it by the tr of a QObject"
    single = [
        (context, source) for context, source, forms in messages(ui_texts.DANISH) if "%n" in source and len(forms) != 2
    ]
    assert single == []


def test_english_counts_one_as_one():
    use_language("en")
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    said = [QCoreApplication.translate("NeedWords", "%n day(s) late", "", n) for n in (1, 2)]
    assert said == ["1 day late", "2 days late"]


def test_qts_own_words_are_danish_too(qapp):
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    use_language("da")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuller"


def test_no_text_is_put_together_before_it_is_translated():
    wrong = [
        path.name
        for path in (ROOT / "ui").rglob("*.py")
        if re.search(r'\.tr\(\s*(?:f"|f\'|[a-z_]+[,)])', path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


def test_pairs_are_read_line_by_line():
    lines = ["# remark", '"One" = "En"', "", '"%n day(s)" = "%n dag" | "%n dage"', r'"A \"word\"" = "Et \"ord\""']
    said = ui_texts.read_pairs("\n".join(lines))
    assert said == {"One": ("En",), "%n day(s)": ("%n dag", "%n dage"), 'A "word"': ('Et "ord"',)}
    with pytest.raises(ValueError, match="line 1"):
        ui_texts.read_pairs('"One" - "En"')


def test_what_lacks_danish_is_told(tmp_path):
    copy = tmp_path / "ui.da.ts"
    told = '<translation type="unfinished">'
    copy.write_text(
        ui_texts.DANISH.read_text(encoding="utf-8").replace("<translation>Overblik", told), encoding="utf-8"
    )
    assert "BoardPage: Board" in ui_texts.lacking(copy)
    ui_texts.fill(copy, {"Board": ("Overblik",)})
    assert "BoardPage: Board" not in ui_texts.lacking(copy)


@pytest.mark.parametrize(
    ("spoken", "form", "expected"),
    [
        ("da", "short", "3. feb."),
        ("da", "day", "tirs. 3. feb."),
        ("da", "date", "3. feb. 2026"),
        ("da", "full", "tirsdag den 3. februar 2026"),
        ("da", "month", "februar 2026"),
        ("da", "number", "03-02-2026"),
        ("en", "day", "Tue 3 Feb"),
        ("en", "full", "Tuesday 3 February 2026"),
    ],
)
def test_days_are_written_the_way_of_the_language(qapp, spoken, form, expected):
    use_language(spoken)
    assert day_text(dt.date(2026, 2, 3), form) == expected
    assert day_text(None, form) == ""


def test_times_and_figures_are_written_the_way_of_the_language(qapp):
    use_language("da")
    assert (time_text(dt.time(9)), time_text(None), number_text(1233)) == ("9.00", "", "1.233")
    assert moment_text(NOON) == "21. nov. 2026 12.00"
    use_language("en")
    assert (time_text(dt.time(9)), number_text(1233.5, 1)) == ("09:00", "1,233.5")
    assert (language(), locale().name()) == ("en", "en_GB")


def test_words_stand_in_danish_order_in_either_language(qapp):
    order = collator()
    assert sorted(["Ål", "Zebra", "Æble", "Øl", "abe"], key=order.sortKey) == ["abe", "Zebra", "Æble", "Øl", "Ål"]


def test_the_window_opens_without_the_heavy_libraries():
    heavy = [
        "reportlab",
        "pikepdf",
        "pypdfium2",
        "alembic",
        "holidays",
        "qtawesome",
        "psycopg",
        "openpyxl",
        "PIL",
        "keyring",
    ]
    code = (
        "import sys\n"
        "import ui.app, ui.main_window, ui.pages.board, referral_desk.deskfile, referral_desk.sitting\n"
        f"print([name for name in {heavy!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr
