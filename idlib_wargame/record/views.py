"""Views over the entries, so that sqlite3, Datasette and pandas can read a session without us.

Every view but ``standing`` leaves out what was struck and, of a turn that was ruled on, counts
only the last result. Entries hold ids; beside an id stands its name, from the table of names (NULL
where that has none). Each query begins with a line that says what its rows are; it is kept in the
file, where ``.schema`` shows it.
"""

from __future__ import annotations

from idlib_wargame.record.msel_views import MSEL_VIEWS
from idlib_wargame.record.talk_views import TALK_VIEWS
from idlib_wargame.record.view_columns import (
    band_words,
    cell_name,
    choice,
    id_and_name,
    name_of,
)
from idlib_wargame.record.white_cell_views import WHITE_CELL_VIEWS
from idlib_wargame.rules.yardstick import YARDSTICK

_MARKS = """
-- Entries that an undo, a redo or a re-opening names, each with the last that does: its number and
-- kind, and whether it strikes the entry (1) or restores it (0).
SELECT listed.value AS number, max(mark.number) AS mark, mark.kind AS kind,
    key.value = 'strikes' AS strikes
FROM entries AS mark, json_each('["strikes", "restores"]') AS key,
    json_each(mark.body, '$.' || key.value) AS listed
WHERE mark.kind IN ('undone', 'redone', 'reopened') AND listed.type = 'integer'
GROUP BY listed.value
"""

_STANDING = """
-- Entries that count: neither undone nor part of what a re-opened turn struck.
SELECT number, at, kind, by, body, digest
FROM entries
WHERE number NOT IN (SELECT number FROM marks WHERE strikes)
"""

_RESULTS = """
-- The result of each turn that counts: as adjudicated, or as the last ruling or score left it.
SELECT json_extract(body, '$.turn') AS turn, number, at, kind,
    CASE kind WHEN 'adjudicated' THEN body ELSE json_extract(body, '$.result') END AS result
FROM standing
WHERE number IN (
    SELECT max(number) FROM standing
    WHERE kind IN ('adjudicated', 'ruling')
        OR (kind = 'words_scored' AND json_type(body, '$.result') = 'object')
    GROUP BY json_extract(body, '$.turn')
)
"""

_CARDS = """
-- Each adjudicated order of each turn, as JSON.
SELECT results.turn, card.key + 1 AS place, card.value AS card,
    json_extract(card.value, '$.address') AS address,
    json_extract(card.value, '$.seat') AS seat,
    json_extract(card.value, '$.move') AS move
FROM results, json_each(results.result, '$.cards') AS card
"""

_ORDERS = f"""
-- Orders as they were opened, with the reason the seat gave; inject is the one that made control
-- play it, empty for none. A free order is one that its seat wrote itself: what, aim and reasons
-- are its own words, and move is the row that control gave it.
SELECT results.turn, row.key + 1 AS place,
    {id_and_name("seat", "json_extract(row.value, '$.seat')", "seat")},
    {id_and_name("move", "json_extract(row.value, '$.move')", "move")},
    {choice("json_extract(row.value, '$.move')", "json_extract(row.value, '$.choice')")},
    json_extract(row.value, '$.why') AS why,
    {id_and_name("inject", "json_extract(row.value, '$.inject')", "inject")},
    json_type(row.value, '$.free') = 'object' AS is_free,
    json_extract(row.value, '$.free.what') AS what,
    json_extract(row.value, '$.free.aim') AS aim,
    (SELECT group_concat(value, char(10)) FROM json_each(row.value, '$.free.reasons')) AS reasons
FROM results, json_each(results.result, '$.orders') AS row
ORDER BY results.turn, row.key
"""

