"""People: registering somebody new."""
