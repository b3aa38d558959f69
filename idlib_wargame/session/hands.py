"""Which of several people at one seat did something: the others read it on screens of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from idlib_wargame.record.entry import Entry
from idlib_wargame.session.seating import Hand, Hands
from idlib_wargame.session.sent import sent_in

# What changes the screens of all who sit there, and cannot be seen to be another's doing.
_TOLD = frozenset(
    {
        *("sealed", "unsealed", "pick_taken_off", "judged", "judgement_taken_back"),
        *("offer_tabled", "offer_accepted", "offer_refused", "offer_withdrawn"),
        *("acceptance_taken_back", "end_agreed", "declared_over"),
    }
)


def with_hand(hands: Hands, entry: Entry, people: tuple[str, ...]) -> Hands:
    """The same once that was done at a seat of those people.

    Of what was done where nobody was told apart, as at the laptop, nothing is known.
    """
    if entry.kind not in _TOLD or len(people) < 2:
        return hands
    turn, what = int(entry.body["turn"]), _matter(entry.body)
    kept = tuple(
        each
        for each in hands.get(entry.by, ())
        if each.turn >= turn and (each.kind, each.what) != (entry.kind, what)
    )
    sent = sent_in(entry.body)
    if sent is not None and sent.person:
        kept = (*kept, Hand(entry.kind, what, sent.person, turn, entry.at))
    return {**hands, entry.by: kept}


def _matter(body: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(body[name] for name in ("case", "move", "choice") if name in body)
