"""What the calendar owes somebody, as messages."""
