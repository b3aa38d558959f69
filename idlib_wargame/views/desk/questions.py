"""What the facilitator is asked, each in its own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from idlib_wargame.rules.pack.phases import REPORT
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.acts import Act
from idlib_wargame.session.kinds.break_begun import BREAK_BEGUN
from idlib_wargame.session.kinds.day_planned import DAY_PLANNED
from idlib_wargame.session.kinds.finished import Finish
from idlib_wargame.session.kinds.minutes_given import MINUTES_GIVEN
from idlib_wargame.session.kinds.phase import MoveOn
from idlib_wargame.session.play import Play
from idlib_wargame.session.session import Session
from idlib_wargame.views.question import Choice as Choice
from idlib_wargame.views.question import Question as Question
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import series


def unsealed_question(
    scenario: Scenario, play: Play, waiting: Sequence[str], opens: bool = False
) -> Question:
    """Before a turn is adjudicated, or ``opens``, without the seats that have not sealed."""
    names = series([scenario.seat_by_id[seat].name for seat in waiting])
    drafted = any(play.drafts.get(seat) for seat in waiting)
    text = _unsealed_words(len(waiting), drafted)
    if opens:
        return Question(
            fill(text, count=len(waiting), seats=names),
            fill(_("Open the orders of turn {turn} without them"), turn=play.turn),
            _("Wait for them"),
            _("Seal their drafts, then open") if drafted else "",
        )
    return Question(
        fill(text, count=len(waiting), seats=names),
        fill(_("Adjudicate turn {turn} without them"), turn=play.turn),
        _("Wait for them"),
        _("Seal their drafts, then adjudicate") if drafted else "",
    )


def _unsealed_words(count: int, drafted: bool) -> str:
    if drafted:
        return ngettext(
            "{count} seat has not sealed: {seats}. What they drafted would not count.",
            "{count} seats have not sealed: {seats}. What they drafted would not count.",
            count,
        )
    return ngettext(
        "{count} seat has not sealed: {seats}. It would give no orders.",
        "{count} seats have not sealed: {seats}. They would give no orders.",
        count,
    )


def held_report(play: Play, act: Act) -> int:
    """The turn whose report waits to be released before the next begins or all ends; 0 for none."""
    goes_on = play.phase == REPORT and isinstance(act, MoveOn)
    last = play.last
    if last is None or last.number in play.released:
        return 0
    return last.number if goes_on or isinstance(act, Finish) else 0


def held_report_question(turn: int, onward: str) -> Question:
    """Before the exercise goes on over a report that nobody may read yet; ``onward`` does that."""
    return Question(
        _held_words(turn), onward, _("Wait"), fill(_("Release it: {onward}"), onward=onward)
    )


def _held_words(turn: int) -> str:
    text = _("The report of turn {turn} has not been released: seats and room cannot read it.")
    return fill(text, turn=turn)


def undo_question(last: str, since: str = "") -> Question:
    """Before the last act is struck; ``last`` is its line in the log, a sentence or not.

    ``since`` says what was done after it and stays, as ``stays_since`` does.
    """
    text = fill(_("Undo this? It stays in the log, struck through: “{act}”"), act=last)
    said = [since] if since else []
    return Question(" ".join([*said, text]), _("Undo it"), _("Leave it"))


def stays_since(session: Session, number: int) -> str:
    """What an undo of that entry leaves as it is, a sentence each: what is done to the clock."""
    since = [each for each in session.entries[number:] if each.number not in session.struck]
    given = sum(each.body["minutes"] for each in since if each.kind == MINUTES_GIVEN.name)
    said = [_given_words(given)] if given else []
    if any(each.kind in (DAY_PLANNED.name, BREAK_BEGUN.name) for each in since):
        said.append(_("Breaks and the plan of the day are not undone."))
    return " ".join(said)


def _given_words(given: int) -> str:
    if given > 0:
        said = ngettext(
            "The {count} minute given since is not undone; −1 takes it back.",
            "The {count} minutes given since are not undone; −1 takes each back.",
            given,
        )
    else:
        said = ngettext(
            "The {count} minute taken off since is not undone; +1 gives it back.",
            "The {count} minutes taken off since are not undone; +1 gives each back.",
            -given,
        )
    return fill(said, count=abs(given))


def undo_words(last: str) -> str:
    """What a button says that undoes what that line tells."""
    return fill(_("Undo: {act}"), act=last)


def redo_question(undone: str) -> Question:
    """Before what was undone counts again; ``undone`` is its line in the log, as there."""
    text = fill(_("Redo this? It counts again: “{act}”"), act=undone)
    return Question(text, _("Redo it"), _("Leave it"))


def redo_words(undone: str) -> str:
    """What a button says that does it again."""
    return fill(_("Redo: {act}"), act=undone)


def look_question(scenario: Scenario, seats: Sequence[str]) -> Question:
    """Before the facilitator looks at orders that are sealed and not yet opened."""
    text = _(
        "Look at the sealed orders of {seats} before they are opened? The log tells everyone "
        "that you did."
    )
    names = series([scenario.seat_by_id[seat].name for seat in seats])
    return Question(fill(text, seats=names), _("Look at them"), _("Leave them sealed"))


def drop_question(title: str) -> Question:
    """Before an inject is dropped; ``title`` as the list shows it, covered or not."""
    text = _("Drop “{title}”? It is not offered again; an undo brings it back.")
    return Question(fill(text, title=title), _("Drop it"), _("Leave it"))


def tell_question(count: int) -> Question:
    """Before rulings are told that were held: what players have read cannot be unread."""
    said = ngettext(
        "Tell {count} ruling now? Whoever learns of the order reads it. It cannot be taken back.",
        "Tell {count} rulings now? Whoever learns of each order reads its ruling. "
        "It cannot be taken back.",
        count,
    )
    return Question(
        fill(said, count=count),
        ngettext("Tell it now", "Tell them now", count),
        ngettext("Hold it", "Hold them", count),
    )


def told_rulings_words(count: int) -> str:
    """That rulings were told."""
    said = ngettext("{count} ruling is told.", "{count} rulings are told.", count)
    return fill(said, count=count)


def reopen_question() -> Question:
    """Before a turn is re-opened; which one, is picked beside it."""
    text = _(
        "Re-open a turn: it goes back to its orders, sealed as they were. What the game did "
        "since no longer counts, and stays in the log, struck through. Notes, words to the "
        "seats and who sits where stay as they are. An inject sent since no longer counts, though "
        "people may have read it."
    )
    return Question(text, "", _("Leave it"))


def reopen_choices(play: Play, also: Mapping[int, str] | None = None) -> tuple[Choice, ...]:
    """The turns that can be re-opened, the newest first; none before the first adjudication.

    ``also`` says by turn what else becomes of what was done since.
    """
    more = also or {}
    turns = [turn.number for turn in play.closed]
    turns += [play.opened_turn] if play.opened_turn else []
    return tuple(
        Choice(
            turn,
            fill(_("Turn {turn}"), turn=turn),
            fill(_("Re-open turn {turn}"), turn=turn),
            partial(_said, more, turn),
        )
        for turn in reversed(turns)
    )


def _said(by_turn: Mapping[int, str], turn: int) -> str:
    return by_turn.get(turn, "")


def finish_question(play: Play) -> Question:
    """Before the exercise is ended; first, how many turns are left and which report is held."""
    left = play.setup.turns - len(play.closed)
    unplayed = ngettext(
        "{count} turn has not been played to its end.",
        "{count} turns have not been played to their end.",
        left,
    )
    text = _(
        "Finish the exercise: the outcome is read from the situation as it stands, and the "
        "seed of the dice is published. This cannot be undone."
    )
    said = [fill(unplayed, count=left)] if left > 0 else []
    held = held_report(play, Finish())
    said += [_held_words(held)] if held else []
    other = _("Release the report, then finish") if held else ""
    return Question(" ".join([*said, text]), _("Finish the exercise"), _("Leave it"), other)


def half_ruling_question(turn: int) -> Question:
    """Before a turn is closed over a ruling that was begun and not given."""
    text = _(
        "You have begun a ruling and not given it. Once turn {turn} is closed, the result stands; "
        "what you typed is kept as a note."
    )
    yes = _("Close turn {turn} all the same")
    return Question(fill(text, turn=turn), fill(yes, turn=turn), _("Back to the ruling"))


def closing_question() -> Question:
    """Before a window is closed that holds the only copy."""
    text = _("This exercise is in memory only; closing the window loses it.")
    return Question(text, _("Close and lose it"), _("Stay"))


def projector_question() -> Question:
    """Before the room's screen is opened on a computer that has no other."""
    return Question(
        _("Does the projector show this screen?"),
        _("Yes: cover the desk"),
        _("Cancel"),
        _("No: open a window"),
    )
