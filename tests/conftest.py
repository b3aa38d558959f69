"""What tests in many rooms share: the small packs, read once."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication

from idlib_wargame.files import places
from idlib_wargame.packs.reader import PackReading, read_pack
from idlib_wargame.session.pins import OURS, HashWork, use_work
from idlib_wargame.windows.own_language import speak_own_language
from tests.in_memory import MEMORY, has_room
from tests.no_screen import platform_of_qt
from tests.tries import THOROUGH, is_quick

# A busy machine is no fault of the program, and a red run should be red again when it is repeated.
# `make test` is quick; `make prove` tries every case of every test (tests/tries.py).
# To look for more: pytest --hypothesis-profile=explore
_CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", _CALM, derandomize=True, max_examples=THOROUGH // 5)
settings.register_profile("prove", _CALM, derandomize=True, max_examples=THOROUGH)
settings.register_profile("explore", _CALM, max_examples=4 * THOROUGH)
settings.load_profile("quick")

# A laptop with a projector, as in a seminar room, in place of Qt's one screen of 800 by 800.
os.environ |= platform_of_qt(Path(__file__).parent / "data" / "screens.json")

# What is saved or remembered by default goes here, also by programs that a test starts: whoever
# runs the tests has documents and settings of their own. Qt remembers its dialogs in the other.
_HOME = TemporaryDirectory(prefix="wargame-tests-", ignore_cleanup_errors=True)
os.environ |= dict.fromkeys((places.VARIABLE, "XDG_CONFIG_HOME"), _HOME.name)

HARBOUR = Path(__file__).parent / "data" / "harbour"


def pytest_sessionstart() -> None:
    """Hash PINs of a quick run with little work, and keep its files in memory where that can be.

    Hundreds are hashed, and nobody guesses them. Before tests are gathered, as some hash theirs
    there, and before anybody asks for a folder.
    """
    use_work(HashWork(rounds=1, memory=64) if is_quick() else OURS)
    if is_quick() and has_room(MEMORY):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_finish() -> None:
    """Thousands of gathered tests stay to the end: whoever looks for garbage passes them over."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what is marked ``thorough`` to the thorough run."""
    if is_quick():
        left = [item for item in items if item.get_closest_marker("thorough")]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in set(left)]


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The Qt program of all tests of windows, in the program's language as the program has it."""
    speak_own_language(qapp)
    return qapp


@pytest.fixture(scope="session")
def harbour() -> PackReading:
    """The harbour pack, which exists for the tests."""
    reading = read_pack(HARBOUR)
    assert reading.problems == ()
    return reading


@pytest.fixture(scope="session")
def full() -> PackReading:
    """The harbour pack with injects, aims, starts and a map."""
    reading = read_pack(HARBOUR.with_name("harbour_full"))
    assert reading.problems == ()
    return reading


class _Faults(logging.Handler):
    """Keeps what the program's log is told of its own mistakes."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.startswith("idlib_wargame"):
            self.told.append(self.format(record))


@pytest.fixture(autouse=True)
def our_faults() -> Iterator[list[str]]:
    """Our own mistakes, as the log was told of them: a test that makes one clears the list.

    A window that fails while it redraws harms nobody, so without this no test would notice.
    """
    faults = _Faults()
    logging.getLogger().addHandler(faults)
    yield faults.told
    logging.getLogger().removeHandler(faults)
    assert faults.told == []
