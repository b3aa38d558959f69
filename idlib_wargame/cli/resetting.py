"""``idlib-wargame reset-pin``: another facilitator's PIN in place of a forgotten one."""

from __future__ import annotations

from pathlib import Path

import click

from idlib_wargame.cli.faults import Calmly, told_calmly
from idlib_wargame.cli.speaking import Command, tell
from idlib_wargame.words.language import _, fill


@click.command(
    "reset-pin",
    cls=Command,
    says=lambda: _("Set another facilitator's PIN for a session; its record tells that you did."),
)
@click.argument("file", type=click.Path(path_type=Path))
def reset_pin(file: Path) -> None:
    """Set another facilitator's PIN for a session; its record tells that you did."""
    from idlib_wargame.session.session import Session

    with told_calmly():
        session = Session.open(file)
        try:
            pin = _asked()
            change = session.reset_pin(pin)
            if fault := session.saved.fault:
                raise Calmly(fault)
        finally:
            session.close()
    said = _("The PIN is reset, and entry {number} of {file} tells so.")
    tell(fill(said, number=change.number, file=file.name))
    if not pin:
        tell(_("There is no PIN now: whoever is at the laptop can see everything at the desk."))


def _asked() -> str:
    """A PIN typed twice, unseen; empty for none."""
    from idlib_wargame.session.pins import is_fit, unfit_words

    pin = _typed(_("New PIN (empty for none)"))
    if pin and not is_fit(pin):
        raise Calmly(fill(_("{why} Nothing was changed."), why=unfit_words()))
    if pin != _typed(_("Once more")):
        raise Calmly(_("The two were not the same. Nothing was changed."))
    return pin


def _typed(prompt: str) -> str:
    typed: str = click.prompt(prompt, default="", hide_input=True, show_default=False, err=True)
    return typed.strip()
