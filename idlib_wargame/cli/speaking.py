"""Printing for terminals, and commands that explain themselves in the language of the screen.

Click reads a command's help when the module is imported, before the language is known; here it is a
function, asked when somebody wants to read it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, TextIO

import click

from idlib_wargame.cli.printable import fitting, json_for
from idlib_wargame.cli.streams import Nowhere, settle
from idlib_wargame.words.disk_reasons import disk_reason
from idlib_wargame.words.language import _, fill

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Said = Callable[[], str]


def tell(line: str, err: bool = False) -> None:
    """Print one line; whatever stands in it, it stays one line and steers no terminal."""
    stream = stream_for(err)
    _write(fitting(line, stream), stream)


def answer(value: object) -> None:
    """Print the answer for programs, as JSON on one line."""
    stream = stream_for()
    _write(json_for(value, stream), stream)


def _write(text: str, stream: TextIO | None) -> None:
    try:
        click.echo(text, file=stream)
    except BrokenPipeError:
        _speak_to_nobody(stream)


def _speak_to_nobody(stream: IO[str] | None) -> None:
    """Whoever read along has gone (``show … | head -1``), which is no error: go on in silence.

    The exit code stays that of the command.
    """
    if stream is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def stream_for(err: bool = False) -> TextIO | None:
    """Where answers go, or what is said beside them; None where the program has none."""
    return sys.stderr if err else sys.stdout


def is_screen(err: bool = False) -> bool:
    """Whether somebody reads along; else it goes to a file or another program."""
    stream = stream_for(err)
    return stream is not None and stream.isatty()


def console(err: bool = False, width: int | None = None) -> Console:
    """Where tables, headings and bars are printed. No text of anybody's is read as markup there.

    What it prints goes through ``cell`` first. ``width`` is for what goes to no screen.
    """
    from rich.console import Console

    class Unbroken(Console):
        """A console that goes on where nobody reads along any more."""

        def on_broken_pipe(self) -> None:
            _speak_to_nobody(self.file)

    wide = None if is_screen(err) else width
    return Unbroken(stderr=err, width=wide, markup=False, emoji=False, highlight=False)


def cell(words: str) -> Text:
    """Words for a console, letter by letter as they are."""
    from rich.text import Text

    return Text(fitting(words, stream_for()))


def line(to: Console, words: str, indent: int = 0, style: str = "") -> None:
    """Print a line set in; wrapped at words on a screen, left whole for a file or a program."""
    from rich.padding import Padding

    text = cell(words)
    text.stylize(style)
    if to.is_terminal:
        to.print(Padding(text, (0, 0, 0, indent)))
    else:
        text.pad_left(indent)
        to.print(text, soft_wrap=True)


@contextmanager
def _usage_as_it_stands() -> Iterator[None]:
    """What was typed wrongly is quoted by click as it came, with all that steers a terminal."""
    try:
        yield
    except BrokenPipeError:
        _speak_to_nobody(sys.stdout)
        sys.exit(0)
    except click.UsageError as fault:
        said = fitting(fault.format_message(), stream_for(err=True))
        raise click.UsageError(said, fault.ctx) from fault


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

    def get_help(self, ctx: click.Context) -> str:
        """The whole help, in the characters that the stream knows."""
        lines = super().get_help(ctx).split("\n")
        return "\n".join(fitting(line, stream_for()) for line in lines)


class Group(Command, click.Group):
    """A command that holds others."""

    def main(self, *args: Any, **more: Any) -> Any:
        """Begin: from here on no character can end the program."""
        settle()
        try:
            return super().main(*args, **more)
        except OSError as fault:
            # Where the answer goes cannot take it. At its end Python would try to write once more.
            sys.stdout = Nowhere()
            said = _("The answer could not be written ({reason}).")
            tell(fill(said, reason=disk_reason(fault)), err=True)
            sys.exit(2)

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        """Read what stands before the command."""
        with _usage_as_it_stands():
            return super().make_context(*args, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Read what stands behind the command, and do it."""
        with _usage_as_it_stands():
            return super().invoke(ctx)


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
