"""`/plan`: the command, its forms, the month, the radar."""
