"""dev.py: two commands on a bare machine, clear words when something is missing, nothing done twice."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from installer import environment, system, translations, verbs
from installer.lockfile import ROOT, Locked, write_lock
from installer.trouble import MISSING, NOT_FETCHED, WRONG_PYTHON, Trouble, without_addresses

DEV = ROOT / "installer" / "dev.py"
# These are for people who change the project; they run inside .venv.
INSIDE_VENV = {"core_texts.py", "dependency_table.py", "lock.py", "migration.py", "platforms.py", "verdict.py"}
WHEEL = Locked("small", "1.0", "", (("small-1.0-py3-none-any.whl", "0" * 64),))
OTHER = Locked("other", "2.0", "", (("other-2.0-py3-none-any.whl", "1" * 64),))


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of its own with two small locks, a ready .venv folder, and a pip that only notes what it was asked."""
    asked = []
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    for name, package in (("RUN_LOCK", WHEEL), ("DEV_LOCK", OTHER)):
        write_lock(tmp_path / name, "", [package])
        monkeypatch.setattr(environment, name, tmp_path / name)
    monkeypatch.setattr(environment, "_make_venv", lambda: (tmp_path / ".venv").mkdir(exist_ok=True))
    monkeypatch.setattr(environment, "_pip", lambda *words: (asked.append(words), ([], 0))[1])
    monkeypatch.setattr(system, "ensure_qt_libraries", lambda folder: asked.append(("qt", folder.name)))
    return SimpleNamespace(folder=tmp_path, asked=asked)


def test_an_old_python_is_refused_with_one_sentence():
    program = (
        "import runpy, sys; sys.version_info = (3, 10, 9); sys.version = '3.10.9 (old)'; sys.argv = ['dev.py', 'run'];"
        f"runpy.run_path({str(DEV)!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == WRONG_PYTHON
    assert done.stdout == ""
    assert done.stderr == (
        "Referral Desk needs CPython 3.11, 3.12 or 3.13, and this is 3.10.9: use one of those, "
        "for example: python3.12 installer/dev.py setup\n"
    )


def test_an_old_python_can_read_the_file_that_refuses_it():
    ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 4))


def test_the_set_up_needs_nothing_but_python():
    for path in sorted((ROOT / "installer").glob("*.py")):
        if path.name in INSIDE_VENV:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
                for name in names:
                    assert name.partition(".")[0] in {*sys.stdlib_module_names, "installer"}, f"{path.name}: {name}"
                    assert f"{name.removeprefix('installer.')}.py" not in INSIDE_VENV, f"{path.name}: {name}"


def test_help_tells_every_verb_with_examples_and_every_exit_code():
    done = subprocess.run([sys.executable, DEV, "--help"], capture_output=True, text=True, check=True)
    for verb in ("setup", "run", "test", "shots", "bench", "lock"):
        assert f"\n    {verb} " in done.stdout
    assert "python3 installer/dev.py test tests/core -x" in done.stdout
    for code in range(6):
        assert f"\n  {code}  " in done.stdout


@pytest.mark.parametrize("words", [[], ["dance"], ["setup", "--fast"]])
def test_a_command_line_that_is_not_understood_ends_with_2(words, capsys):
    with pytest.raises(SystemExit) as stopped:
        verbs.main(words)
    assert stopped.value.code == 2
    assert "dev.py" in capsys.readouterr().err


def test_run_installs_what_the_program_needs_and_nothing_for_tests(project):
    environment.ensure(development=False)
    install, qt = project.asked
    assert install[0] == "install"
    assert "--require-hashes" in install
    assert "--no-deps" in install
    assert install[install.index("--only-binary") + 1] == ":all:"
    assert str(project.folder / "RUN_LOCK") in install
    assert str(project.folder / "DEV_LOCK") not in install
    assert qt == ("qt", "PySide6")


def test_nothing_is_done_twice(project):
    environment.ensure(development=True)
    done = len(project.asked)
    environment.ensure(development=True)
    environment.ensure(development=False)
    assert len(project.asked) == done


def test_a_changed_lock_is_installed_and_what_left_it_is_removed(project):
    environment.ensure(development=True)
    project.asked.clear()
    write_lock(project.folder / "DEV_LOCK", "", [Locked("newer", "3.0", "", OTHER.wheels)])
    environment.ensure(development=True)
    assert project.asked[0] == ("uninstall", "--yes", "other")
    assert str(project.folder / "DEV_LOCK") in project.asked[1]
    assert str(project.folder / "RUN_LOCK") not in project.asked[1]
    stamp = json.loads((project.folder / ".venv" / "referral-desk.json").read_text(encoding="utf-8"))
    assert stamp["packages"] == ["newer", "small"]


