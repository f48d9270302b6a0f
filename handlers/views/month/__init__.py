"""A month as it is seen: a list, a picture, a canvas."""
