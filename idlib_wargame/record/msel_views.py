"""Views for analysts over the list of injects: what was planned, and what came of it."""

from __future__ import annotations

from idlib_wargame.record.view_columns import id_and_name

_WRITTEN_INJECTS = """
-- Injects that the facilitator wrote or took in from a list, each as it was written last. turn is 0
-- where no turn is planned; recipients is empty for all seats. copy_of and repeats name injects, of
-- the pack or written; came_from is the file of a list. sent_in is the turn in which it was sent.
WITH rows AS (
    SELECT standing.number, row.key AS place, row.value AS row
    FROM standing, json_each(standing.body, '$.rows') AS row
    WHERE standing.kind = 'injects_written'
)
SELECT number, json_extract(row, '$.id') AS inject,
    json_extract(row, '$.code') AS code,
    json_extract(row, '$.title') AS title,
    json_extract(row, '$.turn') AS turn,
    json_extract(row, '$.minute') AS minute,
    json_extract(row, '$.sender') AS sender,
    json_extract(row, '$.means') AS means,
    (SELECT coalesce(group_concat(value, ', '), '') FROM json_each(row, '$.to')) AS recipients,
    json_extract(row, '$.text') AS text,
    json_extract(row, '$.expected') AS expected,
    json_extract(row, '$.objective') AS objective,
    json_extract(row, '$.responsible') AS responsible,
    json_extract(row, '$.copy_of') AS copy_of,
    json_extract(row, '$.repeats') AS repeats,
    json_extract(row, '$.came_from') AS came_from,
    (SELECT json_extract(sent.body, '$.turn') FROM standing AS sent
        WHERE sent.kind = 'injected'
            AND json_extract(sent.body, '$.inject') = json_extract(row, '$.id')) AS sent_in
FROM rows
WHERE NOT EXISTS (
    SELECT 1 FROM rows AS later
    WHERE json_extract(later.row, '$.id') = json_extract(rows.row, '$.id')
        AND later.number > rows.number
)
ORDER BY number, place
"""

_INJECT_ANSWERS = f"""
-- What came back on injects: messages of seats that answer one, and what the facilitator ticked.
-- seat is empty for a tick.
SELECT number, at, json_extract(body, '$.turn') AS turn,
    substr(json_extract(body, '$.answers'), length('inject.') + 1) AS inject,
    {id_and_name("seat", "json_extract(body, '$.sender')", "seat")},
    json_extract(body, '$.text') AS words
FROM entries
WHERE kind = 'message_sent' AND json_extract(body, '$.answers') LIKE 'inject.%'
UNION ALL
SELECT number, at, json_extract(body, '$.turn'), json_extract(body, '$.inject'), '', NULL,
    json_extract(body, '$.words')
FROM standing AS ticked
WHERE kind = 'inject_answered' AND json_extract(body, '$.answered')
    AND NOT EXISTS (
        SELECT 1 FROM standing AS later
        WHERE later.kind = 'inject_answered' AND later.number > ticked.number
            AND json_extract(later.body, '$.inject') = json_extract(ticked.body, '$.inject')
    )
ORDER BY number
"""

# In the order in which they build on one another; ``standing`` comes before.
MSEL_VIEWS = {"written_injects": _WRITTEN_INJECTS, "inject_answers": _INJECT_ANSWERS}
