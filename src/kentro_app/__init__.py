"""Kentro: the front desk of a municipal community centre, offline first."""

__version__ = "0.1.0"
