"""The day's sheet: looking at it, printing it, saving it."""
