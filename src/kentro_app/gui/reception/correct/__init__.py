"""Putting right what was entered wrongly about a visit, and reading what became of it."""
