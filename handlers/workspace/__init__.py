"""Setting up, the first message, Home, members who come and go, everything under one name."""
