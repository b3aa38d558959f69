"""Seats that control and habits play, in one list: what waits, and what a habit would do.

A habit's suggestion is worked out with the session's dice and changes nothing until it is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from idlib_wargame.session.acts import Act
from idlib_wargame.session.before_roll import AskedFor
from idlib_wargame.session.kinds.letters import shown
from idlib_wargame.session.kinds.offer_accepted import AcceptOffer
from idlib_wargame.session.kinds.offer_refused import RefuseOffer
from idlib_wargame.session.kinds.offer_tabled import TableOffer
from idlib_wargame.session.kinds.sealed import SealOrders
from idlib_wargame.session.play import Play, Wish
from idlib_wargame.session.seat_habits import habit_for
from idlib_wargame.session.session import Session
from idlib_wargame.views.asked import (
    ASKED_PAGE,
    DEALS_PAGE,
    JUDGEMENT_PAGE,
    MESSAGES_PAGE,
    ORDERS_PAGE,
)
from idlib_wargame.views.asked_orders import OrderAsked, orders_asked
from idlib_wargame.views.desk.control_tasks import (
    LettersWaiting,
    Task,
    What,
    When,
    by_hand,
    tasks,
    tasks_of_its_own,
)
from idlib_wargame.views.desk.seat_lines import player_words
from idlib_wargame.words.bargains import offer_title, title_of
from idlib_wargame.words.habits import habit_name
from idlib_wargame.words.language import _, fill, ngettext
from idlib_wargame.words.lists import apart, facts
from idlib_wargame.words.situation import move_words

# Where a task is done in the window of its seat.
PAGES = {
    What.ORDERS: ORDERS_PAGE,
    What.ANSWER: DEALS_PAGE,
    What.END: DEALS_PAGE,
    What.TABLE: DEALS_PAGE,
    What.OVER: DEALS_PAGE,
    What.JUDGE: JUDGEMENT_PAGE,
    What.ASKED: ASKED_PAGE,
    What.READ: MESSAGES_PAGE,
}
# What a habit has a word on.
SUGGESTED = (What.ORDERS, What.ANSWER, What.END, What.TABLE, What.OVER)


class TaskRow(NamedTuple):
    """A task in words: whose it is, what waits, what a habit ``would`` do, and two buttons.

    ``take`` does as the habit would, "" where nothing is to be taken. ``own`` opens the seat's
    window on ``page``; a request to control is answered to ``answer_to``. ``about`` is as a
    ``Task`` has it.
    ``asked`` is a question about an order, to be answered where it stands. ``done`` says that it
    was done just now, and how: nothing is left to press.
    Of one that ``is_covered`` not even the seat is named.
    """

    key: str
    seat: str
    name: str
    colour: str
    player: str
    waits: str
    would: str
    take: str
    own: str
    page: str
    about: str = ""
    answer_to: str = ""
    is_covered: bool = False
    asked: OrderAsked | None = None
    done: str = ""

    @property
    def what(self) -> What:
        """What kind of task it is."""
        return What(self.key.split("/")[0])

    @property
    def spoken(self) -> str:
        """The row in a line, for a screen reader."""
        return facts([each for each in (self.name, self.waits, self.would) if each])


class TaskSection(NamedTuple):
    """Rows under a heading."""

    heading: str
    rows: tuple[TaskRow, ...]


def headings() -> tuple[str, str, str]:
    """What stands over rows, from the top."""
    return (
        _("Waiting for you"),
        _("May be done too; nobody waits for it"),
        _("Habits see to this by themselves"),
    )


class ControlSeatsView(NamedTuple):
    """``hint`` counts, or says what will stand here; ``may_cover`` whether anything is covered."""

    hint: str
    sections: tuple[TaskSection, ...]
    may_cover: bool


class Counted(NamedTuple):
    """How many seats the facilitator has to play now, and how many requests wait for an answer."""

    seats: int
    requests: int


class ControlSeats:
    """The list after one act and another; messages are looked at once each."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._letters = LettersWaiting()

    def counted(self) -> Counted:
        """What waits for the facilitator. No suggestion is worked out for it."""
        now = [each for each in tasks(self._session, self._letters) if each.when is When.NOW]
        return Counted(
            len({each.seat for each in now if each.seat}),
            sum(each.what is What.REQUEST for each in now),
        )

    def now(self, uncovered: bool) -> ControlSeatsView:
        """Everything, with suggestions and names only while ``uncovered``."""
        found = [(each, self._row(each, uncovered)) for each in self._tasks(uncovered)]
        # Whose a covered one is must not be read off where it stands.
        found.sort(key=lambda pair: pair[1].is_covered)
        headed = zip(headings(), (When.NOW, When.MAY, When.ITSELF), strict=True)
        sections = (
            TaskSection(heading, tuple(row for task, row in found if task.when is when))
            for heading, when in headed
        )
        has_any = bool(by_hand(self._session)) or bool(found)
        return ControlSeatsView(
            _hint(self.counted(), has_any, self._session.play),
            tuple(each for each in sections if each.rows),
            has_any and not self._session.play.finished,
        )

    def act_for(self, key: str) -> Act | None:
        """What a habit would do about a task, as things stand; None where it would do nothing."""
        for task in self._tasks(True):
            if task.key == key:
                return self._suggested(task)
        return None

    def _tasks(self, with_own: bool) -> Iterator[Task]:
        """``with_own``, also what habits would do unasked: that there is any is covered too."""
        yield from tasks(self._session, self._letters)
        if with_own and not self._session.play.finished:
            for seat in by_hand(self._session):
                for task, _act in tasks_of_its_own(self._session, seat):
                    yield task

    def _suggested(self, task: Task) -> Act | None:
        session = self._session
        if task.what is What.ORDERS:
            wishes = session.would_order(task.seat)
            return None if wishes is None else SealOrders(task.seat, wishes)
        if task.what in (What.TABLE, What.OVER):
            return next((a for t, a in tasks_of_its_own(session, task.seat) if t == task), None)
        for act in session.would_bargain(task.seat):
            if isinstance(act, TableOffer) and act.answers == task.about:
                return act
            if isinstance(act, AcceptOffer | RefuseOffer) and act.case == task.about:
                return act
        return None

    def _row(self, task: Task, uncovered: bool) -> TaskRow:
        session = self._session
        if not task.seat:
            return self._request(task, uncovered)
        seat = session.scenario.seat_by_id[task.seat]
        would = take = ""
        if task.what in SUGGESTED:
            would, take = self._habits_word(task) if uncovered else _covered()
        row = TaskRow(
            key=task.key,
            seat=task.seat,
            name=seat.name,
            colour=seat.colour,
            player=player_words(session.scenario, session.play.setup.of(task.seat)),
            waits=self._waits(task, uncovered),
            would=would,
            take=take,
            own=fill(_("Open {seat}"), seat=seat.name),
            page=PAGES[task.what],
            about=task.about,
            asked=self._asked(task) if uncovered and task.what is What.ASKED else None,
        )
        if uncovered or not self._is_private(task):
            return row
        own = _("Open its window")
        return row._replace(name=_("A seat"), colour="", player="", own=own, is_covered=True)

    def _is_private(self, task: Task) -> bool:
        """Whether it may not be read off the desk that the seat has something to do with it."""
        if task.what in (What.ANSWER, What.END):
            return not self._session.play.ledger[task.about].was_public()
        # Who is asked about an order stands on its card too, for whoever sees the desk.
        return task.what is What.READ

    def _asked(self, task: Task) -> OrderAsked | None:
        found = orders_asked(self._session.scenario, self._session.play, task.seat)
        return next((each for each in found if each.key == task.about), None)

    def _request(self, task: Task, uncovered: bool) -> TaskRow:
        letter = self._letters.requests[task.about]
        name = self._session.scenario.seat_by_id[letter.sender].name
        said = _("{seat} asks you, and waits for an answer: {text}")
        return TaskRow(
            key=task.key,
            seat="",
            name=_("You"),
            colour="",
            player="",
            waits=fill(said, seat=name, text=shown(letter.text))
            if uncovered
            else _("A private request waits for your answer."),
            would="",
            take="",
            own=_("Answer"),
            page="",
            about=task.about,
            answer_to=letter.sender,
            is_covered=not uncovered,
        )

    def _waits(self, task: Task, uncovered: bool) -> str:
        session, play = self._session, self._session.play
        match task.what:
            case What.ORDERS:
                return _orders_words(play, task)
            case What.TABLE:
                return _("It may table an offer of its own.")
            case What.JUDGE:
                return _("It is asked what it thinks will happen, and has not said.")
            case What.ASKED:
                return self._question_words(task)
            case What.READ:
                return self._message_words(task, uncovered)
        case_ = play.ledger[task.about]
        title = title_of(session.scenario, case_) if uncovered or case_.was_public() else ""
        if task.what is What.ANSWER:
            if not title:
                return _("An offer waits for an answer.")
            return fill(_("An offer waits for its answer: {offer}."), offer=title)
        if task.what is What.OVER:
            return fill(_("Of an agreement in force: {agreement}."), agreement=title)
        if not title:
            return _("An agreement is to end, and waits for its word.")
        return fill(_("Others agree to end {agreement}, and wait for its word."), agreement=title)

    def _question_words(self, task: Task) -> str:
        """What is asked, and about whose order, as the page of orders tells it."""
        doer, *_move, what = task.about.split("/")
        name = self._session.scenario.seat_by_id[doer].name
        said = {
            AskedFor.AGAINST: _("It is asked for reasons against an order of {seat}."),
            AskedFor.ODDS: _("It is asked how likely an order of {seat} is."),
            AskedFor.BAND: _("It is asked how an order of {seat} comes out."),
        }[AskedFor(what)]
        return fill(said, seat=name)

    def _message_words(self, task: Task, uncovered: bool) -> str:
        if not uncovered:
            return _("A private message has not been read.")
        found = self._letters.to(task.seat, task.about)
        said = ngettext(
            "{sender} writes, and it has not been read: {text}",
            "{sender} wrote {count} messages that have not been read; the newest: {text}",
            len(found),
        )
        name = self._session.scenario.seat_by_id[task.about].name
        return fill(said, sender=name, count=len(found), text=shown(found[-1].text))

    def _habits_word(self, task: Task) -> tuple[str, str]:
        """What the habit would do, and what the button says that does it."""
        session = self._session
        habit = habit_for(session.scenario, session.play, task.seat)
        if not habit:
            return _("The pack has no habit for this seat."), ""
        name = habit_name(session.scenario.habit_by_id[habit])
        act = self._suggested(task)
        if isinstance(act, SealOrders):
            return self._orders_word(act.wishes, name), _seal_words(act.wishes)
        return self._bargain_word(act, name)

    def _orders_word(self, wishes: tuple[Wish, ...], habit: str) -> str:
        if not wishes:
            return fill(_("Its habit ({habit}) would order nothing."), habit=habit)
        scenario = self._session.scenario
        orders = apart([move_words(scenario, wish.move, wish.choice) for wish in wishes])
        return fill(_("Its habit ({habit}) would order: {orders}."), habit=habit, orders=orders)

    def _bargain_word(self, act: Act | None, habit: str) -> tuple[str, str]:
        match act:
            case AcceptOffer():
                return fill(_("Its habit ({habit}) would accept."), habit=habit), _("Accept it")
            case RefuseOffer():
                return fill(_("Its habit ({habit}) would refuse."), habit=habit), _("Refuse it")
            case TableOffer(offer=offer, answers=answers):
                title = offer_title(self._session.scenario, offer)
                if answers:
                    said = _("Its habit ({habit}) would counter with: {offer}.")
                    return fill(said, habit=habit, offer=title), _("Table this counter")
                said = _("Its habit ({habit}) would offer {actors}: {offer}.")
                names = [self._session.scenario.actor_name(each) for each in offer.to]
                said = fill(said, habit=habit, offer=title, actors=apart(names))
                return said, _("Table this offer")
            case None:
                return fill(_("Its habit ({habit}) would leave it for now."), habit=habit), ""
            case _:
                said = _("Its habit ({habit}) would declare it over.")
                return fill(said, habit=habit), _("Declare it over")


