"""What came of an order, in words: its odds, its result, its ruling, and what it moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from idlib_wargame.rules.odds import MOST_SHIFT, Band
from idlib_wargame.rules.pack import row_names
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.result import NEEDS, ONLY_IF, Card, EffectLine
from idlib_wargame.words.figures import decimal, plain, signed
from idlib_wargame.words.language import _, figures, fill, ngettext
from idlib_wargame.words.lists import apart, listed
from idlib_wargame.words.odds import band_title, band_words, odds_detail, odds_word
from idlib_wargame.words.rows import source_words, why_words


def seat_names(scenario: Scenario, seats: Sequence[str]) -> str:
    """ "Astra", or "Astra and Borea" for a joint order."""
    return listed([scenario.seat_by_id[seat].name for seat in seats])


def lapse_words(scenario: Scenario, card: Card) -> str:
    """Why an order was not rolled, as one sentence."""
    match card.lapsed:
        case value if value == NEEDS:
            return _("What it needs does not hold as its step begins.")
        case value if value == ONLY_IF:
            occasion = scenario.move_by_id[card.order.move].only_if_words
            return occasion or _("The occasion for it did not come, so nothing was spent.")
        case row_names.HIDDEN:
            return _("For a reason not known to you.")
    return why_words(scenario, card.lapsed)


def result_title(card: Card) -> str:
    """The table's result by itself: "Success, by 2"; empty when not rolled."""
    return _result(card, band_title)


def result_words(card: Card) -> str:
    """The table's result inside a sentence: "backfire, two ones"; empty when not rolled."""
    return _result(card, band_words)


def _result(card: Card, name: Callable[[Band], str]) -> str:
    if card.band is None:
        return ""
    places: dict[str, object] = {"result": name(card.band), "margin": abs(card.margin or 0)}
    # Where a contest was lost, the margin is not what made the result.
    if card.dice is None or card.margin is None or card.contests:
        return name(card.band)
    if card.total == 2:
        return fill(_("{result}, two ones"), **places)
    if card.total == 12 and card.margin < 0:
        return fill(_("{result}, two sixes"), **places)
    if card.margin == 0:
        return fill(_("{result}, on the number"), **places)
    if card.margin > 0:
        return fill(_("{result}, by {margin}"), **places)
    return fill(_("{result}, short by {margin}"), **places)


def target_words(card: Card) -> str:
    """The odds before modifiers: "Almost certain (4+)"."""
    target = figures(f"{card.target}+")
    return fill(_("{odds} ({target})"), odds=odds_word(card.target), target=target)


def shift_words(card: Card) -> str:
    """The sum of the modifiers and what the dice then had to reach: "+1 → 6+", or "+0"."""
    if not card.shift:
        return figures("+0")
    return figures(f"{signed(card.shift)} → {card.need}+")


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


def nothing_moved(scenario: Scenario, effects: Iterable[EffectLine], unseen: bool = False) -> str:
    """That an order moved nothing, and what held it where something did.

    ``unseen`` where it may have moved what the reader may not know.
    """
    rows = dict.fromkeys(row for line in effects if (row := line.cut or line.source))
    # A pack may end a reason with a full stop, or not.
    held = dict.fromkeys(why_words(scenario, row).rstrip(".") for row in rows)
    if not held:
        return _("Nothing moved that you may know of.") if unseen else _("Nothing moved.")
    reasons = apart([*held])
    if unseen:
        return fill(_("Nothing moved that you may know of: {reasons}."), reasons=reasons)
    return fill(_("Nothing moved: {reasons}."), reasons=reasons)


def coded_as(scenario: Scenario, card: Card) -> str:
    """How a card counts: "190 Use force (severity 28, Goldstein −9.5)"."""
    flows: dict[str, object] = {
        "severity": plain(card.severity),
        "goldstein": goldstein_words(card.goldstein),
    }
    names = scenario.event_by_row
    said = _("{code} {act}")
    coded = apart(
        [fill(said, code=event.cameo, act=names[event.row].name) for event in card.events]
    )
    if not coded:
        return fill(_("Severity {severity}, Goldstein {goldstein}"), **flows)
    return fill(_("{events} (severity {severity}, Goldstein {goldstein})"), events=coded, **flows)


def goldstein_words(hundredths: int) -> str:
    """A Goldstein weight in plain numbers: "−9.5"."""
    return decimal(hundredths / 100)


def points_words(points: int) -> str:
    """Severity points for people: "28 points", "1 point", "−2 points"."""
    return fill(ngettext("{points} point", "{points} points", abs(points)), points=plain(points))
