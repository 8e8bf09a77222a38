"""The paper kit: how many forms and tickets, and where they go."""
