"""What the calendar owes whom, and when. `kinds` has the table: a new kind of reminder begins there."""
