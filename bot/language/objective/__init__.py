"""What is typed about objectives."""
