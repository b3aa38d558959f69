"""An adjudication card answers why something happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from idlib_wargame.packs.reader import PackReading
from idlib_wargame.rules.decisions import Decisions
from idlib_wargame.rules.dice import Address, LoadedDice, Pair
from idlib_wargame.rules.odds import Band
from idlib_wargame.rules.pack.scenario import Scenario
from idlib_wargame.rules.pack.tracks import Effect
from idlib_wargame.rules.result import Card, Order, Release, Ruling, TurnResult
from idlib_wargame.rules.state import State
from idlib_wargame.rules.turn.referee import Referee
from idlib_wargame.views.cards import card_view, for_players
from idlib_wargame.views.desk.drafts import Draft
from idlib_wargame.views.desk.ruling_help import Foreseen, RulingHelp
from idlib_wargame.views.known_play import known_result
from idlib_wargame.views.trails import Trail, known_trails, trails
from idlib_wargame.windows.cards.adjudication_card import AdjudicationCard
from idlib_wargame.windows.cards.ruling_form import RulingForm
from idlib_wargame.words.language import unmarked
from idlib_wargame.words.odds import odds_word
from idlib_wargame.words.results import result_title
from idlib_wargame.words.turn_text import throw_words
from tests.windows.play_harbour import shown_text


@pytest.fixture
def scenario(harbour: PackReading) -> Scenario:
    """The harbour pack."""
    assert harbour.scenario is not None
    return harbour.scenario


def turn_of(
    scenario: Scenario,
    *orders: Order,
    fall: Pair = (4, 4),
    rulings: dict[Address, Ruling] | None = None,
) -> TurnResult:
    """The first turn with these orders, every pair of dice falling the same."""
    referee = Referee(scenario)
    dice, decided = LoadedDice(otherwise=fall), Decisions(rulings or {})
    return referee.adjudicate(referee.opening(), orders, dice, decided)


def card_of(scenario: Scenario, order: Order, fall: Pair = (4, 4)) -> Card:
    """One order's card."""
    return turn_of(scenario, order, fall=fall).cards[0]


def test_card_reads_as_a_sentence(qtbot: QtBot, scenario: Scenario) -> None:
    """Who, what, at what odds, what the dice were, and what it moved, all on the face of it."""
    referee = Referee(scenario)
    result = turn_of(scenario, Order("borea", "free_crews"))
    moved = trails(scenario, referee.opening(), result)
    card = result.cards[0]
    shown = AdjudicationCard(card_view(scenario, card, moved[card.address]))
    qtbot.addWidget(shown)
    text = shown_text(shown)
    for words in (
        "Borea",
        "Concessions",
        "Free the crews we hold",
        "Almost certain (4+)",
        "4 + 4 = 8",
        "Strong success, by 4",
        "Crews held in Borean and Caldic ports 2 → 0",
        "Calm on the bank 5 → 6",
        "designer's judgement",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("fall", "words"),
    [
        ((6, 6), "Strong success, by 6"),
        ((3, 3), "Success, on the number"),
        ((2, 3), "Partial, short by 1"),
        ((1, 2), "Failure, short by 3"),
        ((1, 1), "Backfire, two ones"),
    ],
)
def test_result_in_words(scenario: Scenario, fall: Pair, words: str) -> None:
    """The margin is told with the band, and the two special throws by name."""
    assert result_title(card_of(scenario, Order("astra", "call_talks"), fall)) == words


def test_details_explain_modifiers_limits_dice_and_reason(qtbot: QtBot, scenario: Scenario) -> None:
    """Opened, the card tells each modifier with its source, what was cut, and how to check."""
    joint = turn_of(scenario, Order("astra", "call_talks"), Order("borea", "call_talks")).cards[0]
    shown = AdjudicationCard(card_view(scenario, joint, reason="“The season presses”"))
    qtbot.addWidget(shown)
    assert "turn 1/diplomacy/astra/call_talks" not in shown_text(shown)
    shown.more.click()
    text = shown_text(shown)
    assert "Astra and Borea" in text
    assert "Two allies act together" in text
    assert "turn 1/diplomacy/astra/call_talks" in text
    assert "HMAC-SHA-256" in text
    assert "The season presses" in text
    assert "036 Express intent to meet" in text
    shown.more.click()
    assert "HMAC-SHA-256" not in shown_text(shown)


