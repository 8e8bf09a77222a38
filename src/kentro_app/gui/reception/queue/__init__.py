"""Who waits and who was here today: one list in two cards."""
