"""A synthetic centre to try things on: believable, invented, the same for the same seed.

Nothing here touches a store but `story.Chapter`s that somebody else writes.
"""
