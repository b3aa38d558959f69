"""Printing for terminals, and commands that explain themselves in the language of the screen.

Click reads a command's help when the module is imported, before the language is known; here it is a
function, asked when somebody wants to read it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from idlib_wargame.words.language import _, unmarked

Said = Callable[[], str]


def tell(text: str, err: bool = False) -> None:
    """Print a line. Terminals and files take no isolates: few of them know what they are."""
    click.echo(unmarked(text), err=err)


class Command(click.Command):
    """A command; ``says`` gives its help, of which the first sentence stands in lists."""

    def __init__(self, *args: Any, says: Said, **more: Any) -> None:
        super().__init__(*args, **more)
        self._says = says

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language of the screen."""
        self.help = self._says()
        super().format_help_text(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help in the language of the screen."""
        self.help = self._says()
        return super().get_short_help_str(limit)


class Group(Command, click.Group):
    """A command that holds others."""


class Option(click.Option):
    """An option; ``says`` gives its help."""

    def __init__(self, *args: Any, says: Said, **more: Any) -> None:
        super().__init__(*args, **more)
        self._says = says

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help in the language of the screen."""
        self.help = self._says()
        return super().get_help_record(ctx)


def option(*names: str, says: Said, **more: Any) -> Callable[[Any], Any]:
    """``@option("--seed", says=lambda: _("A whole number for the dice."))``."""
    return click.option(*names, cls=Option, says=says, **more)


json_option = option("--json", "as_json", is_flag=True, says=lambda: _("Answer in JSON."))
