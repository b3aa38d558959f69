"""PINs: how one is kept, and how long whoever guesses has to wait.

A PIN guards a screen: the facilitator's the desk, that of a person at a seat its curtain. Only its
hash is kept, in the record's table of secrets, and never in an entry. Whoever has the file can read
all that is in it, PIN or none.
"""

from __future__ import annotations

import math
import time
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from idlib_wargame.session.faults import SessionFault
from idlib_wargame.session.tries import LONGEST_WAIT, Tries, TryBook
from idlib_wargame.words.figures import own_digits
from idlib_wargame.words.language import _, fill

LEAST, MOST = 4, 64  # characters of a PIN; any will do, so that a few words may be one
FREE_TRIES = 3
FIRST_WAIT = 5.0  # seconds


class HashWork(NamedTuple):
    """What a hash costs whoever guesses: how many rounds, over how many KiB of memory."""

    rounds: int
    memory: int

    @property
    def whole(self) -> int:
        """Rounds times KiB."""
        return self.rounds * self.memory


OURS = HashWork(rounds=3, memory=65536)  # the low-memory profile of RFC 9106, argon2-cffi's own
MOST_WORK = 8 * OURS.whole  # a forged hash that cost more could hold a window up


class _Work:
    """What a new hash costs."""

    now = OURS


def use_work(work: HashWork) -> HashWork:
    """Have new hashes cost that, and return what they did before; each hash tells its own cost.

    For tests, which hash hundreds of PINs that nobody guesses.
    """
    before, _Work.now = _Work.now, work
    return before


def secret_name(owner: str) -> str:
    """What the hash of somebody's PIN is called among the secrets of a record."""
    return f"pin.{owner}"


def owner_by(told: int) -> str:
    """Whose a PIN is of which the entry of that number told: nobody's whom no entry ties to it, be
    it somebody of the same name at the same seat. "" for 0.
    """
    return f"seat.{told}" if told else ""


def owner_watching(since: int) -> str:
    """Whose a PIN is that an observer has, who was let in by that entry: nobody's who came later,
    be it by the same name.
    """
    return f"observer.{since}"


def is_fit(pin: str) -> bool:
    """Whether a PIN can be one: as long as it must be and may be, and of whole characters.

    Spaces around it are left out.
    """
    meant = _as_meant(pin)
    return LEAST <= len(meant) <= MOST and _is_whole(meant)


def is_same(pin: str, other: str) -> bool:
    """Whether two that were typed are one PIN."""
    return _as_meant(pin) == _as_meant(other)


def unfit_words() -> str:
    """What is said of a PIN that is not fit."""
    return fill(_("A PIN has {least} to {most} characters."), least=LEAST, most=MOST)


def hashed(pin: str) -> str:
    """The Argon2id hash of a PIN, with its salt; "" for an empty one, which stands for none.

    Raises SessionFault for a PIN that no window could take.
    """
    from argon2 import PasswordHasher  # not before somebody has a PIN

    meant = _as_meant(pin)
    if meant and not is_fit(meant):
        raise SessionFault(unfit_words())
    work = _Work.now
    return PasswordHasher(work.rounds, work.memory).hash(meant) if meant else ""


