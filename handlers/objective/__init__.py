"""`/objective`: the command and its form in two steps."""
