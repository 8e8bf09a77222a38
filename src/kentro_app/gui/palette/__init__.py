"""Search everything: commands, people and today's tickets from one field."""
