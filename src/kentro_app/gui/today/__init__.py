"""Σήμερα: the first place of the program, made of the sections that features bring along."""
