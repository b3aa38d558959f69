"""What each table of a pack may say, one module a family, and the rule values it turns into."""