def test_a_failed_fetch_is_tried_again_next_time(project, monkeypatch, capsys):
    lines = ["Looking in indexes: the package index", "ERROR: No matching distribution found for small==1.0"]
    monkeypatch.setattr(environment, "_pip", lambda *_words: (lines, 1))
    for _ in range(2):
        with pytest.raises(Trouble, match="run the same command again") as trouble:
            environment.ensure(development=False)
        assert trouble.value.code == NOT_FETCHED
    assert capsys.readouterr().err == "ERROR: No matching distribution found for small==1.0\n" * 2


def test_a_package_that_is_not_the_locked_one_is_named_as_such(project, monkeypatch):
    lines = ["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."]
    monkeypatch.setattr(environment, "_pip", lambda *_words: (lines, 1))
    with pytest.raises(Trouble, match="not the one that was locked, so nothing was installed"):
        environment.ensure(development=False)


def test_a_missing_library_is_looked_for_again_until_it_is_there(project, monkeypatch):
    def missing(_folder):
        raise Trouble("a library is missing", MISSING)

    with monkeypatch.context() as patch:
        patch.setattr(system, "ensure_qt_libraries", missing)
        with pytest.raises(Trouble):
            environment.ensure(development=False)
    project.asked.clear()
    environment.ensure(development=False)
    assert project.asked == [("qt", "PySide6")]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "Looking in indexes: https://user:word@some.example/simple, file:///srv/x",
            "Looking in indexes: the package index, the package index",
        ),
        ("HTTPSConnectionPool(host='some.example', port=443)", "HTTPSConnectionPool(host, port=443)"),
        ("Get:1 http://mirror.example/debian bookworm InRelease", "Get:1 the package index bookworm InRelease"),
        ("Collecting six==1.17.0", "Collecting six==1.17.0"),
    ],
)
def test_addresses_of_package_sources_are_not_shown(said, shown):
    assert without_addresses(said) == shown


@pytest.mark.parametrize(
    ("release", "answer"),
    [
        ('PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n', True),
        ('NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', True),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', True),
        ('ID=fedora\nID_LIKE="rhel"\nHOME_URL="debian"\n', False),
    ],
)
def test_debian_and_its_children_are_recognised(release, answer, tmp_path):
    path = tmp_path / "os-release"
    path.write_text(release, encoding="utf-8")
    assert system.debian_like(path) is answer
    assert not system.debian_like(tmp_path / "not-there")


def test_without_root_the_exact_command_is_told(monkeypatch):
    monkeypatch.setattr(system, "is_root", lambda: False)
    with pytest.raises(Trouble, match="sudo apt-get install libegl1 libgl1\n") as trouble:
        system.install(["libegl1", "libgl1"], "Qt needs a few system libraries.")
    assert trouble.value.code == MISSING


def test_as_root_the_packages_are_installed_quietly(monkeypatch, capsys):
    commands = []

    def run(command, **_options):
        commands.append(command)
        return SimpleNamespace(returncode=0, stdout="", stderr="")

    monkeypatch.setattr(system, "is_root", lambda: True)
    monkeypatch.setattr(subprocess, "run", run)
    system.install(["libegl1"], "Qt needs a library.")
    assert [command[2] for command in commands] == ["update", "install"]
    assert commands[1][-1] == "libegl1"
    assert capsys.readouterr().out == "Qt needs a library. Installing: libegl1\n"


