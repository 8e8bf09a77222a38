"""A new recovery card."""
