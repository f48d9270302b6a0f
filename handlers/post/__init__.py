"""`/post`: a file for each deed, with what is typed, pressed and submitted; `command` takes what is typed."""
