"""Everything that the paper says is at work is at work in play, and shows in the results."""

from __future__ import annotations

from functools import cache

import pytest

from idlib_wargame.rehearsal.tally import Tally
from tests.scenarios.played import HABITS, pack, tally

# Each mechanism, and what must show for it: a move (with a choice) that was rolled or ordered, or
# a row of another table that did its work.
MECHANISMS = {
    "a truce of undisclosed scope": (
        "move publish_truce_map",
        "inject factions_complain",
        "upkeep complaint_unanswered",
    ),
    "a truce that relieves the factions": (
        "move ask_for_respite",
        "upkeep pause_relieves_factions",
    ),
    "a truce that keeps Washington out": ("move keep_washington_out",),
    "a truce that nobody declares over": (
        "limit truce_never_declared_dead",
        "move reaffirm_truce",
        "inject talks_suspended",
    ),
    "Sochi's duty on the M4 and M5": (
        "move joint_patrols",
        "move reopen_highways",
        "move summon_to_atme",
        "inject atme_called",
        "clause understandings_restored",
    ),
    "highways in the first stage": (
        "move hand_over_segment m5",
        "move hand_over_segment m4",
        "limit highways_come_first",
        "upkeep mark_missed_on_roads",
    ),
    "the two-month mark": (
        "inject two_months_up",
        "upkeep mark_missed_on_listed",
        "upkeep mark_met",
    ),
    "a fourth safe zone with disputed boundaries": (
        "move accept_zone",
        "move negotiate_boundaries",
        "move reject_in_media",
        "limit loyal_media_block_lines",
        "limit loyal_papers_block_lines",
        "flag boundaries_open",
        "clause border_zone",
    ),
    "a zone that Turkey takes": ("move declare_zone", "inject northern_idlib"),
    "observation points": (
        "move withdraw_posts",
        "move encircle_posts",
        "upkeep garrisons_brought_out",
        "conversion nibbled_posts",
        "inject posts_cut_off",
    ),
    "the three named organisations": (
        "move dismantle_listed nusrah",
        "move dismantle_listed guardians",
        "move dismantle_listed turkistan",
        "move rocket_fire",
        "inject listed_refuse",
        "clause nusrah_dismantled",
        "clause guardians_dismantled",
        "clause turkistan_dismantled",
    ),
    "what becomes of the armed groups": (
        "move offer_reconciliation",
        "move confine_groups",
        "move move_fighters_out",
        "inject fighters_leaving",
        "inject elders_approach",
        "clause armed_groups_settled",
    ),
    "dismantling the SDF": (
        "move guarantee_on_sdf",
        "move us_reinforcement",
        "inject us_convoy",
        "shift convoy_was_seen",
        "flag kurdish_promise_hollow",
        "clause sdf_dismantled",
    ),
    "the channel, and Damascus publishing it": (
        "move security_cooperation",
        "move mamlouk_fidan_round",
        "move publicise_meeting",
        "inject channel_published",
        "shift publicity_spoils_reassurance",
        "flag ankara_embarrassed",
    ),
    "TurkStream and the visit to Istanbul": (
        "move energy_ties",
        "move presidential_call",
        "inject pipeline_follow_up",
        "shift pipeline_on_the_table",
    ),
    "criticism after the Security Council": (
        "move obstruct_security_council",
        "move let_aid_through",
        "inject aid_text",
        "inject clinic_hit",
        "upkeep outcry_fades",
    ),
    "munitions to Humaymim": (
        "move munitions_flight",
        "inject cargo_aircraft",
        "inject stocks_low",
        "upkeep stocks_sustain",
    ),
    "the Caesar clock": (
        "move warn_of_sanctions",
        "move apply_caesar",
        "move suspend_caesar",
        "move press_on_caesar",
        "inject caesar_date",
        "flag russian_haste",
    ),
    "Washington's return": (
        "move operations_room",
        "move us_relief",
        "move ask_national_army",
        "move supply_anti_tank",
        "inject istanbul_room",
        "inject army_conduct",
        "inject anti_tank_request",
        "inject missiles_seen",
        "upkeep missiles_tell_of_washington",
        "limit us_early",
        "limit us_middle",
        "limit us_needs_cause",
        "flag washington_back",
    ),
    "Riyadh and the opposition's bodies": (
        "move rebalance_opposition",
        "inject riyadh_offer",
        "inject negotiating_body",
        "upkeep istanbul_pulls_back",
    ),
    "Kalin and O'Brien, Güler and Milley": (
        "move turkish_us_talks advisers",
        "move turkish_us_talks staffs",
        "inject advisers_call",
        "inject staffs_meet",
    ),
    "Paris, London and Berlin": (
        "move appeal_to_west",
        "inject european_question",
        "shift europeans_asked",
    ),
    "Iran west of Aleppo": (
        "move militia_reinforcement",
        "move offensive_west_aleppo",
        "inject shells_west_of_aleppo",
        "inject fortieth_day",
        "inject militias_massing",
        "flag iran_active",
    ),
    "displacement and winter": (
        "move zone_as_shelter",
        "inject cold_wave",
        "inject columns_at_border",
        "inject shelter_statement",
        "upkeep camps_overflow",
        "upkeep zone_shelters",
    ),
    "the six catalysts": (
        "shift pressure_two",
        "shift pressure_four",
        "shift pressure_six",
        "flag boundaries_open",
        "flag ankara_embarrassed",
        "flag kurdish_promise_hollow",
        "flag washington_back",
        "flag iran_active",
        "flag russian_haste",
    ),
    "the three scenarios": (
        "outcome scenario_1_both",
        "outcome scenario_1_russian_half",
        "outcome scenario_2",
        "outcome scenario_3",
    ),
}


@cache
def seen() -> frozenset[str]:
    """Everything that showed in some session of some habit, named as above."""
    everything = Tally()
    for habit in (*HABITS, "random"):
        everything += tally(habit)
    return frozenset(
        {f"move {move}" for move, _ in everything.bands}
        | {f"move {move} {choice}" for _, move, choice in everything.ordered if choice}
        | {f"{kind} {row}" for kind, row in everything.rows}
        | {f"outcome {outcome}" for outcome in everything.outcomes}
    )


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_a_mechanism_of_the_paper_plays(mechanism: str) -> None:
    """Whatever stands for it in the pack does its work in some session."""
    assert [part for part in MECHANISMS[mechanism] if part not in seen()] == []


def test_the_eleven_terms_each_have_a_date_and_parties() -> None:
    """Every term says who owes it, to whom, and by when."""
    assert len(pack().clauses) == 11
    for clause in pack().clauses:
        assert clause.due, clause.id
        assert clause.debtors, clause.id
        assert clause.creditors, clause.id
