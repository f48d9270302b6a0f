"""What is typed about posts."""