def _is_whole(text: str) -> bool:
    """Whether it has no half of a character, as a broken paste may."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def wait_after(wrong: int) -> float:
    """Seconds to wait after so many wrong tries in a row: none at first, then twice as long each.

    It never grows past five minutes, or a player could keep the facilitator out of the exercise.
    """
    if wrong < FREE_TRIES:
        return 0.0
    return min(FIRST_WAIT * 2.0 ** min(wrong - FREE_TRIES, 30), LONGEST_WAIT)


class PinLock:
    """Opens for the PIN of any of its owners (without a PIN: for anybody), and counts who guesses.

    ``pin_hash`` is of the facilitator's PIN; those of others are given to ``alike``. ``clock``
    gives seconds since 1970. The count outlives the program where the book does.
    """

    def __init__(
        self,
        pin_hash: str = "",
        book: TryBook | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        only = {"": pin_hash} if pin_hash else {}
        self._hashes: Callable[[], Mapping[str, str]] = lambda: only
        self._book = book or TryBook()
        self._clock = clock
        self._is_of_desk = bool(pin_hash)

    def alike(self, hashes: Callable[[], Mapping[str, str]]) -> PinLock:
        """One that counts in the same book, for the PINs of other owners, as they stand each time.

        ``hashes`` gives them by their owner; those who have none are not among them.
        """
        lock = PinLock("", self._book, self._clock)
        lock._hashes = hashes
        return lock

    @property
    def owners(self) -> tuple[str, ...]:
        """Those whose PIN opens it."""
        return tuple(self._hashes())

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN at all."""
        return bool(self._hashes())

    @property
    def wait(self) -> int:
        """Whole seconds until the next try is looked at; 0 for at once."""
        return max((self._wait_for(each) for each in self._hashes().values()), default=0)

    def _wait_for(self, pin_hash: str) -> int:
        tries, now = self._book.of(pin_hash), self._clock()
        if tries.at > now:
            # A clock that was set back would make the wait as long as it was set back.
            tries = tries._replace(at=now)
            self._book.keep(pin_hash, tries)
        return max(math.ceil(tries.at + wait_after(tries.wrong) - now), 0)

    def opens(self, pin: str) -> bool:
        """Whether this is a PIN of it. While there is a wait, nothing is: a try counts for none."""
        return not self.is_set or self.owner_of(pin) is not None

    def owner_of(self, pin: str) -> str | None:
        """Whose PIN this is; None for nobody's, and while there is a wait.

        A server, which may hold up neither its own thread nor the session's, does the three steps
        of it apart: ``begin_try``, ``owner_among`` elsewhere, and ``end_try``.
        """
        hashes = self.begin_try()
        return None if hashes is None else self.end_try(hashes, owner_among(hashes, pin))

    def begin_try(self) -> Mapping[str, str] | None:
        """The hashes, by owner, that a try is looked up among; None while there is a wait.

        A try is counted before it is looked at, so that ending the program saves nobody from it.
        It counts at the PIN of each owner: a guess is not aimed at one.
        """
        hashes = dict(self._hashes())
        if self.wait:
            return None
        for pin_hash in hashes.values():
            wrong = self._book.of(pin_hash).wrong + 1
            self._book.keep(pin_hash, Tries(wrong, self._clock(), self._is_of_desk))
        return hashes

    def end_try(self, hashes: Mapping[str, str], owner: str | None) -> str | None:
        """The owner that was found among them, with whom the counting begins anew.

        None for nobody, and for one whose PIN was replaced while it was looked up.
        """
        if owner is None or self._hashes().get(owner) != hashes.get(owner):
            return None
        self.forget(hashes.values())
        return owner

    def lift(self) -> None:
        """The facilitator sees who stands there: there is no wait any more."""
        self.forget(self._hashes().values())

    def forget(self, hashes: Iterable[str]) -> None:
        """Nothing is counted of those any more: the right one was given, or they are replaced."""
        for pin_hash in hashes:
            self._book.forget(pin_hash)


def owner_among(hashes: Mapping[str, str], pin: str) -> str | None:
    """Whose PIN this is, of these by their owner; None for nobody's.

    Slow by intent, and needs nothing else: on any thread, once a try has been counted.
    """
    return next((owner for owner in hashes if _is_right(hashes[owner], pin)), None)


def _is_right(pin_hash: str, pin: str) -> bool:
    """A hash that was damaged is nobody's: then the PIN has to be reset."""
    from argon2 import PasswordHasher, extract_parameters
    from argon2.exceptions import InvalidHashError, VerificationError

    meant = _as_meant(pin)
    try:
        cost = extract_parameters(pin_hash)
        if not _is_whole(meant) or HashWork(cost.time_cost, cost.memory_cost).whole > MOST_WORK:
            return False
        return PasswordHasher().verify(pin_hash, meant)
    except (VerificationError, InvalidHashError):
        return False


def _as_meant(pin: str) -> str:
    """The same characters, however a keyboard put them together, and with 0 to 9 for any digits.

    A PIN told as 1234 is typed as ١٢٣٤ on a phone whose language has digits of its own.
    """
    return own_digits(unicodedata.normalize("NFKC", pin).strip())
