"""What is typed about the daily round."""
