"""Two exercises that one reader cannot tell apart: packs, acts, what was seen and what is given."""
