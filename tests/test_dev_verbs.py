"""What `dev.py run` and `dev.py test` start, and what their exit codes say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from installer import checks, environment, suite, translations, verbs
from installer.lockfile import ROOT
from installer.trouble import MISSING, Trouble


class TestRun:
    @pytest.fixture
    def started(self, tmp_path, monkeypatch):
        """What `run` starts, with a front end that makes a demo desk and packs as told."""
        commands = []
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setattr(verbs, "DEMO", tmp_path / "demo")
        monkeypatch.setattr(environment, "ensure", lambda **_options: None)
        monkeypatch.setattr(translations, "build", lambda: None)

        def run(command, **_options):
            words = [str(word) for word in command[1:]]
            commands.append(words)
            if words[2] == "demo":
                (tmp_path / "demo").mkdir(exist_ok=True)
                (tmp_path / "demo" / "demo.desk").touch()
                (tmp_path / "demo" / "passphrase.txt").touch()
            code = state.codes.get(words[2], 0)
            return SimpleNamespace(returncode=code)

        monkeypatch.setattr(subprocess, "run", run)
        state = SimpleNamespace(commands=commands, demo=tmp_path / "demo", codes={})
        return state

    @pytest.fixture
    def linux(self, monkeypatch):
        monkeypatch.setattr(sys, "platform", "linux")

    @pytest.mark.usefixtures("linux")
    def test_the_window_opens_on_a_demo_desk_that_is_made_once(self, started, monkeypatch):
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
        assert verbs.main(["run", "--language", "da"]) == 0
        assert verbs.main(["run"]) == 0
        demo, first, second = started.commands
        assert demo == ["-m", "referral_desk", "demo", str(started.demo), "--force"]
        keys = ["--desk", str(started.demo / "demo.desk"), "--passphrase-file", str(started.demo / "passphrase.txt")]
        assert first == ["-m", "ui", *keys, "--language", "da"]
        assert second == ["-m", "ui", *keys]

    @pytest.mark.usefixtures("linux")
    def test_a_new_demo_desk_is_made_when_asked_for(self, started, monkeypatch):
        monkeypatch.setenv("DISPLAY", ":0")
        verbs.main(["run"])
        verbs.main(["run", "--new"])
        assert [words[2] for words in started.commands] == ["demo", "--desk", "demo", "--desk"]

    @pytest.mark.usefixtures("linux")
    def test_without_a_display_the_demo_pack_is_exported_and_its_path_told(self, started, capsys):
        assert verbs.main(["run"]) == 0
        pack = started.demo / "pack.pdf"
        assert started.commands[1][:3] == ["-m", "referral_desk", "pack"]
        assert started.commands[1][-2:] == ["--out", str(pack)]
        told = capsys.readouterr().out
        assert "There is no display here" in told
        assert told.endswith(f"The pack of the next national meeting: {pack}\n")

    def test_pictures_are_taken_of_the_demo_desk(self, started, tmp_path):
        assert verbs.main(["shots", str(tmp_path / "out"), "--theme", "dark"]) == 0
        demo, shots = started.commands
        assert demo[2] == "demo"
        assert shots[:3] == ["-m", "ui.shots", str((tmp_path / "out").resolve())]
        assert shots[3:5] == ["--desk", str(started.demo / "demo.desk")]
        assert shots[-2:] == ["--theme", "dark"]

    @pytest.mark.usefixtures("linux")
    @pytest.mark.parametrize(("said", "result"), [(0, 0), (1, 0), (3, 1), (4, 1), (70, 1)])
    def test_a_pack_with_remarks_is_a_pack_and_a_refusal_is_none(self, started, capsys, said, result):
        started.codes["pack"] = said
        assert verbs.main(["run"]) == result
        assert ("The pack of the next national meeting" in capsys.readouterr().out) == (result == 0)

    @pytest.mark.usefixtures("linux")
    def test_a_demo_desk_that_cannot_be_made_stops_the_command(self, started, capsys):
        started.codes["demo"] = 70
        assert verbs.main(["run"]) == 1
        assert capsys.readouterr().err == "The demo desk could not be made; the reason stands above.\n"

    @pytest.mark.usefixtures("started")
    @pytest.mark.parametrize("name", ["win32", "darwin"])
    def test_windows_and_macos_always_have_a_display(self, monkeypatch, name):
        monkeypatch.setattr(sys, "platform", name)
        assert verbs.has_display()

    @pytest.mark.usefixtures("started")
    def test_trouble_becomes_its_sentence_and_its_exit_code(self, monkeypatch, capsys):
        def missing(**_options):
            raise Trouble("Something is missing.", MISSING)

        monkeypatch.setattr(environment, "ensure", missing)
        assert verbs.main(["run"]) == MISSING
        assert capsys.readouterr().err == "Something is missing.\n"


class TestChecks:
    @pytest.fixture
    def results(self, monkeypatch):
        """Exit codes by a word of the command, what checks say, pytest's verdict where it is not its exit code."""
        state = SimpleNamespace(codes={}, commands=[], verdict=None, said="what the check said\n")

        def run(command, env, **_options):
            words = [str(word) for word in command]
            state.commands.append(words)
            code = next((code for word, code in state.codes.items() if word in words), 0)
            if "pytest" in words:
                verdict = code if state.verdict is None else state.verdict
                if verdict >= 0:
                    Path(env[suite.VARIABLE]).write_text(str(verdict), encoding="utf-8")
            return SimpleNamespace(returncode=code, stdout=state.said)

        monkeypatch.setattr(subprocess, "run", run)
        monkeypatch.setattr(suite, "cores", lambda: 2)
        return state

    def test_all_checks_run_and_pytest_comes_last_with_the_rest_of_the_line(self, results, capsys):
        assert checks.run_all(["tests/core", "-x"], tests_only=False) == 0
        assert len(results.commands) == len(checks.checks()) + 1
        assert results.commands[-1][1:] == ["-m", "pytest", "-p", "installer.verdict", "tests/core", "-x"]
        assert last_line(capsys) == "The checks passed; the tests passed."

    def test_a_failed_check_is_told_when_it_fails_and_once_more_at_the_end(self, results, capsys):
        results.codes = {"mypy": 1}
        assert checks.run_all([], tests_only=False) == 1
        assert "pytest" in results.commands[-1]
        told = capsys.readouterr().out
        assert told.count("what the check said\n") == 2
        assert "These checks failed, as shown above: types (mypy)." in told
        assert told.endswith("\n\nThese checks failed: types (mypy); the tests passed.\n")

    def test_of_a_check_that_said_much_the_end_is_told_again(self, results, capsys, monkeypatch):
        monkeypatch.setattr(checks, "SHOWN", 1)
        results.codes, results.said = {"mypy": 1}, "much\nFound 1 error\n"
        checks.run_all([], tests_only=False)
        told = capsys.readouterr().out
        assert (told.count("much\n"), told.count("Found 1 error\n")) == (1, 2)

    @pytest.mark.parametrize(
        ("code", "verdict", "told"),
        [
            (1, 1, "Some tests failed, as listed above."),
            (2, 2, "The test run was stopped."),
            (5, 5, "No test was found."),
            (4, -1, "Pytest did not understand what it was asked."),
            (70, 70, "The tests ended with exit code 70."),
            (1, 0, "The tests passed, but their process ended with exit code 1 afterwards."),
            (-11, 0, "The tests passed, but their process ended with signal 11 (SIGSEGV) afterwards."),
            (-99, 0, "The tests passed, but their process ended with signal 99 afterwards."),
            (-6, 1, "Some tests failed, as listed above, but their process ended with signal 6 (SIGABRT) afterwards."),
            (-9, -1, "The test process ended with signal 9 (SIGKILL) before its end."),
            (1, -1, "The test process ended with exit code 1 before its end."),
        ],
    )
    def test_the_last_line_tells_how_the_tests_ended(self, results, capsys, code, verdict, told):
        results.codes, results.verdict = {"pytest": code}, verdict
        assert checks.run_all([], tests_only=True) == 1
        assert len(results.commands) == 1
        assert last_line(capsys) == told


