"""``idlib-wargame-window``: the same command without a console, which is how a menu starts it.

There is nobody to read a sentence printed, so what cannot be done is said on the start window.
"""

from __future__ import annotations

import sys

import click

from idlib_wargame.cli import main as command


def main() -> None:
    """Do what the command line says; where that is refused, say why in a window."""
    try:
        command(standalone_mode=False)
    except click.Abort:
        sys.exit(1)
    except click.ClickException as fault:
        if sys.stderr is not None and sys.stderr.isatty():
            fault.show()
            sys.exit(fault.exit_code)
        from idlib_wargame.app import run

        sys.exit(run(told=fault.format_message()))
