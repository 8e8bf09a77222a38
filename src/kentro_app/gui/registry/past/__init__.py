"""Who changed what about somebody."""
