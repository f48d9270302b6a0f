"""`/post`: the command, and a file for each thing that is done with posts."""
