"""Objectives, as they are seen."""
