"""Correcting what is known of somebody."""
