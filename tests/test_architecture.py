"""The five ideas, kept: who imports whom, how long files are, where the one commit stands, what operations need."""

import ast
import importlib
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import referral_desk
import ui
from referral_desk.desk import operations
from ui.page import Page

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(path for folder in ("referral_desk", "ui", "installer") for path in (ROOT / folder).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST = 400


def named(path):
    return path.relative_to(ROOT).as_posix()


def test_imports_keep_the_contracts():
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=named)
def test_no_file_is_longer_than_one_purpose(path):
    if "versions" in path.parts:
        return  # a migration is as long as the tables it makes
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_the_first_line_says_what_a_file_is_for(path):
    text = path.read_text(encoding="utf-8")
    if text.strip():
        told = ast.get_docstring(ast.parse(text))
        assert told
        assert told.splitlines()[0].strip().endswith((".", "?"))


def test_only_the_database_commits():
    found = [named(path) for path in SOURCES if re.search(r"\.commit\(|sessionmaker", path.read_text(encoding="utf-8"))]
    assert [name for name in found if name.startswith(("referral_desk", "ui"))] == ["referral_desk/database.py"]


def _modules(package):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if "__main__" not in found.name and ".migrations" not in found.name:
            yield found.name


def test_the_core_loads_without_qt():
    code = (
        "import sys, importlib\n"
        "sys.modules['PySide6'] = None\n"
        f"names = {[*_modules(referral_desk)]!r}\n"
        "for name in names: importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_operation_names_its_roles_and_is_tested():
    for name in _modules(referral_desk):
        if name.startswith("referral_desk.operations"):
            importlib.import_module(name)

    tests = "\n".join(path.read_text(encoding="utf-8") for path in TESTS)
    known = {function.__name__: roles for function, roles in operations().items() if "test" not in function.__module__}
    assert known
    assert all(known.values())
    untested = [name for name in known if not re.search(rf"\b{name}\b", tests)]
    assert untested == []


def test_every_public_function_of_an_operation_module_is_an_operation_or_part_of_others():
    texts = {
        path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "referral_desk" / "operations").glob("*.py")
    }

    def is_shared(module, name):
        return any(re.search(rf"\b{name}\b", text) for stem, text in texts.items() if stem != module)

    loose = []
    for name in _modules(referral_desk):
        if not name.startswith("referral_desk.operations."):
            continue
        module = importlib.import_module(name)
        if not any(function.__module__ == name for function in operations()):
            continue  # what operations share
        for attribute, value in vars(module).items():
            if (
                not attribute.startswith("_")
                and callable(value)
                and getattr(value, "__module__", "") == name
                and not isinstance(value, type)
                and value not in operations()
                and not is_shared(name.rpartition(".")[2], attribute)
            ):
                loose.append(f"{name}.{attribute}")
    assert loose == []


def test_every_page_names_its_areas():

    for name in _modules(ui):
        if name.startswith("ui.pages."):
            module = importlib.import_module(name)
            for value in vars(module).values():
                if isinstance(value, type) and issubclass(value, Page) and value.__module__ == name:
                    assert value.areas is not Page.areas, value


def test_no_page_sends_by_print_or_runs_a_modal_loop():
    for path in SOURCES:
        if path.is_relative_to(ROOT / "ui") and path.name not in {"app.py", "__main__.py", "shots.py"}:
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"\bprint\(|\.exec\(\)|\.exec_\(\)", text), named(path)


def test_nothing_of_the_window_looks_into_a_box_by_what_qt_frees_under_it():
    """The wrapper of a box's item outlives the item, and the program dies when something else stood in its place."""
    for path in (*SOURCES, *TESTS):
        assert not re.search(r"\.itemAt\(", path.read_text(encoding="utf-8")), named(path)
