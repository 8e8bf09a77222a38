"""Who works with the program."""
