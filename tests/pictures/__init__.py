"""Pictures of every screen, taken from the program itself: `python -m tests.pictures`."""