def test_what_a_limit_cut_is_told(qtbot: QtBot, scenario: Scenario) -> None:
    """An effect that did not come through says what was asked and why it stopped."""
    result = turn_of(
        scenario,
        Order("astra", "protest"),
        Order("borea", "protest"),
        Order("caldis", "protest"),
        fall=(1, 1),
    )
    card = next(card for card in result.cards if any(e.asked != e.through for e in card.effects))
    shown = AdjudicationCard(card_view(scenario, card))
    qtbot.addWidget(shown)
    assert "(would have been −2: the scale ends here)" in shown_text(shown)


def test_an_order_that_was_held_altogether_says_why(qtbot: QtBot, scenario: Scenario) -> None:
    """Where a bound lets nothing through, the card's face gives the bound, not just the details."""
    card = card_of(scenario, Order("astra", "protest"))
    held = tuple(line._replace(through=0, cut="range.10") for line in card.effects)
    assert held
    shown = AdjudicationCard(card_view(scenario, card._replace(effects=held), ()))
    qtbot.addWidget(shown)
    names = {scenario.track_by_id[line.track].name for line in held}
    text = shown_text(shown)
    assert "Nothing moved: " in text
    for name in names:
        assert text.count(f"{name} (the scale ends here)") == 1


def test_what_held_a_track_twice_is_told_once(scenario: Scenario) -> None:
    """Neither among what moved nor where nothing did; a track that moved twice is added up."""
    card = card_of(scenario, Order("astra", "protest"))
    first = card.effects[0]._replace(through=0, asked=2, cut="up_to.5")
    name = scenario.track_by_id[first.track].name
    other = first._replace(track="patrols", through=1, cut="")
    for held, moved in (((first, first), ()), ((first, first, other), (Trail("patrols", 1, 2),))):
        said = unmarked(card_view(scenario, card._replace(effects=held), moved).moved)
        assert said.count(name) == 1, said
        assert said.count("no higher than 5") == 1, said
    twice = card._replace(effects=(first._replace(through=1, cut=""),) * 2)
    result = turn_of(scenario, Order("astra", "protest"))._replace(cards=(twice,), after=())
    (trail,) = trails(scenario, Referee(scenario).opening(), result)[twice.address]
    assert trail.after - trail.before == 2


def test_a_result_that_came_to_nothing_says_so_in_its_headline(scenario: Scenario) -> None:
    """A success whose effects were all cut is no plain success; so for control's own result."""
    card = card_of(scenario, Order("astra", "protest"))
    held = card._replace(
        effects=tuple(line._replace(through=0, cut="range.10") for line in card.effects)
    )
    view = card_view(scenario, held, ())
    assert unmarked(view.result).endswith(", but nothing moved")
    ruled = held._replace(ruled=Ruling(Band.STRONG, "facilitator", "A good speech"))
    ruling = card_view(scenario, ruled, ()).ruling
    assert ruling is not None
    assert unmarked(ruling.result) == "Ruled: strong success, but nothing moved"
    # Nobody who may not know all that it moves is told that nothing did.
    told = card_view(scenario, held, (), unseen=True)
    assert "nothing moved" not in told.result


def test_an_effect_cut_to_nothing_stands_among_those_that_came_through(
    scenario: Scenario,
) -> None:
    """It is not passed over: its track is named, with what held it."""
    card = card_of(scenario, Order("astra", "protest"))
    first, *others = card.effects
    assert others
    held = card._replace(effects=(first._replace(through=0, cut="range.10"), *others))
    moved = (Trail(others[0].track, 1, 1 + others[0].through),)
    said = unmarked(card_view(scenario, held, moved).moved)
    assert f"{scenario.track_by_id[first.track].name} did not move: the scale ends here" in said


