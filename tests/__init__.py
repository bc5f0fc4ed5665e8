"""The tests, as a package, so that they can share sample decks and helpers."""
