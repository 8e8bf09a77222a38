"""Logging in: the only window that sees a password."""
