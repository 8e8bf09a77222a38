"""Administration: people, backups, the recovery card, the check of the data, the access log."""