def _covered() -> tuple[str, str]:
    return "", _("Do as its habit would")


def _orders_words(play: Play, task: Task) -> str:
    drafted = len(play.drafts.get(task.seat, ()))
    if task.when is When.ITSELF:
        return _("Its habit orders as the orders are opened.")
    if drafted:
        said = ngettext(
            "A draft of {count} order is not sealed.",
            "A draft of {count} orders is not sealed.",
            drafted,
        )
        return fill(said, count=drafted)
    return _("It has sealed no orders.")


def _seal_words(wishes: tuple[Wish, ...]) -> str:
    if not wishes:
        return _("Seal no orders")
    return ngettext("Seal this order", "Seal these orders", len(wishes))


def _hint(counted: Counted, has_any: bool, play: Play) -> str:
    if play.finished:
        return _("The exercise is finished; no seat has anything left to do.")
    if not has_any:
        return _(
            "People play every seat. Once you or a habit play one, what waits for it stands here."
        )
    if not any(counted):
        return _(
            "Nothing waits. Offers, messages and orders of the seats that you or habits play stand "
            "here as they come, with what a habit would do."
        )
    return fill(_("{waiting}. One press does what a habit would."), waiting=_waiting(counted))


def _waiting(counted: Counted) -> str:
    said = []
    if counted.seats:
        many = ngettext("{count} seat to play", "{count} seats to play", counted.seats)
        said.append(fill(many, count=counted.seats))
    if counted.requests:
        many = ngettext("{count} request to answer", "{count} requests to answer", counted.requests)
        said.append(fill(many, count=counted.requests))
    return facts(said)


def badge_words(counted: Counted) -> str:
    """What the panel of seats says: "3 seats to play", else "1 request to answer"; or nothing.

    The panel is narrow, and the tab of messages counts requests too.
    """
    if counted.seats:
        counted = counted._replace(requests=0)
    return _waiting(counted) if any(counted) else ""


def control_tab(counted: Counted) -> str:
    """What the tab says: with how many seats and requests wait."""
    count = counted.seats + counted.requests
    return fill(_("Your seats ({count})"), count=count) if count else _("Your seats")


def left_words() -> str:
    """What is told where a habit would do nothing after all."""
    return _("Its habit would leave that for now; nothing is done.")
