"""The program's own language for all that Qt and the C library write, whatever the system's is.

As it starts, Qt has the C library take the system's language for the whole process. With it
``strftime`` writes foreign months, an ``OSError`` foreign reasons, and validators take other
signs. In Turkish the small i has another capital besides: PySide then finds no property whose name
begins with one (``QTimer(interval=…)``), and no window opens.
"""

from __future__ import annotations

import locale
import sys

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from idlib_wargame.words.language import is_right_to_left, language_code

# No language, and all letters; systems call it by different names.
_LETTERS = ("C.UTF-8", "C.utf8", "UTF-8", "en_US.UTF-8")


def speak_own_language(app: QApplication) -> None:
    """Leave the system's language for the one that was chosen, as soon as there is a Qt program."""
    _leave_the_systems()
    QLocale.setDefault(_as_qt_knows(language_code()))
    sides = Qt.LayoutDirection
    app.setLayoutDirection(sides.RightToLeft if is_right_to_left() else sides.LeftToRight)


def _leave_the_systems() -> None:
    locale.setlocale(locale.LC_ALL, "C")
    if sys.platform == "win32":  # all letters are known to it as they are
        return
    for letters in _LETTERS:
        try:
            locale.setlocale(locale.LC_CTYPE, letters)
        except locale.Error:
            continue
        return


def _as_qt_knows(code: str) -> QLocale:
    """The language with figures as we write them in every language: of 0 to 9, undivided."""
    found = QLocale(code)
    if found.zeroDigit() != "0":
        anywhere = (QLocale.Script.AnyScript, QLocale.Country.AnyCountry)
        same = QLocale.matchingLocales(found.language(), *anywhere)
        found = next((each for each in same if each.zeroDigit() == "0"), QLocale.c())
    options = QLocale.NumberOption
    found.setNumberOptions(options.OmitGroupSeparator | options.RejectGroupSeparator)
    return found