_ROLLS = f"""
-- Orders as they came out: odds, dice and bands; goldstein is a weight, severity in points. An
-- order that lapsed was not rolled: lapsed is what kept it from that, a need or a row of the pack.
SELECT turn, place, address,
    {id_and_name("seat", "seat", "seat")},
    (SELECT group_concat(value, ', ') FROM json_each(card, '$.seats')) AS ordered_by,
    {id_and_name("move", "move", "move")},
    {choice("move", "json_extract(card, '$.choice')")},
    {id_and_name("table", "json_extract(card, '$.table')", "rule_table")},
    {id_and_name("step", "json_extract(card, '$.step')", "step")},
    json_extract(card, '$.lapsed') AS lapsed,
    {name_of("json_extract(card, '$.lapsed')")} AS lapsed_name,
    json_extract(card, '$.target') AS target,
    json_extract(card, '$.shift') AS shift,
    json_extract(card, '$.need') AS need,
    json_extract(card, '$.set_need') IS NOT NULL AS odds_were_set,
    json_extract(card, '$.dice[0]') AS first_die,
    json_extract(card, '$.dice[1]') AS second_die,
    json_extract(card, '$.total') AS total,
    json_extract(card, '$.margin') AS margin,
    {band_words("json_extract(card, '$.band')")} AS table_result,
    {band_words("json_extract(card, '$.ruled.band')")} AS ruled_result,
    (SELECT group_concat(value, ', ') FROM json_each(card, '$.contests')) AS contests_lost,
    json_extract(card, '$.severity') AS severity,
    json_extract(card, '$.goldstein') / 100.0 AS goldstein
FROM cards
ORDER BY turn, place
"""

_SHIFTS = f"""
-- Each modifier that counted on an order's odds, by how much; together they are held to 3.
SELECT turn, place, address,
    {id_and_name("seat", "seat", "seat")},
    {id_and_name("move", "move", "move")},
    json_extract(fired.value, '$.row') AS row,
    {name_of("json_extract(fired.value, '$.row')")} AS row_name,
    json_extract(fired.value, '$.shift') AS shift
FROM cards, json_each(cards.card, '$.shifts') AS fired
ORDER BY turn, place, fired.key
"""

_INJECTS = """
-- Injects as they were sent; recipients is empty where all seats received it. What each changed
-- stands in effects. One whose turn was re-opened since was read all the same: it is here too, and
-- does not count.
SELECT number, at, number IN (SELECT number FROM standing) AS counts,
    json_extract(body, '$.turn') AS turn,
    json_extract(body, '$.inject') AS inject,
    json_extract(body, '$.title') AS title,
    json_extract(body, '$.sender') AS sender,
    json_extract(body, '$.means') AS means,
    (SELECT coalesce(group_concat(value, ', '), '') FROM json_each(body, '$.to')) AS recipients,
    json_extract(body, '$.text') AS text
FROM entries
WHERE kind = 'injected'
    AND number NOT IN (SELECT number FROM marks WHERE strikes AND kind = 'undone')
ORDER BY number
"""

_EFFECTS = f"""
-- What was asked of each track, what came through, and what cut it. By kind, origin is an order's
-- address, or the row of the pack that followed by itself, or the inject. A row of the pack that
-- changed or added what was asked is in source; cut_by is a limit, or what else held it: rise.N or
-- fall.N (the most in one turn), up_to.N or down_to.N (not past N on this account), range.N (the
-- end of the scale). Over a turn, what came through adds up to the change of the track.
WITH parts AS (
    SELECT turn, 'order' AS kind, address AS origin, seat, move, json_extract(card, '$.effects')
        AS effects
    FROM cards
    UNION ALL
    SELECT turn, substr(row, 1, instr(row, '.') - 1), row, NULL, NULL, effects FROM (
        SELECT turn, json_extract(follows.value, '$.row') AS row,
            json_extract(follows.value, '$.effects') AS effects
        FROM results, json_each(results.result, '$.after') AS follows
    )
    UNION ALL
    SELECT json_extract(body, '$.turn'), 'inject', 'inject.' || json_extract(body, '$.inject'),
        NULL, NULL, json_extract(body, '$.effects')
    FROM standing WHERE standing.kind = 'injected'
)
SELECT turn, parts.kind, origin, {name_of("origin")} AS origin_name,
    {id_and_name("seat", "seat", "seat")},
    {id_and_name("move", "move", "move")},
    json_extract(effect.value, '$.track') AS track,
    {cell_name("json_extract(effect.value, '$.track')")} AS track_name,
    json_extract(effect.value, '$.asked') AS asked,
    json_extract(effect.value, '$.through') AS through,
    json_extract(effect.value, '$.source') AS source,
    {name_of("json_extract(effect.value, '$.source')")} AS source_name,
    json_extract(effect.value, '$.cut') AS cut_by,
    {name_of("json_extract(effect.value, '$.cut')")} AS cut_by_name
FROM parts, json_each(parts.effects) AS effect
"""

