"""Pages by which somebody joins, in every state, each by its name."""

from __future__ import annotations

from collections.abc import Mapping

from page_visit import PageState, Visit


def _word(visit: Visit) -> None:
    visit.page.goto(visit.address)


def _wrong_word(visit: Visit) -> None:
    _word(visit)
    visit.page.locator("#word").fill("lighthouse")
    visit.page.locator("button.filled").click()


def _first_pin(visit: Visit) -> None:
    visit.pick(visit.person(1))


def _unfit_pin(visit: Visit) -> None:
    page = visit.pick(visit.person(1))
    page.locator("#pin").fill("4711")
    page.locator("#again").fill("4712")
    page.locator("button.filled").click()


def _pin(visit: Visit) -> None:
    visit.elsewhere(1)
    visit.pick(visit.person(1))


def _wrong_pin(visit: Visit) -> None:
    _pin(visit)
    visit.page.locator("#pin").fill("0000")
    visit.page.locator("button.filled").click()


def _wait(visit: Visit) -> None:
    _pin(visit)
    for _each in range(12):
        if not visit.page.locator("#pin").count():
            break
        visit.page.locator("#pin").fill("0000")
        visit.page.locator("button.filled").click()
        visit.page.locator(".banner").wait_for()


def _beside(visit: Visit) -> None:
    visit.elsewhere(0)
    visit.pick(visit.person(0, 1))


def _waiting(visit: Visit) -> None:
    visit.ask("Ingeborg Lindqvist")


def _away(visit: Visit) -> None:
    key = visit.ask("Ingeborg Lindqvist")
    visit.home.call(lambda: visit.home.room.turn_away(key))
    visit.page.wait_for_timeout(500)
    visit.page.goto(f"{visit.address}/waiting")
    visit.page.locator(".banner").wait_for()


JOINING: Mapping[str, PageState] = {
    "join-word": PageState("start", _word),
    "join-wrong-word": PageState("start", _wrong_word),
    "join-names": PageState("start", lambda visit: visit.names()),
    "join-names-long": PageState("long", lambda visit: visit.names()),
    "join-first-pin": PageState("start", _first_pin, is_new=True),
    "join-pins-differ": PageState("start", _unfit_pin, is_new=True),
    "join-pin": PageState("start", _pin, is_new=True),
    "join-wrong-pin": PageState("start", _wrong_pin, is_new=True),
    "join-wait": PageState("start", _wait, is_new=True),
    "join-beside": PageState("start", _beside, is_new=True),
    "join-waiting": PageState("start", _waiting, is_new=True),
    "join-turned-away": PageState("start", _away, is_new=True),
}

__all__ = ["JOINING"]
