"""The kinds of data a screen can depend on."""

from enum import Enum


class Topic(Enum):
    PERSONS = "persons"
    VISITS = "visits"
    USERS = "users"
    SITE = "site"
    BACKUPS = "backups"
    AUDIT = "audit"
    CONTACTS = "contacts"
    CATALOGUE = "catalogue"
    DRAFTS = "drafts"
    PRINTS = "prints"
