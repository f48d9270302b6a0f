"""Numbers as they are seen: of now, being logged, the weekly digest."""
