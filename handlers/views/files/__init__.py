"""Imports and exports as they are told."""
