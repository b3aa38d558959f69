"""Two people of one seat write the same order of their own on their phones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.pack.free_orders import FreeOrders
from idlib_wargame.session.free_order import FreeOrder
from idlib_wargame.session.play import Setup
from idlib_wargame.session.seating import Seating
from tests.harbour_exercise import open_orders
from tests.web.home import Home, at_home
from tests.web.phone import Page, Phone

SETUP = Setup("Two", "", 3, seating=(Seating("astra", ("Olga", "Piet")),))
ONE = FreeOrder("Send a doctor", "Trust", ("They ask for one",))


class Two:
    """Both at the order that Olga began; ``stood`` is what each page shows."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self.olga, self.piet = Phone(home.port), Phone(home.port)
        self.olga.join(home.word, "Olga")
        self.piet.join(home.word, "Piet")
        assert self.olga.act("begin_own").status == 200
        self.move = home.call(lambda: home.session.play.drafts["astra"][0].move)

    @property
    def stands(self) -> FreeOrder:
        """What the record has."""
        free = self._home.call(lambda: self._home.session.play.drafts["astra"][0].free)
        assert free is not None
        return free

    def write(
        self, phone: Phone, typed: FreeOrder, stood: FreeOrder | None, told: tuple[str, ...] = ()
    ) -> Page:
        """As a page sends it: with what stood in each field, but for those it was told of."""
        fields: dict[str, Any] = {"move": self.move, "what": typed.what, "aim": typed.aim}
        fields["reason"] = _three(typed.reasons)
        if stood is not None:
            known = {"what": stood.what, "aim": stood.aim, "reason": _three(stood.reasons)}
            fields |= {f"was.{name}": was for name, was in known.items() if name not in told}
        return phone.act("write_own", **fields)


def _three(reasons: tuple[str, ...]) -> list[str]:
    return [*reasons, "", "", ""][:3]


@pytest.fixture
def two(harbour: PackReading, tmp_path: Path) -> Iterator[Two]:
    """In an exercise in which every seat may write two."""
    setup = replace(SETUP, free_orders=FreeOrders(2))
    with at_home(harbour, setup, tmp_path / "a.wargame") as home:
        home.call(lambda: open_orders(home.session))
        two = Two(home)
        assert two.write(two.olga, ONE, FreeOrder("")).status == 200
        yield two


def test_each_writes_in_another_field_and_both_are_kept(two: Two) -> None:
    """Nobody is asked anything."""
    assert two.write(two.olga, ONE._replace(aim="Trust in us"), ONE).status == 200
    assert two.write(two.piet, ONE._replace(what="Send two doctors"), ONE).status == 200
    assert two.stands == FreeOrder("Send two doctors", "Trust in us", ONE.reasons)


def test_whoever_comes_second_to_one_field_is_told_and_then_counts(two: Two) -> None:
    """Their text stands on their page meanwhile, and the other's in the record."""
    assert two.write(two.olga, ONE._replace(what="Send a ship."), ONE).status == 200
    mine = ONE._replace(what="Send two doctors")
    refused = two.write(two.piet, mine, ONE)
    assert refused.status == 409
    assert "wrote here meanwhile: “Send a ship”." in refused.data["refused"][0]
    assert two.stands.what == "Send a ship."
    assert two.write(two.piet, mine, ONE, told=("what",)).status == 200
    assert two.stands == mine


def test_reasons_of_both_are_kept_and_what_one_took_away_stays_away(two: Two) -> None:
    """Three have room; who would put a fourth is told of the last."""
    theirs = ONE._replace(reasons=("They ask for one", "He is near"))
    assert two.write(two.olga, theirs, ONE).status == 200
    mine = ONE._replace(reasons=("They ask for one", "She knows them"))
    assert two.write(two.piet, mine, ONE).status == 200
    assert set(two.stands.reasons) == {"They ask for one", "He is near", "She knows them"}
    fourth = mine._replace(reasons=("They ask for one", "She knows them", "It is cheap"))
    assert two.write(two.piet, fourth, mine).status == 409
    all_three = two.stands
    fewer = all_three._replace(reasons=("She knows them",))
    assert two.write(two.olga, fewer, all_three).status == 200
    aim = all_three._replace(aim="Peace")
    assert two.write(two.piet, aim, all_three).status == 200
    assert two.stands == FreeOrder("Send a doctor", "Peace", ("She knows them",))


def test_a_reason_that_is_written_on_is_no_other(two: Two) -> None:
    """Also where it was typed into the second field, and stands in the first since."""
    longer = ("They ask for one", "and wait")
    assert two.write(two.olga, ONE._replace(reasons=longer), ONE).status == 200
    fields: dict[str, Any] = {"move": two.move, "what": ONE.what, "aim": ONE.aim}
    fields |= {"was.what": ONE.what, "was.aim": ONE.aim, "reason": ["", "They ask", ""]}
    fields["was.reason"] = ["They ask for one", "and wait", ""]
    assert two.olga.act("write_own", **fields).status == 200
    assert two.stands.reasons == ("They ask",)
