"""The sheet that one seat reads before the exercise: its brief, its aims, and how it is played."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Seat
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.session.play import Setup
from idlib_wargame.views.agreement_templates import TemplateText, template_texts
from idlib_wargame.views.paper_head import PaperHead, paper_head
from idlib_wargame.words import read_aheads
from idlib_wargame.words.language import _
from idlib_wargame.words.methods import method_line
from idlib_wargame.words.move_outcomes import BEST_FIRST
from idlib_wargame.words.odds import band_title
from idlib_wargame.words.phases import phase_name


class RuleText(NamedTuple):
    """A rule of play: what it is about, sentences, and rows of a word and what it means."""

    heading: str
    text: str
    rows: tuple[tuple[str, str], ...] = ()


class ReadAhead(NamedTuple):
    """What one seat reads before the exercise. The briefs are Markdown; the rest is plain text."""

    head: PaperHead
    title: str
    summary: str
    brief: str
    public_brief: str
    aims: tuple[str, ...]
    rules: tuple[RuleText, ...]
    templates: tuple[TemplateText, ...]


def read_ahead(referee: Referee, setup: Setup, seat: str, handling: str = "") -> ReadAhead:
    """The sheet of that seat, for an exercise that is set up so; ``handling`` on every side."""
    scenario = referee.scenario
    row = scenario.seat_by_id[seat]
    head = paper_head(scenario, setup, seat, handling, "read-ahead")
    return ReadAhead(
        head=head,
        title=read_aheads.sheet_title(head.exercise, row.name),
        summary=row.summary,
        brief=row.brief,
        public_brief=scenario.public_brief,
        aims=tuple(aim.text for aim in scenario.aims if aim.seat == row.actor),
        rules=tuple(_rules(scenario, setup, row)),
        templates=template_texts(referee.sight(seat)),
    )


def _rules(scenario: Scenario, setup: Setup, seat: Seat) -> Iterator[RuleText]:
    yield RuleText(_("A turn"), "", tuple(_phases(scenario, setup)))
    yield RuleText(_("Your orders"), " ".join(_orders(scenario, seat)))
    if scenario.orders_of(seat.id):
        numbers = setup.numbers
        odds = tuple(read_aheads.odds_rows(numbers))
        yield RuleText(_("How odds read"), read_aheads.odds_rule(numbers), odds)
        results = read_aheads.results_rule(method_line(setup.method))
        yield RuleText(_("How results read"), results, tuple(_results(numbers)))
    if due := [turn for turn in range(1, setup.turns + 1) if _asked(scenario, setup, turn)]:
        yield RuleText(_("What you expect"), read_aheads.expecting_rule(due))
    if scenario.bargain is not None:
        rows = tuple(read_aheads.agreement_rows())
        yield RuleText(_("How an agreement is made"), read_aheads.agreements_rule(), rows)


def _asked(scenario: Scenario, setup: Setup, turn: int) -> bool:
    return scenario.judgements.is_due(turn, setup.turns)


def _phases(scenario: Scenario, setup: Setup) -> Iterator[tuple[str, str]]:
    for phase in scenario.phases:
        minutes = setup.day.minutes.get(phase, scenario.minutes.get(phase, 0))
        named = read_aheads.phase_with_minutes(phase_name(phase), minutes)
        yield named, read_aheads.what_a_phase_is(phase)


def _orders(scenario: Scenario, seat: Seat) -> Iterator[str]:
    most = scenario.orders_of(seat.id)
    yield read_aheads.most_orders_words(most)
    if not most:
        return
    tables = [each for each in scenario.tables if not seat.tables or each.id in seat.tables]
    if len(tables) < len(scenario.tables):
        yield read_aheads.own_tables_words([table.name for table in tables])
    for table in tables:
        if table.most_orders is not None and table.most_orders < most:
            yield read_aheads.most_from_table_words(table.most_orders, table.name)
    names = [scenario.step_names.get(step, step) for step in scenario.steps]
    if steps := read_aheads.steps_words(names):
        yield steps
    yield read_aheads.lapse_rule()
    if any(seat.actor in row.seats for row in scenario.principals):
        yield read_aheads.together_rule()


def _results(numbers: bool) -> Iterator[tuple[str, str]]:
    for band in BEST_FIRST:
        yield band_title(band), read_aheads.result_row(band, numbers)
