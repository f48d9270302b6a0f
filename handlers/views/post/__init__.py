"""Posts as they are seen: the card, its parts, its forms, lists."""
