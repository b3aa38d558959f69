"""``idlib-wargame show``: a session, turn by turn."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from idlib_wargame.cli.faults import NO
from idlib_wargame.cli.inputs import session_in
from idlib_wargame.cli.playing import outcome_line
from idlib_wargame.cli.readers import retold, room_option
from idlib_wargame.cli.speaking import Command, answer, console, json_option, line, tell
from idlib_wargame.rules.names import TURNS
from idlib_wargame.words.heads import closed_head_line, head_line
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.phases import phase_name
from idlib_wargame.words.setting_up import option_words, start_words

if TYPE_CHECKING:
    from rich.console import Console

    from idlib_wargame.rules.state import State
    from idlib_wargame.session.letters import Message
    from idlib_wargame.session.play import Turn
    from idlib_wargame.session.reading import SavedSession
    from idlib_wargame.views.retelling import Retelling


@click.command(cls=Command, says=lambda: _("Tell a session turn by turn."))
@click.argument("file", type=click.Path(path_type=Path))
@room_option
@json_option
def show(file: Path, room: bool, as_json: bool) -> None:
    """Tell a session turn by turn."""
    saved = session_in(file)
    told = retold(saved, room)
    if as_json:
        answer(_session_json(told))
    else:
        _show(told)
    if saved.told:
        # What is strange is quoted, and may hold what was private.
        tell(" ".join((saved.told, *([] if room else saved.strange))), err=True)
    if not saved.complete or saved.strange:
        sys.exit(NO)


def _show(told: Retelling) -> None:
    to, saved, play = console(), told.saved, told.last
    line(to, saved.title, style="bold")
    to.rule()
    line(to, _for_whom(told))
    line(to, _pack_line(saved))
    for words in _set_up_lines(saved):
        line(to, words)
    if play.setup.handling:
        line(to, fill(_("Handling: {line}"), line=play.setup.handling))
    line(to, fill(_("Seed fingerprint: {hash}"), hash=play.setup.fingerprint))
    before = saved.referee.opening(play.state[TURNS])["rung"]
    for turn in play.closed:
        _show_turn(to, told, turn, before)
        before = turn.result.rung
    to.print()
    if play.finished:
        named = {outcome.id: outcome for outcome in saved.scenario.outcomes}
        line(to, outcome_line(named.get(play.outcome)), style="bold")
        line(to, fill(_("Seed of the dice: {seed}"), seed=play.seed))
    else:
        said = _("In play: turn {turn}, {phase}.")
        line(to, fill(said, turn=play.turn, phase=phase_name(play.phase)))
        if len(play.closed) < play.turn:
            for words in _before_orders(told, play.turn):
                line(to, words, 2)
    last = saved.entries[-1]
    # How many entries there are would tell the room how much others wrote in secret.
    line(to, head_line(last.digest, last.number if told.sight is None else None))


def _for_whom(told: Retelling) -> str:
    if told.sight is None:
        return _("As the facilitator may read it, with what no player may know.")
    return _("As the room may read it: what every player may know.")


def _pack_line(saved: SavedSession) -> str:
    turns = saved.last.setup.turns
    return fill(
        ngettext(
            "{pack}, version {version}; {count} turn.",
            "{pack}, version {version}; {count} turns.",
            turns,
        ),
        pack=saved.scenario.title,
        version=saved.scenario.version,
        count=turns,
    )


def _set_up_lines(saved: SavedSession) -> Iterator[str]:
    """What was chosen of what the pack leaves open: the start, options, and who shares a seat."""
    scenario, setup = saved.scenario, saved.last.setup
    starts = {start.id: start.name for start in scenario.starts}
    if setup.start:
        yield start_words(starts.get(setup.start, setup.start))
    for option in scenario.options:
        choice = setup.options.get(option.id)
        if choice:
            names = {each.id: each.name for each in option.choices}
            yield option_words(option.name, names.get(choice, choice))
    arrangements = {each.id: each.name for each in scenario.arrangements}
    if setup.arrangement:
        named = arrangements.get(setup.arrangement, setup.arrangement)
        yield fill(_("The seats are shared as “{arrangement}”."), arrangement=named)


def _show_turn(to: Console, told: Retelling, turn: Turn, before: int) -> None:
    from idlib_wargame.views.desk.record_lines import head_after
    from idlib_wargame.views.odds_told import odds_told
    from idlib_wargame.words import turn_text

    saved, scenario, result = told.saved, told.saved.scenario, turn.result
    to.print()
    heading = turn_text.turn_heading(scenario, turn.number, saved.last.setup.turns)
    line(to, heading, style="bold")
    for words in _before_orders(told, turn.number):
        line(to, words, 2)
    for card in result.cards:
        odds = odds_told(card, turn.before, numbers=True, to_control=told.sight is None)
        for words in turn_text.card_lines(scenario, card, odds.account if odds else ""):
            line(to, words, 2)
    for words in turn_text.after_lines(scenario, result.after):
        line(to, f"· {words}", 2)
    for words in turn_text.change_lines(told.known.scenario, turn.began, result.state):
        line(to, words, 2, "dim")
    line(to, turn_text.ladder_line(scenario, result, before), 2)
    head = head_after(saved.readable, saved.struck, turn.number)
    line(to, closed_head_line(head, turn.number), 2, "dim")


def _before_orders(told: Retelling, turn: int) -> Iterator[str]:
    """The turn's injects and what they did, then which were held back and which dropped."""
    from idlib_wargame.session.kinds.dropped import DROPPED
    from idlib_wargame.session.kinds.skipped import SKIPPED
    from idlib_wargame.words import turn_text

    for message in _injects(told, turn):
        yield from turn_text.inject_lines(told.saved.scenario, message.title, message.effects)
    passed_over = (SKIPPED.name, DROPPED.name)
    for each in told.log:
        if each.kind in passed_over and each.turn == turn and not each.struck:
            yield each.text