_RULINGS = f"""
-- The facilitator's rulings beside what the table gave; no ruled_result is a ruling taken back.
-- release says when players may read one (now, or hot_wash); told_at when one was told that was
-- held. Effects that the facilitator wrote in place of the table's are asked for in effects.
SELECT number, at, by, json_extract(body, '$.turn') AS turn,
    json_extract(body, '$.address') AS address,
    {id_and_name("seat", "json_extract(card.value, '$.seat')", "seat")},
    {id_and_name("move", "json_extract(card.value, '$.move')", "move")},
    {band_words("json_extract(card.value, '$.band')")} AS table_result,
    {band_words("json_extract(body, '$.band')")} AS ruled_result,
    json_extract(body, '$.why') AS why,
    json_extract(body, '$.release') AS release,
    (SELECT min(told.at) FROM standing AS told WHERE told.kind = 'ruling_released'
        AND told.number > standing.number AND json_extract(standing.body, '$.release') = 'hot_wash'
        AND json_extract(told.body, '$.address') = json_extract(standing.body, '$.address'))
        AS told_at,
    json_extract(body, '$.effects') AS written_effects
FROM standing LEFT JOIN json_each(standing.body, '$.result.cards') AS card
    ON json_extract(card.value, '$.address') = json_extract(body, '$.address')
WHERE kind = 'ruling'
ORDER BY number
"""

_TRACKS = f"""
-- Every track and counter at the end of each turn; so too each flag, clause, clock and count.
SELECT turn, state.key AS track,
    {cell_name("state.key")} AS track_name,
    state.value AS value
FROM results, json_each(results.result, '$.state') AS state
"""

_ESCALATION = f"""
-- The three measures by turn: rung (a state), severity in points and Goldstein weight (flows).
SELECT turn, {id_and_name("rung", "json_extract(result, '$.rung')", "rung")},
    (SELECT coalesce(sum(value), 0) FROM json_each(result, '$.severity')) AS severity,
    (SELECT coalesce(sum(value), 0) / 100.0 FROM json_each(result, '$.goldstein')) AS goldstein
FROM results
ORDER BY turn
"""

_EVENTS = f"""
-- Acts coded in CAMEO, a row for each actor at whom one aims; the first of an order counts in the
-- flow.
SELECT turn, address, event.key + 1 AS place,
    {id_and_name("seat", "seat", "source")},
    {id_and_name("actor", "target.value", "target")},
    {id_and_name("move", "move", "move")},
    json_extract(event.value, '$.row') AS row,
    json_extract(event.value, '$.cameo') AS cameo,
    {name_of("json_extract(event.value, '$.row')")} AS name,
    json_extract(event.value, '$.goldstein') / 100.0 AS goldstein
FROM cards, json_each(cards.card, '$.events') AS event
    LEFT JOIN json_each(event.value, '$.targets') AS target
WHERE coalesce(json_extract(card, '$.lapsed'), '') = ''
"""

_NOTES = """
-- The facilitator's notes.
SELECT number, at, by, json_extract(body, '$.turn') AS turn, json_extract(body, '$.text') AS text
FROM standing
WHERE kind = 'note'
ORDER BY number
"""

_SEATINGS = """
-- Who was put at each seat, each time that it was said.
SELECT standing.number, standing.at, row.value AS seating,
    json_extract(row.value, '$.seat') AS seat
FROM standing, json_each(standing.body, '$.seats') AS row
WHERE kind IN ('setup', 'reseated')
UNION ALL
SELECT number, at, body, json_extract(body, '$.seat')
FROM standing
WHERE kind = 'reseated' AND json_type(body, '$.seat') = 'text'
"""

_SEATS = f"""
-- Who sits at each seat now, and who plays it.
SELECT {id_and_name("seat", "seat", "seat")},
    (SELECT group_concat(value, ', ') FROM json_each(seating, '$.people')) AS people,
    json_extract(seating, '$.played_by') AS played_by,
    at AS since
FROM seatings
WHERE number = (SELECT max(number) FROM seatings AS later WHERE later.seat = seatings.seat)
"""

_TURNS = f"""
-- Turns that were adjudicated.
SELECT results.turn,
    json_extract(results.result, '$.method') AS method,
    json_array_length(results.result, '$.orders') AS orders,
    marks.rulings,
    {id_and_name("rung", "json_extract(results.result, '$.rung')", "rung")},
    marks.adjudicated_at,
    marks.closed_at
FROM results JOIN (
    SELECT json_extract(body, '$.turn') AS turn,
        sum(kind = 'ruling') AS rulings,
        max(CASE kind WHEN 'adjudicated' THEN at END) AS adjudicated_at,
        max(CASE kind WHEN 'closed' THEN at END) AS closed_at
    FROM standing
    WHERE kind IN ('adjudicated', 'ruling', 'closed')
    GROUP BY 1
) AS marks ON marks.turn = results.turn
ORDER BY results.turn
"""

