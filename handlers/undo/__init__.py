"""Taking back what a member did, by word and by button."""
