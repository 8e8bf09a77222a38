"""Keys: who can open the store, and how that is kept safe. Nothing here knows Qt or SQL."""
