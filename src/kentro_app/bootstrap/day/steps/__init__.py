"""The steps of the day, a module per screen. A step gives what day.json says about it."""
