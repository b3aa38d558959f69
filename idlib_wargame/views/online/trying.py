"""The room tried before anybody comes: whether a phone gets in, and else what it usually is."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from idlib_wargame.views.online.room_server import RoomState
from idlib_wargame.words.dates import local_hour
from idlib_wargame.words.language import _, fill, ngettext

PATIENCE = 60  # seconds, in which somebody finds a phone and the way to the page


class Outcome(Enum):
    """How a try stands."""

    WAITING = auto()
    SEEN = auto()
    NOBODY = auto()


class Trying(NamedTuple):
    """A try that began at ``since`` by a clock that only goes forward, in seconds.

    ``asked`` is how often others had asked for anything by then: what came before proves nothing
    of the network now, and what this computer asks for itself proves nothing at all. ``known``
    are the keys of all who had joined by then; ``had_seen`` whether any page had been asked for.
    """

    since: float
    asked: int
    known: frozenset[str] = frozenset()
    had_seen: bool = False

    @classmethod
    def begun(cls, state: RoomState, now: float) -> Trying:
        """A try that begins now."""
        known = frozenset(each.key for each in state.present)
        return cls(now, state.pages_asked, known, state.has_seen_anybody)

    def outcome(self, state: RoomState, now: float) -> Outcome:
        """How it stands now."""
        if state.pages_asked > self.asked:
            return Outcome.SEEN
        return Outcome.NOBODY if now - self.since >= PATIENCE else Outcome.WAITING

    def is_own(self, state: RoomState) -> bool:
        """Whether a page has come meanwhile, and from this computer itself."""
        if state.pages_asked > self.asked:
            return False
        joined = {each.key for each in state.present} - self.known
        return bool(joined) or (state.has_seen_anybody and not self.had_seen)

    def words(self, state: RoomState, now: float) -> str:
        """That in a sentence."""
        outcome = self.outcome(state, now)
        if outcome is Outcome.SEEN:
            return _seen_words(state)
        if outcome is Outcome.NOBODY and self.is_own(state):
            return _(
                "Only this computer itself has opened the page, and that tries no network. No "
                "other device has come within a minute. One of these is what it usually is."
            )
        if outcome is Outcome.NOBODY:
            return _("No device has come within a minute. One of these is what it usually is.")
        left = max(1, round(PATIENCE - (now - self.since)))
        said = ngettext(
            "Scan the code with a phone now, or type the address. Waiting {count} second more.",
            "Scan the code with a phone now, or type the address. Waiting {count} seconds more.",
            left,
        )
        if self.is_own(state):
            said = ngettext(
                "This computer itself has opened the page, and that tries no network. Scan the "
                "code with a phone. Waiting {count} second more.",
                "This computer itself has opened the page, and that tries no network. Scan the "
                "code with a phone. Waiting {count} seconds more.",
                left,
            )
        return fill(said, count=left)


def _seen_words(state: RoomState) -> str:
    """Which, and when: a phone that was there before and only comes back proves it as well."""
    device, at = state.last_device, local_hour(state.last_seen)
    if not device or not at:
        return _("A device has reached the page: the network lets people in.")
    said = _("{device} has reached the page, at {time}: the network lets people in.")
    return fill(said, device=device, time=at)


class Cause(NamedTuple):
    """What keeps devices out, and what to do about it, system by system."""

    what: str
    do: tuple[str, ...]


def usual_causes(state: RoomState) -> tuple[Cause, ...]:
    """What it usually is, the likeliest first."""
    port = state.port
    causes = (
        Cause(
            _("The phone is on another Wi-Fi than this computer."),
            (_("Look at its name on both, and turn the phone's mobile data off meanwhile."),),
        ),
        Cause(
            _("The firewall of this computer turns devices away."),
            (
                _(
                    "Windows: if its question was cancelled, a block stays. In Windows Security, "
                    "Firewall, “Allow an app through firewall”, tick this program (or Python) for "
                    "private and public networks."
                ),
                _(
                    "macOS: System Settings, Network, Firewall, Options: let this program (or "
                    "Python) take incoming connections."
                ),
                fill(
                    _(
                        "Linux: let port {port} in, as by “sudo ufw allow {port}/tcp” or "
                        "“sudo firewall-cmd --add-port={port}/tcp”."
                    ),
                    port=str(port),
                ),
            ),
        ),
        Cause(
            _("The Wi-Fi keeps its devices apart, as guest networks do."),
            (_("Use a network that is no guest one, or a router or hotspot of your own."),),
        ),
        Cause(
            _("A VPN takes this computer, or the phone, out of the room's network."),
            (_("Windows, macOS, Linux and the phone: disconnect it for as long as you play."),),
        ),
    )
    if len(state.addresses) < 2:
        return causes
    other = Cause(
        _("The address shown belongs to another of this computer's networks."),
        (_("Pick the one that the phone is on, beside the code, and scan anew."),),
    )
    return (*causes, other)
