"""What everybody was told, as headlines: public injects, words to all, what was leaked to all."""

from __future__ import annotations

from typing import NamedTuple

from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.session.letters import Letter, Message
from idlib_wargame.session.play import Play
from idlib_wargame.views.correspondence import in_their_order, letter_view
from idlib_wargame.views.messages import MessageView, message_view
from idlib_wargame.words.dates import dates
from idlib_wargame.words.language import _, fill


class Headline(NamedTuple):
    """``title`` may be empty; ``sender`` says who and by what means, ``when`` in which turn."""

    title: str
    text: str
    sender: str
    when: str


class News(NamedTuple):
    """The newest first."""

    headlines: tuple[Headline, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nobody was told anything yet."""
        return not self.headlines


def news(scenario: Scenario, play: Play) -> News:
    """What everybody was told, in an exercise as the room may know it.

    What a re-opened turn took back was read and does not count: it is no news.
    """
    told = (each for each in reversed(in_their_order(play)) if not _is_taken_back(each))
    return News(tuple(_headline(scenario, play, each) for each in told))


def _is_taken_back(told: Message | Letter) -> bool:
    return isinstance(told, Message) and told.taken_back


def _headline(scenario: Scenario, play: Play, told: Message | Letter) -> Headline:
    view = _view(scenario, play, told)
    when = _("Turn {turn}, {dates}")
    return Headline(
        title=view.title,
        text=view.text,
        sender=view.sender,
        when=fill(when, turn=told.turn, dates=dates(scenario, told.turn)),
    )


def _view(scenario: Scenario, play: Play, told: Message | Letter) -> MessageView:
    if isinstance(told, Letter):
        return letter_view(scenario, told)
    return message_view(scenario, told, play.setup.numbers)
