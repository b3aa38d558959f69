"""Reading scenario packs: folders of YAML tables into the values that the rules play by."""
