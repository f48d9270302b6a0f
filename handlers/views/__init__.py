"""What is seen: pure functions, values and a translator in, blocks or a view out. They own the ids."""