_SAID = " ".join(f"WHEN '{word.id}' THEN {word.middle}" for word in YARDSTICK)

_JUDGED = """
-- What each seat sealed of its judgement in a turn, once, and the rung at that turn's close (NULL
-- where it was not closed).
WITH told AS (
    SELECT number, kind, body, json_extract(body, '$.turn') AS turn,
        json_extract(body, '$.seat') AS seat
    FROM standing
    WHERE kind IN ('judged', 'judgement_taken_back') AND NOT EXISTS (
        -- Nobody judges a turn that was opened; a re-opening that was undone leaves such entries.
        SELECT 1 FROM standing AS opened
        WHERE opened.kind = 'adjudicated' AND opened.number < standing.number
            AND json_extract(opened.body, '$.turn') >= json_extract(standing.body, '$.turn')
    )
), last AS (
    SELECT * FROM told WHERE number = (
        SELECT max(number) FROM told AS later
        WHERE later.turn = told.turn AND later.seat = told.seat
    )
)
SELECT turn, seat, body, json_extract(body, '$.rung') AS rung, (
        SELECT json_extract(result, '$.rung') FROM results
        WHERE results.turn = last.turn AND EXISTS (
            SELECT 1 FROM standing WHERE kind = 'closed'
                AND json_extract(standing.body, '$.turn') = results.turn
        )
    ) AS rung_at_close
FROM last WHERE kind = 'judged'
"""

_JUDGEMENTS = f"""
-- How likely each seat said each ending was: the word by its id, what it counts for in percent,
-- and its share, so that a seat's shares of a turn add up to 100. An empty ending stands for all
-- that were not asked about by name. happened is 1 for the row that came and 0 for the others, and
-- NULL until the exercise is finished.
WITH said AS (
    SELECT turn, seat, row.key AS place, json_extract(row.value, '$.ending') AS ending,
        json_extract(row.value, '$.word') AS word,
        CASE json_extract(row.value, '$.word') {_SAID} END AS percent
    FROM judged, json_each(judged.body, '$.endings') AS row
), came AS (
    SELECT json_extract(body, '$.outcome') AS outcome FROM standing WHERE kind = 'finished'
)
SELECT turn, {id_and_name("seat", "seat", "seat")},
    {id_and_name("outcome", "ending", "ending")},
    word, percent,
    100.0 * percent / sum(percent) OVER (PARTITION BY turn, seat) AS share,
    (SELECT CASE WHEN EXISTS (
            SELECT 1 FROM said AS named
            WHERE named.turn = said.turn AND named.seat = said.seat AND named.ending = outcome
        ) THEN said.ending = outcome ELSE said.ending = '' END
    FROM came) AS happened
FROM said
ORDER BY turn, seat, place
"""

_RUNGS_JUDGED = f"""
-- The rung on which each seat said the crisis stood, beside the rung at that turn's close.
SELECT turn, {id_and_name("seat", "seat", "seat")},
    {id_and_name("rung", "rung", "rung")},
    {id_and_name("rung", "rung_at_close", "rung_at_close")}
FROM judged
WHERE rung IS NOT NULL
ORDER BY turn, seat
"""

# In the order in which they build on one another.
VIEWS = {
    "marks": _MARKS,
    "standing": _STANDING,
    "results": _RESULTS,
    "cards": _CARDS,
    "orders": _ORDERS,
    "rolls": _ROLLS,
    "shifts": _SHIFTS,
    "injects": _INJECTS,
    **MSEL_VIEWS,
    "effects": _EFFECTS,
    "rulings": _RULINGS,
    "tracks": _TRACKS,
    "escalation": _ESCALATION,
    "events": _EVENTS,
    "notes": _NOTES,
    "seatings": _SEATINGS,
    "seats": _SEATS,
    "turns": _TURNS,
    "judged": _JUDGED,
    "judgements": _JUDGEMENTS,
    "rungs_judged": _RUNGS_JUDGED,
    **WHITE_CELL_VIEWS,
    **TALK_VIEWS,
}
