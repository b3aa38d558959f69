"""A plugin of pytest: modules and names that Windows lacks are gone while tests are gathered."""

from __future__ import annotations

import os
import signal
import sys

import pytest

_MODULES = ("fcntl", "grp", "pwd", "resource", "termios")
_OF_OS = ("fork", "getuid", "geteuid", "mkfifo", "sched_getaffinity", "statvfs")
_SIGNALS = ("SIGALRM", "SIGHUP", "SIGKILL", "SIGQUIT", "SIGXFSZ", "alarm", "pthread_sigmask")


@pytest.hookimpl(tryfirst=True)
def pytest_collection() -> None:
    """Before the first test file is read; what reads them has what it needs by then."""
    for name in _MODULES:
        sys.modules[name] = None  # type: ignore[assignment]  # as import leaves what is not there
    for name in _OF_OS:
        delattr(os, name)
    for name in _SIGNALS:
        delattr(signal, name)
