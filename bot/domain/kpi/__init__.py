"""Counts, figures, evidence, the digest."""
