"""Setting up, the first message, Home and help, as they are seen."""
