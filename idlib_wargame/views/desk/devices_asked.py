"""What is asked, and told, about the room's devices."""

from __future__ import annotations

from collections.abc import Sequence

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.views.desk.devices import Person, Player, SeatDevices
from idlib_wargame.views.online.networks import Networks
from idlib_wargame.views.online.room_server import Address, AsksIn, Present, RoomState
from idlib_wargame.views.question import Question
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import facts, series


def close_question(state: RoomState) -> Question | None:
    """Before the room is closed while people are here; None where nobody would notice."""
    here = sum(each.is_here for each in state.present)
    if not here:
        return None
    said = ngettext(
        "Close the room? {count} device is let go at once. Nothing is lost: it comes back once the "
        "room is open again.",
        "Close the room? {count} devices are let go at once. Nothing is lost: they come back once "
        "the room is open again.",
        here,
    )
    return Question(fill(said, count=here), _("Close the room"), _("Leave it open"))


def leave_question(state: RoomState) -> Question | None:
    """Before the desk is closed, and the room with it, while people are here."""
    here = sum(each.is_here for each in state.present)
    if not here:
        return None
    said = ngettext(
        "Close the desk? The room closes with it, and {count} device is let go at once. Nothing is "
        "lost: it comes back once the exercise is opened to the room again.",
        "Close the desk? The room closes with it, and {count} devices are let go at once. Nothing "
        "is lost: they come back once the exercise is opened to the room again.",
        here,
    )
    return Question(fill(said, count=here), _("Close the desk and the room"), _("Keep it open"))


def mute_words() -> str:
    """What being muted means."""
    return _(
        "Muted, they can read everything and change nothing. What they pick, write or seal is not "
        "taken until you let them act again, and neither is another PIN; what they type is kept "
        "for them."
    )


def reseat_words(seat: str) -> str:
    """Where the names of a seat are changed."""
    return fill(_("Opens the names of {seat} in the list of seats"), seat=seat)


def end_question(person: Person) -> Question:
    """Before somebody's page is ended."""
    said = _(
        "End the page of {person}? What they have sent stays; to come back, they join anew. The "
        "record tells of it."
    )
    yes = fill(_("End the page of {person}"), person=person.name)
    return Question(fill(said, person=person.name), yes, _("Leave it"))


def give_question(seat: SeatDevices, player: Player) -> Question:
    """Before a seat is given to somebody else to play."""
    said = _(
        "Give {seat} to somebody else to play? From now on it is played by: {player}. Its people "
        "keep their names there, and the record tells of it."
    )
    yes = fill(_("Give {seat} away"), seat=seat.name)
    if player.played_by == "person":
        said = _("Give {seat} back to its people? They go on where it stands now.")
        yes = fill(_("Give {seat} back"), seat=seat.name)
    return Question(fill(said, seat=seat.name, player=player.words), yes, _("Leave it as it is"))


def laptop_question(seat: SeatDevices) -> Question:
    """Before a seat is taken from devices, and given to the laptop under its curtain."""
    said = _(
        "Play {seat} at the laptop? The pages on its devices end, and its people join again once "
        "you have given it back to devices. What was picked and written there stays."
    )
    yes = fill(_("Play {seat} at the laptop"), seat=seat.name)
    return Question(fill(said, seat=seat.name), yes, _("Leave it on devices"))


def open_words() -> str:
    """What everybody who opens the room is to know."""
    return _(
        "The page is sent over the room's own network as plain HTTP: somebody on that network who "
        "knows how could listen in."
    )


def awake_words() -> str:
    """Where the computer could not be kept awake."""
    return _(
        "This computer could not be kept awake. Turn its sleep off, and plug it in, or devices "
        "lose the room."
    )


def no_network_words(found: Networks) -> str:
    """Why there is no address to show."""
    if not found.without_network:
        return _(
            "This computer is on no network. Join the room's Wi-Fi; the codes come by themselves."
        )
    said = _(
        "This computer is on no network: on {adapters} nobody gave it an address. Join the room's "
        "Wi-Fi; the codes come by themselves."
    )
    return fill(said, adapters=series(found.without_network))


def lost_words() -> str:
    """The room is open, and nobody reaches it."""
    return _("This computer has lost its network. The codes come back with it.")


def moved_words(state: RoomState) -> str:
    """The room is reached at another address than the one that devices know."""
    said = _(
        "The room has another address than before: {page}. Pages at the old one do not come back "
        "by themselves: show the codes again, and have people scan."
    )
    return fill(said, page=state.page)


def address_words(address: Address) -> str:
    """One of several networks, to choose from."""
    likely = [_("likeliest")] if address.is_likely else []
    return facts([address.ip, address.adapter, *likely])


def let_in_words(scenario: Scenario, name: str, seat: str) -> str:
    """Somebody was let in."""
    said = _("{person} is let in as {seat}.")
    return fill(said, person=name, seat=scenario.seat_by_id[seat].name)


def newcomers_words(scenario: Scenario, new: Sequence[Present]) -> str:
    """Some have come just now by names that nobody had taken: it may not have been they."""
    each = new[0]
    if len(new) == 1 and each.seat in scenario.seat_by_id:
        said = _("{person} has joined {seat} for the first time ({device}, {address}).")
        seat = scenario.seat_by_id[each.seat].name
        return fill(said, person=each.person, seat=seat, device=each.on, address=each.address)
    said = ngettext(
        "{people} has joined for the first time, on the page Devices.",
        "{people} have joined for the first time, on the page Devices.",
        len(new),
    )
    return fill(said, people=series([each.person for each in new]))


def not_them_words(seat: str) -> str:
    """What ending a newcomer's page does."""
    said = _(
        "Ends this page and resets the PIN that was chosen on it. Whoever is meant then joins "
        "{seat} anew."
    )
    return fill(said, seat=seat)


def waiting_words(asking: Sequence[AsksIn]) -> str:
    """Some have come to the door just now."""
    said = ngettext(
        "{people} waits to be let in, on the page Devices.",
        "{people} wait to be let in, on the page Devices.",
        len(asking),
    )
    return fill(said, people=series([each.name for each in asking]))


def waits_words() -> str:
    """What becomes of devices in a practice turn."""
    return _(
        "Devices wait while you practise: they show the exercise itself, and its room stays as it "
        "was. The seats of a practice turn are opened at this laptop."
    )
