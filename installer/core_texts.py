"""Keep resources/i18n/core.da.po in step with the marked texts of the core: `python -m installer.core_texts`."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "i18n" / "core.da.po"
# The functions whose first text is shown to people; `require` takes it second.
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "N_": None,
    "NotAllowed": None,
    "Invalid": None,
    "Stale": None,
    "Unavailable": None,
    "require": (2,),
}


def marked() -> dict[str, str]:
    """Every marked English text of the core, with the first file that holds it."""
    from babel.messages.extract import extract_from_dir  # noqa: PLC0415 - a development package for dev.py's Python

    found: dict[str, str] = {}
    rows = extract_from_dir(
        str(ROOT / "referral_desk"), method_map=[("**.py", "python")], keywords=KEYWORDS, options_map={}
    )
    for name, _line, text, _comments, _context in rows:
        first = text[0] if isinstance(text, tuple) else text
        found.setdefault(first, name)
    return found


def lacking() -> list[str]:
    """The marked texts that have no Danish, in order of the alphabet."""
    from babel.messages.pofile import read_po  # noqa: PLC0415

    if not CATALOGUE.exists():
        return sorted(marked())
    catalogue = read_po(BytesIO(CATALOGUE.read_bytes()), locale="da")
    return sorted(text for text in marked() if not (text in catalogue and catalogue[text].string))


def update(danish: dict[str, str]) -> list[str]:
    """Write the catalogue anew, marked texts only, Danish from `danish` or kept; give what lacks it."""
    from babel.messages.catalog import Catalog  # noqa: PLC0415
    from babel.messages.pofile import read_po, write_po  # noqa: PLC0415

    old = read_po(BytesIO(CATALOGUE.read_bytes()), locale="da") if CATALOGUE.exists() else Catalog(locale="da")
    new = Catalog(locale="da", project="Referral Desk", version="1", fuzzy=False)
    for text in sorted(marked()):
        kept = old[text].string if text in old else ""
        new.add(text, danish.get(text) or kept)
    written = BytesIO()
    write_po(written, new, omit_header=False, no_location=True, width=120)
    lines = [
        line for line in written.getvalue().decode().splitlines() if "-Date:" not in line and "Generated-By" not in line
    ]
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return lacking()


if __name__ == "__main__":
    pairs: dict[str, str] = {}
    for path in sys.argv[1:]:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            english, separator, danish = line.strip().partition('" = "')
            if separator:
                pairs[english.removeprefix('"').replace('\\"', '"')] = danish.removesuffix('"').replace('\\"', '"')
    for text in update(pairs):
        print("no Danish:", text)
