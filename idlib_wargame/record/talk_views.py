"""Views of what seats said to one another: messages, offers, and what came of agreements."""

from __future__ import annotations

from idlib_wargame.record.view_columns import choice, id_and_name, name_of

_LETTER_FROM = "coalesce(json_extract(body, '$.leaked_from'), json_extract(body, '$.sender'))"
_LETTER_TO = "CASE kind WHEN 'message_leaked' THEN '$.leaked_to' ELSE '$.to' END"

_CORRESPONDENCE = f"""
-- Messages that seats and the facilitator wrote to each other, and copies that were leaked. key
-- names a message; answers is the key of what it answers, leaks that of what it is a copy of. A
-- copy has the sender and the recipients of what was leaked; leaked_to says who got it.
SELECT number, at, json_extract(body, '$.turn') AS turn,
    json_extract(body, '$.phase') AS phase,
    json_extract(body, '$.key') AS key,
    {id_and_name("seat", _LETTER_FROM, "sender")},
    (SELECT group_concat(value, ', ') FROM json_each(body, {_LETTER_TO})) AS recipients,
    coalesce(json_extract(body, '$.request'), 0) AS request,
    coalesce(json_extract(body, '$.answers'), '') AS answers,
    coalesce(json_extract(body, '$.leaks'), '') AS leaks,
    CASE kind WHEN 'message_leaked' THEN coalesce(
        (SELECT group_concat(value, ', ') FROM json_each(body, '$.to')), 'everybody')
        ELSE '' END AS leaked_to,
    json_extract(body, '$.text') AS text
FROM standing
WHERE kind IN ('message_sent', 'message_leaked')
ORDER BY number
"""

_MESSAGES_READ = f"""
-- Which seat had read which message when.
SELECT number, at, {id_and_name("seat", "json_extract(body, '$.seat')", "seat")},
    read.value AS key
FROM standing, json_each(standing.body, '$.keys') AS read
WHERE kind = 'message_read'
ORDER BY number, read.key
"""

# What stands, each with the turn whose orders a bargain struck then would bind: once they are open,
# the next. What was done while a turn was open again that no longer is counts for the next, too.
_BARGAINED = """(
    SELECT number, at, kind, by, body, max(json_extract(body, '$.turn'), 1 + coalesce(max(
            CASE kind WHEN 'adjudicated' THEN json_extract(body, '$.turn') END
        ) OVER (ORDER BY number), 0)) AS turn
    FROM standing
) AS bargained"""

_OFFERS = f"""
-- Offers as they were tabled, one of an actor's to others. turn is the one that it counts for: once
-- orders are open, the next. offer is the key that names it; answers the key of what it counters.
-- answer_by and until are turns. What came of it stands in answers.
SELECT number, at, turn, json_extract(body, '$.case') AS offer,
    {id_and_name("actor", "json_extract(body, '$.offer.maker')", "maker")},
    (SELECT group_concat(value, ', ') FROM json_each(body, '$.offer.to')) AS recipients,
    {id_and_name("template", "json_extract(body, '$.offer.template')", "template")},
    json_extract(body, '$.answers') AS answers,
    json_extract(body, '$.offer.answer_by') AS answer_by,
    json_extract(body, '$.offer.until') AS until,
    json_extract(body, '$.offer.secrecy') AS secrecy,
    {id_and_name("actor", "json_extract(body, '$.offer.guarantor')", "guarantor")},
    json_extract(body, '$.offer.verification') AS verification,
    json_extract(body, '$.offer.text') AS text,
    json_extract(body, '$.offer.terms') AS terms
FROM {_BARGAINED}
WHERE kind = 'offer_tabled'
ORDER BY number
"""

_WHAT = "json_extract(term.value, '$.what')"

_TERMS = f"""
-- The terms of each offer, from 1. what is a clause, a move or a kind of restraint, or the free
-- words; due is the turn at whose close it is. once and unless name the term that it hangs on.
SELECT offers.turn, offers.offer, term.key + 1 AS place,
    {id_and_name("actor", "json_extract(term.value, '$.debtor')", "debtor")},
    json_extract(term.value, '$.does') AS does,
    {_WHAT} AS what,
    CASE json_extract(term.value, '$.does')
        WHEN 'clause' THEN {name_of(f"'clause.' || {_WHAT}")}
        WHEN 'act' THEN {name_of(f"'move.' || {_WHAT}")}
        WHEN 'restraint' THEN {name_of(f"'restraint.' || {_WHAT}")}
        END AS what_name,
    {choice(_WHAT, "json_extract(term.value, '$.choice')")},
    json_extract(term.value, '$.score') AS score,
    json_extract(term.value, '$.hold') AS hold,
    {id_and_name("actor", "json_extract(term.value, '$.against')", "against")},
    json_extract(term.value, '$.by') AS due,
    CASE json_extract(term.value, '$.link.how') WHEN 'once'
        THEN json_extract(term.value, '$.link.term') + 1 END AS once,
    CASE json_extract(term.value, '$.link.how') WHEN 'unless'
        THEN json_extract(term.value, '$.link.term') + 1 END AS unless
FROM offers, json_each(offers.terms) AS term
ORDER BY offers.number, term.key
"""

