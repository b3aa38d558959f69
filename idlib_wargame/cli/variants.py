"""How a pack is to be set up: its starting point, options, number of turns and arrangement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from idlib_wargame.cli.faults import Calmly
from idlib_wargame.cli.inputs import known_id, spelt
from idlib_wargame.cli.speaking import option
from idlib_wargame.words.language import _, fill

if TYPE_CHECKING:
    from idlib_wargame.rules.pack.scenario import Scenario
    from idlib_wargame.rules.variants import Variant

MOST_TURNS = 1000  # as many as a pack may have


class Typed(NamedTuple):
    """What was typed of a setup, before it is known whether the pack has it."""

    start: str = ""
    options: tuple[str, ...] = ()
    turns: int | None = None
    arrangement: str = ""

    @property
    def anything(self) -> bool:
        """Whether anything but the pack's own way is asked for."""
        return any(self)

    def within(self, scenario: Scenario) -> Variant:
        """The same by the pack's ids, which may be typed with dashes. Raises Calmly."""
        from idlib_wargame.rules.variants import Variant

        return Variant(
            start=_start(self.start, scenario) if self.start else "",
            options=_options(self.options, scenario),
            turns=self.turns or 0,
            arrangement=_arrangement(self.arrangement, scenario) if self.arrangement else "",
        )


def variant_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--start``, ``--option``, ``--turns`` and ``--arrangement``, given to the command as one."""

    @wraps(command)
    def gathered(
        start: str, options: tuple[str, ...], turns: int | None, arrangement: str, **more: Any
    ) -> Any:
        return command(typed=Typed(start, options, turns, arrangement), **more)

    together: Callable[..., Any] = gathered
    for declared in (
        option(
            "--arrangement",
            default="",
            metavar="NAME",
            says=lambda: _("The way in which people share the seats; by default the pack's own."),
        ),
        option(
            "--turns",
            type=click.IntRange(1, MOST_TURNS),
            says=lambda: _("How many turns; by default the pack's."),
        ),
        option(
            "--option",
            "options",
            multiple=True,
            metavar="NAME=VALUE",
            says=lambda: _("A choice of an option; may be given for each. By default the first."),
        ),
        option(
            "--start",
            default="",
            metavar="NAME",
            says=lambda: _("A starting point; by default the pack's own."),
        ),
    ):
        together = declared(together)
    return together


def _start(name: str, scenario: Scenario) -> str:
    return known_id(
        name,
        [each.id for each in scenario.starts],
        _("Found starting point “{name}”, expected one of the pack's: {known}."),
        _("Found starting point “{name}”, expected one of the pack's: none in this pack."),
    )


def _arrangement(name: str, scenario: Scenario) -> str:
    return known_id(
        name,
        [each.id for each in scenario.arrangements],
        _("Found arrangement “{name}”, expected one of the pack's: {known}."),
        _("Found arrangement “{name}”, expected one of the pack's: none in this pack."),
    )


def _options(typed: Sequence[str], scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """Options with their choices, each at most once."""
    rows = {row.id: row for row in scenario.options}
    found: dict[str, str] = {}
    for each in typed:
        name, sign, value = (part.strip() for part in each.partition("="))
        row = known_id(
            name,
            list(rows),
            _("Found option “{name}”, expected one of the pack's: {known}."),
            _("Found option “{name}”, expected one of the pack's: none in this pack."),
        )
        choices = [choice.id for choice in rows[row].choices]
        if not sign:
            said = _("Found option “{name}” alone, expected {name}=VALUE with one of: {known}.")
            raise Calmly(fill(said, name=name, known=spelt(choices)))
        if row in found:
            raise Calmly(fill(_("Found option “{name}” twice, expected it once."), name=name))
        said = _("Found “{name}” for option “{option}”, expected one of: {known}.")
        found[row] = known_id(value, choices, said, option=name)
    return tuple(found.items())
