"""The list of injects as the facilitator bends it: what they wrote, planned anew, put in order.

Injects of the session lie in ``Play.own`` beside the pack's; what is told of them here no rule
reads. They have no cell in the situation: that and when they were sent is read off the play.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from idlib_wargame.rules.conditions.condition import Condition
from idlib_wargame.rules.conditions.parsing import parse
from idlib_wargame.rules.names import TURN
from idlib_wargame.rules.pack.injects import Inject, InjectOrder
from idlib_wargame.rules.pack.tracks import Effects

NEVER_BY_ITSELF: Condition = parse(f"{TURN} < 1")  # it waits for the facilitator


class Plan(NamedTuple):
    """When an inject goes out: from which turn on, and how many minutes after its phase began."""

    turn: int
    minute: int = 0


class Answer(NamedTuple):
    """That an inject was answered, as the facilitator ticked it, with a few words or none."""

    turn: int
    at: str
    words: str


class Cell(NamedTuple):
    """A cell of a list as it stood: its heading, what stood in it, and what it was read as.

    ``column`` is empty for one that was only kept with its row.
    """

    heading: str
    text: str
    column: str = ""


class Written(NamedTuple):
    """An inject that the facilitator wrote, or took in from a list.

    ``turn`` is that from which on it is due; 0 where the facilitator sends it when they like, or
    where it ``waits_as_original``: for the condition of the one that it is a copy of. ``copy_of``
    and ``repeats`` name injects, of the pack or written. ``came_from`` is the file of a list, whose
    cells were divided by ``divided_by``; ``cells`` are those of its row there, as they stood, and
    ``changed`` names what was changed since.
    """

    id: str
    code: str
    title: str
    text: str
    sender: str = ""
    means: str = ""
    to: tuple[str, ...] = ()
    expected: str = ""
    objective: str = ""
    responsible: str = ""
    effects: Effects = ()
    orders: tuple[InjectOrder, ...] = ()
    optional: bool = False
    turn: int = 0
    minute: int = 0
    waits_as_original: bool = False
    copy_of: str = ""
    repeats: str = ""
    came_from: str = ""
    divided_by: str = ","
    cells: tuple[Cell, ...] = ()
    changed: tuple[str, ...] = ()

    def row(self, original: Inject | None = None) -> Inject:
        """The inject as the rules have it; ``original`` is the one it is a copy of."""
        when = parse(f"{TURN} >= {self.turn}") if self.turn else NEVER_BY_ITSELF
        if self.waits_as_original and original is not None:
            when = original.when
        return Inject(
            id=self.id,
            code=self.code,
            title=self.title,
            when=when,
            sender=self.sender,
            means=self.means,
            text=self.text,
            to=self.to,
            expected=self.expected,
            objective=self.objective,
            effects=self.effects,
            orders=self.orders,
            optional=self.optional,
            minute=self.minute,
        )


@dataclass(frozen=True, slots=True)
class Msel:
    """What was decided about the list in this session.

    ``written`` are by id, in the order in which they came; ``plans`` say of some when they go out
    in place of what they say themselves; ``moved`` tells first to last which inject was put before
    which in the list, or at its end; ``answers`` are by the id of what was answered;
    ``replaced_by`` names the copy that an inject was dropped for; ``sent`` says of written ones
    the turn in which each was sent.
    """

    written: Mapping[str, Written] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    moved: tuple[tuple[str, str], ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    replaced_by: Mapping[str, str] = field(default_factory=dict)
    sent: Mapping[str, int] = field(default_factory=dict)

    def stands_for(self, inject: str) -> Iterator[str]:
        """The injects whose place it takes, the nearest first: what waits for them waits for it.

        A forged record may have copies in a circle, which is gone round once.
        """
        seen = {inject}
        while (copy := self.written.get(inject)) is not None and copy.copy_of not in ("", *seen):
            inject = copy.copy_of
            seen.add(inject)
            yield inject


def moved(order: Sequence[str], named: str, before: str) -> list[str]:
    """The ids with one of them before another, or at the end for none."""
    if before == named or named not in order:
        return list(order)
    rest = [each for each in order if each != named]
    place = rest.index(before) if before in rest else len(rest)
    return [*rest[:place], named, *rest[place:]]


EMPTY = Msel()