def test_one_word_of_odds_is_said_of_one_order(scenario: Scenario) -> None:
    """The card gives the odds that counted, modifiers and all, and the terminal the same word."""
    joint = turn_of(scenario, Order("astra", "call_talks"), Order("borea", "call_talks")).cards[0]
    view = card_view(scenario, joint)
    assert joint.need != joint.target
    assert view.odds == f"{odds_word(joint.need)} ({joint.need}+)"
    assert odds_word(joint.need) in throw_words(joint)


def test_by_how_much_is_said_of_the_dice_alone(scenario: Scenario) -> None:
    """Neither a ruling nor a contest that was lost takes the margin of the throw for its own."""
    card = card_of(scenario, Order("astra", "call_talks"), (6, 6))
    ruled = card._replace(ruled=Ruling(Band.PARTIAL, "facilitator", "Late"))
    assert throw_words(ruled).endswith("strong success, by 6")
    lost = card._replace(band=Band.PARTIAL, contests=("hidden",))
    assert result_title(lost) == "Partial"
    said = {detail.heading: unmarked(detail.text) for detail in card_view(scenario, lost).details}
    assert said["The dice gave"] == "strong success, by 6"


def test_a_players_card_shows_why_and_not_on_what_claim(scenario: Scenario) -> None:
    """The modifiers stand on its face; marks of the sources only behind it."""
    joint = turn_of(scenario, Order("astra", "call_talks"), Order("borea", "call_talks")).cards[0]
    view = card_view(scenario, joint, manner=for_players(numbers=True))
    said = [each.text for each in view.details]
    assert not any("HMAC" in each for each in said)  # that is for whoever works them out
    assert any(each.startswith("The dice follow from this address") for each in said)
    assert [unmarked(line) for line in view.leanings] == ["+1 Two allies act together"]
    assert view.head.source == ""
    in_words = card_view(scenario, joint, manner=for_players(numbers=False))
    assert [unmarked(line) for line in in_words.leanings] == ["for it: Two allies act together"]
    assert (in_words.dice, in_words.shift, in_words.odds) == (None, "", odds_word(joint.need))


def test_a_card_says_what_a_result_means(scenario: Scenario) -> None:
    """In the pack's words, of the result that counted."""
    moves = tuple(
        replace(move, means={Band.PARTIAL: "Two of the three came."})
        if move.id == "call_talks"
        else move
        for move in scenario.moves
    )
    told = replace(scenario, moves=moves)
    partial = card_of(told, Order("astra", "call_talks"), (2, 3))
    assert card_view(told, partial).meaning == "Two of the three came."
    assert card_view(told, card_of(told, Order("astra", "call_talks"))).meaning == ""


def test_an_order_that_lapsed_says_why(qtbot: QtBot, scenario: Scenario) -> None:
    """Nothing is rolled for it, and the pack's own words tell the reason."""
    shown = AdjudicationCard(card_view(scenario, card_of(scenario, Order("astra", "guard_fleet"))))
    qtbot.addWidget(shown)
    text = shown_text(shown)
    assert "Not rolled. Nobody came for the nets, so the escort stayed in port." in text
    assert "success" not in text


def test_a_ruling_stands_beside_what_the_table_gave(qtbot: QtBot, scenario: Scenario) -> None:
    """Both are kept on the card, with who ruled and why."""
    address = Address(1, "diplomacy", "astra", "call_talks")
    ruling = Ruling(Band.FAILURE, "facilitator", "The minister was ill.")
    result = turn_of(scenario, Order("astra", "call_talks"), rulings={address: ruling})
    shown = AdjudicationCard(card_view(scenario, result.cards[0]))
    qtbot.addWidget(shown)
    text = shown_text(shown)
    assert "The table gave: success, by 2" in text
    assert "Ruled: failure" in text
    assert "Facilitator: The minister was ill." in text


def test_ruling_needs_a_result_and_a_reason(qtbot: QtBot, scenario: Scenario) -> None:
    """The button stays out of reach until both are there, and then says what it will do."""
    shown = AdjudicationCard(
        card_view(scenario, card_of(scenario, Order("astra", "call_talks"))), may_rule=True
    )
    qtbot.addWidget(shown)
    shown.otherwise.click()
    form = shown.form
    assert form is not None
    assert not form.rule.isEnabled()
    form.bands.button(int(Band.BACKFIRE)).click()
    assert not form.rule.isEnabled()
    QTest.keyClicks(form.why, "A leak to the press")
    assert form.rule.text() == "Rule backfire"
    with qtbot.waitSignal(shown.ruled) as heard:
        QTest.keyClick(form.why, Qt.Key.Key_Return)
    assert heard.args == [
        Address(1, "diplomacy", "astra", "call_talks"),
        Ruling(Band.BACKFIRE, "", "A leak to the press"),
    ]


