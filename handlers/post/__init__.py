"""`/post`: a file for each thing that is done with posts, typed, pressed or submitted; `command` takes what is typed."""
