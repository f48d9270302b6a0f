"""What the work is for."""
