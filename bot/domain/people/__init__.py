"""Who is there, and who sees what."""
