"""Calendars and files that come in and go out."""
