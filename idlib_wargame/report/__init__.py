"""Words and figures for people: tracks, odds, cards, situation reports, escalation."""
