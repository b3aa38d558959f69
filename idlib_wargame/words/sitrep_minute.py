"""The situation report of a minute: what matters most to one reader, to be read aloud.

It says first where the ladder stands. Then come up to five things: one of each kind in this order,
then a second of each, as far as 130 words go. A rung that changed is the first of them.

1. to a seat, what touched it: an order aimed at it, a track that its own aims rest on, its own
   orders, a duty that presses;
2. the order of the most severity points;
3. an agreement broken, declared over, become known, signed or kept, in this order;
4. a place that changed hands;
5. the track that moved most for its scale;
6. the news.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest
from typing import NamedTuple

from idlib_wargame.rules.agreements.ledger import Ledger
from idlib_wargame.rules.conditions.compiling import compile_test
from idlib_wargame.rules.conditions.condition import names_in
from idlib_wargame.rules.marks import Mark
from idlib_wargame.rules.names import RUNG
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.seats import Duty
from idlib_wargame.rules.pack.tracks import Track
from idlib_wargame.rules.result import Card, TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.words.bargains import case_heading, term_words
from idlib_wargame.words.dates import dates
from idlib_wargame.words.language import _, fill, unmarked
from idlib_wargame.words.lists import listed
from idlib_wargame.words.movements import A_LITTLE, A_LOT
from idlib_wargame.words.odds import band_words
from idlib_wargame.words.results import moved_nothing
from idlib_wargame.words.sitrep_agreements import case_events
from idlib_wargame.words.sitrep_lines import (
    MayMiss,
    Sees,
    as_typed,
    moved_tracks,
    weightiest,
)
from idlib_wargame.words.situation import level_words, move_words, reading

MOST_WORDS, MOST_THINGS = 130, 5
_MOST_OF_ONE = 40  # words of a sentence: names may be of any length


class Own(NamedTuple):
    """Whose report it is, where it is a seat's: ``duties`` are those that it knows of."""

    seat: str = ""
    actor: str = ""
    duties: tuple[Duty, ...] = ()


class Known(NamedTuple):
    """All that a minute is made of, cut to what its reader may know.

    ``ground`` is a sentence for each place that changed, ``news`` the titles of injects, ``turns``
    how many the exercise has.
    """

    scenario: Scenario
    turn: int
    began: State
    result: TurnResult
    tested: Ledger
    numbers: bool
    sees: Sees
    may_miss: MayMiss
    ground: tuple[str, ...]
    news: tuple[str, ...]
    own: Own
    turns: int


def minute(known: Known) -> str:
    """The report in Markdown: a heading, and a sentence a paragraph. At most 130 words."""
    turn = {"turn": known.turn, "dates": dates(known.scenario, known.turn)}
    heading = fill(_("# Turn {turn}, {dates}"), **turn)
    opening = _short(_rung(known))
    things = list(_things(known))
    left = MOST_WORDS - _count(heading) - _count(opening)
    most = MOST_THINGS - (known.result.rung != known.began[RUNG])
    told: list[str] = []
    for thing in map(_short, things):
        if len(told) < most and thing not in told and _count(thing) <= left:
            told.append(thing)
            left -= _count(thing)
    if not told:
        told.append(_("Nothing else has come to your knowledge."))
    return "\n\n".join([heading, opening, *told]) + "\n"


def _things(known: Known) -> Iterator[str]:
    """What there is to say, what matters most first."""
    kinds = (
        list(_own(known)),
        [_act(known, card) for card in weightiest(known.result.cards)],
        list(_agreements(known)),
        [as_typed(line) for line in known.ground],
        [_moved(known, track, by) for track, by in _moves(known)],
        [_in_the_news(title) for title in known.news],
    )
    yield from filter(None, chain.from_iterable(zip_longest(*kinds, fillvalue="")))


def _in_the_news(title: str) -> str:
    if title.endswith(("?", "!", "…")):
        return fill(_("In the news: {title}"), title=as_typed(title))
    return fill(_("In the news: {title}."), title=as_typed(title.rstrip(".")))


