"""The files of a pack as text: gathered, and read into trees that know where each word stood."""