class TestCores:
    @pytest.mark.parametrize(
        "words",
        [[], ["--long"], ["tests/core"], ["tests/test_dev.py", "tests/ui"], ["-q", "-p", "no:randomly"], ["-k", "-x"]],
    )
    def test_tests_run_on_two_to_four_cores(self, words):
        assert suite.side_by_side(words, 2) == ["-n", "2", "--dist", "worksteal"]
        assert suite.side_by_side(words, 64) == ["-n", "4", "--dist", "worksteal"]

    def test_one_core_needs_no_workers(self):
        assert suite.side_by_side([], 1) == []
        assert suite.cores() >= 1

    @pytest.mark.parametrize(
        "words",
        [
            *(["-x"], ["-qx"], ["-s"], ["--pdb"], ["--maxfail=3"], ["--collect-only"]),
            *(["-n4"], ["-n", "0"], ["--numprocesses=3"], ["-p", "no:xdist"], ["-pno:xdist"]),
            *(["tests/test_dev.py"], ["tests/test_dev_verbs.py::TestCores", "-q"]),
        ],
    )
    def test_who_asks_for_one_file_a_stop_or_a_number_gets_what_was_asked(self, words):
        assert suite.side_by_side(words, 2) == []


class TestEnds:
    """The real pytest in a process of its own, on a test file of three lines."""

    @pytest.fixture
    def ended(self, tmp_path, monkeypatch, capfd):
        """Run tests of this text; the exit code, the last line and all that was said."""
        monkeypatch.setattr(suite, "python", lambda: sys.executable)

        def run(text, *words):
            (tmp_path / "test_it.py").write_text(text, encoding="utf-8")
            place = (str(tmp_path), "-c", str(ROOT / "pyproject.toml"), "-p", "no:randomly", "-p", "no:cacheprovider")
            code = checks.run_all([*place, *words], tests_only=True)
            said = capfd.readouterr().out
            return code, said.splitlines()[-1], said

        return run

    def test_tests_that_pass_are_told_as_passed(self, ended):
        code, told, _said = ended("def test_it():\n    pass\n", "-n0")
        assert (code, told) == (0, "The tests passed.")

    def test_a_crash_after_the_last_test_is_told_with_its_place(self, ended):
        text = "import atexit, os\n\ndef fall():\n    os.abort()\n\ndef test_it():\n    atexit.register(fall)\n"
        code, told, said = ended(text, "-n0")
        assert "1 passed" in said
        assert "in fall" in said
        how = "exit code 3" if sys.platform == "win32" else "signal 6 (SIGABRT)"
        assert (code, told) == (1, f"The tests passed, but their process ended with {how} afterwards.")

    def test_a_worker_that_crashes_fails_the_run_and_names_the_test(self, ended):
        code, told, said = ended("import os\n\ndef test_it():\n    os._exit(9)\n", "-n", "1")
        assert re.search(r"worker 'gw\d' crashed while running '.*test_it.py::test_it'", said)
        assert (code, told) == (1, "Some tests failed, as listed above.")


def last_line(capsys):
    return capsys.readouterr().out.splitlines()[-1]
