"""Calendars in and out: files of this and of other programs, read into posts and written from them."""
