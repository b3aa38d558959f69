"""Provable dice: anyone with the seed gets the same, nobody gets a bias."""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idlib_wargame.rules.dice import (
    Address,
    ChanceAddress,
    HabitAddress,
    LoadedDice,
    ProvableDice,
    seed_from_number,
)


def recomputed(seed: bytes, address: str) -> tuple[int, ...]:
    """Two dice as the documentation describes them, written out afresh."""
    dice: list[int] = []
    while len(dice) < 2:
        digest = hmac.new(seed, address.encode(), hashlib.sha256).digest()
        dice += [byte % 6 + 1 for byte in digest if byte < 252]
        address += "/more"
    return tuple(dice[:2])


ids = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True).filter("chance".__ne__)
orders = st.builds(Address, st.integers(1, 99), ids, ids, ids, st.just("") | ids)
chances = st.builds(ChanceAddress, st.integers(1, 99), ids, ids)
picks = st.builds(HabitAddress, st.integers(1, 99), ids, ids, st.integers(1, 9))
habits = picks | picks.map(lambda pick: pick.of_choice)


@given(st.binary(min_size=32, max_size=32), orders | chances | habits)
def test_anyone_can_recompute_a_die(
    seed: bytes, address: Address | ChanceAddress | HabitAddress
) -> None:
    """A dozen lines from the documentation give the program's dice from an address's text."""
    assert ProvableDice(seed).pair(address) == recomputed(seed, str(address))


@given(orders, chances)
def test_an_address_reads_back_from_its_text(order: Address, chance: ChanceAddress) -> None:
    """What the record keeps of an address gives the address again, and each kind its own."""
    assert Address.from_text(str(order)) == order
    assert ChanceAddress.from_text(str(chance)) == chance


@given(st.lists(orders | chances | habits, unique=True, max_size=8))
def test_no_two_rolls_share_dice_by_their_text(
    addresses: list[Address | ChanceAddress | HabitAddress],
) -> None:
    """A step called "habit" or a move called like a number cannot borrow another roll's dice."""
    assert len({str(each) for each in addresses}) == len(addresses)


@pytest.mark.parametrize(
    "text", ["turn 1/a/b/c", "turn 1/a/chance", "turn 1/a/chance/b/c", "1/a/chance/b", ""]
)
def test_a_text_that_is_no_chances_address_is_refused(text: str) -> None:
    """An order's address is none either."""
    with pytest.raises(ValueError, match=r"expected (turn N|an address)"):
        ChanceAddress.from_text(text)


@pytest.mark.parametrize(
    "text", ["", "turn 1", "turn x/a/b/c", "turn 1/a/b/c/d/e", "turn 1/a/chance/b", "1/a/b/c"]
)
def test_a_text_that_is_no_orders_address_is_refused(text: str) -> None:
    """A damaged address is told as such."""
    with pytest.raises(ValueError, match=r"expected (turn N|an address)"):
        Address.from_text(text)


def test_a_byte_that_would_favour_the_small_faces_is_skipped() -> None:
    """252 is the first byte past the last whole multiple of six; with it a 1 would come up more."""
    seed = bytes(32)
    places = (Address(n, "s", "a", "m") for n in range(1, 5000))
    found = [
        place for place in places if hmac.digest(seed, str(place).encode(), "sha256")[0] == 252
    ]
    assert len(found) > 5
    for place in found:
        assert ProvableDice(seed).pair(place) == recomputed(seed, str(place))


@given(st.binary(min_size=32, max_size=32), habits, st.integers(1, 2**63))
def test_anyone_can_recompute_a_draw(seed: bytes, address: HabitAddress, bound: int) -> None:
    """Eight bytes at a time, big end first, passing over numbers past the last whole multiple."""
    message, whole, drawn = str(address), 2**64 - 2**64 % bound, -1
    while drawn < 0:
        digest = hmac.digest(seed, message.encode(), "sha256")
        numbers = [int.from_bytes(digest[at : at + 8], "big") for at in (0, 8, 16, 24)]
        drawn = next((number % bound for number in numbers if number < whole), -1)
        message += "/more"
    assert ProvableDice(seed).below(address, bound) == drawn


def test_a_known_throw_never_changes() -> None:
    """The dice of a fixed seed and address are fixed for good, or old sessions would not replay."""
    dice = ProvableDice(seed_from_number(7))
    assert [dice.pair(Address(n, "violence", "north", "raid")) for n in range(1, 4)] == [
        recomputed(seed_from_number(7), f"turn {n}/violence/north/raid") for n in range(1, 4)
    ]
    assert dice.fingerprint == hashlib.sha256(seed_from_number(7)).hexdigest()


def test_faces_come_up_evenly() -> None:
    """Over 12,000 dice no face strays far from its sixth (chi-square, five degrees of freedom)."""
    dice = ProvableDice(seed_from_number(1))
    faces = Counter(face for n in range(6000) for face in dice.pair(Address(n, "s", "a", "m")))
    assert set(faces) == {1, 2, 3, 4, 5, 6}
    chi_square = sum((count - 2000) ** 2 / 2000 for count in faces.values())
    assert chi_square < 20.5  # one in a thousand


@given(st.integers(1, 1000), habits)
def test_a_draw_stays_below_its_bound(bound: int, address: HabitAddress) -> None:
    """A draw is never negative and never reaches its bound."""
    assert 0 <= ProvableDice(bytes(32)).below(address, bound) < bound


def test_a_short_seed_is_refused() -> None:
    """A seed of the wrong length is refused with its length and the right one."""
    with pytest.raises(ValueError, match="found a seed of 3 bytes, expected 32"):
        ProvableDice(b"abc")


def test_loaded_dice_fall_as_told() -> None:
    """Tests may say how dice fall, by address."""
    dice = LoadedDice({"turn 1/s/a/here": (6, 6)}, otherwise=(1, 2))
    here, there = Address(1, "s", "a", "here"), Address(1, "s", "a", "there")
    assert (dice.pair(here), dice.pair(there), dice.below(here, 5)) == ((6, 6), (1, 2), 2)
