"""Whatever language a laptop has, the program's windows open and speak the program's own."""

from __future__ import annotations

import json
import locale
import subprocess
import sys
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from idlib_wargame.files import places
from idlib_wargame.packs.reader import PackReading
from idlib_wargame.windows.own_language import speak_own_language
from idlib_wargame.windows.parts.number_field import NumberField
from idlib_wargame.words.language import use
from tests.foreign_system import ARABIC, GERMAN, TURKISH, environment_in
from tests.harbour_exercise import begin
from tests.tries import thorough

ROOT = Path(__file__).parents[2]
CATEGORIES = (locale.LC_TIME, locale.LC_NUMERIC, locale.LC_COLLATE, locale.LC_MONETARY)


@pytest.fixture(autouse=True)
def _ours_again(qapp: QApplication) -> Iterator[None]:
    yield
    use(NullTranslations())
    speak_own_language(qapp)


@pytest.mark.parametrize("language", [TURKISH, ARABIC, GERMAN])
def test_figures_are_written_as_everywhere_in_the_program(
    language: str, qapp: QApplication, qtbot: QtBot
) -> None:
    """Qt knows every language without the system's help, so this needs none installed."""
    QLocale.setDefault(QLocale(language))
    assert QLocale().toString(12345) != "12345"
    speak_own_language(qapp)
    bar = QProgressBar()
    qtbot.addWidget(bar)
    bar.setValue(30)
    assert (bar.text(), QLocale().toString(12345)) == ("30%", "12345")


@pytest.mark.parametrize("language", [TURKISH, ARABIC, GERMAN])
def test_a_number_with_a_sign_between_thousands_is_no_number(
    language: str, qapp: QApplication, qtbot: QtBot
) -> None:
    """A field takes what the program can read: it once took "1.000" in German, and failed."""
    QLocale.setDefault(QLocale(language))
    speak_own_language(qapp)
    field = NumberField("Minutes", 1, 2000)
    qtbot.addWidget(field)
    field.show_number(7)
    for typed in ("1.000", "1,000"):
        field.selectAll()
        QTest.keyClicks(field, typed)
        assert field.text() == "1000", typed
        assert field.number() == 1000


@pytest.mark.parametrize("signs", [False, True])
def test_a_number_is_typed_in_the_digits_of_ones_own_keyboard(
    signs: bool, qapp: QApplication, qtbot: QtBot
) -> None:
    """Arabic and Persian keyboards have digits of their own; the field shows ours."""
    field = NumberField("Minutes", 1, 200, signs=signs)
    qtbot.addWidget(field)
    for typed in ("٤٥", "۴۵", "45"):
        field.show_number(7)
        field.selectAll()
        for each in typed:
            pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, each)
            qapp.sendEvent(field, pressed)
        assert field.text() == "45"
        assert field.number() == 45


def test_months_and_reasons_of_the_system_are_left(qapp: QApplication) -> None:
    """Every part of the C library that speaks is told to speak no language, whichever it had."""
    for category in CATEGORIES:
        locale.setlocale(category, "C.UTF-8" if sys.platform != "win32" else "English")
        assert locale.setlocale(category) != "C"
    speak_own_language(qapp)
    assert {locale.setlocale(category) for category in CATEGORIES} == {"C"}


def test_figures_stay_ours_in_a_language_that_has_its_own(qapp: QApplication) -> None:
    """Sentences are filled with 0 to 9 in every language, so that widgets must write them too."""
    use(NullTranslations(), right_to_left=True, code="ar")
    speak_own_language(qapp)
    assert QLocale().language() == QLocale.Language.Arabic
    assert QLocale().toString(12345) == "12345"
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft


def said_on(language: str, whose: str) -> dict[str, str]:
    """What a process says of a system of that language."""
    command = [sys.executable, "-m", "tests.windows.foreign_child", whose]
    ran = subprocess.run(
        command, cwd=ROOT, env=environment_in(language), capture_output=True, check=True, text=True
    )
    found: dict[str, str] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize("language", [TURKISH, ARABIC])
def test_a_system_of_another_language_changes_nothing(language: str) -> None:
    """The same words as here; and without our doing they would not be the same."""
    own = {"month": "Jan", "share": "30%", "figures": "12345", "interval": "7"}
    said = said_on(language, "ours")
    assert said == {**own, "reason": "No space left on device"}
    assert said != said_on(language, "theirs")


@pytest.mark.parametrize("language", [TURKISH, pytest.param(ARABIC, marks=thorough)])
def test_a_session_opens_and_ends_on_a_laptop_of_another_language(
    language: str, harbour: PackReading, tmp_path: Path
) -> None:
    """On a Turkish one no window opened at all."""
    path = tmp_path / "a.wargame"
    begin(harbour, path).close()
    environment = {**environment_in(language), places.VARIABLE: str(tmp_path)}
    command = [sys.executable, "-m", "tests.windows.ending", "quit", str(path)]
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (0, "noted\n"), ran.stderr
