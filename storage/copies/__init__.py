"""Copies of a calendar, what is wrong in one, and the way back."""
