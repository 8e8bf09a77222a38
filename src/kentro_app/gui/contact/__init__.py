"""Contacts: writing down what a visit was about."""
