"""The sheet that a seat reads before the exercise, and its list of moves, in sentences of ours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack import phases
from idlib_wargame.words.language import _, fill, ngettext, pgettext
from idlib_wargame.words.lists import facts, listed, series
from idlib_wargame.words.odds import odds_detail, odds_word
from idlib_wargame.words.quoting import ended

# The targets that a word of odds stands for, one after another; what lies beyond reads the same.
_NEEDS = range(4, 12)


class _Need(NamedTuple):
    need: int


def sheet_title(exercise: str, seat: str) -> str:
    """What a sheet is called where files are listed by their titles."""
    return fill(pgettext("read-ahead", "{exercise}: {seat}"), exercise=exercise, seat=seat)


def move_list_title(exercise: str, seat: str) -> str:
    """The same of a list of moves."""
    return fill(_("{exercise}: moves of {seat}"), exercise=exercise, seat=seat)


def side_words(seat: str, side: int, of: int) -> str:
    """At the foot of a side: "Borea · side 1 of 2"."""
    return facts([seat, fill(_("side {side} of {sides}"), side=side, sides=of)])


def moves_side_words(seat: str, side: int, of: int) -> str:
    """The same of a list of moves."""
    return facts([seat, _("moves"), fill(_("side {side} of {sides}"), side=side, sides=of)])


def goes_on_words(sides: int) -> str:
    """Where two sides cannot hold it all."""
    return fill(_("This sheet is longer than most: it goes on to side {sides}."), sides=sides)


def aims_note() -> str:
    """What a seat should know of its aims."""
    return _("Yours alone. They are judged by how things stand when the exercise ends.")


def templates_note() -> str:
    """What the agreements on a sheet are."""
    return _(
        "Each can be tabled as it stands, or with other terms; nobody has agreed to any of them "
        "yet. Turns are those of an offer that is tabled in turn 1."
    )


def phase_with_minutes(phase: str, minutes: int) -> str:
    """A phase and how long it takes; 0 minutes where nobody said."""
    if not minutes:
        return phase
    return facts([phase, minutes_words(minutes)])


def minutes_words(count: int) -> str:
    """ "15 minutes"."""
    return fill(ngettext("{count} minute", "{count} minutes", count), count=count)


def what_a_phase_is(phase: str) -> str:
    """What a seat does in a phase; "" for one that the program does not know."""
    match phase:
        case phases.INJECTS:
            return _("News and messages reach you. Some of them reach nobody else.")
        case phases.TALKS:
            return _(
                "Talk with whom you like, in the room or outside it. What must be on record goes "
                "as a message."
            )
        case phases.ORDERS:
            return _(
                "Pick your orders and seal them. Nobody reads them before all are opened; if the "
                "facilitator looks, you are told."
            )
        case phases.ADJUDICATION:
            return _("All orders are opened together, and it is decided what comes of each.")
        case phases.REPORT:
            return _("You read what came of the turn, as far as your seat may know it.")
    return ""


def most_orders_words(count: int) -> str:
    """How many orders a seat may seal."""
    if not count:
        return _("Your seat gives no orders.")
    said = ngettext(
        "You may seal {count} order a turn, or none.",
        "You may seal up to {count} orders a turn, or none.",
        count,
    )
    return fill(said, count=count)


def most_from_table_words(count: int, table: str) -> str:
    """How many of them may be from one table."""
    said = ngettext(
        "At most {count} of them may be from “{table}”.",
        "At most {count} of them may be from “{table}”.",
        count,
    )
    return fill(said, count=count, table=table)


def own_tables_words(tables: Sequence[str]) -> str:
    """Which tables a seat may order from, where not from all."""
    return fill(_("They are from {tables}."), tables=listed(tables))


def steps_words(steps: Sequence[str]) -> str:
    """In which order what was ordered happens; "" for one step."""
    if len(steps) < 2:
        return ""
    said = _("Orders take effect step by step ({steps}); within a step, all at once.")
    return fill(said, steps=series(steps))


def lapse_rule() -> str:
    """When an order comes to nothing."""
    return _("An order lapses if what it needs does not hold when its step begins.")


def together_rule() -> str:
    """That some moves want another seat's order."""
    return _("Some moves count only if another seat orders them in the same turn too.")


def odds_rule(numbers: bool) -> str:
    """How odds read."""
    if numbers:
        return _(
            "Each move shows its odds in words before you seal it. Two dice must come to the "
            "target or more; what helps or hinders shifts the target."
        )
    words = dict.fromkeys(odds_word(need) for need in _NEEDS)
    said = _(
        "Each move shows its odds in words before you seal it, and what helps or hinders it. From "
        "best to worst: {words}."
    )
    return fill(said, words=series(list(words)))


def odds_rows(numbers: bool) -> list[tuple[str, str]]:
    """Each word with what stands behind it; none where the exercise is told in words alone."""
    if not numbers:
        return []
    return [(odds_word(need), odds_detail(_Need(need))) for need in _NEEDS]


def result_row(band: Band, numbers: bool) -> str:
    """What a result means, and when it comes up where numbers are shown."""
    if not numbers:
        return {
            Band.STRONG: _("More than you asked for."),
            Band.SUCCESS: _("What you asked for."),
            Band.PARTIAL: _("Part of what you asked for."),
            Band.FAILURE: _("It does not come off."),
            Band.BACKFIRE: _("It turns against you."),
        }[band]
    return {
        Band.STRONG: _("The target is passed by 3 or more: more than you asked for."),
        Band.SUCCESS: _("The target is met: what you asked for. Two sixes are never worse."),
        Band.PARTIAL: _("Missed by 1 or 2: part of what you asked for."),
        Band.FAILURE: _("Missed by more: it does not come off."),
        Band.BACKFIRE: _("Two ones, whatever the target: it turns against you."),
    }[band]


