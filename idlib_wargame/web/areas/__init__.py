"""A seat's page: a file for each part of it, with what it shows and what can be done there."""
