"""PINs are looked up in turn: whoever has many looked up waits for themselves alone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future

import pytest

from idlib_wargame.web.hashing import Turns
from tests.web.home import PATIENCE


class Gate:
    """Work that begins, and is done once it is let go; ``did`` is what was done, in its order."""

    def __init__(self) -> None:
        self.did: list[str] = []
        self._begun, self._open = threading.Event(), threading.Event()

    def held(self) -> str:
        """The one that waits at the gate."""
        self._begun.set()
        assert self._open.wait(PATIENCE)
        return self.named("held")()

    def named(self, name: str) -> Callable[[], str]:
        """Work that is done at once."""

        def does() -> str:
            self.did.append(name)
            return name

        return does

    def wait(self) -> None:
        """Until the work has begun."""
        assert self._begun.wait(PATIENCE)

    def open(self, *answers: Future[str]) -> list[str]:
        """Let it go, and wait for those."""
        self._open.set()
        return [each.result(PATIENCE) for each in answers]


@pytest.fixture
def gate() -> Gate:
    """A gate that is shut."""
    return Gate()


def test_somebody_with_twenty_pins_to_look_up_leaves_a_thread_to_others(gate: Gate) -> None:
    """Of one person only one is looked up at a time, though another thread is free."""
    turns = Turns(2)
    first = turns.do(gate.held, "olga")
    gate.wait()
    many = [turns.do(gate.named(f"olga {n}"), "olga") for n in range(20)]
    others = [turns.do(gate.named(f"sami {n}"), "sami") for n in range(3)]
    assert [each.result(PATIENCE) for each in others] == ["sami 0", "sami 1", "sami 2"]
    assert not any(each.running() or each.done() for each in many)
    assert gate.open(first, *many) == ["held", *(f"olga {n}" for n in range(20))]


def test_whoever_comes_last_waits_for_one_of_each_and_not_for_all_of_them(gate: Gate) -> None:
    """Where every thread is taken."""
    turns = Turns(1)
    answers = [turns.do(gate.held, "a")]
    gate.wait()
    for lane, count in (("a", 3), ("b", 3), ("c", 1)):
        answers += [turns.do(gate.named(f"{lane}{n}"), lane) for n in range(count)]
    gate.open(*answers)
    assert gate.did == ["held", "a0", "b0", "c0", "a1", "b1", "a2", "b2"]


def test_those_behind_one_address_come_in_turn_too(gate: Gate) -> None:
    """One of them who tries again and again holds up the others by one try each time."""
    turns = Turns(1)
    answers = [turns.do(gate.held, "10.0.0.1", "olga")]
    gate.wait()
    for who, count in (("olga", 3), ("sami", 1), ("noor", 2)):
        answers += [turns.do(gate.named(f"{who}{n}"), "10.0.0.1", who) for n in range(count)]
    gate.open(*answers)
    assert gate.did == ["held", "olga0", "sami0", "noor0", "olga1", "noor1", "olga2"]


def test_who_goes_away_before_their_turn_holds_up_nobody(gate: Gate) -> None:
    """Nothing is looked up for them."""
    turns = Turns(1)
    first = turns.do(gate.held, "olga")
    gate.wait()
    gone = turns.do(gate.named("gone"), "olga")
    last = turns.do(gate.named("last"), "olga")
    assert gone.cancel()
    assert gate.open(first, last) == ["held", "last"]
    assert gate.did == ["held", "last"]


def test_a_fault_is_told_to_whom_it_belongs_and_the_next_is_looked_up() -> None:
    """Of the same person too."""

    def fails() -> str:
        raise MemoryError

    turns = Turns(1)
    amiss, well = turns.do(fails, "olga"), turns.do(lambda: "well", "olga")
    with pytest.raises(MemoryError):
        amiss.result(PATIENCE)
    assert well.result(PATIENCE) == "well"
