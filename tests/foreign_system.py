"""Systems of other languages, as tests find them: installed here, or made for the while."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

TURKISH, ARABIC, GERMAN = "tr_TR", "ar_SA", "de_DE"
_ASKED = "import locale; locale.setlocale(locale.LC_ALL, '')"


@cache
def _made() -> TemporaryDirectory[str]:
    """Where languages are made that the system lacks; it goes as the tests end."""
    return TemporaryDirectory()


@cache
def environment_in(language: str) -> dict[str, str]:
    """The environment of a program on a system of that language; skips where there can be none."""
    name = f"{language}.UTF-8"
    installed = {**os.environ, "LC_ALL": name, "LANG": name, "LANGUAGE": language}
    made = {**installed, "LOCPATH": _made().name}
    if _knows(installed):
        return installed
    if shutil.which("localedef") is not None:
        into = Path(_made().name) / name
        asked = ["localedef", "-i", language, "-f", "UTF-8", str(into)]
        subprocess.run(asked, check=False, capture_output=True)
    if not _knows(made):
        pytest.skip(f"the system has no language {name} and what makes one is not installed")
    return made


def _knows(environment: dict[str, str]) -> bool:
    asked = [sys.executable, "-c", _ASKED]
    return subprocess.run(asked, env=environment, check=False, capture_output=True).returncode == 0
