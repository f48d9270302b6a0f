"""The plan as it is seen: the card, its forms, the radar."""
