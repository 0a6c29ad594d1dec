"""The documents are true: links lead somewhere, commands work, what they name exists."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib

import pytest

from installer import verbs
from installer.lockfile import ROOT
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.opening import VARIABLE
from referral_desk.headless.parser import EXAMPLES, parser

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", flags=re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"(?:python3? |py )?installer/dev\.py ([^`\n]+)")


def name(path):
    return path.relative_to(ROOT).as_posix()


def text(path):
    return path.read_text(encoding="utf-8")


def anchors(path):
    """The names that a link can jump to: each heading in small letters, with dashes, without other signs."""
    heads = re.findall(r"^#+ (.+)$", text(path), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_to_a_file_and_a_heading_that_exist(page):
    for target in LINK.findall(text(page)):
        assert "://" not in target, "the documents stand on their own"
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), target
        assert not anchor or anchor in anchors(found), target


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_of_dev_py_that_is_told_is_understood(page):
    for told in COMMAND.findall(text(page)):
        words = told.split(" |")[0].split()
        if words[0] == "--help":
            continue
        options, rest = verbs._parser().parse_known_args(words)
        assert not rest or options.verb in {"run", "test", "shots", "lock", "bench"}, told


def test_every_command_without_a_window_that_is_told_is_understood():
    told = [
        line.split()[3:]
        for page in PAGES
        for line in re.findall(r"^python -m referral_desk .+$", text(page), re.MULTILINE)
    ]
    assert {words[0] for words in told} >= {"demo", "groups", "meetings", "pack", "check"}
    for words in told:
        parser().parse_args(words)


def test_the_commands_to_try_do_what_the_page_says(tmp_path):
    block = BLOCK.search(text(ROOT / "docs" / "headless.md"))[2]
    home = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "REFERRAL_DESK_HOME": str(tmp_path / "home")}
    for line in block.splitlines():
        command = [sys.executable, *line.split()[1:]]
        done = subprocess.run(command, cwd=tmp_path, env={**os.environ, **home}, capture_output=True, check=False)
        # 1 is "done, but something needs a look": the demo desk holds a paper that nobody can read, on purpose.
        assert done.returncode in {Exit.DONE, Exit.DONE_WITH_REMARKS}, f"{line}\n{done.stderr.decode()}"
        assert done.stdout, line
    assert (tmp_path / "build" / "demo" / "pack.pdf").read_bytes().startswith(b"%PDF-")


def test_the_page_on_the_command_line_tells_every_command_and_exit_code():
    page = text(ROOT / "docs" / "headless.md")
    rows = re.findall(r"^\| (\d+) \|", page, flags=re.MULTILINE)
    assert [int(row) for row in rows] == [int(code) for code in Exit]
    for command in EXAMPLES:
        assert not command or f"| `{command}" in page, command
    assert VARIABLE in page


def test_the_readme_tells_the_two_commands_first():
    commands = [body.strip() for _, body in BLOCK.findall(text(ROOT / "README.md"))]
    assert commands[:2] == ["python3 installer/dev.py run", "python3 installer/dev.py test"]


def test_the_layout_that_is_drawn_exists():
    layout = BLOCK.search(text(ROOT / "docs" / "architecture.md"))[2]
    folder = ROOT
    for line in layout.splitlines():
        names = re.split(r"\s{2,}", line.strip())[0].split()
        if not line.startswith(" "):
            folder = ROOT
        for one in names:
            assert (folder / one).exists(), f"{one} in {line.strip()}"
        if not line.startswith(" ") and names[0].endswith("/"):
            folder = ROOT / names[0]


def test_the_layers_are_told_in_the_order_in_which_they_are_held():
    settings = tomllib.loads(text(ROOT / "pyproject.toml"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    held = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    told = re.search(r"`(__main__ > .+?)`", text(ROOT / "docs" / "architecture.md"))[1]
    layers = told.split(" > ")
    assert [layer for layer in held if layer in layers] == layers, "the page may leave out helpers, but not the order"


def test_modules_and_files_that_are_named_exist():
    for page in PAGES:
        for path in re.findall(r"`((?:referral_desk|ui|tests|installer|resources|docs)/[\w./-]*)`", text(page)):
            if "<" not in path:
                assert (ROOT / path).exists(), f"{path} in {name(page)}"


def test_the_licence_is_said_alike_everywhere():
    assert tomllib.loads(text(ROOT / "pyproject.toml"))["project"]["license"] == "EUPL-1.2"
    assert text(ROOT / "LICENSE").startswith("SPDX-License-Identifier: EUPL-1.2\n")
    assert "(SPDX: EUPL-1.2)" in text(ROOT / "README.md")
