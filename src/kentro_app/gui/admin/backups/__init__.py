"""Backups, where they lie and whether they would help."""
