"""No string of the window is left in English in the Arabic interface."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from core.errors import KnownError
from gui import i18n, wording
from gui.actions import MENUS, SPECS
from hatch_build import compile_translations

ROOT = Path(__file__).parents[2]
PLACE = re.compile(r"\{\w*\}")
LUPDATE = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent)) or shutil.which("pyside6-lupdate")


def read_messages(language: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """(context, source) → its translation, or its numerus forms; what has no translation is left out."""
    messages = {}
    for path in (ROOT / "resources" / "translations").glob(f"*_{language}.ts"):
        for context in ET.parse(path).getroot().iter("context"):
            for message in context.iter("message"):
                found = message.find("translation")
                assert found is not None
                forms = tuple(form.text or "" for form in found.iter("numerusform")) or (found.text or "",)
                if all(forms):
                    messages[context.findtext("name", ""), message.findtext("source", "")] = forms
    return messages


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, bool]]:
    """(context, source, whether it counts) of every string in gui."""
    if LUPDATE is None:
        pytest.skip("pyside6-lupdate is not here")
    out = tmp_path_factory.mktemp("ts") / "all.ts"
    modules = sorted(str(path) for path in (ROOT / "gui").rglob("*.py"))
    subprocess.run([LUPDATE, *modules, "-ts", str(out)], check=True, capture_output=True)
    return [
        (context.findtext("name", ""), message.findtext("source", ""), message.get("numerus") == "yes")
        for context in ET.parse(out).getroot().iter("context")
        for message in context.iter("message")
    ]


def test_every_string_is_translated(sources: list[tuple[str, str, bool]]) -> None:
    arabic = read_messages("ar")
    missing = [(context, source) for context, source, _ in sources if (context, source) not in arabic]
    assert not missing
    assert len(sources) > 250


def test_nothing_is_translated_that_is_not_there(sources: list[tuple[str, str, bool]]) -> None:
    known = {(context, source) for context, source, _ in sources}
    assert not set(read_messages("ar")) - known


def test_what_counts_has_all_its_forms(sources: list[tuple[str, str, bool]]) -> None:
    arabic, english = read_messages("ar"), read_messages("en")
    for context, source, counts in sources:
        if counts:
            assert len(arabic[context, source]) == 6, source
            assert len(english[context, source]) == 2, source


def test_places_for_values_survive_translation(sources: list[tuple[str, str, bool]]) -> None:
    arabic = read_messages("ar")
    for context, source, _ in sources:
        for form in arabic.get((context, source), ()):
            assert set(PLACE.findall(form)) == set(PLACE.findall(source)), source


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, "مقال واحد"), (2, "مقالان"), (3, "3 مقالات"), (11, "11 مقالا"), (100, "100 مقال"), (0, "لا مقالات")],
)
def test_arabic_counts(qapp, count: int, expected: str) -> None:
    i18n.install(qapp, "ar")
    assert QCoreApplication.translate("ArticleList", "%n article(s)", "", count) == expected


def test_tables_speak_arabic(qapp) -> None:
    i18n.install(qapp, "ar")
    for table in (wording.LABELS, wording.STATUSES, wording.MODALITIES, wording.RELATIONS, wording.EDITS):
        for key in table:
            assert not wording.word(table, key).isascii()
    assert all(SPECS)
    assert all(MENUS)


@pytest.mark.parametrize("language", sorted(i18n.LANGUAGES))
def test_nothing_is_translated_twice(language: str) -> None:
    """Which of two would hold is chance."""
    found = Counter(
        (context.findtext("name", ""), message.findtext("source", ""))
        for path in (ROOT / "resources" / "translations").glob(f"*_{language}.ts")
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    )
    assert [string for string, times in found.items() if times > 1] == []


@pytest.mark.parametrize("language", sorted(i18n.LANGUAGES))
def test_what_is_compiled_says_what_the_sources_say(language: str) -> None:
    words, first = i18n.compiled(language), {"ar": 0, "en": 1}[language]
    for (context, source), forms in read_messages(language).items():
        said = words.translate(context, source, None, first) if len(forms) > 1 else words.translate(context, source)
        assert said == forms[0], source


def test_a_change_of_a_source_is_compiled_and_what_is_new_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "resources" / "translations"
    folder.mkdir(parents=True)
    source, made = folder / "part_ar.ts", folder / "mizan_ar.qm"
    text = """<!DOCTYPE TS><TS version="2.1" language="ar"><context><name>Page</name><message>
<source>Open</source><translation>{}</translation></message></context></TS>"""
    for word in ("افتح", "أغلق"):
        source.write_text(text.format(word), "utf-8")
        compile_translations(tmp_path)
        compiled = QTranslator()
        assert compiled.load(str(made))
        assert compiled.translate("Page", "Open") == word
    before = made.stat().st_mtime_ns
    compile_translations(tmp_path)
    assert made.stat().st_mtime_ns == before


def test_a_missing_translation_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(i18n, "files", lambda _: tmp_path)
    with pytest.raises(KnownError, match=r"mizan_ar\.qm"):
        i18n.compiled("ar")
