"""Views of what was decided and said of orders before they were rolled."""

from __future__ import annotations

from idlib_wargame.record.view_columns import band_words, choice, id_and_name

_ORDER = f"""json_extract(body, '$.turn') AS turn,
    {id_and_name("seat", "json_extract(body, '$.seat')", "seat")},
    {id_and_name("move", "json_extract(body, '$.move')", "move")},
    {choice("json_extract(body, '$.move')", "json_extract(body, '$.choice')")}"""

_ODDS_SET = f"""
-- Odds that were set before an order was rolled: need is what two dice had to come to, NULL where
-- the tables' were given back. Those with votes are the median of a vote.
SELECT number, at, by, {_ORDER},
    CASE kind WHEN 'odds_set' THEN json_extract(body, '$.need')
        ELSE json_extract(body, '$.number') END AS need,
    json_extract(body, '$.why') AS why,
    json_array_length(body, '$.said') AS votes
FROM standing
WHERE kind = 'odds_set'
    OR (kind = 'words_counted' AND json_extract(body, '$.what_for') = 'odds')
ORDER BY number
"""

_ARGUMENTS = f"""
-- Reasons for and against an order: those that its seat gave with it, and those heard before the
-- roll; of an empty speaker the facilitator's.
SELECT number, at, {_ORDER},
    json_extract(body, '$.whose') AS speaker,
    CASE json_extract(body, '$.is_for') WHEN 1 THEN 'for' ELSE 'against' END AS side,
    json_extract(body, '$.text') AS text
FROM standing
WHERE kind = 'reason_heard'
UNION ALL
SELECT opened.number, opened.at, json_extract(opened.body, '$.turn') AS turn,
    {id_and_name("seat", "json_extract(row.value, '$.seat')", "seat")},
    {id_and_name("move", "json_extract(row.value, '$.move')", "move")},
    {choice("json_extract(row.value, '$.move')", "json_extract(row.value, '$.choice')")},
    json_extract(row.value, '$.seat') AS speaker, 'for' AS side, reason.value AS text
FROM standing AS opened, json_each(opened.body, '$.orders') AS row,
    json_each(row.value, '$.free.reasons') AS reason
WHERE opened.kind = 'orders_opened'
ORDER BY 1
"""

_VOTES = f"""
-- What each who was asked said of an order, as it was counted: a need for the odds (what two dice
-- must come to), or a result. counted is what all of it came to; NULL where no result was agreed.
SELECT number, at, {_ORDER},
    json_extract(body, '$.what_for') AS asked_for,
    json_extract(said.value, '$.who') AS who,
    json_extract(said.value, '$.person') AS is_person,
    CASE json_extract(body, '$.what_for') WHEN 'odds'
        THEN json_extract(said.value, '$.number') END AS need,
    CASE json_extract(body, '$.what_for') WHEN 'band'
        THEN {band_words("json_extract(said.value, '$.number')")} END AS result,
    json_extract(body, '$.number') AS counted
FROM standing, json_each(body, '$.said') AS said
WHERE kind = 'words_counted'
ORDER BY number, said.key
"""

_OWN_ROWS = f"""
-- Rows of the tables that were written for free orders: the last of each stands. taken_from is the
-- move of the pack that it was made of, empty for one from nothing; may_order are the actors that
-- may order it since.
SELECT written.number, written.at, {_ORDER.replace("body,", "written.body,")},
    json_extract(written.body, '$.row.name') AS name,
    {id_and_name("table", "json_extract(written.body, '$.row.table')", "rule_table")},
    {id_and_name("step", "json_extract(written.body, '$.row.step')", "step")},
    json_extract(written.body, '$.row.target') AS target,
    json_extract(written.body, '$.row.severity') AS severity,
    json_extract(written.body, '$.row.like') AS taken_from,
    json_extract(written.body, '$.row.coded.cameo') AS cameo,
    json_extract(written.body, '$.row.coded.goldstein') / 100.0 AS goldstein,
    coalesce((
        SELECT (SELECT group_concat(value, ', ') FROM json_each(offered.body, '$.actors'))
        FROM standing AS offered
        WHERE offered.kind = 'row_offered'
            AND json_extract(offered.body, '$.move') = json_extract(written.body, '$.move')
        ORDER BY offered.number DESC LIMIT 1
    ), '') AS may_order
FROM standing AS written
WHERE written.kind = 'row_written' AND written.number IN (
    SELECT max(number) FROM standing WHERE kind = 'row_written'
    GROUP BY json_extract(body, '$.move')
)
ORDER BY written.number
"""

WHITE_CELL_VIEWS = {
    "odds_set": _ODDS_SET,
    "arguments": _ARGUMENTS,
    "votes": _VOTES,
    "own_rows": _OWN_ROWS,
}
