"""The display in the waiting room: a second window with numbers and rooms, never a name."""
