"""The round of the day, as it is seen."""