def _rung(known: Known) -> str:
    rung = as_typed(known.scenario.rung_by_number[known.result.rung].name)
    moved = known.result.rung - known.began[RUNG]
    if moved > 0:
        return fill(_("The ladder went up, to “{rung}”."), rung=rung)
    if moved < 0:
        return fill(_("The ladder came down, to “{rung}”."), rung=rung)
    return fill(_("The ladder stands where it stood, at “{rung}”."), rung=rung)


def _own(known: Known) -> Iterator[str]:
    own = known.own
    if not own.seat:
        return
    cards = weightiest([card for card in known.result.cards if card.final is not None])
    for card in cards:
        aimed = any(own.actor in event.targets for event in card.events)
        if aimed and own.seat not in card.seats:
            yield _act(known, card)
    aims = [each for each in known.scenario.aims if each.seat == own.actor]
    wanted = {name for aim in aims for name in names_in(aim.when)}
    for track, by in _moves(known):
        if track.id in wanted:
            yield _moved(known, track, by)
    for card in weightiest(known.result.cards):
        if own.seat in card.seats:
            yield _act(known, card)
    state = known.result.state
    for duty in own.duties:
        if compile_test(duty.when, state.layout.index)(state.row):
            yield as_typed(duty.text)


def _act(known: Known, card: Card) -> str:
    scenario = known.scenario
    places = {
        "seats": listed([as_typed(scenario.seat_by_id[seat].name) for seat in card.seats]),
        "move": as_typed(move_words(scenario, card.order.move, card.order.choice)),
        "result": band_words(card.final) if card.final is not None else "",
    }
    if card.final is None:
        return fill(_("{seats} ordered “{move}”, and it came to nothing."), **places)
    if moved_nothing(card) and not known.may_miss(card):
        return fill(_("{seats} ordered “{move}”: {result}, but nothing moved."), **places)
    return fill(_("{seats} ordered “{move}”: {result}."), **places)


def _agreements(known: Known) -> Iterator[str]:
    yield from _marked(known, Mark.BROKEN)
    for case in known.tested.cases.values():
        happened = list(case_events(known.scenario, case, known.turn, known.turns))
        if happened:
            name = as_typed(case_heading(known.scenario, case.offer, bool(case.since)))
            yield fill(_("{agreement}: {events}"), agreement=name, events=" ".join(happened))
    yield from _marked(known, Mark.KEPT)


def _marked(known: Known, mark: Mark) -> Iterator[str]:
    broken, kept = _("A promise was broken: {term}."), _("A promise was kept: {term}.")
    said = broken if mark is Mark.BROKEN else kept
    for each in known.result.marks:
        case = known.tested.cases.get(each.case)
        if each.mark is mark and case is not None:
            term = term_words(known.scenario, case.offer.terms[each.term])
            yield fill(said, term=as_typed(term))


def _moves(known: Known) -> list[tuple[Track, int]]:
    return moved_tracks(known.scenario, known.began, known.result.state, known.sees)


def _moved(known: Known, track: Track, by: int) -> str:
    state = known.result.state
    value = state[track.id]
    now = as_typed(level_words(track, value) or reading(track, value, known.numbers))
    return fill(_way(track, by), track=as_typed(track.name), reading=now)


def _way(track: Track, by: int) -> str:
    share = abs(by) / (track.high - track.low)
    if by > 0:
        if share <= A_LITTLE:
            return _("{track} rose a little: {reading}.")
        if share >= A_LOT:
            return _("{track} rose a lot: {reading}.")
        return _("{track} rose: {reading}.")
    if share <= A_LITTLE:
        return _("{track} fell a little: {reading}.")
    if share >= A_LOT:
        return _("{track} fell a lot: {reading}.")
    return _("{track} fell: {reading}.")


def _short(sentence: str) -> str:
    """A sentence that can be read out in a breath or two; the rest of a longer one is left out."""
    words = sentence.split()
    if len(words) <= _MOST_OF_ONE:
        return sentence
    return fill(_("{beginning} …"), beginning=" ".join(unmarked(sentence).split()[:_MOST_OF_ONE]))


def _count(text: str) -> int:
    """How many words somebody reads aloud, or somewhat more: signs count too."""
    return len(text.split())
