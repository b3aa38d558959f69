"""``python -m benchmarks``: measures every goal in one run and prints the ratios."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.report import Finding, table, verdict, written
from idlib_wargame.words.dates import long_day_words

PARTS = {
    "a": "committing",
    "b": "playing",
    "c": "starting",
    "d": "replaying",
    "e": "drawing",
    "f": "lengthening",
    "g": "acting",
    "h": "serving",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the parts asked for, in order."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--only", default="".join(PARTS), help="parts to measure, such as: ad")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--write", type=Path, help="put the tables into this page as well")
    asked = parser.parse_args(arguments)
    parts = [part for part in asked.only if part not in ", "]
    strange = [part for part in parts if part not in PARTS]
    if strange:
        parser.error(f"found part “{strange[0]}”, expected some of: {', '.join(PARTS)}")
    findings = list(_measured(parts))
    if asked.write:
        page = written(asked.write.read_text("utf-8"), findings, _about())
        asked.write.write_text(page, "utf-8")
    print(_as_json(findings) if asked.json else f"{table(findings)}\n\n{verdict(findings)}")


def _about() -> str:
    system = f"{platform.system()}, Python {platform.python_version()}"
    day = long_day_words(datetime.now(UTC).date())
    return f"Measured on {day}: {system}, {os.cpu_count()} processors."


def _measured(parts: Sequence[str]) -> Iterator[Finding]:
    for part in parts:
        print(f"Measuring ({part})…", file=sys.stderr, flush=True)
        yield from importlib.import_module(f"benchmarks.{PARTS[part]}").measure()


def _as_json(findings: Sequence[Finding]) -> str:
    about = {
        "measured": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "system": platform.platform(),
        "findings": [finding.to_json() for finding in findings],
    }
    return json.dumps(about, indent=2, ensure_ascii=False)


if __name__ == "__main__":
    main()
