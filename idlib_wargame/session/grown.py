"""A sequence that grows by one, cheaply, and leaves the shorter one as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar, overload

T_co = TypeVar("T_co", covariant=True)


class Grown(Sequence[T_co]):
    """Reads as a tuple does, and never changes.

    What ``plus`` gives shares its elements with what it came from, so that a record may keep how
    the exercise stood after each of ten thousand notes, and not ten thousand copies of them.
    """

    __slots__ = ("_length", "_shared")

    def __init__(self, elements: Iterable[T_co] = ()) -> None:
        self._shared: list[T_co] = list(elements)
        self._length = len(self._shared)

    def plus(self, element: T_co) -> Grown[T_co]:  # type: ignore[misc]  # nothing here changes
        """This and one element more. It costs a copy only where another went on from here."""
        longer: Grown[T_co] = Grown()
        if len(self._shared) != self._length:
            longer._shared = self._shared[: self._length]
        else:
            longer._shared = self._shared
        longer._shared.append(element)
        longer._length = self._length + 1
        return longer

    @overload
    def __getitem__(self, place: int) -> T_co: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T_co, ...]: ...
    def __getitem__(self, place: int | slice) -> T_co | tuple[T_co, ...]:
        if isinstance(place, slice):
            return tuple(self._shared[each] for each in range(*place.indices(self._length)))
        return self._shared[range(self._length)[place]]

    def __iter__(self) -> Iterator[T_co]:
        # What a sequence would do by itself asks for each place, which takes ten times as long.
        return islice(self._shared, self._length)

    def __reversed__(self) -> Iterator[T_co]:
        return islice(reversed(self._shared), len(self._shared) - self._length, None)

    def __len__(self) -> int:
        return self._length

    def __eq__(self, other: object) -> bool:
        if self is other or not isinstance(other, (Grown, tuple)):
            return self is other
        return len(self) == len(other) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Grown({tuple(self)!r})"
