"""Orders whose votes were asked for: all of them answered, so that one press counts them, or not.

Nothing is counted without somebody by that press: it says who is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from idlib_wargame.rules.order import Order
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.before_roll import AskedFor, Asking
from idlib_wargame.session.kinds.votes_out import votes_out
from idlib_wargame.session.kinds.words_counted import CountWords
from idlib_wargame.session.session import Session
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import series


class VotesAwaited(NamedTuple):
    """``order`` is the first that somebody has yet to vote on, ``said`` who and what can be done.

    ``button`` says how many are waited for, of all orders.
    """

    order: Order
    button: str
    said: str


def votes_to_count(session: Session) -> tuple[CountWords, ...]:
    """Counts every vote that was asked for; none while anybody who was asked has not answered."""
    asked = tuple(_asked(session))
    if any(asking.waits_for for order, asking in asked):
        return ()
    return tuple(CountWords(order, AskedFor.ODDS) for order, asking in asked)


def votes_awaited(session: Session) -> VotesAwaited | None:
    """Who has yet to vote; None where nobody has."""
    asked = [(order, asking) for order, asking in _asked(session) if asking.waits_for]
    if not asked:
        return None
    scenario = session.scenario
    missing = {who: None for order, asking in asked for who in _names(scenario, asking)}
    order, first = asked[0]
    return VotesAwaited(order, _wait_words([*missing]), _missing_words(session, first))


def voted_words(asking: Asking) -> str:
    """How many have voted of those who were asked, and what can be done of it."""
    count, voted = len(asking.seats) + len(asking.people), len(asking.said)
    if not voted:
        said = ngettext(
            "The one who was asked has not voted yet. Wait for the vote, set its odds, or decide "
            "it another way.",
            "None of the {count} who were asked has voted yet. Wait for their votes, set its odds, "
            "or decide it another way.",
            count,
        )
        return fill(said, count=count)
    if voted < count:
        said = _(
            "{voted} of {count} have voted. Wait for the others, or count what was said without "
            "them."
        )
        return fill(said, voted=voted, count=count)
    said = ngettext(
        "The one who was asked has voted. Count what was said.",
        "{count} of {count} have voted. Count what was said.",
        count,
    )
    return fill(said, count=count)


def count_words(counts: Sequence[CountWords]) -> str:
    """What a button says that counts all of them."""
    count = len(counts)
    said = ngettext("Count the vote on {count} order", "Count the votes on {count} orders", count)
    return fill(said, count=count)


def counted_words(counts: Sequence[CountWords]) -> str:
    """They were counted."""
    count = len(counts)
    said = ngettext(
        "The vote on {count} order is counted; its card says what it came to. Undo takes it back.",
        "The votes on {count} orders are counted; each card says what it came to. Undo takes them "
        "back one at a time.",
        count,
    )
    return fill(said, count=count)


def _asked(session: Session) -> Iterator[tuple[Order, Asking]]:
    """Orders that wait for a vote that was asked for, in the order in which they resolve.

    None while a free order lacks its row, which comes first.
    """
    before, play = session.play.before_roll, session.play
    rules = session.referee.book.rules
    if before is None or any((o.order.move, o.order.choice) not in rules for o in before.orders):
        return
    for roll in votes_out(before, play.setup.method, session.opened_rolls()):
        asking = before.asked(roll.order, AskedFor.ODDS)
        if asking is not None and not asking.counted:
            yield roll.order, asking


def _names(scenario: Scenario, asking: Asking) -> Iterator[str]:
    for each in asking.waits_for:
        seat = scenario.seat_by_id.get(each)
        yield seat.name if seat is not None else each


def _wait_words(missing: Sequence[str]) -> str:
    count = len(missing)
    if count == 1:
        return fill(_("Wait for {who} to vote"), who=missing[0])
    return fill(ngettext("Wait for {count} voter", "Wait for {count} voters", count), count=count)


def _missing_words(session: Session, asking: Asking) -> str:
    who = series([*_names(session.scenario, asking)])
    people = {each.seat for each in session.play.setup.seating if each.played_by == "person"}
    if not people.union(asking.people).intersection(asking.waits_for):
        said = _("Still to vote: {who}; you give the word of a seat that you play on “Your seats”.")
    elif asking.said:
        said = _("Still to vote: {who}; “Count what was said” on the card goes on without them.")
    else:
        said = _("Still to vote: {who}; to go on without them, set the odds on the card.")
    return fill(said, who=who)
