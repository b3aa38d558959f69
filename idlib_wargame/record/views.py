"""Views over the entries, so that sqlite3, Datasette and pandas can read a session without us.

Every view but ``standing`` leaves out what was struck and, of a turn that was ruled on, counts
only the last result. Each query begins with a line that says what its rows are; it is kept in the
file, where ``.schema`` shows it.
"""

from __future__ import annotations

_BAND_WORDS = (
    "CASE {} WHEN 0 THEN 'backfire' WHEN 1 THEN 'failure' WHEN 2 THEN 'partial'"
    " WHEN 3 THEN 'success' WHEN 4 THEN 'strong success' END"
)


def _band_words(band: str) -> str:
    return _BAND_WORDS.format(band)


_STANDING = """
-- Entries that count: neither undone nor part of what a reopened turn struck.
SELECT number, at, kind, by, body, digest
FROM entries
WHERE number NOT IN (
    SELECT json_extract(mark.body, '$.number') FROM entries AS mark
    WHERE mark.kind = 'undone' AND json_type(mark.body, '$.number') = 'integer'
)
AND number NOT IN (
    SELECT struck.number FROM entries AS mark JOIN entries AS struck
    ON struck.number >= json_extract(mark.body, '$.number') AND struck.number < mark.number
    WHERE mark.kind = 'reopened'
)
"""

_RESULTS = """
-- The result of each turn that counts: as adjudicated, or as the last ruling left it.
SELECT json_extract(body, '$.turn') AS turn, number, at, kind,
    CASE kind WHEN 'ruling' THEN json_extract(body, '$.result') ELSE body END AS result
FROM standing
WHERE number IN (
    SELECT max(number) FROM standing
    WHERE kind IN ('adjudicated', 'ruling')
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

_ORDERS = """
-- Orders as they were opened, with the reason the seat gave.
SELECT results.turn, row.key + 1 AS place,
    json_extract(row.value, '$.seat') AS seat,
    json_extract(row.value, '$.move') AS move,
    json_extract(row.value, '$.choice') AS choice,
    json_extract(row.value, '$.why') AS why
FROM results, json_each(results.result, '$.orders') AS row
ORDER BY results.turn, row.key
"""

_ROLLS = f"""
-- Orders as they came out: odds, dice and bands; goldstein is a weight, severity in points.
SELECT turn, place, address, seat,
    (SELECT group_concat(value, ', ') FROM json_each(card, '$.seats')) AS ordered_by,
    move,
    json_extract(card, '$.choice') AS choice,
    json_extract(card, '$.table') AS rule_table,
    json_extract(card, '$.step') AS step,
    json_extract(card, '$.lapsed') AS lapsed,
    json_extract(card, '$.target') AS target,
    json_extract(card, '$.shift') AS shift,
    json_extract(card, '$.need') AS need,
    json_extract(card, '$.dice[0]') AS first_die,
    json_extract(card, '$.dice[1]') AS second_die,
    json_extract(card, '$.total') AS total,
    json_extract(card, '$.margin') AS margin,
    {_band_words("json_extract(card, '$.band')")} AS table_result,
    {_band_words("json_extract(card, '$.ruled.band')")} AS ruled_result,
    json_extract(card, '$.severity') AS severity,
    json_extract(card, '$.goldstein') / 100.0 AS goldstein
FROM cards
ORDER BY turn, place
"""

_EFFECTS = """
-- What was asked of each track, what came through, and what cut it; by order, or by a row of
-- the pack that follows by itself (then source is its id).
SELECT turn, 'order' AS kind, address AS source, seat, move,
    json_extract(effect.value, '$.track') AS track,
    json_extract(effect.value, '$.asked') AS asked,
    json_extract(effect.value, '$.through') AS through,
    json_extract(effect.value, '$.limit') AS cut_by
FROM cards, json_each(cards.card, '$.effects') AS effect
UNION ALL
SELECT turn, json_extract(row.value, '$.kind'), json_extract(row.value, '$.id'), NULL, NULL,
    json_extract(effect.value, '$.track'),
    json_extract(effect.value, '$.asked'),
    json_extract(effect.value, '$.through'),
    json_extract(effect.value, '$.limit')
FROM results, json_each(results.result, '$.after') AS row,
    json_each(row.value, '$.effects') AS effect
"""

_RULINGS = f"""
-- The facilitator's rulings beside what the table gave; no ruled_result is a ruling taken back.
SELECT number, at, by, json_extract(body, '$.turn') AS turn,
    json_extract(body, '$.address') AS address,
    json_extract(card.value, '$.seat') AS seat,
    json_extract(card.value, '$.move') AS move,
    {_band_words("json_extract(card.value, '$.band')")} AS table_result,
    {_band_words("json_extract(body, '$.band')")} AS ruled_result,
    json_extract(body, '$.why') AS why,
    json_extract(body, '$.shown') AS shown
FROM standing LEFT JOIN json_each(standing.body, '$.result.cards') AS card
    ON json_extract(card.value, '$.address') = json_extract(body, '$.address')
WHERE kind = 'ruling'
ORDER BY number
"""

_TRACKS = """
-- Every track and counter at the end of each turn.
SELECT turn, state.key AS track, state.value AS value
FROM results, json_each(results.result, '$.state') AS state
"""

_ESCALATION = """
-- The three measures by turn: rung (a state), severity in points and Goldstein weight (flows).
SELECT turn, json_extract(result, '$.rung') AS rung,
    (SELECT coalesce(sum(value), 0) FROM json_each(result, '$.severity')) AS severity,
    (SELECT coalesce(sum(value), 0) / 100.0 FROM json_each(result, '$.goldstein')) AS goldstein
FROM results
ORDER BY turn
"""

_EVENTS = """
-- Acts coded in CAMEO, a row for each at whom one aims; the first of an order counts in the flow.
SELECT turn, address, event.key + 1 AS place, seat AS source, target.value AS target, move,
    json_extract(event.value, '$.cameo') AS cameo,
    json_extract(event.value, '$.name') AS name,
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

_SEATS = """
-- Who sits at each seat now, and who plays it.
SELECT seat,
    (SELECT group_concat(value, ', ') FROM json_each(seating, '$.people')) AS people,
    json_extract(seating, '$.played_by') AS played_by,
    at AS since
FROM seatings
WHERE number = (SELECT max(number) FROM seatings AS later WHERE later.seat = seatings.seat)
"""

_TURNS = """
-- Turns that were adjudicated.
SELECT results.turn,
    json_extract(results.result, '$.method') AS method,
    json_array_length(results.result, '$.orders') AS orders,
    marks.rulings,
    json_extract(results.result, '$.rung') AS rung,
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

# In the order in which they build on one another.
VIEWS = {
    "standing": _STANDING,
    "results": _RESULTS,
    "cards": _CARDS,
    "orders": _ORDERS,
    "rolls": _ROLLS,
    "effects": _EFFECTS,
    "rulings": _RULINGS,
    "tracks": _TRACKS,
    "escalation": _ESCALATION,
    "events": _EVENTS,
    "notes": _NOTES,
    "seatings": _SEATINGS,
    "seats": _SEATS,
    "turns": _TURNS,
}
