"""What came of an order, in words: its odds, its result, its ruling, and what it moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from idlib_wargame.rules.dice import Pair
from idlib_wargame.rules.odds import MOST_SHIFT, Band, band_of
from idlib_wargame.rules.pack import row_names
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import NEEDS, ONLY_IF, Card
from idlib_wargame.words.figures import decimal, plain, signed
from idlib_wargame.words.language import _, figures, fill
from idlib_wargame.words.lists import apart, listed
from idlib_wargame.words.movements import is_stopped
from idlib_wargame.words.odds import Needed, band_title, band_words, odds_detail, odds_word
from idlib_wargame.words.rows import source_words, why_words


def seat_names(scenario: Scenario, seats: Sequence[str]) -> str:
    """ "Astra", or "Astra and Borea" for a joint order."""
    return listed([scenario.seat_by_id[seat].name for seat in seats])


def lapse_words(scenario: Scenario, card: Card) -> str:
    """Why an order was not rolled, as one sentence."""
    return lapse_reason(scenario, card.lapsed, card.order.move)


def lapse_reason(scenario: Scenario, lapsed: str, move: str) -> str:
    """What keeps an order of that move from being rolled, as one sentence."""
    match lapsed:
        case value if value == NEEDS:
            return _("What it needs does not hold as its step begins.")
        case value if value == ONLY_IF:
            occasion = scenario.move_by_id[move].only_if_words
            return occasion or _("The occasion for it did not come, so nothing was spent.")
        case row_names.HIDDEN:
            return _("The reason is not public.")
    return why_words(scenario, lapsed)


def result_title(card: Card, numbers: bool = True, unseen: bool = False) -> str:
    """The table's result by itself: "Success, by 2"; empty when not rolled.

    That it moved nothing, though it should have, is said with it; but not where it may have moved
    what the reader may not know (``unseen``).
    """
    title = _result(card, card.band, band_title, numbers)
    if card.ruled or unseen or not moved_nothing(card):
        return title
    return fill(_("{result}, but nothing moved"), result=title)


def moved_nothing(card: Card) -> bool:
    """Whether all that the result asked for was cut to nothing."""
    return any(map(is_stopped, card.effects)) and not any(line.through for line in card.effects)


def result_words(card: Card, numbers: bool = True) -> str:
    """The table's result inside a sentence: "backfire, two ones"; empty when not rolled."""
    return _result(card, card.band, band_words, numbers)


def thrown_band(card: Card) -> Band | None:
    """What the dice alone gave, before a contest was lost; None where none were thrown."""
    return band_of(card.total, card.need) if card.total is not None else None


def thrown_words(card: Card) -> str:
    """What the dice alone gave: "success, by 3"."""
    return _result(card, thrown_band(card), band_words)


def _result(
    card: Card, band: Band | None, name: Callable[[Band], str], numbers: bool = True
) -> str:
    if band is None:
        return ""
    places: dict[str, object] = {"result": name(band), "margin": abs(card.margin or 0)}
    # By how much is a matter of the dice, and theirs alone.
    if not numbers or card.dice is None or card.margin is None or band != thrown_band(card):
        return name(band)
    if card.total == 2:
        return fill(_("{result}, two ones"), **places)
    if card.total == 12 and card.margin < 0:
        return fill(_("{result}, two sixes"), **places)
    if card.margin == 0:
        return fill(_("{result}, on the number"), **places)
    if card.margin > 0:
        return fill(_("{result}, by {margin}"), **places)
    return fill(_("{result}, short by {margin}"), **places)


def need_words(need: Needed, numbers: bool = True) -> str:
    """The odds that counted, modifiers and all: "Almost certain (4+)"."""
    if not numbers:
        return odds_word(need.need)
    return fill(_("{odds} ({target})"), odds=odds_word(need.need), target=figures(f"{need.need}+"))


def dice_words(dice: Pair) -> str:
    """What was thrown: "4 + 2 = 6"."""
    one, two = dice
    return figures(f"{one} + {two} = {one + two}")


def shift_words(card: Card) -> str:
    """What the modifiers came to: "+1"; empty where they came to nothing."""
    return signed(card.shift) if card.shift else ""


def odds_account(card: Card) -> str:
    """How the odds came about: "Target 7, shift +1: 6+ on two dice, 72%"."""
    whole = sum(fired.shift for fired in card.fired)
    places: dict[str, object] = {
        "target": card.target,
        "shift": signed(card.shift),
        "whole": signed(whole),
        "most": MOST_SHIFT,
        "odds": odds_detail(card),
    }
    if whole == card.shift:
        return fill(_("Target {target}, shift {shift}: {odds}"), **places)
    return fill(
        _("Target {target}, shift {shift}, held from {whole} to the most of {most}: {odds}"),
        **places,
    )


def modifier_words(scenario: Scenario, row: str) -> str:
    """Why a modifier counted, and on whose word: "The talks are warm (S2¶4)"."""
    source = source_words(scenario, row)
    why = why_words(scenario, row)
    return fill(_("{why} ({source})"), why=why, source=source) if source else why


def coded_as(scenario: Scenario, card: Card, numbers: bool = True) -> str:
    """How a card counts: "190 Use force (severity 28, hostility +9.5)", or its acts by name."""
    if not numbers:
        return apart([scenario.event_by_row[event.row].name for event in card.events])
    flows: dict[str, object] = {
        "severity": plain(card.severity),
        "hostility": hostility_words(card.goldstein),
    }
    names = scenario.event_by_row
    said = _("{code} {act}")
    coded = apart(
        [fill(said, code=event.cameo, act=names[event.row].name) for event in card.events]
    )
    if not coded:
        return fill(_("Severity {severity}, hostility {hostility}"), **flows)
    return fill(_("{events} (severity {severity}, hostility {hostility})"), events=coded, **flows)


def hostility_words(hundredths: int) -> str:
    """A Goldstein weight turned so that more is worse: "+9.5" of −9.5, "−2.5" of a friendly act."""
    said = decimal(-hundredths / 100)
    return figures(f"+{said}") if hundredths < 0 else said