def test_the_tables_own_result_cannot_be_ruled(qtbot: QtBot, scenario: Scenario) -> None:
    """A ruling is for another result; the table's own is accepted."""
    shown = AdjudicationCard(
        card_view(scenario, card_of(scenario, Order("astra", "call_talks"))), may_rule=True
    )
    qtbot.addWidget(shown)
    shown.open_form()
    form = shown.form
    assert form is not None
    form.why.setText("It fits")
    form.bands.button(int(Band.SUCCESS)).click()
    assert not form.rule.isEnabled()
    said = "That is what the table gave: pick another result, or write the effects."
    assert form.why_grey.line.text() == said


def test_escape_leaves_a_ruling(qtbot: QtBot, scenario: Scenario) -> None:
    """Thinking better of it costs one key."""
    shown = AdjudicationCard(
        card_view(scenario, card_of(scenario, Order("astra", "call_talks"))), may_rule=True
    )
    qtbot.addWidget(shown)
    shown.open_form()
    assert shown.form is not None
    QTest.keyClick(shown.form, Qt.Key.Key_Escape)
    assert shown.form is None


def test_trails_end_where_the_steps_end(scenario: Scenario) -> None:
    """Orders on one track chain from value to value, so the last one read is true."""
    referee = Referee(scenario)
    orders = [Order(seat, "send_patrols") for seat in ("astra", "borea", "caldis")]
    result = turn_of(scenario, *orders, Order("caldis", "protest"))
    found = trails(scenario, referee.opening(), result)
    boats = [trail for row in found.values() for trail in row if trail.track == "patrols"]
    assert boats[0].before == referee.opening()["patrols"]
    assert [trail.before for trail in boats[1:]] == [trail.after for trail in boats[:-1]]
    assert boats[-1].after == result.state["patrols"]


def test_trails_of_a_seat_count_only_what_it_knows(scenario: Scenario) -> None:
    """What was done unseen to a track shows in no value that another seat reads."""
    referee = Referee(scenario)
    opening = referee.opening()
    orders = (Order("astra", "silent_nets"), Order("borea", "cut_nets"))
    result = turn_of(scenario, *orders, fall=(6, 6))
    sight = referee.sight("borea")
    seen = known_result(result, sight)
    (address,) = (card.address for card in seen.cards)
    anger = opening["anger"]
    assert Trail("anger", anger - 1, anger) in trails(scenario, opening, result)[address]
    found = known_trails(sight, opening, seen)[address]
    # From where it went is not known to this seat, only how far.
    assert Trail("anger", anger, anger + 1, is_placed=False) in found
    assert next(t for t in found if t.track == "anger").words(scenario) == "Anger on the quays +1"
    assert {trail.track for trail in found} == {"anger", "calm"}


def test_no_value_on_a_card_leaves_the_scale(scenario: Scenario) -> None:
    """Where what others did unseen made room, a seat reads how far it went and not from where."""
    referee = Referee(scenario)
    row = list(referee.opening().row)
    index = referee.layout.index
    row[index["anger"]] = 10
    opening = State(referee.layout, tuple(row))
    orders = (Order("astra", "silent_nets"), Order("borea", "cut_nets"))
    result = referee.adjudicate(opening, orders, LoadedDice(otherwise=(6, 6)))
    sight = referee.sight("borea")
    seen = known_result(result, sight)
    (row_of,) = known_trails(sight, opening, seen).values()
    said = [trail.words(scenario) for trail in row_of]
    assert "Anger on the quays +1" in said
    assert not [words for words in said if "11" in words]