class TestQtLibraries:
    @pytest.fixture
    def qt(self, tmp_path, monkeypatch):
        """A Qt whose parts miss two libraries until somebody installs them."""
        (tmp_path / "QtCore.abi3.so").touch()
        state = SimpleNamespace(
            told="\tlibEGL.so.1 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x7)\n\tlibGL.so.1 => not found\n",
            folder=tmp_path,
            installed=[],
        )

        def run(_command, **_options):
            return SimpleNamespace(returncode=1, stdout=state.told, stderr="")

        def install(packages, _reason):
            state.installed += packages
            state.told = "\tlibEGL.so.1 => /lib/libEGL.so.1 (0x7)\n"

        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(subprocess, "run", run)
        monkeypatch.setattr(system, "install", install)
        monkeypatch.setattr(system, "debian_like", lambda: True)
        return state

    def test_what_is_missing_is_found_and_installed(self, qt):
        assert system.missing_libraries(qt.folder) == ["libEGL.so.1", "libGL.so.1"]
        system.ensure_qt_libraries(qt.folder)
        assert qt.installed == ["libegl1", "libgl1"]

    def test_another_linux_is_told_the_files(self, qt, monkeypatch):
        monkeypatch.setattr(system, "debian_like", lambda: False)
        with pytest.raises(Trouble, match=r"libEGL\.so\.1, libGL\.so\.1"):
            system.ensure_qt_libraries(qt.folder)
        assert qt.installed == []

    def test_what_no_package_brings_is_named(self, qt):
        qt.told = "\tlibodd.so.9 => not found\n"
        with pytest.raises(Trouble, match=r"libodd\.so\.9"):
            system.ensure_qt_libraries(qt.folder)


def test_the_real_qt_misses_nothing_here(monkeypatch):
    monkeypatch.setattr(system, "install", lambda packages, _reason: pytest.fail(f"missing: {packages}"))
    system.ensure_qt_libraries(environment.packages_folder() / "PySide6")


class TestWordReader:
    @pytest.fixture
    def asked(self, monkeypatch):
        """What is installed on a Debian without LibreOffice."""
        found = []
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(system, "word_reader", lambda: None)
        monkeypatch.setattr(system, "debian_like", lambda: True)
        monkeypatch.setattr(system, "install", lambda packages, _reason: found.extend(packages))
        return found

    def test_it_is_brought_where_it_is_missing(self, asked):
        system.seek_word_reader()
        assert asked == ["libreoffice-writer-nogui"]

    def test_where_it_cannot_be_brought_the_tests_run_all_the_same(self, asked, monkeypatch, capsys):
        def refused(_packages, _reason):
            raise Trouble("Run this: apt-get install it", MISSING)

        monkeypatch.setattr(system, "install", refused)
        system.seek_word_reader()
        assert "apt-get install it" in capsys.readouterr().err
        assert asked == []

    def test_it_is_left_alone_where_it_is_there(self, asked, monkeypatch):
        monkeypatch.setattr(system, "word_reader", lambda: "/usr/bin/soffice")
        system.seek_word_reader()
        assert asked == []


def test_translations_are_compiled_once_and_again_when_their_source_changes(tmp_path, monkeypatch):
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    message = "<message><source>Board</source><translation>Overblik</translation></message>"
    (tmp_path / "ui.da.ts").write_text(
        f'<!DOCTYPE TS><TS version="2.1" language="da_DK"><context><name>Page</name>{message}</context></TS>',
        encoding="utf-8",
    )
    (tmp_path / "core.da.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "held"\nmsgstr "afholdt på dagen"\n',
        encoding="utf-8",
    )
    translations.build()
    made = [tmp_path / "ui.da.qm", tmp_path / "core.da.mo"]
    assert "afholdt på dagen".encode() in made[1].read_bytes()
    assert "Overblik".encode("utf-16-be") in made[0].read_bytes()
    before = [path.stat().st_mtime_ns for path in made]
    translations.build()
    assert [path.stat().st_mtime_ns for path in made] == before
    read_by_a_window, said = tmp_path / "open", made[1].read_bytes()
    os.link(made[1], read_by_a_window)
    (tmp_path / "core.da.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "held"\nmsgstr "holdt"\n',
        encoding="utf-8",
    )
    os.utime(tmp_path / "core.da.po", ns=(before[1] + 1, before[1] + 10**9))
    translations.build()
    assert b"holdt" in made[1].read_bytes()
    assert read_by_a_window.read_bytes() == said, "written over"
    after = [path.stat().st_mtime_ns for path in made]
    assert after[0] == before[0]
    assert after[1] != before[1]


def test_a_translation_that_does_not_compile_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    (tmp_path / "ui.da.ts").write_text("<TS><context>", encoding="utf-8")
    with pytest.raises(Trouble, match=r"ui\.da\.ts does not compile"):
        translations.build()


def test_ci_runs_the_test_command_of_the_readme_and_nothing_else():
    path = ROOT / ".ci" / "run"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert lines == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "exec python3 installer/dev.py test"]
    assert "python3 installer/dev.py test" in (ROOT / "README.md").read_text(encoding="utf-8")
