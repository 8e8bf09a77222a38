"""Passwords of people who are inside already, and the field in which a new one is set."""