def asked(moves: Mapping[Band, str]) -> RulingHelp:
    """What a form is told, without an exercise: writing "calm" comes to what was written."""
    told = {band: Foreseen(said, "", (Effect("calm", int(band)),)) for band, said in moves.items()}
    return RulingHelp(
        ("The fog came up.", "It was well argued."),
        {"calm": "Calm on the bank", "talks": "Stage of the talks"},
        lambda _address: told,
        lambda _address, _band, effects: Foreseen(f"{effects[0].track} by {effects[0].by}"),
    )


def form_of(qtbot: QtBot, scenario: Scenario) -> tuple[AdjudicationCard, RulingForm]:
    """A card that the table gave a success, with its form open."""
    view = card_view(scenario, card_of(scenario, Order("astra", "call_talks")))
    ask = asked({band: f"{band.name} moves" for band in Band})
    shown = AdjudicationCard(view, may_rule=True, ask=ask)
    qtbot.addWidget(shown)
    shown.open_form()
    assert shown.form is not None
    return shown, shown.form


def test_each_result_is_told_before_it_is_ruled(qtbot: QtBot, scenario: Scenario) -> None:
    """Beside its button stands what it would come to, and which of them the table gave."""
    _shown, form = form_of(qtbot, scenario)
    assert form.told[Band.FAILURE].text() == "FAILURE moves"
    assert form.told[Band.SUCCESS].text() == "As the table gave it · SUCCESS moves"


def test_effects_are_written_from_what_the_result_would_come_to(
    qtbot: QtBot, scenario: Scenario
) -> None:
    """The result stays as it fell; what is written is told at once, and goes with the ruling."""
    shown, form = form_of(qtbot, scenario)
    form.write.click()
    assert form.band is Band.SUCCESS
    (row,) = form.effects.rows
    assert row.effect == Effect("calm", int(Band.SUCCESS))
    row.by.show_number(-2)
    row.by.changed.emit()
    assert form.effects.comes_to.text() == "Comes to: calm by -2"
    form.bands.button(int(Band.PARTIAL)).click()
    assert form.effects.effects == (Effect("calm", -2),)  # what was written is not lost
    form.reasons.activated.emit(1)
    with qtbot.waitSignal(shown.ruled) as heard:
        form.rule.click()
    ruling = Ruling(Band.PARTIAL, "", "The fog came up.", effects=(Effect("calm", -2),))
    assert heard.args == [shown.view.address, ruling]


def test_a_track_that_is_named_twice_keeps_the_button_grey(
    qtbot: QtBot, scenario: Scenario
) -> None:
    """And the line beside it says why."""
    _shown, form = form_of(qtbot, scenario)
    form.why.setText("So")
    form.write.click()
    form.effects.add.click()
    added = form.effects.rows[1]
    added.track.setCurrentIndex(0)
    added.track.activated.emit(0)
    assert not form.rule.isEnabled()
    assert "named twice" in unmarked(form.why_grey.line.text())


def test_a_ruling_half_written_comes_back_as_it_was(qtbot: QtBot, scenario: Scenario) -> None:
    """Also after the program was killed: result, effects, reason and when it is told."""
    _shown, form = form_of(qtbot, scenario)
    form.bands.button(int(Band.STRONG)).click()
    form.write.click()
    form.effects.rows[0].by.show_number(3)
    form.effects.rows[0].changed.emit()
    form.why.setText("Half a sen")
    form.releases.buttons()[1].click()
    _other, again = form_of(qtbot, scenario)
    again.fill_in(Draft(form.draft))
    assert again.ruling == Ruling(
        Band.STRONG, "", "Half a sen", Release.HOT_WASH, (Effect("calm", 3),)
    )
    _third, taken = form_of(qtbot, scenario)
    taken.take_over(form)
    assert taken.ruling == again.ruling


def test_a_reason_that_is_picked_stands_after_what_was_typed(
    qtbot: QtBot, scenario: Scenario
) -> None:
    """And another in its place, where nothing else was."""
    _shown, form = form_of(qtbot, scenario)
    form.reasons.activated.emit(1)
    form.reasons.activated.emit(2)
    assert form.why.text() == "It was well argued."
    form.why.setText("Of course")
    form.reasons.activated.emit(1)
    assert form.why.text() == "Of course The fog came up."
