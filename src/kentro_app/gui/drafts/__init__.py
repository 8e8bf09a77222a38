"""Drafts: keeping what somebody writes while they write it."""
