"""The browser that tests look at pages with: Debian's Chromium, by its path.

Run as a program it installs Chromium where that is asked for by CI=true and may be done; it does
nothing anywhere else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
COMMAND = "apt-get install -y --no-install-recommends chromium"


def chromium() -> Path | None:
    """Where it is; None where this machine has none."""
    found = (shutil.which(name) for name in _NAMES)
    path = next((each for each in found if each), None)
    return Path(path) if path else None


def is_asked_for() -> bool:
    """Whether a machine without one is at fault."""
    return os.environ.get("CI", "").lower() == "true"


def why_not() -> str:
    """What whoever has none is told."""
    return f"no Chromium was found; to test pages in one, run: sudo {COMMAND}"


def main() -> int:
    """Install it as root, where it is asked for; 0 unless it is asked for and missing."""
    if chromium() is not None or not is_asked_for():
        return 0
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("Installing the browser that pages are tested with (once)…")  # noqa: T201
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(["apt-get", "update"], check=False, **quiet)  # type: ignore[call-overload]
        subprocess.run(COMMAND.split(), check=False, **quiet)  # type: ignore[call-overload]
    if chromium() is None:
        print(why_not())  # noqa: T201
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
