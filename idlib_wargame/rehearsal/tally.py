"""What many sessions came to, as counts that can be added together in any order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields

from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.result import Order

# Keys are bare tuples: naming their parts would take as long as all the rest of the counting.
RowKey = tuple[str, str]  # the kind of a row of the pack, and its id
Way = tuple[str, str]  # a move, and a choice, which is empty where the move has none
BandOf = tuple[str, Band]  # a move, and how it came out
Freedom = tuple[str, int, int]  # a seat, a turn, and how many moves were legal
Scored = tuple[str, int]  # a clause, and its score
BySeat = tuple[str, str]  # a seat, and a move


@dataclass(slots=True)
class Tally:
    """Counts over so many sessions; its size depends on the pack, never on the sessions.

    ``outcomes`` are by id, empty for none. ``legal`` counts the seat-turns in which a move could
    be ordered and ``legal_ways`` the same by choice; ``ordered`` the orders that seats gave;
    ``bands`` and ``lapsed`` their results, one for allies who roll together. ``rows`` counts how
    often a row of the pack showed. ``freedom`` counts seat-turns by the number of legal moves.
    ``at_low``, ``at_high`` and ``ended_at`` are of tracks at the end: sessions, sessions and the
    sum of values. ``tried`` counts sessions in which a seat ordered a move, ``aims_with`` the
    private aims it then met. ``rungs`` counts openings and turns' ends by the rungs whose
    conditions held, the highest first, and ``endings`` sessions by the outcomes whose did.
    ``agreed`` counts by template what was offered, signed, declared over, and terms kept and
    breached, each turn anew.
    """

    sessions: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    legal: Counter[str] = field(default_factory=Counter)
    legal_ways: Counter[Way] = field(default_factory=Counter)
    ordered: Counter[Order] = field(default_factory=Counter)
    bands: Counter[BandOf] = field(default_factory=Counter)
    lapsed: Counter[str] = field(default_factory=Counter)
    rows: Counter[RowKey] = field(default_factory=Counter)
    freedom: Counter[Freedom] = field(default_factory=Counter)
    at_low: Counter[str] = field(default_factory=Counter)
    at_high: Counter[str] = field(default_factory=Counter)
    ended_at: Counter[str] = field(default_factory=Counter)
    clauses: Counter[Scored] = field(default_factory=Counter)
    aims: Counter[str] = field(default_factory=Counter)
    tried: Counter[BySeat] = field(default_factory=Counter)
    aims_with: Counter[BySeat] = field(default_factory=Counter)
    rungs: Counter[tuple[int, ...]] = field(default_factory=Counter)
    endings: Counter[tuple[str, ...]] = field(default_factory=Counter)
    agreed: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __add__(self, other: Tally) -> Tally:
        """Both together, as a tally of its own: neither is changed, so a stop loses nothing."""
        both = Tally(self.sessions + other.sessions)
        for each in fields(self)[1:]:
            counts: Counter[object] = getattr(both, each.name)
            counts.update(getattr(self, each.name))
            counts.update(getattr(other, each.name))
        return both

    def share(self, count: int) -> float:
        """A count as a share of the sessions, 0 to 1; 0 of none."""
        return count / self.sessions if self.sessions else 0.0
