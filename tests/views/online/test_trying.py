"""A try of the room says which phone came, or after a minute what it usually is."""

from __future__ import annotations

from dataclasses import replace

from idlib_wargame.views.online.room_server import Present, RoomState
from idlib_wargame.views.online.trying import Outcome, Trying, usual_causes
from idlib_wargame.words.dates import local_hour

OPEN = RoomState(True, 8080, "harbour", "192.0.2.7")
OLGA = Present("k1", "Olga", "astra", "Astra", "iPhone, Safari", "", "", True)


def test_a_phone_that_opens_the_page_ends_the_try_well() -> None:
    """Named where it said what it is."""
    tried = Trying.begun(OPEN, 100.0)
    assert tried.outcome(OPEN, 130.0) is Outcome.WAITING
    assert tried.words(OPEN, 130.0).endswith("Waiting 30 seconds more.")
    seen = replace(OPEN, has_seen_anybody=True, pages_asked=1)
    assert tried.outcome(seen, 130.0) is Outcome.SEEN
    assert tried.words(seen, 130.0).startswith("A device has reached the page")
    named = replace(seen, last_device="Pixel, Chrome", last_seen="2031-03-03T10:14:00+00:00")
    at = local_hour(named.last_seen)
    assert tried.words(named, 130.0).startswith(f"Pixel, Chrome has reached the page, at {at}:")


def test_nobody_within_a_minute_ends_it_with_the_usual_causes() -> None:
    """One who comes later still ends it well."""
    tried = Trying.begun(OPEN, 100.0)
    assert tried.outcome(OPEN, 159.9) is Outcome.WAITING
    assert tried.outcome(OPEN, 160.0) is Outcome.NOBODY
    late = replace(OPEN, pages_asked=1)
    assert tried.outcome(late, 400.0) is Outcome.SEEN


def test_who_was_there_before_and_this_computer_itself_prove_nothing() -> None:
    """Another page that is asked for from elsewhere does."""
    before = replace(OPEN, has_seen_anybody=True, present=(OLGA,), pages_asked=4)
    tried = Trying.begun(before, 100.0)
    assert tried.outcome(before, 130.0) is Outcome.WAITING
    assert tried.outcome(replace(before, pages_asked=5), 130.0) is Outcome.SEEN
    itself = replace(OPEN, has_seen_anybody=True)
    assert Trying.begun(OPEN, 100.0).outcome(itself, 130.0) is Outcome.WAITING


def test_a_page_of_this_computer_itself_is_said_to_be_so() -> None:
    """Until a device has come: then the network lets people in, and nothing else is said."""
    tried = Trying.begun(OPEN, 100.0)
    itself = replace(OPEN, has_seen_anybody=True, present=(OLGA,))
    said = tried.words(itself, 130.0)
    assert said.startswith("This computer itself has opened the page")
    assert said.endswith("Waiting 30 seconds more.")
    assert tried.words(itself, 160.0).startswith("Only this computer itself has opened the page")
    came = replace(itself, pages_asked=1)
    assert tried.words(came, 160.0).startswith("A device has reached the page")
    again = Trying.begun(itself, 100.0)
    assert again.words(itself, 130.0).startswith("Scan the code"), "it was there before"


def test_the_usual_causes_say_what_to_do_on_each_system() -> None:
    """Another Wi-Fi, the firewall, a guest network, a VPN, another network of this computer."""
    causes = usual_causes(replace(OPEN, port=8081))
    told = "\n".join((*(each.what for each in causes), *(do for each in causes for do in each.do)))
    for word in ("another Wi-Fi", "mobile data", "firewall", "guest", "VPN", "cancelled"):
        assert word in told
    for system in ("Windows", "macOS", "Linux"):
        assert system in told
    assert "8081/tcp" in told
    assert all(each.do for each in causes)