_TERM_MARKS = f"""
-- How each term of an agreement in force stood at the close of each turn: waiting, due, keeping,
-- kept, done (kept before), broken, late, over (broken before) or void. idle says that nothing is
-- earned by it; found_by are the orders that it was found by.
SELECT results.turn, json_extract(mark.value, '$.case') AS offer,
    json_extract(mark.value, '$.term') + 1 AS place,
    {id_and_name("actor", "terms.debtor", "debtor")},
    json_extract(mark.value, '$.mark') AS mark,
    json_extract(mark.value, '$.score') AS score,
    json_extract(mark.value, '$.idle') AS idle,
    (SELECT coalesce(group_concat(json_extract(value, '$.seat') || ' '
            || json_extract(value, '$.move'), ', '), '')
        FROM json_each(mark.value, '$.orders')) AS found_by
FROM results, json_each(results.result, '$.marks') AS mark
    LEFT JOIN terms ON terms.offer = json_extract(mark.value, '$.case')
        AND terms.place = json_extract(mark.value, '$.term') + 1
ORDER BY results.turn, mark.key
"""

_ANSWERS = f"""
-- What seats said to offers and agreements, one after another: accepted, taken_back (an
-- acceptance), refused, withdrawn, end_agreed, declared_over. To table an offer is to accept it.
-- turn is the one that it counts for: once orders are open, the next.
SELECT number, at, turn, json_extract(body, '$.case') AS offer,
    {id_and_name("seat", "json_extract(body, '$.seat')", "seat")}, by,
    CASE kind WHEN 'offer_accepted' THEN 'accepted' WHEN 'acceptance_taken_back' THEN 'taken_back'
        WHEN 'offer_refused' THEN 'refused' WHEN 'offer_withdrawn' THEN 'withdrawn'
        ELSE kind END AS answer
FROM {_BARGAINED}
WHERE kind IN ('offer_accepted', 'acceptance_taken_back', 'offer_refused', 'offer_withdrawn',
    'end_agreed', 'declared_over')
ORDER BY number
"""

_ALLEGATIONS = f"""
-- Who said of which term that it was broken. What the rules found of it stands in term_marks.
SELECT number, at, json_extract(body, '$.turn') AS turn, json_extract(body, '$.case') AS offer,
    json_extract(body, '$.term') + 1 AS place,
    {id_and_name("seat", "json_extract(body, '$.seat')", "seat")},
    {id_and_name("actor", "json_extract(body, '$.accused')", "accused")},
    json_extract(body, '$.text') AS text
FROM standing
WHERE kind = 'breach_alleged'
ORDER BY number
"""

_SCORES = """
-- How far the facilitator found terms in free words to be kept, 0 to 3, and at which turn's close
-- that counted.
SELECT number, at, json_extract(body, '$.turn') AS turn, json_extract(body, '$.case') AS offer,
    json_extract(body, '$.term') + 1 AS place, json_extract(body, '$.score') AS score,
    json_extract(body, '$.why') AS why
FROM standing
WHERE kind = 'words_scored'
ORDER BY number
"""

_DISCLOSURES = f"""
-- Who was told of an offer or an agreement that was secret, and by whom: a seat that made it
-- public, facilitator for a leak, or rules for a row of the pack that found it out.
SELECT turn, json_extract(body, '$.case') AS offer,
    CASE kind WHEN 'agreement_leaked' THEN 'facilitator'
        ELSE json_extract(body, '$.seat') END AS told_by,
    CASE kind WHEN 'agreement_leaked' THEN coalesce(
        (SELECT group_concat(value, ', ') FROM json_each(body, '$.leaked_to')), 'everybody')
        ELSE 'everybody' END AS told
FROM {_BARGAINED}
WHERE kind IN ('agreement_leaked', 'agreement_published')
UNION ALL
SELECT results.turn, found.value, 'rules', 'everybody'
FROM results, json_each(results.result, '$.found_out') AS found
ORDER BY 1
"""

# In the order in which they build on one another, and on those that every view builds on.
TALK_VIEWS = {
    "correspondence": _CORRESPONDENCE,
    "messages_read": _MESSAGES_READ,
    "offers": _OFFERS,
    "terms": _TERMS,
    "term_marks": _TERM_MARKS,
    "answers": _ANSWERS,
    "allegations": _ALLEGATIONS,
    "scores": _SCORES,
    "disclosures": _DISCLOSURES,
}