def results_rule(method: str) -> str:
    """How results read; ``method`` is the line that says how they are decided."""
    said = _("{method}. You then read on a card what moved and why, as far as you may know it.")
    return fill(said, method=method)


def expecting_rule(turns: Sequence[int]) -> str:
    """In which turns a seat says what it expects; at least one."""
    said = ngettext(
        "In turn {turns} you also say how likely you think each ending is.",
        "In turns {turns} you also say how likely you think each ending is.",
        len(turns),
    )
    sealed = _("{asked} Your answers are sealed, and shown at the end beside what happened.")
    return fill(sealed, asked=fill(said, turns=listed([str(turn) for turn in turns])))


def agreements_rule() -> str:
    """How an agreement is made."""
    return _(
        "Offer terms to one seat or several. Nothing binds anybody until every party has accepted "
        "it as it stands; a counter is a new offer."
    )


def agreement_rows() -> list[tuple[str, str]]:
    """The words that agreements are told in."""
    return [
        (_("In force"), _("Every party has accepted it as it stands.")),
        (_("Kept"), _("A mark of each turn: what was due was done.")),
        (_("Breached"), _("A mark too: what was due was not done. It stays in force.")),
        (
            _("Declared over"),
            _(
                "A party says so, with a breach or without. Between two it ends; among more, that "
                "party leaves it."
            ),
        ),
    ]


def moves_heading(seat: str) -> str:
    """Over a list of moves."""
    return fill(_("{seat}: moves"), seat=seat)


def move_list_note() -> str:
    """What the odds in a list of moves are those of."""
    return _(
        "Odds, and what is open, are as the exercise begins and as far as you know. They change "
        "as you play; your screen shows how they stand."
    )


def most_of_table_words(count: int) -> str:
    """Beside the name of a table with a limit of its own."""
    return fill(ngettext("{count} order a turn", "{count} orders a turn", count), count=count)


def open_first_words(needs: str) -> str:
    """That a move is open as the exercise begins, and what keeps it so, if that can be told."""
    if not needs:
        return _("Open at first.")
    return fill(_("Open at first. {needs}."), needs=needs)


def not_open_words(why: str) -> str:
    """That a move is not open as the exercise begins."""
    return fill(_("Not open at first. {why}"), why=ended(why))


def ways_words(ways: Sequence[str]) -> str:
    """The ways to play a move that come to the same."""
    return series(ways)


def odds_in_list(word: str, detail: str) -> str:
    """A move's odds on one line."""
    return facts([part for part in (word, detail) if part])


def written_words(count: int, folder: str) -> str:
    """That the papers were written, and where."""
    said = ngettext(
        "{count} file written to {folder}.", "{count} files written to {folder}.", count
    )
    return fill(said, count=count, folder=folder)


def stopped_words(count: int, of: int, folder: str) -> str:
    """That writing was stopped before the last: what is there is whole."""
    said = ngettext(
        "Stopped after {count} of {of} files. What is in {folder} is whole.",
        "Stopped after {count} of {of} files. What is in {folder} is whole.",
        count,
    )
    return fill(said, count=count, of=of, folder=folder)


def writing_words(done: int, of: int) -> str:
    """How far it is."""
    return fill(_("Writing file {number} of {of}"), number=min(done + 1, of), of=of)


def not_written_words(folder: str, reason: str, written: int) -> str:
    """Why it cannot go on, and what to do."""
    if not written:
        said = _(
            "The read-aheads could not be written to {folder} ({reason}). Choose another folder."
        )
        return fill(said, folder=folder, reason=reason)
    said = ngettext(
        "Only {count} file could be written to {folder} ({reason}). Choose another folder.",
        "Only {count} files could be written to {folder} ({reason}). Choose another folder.",
        written,
    )
    return fill(said, count=written, folder=folder, reason=reason)


def printing_words(done: int, of: int) -> str:
    """How far the printing is."""
    return fill(_("Printing paper {number} of {of}"), number=min(done + 1, of), of=of)


def printed_words(count: int, printer: str) -> str:
    """What was printed; ``printer`` is its name, or ""."""
    if not printer:
        said = ngettext("{count} paper printed.", "{count} papers printed.", count)
        return fill(said, count=count)
    said = ngettext("{count} paper sent to {printer}.", "{count} papers sent to {printer}.", count)
    return fill(said, count=count, printer=printer)


def stopped_printing_words(count: int, of: int) -> str:
    """That printing was stopped before the last: what the printer had is printed."""
    said = ngettext(
        "Stopped after {count} of {of} papers. What was sent to the printer is printed.",
        "Stopped after {count} of {of} papers. What was sent to the printer is printed.",
        count,
    )
    return fill(said, count=count, of=of)


def not_printed_words(reason: str, printed: int) -> str:
    """Why it cannot go on, and what to do."""
    if not printed:
        said = _("The read-aheads could not be printed ({reason}). Choose another printer.")
        return fill(said, reason=reason)
    said = ngettext(
        "Only {count} paper could be printed ({reason}). Choose another printer.",
        "Only {count} papers could be printed ({reason}). Choose another printer.",
        printed,
    )
    return fill(said, count=printed, reason=reason)