def _injects(told: Retelling, turn: int) -> list[Message]:
    """What was sent in the turn and counts."""
    sent = (each for each in told.last.messages if each.inject and not each.taken_back)
    return [each for each in sent if each.turn == turn]


def _before_orders_json(told: Retelling, turn: int) -> dict[str, Any]:
    from idlib_wargame.rules.result import effects_to_json

    skipped = told.last.skipped
    return {
        "injects": [
            {"inject": each.inject, "title": each.title, "effects": effects_to_json(each.effects)}
            for each in _injects(told, turn)
        ],
        "held_back": sorted(inject for number, inject in skipped if number == turn),
    }


def _turn_json(told: Retelling, turn: Turn) -> dict[str, Any]:
    return {
        "began": _state_json(told, turn.began),
        **_before_orders_json(told, turn.number),
        "opening": _state_json(told, turn.opening),
        **turn.result.to_json(),
        "state": _state_json(told, turn.result.state),
    }


def _state_json(told: Retelling, state: State) -> dict[str, int]:
    """The situation, without what the reader may not know."""
    sight = told.sight
    return {
        name: value
        for name, value in state.to_dict().items()
        if sight is None or name in sight.known
    }


def _session_json(told: Retelling) -> dict[str, Any]:
    saved, play = told.saved, told.last
    return {
        "title": saved.title,
        "pack": saved.scenario.id,
        "handling": play.setup.handling,
        "start": play.setup.start,
        "options": dict(play.setup.options),
        "arrangement": play.setup.arrangement,
        "turns": [_turn_json(told, turn) for turn in play.closed],
        "in_play": {"turn": play.turn, **_before_orders_json(told, play.turn)},
        "dropped": sorted(play.dropped),
        "finished": play.finished,
        "outcome": play.outcome,
        "fingerprint": play.setup.fingerprint,
        "head": saved.entries[-1].digest,
        "complete": saved.complete,
        "stopped": saved.stopped,
        "remarks": [*(saved.strange if told.sight is None else ()), *saved.remarks],
    }
